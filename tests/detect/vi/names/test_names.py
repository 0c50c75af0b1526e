"""Names of a line: persons, offices, bodies, places and events, with what stands in what."""

import pytest
from nested import nested, plain

from desktop.detect import detect
from desktop.detect.memory import Memory
from desktop.detect.settle import nesting
from desktop.detect.vi import papers
from desktop.detect.vi.names import names
from desktop.detect.vi.times import times
from desktop.model import Role


def read(line, memory=None, role=Role.BODY):
    memory = Memory() if memory is None else memory
    named = papers.find(line)
    tokens = names.prepare(line, [*times.find(line, None), *named])
    names.find(tokens, role, memory, named)
    return nested(line, nesting.resolve(names.find(tokens, role, memory, named)))


OFFICES = [
    "[T:Ngoại trưởng [L:Hàn Quốc]] [P:Cho Hyun] và [T:Thủ tướng [L:Hà Lan]] [P:Dick Hoorst]",
    "[T:Bí thư [O:Tỉnh ủy]] [P:Đồng Văn Hòe]; [P:Hà Lan Anh]",
    "Bà từng là [T:ủy viên [O:TƯ khóa 12]] và [T:ĐBQH khóa 13, 14]; các [T:đại biểu [O:Quốc hội]]",
    "Phút 23, [T:đội trưởng] [P:A Thiu Ksor] sút; [T:Giám đốc khối Nguồn vốn] [P:Lê Tám]; [T:Tỉnh trưởng [L:Long Khánh]]; 24 Thiếu úy",
    "[P:Hà Lan Mai], [T:Trưởng nhóm kinh doanh khu vực [L:Tây Nam Bộ]]; ông [P:Lê Tám], [T:Trưởng [O:phòng Quang học phi tuyến]], vắng",
    "Ông [P:Lê Tám], [T:trưởng phòng kế hoạch thuộc [O:Viện Vật lý]], và [T:giám đốc sản xuất của [O:Công ty Luy Lâu]]",
    "[P:Trần Thị Mỹ Dung]-[T:Phó trưởng ban kinh tế ngân sách [O:hđnd tỉnh]]; [P:Hồ Văn Lộc] [T:Đại tá] về quê",
    "[T:Trưởng ban kiểm phiếu] là bà [P:Đoàn Thị Mơ]; ông [P:Đoàn Tám]; [T:Thiếu tướng] [P:Đoàn Thanh Xuân]; ông [P:Tô Hoài Bắc]",
    "[T:Huyện ủy viên]; [T:Tỉnh ủy viên], [T:Bí thư [O:Huyện ủy]]",
    "đồng chí [P:Lò Thị Mận], [T:Phó Bí thư Thường trực [O:Huyện ủy]], [T:Chủ tịch [O:HĐND huyện]]",
    "[T:Trưởng [O:Ban Tuyên giáo và Dân vận Tỉnh ủy [L:Cao Bằng]]] [P:Bế Văn Khoan]",
    "[T:Trưởng [O:ban Tổ chức Thành ủy]], [T:Phó Chánh [O:Văn phòng UBND [L:huyện Sơn Dương]]]",
    "bà [P:Trần Thu Hà], [T:Giám đốc [O:Sở Lao động - Thương binh và Xã hội [L:tỉnh Kon Tum]]]",
    "[T:Chủ tịch [O:UBND tỉnh]] [P:Đoàn Văn Hậu] và [T:Phó Chủ tịch [O:UBND [L:quận 1]]]",
    "[T:Thượng tá] [P:Hồ Minh Tuấn], [T:Trưởng [O:Công an [L:huyện Krông Pa]]]",
    "[T:Tổng thống [L:Pháp]] [P:Emmanuel Macron] và [T:Đại sứ [L:Nhật Bản] tại [L:Việt Nam]]",
    "nguyên [T:giám đốc công ty], [T:bí thư chi bộ], các giám đốc sở, 17 giám đốc bệnh viện",
    "[T:kỹ sư trưởng về động cơ của [O:SpaceX]], [T:HLV] [P:Park Hang-seo]",
    "ông [P:Lò Văn Sinh], [T:PCT [O:UBND [L:huyện Lắk]]]; đ/c [P:Hà Thị Nụ] - [T:P.chủ tịch [O:UBND xã]]; [T:Phó GĐ công ty]",
    "[T:Chủ tịch [O:HĐQT Công ty Phú Lâm]] [P:Trương Bá Hiệp]; [T:Hiệu trưởng [O:Trường Mầm non Sao Mai]] [P:Lê Thị Hòe]",
    "[T:Giám đốc [O:Bệnh viện Đa khoa [L:Quảng Nam]]] [P:Đinh Thế Vĩ]; [T:Bộ trưởng Quốc phòng [L:Mỹ]] [P:Mark Esper]",
    "[T:Chủ tịch [O:Thượng viện]] [P:Xay Chum]; [T:CEO [O:Tesla]] [P:Elon Musk]; [T:Thống đốc [L:bang New York]] [P:Andrew Cuomo]",
    "[T:Thường trực [O:Ban Bí thư]] [P:Trần Cẩm Tú]; [O:Thường trực HĐND tỉnh]",
    "[T:Phó Giám đốc [O:Sở]] [P:Trịnh Văn Lực]; [T:HLV] [P:Đoàn Thị Mơ]; [T:HLV trưởng] [P:Vũ Quang Thắng] tới [L:Vũ Quang]",
    "[T:phó bí thư thường trực [O:huyện ủy]]",
    "[T:phó trưởng [O:công an xã]], [T:Thủ tướng [O:chính phủ]]",
    "[T:giám đốc bán hàng của [O:Samsung [L:Việt Nam]]]; [T:trưởng [L:thôn Bình Xá]]; [T:trưởng bản] [P:Lò Văn Pâng]",
    "[T:Chủ tịch [O:CLB [L:Cần Thơ]]] [P:Mai Quốc Lập]",
    "[T:Bí thư [O:Đảng ủy]] [P:Ngọ Văn Khuê]; [P:Lê Văn Bảy]-[T:Phó Chủ tịch [O:UBND xã]]",
    "[T:Trưởng đại diện [O:UNICEF] tại [L:Việt Nam]]; tranh ghế [T:tổng thống]; [T:Thủ trưởng [O:Cơ quan CSĐT]]",
    "[T:Chủ tịch [O:Công đoàn các KCN]] [P:Lại Văn Thơm]",
    "[T:Phó BT TT [O:Tỉnh ủy]]; [T:Cục trưởng [O:Cục Thuế [L:Bắc Ninh]]] [P:Mai Sơn]",
    "[T:Đại sứ đặc mệnh toàn quyền [L:Hoa Kỳ] tại [L:Việt Nam]]; [T:UVBCT], [T:UVBTV [O:Tỉnh ủy]]",
]
BODIES = [
    "gồm [O:công ty bảo hiểm Sao Khuê], [O:công ty luật Minh Lộc]; [O:Trung tâm kiểm soát bệnh tật [L:Hưng Yên]]",
    "[O:Bộ chỉ huy quân sự tỉnh]; [O:Hội sinh viên [L:Nghệ An]]; [O:Ủy ban Tài chính, ngân sách của Quốc hội]",
    "[O:Phòng thí nghiệm] và [O:Cơ quan khảo sát địa chất [L:Lào]]; [O:Lực lượng Phòng vệ [L:Nhật Bản]]; ứng viên [O:đảng Dân chủ]",
    "theo [O:UBTV Quốc hội], [O:Quân lực [L:Việt Nam Cộng hòa]]; [O:Hội đồng Bộ trưởng] họp",
    "[O:Chứng khoán Rồng Xanh] báo lãi; [O:Sở TN&MT [L:Lâm Đồng]] 3 lần nhắc; bầu [O:Ban Chấp hành] 33 ủy viên",
    "[O:Ban Thường vụ Tỉnh ủy] họp với [O:Bộ Chính trị khoá XIII] và [O:Đảng ủy [L:xã Tân Lập]]",
    "[O:Uỷ ban Kiểm tra Tỉnh uỷ [L:Cà Mau]], [O:Đảng], [O:Nhà nước] và đảng viên, Đảng viên",
    "[O:Công ty CP Thủy sản Minh Hải Phát], [O:Tập đoàn Hòa Phát], [O:Ngân hàng TMCP Bình An]",
    "[O:Trường THPT Nguyễn Trãi], [O:Bệnh viện Đa khoa [L:tỉnh Yên Bái]], [O:Công an [L:phường Hàng Bạc]]",
    "[O:Quốc hội nước [L:Cộng hòa xã hội chủ nghĩa Việt Nam] khóa XIII] và [O:Chính phủ nước [L:CHXHCN Việt Nam]] họp",
    "SGD-Index tăng, giá SGD cao; mã USD",
    "các bệnh viện [O:Nhi Trung ương], [O:Phụ sản [L:Hà Nội]]",
    "kiểm tra Đảng ủy trực thuộc; làm việc với [O:Đảng ủy]",
    "Sở Y tế các tỉnh, một số Tỉnh ủy, Thành ủy; HĐND các cấp; UBND cấp xã",
    "[O:Trung tâm Kiểm soát bệnh tật (CDC) [L:Hà Giang]], [O:CDC [L:Hà Giang]]",
    "[O:Ban Chỉ huy phòng chống lụt bão tỉnh]; [O:Ban Quản lý dự án đầu tư xây dựng huyện]",
    "theo báo [O:Tuổi Trẻ], hãng [O:Reuters] và [O:VnMarket]; mã ABC",
    "[O:đội tuyển [L:Lào]], [O:chính quyền [L:huyện Mường Tè]], [O:Ngân hàng Nhà nước [L:Việt Nam]]",
    "yêu cầu [O:Sở Nội vụ] báo cáo; [O:Vùng 4 Hải quân]; Tổ chức đón khách",
    "[O:LĐLĐ [L:tỉnh Phú Yên]], [O:CSGT [L:Hà Nội]], [O:BVĐK [L:tỉnh Sơn La]], [O:Ban Tổ chức TƯ], [O:HTX Rau an toàn Vân Nội]",
    "[O:Bộ đội Biên phòng [L:tỉnh Nghệ An]] phối hợp lực lượng [L:Lào]; [O:Quân đội [L:Syria]] giành lại [L:thành phố Aleppo]",
    "[O:Ban Quản lý rừng phòng hộ [L:Đồng Nai]], [O:Ban Quản lý các KCN [L:tỉnh Bắc Ninh]], [O:Chi cục Thú y vùng VI]",
    "[O:VNPT [L:Cần Thơ]], [O:Agribank chi nhánh [L:Lâm Đồng]], [O:VTV6], [O:U19 [L:Lào]], [O:đội tuyển U22 [L:Việt Nam]]",
    "[O:Viện Kinh tế và Quy hoạch thủy sản], [O:Trường Đại học Kinh tế quốc dân], [L:Nhà máy Thủy điện Bản Vẽ 2], chạy tốt",
    "[O:Trường Tiểu học và THCS [L:xã Bản Bo]], [O:THPT [L:Hàm Rồng]], điểm thi THPT quốc gia; [O:PC08], [O:tuyển nữ [L:Lào]]",
    "[O:Bộ Y tế [L:Lào]] và [O:Quốc hội [L:Lào]]; Đoàn kiểm tra số 3 của [O:Sở Y tế]",
    "trung tâm [L:Đà Lạt], Trung tâm thành phố, điểm trường [L:bản Nậm Chua], vàng SJC; hãng [O:Boeing]",
    "[O:Hội khuyến học xã], [O:hội cựu chiến binh xã], [O:ubnd huyện], [O:Quỹ Đầu tư mạo hiểm [L:TP.HCM]], [O:trạm y tế xã]",
    "bản vẽ do [O:Công ty TNHH Gia Tân Phát] lập; [O:Công ty giày Tân Hưng Lợi]; [O:trường tiểu học Nguyễn Du]",
    "[O:Trung đoàn 88], [O:Sư đoàn 308]; [O:Sư đoàn 5], [O:Lữ đoàn 25]; [O:Tổng Lãnh sự quán [L:Lào] tại [L:Đà Nẵng]]",
    "[O:Viện Nghiên cứu lập pháp]; [O:Trung tâm Kiểm chuẩn]; [O:Liên minh vì Tự do]; [O:Trường Đại học Luật [L:Cần Thơ]]",
    "liên bộ [O:Tài chính] - [O:Công Thương]; đồng chí [P:Đoàn Bình Minh]; thành lập 3 Hợp tác xã; [O:Đoàn Thanh niên]",
    "[O:Công ty Cao su [L:Chư Sê]] ([L:KCN Trà Đa]) và [O:Hội Rau quả Phú Lợi] ([O:Hepra]); [O:SHB [L:Đà Nẵng]] hạ [O:[L:Hà Nội] FC]",
    "[O:Olympic [L:Lào]] gặp [O:ĐT nữ [L:Thái Lan]]; khối C01, kênh [O:CNN]; chứng nhận VietGAP; [O:nhật báo Ban Mai] - Thứ Ba".replace(
        "[O:nhật báo Ban Mai]", "nhật báo [O:Ban Mai]"
    ),
    "[O:HPG] tăng trần, cổ phiếu VCB giảm; mã FPT",
    "bàn thắng giúp [O:Liverpool] dẫn trước",
    "bến cảng của [L:Liverpool]",
]
PLACES = [
    "Cô ở số 7 [L:Tô Hiệu], [L:Trại Lê], [L:Lê Chân], [L:Hải Phòng]; xe mang biển số [L:tỉnh Đồng Nai]; [L:TP HCM] 4.516 ca",
    "họp tại [L:Hội trường Tỉnh ủy Cà Mau]",
    "tới [L:Trà Nóc], ghé [L:Mỹ Xuân]; sang [L:Hoa kỳ], [L:Úc châu] và [L:Pháp quốc]; làng xã [L:Huế]",
    "Bà con [L:Hấu Chua] đã có nước; dân [L:Tân Trường] rời [L:Gia Lách] về [L:Mường Rọ]",
    "[L:KCN Mỹ Xuân A2], [L:khu dân cư My Điền 3] và [L:cầu Rạch Miễu 2]",
    "[L:thôn Tả Van], [L:xã Bản Hồ], [L:thị trấn Nông trường Phong Hải], [L:tỉnh Lào Cai]",
    "từ [L:quốc lộ 6] qua [L:cầu Chương Dương] tới [L:TP. Vinh]; điểm cầu [L:Nam Định]",
    "các huyện [L:Yên Thành], [L:Diễn Châu] và [L:Quỳnh Lưu]",
    "[L:Anh] và [L:Pháp] ký; tiếng Anh; anh [P:Đức] ở [L:Đức]",
    "cấp tỉnh. Sang năm, cấp xã. Trong huyện",
    "[L:cao tốc Nội Bài - Lào Cai], [L:Biển Đông], [L:Trái Đất], [L:Cư M’gar]",
    "trên [L:QL1A] và [L:ĐT 741]; [L:ngõ 86 Chùa Hà], [L:hẻm 12]; 123 [L:Nguyễn Huệ], [L:P. Bến Nghé], [L:Q.1], [L:TP.HCM]",
    "hướng Tây Tây Bắc; [L:Hà Nội] - [L:Vinh]; tàu sân bay; các KCN [L:tỉnh Bắc Ninh]; [L:chợ huyện Mộc Châu]",
    "từ [L:Nam Texas] tới [L:Trung Lào], em [P:Nam Anh]; gió Tây Nam, gió Đông Bắc mạnh",
    "tại Km45+200, ở Km 10+2; [L:đường 9], rộng 9 m, đường 5 km; [L:Trung tâm Hội nghị tỉnh]; [L:nhà văn hóa thôn Đồi]; 5 triệu đô la Úc",
    "[L:kênh xáng Phú Hữu - Ba Láng]; [L:Vườn quốc gia Phong Nha - Kẻ Bàng]; chùa Nam tông; [L:tp Hồ Chí Minh]; tàu Hằng Nga",
    "địa chỉ số 12 [L:Lý Thường Kiệt]; [L:khối phố Xuân Bình]; ở Nam Cao; [L:đường số 5]",
    "Từ [L:Hà Nội], tin vui",
    "mưa lớn tại [L:Pò Nhùng] và ở [L:Everett]; lãnh đạo [L:Đài Loan]; Anh hùng, Mẹ Việt Nam anh hùng",
]
EVENTS = [
    "[E:Đại hội đại biểu [O:Đảng bộ tỉnh] lần thứ XX], [E:Đại hội XIII] của [O:Đảng]",
    "[E:kỳ họp thứ 9, [O:Quốc hội khóa XIV]]; [E:Hội nghị [O:Trung ương] 4,5,6 khóa XII]",
    "[E:SEA Games 31], [E:AFF Cup 2022], [E:Tết Nguyên đán Giáp Thìn], [E:dịch tả lợn châu Phi], ổ dịch sởi",
    "[E:chuyến bay thử thứ 9], [E:bão số 3], gió bão, [E:giải bóng chuyền vô địch quốc gia 2019]",
    "gặp gió bão số 3, gió bão Noru, rồi [E:bão Noru] tan",
    "hội nghị giao ban trực tuyến toàn quốc, đại hội đảng bộ các cấp",
    "[E:Kỳ họp thứ Mười [O:HĐND [L:tỉnh Gia Lai]]], [E:Hội nghị [O:APEC] 2017], [E:Hội thi Tin học trẻ tỉnh lần thứ 25]",
    "[E:Đại hội đại biểu [O:Đảng bộ [L:phường Bến Gót]], [L:thành phố Việt Trì] lần thứ I]",
    "[E:Đại hội Phụ nữ [L:tỉnh Hà Giang] lần thứ IX]",
    "[E:Hội nghị lần thứ sáu (lần 2) [O:Ban Chấp hành Đảng bộ tỉnh]]",
    "[E:Hội nghị cấp cao [O:ASEAN] 37]; [E:đại hội IX]",
    "[E:Hội nghị Cấp cao [O:ASEAN] - [L:Nhật Bản] lần thứ 25]; [E:Hội nghị [O:ASEAN+3] lần thứ 40, 41]",
    "[E:Hội thao quân sự [O:Quân khu 3]]",
    "[E:giải bóng bàn vô địch quốc gia - Cúp Sao Mai 2019]; [E:lễ hội đua thuyền [L:Quảng Bình] 2018]",
    "[E:giải vô địch điền kinh [L:châu Á]]; [E:bão Chan-hom]; [E:Tuần Văn hóa - Du lịch [L:Lào Cai] 2018]",
    "[E:Năm Du lịch quốc gia - [L:Ninh Bình] 2021]",
    "[E:Ngày hội Văn hóa các dân tộc [L:vùng Tây Bắc] lần thứ XII]; [E:Ngày Quốc tế Lao động] 1-5",
    "[E:lễ Ok Om Bok]; [E:giải U21 quốc gia]",
    "[E:Champions League] 2 mùa, [E:SEA Games 31] diễn ra",
    "[E:Lễ hội [L:đền Hùng]], [E:giải chạy Sao Mai [L:Quy Nhơn]], Giải Nhất thuộc về em, [E:dịch cúm gia cầm H5N1]",
]
PERSONS = [
    "anh [P:Khoa] và chị [P:Đoàn] về thăm; chị [P:H'Lan] ở nhà; người tên [P:Hậu] đi vắng",
    "ông [P:Y Thịnh Niê], bà [P:H'Lan Ayun], [P:Nguyễn Thị Thu Hương] (32 tuổi)",
    "tỷ phú [L:Mỹ] [P:Warren Buffett] gặp [P:Angela Merkel]; PGS.TS [P:Lê Bá Khôi]",
    "Ảnh: [P:Hoài Ân]",
    "- [P:Hạnh]: Chị có về quê không?",
    "- Vắng: Chị không tới; Hạnh: chỗ ngồi",
    "[P:Văn Toàn] chuyền cho [P:Công Phượng]; quán Thanh Trúc, giống lúa Hồng Hà. Anh [P:Long] kể",
    "anh [P:Nguyễn Văn T.] (56 tuổi), chị [P:N.T.H.] bị thương",
    "[P:Mohammed bin Salman], [P:Ursula von der Leyen], [P:Nô-rô-đôm Xi-ha-mô-ni]; tàu USS Ronald Reagan",
    "Nữ hoàng [L:Anh] [P:Elizabeth II], [P:Max Verstappen]; xe Hyundai Accent; [P:Duy Mạnh], [P:Đình Trọng]",
    "[P:K'Brốp], [P:Điểu K'Nhiên], cô gái K'Ho; người Vân Kiều, đồng bào Hà Lăng; [P:Thạch Thị Sa Phol]",
    "các bàn của [P:Kritsorn], [P:Nantapol] và [P:Teerathon]; hậu vệ [P:Kesler], [P:Amaobi]; [P:Van Hoorst] sút xa",
    "[P:Hồ Văn Quản], 8 tuổi; phụ xe [P:Phan Gia Thuận] (41 tuổi); Ảnh: Các em nhỏ vui chơi",
    "[P:Tshering] ghi bàn cho đội khách",
    "[O:TTXVN] - Tin từ [L:Hà Nội]",
]


