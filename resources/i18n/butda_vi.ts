<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Bút Dạ</source>
        <translation>Giới thiệu Bút Dạ</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Chương trình</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>Giấy &amp;phép</translation>
    </message>
    <message>
        <source>Bút Dạ {0}</source>
        <translation>Bút Dạ {0}</translation>
    </message>
    <message>
        <source>Reads Vietnamese documents and marks what they name and count: people, offices, bodies, places, times, papers, events and figures.

Everything stays on this computer: nothing is sent, nothing is fetched. Every mark is saved when it is made.</source>
        <translation>Đọc tài liệu tiếng Việt và đánh dấu những gì được nêu tên, nêu số trong đó: người, chức vụ, tổ chức, địa danh, thời gian, văn bản, sự kiện và số liệu.

Mọi thứ nằm trên máy này: không gửi đi đâu, không tải gì về. Mỗi chỗ đánh dấu được lưu ngay khi tạo.</translation>
    </message>
    <message>
        <source>Library: {0}</source>
        <translation>Thư viện: {0}</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0</source>
        <translation>Giấy phép: Apache 2.0</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Nhập tệp…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Nhập cả thư &amp;mục…</translation>
    </message>
    <message>
        <source>Bring in &amp;marks…</source>
        <translation>Đưa &amp;chỗ đánh dấu vào…</translation>
    </message>
    <message>
        <source>&amp;Paste as an article</source>
        <translation>&amp;Dán thành bài mới</translation>
    </message>
    <message>
        <source>Paste as a &amp;web page</source>
        <translation>Dán dưới dạng trang &amp;web</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Save the o&amp;riginal file…</source>
        <translation>&amp;Lưu lại tệp gốc…</translation>
    </message>
    <message>
        <source>Prin&amp;t or save as PDF…</source>
        <translation>&amp;In hoặc lưu thành PDF…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>&amp;Tạo thư viện mới…</translation>
    </message>
    <message>
        <source>Open a &amp;library…</source>
        <translation>Mở thư &amp;viện…</translation>
    </message>
    <message>
        <source>&amp;Back up now…</source>
        <translation>&amp;Sao lưu ngay…</translation>
    </message>
    <message>
        <source>Brin&amp;g back a copy…</source>
        <translation>Khôi ph&amp;ục từ bản sao…</translation>
    </message>
    <message>
        <source>Chec&amp;k the library</source>
        <translation>&amp;Kiểm tra thư viện</translation>
    </message>
    <message>
        <source>&amp;Delete article</source>
        <translation>Xó&amp;a bài</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Th&amp;oát</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Thẻ…</translation>
    </message>
    <message>
        <source>&amp;Unread</source>
        <translation>&amp;Chưa đọc</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>Đ&amp;ang đọc</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>Đã &amp;xong</translation>
    </message>
    <message>
        <source>Article &amp;information…</source>
        <translation>Thông tin &amp;bài…</translation>
    </message>
    <message>
        <source>D&amp;etect again in the chosen articles</source>
        <translation>&amp;Nhận diện lại các bài đã chọn</translation>
    </message>
    <message>
        <source>&amp;Read again from the original</source>
        <translation>Đọc lại từ tệp &amp;gốc</translation>
    </message>
    <message>
        <source>Open the pi&amp;cture</source>
        <translation>Mở ảnh đã &amp;lưu</translation>
    </message>
    <message>
        <source>Marks that &amp;wait for a place…</source>
        <translation>Chỗ đánh dấu đang &amp;chờ chỗ…</translation>
    </message>
    <message>
        <source>Fi&amp;lter the shelf</source>
        <translation>&amp;Lọc danh sách bài</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>&amp;Tìm trong thư viện</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>&amp;Go to or do…</source>
        <translation>Đi tới h&amp;oặc làm…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>Copy &amp;with source</source>
        <translation>Sao chép &amp;kèm nguồn</translation>
    </message>
    <message>
        <source>&amp;Find in the article…</source>
        <translation>Tìm trong &amp;bài…</translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation>Kết quả sa&amp;u</translation>
    </message>
    <message>
        <source>Pre&amp;vious hit</source>
        <translation>Kết quả t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Keys of your own…</source>
        <translation>&amp;Phím riêng…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>Tùy &amp;chọn…</translation>
    </message>
    <message>
        <source>Re&amp;view suggestions</source>
        <translation>D&amp;uyệt gợi ý</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>The least sure first</source>
        <translation>Chỗ máy ngờ nhất trước</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Bỏ &amp;qua</translation>
    </message>
    <message>
        <source>Next article with s&amp;uggestions</source>
        <translation>Bài &amp;kế tiếp còn gợi ý</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Chấp nhận</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Từ chối</translation>
    </message>
    <message>
        <source>&amp;Delete mark</source>
        <translation>&amp;Xóa chỗ đánh dấu</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Ghi chú…</translation>
    </message>
    <message>
        <source>Accept all &amp;suggestions of the article</source>
        <translation>Chấp nhận mọi gợi ý trong &amp;bài</translation>
    </message>
    <message>
        <source>La&amp;bels at the selection</source>
        <translation>&amp;Hiện nhãn tại chỗ chọn</translation>
    </message>
    <message>
        <source>S&amp;how them by themselves</source>
        <translation>Tự hiện ở chỗ &amp;vừa chọn</translation>
    </message>
    <message>
        <source>Widen to word, sen&amp;tence, line</source>
        <translation>&amp;Mở rộng ra từ, câu, dòng</translation>
    </message>
    <message>
        <source>&amp;Cut out of the mark</source>
        <translation>Cắt &amp;khỏi chỗ đánh dấu</translation>
    </message>
    <message>
        <source>&amp;Widen the end</source>
        <translation>Nới rộng phần &amp;cuối</translation>
    </message>
    <message>
        <source>&amp;Narrow the end</source>
        <translation>Thu &amp;hẹp phần cuối</translation>
    </message>
    <message>
        <source>Widen the &amp;start</source>
        <translation>Nới &amp;rộng phần đầu</translation>
    </message>
    <message>
        <source>Na&amp;rrow the start</source>
        <translation>&amp;Thu hẹp phần đầu</translation>
    </message>
    <message>
        <source>Ne&amp;xt suggestion</source>
        <translation>Gợi ý &amp;sau</translation>
    </message>
    <message>
        <source>&amp;Previous suggestion</source>
        <translation>Gợi ý t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Headline</source>
        <translation>&amp;Tiêu đề</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>&amp;Sapô</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>Thân &amp;bài</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>&amp;Chú thích ảnh</translation>
    </message>
    <message>
        <source>B&amp;yline</source>
        <translation>Tên tác &amp;giả</translation>
    </message>
    <message>
        <source>&amp;Dateline</source>
        <translation>&amp;Ngày đăng, nguồn</translation>
    </message>
    <message>
        <source>Page &amp;furniture</source>
        <translation>&amp;Phần phụ của trang</translation>
    </message>
    <message>
        <source>As de&amp;tected</source>
        <translation>Như máy nhận &amp;diện</translation>
    </message>
    <message>
        <source>Detec&amp;t again</source>
        <translation>Nhận &amp;diện lại</translation>
    </message>
    <message>
        <source>Go to the &amp;shelf</source>
        <translation>Tới &amp;danh sách bài</translation>
    </message>
    <message>
        <source>Go to the &amp;article</source>
        <translation>Tới &amp;bài đang đọc</translation>
    </message>
    <message>
        <source>Go to the &amp;labels</source>
        <translation>Tới &amp;các nhãn</translation>
    </message>
    <message>
        <source>Go to the mar&amp;ks</source>
        <translation>Tới chỗ đánh dấ&amp;u</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>Bài &amp;sau</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>Bài t&amp;rước</translation>
    </message>
    <message>
        <source>La&amp;rger text</source>
        <translation>Chữ &amp;to hơn</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Chữ &amp;nhỏ hơn</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>Cỡ c&amp;hữ thường</translation>
    </message>
    <message>
        <source>&amp;Back to where I was</source>
        <translation>&amp;Quay lại chỗ vừa đọc</translation>
    </message>
    <message>
        <source>For&amp;ward again</source>
        <translation>Đi tới &amp;lần nữa</translation>
    </message>
    <message>
        <source>Face, size and marks…</source>
        <translation>Kiểu chữ, cỡ chữ và cách đánh dấu…</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Trình bày</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Đọc thành tiếng</translation>
    </message>
    <message>
        <source>One paragraph at a time</source>
        <translation>Từng đoạn một</translation>
    </message>
    <message>
        <source>Labels of all marks</source>
        <translation>Nhãn của mọi chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Show labels an&amp;d marks</source>
        <translation>Hiện nhãn &amp;và chỗ đánh dấu</translation>
    </message>
    <message>
        <source>&amp;Quiet</source>
        <translation>&amp;Nhẹ</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Vừa</translation>
    </message>
    <message>
        <source>&amp;Loud</source>
        <translation>Đậ&amp;m</translation>
    </message>
    <message>
        <source>Sh&amp;ow page furniture</source>
        <translation>Hiện &amp;phần phụ của trang</translation>
    </message>
    <message>
        <source>Like the s&amp;ystem</source>
        <translation>Theo &amp;hệ thống</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;Sáng</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>Ngả &amp;vàng</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Tối</translation>
    </message>
    <message>
        <source>&amp;Contrast</source>
        <translation>Tương &amp;phản</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Đổi sáng hoặc tối</translation>
    </message>
    <message>
        <source>The page alone</source>
        <translation>Chỉ tr&amp;ang đọc</translation>
    </message>
    <message>
        <source>Show the s&amp;helf</source>
        <translation>Hiện danh sách bài</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Bàn phím</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Những bước đầu</translation>
    </message>
    <message>
        <source>Add the &amp;sample articles</source>
        <translation>Thêm bài &amp;mẫu</translation>
    </message>
    <message>
        <source>Report a &amp;bug…</source>
        <translation>Bá&amp;o lỗi…</translation>
    </message>
    <message>
        <source>&amp;About Bút Dạ</source>
        <translation>&amp;Giới thiệu Bút Dạ</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Bài</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>Đánh &amp;dấu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Nhãn</translation>
    </message>
    <message>
        <source>This l&amp;ine is</source>
        <translation>Dòng nà&amp;y là</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>&amp;Kiểu chữ</translation>
    </message>
    <message>
        <source>Mark w&amp;eight</source>
        <translation>Độ đậ&amp;m khi đánh dấu</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>T&amp;rạng thái</translation>
    </message>
    <message>
        <source>Re&amp;cent libraries</source>
        <translation>Thư viện mở &amp;gần đây</translation>
    </message>
    <message>
        <source>Mark all &amp;occurrences</source>
        <translation>Đánh dấu &amp;mọi chỗ lặp lại</translation>
    </message>
    <message>
        <source>&amp;Edges</source>
        <translation>Ranh g&amp;iới</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>G&amp;iao diện</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>N&amp;gôn ngữ</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>ActivePen</name>
    <message>
        <source>{0} is active: select words to mark them, Escape ends it.</source>
        <translation>Đang dùng nhãn {0}: chọn chữ là đánh dấu, Esc để thôi.</translation>
    </message>
</context>
<context>
    <name>AloudCommands</name>
    <message>
        <source>Nothing can be read aloud: the system&apos;s speech service does not answer.</source>
        <translation>Không đọc được: dịch vụ tiếng nói của hệ thống không trả lời.</translation>
    </message>
</context>
<context>
    <name>AnnotationsList</name>
    <message>
        <source>Marks of the article</source>
        <translation>Các chỗ đánh dấu trong bài</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, Delete deletes, Escape goes back.</source>
        <translation>Enter chấp nhận, Backspace từ chối, Delete xóa, Escape quay lại trang đọc.</translation>
    </message>
</context>
<context>
    <name>AnnotationsModel</name>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Nguyên văn</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người tạo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>AnnotationsPane</name>
    <message>
        <source>Remove the filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>No mark passes the filters.</source>
        <translation>Không có chỗ đánh dấu nào khớp bộ lọc.</translation>
    </message>
    <message>
        <source>There are no marks yet.
Select words on the page and press the key of a label.</source>
        <translation>Chưa có chỗ đánh dấu nào.
Hãy chọn chữ trên trang đọc rồi nhấn phím của nhãn.</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Articles deleted: {0}</source>
        <translation>Đã xóa {0} bài.</translation>
    </message>
