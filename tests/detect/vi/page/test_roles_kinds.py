"""Texts that no news page surrounds, and several articles in one text: every line is compared with its role."""

import pytest

from desktop.detect.vi.page import roles

LONG = (
    "Qua một năm thực hiện, hai xã ven sông đã trồng thêm bảy mươi cây số rào tre chắn sóng và dựng lại bốn chiếc cầu gỗ "
    "bị lũ cuốn trôi."
)
MORE = (
    "Bà con đề nghị tiếp tục góp công, góp đất; tổ quản lý hứa báo lại từng tháng, dán giấy ở nhà sinh hoạt chung để ai cũng "
    "biết khoản thu, khoản chi và còn lại bao nhiêu trong quỹ của xóm."
)
AGAIN = (
    "Mưa vừa dứt, thợ mộc xóm Trên đã chở gỗ lim ra bến, dựng lại bốn chiếc cầu mà lũ tháng trước cuốn đi, người đi chợ khỏi "
    "vòng xa qua bến đò ngang mỗi phiên chợ sớm."
)
REPORT = f"""\
dateline|CÔNG TY TNHH MTV THỦY NÔNG BẮC SÔNG MƠ
dateline|Số: 14/BC-TNBM
headline|BÁO CÁO NHANH
headline|Tình hình tưới vụ Hè Thu
body|{LONG}
body|1. Hồ chứa
body|Tên hồ | Thiết kế (triệu m3) | Hiện tại (triệu m3)
body|Hồ Suối Vàng | 12,5 | 4,1
byline|PHÓ GIÁM ĐỐC
byline|Lường Thị Mai
"""
MINUTES = f"""\
headline|BIÊN BẢN
headline|Họp xóm Bãi về việc làm đường
body|{LONG}
body|{MORE}
byline|TRƯỞNG XÓM          THƯ KÝ
byline|Lường Văn Sáu          Hà Thị Mận
"""
LIFE = """\
headline|Người làng Vạc
body|Lường Văn Sáu sinh năm 1931 ở làng Vạc, con một nhà làm nghề chài lưới, mồ côi cha từ năm lên ba và lớn lên bằng gạo của xóm giềng.
body|Năm 1949 ông ra tỉnh học nghề, rồi ở lại xưởng in đến ngày về nghỉ, không lập gia đình.
"""
THREAD = f"""\
headline|Hỏi về giống tre chắn sóng
body|Em ở bãi sông, đất cát nhiều, trồng hai vụ tre đều chết khô từ ngọn, không biết vì nước hay vì giống, mong các bác chỉ giúp.
furniture|Hữu ích (3)
body|{MORE}
furniture|Hữu ích (12)
"""
ENTRY = f"""\
headline|Sông Mơ
furniture|Bách khoa toàn thư mở
lead|{LONG}
body|{MORE}
furniture|^ Niên giám, tr. 12.
furniture|Thể loại: Sông
"""
SECTIONS = f"""\
headline|LUẬT
headline|GIỮ GIỐNG BẢN ĐỊA
body|Chương I
body|QUY ĐỊNH CHUNG
body|Điều 1. {LONG}
"""
DIGEST = f"""\
headline|Rào tre chắn sóng ở hai xã
lead|{LONG}
body|{MORE}
byline|Thu Lam
furniture|Ý kiến bạn đọc (2)
furniture|minhtam: hay quá
furniture|Giấy phép số 12/GP-BC. Tòa soạn: 8 đường Mơ
headline|Bốn chiếc cầu gỗ trở lại
byline|Hà Vân
lead|{AGAIN}
body|{MORE.replace("Bà con", "Dân xóm")}
body|{MORE.replace("Bà con", "Thợ mộc")}
"""


PORTAL = f"""\
headline|Quyết định 12/QĐ-UBND về kè sông
furniture|- Thuộc tính
furniture|- Nội dung
body|Số hiệu: 12/QĐ-UBND Loại văn bản: Quyết định
furniture|Tải văn bản
dateline|ỦY BAN NHÂN DÂN
dateline|HUYỆN BÌNH LÂM
furniture|-------
furniture|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
furniture|Độc lập - Tự do - Hạnh phúc
dateline|Số: 12/QĐ-UBND
dateline|Bình Lâm, ngày 3 tháng 4 năm 2019
headline|QUYẾT ĐỊNH
headline|Về việc giao đất làm kè
body|CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN
body|Điều 1. {LONG}
byline|CHỦ TỊCH
byline|Lò Văn Pán
"""
LAW = f"""\
dateline|QUỐC HỘI
furniture|CỘNG HÒA XÃ HỘI
furniture|CHỦ NGHĨA VIỆT NAM
furniture|Độc lập - Tự do - Hạnh phúc
furniture||
dateline|Luật số: 12/2019/QH14
dateline|Hà Nội, ngày 3 tháng 4 năm 2019
headline|LUẬT
headline|GIỮ ĐẤT BÃI
body|Điều 1. {LONG}
furniture|CÔNG BÁO/Số 12/Ngày 3-5-2019
body|Điều 2. {LONG}
byline|CHỦ TỊCH QUỐC HỘI Lò Văn Pán
"""
NAMES = f"""\
headline|Bảng nhớ người xóm bãi
lead|{LONG}
body|Lò Văn Pán
body|Vi Thị Sơn
body|Hà Văn Tám
body|Lường Thị Mai
body|Cầm Văn Ơn
body|{MORE}
"""
HEADING = f"""\
headline|Kè mới giữ bờ sông ở xã bãi
lead|{LONG}
body|{MORE}
body|NGHIÊN CỨU ĐẤT BÃI
body|{AGAIN}
body|{MORE.replace("Bà con", "Dân xóm")}
"""
CHAPTERS = f"""\
headline|Kè mới giữ bờ sông ở xã bãi
lead|{LONG}
body|{MORE}
body|II. BỜ SÔNG, ĐẤT BÃI
"""
MARKDOWN = f"""\
headline|# Kè mới giữ bờ sông ở xã bãi
lead|{LONG}
body|## Việc còn lại
body|{MORE}
"""