@pytest.mark.parametrize("line", OFFICES + BODIES + PLACES + EVENTS + PERSONS)
def test_names_of_a_line(line):
    assert read(plain(line)) == line


def test_a_given_name_is_read_once_the_full_name_is_known():
    memory = Memory()
    assert read("Nạn nhân là Bùi Văn Dựng, trú tại đây.", memory) == "Nạn nhân là [P:Bùi Văn Dựng], trú tại đây."
    assert read("Theo anh, Dựng đã về.", memory) == "Theo anh, [P:Dựng] đã về."


def test_an_abbreviation_is_read_once_it_stood_in_brackets():
    memory = Memory()
    first = "[O:Hiệp hội Hồ tiêu Tân Lợi Phát] (HTBM)".replace("(HTBM)", "([O:HTBM])")
    assert read(plain(first), memory) == first
    assert read("Giá do HTBM công bố", memory) == "Giá do [O:HTBM] công bố"


def test_an_abbreviation_that_speaks_is_a_body_from_then_on():
    memory = Memory()
    assert read("Theo VIETFISH, cá tra tăng giá.", memory) == "Theo [O:VIETFISH], cá tra tăng giá."
    assert read("Số liệu của VIETFISH cho thấy GDP tăng.", memory) == "Số liệu của [O:VIETFISH] cho thấy GDP tăng."