</context>
<context>
    <name>ArticleHead</name>
    <message>
        <source>Article information</source>
        <translation>Thông tin bài</translation>
    </message>
    <message>
        <source>Click to correct it</source>
        <translation>Bấm để sửa</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Times in the text will be worked out from the new date.</source>
        <translation>Các mốc thời gian trong bài sẽ được tính lại theo ngày mới.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Tiê&amp;u đề</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Nguồn</translation>
    </message>
    <message>
        <source>&amp;Byline</source>
        <translation>Tác &amp;giả</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Ngà&amp;y đăng</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Nơi đư&amp;a tin</translation>
    </message>
    <message>
        <source>&amp;Web address</source>
        <translation>Địa &amp;chỉ web</translation>
    </message>
    <message>
        <source>Imported &amp;file</source>
        <translation>Tệ&amp;p đã nhập</translation>
    </message>
    <message>
        <source>&amp;Retrieved</source>
        <translation>Ngày tải &amp;về</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>&amp;Thẻ</translation>
    </message>
    <message>
        <source>15/6/2019, or with the time: 15/6/2019 9:30</source>
        <translation>15/6/2019, hoặc kèm giờ: 15/6/2019 9:30</translation>
    </message>
    <message>
        <source>parted by commas</source>
        <translation>cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>What should be remembered about this article?</source>
        <translation>Cần nhớ gì về bài này?</translation>
    </message>
    <message>
        <source>Free fields</source>
        <translation>Các mục khác</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>St&amp;ate</source>
        <translation>T&amp;rạng thái</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Gh&amp;i chú</translation>
    </message>
    <message>
        <source>Add a f&amp;ield</source>
        <translation>Thê&amp;m mục</translation>
    </message>
    <message>
        <source>Re&amp;move the field</source>
        <translation>&amp;Bỏ mục</translation>
    </message>
    <message>
        <source>Free fie&amp;lds</source>
        <translation>Các mục &amp;khác</translation>
    </message>
    <message>
        <source>Article information</source>
        <translation>Thông tin bài</translation>
    </message>
    <message>
        <source>This is no date. Write it as 15/6/2019.</source>
        <translation>Không phải ngày tháng. Hãy ghi như 15/6/2019.</translation>
    </message>
    <message>
        <source>An article needs a title.</source>
        <translation>Bài phải có tiêu đề.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày đăng</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi đưa tin</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Thẻ</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Lưu (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>What the columns mean</source>
        <translation>Ý nghĩa các cột</translation>
    </message>
    <message>
        <source>{0}: which column holds which part of an article? It is remembered for tables of the same columns.</source>
        <translation>{0}: cột nào chứa phần nào của bài? Lựa chọn được nhớ cho các bảng có cùng những cột này.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Nhập</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Huỷ</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Nội &amp;dung</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>T&amp;iêu đề</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>Tó&amp;m tắt</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>N&amp;guồn</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>Tá&amp;c giả</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Ngà&amp;y</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Đị&amp;a chỉ</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>&amp;Thẻ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>before a newer version took the library</source>
        <translation>trước khi phiên bản mới hơn nhận thư viện</translation>
    </message>
    <message>
        <source>before the library was mended</source>
        <translation>trước khi sửa lỗi trong thư viện</translation>
    </message>
    <message>
        <source>saved when the library was lost while it was open</source>
        <translation>được cứu khi thư viện bị mất lúc đang mở</translation>
    </message>
    <message>
        <source>what another copy took the place of</source>
        <translation>bản đã được một bản sao khác thay chỗ</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>The mark {0} lies outside the text of its article.</source>
        <translation>Chỗ đánh dấu {0} nằm ngoài nội dung bài của nó.</translation>
    </message>
    <message>
        <source>{0} {1}: {2} must be {3}.</source>
        <translation>{0} {1}: {2} phải là {3}.</translation>
    </message>
    <message>
        <source>{0} {1}: {2} must be one of these words: {3}.</source>
        <translation>{0} {1}: {2} phải là một trong các từ: {3}.</translation>
    </message>
    <message>
        <source>{0} {1}: {2} is missing.</source>
        <translation>{0} {1}: thiếu {2}.</translation>
    </message>
    <message>
        <source>{0} {1}: {2} is no JSON ({3}).</source>
        <translation>{0} {1}: {2} không phải là JSON ({3}).</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Mối liên hệ</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>SQLite, which keeps the file, says (in English):</source>
        <translation>SQLite, phần giữ tệp thư viện, báo (bằng tiếng Anh):</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Review</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation>Thôi (Esc)</translation>
    </message>
    <message>
        <source>End the review (Esc)</source>
        <translation>Thôi duyệt (Esc)</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>No article is open</source>
        <translation>Chưa mở bài nào</translation>
    </message>
    <message>
        <source>asks for files: texts, web pages, Word, PDF, e-books and more</source>
        <translation>chọn tệp để nhập: văn bản, trang web, Word, PDF, sách điện tử…</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Nhấp</translation>
    </message>
    <message>
        <source>an article on the shelf to read it here</source>
        <translation>vào một bài trong danh sách để đọc ở đây</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Thả</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>Thư viện chưa có bài nào</translation>
    </message>
    <message>
        <source>files or folders on the window to import them</source>
        <translation>tệp hoặc thư mục vào cửa sổ để nhập</translation>
    </message>
    <message>
        <source>makes an article of a copied text</source>
        <translation>dán văn bản đã sao chép thành một bài</translation>
    </message>
    <message>
        <source>leads through the first steps</source>
        <translation>hướng dẫn những bước đầu</translation>
    </message>
    <message>
        <source>files on the window to import them</source>
        <translation>tệp vào cửa sổ để nhập</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>words and press a label&apos;s key to mark them</source>
        <translation>một đoạn chữ rồi nhấn phím của nhãn để đánh dấu</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>accepts the selected mark; full stop and comma step to others</source>
        <translation>chấp nhận chỗ đánh dấu đang chọn; phím chấm và phẩy chuyển sang chỗ khác</translation>
    </message>
</context>
<context>
    <name>EncodingsDialog</name>
    <message>
        <source>Texts in old encodings</source>
        <translation>Văn bản dùng bảng mã cũ</translation>
    </message>
    <message>
        <source>These files were not in Unicode, or were once read wrongly. Before is how their words look, After how they are read. Their bytes are kept, and Undo takes a new reading back.</source>
        <translation>Những tệp này không phải Unicode, hoặc từng bị đọc sai bảng mã. “Trước” là chữ như đang thấy, “Sau” là chữ đã đọc lại. Tệp gốc được giữ nguyên từng byte, và lệnh Hoàn tác trả lại cách đọc cũ.</translation>
    </message>
    <message>
        <source>&amp;Read anew</source>
        <translation>Đọc &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Files with their words before and after</source>
        <translation>Các tệp, chữ trước và sau khi đọc lại</translation>
    </message>
    <message>
        <source>Read the &amp;chosen as</source>
        <translation>Đọc các tệp đã &amp;chọn theo</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>đúng như nó có</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>để nguyên</translation>
    </message>
    <message>
        <source>Choose all of this &amp;kind</source>
        <translation>Chọn mọi tệp cùng &amp;loại</translation>
    </message>
</context>
<context>
    <name>EncodingsModel</name>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Đọc theo</translation>
    </message>
    <message>
        <source>left</source>
        <translation>để nguyên</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>đúng như nó có</translation>
    </message>
</context>
<context>
    <name>EntitiesModel</name>
    <message>
        <source>{0} marks</source>
        <translation>{0} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>key {0}</source>
        <translation>phím {0}</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>đang ẩn</translation>
    </message>
</context>
<context>
    <name>EntityTree</name>
    <message>
        <source>Labels, what they name, and where</source>
        <translation>Các nhãn, những gì được nêu tên và ở chỗ nào</translation>
    </message>
    <message>
        <source>Enter accepts all below the line, Backspace rejects, Space shows or hides a label, Escape goes back.</source>
        <translation>Enter chấp nhận mọi chỗ bên dưới dòng, Backspace từ chối, phím cách hiện hoặc ẩn một nhãn, Escape quay lại.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The library {path} is open in another window or command. Close it there and try again.</source>
        <translation>Thư viện {path} đang mở ở một cửa sổ hoặc lệnh khác. Hãy đóng ở đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The library {path} was made by a newer Bút Dạ (schema {found}, this one knows {known}). Install the newer version.</source>
        <translation>Thư viện {path} do một bản Bút Dạ mới hơn tạo ra (lược đồ {found}, bản này chỉ biết đến {known}). Hãy cài bản mới hơn.</translation>
    </message>
    <message>
        <source>The library {path} was made by an older Bút Dạ. Open it once in the window, which brings it up to date.</source>
        <translation>Thư viện {path} do một bản Bút Dạ cũ hơn tạo ra. Hãy mở nó một lần trong cửa sổ để chuyển sang dạng mới.</translation>
    </message>
    <message>
        <source>The library {path} is damaged ({reason}). Bring back one of the copies in {backups} (butda restore in a terminal).</source>
        <translation>Thư viện {path} bị hỏng ({reason}). Hãy khôi phục một trong các bản sao ở {backups} (butda restore trong dòng lệnh).</translation>
    </message>
    <message>
        <source>{path} is not a Bút Dạ library. Choose another file; nothing was written to it.</source>
        <translation>{path} không phải thư viện của Bút Dạ. Hãy chọn tệp khác; tệp này chưa bị ghi gì vào.</translation>
    </message>
    <message>
        <source>The library {path} cannot be opened or made there ({reason}). Choose a folder you may write to.</source>
        <translation>Không mở hoặc tạo được thư viện {path} ({reason}). Hãy chọn một thư mục mà bạn được phép ghi.</translation>
    </message>
    <message>
        <source>There is no space left for the library {path}. Nothing of the last action was kept; free some space and try again.</source>
        <translation>Không còn chỗ trống cho thư viện {path}. Thao tác vừa rồi chưa được lưu; hãy giải phóng bớt dung lượng rồi thử lại.</translation>
    </message>
    <message>
        <source>The library {path} cannot be written. Change its permissions or choose another place.</source>
        <translation>Không ghi được vào thư viện {path}. Hãy sửa quyền truy cập hoặc chọn nơi khác.</translation>
    </message>
    <message>
        <source>The library {path} lies where no file can be locked, so two programs could write it at once. Move it.</source>
        <translation>Thư viện {path} nằm ở nơi không khóa được tệp, nên hai chương trình có thể ghi vào cùng lúc. Hãy chuyển nó sang nơi khác.</translation>
    </message>
    <message>
        <source>The library {path} was moved, deleted or replaced while it was open; the last action was not kept. All before it is saved in {copy}.</source>
        <translation>Thư viện {path} đã bị chuyển đi, xóa hoặc thay bằng tệp khác trong lúc đang mở; thao tác cuối không được giữ. Mọi việc trước đó đã được cứu vào {copy}.</translation>
    </message>
    <message>
        <source>There is no library {path}. Import something into it first, or name another.</source>
        <translation>Chưa có thư viện {path}. Hãy nhập tài liệu vào đó trước, hoặc nêu thư viện khác.</translation>
    </message>
    <message>
        <source>The library {path} is open, or was left unfinished, under another name of the same file. Use that name.</source>
        <translation>Thư viện {path} đang mở, hoặc còn dở dang, dưới một tên khác của cùng tệp ấy. Hãy dùng tên đó.</translation>
    </message>
    <message>
        <source>The log of the library {path} was removed or replaced while it was open; the last action was not kept. All before it is saved in {copy}: open that.</source>
        <translation>Tệp nhật ký của thư viện {path} đã bị xóa hoặc thay trong lúc đang mở; thao tác cuối không được giữ. Mọi việc trước đó đã được cứu vào {copy}: hãy mở tệp ấy.</translation>
    </message>
    <message>
        <source>The library {path} was moved or its log removed while it was open, and no copy could be saved ({reason}). Free some space and try again before you close it.</source>
        <translation>Thư viện {path} đã bị chuyển đi hoặc mất tệp nhật ký trong lúc đang mở, và không cứu được vào đâu ({reason}). Hãy dọn chỗ trống rồi thử lại trước khi đóng.</translation>
    </message>
    <message>
        <source>{path}: there is no such file.</source>
        <translation>{path}: không có tệp này.</translation>
    </message>
    <message>
        <source>{path}: the file cannot be read ({reason}).</source>
        <translation>{path}: không đọc được tệp ({reason}).</translation>
    </message>
    <message>
        <source>{path}: the file holds no text.</source>
        <translation>{path}: tệp không có chữ nào.</translation>
    </message>
    <message>
        <source>{path}: this is not a text file.</source>
        <translation>{path}: đây không phải tệp văn bản.</translation>
    </message>
    <message>
        <source>{path}: the file is larger than {limit} MB; split it first.</source>
        <translation>{path}: tệp lớn hơn {limit} MB; hãy chia nhỏ trước.</translation>
    </message>
    <message>
        <source>{path}: its character encoding was not recognised. Save it as Unicode (UTF-8) from a program that shows it right.</source>
        <translation>{path}: không nhận ra bảng mã chữ. Hãy lưu lại dưới dạng Unicode (UTF-8) từ một chương trình hiển thị đúng tệp này.</translation>
    </message>
    <message>
        <source>{path}: {count} letters of its text are lost (�). Import another copy of it, in which they are whole.</source>
        <translation>{path}: {count} chữ trong văn bản đã mất (�). Hãy nhập một bản khác còn nguyên chữ.</translation>
    </message>
    <message>
        <source>{path}: no column holds the text of articles ({columns}). Say which: --map text=COLUMN,title=COLUMN in a terminal.</source>
        <translation>{path}: không cột nào chứa nội dung bài ({columns}). Hãy nói rõ: --map text=CỘT,title=CỘT trong cửa sổ lệnh.</translation>
    </message>
    <message>
        <source>{said} is no PART=COLUMN. Parts: {parts}.</source>
        <translation>{said} không có dạng PHẦN=CỘT. Các phần: {parts}.</translation>
    </message>
    <message>
        <source>{path}: an article of the same address was there already, {title}; both are kept.</source>
        <translation>{path}: đã có một bài cùng địa chỉ, {title}; cả hai đều được giữ.</translation>
    </message>
    <message>
        <source>{path}: an article of nearly the same text was there already, {title}; both are kept.</source>
        <translation>{path}: đã có một bài gần như cùng nội dung, {title}; cả hai đều được giữ.</translation>
    </message>
    <message>
        <source>{path}: an article of the same headline was there already, {title}; both are kept.</source>
        <translation>{path}: đã có một bài cùng tiêu đề, {title}; cả hai đều được giữ.</translation>
    </message>
    <message>
        <source>{path}: an article of nearly the same text and a later date was there already, {title}; both are kept.</source>
        <translation>{path}: đã có một bài gần như cùng nội dung nhưng đăng sau, {title}; cả hai đều được giữ.</translation>
    </message>
    <message>
        <source>{path}: this is {what}, which is not read. Save what it says as text (.txt) or as a web page (.html) and import that.</source>
        <translation>{path}: đây là tệp {what}, chưa đọc được. Hãy lưu nội dung thành văn bản (.txt) hay trang web (.html) rồi nhập tệp đó.</translation>
    </message>
    <message>
        <source>{path}: object {number} was left out: it holds no text (key text, content or body).</source>
        <translation>{path}: đối tượng thứ {number} bị bỏ lại: không có văn bản (khóa text, content hay body).</translation>
    </message>
    <message>
        <source>{path}: the file holds no article. Each object needs the key text (or content, body).</source>
        <translation>{path}: tệp không có bài nào. Mỗi đối tượng cần có khóa text (hoặc content, body).</translation>
    </message>
    <message>
        <source>{path}: a password is wanted to read it. Save a copy without one, and import that.</source>
        <translation>{path}: cần mật khẩu mới đọc được. Hãy lưu một bản không có mật khẩu rồi nhập bản ấy.</translation>
    </message>
    <message>
        <source>{given} deals out nothing. Name two shares or more, such as 80,10,10.</source>
        <translation>{given} không chia được gì. Hãy nêu từ hai phần trở lên, chẳng hạn 80,10,10.</translation>
    </message>
    <message>
        <source>{path}: nothing tells which program set its marks. Name the format: {formats}.</source>
        <translation>{path}: không rõ chương trình nào đã đánh dấu. Hãy nêu tên định dạng: {formats}.</translation>
    </message>
    <message>
        <source>{path}: its marks cannot be read as {format} ({reason}). Nothing was brought in.</source>
        <translation>{path}: không đọc được các chỗ đánh dấu theo định dạng {format} ({reason}). Chưa đưa gì vào thư viện.</translation>
    </message>
    <message>
        <source>{given} is no pair of labels, such as PER=PERSON.</source>
        <translation>{given} không phải là một cặp nhãn, chẳng hạn PER=PERSON.</translation>
    </message>
    <message>
        <source>{path}: this bundle is not as it was packed ({reason}). Have it sent again.</source>
        <translation>{path}: gói này không còn như khi đóng ({reason}). Hãy nhờ gửi lại.</translation>
    </message>
    <message>
        <source>{path}: its pages are pictures without a text layer. Have its text recognized (OCR) and import the result.</source>
        <translation>{path}: các trang chỉ là ảnh, không có lớp chữ. Hãy nhận dạng chữ (OCR) rồi nhập kết quả.</translation>
    </message>
    <message>
        <source>{path}: it unpacks to more than {limit} MB, or holds archives inside archives. Unpack it yourself and import the folder.</source>
        <translation>{path}: giải nén ra hơn {limit} MB, hoặc có tệp nén trong tệp nén. Hãy tự giải nén rồi nhập thư mục.</translation>
    </message>
    <message>
        <source>{path}: left out, since its name points outside the archive.</source>
        <translation>{path}: bị bỏ lại, vì tên của nó trỏ ra ngoài tệp nén.</translation>
    </message>
    <message>
        <source>{count} files of the kind {ending} were left out: they are not read.</source>
        <translation>Bỏ lại {count} tệp loại {ending}: không đọc được loại này.</translation>
    </message>
    <message>
        <source>{name} is no encoding that is read. Say one of: {known}.</source>
        <translation>Không có bảng mã nào tên là {name}. Hãy dùng một trong các tên: {known}.</translation>
    </message>
    <message>
        <source>{path}: its text ({encoding}) was in no Unicode or read wrongly; it was brought back, and the bytes are kept.</source>
        <translation>{path}: văn bản ({encoding}) không phải Unicode hoặc đã bị đọc sai; chữ đã được khôi phục, tệp gốc vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>{path}: {count} of its pictures were left out; 20 MB of pictures are kept of a page.</source>
        <translation>{path}: {count} ảnh của trang không được giữ lại; mỗi trang giữ tối đa 20 MB ảnh.</translation>
    </message>
    <message>
        <source>{path} is an address, and nothing is fetched from the network. Save the page in your browser, and import that file.</source>
        <translation>{path} là một địa chỉ, mà Bút Dạ không tải gì từ mạng. Hãy lưu trang bằng trình duyệt rồi nhập tệp đó.</translation>
    </message>
    <message>
        <source>{path}: this kind cannot be imported; text, web pages, Word, OpenDocument, RTF, PDF, EPUB, tables, mail, JSON, zip can.</source>
        <translation>{path}: không nhập được loại tệp này; nhập được văn bản, trang web, Word, OpenDocument, RTF, PDF, EPUB, bảng, thư, JSON và zip.</translation>
    </message>
    <message>
        <source>{path}: the folder holds no file that can be imported (text, web pages, Word, PDF, tables, mail, JSON ...).</source>
        <translation>{path}: thư mục không có tệp nào nhập được (văn bản, trang web, Word, PDF, bảng, thư, JSON…).</translation>
    </message>
    <message>
        <source>{path}: this page is a list of articles (a front page). Open the article that you want and save its page.</source>
        <translation>{path}: trang này là một danh sách bài (trang chủ hay chuyên mục). Hãy mở bài cần đọc rồi lưu trang của bài đó.</translation>
    </message>
    <message>
        <source>{path}: no article text was found in this page.</source>
        <translation>{path}: không tìm thấy nội dung bài trong trang này.</translation>
    </message>
    <message>
        <source>{path}: the file cannot be written ({reason}). Choose another place.</source>
        <translation>{path}: không ghi được tệp ({reason}). Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>{path} is the open library itself. Choose another file.</source>
        <translation>{path} chính là thư viện đang mở. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>{path} is a library or another database, or belongs to one, and is never written over. Choose another file.</source>
        <translation>{path} là một thư viện hay cơ sở dữ liệu khác, hoặc là tệp đi kèm, nên không bao giờ bị ghi đè. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>{path} is a file, and this format writes a folder. Choose another name.</source>
        <translation>{path} là một tệp, mà định dạng này ghi ra một thư mục. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>{path} is there already. Choose another name, or have an earlier export replaced (--force in a terminal).</source>
        <translation>{path} đã có rồi. Hãy chọn tên khác, hoặc cho thay bản xuất trước (--force trong dòng lệnh).</translation>
    </message>
    <message>
        <source>{path} was not made by an export of Bút Dạ, so nothing in it is replaced. Choose another name.</source>
        <translation>{path} không phải do Bút Dạ xuất ra, nên không thứ gì trong đó bị thay. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>{path}: there already, and not as Bút Dạ wrote it. Choose another name, or have it replaced (--force in a terminal).</source>
        <translation>{path}: đã có sẵn, và không còn như Bút Dạ đã ghi. Hãy chọn tên khác, hoặc cho thay thế (--force trong dòng lệnh).</translation>
    </message>
    <message>
        <source>{path} is an earlier copy of this library. Choose another name, or have it replaced (--force in a terminal).</source>
        <translation>{path} là bản sao trước đây của chính thư viện này. Hãy chọn tên khác, hoặc cho thay thế (--force trong dòng lệnh).</translation>
    </message>
    <message>
        <source>{path} is no earlier copy of this library, and is never written over. Choose another name, or a folder.</source>
        <translation>{path} không phải bản sao trước đây của thư viện này nên không bao giờ bị ghi đè. Hãy chọn tên khác, hoặc một thư mục.</translation>
    </message>
    <message>
        <source>{path}: there already, and nothing is ever written over there. Choose another name.</source>
        <translation>{path}: đã có sẵn, và ở đây không bao giờ ghi đè. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>There is no copy {copy} in {folder}.</source>
        <translation>Không có bản sao {copy} trong {folder}.</translation>
    </message>
    <message>
        <source>{path} holds other files. Name a new folder or an empty one.</source>
        <translation>{path} đang chứa những tệp khác. Hãy nêu một thư mục mới hoặc trống.</translation>
    </message>
    <message>
        <source>There is no article {id}.</source>
        <translation>Không có bài {id}.</translation>
    </message>
    <message>
        <source>Several articles begin with {id}: {ids}.</source>
        <translation>Có nhiều bài bắt đầu bằng {id}: {ids}.</translation>
    </message>
    <message>
        <source>The article {id} is damaged in the library ({reason}). `butda check --mend` puts it right, after a copy.</source>
        <translation>Bài {id} bị hỏng trong thư viện ({reason}). Lệnh `butda check --mend` sửa lại, sau khi sao lưu.</translation>
    </message>
    <message>
        <source>The article {id} keeps no original file; it was pasted.</source>
        <translation>Bài {id} không có tệp gốc vì được dán vào.</translation>
    </message>
    <message>
        <source>The article {id} has no picture {number}; it keeps {count}.</source>
        <translation>Bài {id} không có ảnh số {number}; số ảnh được giữ: {count}.</translation>
    </message>
    <message>
        <source>An article needs a title.</source>
        <translation>Bài phải có tiêu đề. Hãy ghi tiêu đề.</translation>
    </message>
    <message>
        <source>{date} is no date. Write day, month and year, such as 15/6/2019.</source>
        <translation>{date} không phải ngày tháng. Hãy ghi ngày, tháng, năm, ví dụ 15/6/2019.</translation>
    </message>
    <message>
        <source>There is no annotation {id}.</source>
        <translation>Không có chỗ đánh dấu {id}.</translation>
    </message>
    <message>
        <source>Several annotations begin with {id}: {ids}.</source>
        <translation>Nhiều chỗ đánh dấu bắt đầu bằng {id}: {ids}.</translation>
    </message>
    <message>
        <source>{title}: its file is read as {count} articles now. Import it again, and delete this one.</source>
        <translation>{title}: tệp này nay được đọc thành {count} bài. Hãy nhập lại tệp rồi xoá bài này.</translation>
    </message>
    <message>
        <source>{title}: this file is that of another article, {other}.</source>
        <translation>{title}: tệp này là của một bài khác, {other}.</translation>
    </message>
    <message>
        <source>No mark {id} waits for its place.</source>
        <translation>Không có chỗ đánh dấu {id} nào đang chờ.</translation>
    </message>
    <message>
        <source>{field} is no FIELD=VALUE. Fields: {fields}.</source>
        <translation>{field} không có dạng TRƯỜNG=GIÁ TRỊ. Các trường: {fields}.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Không còn gì để hoàn tác.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Không còn gì để làm lại.</translation>
    </message>
    <message>
        <source>{start} to {end} is no stretch of article {id}, which has {length} characters.</source>
        <translation>{start} đến {end} không phải một đoạn của bài {id}; bài này dài {length} ký tự.</translation>
    </message>
    <message>
        <source>A mark cannot cover white space alone.</source>
        <translation>Không thể đánh dấu chỉ khoảng trắng.</translation>
    </message>
    <message>
        <source>That would leave nothing of the mark, or nothing would be cut out of it: select a part of its words.</source>
        <translation>Như thế thì chỗ đánh dấu không còn gì, hoặc không có gì để cắt: hãy chọn một phần chữ của nó.</translation>
    </message>
    <message>
        <source>There is no fact {id}.</source>
        <translation>Không có mối liên hệ {id}.</translation>
    </message>
    <message>
        <source>This step cannot be taken back or done again: its record in the library is damaged ({reason}).</source>
        <translation>Không hoàn tác hay làm lại được bước này: bản ghi của nó trong thư viện bị hỏng ({reason}).</translation>
    </message>
    <message>
        <source>The library has learned no rule {name}: `butda rules --library LIBRARY` lists them.</source>
        <translation>Thư viện chưa học được quy tắc nào tên là {name}: `butda rules --library LIBRARY` liệt kê các quy tắc đã học.</translation>
    </message>
    <message>
        <source>There is no list {name}. Lists: {lists}.</source>
        <translation>Không có danh sách {name}. Các danh sách: {lists}.</translation>
    </message>
    <message>
        <source>The list {name} is the file {path}: change or delete it there, or switch the list off.</source>
        <translation>Danh sách {name} là tệp {path}: hãy sửa hoặc xóa tệp đó, hoặc tắt danh sách.</translation>
    </message>
    <message>
        <source>The list {name} is damaged in the library ({reason}). `butda check --mend` puts it right, after a copy.</source>
        <translation>Danh sách {name} bị hỏng trong thư viện ({reason}). Lệnh `butda check --mend` sửa lại, sau khi sao lưu.</translation>
    </message>
    <message>
        <source>{name} is no name of a list: letters, figures, - and _ make one.</source>
        <translation>Tên danh sách {name} không dùng được: chỉ dùng chữ, số, dấu - và _.</translation>
    </message>
    <message>
        <source>There is no label {label}. Labels: {labels}.</source>
        <translation>Không có nhãn {label}. Các nhãn: {labels}.</translation>
    </message>
    <message>
        <source>There is a label {label} already.</source>
        <translation>Đã có nhãn {label}.</translation>
    </message>
    <message>
        <source>The key {key} gives the label {label} already. Choose another key.</source>
        <translation>Phím {key} đang dùng cho nhãn {label}. Hãy chọn phím khác.</translation>
    </message>
    <message>
        <source>There is no colour {color} for labels. Colours: {colors}.</source>
        <translation>Không có màu {color} cho nhãn. Các màu: {colors}.</translation>
    </message>
    <message>
        <source>The label cannot be made so: {key} must be {wanted}.</source>
        <translation>Không tạo được nhãn như vậy: {key} phải là {wanted}.</translation>
    </message>
    <message>
        <source>There is no format {format}. Formats: {formats}.</source>
        <translation>Không có định dạng {format}. Các định dạng: {formats}.</translation>
    </message>
    <message>
        <source>The format {format} needs the package {package}, which is not installed here (pip install {package}).</source>
        <translation>Định dạng {format} cần gói {package}, chưa được cài ở đây (pip install {package}).</translation>
    </message>
    <message>
        <source>Work on a cluster needs Dask, which is not installed here (pip install &apos;butda[cluster]&apos;).</source>
        <translation>Làm việc trên cụm máy cần Dask, chưa được cài ở đây (pip install &apos;butda[cluster]&apos;).</translation>
    </message>
    <message>
        <source>The cluster {address} is out of reach ({reason}). Look whether it runs and begin again; what is done stays.</source>
        <translation>Không làm việc được với cụm máy {address} ({reason}). Hãy xem cụm có đang chạy không rồi chạy lại; phần đã xong vẫn còn.</translation>
    </message>
    <message>
        <source>The cluster has another detector ({found}; here {known}). Install the same Bút Dạ on its scheduler and workers.</source>
        <translation>Cụm máy có bộ nhận diện khác ({found}; ở đây là {known}). Hãy cài cùng một bản Bút Dạ ở máy điều phối và mọi máy tính toán.</translation>
    </message>
    <message>
        <source>{path} holds something else than parts of this run. Choose a new folder, or the same files and options.</source>
        <translation>{path} chứa thứ khác, không phải kết quả của lần chạy này. Hãy chọn thư mục mới, hoặc đúng các tệp và tùy chọn cũ.</translation>
    </message>
    <message>
        <source>{path}: the block from line {number} killed the workers that read it. Give them more memory and begin again.</source>
        <translation>{path}: khối bắt đầu từ dòng {number} làm các tiến trình đọc nó bị dừng. Hãy cấp thêm bộ nhớ rồi chạy lại.</translation>
    </message>
    <message>
        <source>{path}: {wrong} of {total} annotations do not match their text after writing. The file was not kept.</source>
        <translation>{path}: {wrong} trên {total} chỗ đánh dấu không khớp với nguyên văn sau khi ghi. Tệp đã được bỏ đi.</translation>
    </message>
    <message>
        <source>{path}: line {number} was left out: {key} must be {wanted}.</source>
        <translation>{path}: đã bỏ qua dòng {number}: {key} phải là {wanted}.</translation>
    </message>
    <message>
        <source>{path}: line {number} was left out: {key} must be one of these words: {wanted}.</source>
        <translation>{path}: đã bỏ qua dòng {number}: {key} phải là một trong các từ: {wanted}.</translation>
    </message>
    <message>
        <source>{path}: line {number} was left out: {key} is missing.</source>
        <translation>{path}: đã bỏ qua dòng {number}: thiếu {key}.</translation>
    </message>
    <message>
        <source>{path}: line {number} was left out: it is not JSON in UTF-8 ({wanted}).</source>
        <translation>{path}: đã bỏ qua dòng {number}: dòng này không phải là JSON mã hóa UTF-8 ({wanted}).</translation>
    </message>
    <message>
        <source>{path}: line {number} was left out: it is longer than {limit} MB.</source>
        <translation>{path}: đã bỏ qua dòng {number}: dòng này dài hơn {limit} MB.</translation>
    </message>
    <message>
        <source>{path}: none of its first {number} lines is an article of an export. The others were not read.</source>
        <translation>{path}: {number} dòng đầu không có dòng nào là bài của một tệp xuất. Các dòng còn lại không được đọc.</translation>
    </message>
    <message>
        <source>{title} was looked through by a newer detector ({theirs}; this one is {ours}). Install the newer Bút Dạ.</source>
        <translation>Bài {title} đã được máy đọc bằng bộ quy tắc mới hơn ({theirs}; ở đây là {ours}). Hãy cài Bút Dạ bản mới hơn.</translation>
    </message>
    <message>
        <source>{path}: an error of the program came up with this file. The others are not concerned; please report it.</source>
        <translation>{path}: chương trình gặp lỗi với tệp này. Các tệp khác không bị ảnh hưởng; xin báo lỗi cho nhóm phát triển.</translation>
    </message>
    <message>
        <source>An error of the program ended this. What was done before stays; please report it.</source>
        <translation>Việc này phải dừng vì lỗi của chương trình. Những gì đã làm trước đó vẫn còn; xin báo lỗi cho nhóm phát triển.</translation>
    </message>
    <message>
        <source>line {number}: {reason}</source>
        <translation>dòng {number}: {reason}</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Who&amp;le library</source>
        <translation>&amp;Toàn bộ thư viện</translation>
    </message>
    <message>
        <source>The &amp;open article</source>
        <translation>Bài đang &amp;mở</translation>
    </message>
    <message>
        <source>What the filters ta&amp;ke</source>
        <translation>Những bài &amp;qua bộ lọc</translation>
    </message>
    <message>
        <source>What was foun&amp;d: {0}</source>
        <translation>&amp;Kết quả tìm: {0}</translation>
    </message>
    <message>
        <source>The {0} &amp;selected articles</source>
        <translation>{0} bài đang &amp;chọn</translation>
    </message>
    <message>
        <source>Written and verified: {0}</source>
        <translation>Đã ghi và đối chiếu: {0}</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mở chỗ lưu</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Chọ&amp;n…</translation>
    </message>
    <message>
        <source>Replace the &amp;names of people and bodies by numbers</source>
        <translation>T&amp;hay tên người và cơ quan bằng số</translation>
    </message>
    <message>
        <source>S&amp;how the folder</source>
        <translation>Mở chỗ &amp;lưu</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Xuất</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>Th&amp;ay thế</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Dừng lạ&amp;i</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>by label</source>
        <translation>theo nhãn</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>theo tên</translation>
    </message>
    <message>
        <source>by article</source>
        <translation>theo bài</translation>
    </message>
    <message>
        <source>all in one</source>
        <translation>tất cả vào một</translation>
    </message>
    <message>
        <source>dealt out to {0}: {1}</source>
        <translation>chia thành {0}: {1}</translation>
    </message>
    <message>
        <source>training and test</source>
        <translation>huấn luyện và kiểm tra</translation>
    </message>
    <message>
        <source>training, development and test</source>
        <translation>huấn luyện, phát triển và kiểm tra</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>&amp;Bài</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Chỗ đánh dấu</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>Định &amp;dạng</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>T&amp;rích dẫn</translation>
    </message>
    <message>
        <source>Se&amp;ts</source>
        <translation>&amp;Phân chia</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>Ghi &amp;vào</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Tệp sẽ ghi</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Sẽ mất</translation>
    </message>
    <message>
        <source>{0} of {1} marks go in</source>
        <translation>Giữ được {0} trong {1} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Writing and verifying… {0} %</source>
        <translation>Đang ghi và đối chiếu… {0} %</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Đã dừng; chưa ghi gì.</translation>
    </message>
    <message>
        <source>Articles read back: {0} of {1}.
{2}</source>
        <translation>Số bài đọc lại được: {0} trên {1}.
{2}</translation>
    </message>
    <message>
        <source>Articles: {0}. Marks read back and equal to their text: {1} of {2}.
{3}</source>
        <translation>Đã xuất {0} bài. Đã đối chiếu đúng với nguyên văn {1}/{2} chỗ đánh dấu.
{3}</translation>
    </message>
    <message>
        <source>Marks that this format cannot hold: {0}. They stand in a list beside it.</source>
        <translation>Số chỗ đánh dấu mà định dạng này không chứa được: {0}. Chúng nằm trong một danh sách bên cạnh.</translation>
    </message>
    <message>
        <source>What stands for which name: {0}</source>
        <translation>Số nào thay tên nào: {0}</translation>
    </message>
    <message>
        <source>Said so seldom that it may still tell who is meant: {0}</source>
        <translation>Hiếm gặp nên vẫn có thể lộ ra đó là ai: {0}</translation>
    </message>
    <message>
        <source>{0}: there already. Choose another name, or replace what is there.</source>
        <translation>{0}: đã có sẵn. Hãy chọn tên khác, hoặc thay thế tệp đang có.</translation>
    </message>
    <message>
        <source>Writing and verifying…</source>
        <translation>Đang ghi và đối chiếu…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Xuất ra</translation>
    </message>
</context>
<context>
    <name>FactsStrip</name>
    <message>
        <source>Facts</source>
        <translation>Mối liên hệ</translation>
    </message>
    <message>
        <source>Accept the fact (Enter)</source>
        <translation>Chấp nhận mối liên hệ (Enter)</translation>
    </message>
    <message>
        <source>Reject the fact (Backspace)</source>
        <translation>Từ chối mối liên hệ (Backspace)</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Texts and pages</source>
        <translation>Văn bản và trang web</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Nhập tệp</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Nhập cả thư mục</translation>
    </message>
    <message>
        <source>Imported: {0}.</source>
        <translation>Đã nhập {0} bài.</translation>
    </message>
    <message>
        <source>Labels made for marks: {0}.</source>
        <translation>Nhãn mới cho các chỗ đánh dấu: {0}.</translation>
    </message>
    <message>
        <source>Already in the library: {0}.</source>
        <translation>Đã có sẵn trong thư viện: {0} bài.</translation>
    </message>
    <message>
        <source>Cancelled; what was imported stays, Undo takes it back.</source>
        <translation>Đã dừng; những bài nhập rồi vẫn còn, có thể hoàn tác.</translation>
    </message>
    <message>
        <source>There was nothing to import.</source>
        <translation>Không có gì để nhập.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Xem các bài này</translation>
    </message>
    <message>
        <source>import report.txt</source>
        <translation>báo cáo nhập bài.txt</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Đã lưu: {0}</translation>
    </message>
    <message>
        <source>Save the original file</source>
        <translation>Lưu lại tệp gốc</translation>
    </message>
    <message>
        <source>Saved, byte for byte as it was imported: {0}</source>
        <translation>Đã lưu, giống tệp nhập vào đến từng byte: {0}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Tìm trong bài</translation>
    </message>
    <message>
        <source>Words with marks bind them, words without find all: “dang” finds “đảng”.</source>
        <translation>Gõ có dấu thì tìm đúng dấu, gõ không dấu thì tìm mọi dấu: “dang” tìm ra cả “đảng”.</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Kết quả trước (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Kết quả sau (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Không thấy</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
</context>
<context>
    <name>FoldLayer</name>
    <message>
        <source>{0} lines of page furniture</source>
        <translation>{0} dòng phần phụ của trang</translation>
    </message>
    <message>
        <source>{0} line of page furniture</source>
        <translation>{0} dòng phần phụ của trang</translation>
    </message>
    <message>
        <source>{0}: a mark takes them in, a copy leaves them out</source>
        <translation>{0}: đánh dấu thì gồm cả, sao chép thì bỏ qua</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>JSON Lines: everything, can be imported again</source>
        <translation>JSON Lines: đầy đủ, có thể nhập lại</translation>
    </message>
    <message>
        <source>CSV: one row a mark, for spreadsheets</source>
        <translation>CSV: mỗi chỗ đánh dấu một dòng, cho bảng tính</translation>
    </message>
    <message>
        <source>HTML: the articles with their marks, for any browser</source>
        <translation>HTML: các bài đã đánh dấu, mở bằng mọi trình duyệt</translation>
    </message>
    <message>
        <source>Excel workbook: marks, articles, entities, figures</source>
        <translation>Sổ Excel: chỗ đánh dấu, bài, thực thể, số liệu</translation>
    </message>
    <message>
        <source>Markdown: a file an article, for Obsidian and Logseq</source>
        <translation>Markdown: mỗi bài một tệp, cho Obsidian và Logseq</translation>
    </message>
    <message>
        <source>Report: the quotes by label, to read or print</source>
        <translation>Báo cáo: trích dẫn xếp theo nhãn, để đọc hoặc in</translation>
    </message>
    <message>
        <source>Word report: the quotes by label, with context and notes</source>
        <translation>Báo cáo Word: các trích dẫn theo nhãn, kèm ngữ cảnh và ghi chú</translation>
    </message>
    <message>
        <source>Bundle: articles with their files, marks and history, for a colleague</source>
        <translation>Gói: các bài cùng tệp gốc, chỗ đánh dấu và lịch sử, để gửi đồng nghiệp</translation>
    </message>
    <message>
        <source>PDF: the articles with highlights and notes</source>
        <translation>PDF: các bài với chỗ tô sáng và ghi chú</translation>
    </message>
    <message>
        <source>Prodigy: JSON Lines with tokens and spans</source>
        <translation>Prodigy: JSON Lines với token và khoảng</translation>
    </message>
    <message>
        <source>spaCy: DocBin with spans and entities</source>
        <translation>spaCy: DocBin với các span và thực thể</translation>
    </message>
    <message>
        <source>IOB2: token and tag, without overlaps</source>
        <translation>IOB2: token và thẻ, không chồng nhau</translation>
    </message>
    <message>
        <source>IOBES: token and tag, without overlaps</source>
        <translation>IOBES: token và thẻ, không chồng nhau</translation>
    </message>
    <message>
        <source>CoNLL-2003: four columns, without overlaps</source>
        <translation>CoNLL-2003: bốn cột, không chồng nhau</translation>
    </message>
    <message>
        <source>CoNLL-U Plus: columns that keep nested marks</source>
        <translation>CoNLL-U Plus: dạng cột, giữ được chỗ lồng nhau</translation>
    </message>
    <message>
        <source>Label Studio: tasks with annotations and predictions</source>
        <translation>Label Studio: nhiệm vụ với đánh dấu và gợi ý</translation>
    </message>
    <message>
        <source>doccano: JSON Lines with text and labels</source>
        <translation>doccano: JSON Lines với văn bản và nhãn</translation>
    </message>
    <message>
        <source>brat: standoff files, a pair an article</source>
        <translation>brat: mỗi bài một cặp tệp standoff</translation>
    </message>
    <message>
        <source>INCEpTION: UIMA CAS as JSON</source>
        <translation>INCEpTION: UIMA CAS dạng JSON</translation>
    </message>
    <message>
        <source>INCEpTION: UIMA CAS as XMI</source>
        <translation>INCEpTION: UIMA CAS dạng XMI</translation>
    </message>
    <message>
        <source>REFI-QDA: for QualCoder, MAXQDA, NVivo, ATLAS.ti</source>
        <translation>REFI-QDA: cho QualCoder, MAXQDA, NVivo, ATLAS.ti</translation>
    </message>
    <message>
        <source>Archive register: HoSo and TaiLieu of Thông tư 05/2025, with Dublin Core</source>
        <translation>Mục lục lưu trữ: HoSo và TaiLieu theo Thông tư 05/2025, kèm Dublin Core</translation>
    </message>
    <message>
        <source>Parquet: a data set for Hugging Face, with its card and Croissant</source>
        <translation>Parquet: bộ dữ liệu cho Hugging Face, kèm thẻ giới thiệu và Croissant</translation>
    </message>
    <message>
        <source>RIS: the articles as citations, for Zotero and others</source>
        <translation>RIS: danh mục trích dẫn các bài, cho Zotero và chương trình khác</translation>
    </message>
    <message>
        <source>CSL JSON: the articles as citations</source>
        <translation>CSL JSON: danh mục trích dẫn các bài</translation>
    </message>
    <message>
        <source>FollowTheMoney: people, bodies, offices and mentions, for OpenAleph</source>
        <translation>FollowTheMoney: người, cơ quan, chức vụ và chỗ nhắc tới, cho OpenAleph</translation>
    </message>
    <message>
        <source>W3C Web Annotation: JSON-LD, for Recogito and Hypothesis</source>
        <translation>W3C Web Annotation: JSON-LD, cho Recogito và Hypothesis</translation>
    </message>
    <message>
        <source>TEI: the articles with standoff annotations</source>
        <translation>TEI: các bài với chú giải đặt riêng</translation>
    </message>
</context>
<context>
    <name>ForwardCommands</name>
    <message>
        <source>Articles looked through again, by newer rules: {0}</source>
        <translation>Số bài đã được đọc lại theo quy tắc mới: {0}</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Tools</source>
        <translation>Công cụ</translation>
    </message>
    <message>
        <source>Hide or show the shelf (Ctrl+F9)</source>
        <translation>Ẩn hoặc hiện danh sách bài (Ctrl+F9)</translation>
    </message>
    <message>
        <source>Hide or show labels and marks (Shift+F9)</source>
        <translation>Ẩn hoặc hiện nhãn và chỗ đánh dấu (Shift+F9)</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>End of the mark</source>
        <translation>Cuối chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Start of the mark</source>
        <translation>Đầu chỗ đánh dấu</translation>
    </message>
    <message>
        <source>{0}: drag it by words, with Ctrl or Alt by syllables, with both by letters ({1})</source>
        <translation>{0}: kéo theo từ; giữ Ctrl hoặc Alt để kéo theo tiếng, giữ cả hai để kéo theo ký tự ({1})</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>This is a suggestion: the line below it is broken. Enter accepts it, Backspace rejects it, &gt; goes to the next one.</source>
        <translation>Đây là một gợi ý: đường gạch dưới còn đứt nét. Enter chấp nhận, Backspace từ chối, phím &gt; sang gợi ý kế tiếp.</translation>
    </message>
    <message>
        <source>Who, what, how often</source>
        <translation>Ai, gì, mấy lần</translation>
    </message>
    <message>
        <source>Each label has a colour and a key, and opens to what it names. Enter on a line accepts all below it; a click on the colour hides the marks.</source>
        <translation>Mỗi nhãn có một màu và một phím, mở ra thấy những gì được nêu tên. Enter trên một dòng chấp nhận mọi chỗ bên dưới; bấm vào ô màu thì ẩn các chỗ ấy.</translation>
    </message>
    <message>
        <source>Your articles</source>
        <translation>Danh sách bài</translation>
    </message>
    <message>
        <source>Click an article to read it. The box above searches titles and texts: “dang vien” also finds “đảng viên”.</source>
        <translation>Nhấp vào một bài để đọc. Ô phía trên tìm trong tên bài và nội dung: gõ “dang vien” cũng thấy “đảng viên”.</translation>
    </message>
    <message>
        <source>Suggested marks</source>
        <translation>Gợi ý đánh dấu</translation>
    </message>
    <message>
        <source>Your own marks</source>
        <translation>Tự đánh dấu</translation>
    </message>
    <message>
        <source>Select words with the mouse, or with Shift and the arrows, then press the key of a label: N for a person, D for a place.</source>
        <translation>Chọn chữ bằng chuột, hoặc bằng Shift và phím mũi tên, rồi nhấn phím của nhãn: N là người, D là địa danh.</translation>
    </message>
    <message>
        <source>Nothing gets lost</source>
        <translation>Không mất gì cả</translation>
    </message>
    <message>
        <source>Every mark is saved when it is made, and Ctrl+Z takes back anything. Drop files on the window to import your own articles.</source>
        <translation>Mỗi chỗ đánh dấu được lưu ngay khi tạo, và Ctrl+Z hoàn tác được mọi việc. Thả tệp vào cửa sổ để nhập bài của bạn.</translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message>
        <source>It was stopped, and what it had done is taken back.</source>
        <translation>Đã dừng, và những gì đã làm được hoàn tác hết.</translation>
    </message>
    <message>
        <source>Something else still goes on. Wait for its end, or cancel it below.</source>
        <translation>Một việc khác còn đang chạy. Hãy chờ xong, hoặc hủy ở bên dưới.</translation>
    </message>
    <message>
        <source>Other things were done since. The Edit menu undoes them first.</source>
        <translation>Sau đó đã có thao tác khác. Hãy hoàn tác lần lượt trong trình đơn Sửa.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>This was done on {0}: {1}.</source>
        <translation>Bước này làm {0}: {1}.</translation>
    </message>
    <message>
        <source>Done again: {0}.</source>
        <translation>Đã làm lại: {0}.</translation>
    </message>
    <message>
        <source>Undone: {0}.</source>
        <translation>Đã hoàn tác: {0}.</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Files left out: {0}. Imported: {1}. Already in the library: {2}.</source>
        <translation>Không nhập được {0} tệp. Đã nhập {1} bài. Đã có sẵn trong thư viện: {2} bài.</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>Tệp không nhập được</translation>
    </message>
    <message>
        <source>&amp;Save the report…</source>
        <translation>&amp;Lưu báo cáo…</translation>
    </message>
    <message>
        <source>Old &amp;encodings ({0})…</source>
        <translation>&amp;Bảng mã cũ ({0})…</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Looking for files…</source>
        <translation>Đang tìm tệp…</translation>
    </message>
    <message>
        <source>Importing: {0} of {1}</source>
        <translation>Đang nhập: {0}/{1}</translation>
    </message>
    <message>
        <source>Detecting: {0} of {1}</source>
        <translation>Đang nhận diện: {0}/{1}</translation>
    </message>
    <message>
        <source>Looking again, by newer rules: {0} of {1}</source>
        <translation>Đang đọc lại theo quy tắc mới: {0}/{1}</translation>
    </message>
    <message>
        <source>Reading again: {0} of {1}</source>
        <translation>Đang đọc lại: {0} trên {1}</translation>
    </message>
    <message>
        <source>Bringing in marks: {0} of {1}</source>
        <translation>Đang đưa chỗ đánh dấu vào: {0}/{1}</translation>
    </message>
    <message>
        <source>Tagging: {0} of {1}</source>
        <translation>Đang gắn thẻ: {0} trên {1}</translation>
    </message>
    <message>
        <source>Setting the state: {0} of {1}</source>
        <translation>Đang đổi trạng thái: {0} trên {1}</translation>
    </message>
    <message>
        <source>Deleting: {0} of {1}</source>
        <translation>Đang xóa: {0} trên {1}</translation>
    </message>
    <message>
        <source>Undoing: {0} of {1}</source>
        <translation>Đang hoàn tác: {0} trên {1}</translation>
    </message>
    <message>
        <source>Redoing: {0} of {1}</source>
        <translation>Đang làm lại: {0} trên {1}</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Đang sao lưu…</translation>
    </message>
    <message>
        <source>Backing up: {2}%</source>
        <translation>Đang sao lưu: {2}%</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>Đang kiểm tra thư viện…</translation>
    </message>
    <message>
        <source>Checking the copy…</source>
        <translation>Đang kiểm tra bản sao…</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>On the page</source>
        <translation>Trên trang đọc</translation>
    </message>
    <message>
        <source>move the caret; Shift selects</source>
        <translation>di chuyển con trỏ; giữ Shift để chọn</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Mũi tên</translation>
    </message>
    <message>
        <source>on by what is seen</source>
        <translation>tới một trang</translation>
    </message>
    <message>
        <source>back by what is seen</source>
        <translation>lùi một trang</translation>
    </message>
    <message>
        <source>to the beginning, to the end of the article</source>
        <translation>về đầu bài, tới cuối bài</translation>
    </message>
    <message>
        <source>back and on by words</source>
        <translation>lùi, tới từng từ</translation>
    </message>
    <message>
        <source>select by words</source>
        <translation>chọn theo từ</translation>
    </message>
    <message>
        <source>select by syllables</source>
        <translation>chọn theo tiếng</translation>
    </message>
    <message>
        <source>select the word, the sentence; dragged on, more of them</source>
        <translation>chọn từ, chọn câu; kéo tiếp thì chọn thêm</translation>
    </message>
    <message>
        <source>Double click, third click</source>
        <translation>Bấm đúp, bấm lần thứ ba</translation>
    </message>
    <message>
        <source>select to any letter; otherwise syllables are taken whole</source>
        <translation>chọn tới từng chữ cái; bình thường luôn lấy trọn tiếng</translation>
    </message>
    <message>
        <source>Ctrl or Alt while dragging</source>
        <translation>Giữ Ctrl hoặc Alt khi kéo</translation>
    </message>
    <message>
        <source>with nothing selected makes the label active: what is selected next gets it, until Escape</source>
        <translation>khi không chọn gì thì giữ nhãn ấy trong tay: chữ được chọn sau đó mang nhãn ấy, cho tới khi bấm Esc</translation>
    </message>
    <message>
        <source>A label&apos;s key</source>
        <translation>Phím của một nhãn</translation>
    </message>
    <message>
        <source>see the labels of all marks</source>
        <translation>xem nhãn của mọi chỗ đánh dấu</translation>
    </message>
    <message>
        <source>F6, held</source>
        <translation>Giữ F6</translation>
    </message>
    <message>
        <source>next and previous mark</source>
        <translation>chỗ đánh dấu sau và trước</translation>
    </message>
    <message>
        <source>select the mark at the caret, or open the fold there</source>
        <translation>chọn chỗ đánh dấu ở con trỏ, hoặc mở phần gập ở đó</translation>
    </message>
    <message>
        <source>end the search, the review, the whole screen; then to the shelf</source>
        <translation>thôi tìm, thôi duyệt, thôi toàn màn hình; sau đó về danh sách bài</translation>
    </message>
    <message>
        <source>With a mark selected</source>
        <translation>Khi một chỗ đánh dấu được chọn</translation>
    </message>
    <message>
        <source>widen its end by a syllable, with Shift narrow it; with Ctrl its start; Alt and arrows do the same</source>
        <translation>nới cuối thêm một tiếng, với Shift thì thu lại; với Ctrl là đầu; Alt và mũi tên cũng vậy</translation>
    </message>
    <message>
        <source>goes by words; with Ctrl or Alt by syllables, with both by letters</source>
        <translation>đi theo từ; thêm Ctrl hoặc Alt thì theo tiếng, thêm cả hai thì theo chữ cái</translation>
    </message>
    <message>
        <source>A mark&apos;s edge dragged</source>
        <translation>Kéo ranh giới của chỗ đánh dấu</translation>
    </message>
    <message>
        <source>In a review</source>
        <translation>Khi duyệt</translation>
    </message>
    <message>
        <source>accept and go on; at the end of the article: open the next</source>
        <translation>chấp nhận rồi đi tiếp; ở cuối bài: mở bài kế tiếp</translation>
    </message>
    <message>
        <source>leave it undecided and go on</source>
        <translation>bỏ qua, chưa quyết, rồi đi tiếp</translation>
    </message>
    <message>
        <source>back to what was skipped last</source>
        <translation>trở lại chỗ vừa bỏ qua</translation>
    </message>
    <message>
        <source>end the review</source>
        <translation>thôi duyệt</translation>
    </message>
    <message>
        <source>In the pane of marks</source>
        <translation>Trong khung chỗ đánh dấu</translation>
    </message>
    <message>
        <source>accept all that is selected, or stands below the line</source>
        <translation>chấp nhận mọi chỗ đang chọn, hoặc mọi chỗ bên dưới dòng đó</translation>
    </message>
    <message>
        <source>open or fold a line, or hide a label</source>
        <translation>mở hoặc gập một dòng, hoặc ẩn một nhãn</translation>
    </message>
    <message>
        <source>back to the page</source>
        <translation>về trang đọc</translation>
    </message>
    <message>
        <source>On the shelf</source>
        <translation>Trong danh sách bài</translation>
    </message>
    <message>
        <source>look at an article</source>
        <translation>xem lướt một bài</translation>
    </message>
    <message>
        <source>read it</source>
        <translation>đọc bài</translation>
    </message>
    <message>
        <source>delete the selected articles</source>
        <translation>xóa các bài đang chọn</translation>
    </message>
    <message>
        <source>give a tag, or take it off</source>
        <translation>gắn thẻ, hoặc gỡ thẻ</translation>
    </message>
    <message>
        <source>In the find bar</source>
        <translation>Trong thanh tìm</translation>
    </message>
    <message>
        <source>next hit</source>
        <translation>kết quả sau</translation>
    </message>
    <message>
        <source>previous hit</source>
        <translation>kết quả trước</translation>
    </message>
    <message>
        <source>close it</source>
        <translation>đóng lại</translation>
    </message>
    <message>
        <source>next and previous suggestion</source>
        <translation>gợi ý sau và gợi ý trước</translation>
    </message>
    <message>
        <source>accept the selected mark and go on to the next suggestion</source>
        <translation>chấp nhận chỗ đang chọn rồi sang gợi ý sau</translation>
    </message>
    <message>
        <source>reject it and go on</source>
        <translation>từ chối rồi sang gợi ý sau</translation>
    </message>
    <message>
        <source>delete it</source>
        <translation>xóa chỗ đánh dấu</translation>
    </message>
    <message>
        <source>select nothing</source>
        <translation>bỏ chọn</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Chỗ khác</translation>
    </message>
    <message>
        <source>letters, figures and signs give labels; take Ctrl along</source>
        <translation>chữ, số và dấu câu dành cho nhãn; hãy bấm kèm Ctrl</translation>
    </message>
    <message>
        <source>Alt and a letter open a menu</source>
        <translation>Alt và một chữ cái mở trình đơn</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Bàn phím</translation>
    </message>
    <message>
        <source>With words or a mark selected</source>
        <translation>Khi đang chọn chữ hoặc một chỗ đánh dấu</translation>
    </message>
</context>
<context>
    <name>LabelButton</name>
    <message>
        <source>{0}, key {1}</source>
        <translation>{0}, phím {1}</translation>
    </message>
</context>
<context>
    <name>Libraries</name>
    <message>
        <source>Make a new library</source>
        <translation>Tạo thư viện mới</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Thư viện mới</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Mở thư viện</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Thư viện</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>Libraries</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>Sao lưu thư viện</translation>
    </message>
    <message>
        <source>The copy is complete and was checked: {0}</source>
        <translation>Bản sao đã đủ và đã được kiểm tra: {0}</translation>
    </message>
    <message>
        <source>The library is whole: its file is sound, and every mark lies in its text.</source>
        <translation>Thư viện nguyên vẹn: tệp không hỏng, chỗ đánh dấu nào cũng nằm trong văn bản của nó.</translation>
    </message>
    <message>
        <source>This library is damaged. Bring back one of its copies (File, Bring back a copy…); they lie in {0}.</source>
        <translation>Thư viện này bị hỏng. Hãy khôi phục một trong các bản sao (Tệp, Khôi phục từ bản sao…); chúng nằm ở {0}.</translation>
    </message>
    <message>
        <source>The library was checked</source>
        <translation>Đã kiểm tra thư viện</translation>
    </message>
</context>
<context>
    <name>LibraryTrouble</name>
    <message>
        <source>This library cannot be opened</source>
        <translation>Không mở được thư viện này</translation>
    </message>
    <message>
        <source>&amp;Another library…</source>
        <translation>Thư &amp;viện khác…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Th&amp;oát</translation>
    </message>
    <message>
        <source>&amp;Bring back a copy…</source>
        <translation>&amp;Khôi phục từ bản sao…</translation>
    </message>
</context>
<context>
    <name>LibraryUpgrade</name>
    <message>
        <source>The library “{0}” was made by an earlier Bút Dạ. It is being brought up to this one; a copy is kept first. This is done once.</source>
        <translation>Thư viện “{0}” do một bản Bút Dạ cũ tạo ra và đang được nâng lên bản này; một bản sao được giữ lại trước. Việc này chỉ làm một lần.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Đang chuẩn bị…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Th&amp;oát</translation>
    </message>
    <message>
        <source>The library stays as it was (Escape)</source>
        <translation>Thư viện giữ nguyên như cũ (Escape)</translation>
    </message>
    <message>
        <source>The shelf is made anew: {0} of {1} articles</source>
        <translation>Đang lập lại danh sách bài: {0} trên {1} bài</translation>
    </message>
    <message>
        <source>A copy is being kept…</source>
        <translation>Đang giữ lại một bản sao…</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Parts of the program</source>
        <translation>Các thành phần</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Nội dung giấy phép</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Menus, links and forms of the saved page</source>
        <translation>Trình đơn, liên kết và biểu mẫu của trang đã lưu</translation>
    </message>
</context>
<context>
    <name>Lost</name>
    <message>
        <source>rejected marks: {0}</source>
        <translation>chỗ đã bác: {0}</translation>
    </message>
    <message>
        <source>overlapping marks: {0}</source>
        <translation>chỗ đánh dấu chồng nhau: {0}</translation>
    </message>
    <message>
        <source>marks within others: {0}</source>
        <translation>chỗ nằm trong chỗ khác: {0}</translation>
    </message>
    <message>
        <source>marks over a line’s end or with white space at an edge: {0}</source>
        <translation>chỗ qua dòng hoặc có khoảng trắng ở mép: {0}</translation>
    </message>
    <message>
        <source>notes: {0}</source>
        <translation>ghi chú: {0}</translation>
    </message>
    <message>
        <source>values: {0}</source>
        <translation>giá trị: {0}</translation>
    </message>
    <message>
        <source>attributes: {0}</source>
        <translation>thuộc tính: {0}</translation>
    </message>
    <message>
        <source>whether a mark is only suggested: {0}</source>
        <translation>chỗ chỉ mới gợi ý: {0}</translation>
    </message>
    <message>
        <source>facts: {0}</source>
        <translation>quan hệ: {0}</translation>
    </message>
</context>
<context>
    <name>Makers</name>
    <message>
        <source>the detector</source>
        <translation>máy gợi ý</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Labels for the selection</source>
        <translation>Nhãn cho chỗ đang chọn</translation>
    </message>
    <message>
        <source>The label of the mark</source>
        <translation>Nhãn của chỗ đánh dấu</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Mọi nhãn</translation>
    </message>
    <message>
        <source>All labels, and all occurrences</source>
        <translation>Mọi nhãn, và mọi chỗ lặp lại</translation>
    </message>
    <message>
        <source>{0} folded lines are marked too</source>
        <translation>Đánh dấu cả {0} dòng đang gập</translation>
    </message>
    <message>
        <source>1 folded line is marked too</source>
        <translation>Đánh dấu cả 1 dòng đang gập</translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>Folded lines that are marked too: {0}</source>
        <translation>Số dòng đang gập cũng được đánh dấu: {0}</translation>
    </message>
    <message>
        <source>Places marked: {0}</source>
        <translation>Đã đánh dấu {0} chỗ.</translation>
    </message>
</context>
<context>
    <name>MarkTip</name>
    <message>
        <source>Value: {0}</source>
        <translation>Giá trị: {0}</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>Ghi chú: {0}</translation>
    </message>
    <message>
        <source>{0}, by {1}</source>
        <translation>{0}, do {1} tạo</translation>
    </message>
</context>
<context>
    <name>MarksCommands</name>
    <message>
        <source>Bring in marks</source>
        <translation>Đưa chỗ đánh dấu vào</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Bring in marks</source>
        <translation>Đưa chỗ đánh dấu vào</translation>
    </message>
    <message>
        <source>Where they say otherwise than you, take &amp;theirs</source>
        <translation>Chỗ nào khác với của bạn thì t&amp;heo tệp này</translation>
    </message>
    <message>
        <source>Marks to look at</source>
        <translation>Những chỗ cần xem lại</translation>
    </message>
    <message>
        <source>&amp;Bring in</source>
        <translation>Đưa &amp;vào</translation>
    </message>
    <message>
        <source>Articles of the library: {0}. Articles that come along: {1}. Texts that are unknown: {2}.</source>
        <translation>Bài có trong thư viện: {0}. Bài đi kèm: {1}. Bài không rõ: {2}.</translation>
    </message>
    <message>
        <source>New labels: {0}</source>
        <translation>Nhãn mới: {0}</translation>
    </message>
    <message>
        <source>{0} (a new label)</source>
        <translation>{0} (nhãn mới)</translation>
    </message>
</context>
<context>
    <name>MarksFilter</name>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Filter the marks</source>
        <translation>Lọc các chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Words, values, notes; words with tone marks bind them, words without find all</source>
        <translation>Nguyên văn, giá trị, ghi chú; gõ có dấu thì khớp đúng dấu, gõ không dấu thì tìm tất cả</translation>
    </message>
    <message>
        <source>Not rejected</source>
        <translation>Chưa bị từ chối</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Chưa duyệt</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Có ghi chú</translation>
    </message>
    <message>
        <source>Hidden on the page</source>
        <translation>Đang ẩn trên trang</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Theo nhãn</translation>
    </message>
    <message>
        <source>In text order</source>
        <translation>Theo thứ tự trong bài</translation>
    </message>
    <message>
        <source>List by label</source>
        <translation>Liệt kê theo nhãn</translation>
    </message>
    <message>
        <source>List by words</source>
        <translation>Liệt kê theo chữ cái</translation>
    </message>
</context>
<context>
    <name>MarksFoot</name>
    <message>
        <source>Marks listed, of all marks of the article</source>
        <translation>Số chỗ đánh dấu đang hiện trên tổng số của bài</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Accept the selected marks (Enter)</source>
        <translation>Chấp nhận những chỗ đã chọn (Enter)</translation>
    </message>
    <message>
        <source>Reject the selected marks (Backspace)</source>
        <translation>Từ chối những chỗ đã chọn (Backspace)</translation>
    </message>
    <message>
        <source>Delete the selected marks (Del)</source>
        <translation>Xóa những chỗ đánh dấu đã chọn (Del)</translation>
    </message>
    <message>
        <source>Give the selected marks another label</source>
        <translation>Đổi nhãn những chỗ đã chọn</translation>
    </message>
    <message>
        <source>{0} selected</source>
        <translation>đã chọn {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Chấp nhận</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the article</source>
        <translation>Bản đồ của bài</translation>
    </message>
    <message>
        <source>Where marks and search hits lie. F8 and F3 step through them by key.</source>
        <translation>Cho thấy các chỗ đánh dấu và kết quả tìm nằm ở đâu. Phím F8 và F3 đi lần lượt qua chúng.</translation>
    </message>
    <message>
        <source>Marks: {0}</source>
        <translation>Đánh dấu: {0}</translation>
    </message>
    <message>
        <source>Hits: {0}</source>
        <translation>Kết quả tìm: {0}</translation>
    </message>
</context>
<context>
    <name>NoteCommands</name>
    <message>
        <source>The mark of the note you were writing is gone.</source>
        <translation>Chỗ đánh dấu của ghi chú bạn đang viết không còn nữa.</translation>
    </message>
    <message>
        <source>Copy the note</source>
        <translation>Sao chép ghi chú</translation>
    </message>
</context>
<context>
    <name>NotePopover</name>
    <message>
        <source>Note on the mark</source>
        <translation>Ghi chú cho chỗ đánh dấu</translation>
    </message>
    <message>
        <source>What should be remembered about this mark?</source>
        <translation>Cần nhớ điều gì về chỗ này?</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Save the note (Ctrl+Enter)</source>
        <translation>Lưu ghi chú (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>Leave the note as it was (Escape)</source>
        <translation>Giữ nguyên ghi chú cũ (Escape)</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>from the page&apos;s data</source>
        <translation>theo dữ liệu của trang</translation>
    </message>
    <message>
        <source>from the file&apos;s head</source>
        <translation>theo phần đầu tệp</translation>
    </message>
    <message>
        <source>shown on the page</source>
        <translation>ghi trên trang</translation>
    </message>
    <message>
        <source>read in the text</source>
        <translation>đọc trong văn bản</translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation>bạn đã sửa</translation>
    </message>
</context>
<context>
    <name>OrphansDialog</name>
    <message>
        <source>Marks that wait for a place</source>
        <translation>Chỗ đánh dấu đang chờ chỗ</translation>
    </message>
    <message>
        <source>Where its words stand now</source>
        <translation>Những nơi có các chữ ấy</translation>
    </message>
    <message>
        <source>&amp;Put it here</source>
        <translation>Đặt &amp;vào đây</translation>
    </message>
    <message>
        <source>&amp;Let it go</source>
        <translation>&amp;Bỏ đi</translation>
    </message>
    <message>
        <source>Their articles were read again, and their words are not there any more, or not for sure. Undo brings all back.</source>
        <translation>Các bài này đã được đọc lại; chữ được đánh dấu không còn, hoặc không chắc là chữ ấy. Hoàn tác sẽ trả lại tất cả.</translation>
    </message>
    <message>
        <source>No mark waits for a place.</source>
        <translation>Không có chỗ đánh dấu nào đang chờ.</translation>
    </message>
    <message>
        <source>Its words stand here now:</source>
        <translation>Nay các chữ ấy có ở đây:</translation>
    </message>
    <message>
        <source>Its words stand nowhere in the text.</source>
        <translation>Văn bản không còn các chữ ấy.</translation>
    </message>
    <message>
        <source>It stood here: {0}</source>
        <translation>Trước đây ở: {0}</translation>
    </message>
</context>
<context>
    <name>OwnKeysDialog</name>
    <message>
        <source>Keys of your own</source>
        <translation>Phím riêng</translation>
    </message>
    <message>
        <source>Look for an action or a key</source>
        <translation>Tìm lệnh hoặc phím</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Bấm một phím</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Bỏ phím</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Phím &amp;mặc định</translation>
    </message>
    <message>
        <source>&amp;All as usual</source>
        <translation>Mặc định &amp;tất cả</translation>
    </message>
    <message>
        <source>{0} is taken: {1}.</source>
        <translation>{0} đã dùng cho: {1}.</translation>
    </message>
</context>
<context>
    <name>PageCommands</name>
    <message>
        <source>Lines that are page furniture now: {0}. No suggestion is made in them.</source>
        <translation>Đã chuyển {0} dòng thành phần phụ của trang; máy không gợi ý gì trong đó.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Article</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>{0}, {1} times</source>
        <translation>{0}, {1} lần</translation>
    </message>
    <message>
        <source>{0}, in 1 article</source>
        <translation>{0}, trong 1 bài</translation>
    </message>
    <message>
        <source>{0}, in {1} articles</source>
        <translation>{0}, trong {1} bài</translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation>Tìm: {0}</translation>
    </message>
    <message>
        <source>Label, in all articles</source>
        <translation>Nhãn, trong mọi bài</translation>
    </message>
    <message>
        <source>Go to or do</source>
        <translation>Đi tới hoặc làm</translation>
    </message>
    <message>
        <source>An action, an article, a label, a name in the library</source>
        <translation>Một lệnh, một bài, một nhãn, một tên trong thư viện</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Saved as PDF: {0}</source>
        <translation>Đã lưu thành PDF: {0}</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>In hoặc lưu thành PDF</translation>
    </message>
    <message>
        <source>Drawing the pages…</source>
        <translation>Đang vẽ các trang…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>Drawing the pages: {0} of {1}</source>
        <translation>Đang vẽ các trang: {0}/{1}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message>
        <source>The picture cannot be opened: {0}</source>
        <translation>Không mở được ảnh: {0}</translation>
    </message>
    <message>
        <source>No picture was saved with this line. Put the caret into a caption.</source>
        <translation>Không có ảnh nào được lưu cùng dòng này. Hãy đặt con trỏ vào một dòng chú thích ảnh.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Stands beside the marks that you make, also in exported files.</source>
        <translation>Ghi bên cạnh những chỗ bạn đánh dấu, cả trong tệp xuất ra.</translation>
    </message>
    <message>
        <source>Show labels at what is selecte&amp;d</source>
        <translation>Hiện nhãn ở chỗ vừ&amp;a chọn</translation>
    </message>
    <message>
        <source>What you did longer ago can no longer be undone, and its space is used again.</source>
        <translation>Việc làm trước đó lâu hơn không hoàn tác được nữa, và chỗ của nó được dùng lại.</translation>
    </message>
    <message>
        <source>&amp;Suggest marks in what is imported</source>
        <translation>Gợi ý dấ&amp;u ngay</translation>
    </message>
    <message>
        <source>Without it an article is looked through when you ask for it (F5).</source>
        <translation>Nếu không chọn, bài chỉ được nhận diện khi bạn yêu cầu (F5).</translation>
    </message>
    <message>
        <source>Make of a &amp;book an article a chapter</source>
        <translation>Tách mỗi chương &amp;sách thành một bài</translation>
    </message>
    <message>
        <source>Without it a book (.epub) is one article.</source>
        <translation>Nếu không chọn, cả cuốn sách (.epub) là một bài.</translation>
    </message>
    <message>
        <source>Without it they come when you ask for them (F2).</source>
        <translation>Nếu tắt, nhãn chỉ hiện khi bạn gọi (F2).</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Ngôn &amp;ngữ</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>G&amp;iao diện</translation>
    </message>
    <message>
        <source>Reading &amp;face</source>
        <translation>Kiểu &amp;chữ bài đọc</translation>
    </message>
    <message>
        <source>Reading si&amp;ze</source>
        <translation>Cỡ chữ &amp;bài đọc</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Khi nhập</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>&amp;Undo goes back</source>
        <translation>&amp;Hoàn tác được trong</translation>
    </message>
    <message>
        <source>The newest {0} steps can be undone however old they are.</source>
        <translation>{0} bước mới nhất luôn hoàn tác được, dù đã lâu.</translation>
    </message>
    <message>
        <source>Every choice takes effect at once.</source>
        <translation>Mọi thay đổi có hiệu lực ngay.</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 ngày</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>một năm</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>mãi mãi</translation>
    </message>
    <message>
        <source>&amp;Marks made by</source>
        <translation>Người đánh &amp;dấu</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print or save as PDF</source>
        <translation>In hoặc lưu thành PDF</translation>
    </message>
    <message>
        <source>Picture of the page</source>
        <translation>Hình trang in</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>Trang t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Trang &amp;sau</translation>
    </message>
    <message>
        <source>With &amp;marks</source>
        <translation>In cả &amp;chỗ đánh dấu</translation>
    </message>
    <message>
        <source>With n&amp;otes, at the end</source>
        <translation>&amp;Kèm ghi chú, ở cuối</translation>
    </message>
    <message>
        <source>With the page&apos;s &amp;furniture</source>
        <translation>Có &amp;phần phụ của trang</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Lưu thành PDF…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Trang {0}/{1}</translation>
    </message>
    <message>
        <source>Page {0}, counting the pages…</source>
        <translation>Trang {0}, đang đếm số trang…</translation>
    </message>
</context>
<context>
    <name>ProgramCommands</name>
    <message>
        <source>Write what you did and what went wrong, and send it with the report below. It names the program, the system and the size of the library; it holds no word of your articles.</source>
        <translation>Hãy viết bạn đã làm gì và lỗi xảy ra thế nào, rồi gửi kèm báo cáo dưới đây. Báo cáo ghi phiên bản chương trình, hệ thống và cỡ của thư viện, không chứa chữ nào trong các bài của bạn.</translation>
    </message>
    <message>
        <source>Report a bug</source>
        <translation>Báo lỗi</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>Người đánh dấu</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Có ghi chú</translation>
    </message>
    <message>
        <source>without: {0}</source>
        <translation>không có: {0}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Article</source>
        <translation>Bài đọc</translation>
    </message>
    <message>
        <source>The text with its marks. Full stop and comma step through the marks, Enter accepts one.</source>
        <translation>Nội dung bài cùng các chỗ đánh dấu. Phím chấm và phẩy chuyển qua từng chỗ, Enter chấp nhận.</translation>
    </message>
</context>
<context>
    <name>ReadingLook</name>
    <message>
        <source>How the article looks</source>
        <translation>Cách hiện bài</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Kiểu chữ</translation>
    </message>
    <message>
        <source>One paragraph at a time (F7)</source>
        <translation>Từng đoạn một (F7)</translation>
    </message>
    <message>
        <source>{0} letters</source>
        <translation>{0} chữ cái</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Lines closer together</source>
        <translation>Các dòng gần nhau hơn</translation>
    </message>
    <message>
        <source>Lines further apart</source>
        <translation>Các dòng xa nhau hơn</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột chữ</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>Cột hẹp hơn</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>Cột rộng hơn</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>Show the page&apos;s furniture</source>
        <translation>Hiện phần phụ của trang</translation>
    </message>
    <message>
        <source>{0} pt</source>
        <translation>{0} pt</translation>
    </message>
    <message>
        <source>Smaller text (Ctrl+-)</source>
        <translation>Chữ nhỏ hơn (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger text (Ctrl++)</source>
        <translation>Chữ to hơn (Ctrl++)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ chữ</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>An error in Bút Dạ</source>
        <translation>Lỗi trong Bút Dạ</translation>
    </message>
    <message>
        <source>Something went wrong that should not have. Your library is whole: every mark was saved when you made it. Please send the report below to the makers; it holds nothing of your articles.</source>
        <translation>Đã xảy ra một lỗi không đáng có. Thư viện của bạn vẫn nguyên vẹn: mỗi chỗ đánh dấu đã được lưu ngay khi bạn tạo. Xin gửi bản báo lỗi dưới đây cho nhóm phát triển; trong đó không có nội dung bài nào của bạn.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo lỗi</translation>
    </message>
    <message>
        <source>Co&amp;py the report</source>
        <translation>&amp;Sao chép báo cáo</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã sao chép</translation>
    </message>
</context>
<context>
    <name>RereadCommands</name>
    <message>
        <source>Pages and documents are read better now: their whole text, an honest card. Your marks are carried over.</source>
        <translation>Trang và tài liệu nay được đọc kỹ hơn: trọn văn bản, thẻ đúng như nguồn nói. Các chỗ bạn đánh dấu được giữ theo.</translation>
    </message>
    <message>
        <source>Read all again</source>
        <translation>Đọc lại tất cả</translation>
    </message>
    <message>
        <source>Read again: {0}; changed: {1}.</source>
        <translation>Đã đọc lại: {0}; có thay đổi: {1}.</translation>
    </message>
    <message>
        <source>Marks placed with less than certainty: {0}.</source>
        <translation>Chỗ đánh dấu đặt lại chưa thật chắc: {0}.</translation>
    </message>
    <message>
        <source>Marks that wait for a place: {0}.</source>
        <translation>Chỗ đánh dấu đang chờ chỗ: {0}.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Xem</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Bring back a copy</source>
        <translation>Khôi phục từ bản sao</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Các bản sao</translation>
    </message>
    <message>
        <source>Articles in the copy</source>
        <translation>Các bài trong bản sao</translation>
    </message>
    <message>
        <source>Copies of “{0}”. The one you choose takes its place; what the library holds now is kept as a copy, too.</source>
        <translation>Các bản sao của “{0}”. Bản được chọn sẽ thay vào chỗ thư viện; những gì thư viện đang có cũng được giữ lại thành một bản sao.</translation>
    </message>
    <message>
        <source>There is no copy of “{0}” yet. One is made on each day on which something is changed.</source>
        <translation>Chưa có bản sao nào của “{0}”. Mỗi ngày có thay đổi, một bản sao sẽ được làm.</translation>
    </message>
    <message>
        <source>In this copy</source>
        <translation>Trong bản sao này</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… và {0} bài nữa</translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation>{0} bài</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>{0} marks</source>
        <translation>{0} chỗ đánh dấu</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>There is nothing to review here: no suggestion is undecided.</source>
        <translation>Ở đây không còn gì để duyệt: không có gợi ý nào chưa quyết.</translation>
    </message>
    <message>
        <source>{0}% sure</source>
        <translation>chắc {0}%</translation>
    </message>
    <message>
        <source>Enter: on to the next suggestion</source>
        <translation>Enter: tới gợi ý kế tiếp</translation>
    </message>
    <message>
        <source>No suggestions left in this article</source>
        <translation>Hết gợi ý trong bài</translation>
    </message>
    <message>
        <source>{0} of {1} rejected</source>
        <translation>{0}/{1} bị từ chối</translation>
    </message>
    <message>
        <source>No suggestions left in this run</source>
        <translation>Hết gợi ý trong lượt này</translation>
    </message>
    <message>
        <source>{0} decided in the run</source>
        <translation>đã duyệt {0} chỗ trong lượt</translation>
    </message>
    <message>
        <source>Enter: the next article with suggestions</source>
        <translation>Enter: bài kế tiếp còn gợi ý</translation>
    </message>
    <message>
        <source>{0} left here</source>
        <translation>còn {0} trong bài</translation>
    </message>
    <message>
        <source>{0} left in the run</source>
        <translation>còn {0} cả lượt</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>bỏ qua {0}</translation>
    </message>
    <message>
        <source>{0} a minute</source>
        <translation>{0} mỗi phút</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>Take out: {0}</source>
        <translation>Bỏ điều kiện: {0}</translation>
    </message>
    <message>
        <source>{0}
Click: take it out. Right click: ask for the contrary.</source>
        <translation>{0}
Bấm: bỏ điều kiện này. Bấm chuột phải: đổi thành ngược lại.</translation>
    </message>
    <message>
        <source>A person…</source>
        <translation>Một người…</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles, texts and notes</source>
        <translation>Tìm trong tiêu đề, bài và ghi chú</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Words with marks bind them, words without find all: “dang” finds “đảng”. (Ctrl+K)
“in quotes”: one after the other · -word: without it · label: tag: source: note: by: status: state:</source>
        <translation>Gõ có dấu thì tìm đúng dấu, gõ không dấu thì tìm mọi dấu: “dang” ra cả “đảng”. (Ctrl+K)
“trong ngoặc kép”: đi liền nhau · -từ: không có từ ấy · label: tag: source: note: by: status: state:</translation>
    </message>
    <message>
        <source>Ask for a label, a note, a tag…</source>
        <translation>Thêm điều kiện: nhãn, ghi chú, thẻ…</translation>
    </message>
    <message>
        <source>No article fits “{0}”.
Try without one of its conditions.</source>
        <translation>Không có bài nào hợp với “{0}”.
Hãy bỏ bớt một điều kiện.</translation>
    </message>
    <message>
        <source>No article holds “{0}”.
Try fewer words, or words without marks.</source>
        <translation>Không có bài nào chứa “{0}”.
Hãy thử bớt từ, hoặc gõ không dấu.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The other language comes when the open dialog is closed.</source>
        <translation>Ngôn ngữ sẽ đổi khi hộp thoại đang mở được đóng lại.</translation>
    </message>
</context>
<context>
    <name>ShapeCommands</name>
    <message>
        <source>The selected words lie inside of no mark, so there is nothing to cut out.</source>
        <translation>Chữ vừa chọn không nằm trong chỗ đánh dấu nào nên không có gì để cắt.</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Import files…</source>
        <translation>Nhập tệp…</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Add the sample articles</source>
        <translation>Thêm bài mẫu</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Hiện mọi bài</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Danh sách bài</translation>
    </message>
    <message>
        <source>No article passes the filters.</source>
        <translation>Không có bài nào khớp bộ lọc.</translation>
    </message>
    <message>
        <source>The shelf is empty.
Drop files here, paste a text, or import them.</source>
        <translation>Chưa có bài nào.
Hãy thả tệp vào đây, dán một đoạn văn bản, hoặc nhập tệp.</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 bài</translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation>{0} bài</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>{0} bài khớp</translation>
    </message>
    <message>
        <source>{0} selected</source>
        <translation>đã chọn {0}</translation>
    </message>
</context>
<context>
    <name>ShelfBar</name>
    <message>
        <source>Show &amp;all</source>
        <translation>Hiện tất &amp;cả</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Mọi nhãn</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Mọi nguồn</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Mọi thẻ</translation>
    </message>
    <message>
        <source>New: {0}</source>
        <translation>Mới nhập: {0}</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sắp xếp theo</translation>
    </message>
    <message>
        <source>Filter by state, tag, source, label and date (Ctrl+Shift+K)</source>
        <translation>Lọc theo trạng thái, thẻ, nguồn, nhãn và ngày (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>Only what was imported last is listed. Click to list all articles again.</source>
        <translation>Danh sách chỉ có các bài vừa nhập. Bấm để xem lại mọi bài.</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>from 1/2019</source>
        <translation>từ 1/2019</translation>
    </message>
    <message>
        <source>Published from</source>
        <translation>Đăng từ</translation>
    </message>
    <message>
        <source>to 15/6/2019</source>
        <translation>đến 15/6/2019</translation>
    </message>
    <message>
        <source>Published until</source>
        <translation>Đăng đến</translation>
    </message>
    <message>
        <source>{0}: a day, a month or a year, such as 15/6/2019, 6/2019 or 2019</source>
        <translation>{0}: một ngày, tháng hoặc năm, ví dụ 15/6/2019, 6/2019 hay 2019</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Giảm dần</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Tăng dần</translation>
    </message>
    <message>
        <source>{0}: click to turn the order</source>
        <translation>{0}: nhấp để đảo thứ tự</translation>
    </message>
    <message>
        <source>Filter ({0})</source>
        <translation>Lọc ({0})</translation>
    </message>
    <message>
        <source>Filter</source>
        <comment>verb</comment>
        <translation>Lọc</translation>
    </message>
</context>
<context>
    <name>ShelfDelegate</name>
    <message>
        <source>Note: {0}</source>
        <translation>Ghi chú: {0}</translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>1 place</source>
        <translation>1 chỗ</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} chỗ</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>Ghi chú: {0}</translation>
    </message>
    <message>
        <source>{0} marks</source>
        <translation>{0} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>no marks</source>
        <translation>chưa có chỗ đánh dấu</translation>
    </message>
    <message>
        <source>{0}% reviewed</source>
        <translation>đã duyệt {0}%</translation>
    </message>
</context>
<context>
    <name>Sortings</name>
    <message>
        <source>Date</source>
        <translation>Ngày đăng</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Số chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Reviewed share</source>
        <translation>Phần đã duyệt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lúc nhập</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>{0} marks</source>
        <translation>{0} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>No marks</source>
        <translation>Chưa có chỗ đánh dấu</translation>
    </message>
    <message>
        <source>{0} to review</source>
        <translation>còn {0} chỗ cần duyệt</translation>
    </message>
    <message>
        <source>all reviewed</source>
        <translation>đã duyệt hết</translation>
    </message>
    <message>
        <source>{0} min to read · {1}% read</source>
        <translation>Đọc khoảng {0} phút · đã đọc {1}%</translation>
    </message>
    <message>
        <source>Library: {0}</source>
        <translation>Thư viện: {0}</translation>
    </message>
    <message>
        <source>(and {0} more)</source>
        <translation>(và {0} việc nữa)</translation>
    </message>
</context>
<context>
    <name>Statuses</name>
    <message>
        <source>Suggested</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã chấp nhận</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Đã từ chối</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Mend library</source>
        <translation>Sửa thư viện</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Thêm nhãn</translation>
    </message>
    <message>
        <source>Add word list</source>
        <translation>Thêm danh sách từ</translation>
    </message>
    <message>
        <source>Remove word list</source>
        <translation>Bỏ danh sách từ</translation>
    </message>
    <message>
        <source>Switch word list on</source>
        <translation>Bật danh sách từ</translation>
    </message>
    <message>
        <source>Switch word list off</source>
        <translation>Tắt danh sách từ</translation>
    </message>
    <message>
        <source>Switch learned rule on</source>
        <translation>Bật quy tắc đã học</translation>
    </message>
    <message>
        <source>Switch learned rule off</source>
        <translation>Tắt quy tắc đã học</translation>
    </message>
    <message>
        <source>Rename detected label</source>
        <translation>Đổi tên nhãn của máy nhận diện</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Chấp nhận</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Accept fact</source>
        <translation>Chấp nhận mối liên hệ</translation>
    </message>
    <message>
        <source>Reject fact</source>
        <translation>Từ chối mối liên hệ</translation>
    </message>
    <message>
        <source>Mark all occurrences</source>
        <translation>Đánh dấu mọi chỗ lặp lại</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Đổi nhãn</translation>
    </message>
    <message>
        <source>Cut out of a mark</source>
        <translation>Cắt khỏi chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Move edges</source>
        <translation>Đổi ranh giới</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Line role</source>
        <translation>Vai trò của dòng</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>Xóa chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Bring in marks</source>
        <translation>Đưa chỗ đánh dấu vào</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Nhận diện</translation>
    </message>
    <message>
        <source>Delete article</source>
        <translation>Xóa bài</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Gắn thẻ</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Đổi trạng thái</translation>
    </message>
    <message>
        <source>Correct title</source>
        <translation>Sửa tiêu đề</translation>
    </message>
    <message>
        <source>Correct source</source>
        <translation>Sửa nguồn</translation>
    </message>
    <message>
        <source>Correct byline</source>
        <translation>Sửa tác giả</translation>
    </message>
    <message>
        <source>Correct date</source>
        <translation>Sửa ngày đăng</translation>
    </message>
    <message>
        <source>Correct place</source>
        <translation>Sửa nơi đưa tin</translation>
    </message>
    <message>
        <source>Correct address</source>
        <translation>Sửa địa chỉ web</translation>
    </message>
    <message>
        <source>Correct file name</source>
        <translation>Sửa tên tệp</translation>
    </message>
    <message>
        <source>Correct date retrieved</source>
        <translation>Sửa ngày tải về</translation>
    </message>
    <message>
        <source>Correct fields</source>
        <translation>Sửa các mục khác</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Place mark</source>
        <translation>Đặt lại chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Drop marks</source>
        <translation>Bỏ chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Correct card</source>
        <translation>Sửa thông tin bài</translation>
    </message>
    <message>
        <source>Note on article</source>
        <translation>Ghi chú về bài</translation>
    </message>
    <message>
        <source>Mark {0} places</source>
        <translation>Đánh dấu {0} chỗ</translation>
    </message>
    <message>
        <source>Accept {0} marks</source>
        <translation>Chấp nhận {0} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Reject {0} marks</source>
        <translation>Từ chối {0} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Delete {0} marks</source>
        <translation>Xóa {0} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Relabel {0} marks</source>
        <translation>Đổi nhãn {0} chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Accept {0} facts</source>
        <translation>Chấp nhận {0} mối liên hệ</translation>
    </message>
    <message>
        <source>Reject {0} facts</source>
        <translation>Từ chối {0} mối liên hệ</translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation>{0} bài</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation>{0} bài</translation>
    </message>
    <message>
        <source>Add tags, parted by commas</source>
        <translation>Thêm thẻ, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Thẻ mới</translation>
    </message>
    <message>
        <source>Space ticks a tag or takes it off</source>
        <translation>Phím cách để gắn hoặc bỏ một thẻ</translation>
    </message>
</context>
<context>
    <name>TagKeys</name>
    <message>
        <source>Tags by key</source>
        <translation>Thẻ theo phím</translation>
    </message>
    <message>
        <source>Give the tag “{0}” to the selected articles, or take it off (key {1} in the list)</source>
        <translation>Gắn thẻ “{0}” cho các bài đã chọn, hoặc bỏ thẻ ấy (phím {1} trong danh sách bài)</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>new: {0}</source>
        <translation>mới: {0}</translation>
    </message>
    <message>
        <source>there already: {0}</source>
        <translation>đã có: {0}</translation>
    </message>
    <message>
        <source>found elsewhere: {0}</source>
        <translation>tìm thấy ở chỗ khác: {0}</translation>
    </message>
    <message>
        <source>against yours: {0}</source>
        <translation>trái với của bạn: {0}</translation>
    </message>
    <message>
        <source>not found: {0}</source>
        <translation>không tìm thấy: {0}</translation>
    </message>
</context>
<context>
    <name>Wanted</name>
    <message>
        <source>a whole number</source>
        <translation>một số nguyên</translation>
    </message>
    <message>
        <source>a number that is not so great</source>
        <translation>một số không lớn đến thế</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>một số</translation>
    </message>
    <message>
        <source>a number or null</source>
        <translation>một số hoặc null</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>một chuỗi chữ</translation>
    </message>
    <message>
        <source>a text or null</source>
        <translation>một chuỗi chữ hoặc null</translation>
    </message>
    <message>
        <source>a number, a text or null</source>
        <translation>một số, một chuỗi chữ hoặc null</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true hoặc false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>một danh sách</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>một đối tượng JSON</translation>
    </message>
    <message>
        <source>start, end and role of a line</source>
        <translation>điểm đầu, điểm cuối và vai trò của một dòng</translation>
    </message>
    <message>
        <source>one line of words, not empty and not too long</source>
        <translation>một dòng chữ không rỗng và không quá dài</translation>
    </message>
    <message>
        <source>an id that stands only once</source>
        <translation>một mã không trùng với mã khác</translation>
    </message>
    <message>
        <source>in normal form (NFC, lines ending with LF), or no offset could be trusted</source>
        <translation>văn bản ở dạng chuẩn (NFC, xuống dòng bằng LF), nếu không thì mọi vị trí đều có thể sai</translation>
    </message>
    <message>
        <source>a date such as 2019-06-15 or 2019-06-15T09:30</source>
        <translation>một ngày như 2019-06-15 hoặc 2019-06-15T09:30</translation>
    </message>
    <message>
        <source>a moment such as 2019-06-15T02:30:00Z</source>
        <translation>một thời điểm như 2019-06-15T02:30:00Z</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>một từ</translation>
    </message>
    <message>
        <source>the next line of the text that is not blank, whole</source>
        <translation>trọn dòng không trống tiếp theo của văn bản</translation>
    </message>
    <message>
        <source>left out, for the text has no more lines</source>
        <translation>không có gì, vì văn bản không còn dòng nào</translation>
    </message>
    <message>
        <source>before end, and both inside the text</source>
        <translation>điểm đứng trước end, và cả hai nằm trong văn bản</translation>
    </message>
    <message>
        <source>a probability from 0 to 1, or null</source>
        <translation>một xác suất từ 0 đến 1, hoặc null</translation>
    </message>
    <message>
        <source>the words of the text from start to end</source>
        <translation>đúng đoạn chữ của văn bản từ start đến end</translation>
    </message>
    <message>
        <source>the id of a mark of the same article</source>
        <translation>mã của một chỗ đánh dấu trong cùng bài</translation>
    </message>
    <message>
        <source>another mark than head</source>
        <translation>một chỗ đánh dấu khác với head</translation>
    </message>
    <message>
        <source>a label of the scheme</source>
        <translation>một nhãn trong bộ nhãn</translation>
    </message>
    <message>
        <source>one key of the keyboard, or empty</source>
        <translation>một phím chữ hoặc số, hoặc để trống</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Facts of the mark</source>
        <translation>Mối liên hệ của chỗ đánh dấu</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, Escape goes back.</source>
        <translation>Enter chấp nhận, Backspace từ chối, Escape quay lại.</translation>
    </message>
</context>
</TS>