SPEECH = f"""\
headline|Lời mừng của ông Lường Văn Sáu tại hội làng Vạc lần đầu bên bến mới
dateline|Ngày 12/10/2022
body|Kính thưa các cụ, các vị khách xa gần,
body|Thưa toàn thể bà con xóm Bãi thân mến!
body|{LONG}
body|Thưa bà con,
body|{MORE}
"""
FIELDS = f"""\
headline|1. Ông Lường Văn Sáu (02/3/1950 - 8/11/1996)
body|Ngày sinh: 05/06/1929
body|Ngày mất: 7/10/1997
body|Quê quán: làng Vạc, xã Bãi
body|{LONG}
"""
COLUMNS = f"""\
dateline|Tổ 5 xóm Bãi               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
headline|BIÊN BẢN HỌP TỔ
body|1. Thời gian, địa điểm
body|- Thời gian: 14 giờ ngày 10 tháng 11 năm 2017.
body|{LONG}
"""
CONTRACT = f"""\
furniture|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
furniture|Độc lập - Tự do - Hạnh phúc |
headline|HỢP ĐỒNG LÀM CẦU GỖ
dateline|Số: 27/2022/HĐ-XD
headline|Công trình: Cầu suối Vạc
body|{LONG}
byline|ĐẠI DIỆN BÊN GIAO | ĐẠI DIỆN BÊN NHẬN
byline|(Ký, đóng dấu) | (Ký và ghi rõ họ tên)
byline|Lường Văn Sáu | Hà Thị Mai
"""
QUOTED = f"""\
headline|Ông Lường Văn Sáu, trưởng xóm Bãi: "Cầu là của bà con cả"
dateline|05/06/2024 07:00
lead|{LONG}
body|{MORE}
"""
PAPER = f"""\
dateline|Tạp chí Khoa học Xứ Bãi, Tập 3, Số 2 (2018)
headline|RÀO TRE CHẮN SÓNG Ở XÓM BÃI
byline|Hà Thị Mai
body|Nhận ngày 23 tháng 8 năm 2018
body|Tóm tắt: {LONG}
body|Từ khóa: rào tre, sóng, xóm Bãi
body|{MORE}
"""
CELLS = f"""\
headline|Những người dựng cầu xóm Bãi
lead|{LONG}
furniture|1
body|Lường Văn Sáu
body|Thợ cả, tổ trưởng tổ mộc
furniture|2
body|Hà Thị Mai
body|Người giữ sổ của xóm
"""
TEMPLE = f"""\
headline|Đình Bãi Thượng
body|Tên thường gọi: Đình làng Bãi
body|{LONG}
"""
WEATHER = f"""\
headline|DỰ BÁO THỜI TIẾT ĐÊM 12/7/2024
dateline|Thứ sáu, 12/07/2024 - 05:30
body|Xóm Trên
body|Có mây, có mưa rào vài nơi ven suối.
body|Trời mát, thấp nhất từ 24 đến 27 độ.
body|Xóm Bãi bên sông
body|{LONG}
"""
VERSE = """\
headline|NHỚ XÓM BÃI
byline|Hà Thị Mai
body|Cầu xưa qua suối chênh vênh
body|Nay người xóm Bãi dựng thênh thang đường
body|Sớm mai gánh lúa trong sương
byline|Lường Văn Sáu sưu tầm
"""


@pytest.mark.parametrize(
    "page",
    [
        CONTRACT,
        QUOTED,
        PAPER,
        CELLS,
        TEMPLE,
        WEATHER,
        VERSE,
        SPEECH,
        FIELDS,
        COLUMNS,
        PORTAL,
        LAW,
        NAMES,
        HEADING,
        CHAPTERS,
        MARKDOWN,
        REPORT,
        MINUTES,
        LIFE,
        THREAD,
        ENTRY,
        SECTIONS,
        DIGEST,
    ],
)
def test_each_line_has_its_role(page):
    rows = [row.split("|", 1) for row in page.splitlines()]
    text = "\n".join(line for _, line in rows) + "\n"
    found, _ = roles.outline(text)
    assert [[str(line.role), text[line.start : line.end]] for line in found] == rows