def test_a_stock_code_stands_for_its_firm_once_a_bracket_told_it():
    memory = Memory()
    read("Bao bì Tân Lợi (mã TLB) vừa báo cáo.", memory)
    assert read("Quý này, TLB lãi to", memory) == "Quý này, [O:TLB] lãi to"


def test_a_bare_place_is_read_once_its_head_word_was_there():
    memory = Memory()
    read("ở huyện Mường Khủa từ lâu", memory)
    assert read("Ở Mường Khủa, mưa to", memory) == "Ở [L:Mường Khủa], mưa to"


@pytest.mark.parametrize(
    "line",
    [
        "Theo [P:Hà Linh] ([O:Dân trí])",
        "CTV [P:Mai Lan]",
        "Theo [O:VietNamNet]",
        "PV/[O:VOV.VN]",
        "[P:Hà Thanh Tuyền]",
        "Bài, ảnh: [P:Trọng Nghĩa] - [P:Hoà An]",
        "[P:MINH ĐĂNG]",
        "KT. [T:CHỦ TỊCH]",
        "[T:PHÓ CHỦ TỊCH]",
        "TM. [O:ỦY BAN NHÂN DÂN]",
        "TL. [T:GIÁM ĐỐC]",
        "[T:Chánh Văn phòng]",
        "QUYẾT ĐỊNH:",
        "THÔNG BÁO",
        "II. TÌNH HÌNH CHUNG",
        "B. PHAN BỔ VỐN",
        "Ông [P:Lưu Văn Kiên]",
        "[P:Q.Sơn] – [P:Hồ Mai]",
        "[P:Anh Thư]",
        "[P:Đoàn Khuê] (từ [L:Bangkok])",
    ],
)
def test_a_byline_is_persons(line):
    assert read(plain(line), role=Role.BYLINE) == line


def test_bodies_places_and_meetings_stand_inside_a_paper():
    line = "theo Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn"
    found = read(line)
    assert found == "theo Nghị quyết [E:Đại hội [O:Đảng bộ [L:tỉnh Lạng Sơn]]]"


@pytest.mark.parametrize(
    ("old", "new"),
    [("[O:Tỉnh ủy [L:Hòa Bình]]", "[O:Tỉnh uỷ [L:Hoà Bình]]"), ("ông [P:Lý Sĩ Quý]", "ông [P:Lí Sỹ Quí]")],
)
def test_both_spellings_are_read_alike(old, new):
    assert [read(plain(old)), read(plain(new))] == [old, new]


GROWN = [
    "đại biểu [P:Lê Thị Mận] ([O:đoàn [L:Hậu Giang]]) nêu ý kiến; đoàn ra về",
    "bác sĩ [P:Hồ Hải Yến], ngoại binh [L:Thái Lan] [P:Somchai Rattana] và doanh nhân [P:Kim Min-su]",
    "[P:José Ferreira] gặp [P:André Lambert]",
    "[T:Trưởng [O:Trạm Y tế [L:xã Nậm Khao]]] [P:Lò Văn Pém]; [T:Bí thư [O:Chi bộ thôn]]",
    "[T:Giám đốc bảo tàng] [P:Trần Thị Lệ]; [T:Giám đốc bến] [P:Trần Văn Lực]",
    "[O:Trường Tiểu học và Trung học cơ sở [L:xã Hồ Bốn]] bị ngập",
    "([O:Baobien.com.vn]) - Sáng nay, [O:Sở Y tế] họp",
    "[O:Văn phòng thường trực Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn [L:tỉnh Sơn La]] cho biết",
    "[O:Vụ Các tổ chức quốc tế] mời [O:QĐND [L:Việt Nam]] và [O:QĐND [L:VN]]; chứng khoán [L:Mỹ] tăng",
    "[O:Cục Quản lý đấu thầu] nhắc; [O:Vụ Thị trường [L:châu Âu]] và [O:Đội Kiểm soát hải quan]",
    "[O:Trường THCS [L:An Bình]], [O:Trường THPT Quang Trung], [O:giáo xứ [L:Hòa Lạc]]",
    "tại số 12, [L:đường Lê Lai]; mưa ở vùng [L:Bình Thuận]; họp ở [L:hội trường UBND xã]",
    "bài đăng trên Facebook; [O:Facebook] báo lãi; [O:ban tổ chức] và các ban tổ chức huyện ủy",
    "[E:Giải cờ vua các đấu thủ trẻ toàn quốc 2015], [E:Giải hạng Nhì quốc gia 2018]",
    "[E:Olympic Hóa học quốc tế lần thứ 50]; danh hiệu [E:Europa League] thứ ba",
    "Toàn tỉnh còn [L:điện Kính Thiên] và [L:cánh đồng Mường Thanh]",
]


@pytest.mark.parametrize("line", GROWN)
def test_lists_and_small_words_tell_more_names(line):
    assert read(plain(line)) == line


def test_a_place_that_its_neighbours_told_is_one_wherever_the_article_names_it():
    memory = Memory()
    read("Mưa lớn ở Hấu Chua", memory)
    assert (
        read("Hấu Chua mất điện. Từ Hấu Chua ra chợ xa", memory) == "[L:Hấu Chua] mất điện. Từ [L:Hấu Chua] ra chợ xa"
    )


def test_a_persons_short_name_goes_before_a_head_word_that_looks_like_it():
    memory = Memory()
    read("Trần Quốc Đoàn, 29 tuổi, bị thương", memory)
    assert read("Hôm sau, Đoàn và hai người khác về", memory) == "Hôm sau, [P:Đoàn] và hai người khác về"


def test_a_second_reading_asks_again_only_where_the_article_told_more():
    memory = Memory()
    first, second = (names.prepare(text, []) for text in ("Theo anh, Dựng đã về Hà Nội.", "Ông Bùi Văn Dựng vắng."))
    names.find(first, Role.BODY, memory)
    before = dict(first.told)
    names.find(second, Role.BODY, memory)
    found = [first.text[span.start : span.end] for span in names.find(first, Role.BODY, memory)]
    again = [first.tokens[at].text for (at, titled), told in first.told.items() if before.get((at, titled)) is not told]
    assert (found, again) == (["Dựng", "Hà Nội"], ["Dựng"])


VOTED = [  # a name's type is what most of its mentions with a head word, an office or a word of respect tell
    "[O:Công ty TNHH Lê Phước Thành] nợ thuế.\n[O:Công ty Lê Phước Thành] bị phạt.\n"
    "[O:Lê Phước Thành] vắng, [T:Giám đốc] [P:Lê Phước Thành] cũng vậy.",
    "[O:Lê Phước Thành] nợ thuế.\nHôm qua [O:Công ty TNHH Lê Phước Thành] bị phạt.",
    "[L:Xã Nguyễn Việt Khái] mang tên liệt sĩ [P:Nguyễn Việt Khái].\n"
    "Anh hùng [P:Nguyễn Việt Khái] bắn rơi 4 máy bay. [P:Nguyễn Việt Khái] hy sinh.",
    "[P:Phan Đình Vượng] về quê.\nÔng [P:Phan Đình Vượng] kể: anh [P:Phan Đình Vượng] ở [L:phường Phan Đình Vượng].",
    "[L:Trần Hưng Đạo] thu vượt.\nDân [L:phường Trần Hưng Đạo] vui. [L:Trần Hưng Đạo] có 12 tổ.",
    "Tên thật của ông, [P:Trương Vĩnh Xuân], ít ai biết.\n"
    "Ông [P:Xuân] lập [O:Công ty TNHH Trương Vĩnh Xuân]. [P:Trương Vĩnh Xuân] đóng ghe.",
    "Thủ môn [P:Đặng Văn Lâm] bắt hay. [P:Văn Lâm] vừa trở lại. Mưa ở [L:Văn Lâm].",
    "[O:Trường THPT Lê Văn Hưu] khai giảng.\n[O:Lê Văn Hưu] có 30 lớp.",
]


@pytest.mark.parametrize("written", VOTED)
def test_one_type_wins_where_only_the_shape_tells(written):
    found = detect(plain(written)).spans
    names = [span for span in found if span.label in ("PERSON", "LOCATION", "ORGANIZATION", "TITLE")]
    assert nested(plain(written), names) == written
