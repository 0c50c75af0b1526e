"""Names of a line: persons, offices, bodies, places and events, with what stands in what."""

import pytest
from nested import nested, plain

from desktop.detect import documents, names, nesting, times
from desktop.detect.memory import Memory
from desktop.model import Role


def read(line, memory=None, role=Role.BODY):
    memory = Memory() if memory is None else memory
    papers = documents.find(line)
    tokens = names.prepare(line, [*times.find(line, None), *papers])
    names.find(tokens, role, memory, papers)
    return nested(line, nesting.resolve(names.find(tokens, role, memory, papers)))


OFFICES = [
    "[T:BÍ THƯ [O:TỈNH ỦY]] [P:NGUYỄN VĂN THẮNG] LÀM VIỆC TẠI [L:HUYỆN MƯỜNG NHÉ]",
    "đồng chí [P:Lò Thị Mận], [T:Phó Bí thư Thường trực [O:Huyện ủy]], [T:Chủ tịch [O:HĐND huyện]]",
    "[T:Trưởng [O:Ban Tuyên giáo và Dân vận Tỉnh ủy [L:Cao Bằng]]] [P:Bế Văn Khoan]",
    "[T:Trưởng [O:ban Tổ chức Thành ủy]], [T:Phó Chánh [O:Văn phòng UBND [L:huyện Sơn Dương]]]",
    "bà [P:Trần Thu Hà], [T:Giám đốc [O:Sở Lao động - Thương binh và Xã hội [L:tỉnh Kon Tum]]]",
    "[T:Chủ tịch [O:UBND tỉnh]] [P:Đoàn Văn Hậu] và [T:Phó Chủ tịch [O:UBND [L:quận 1]]]",
    "[T:Thượng tá] [P:Hồ Minh Tuấn], [T:Trưởng [O:Công an [L:huyện Krông Pa]]]",
    "[T:Tổng thống [L:Pháp]] [P:Emmanuel Macron] và [T:Đại sứ [L:Nhật Bản] tại [L:Việt Nam]]",
    "nguyên [T:giám đốc công ty], [T:bí thư chi bộ], các giám đốc sở, 17 giám đốc bệnh viện",
    "[T:kỹ sư trưởng về động cơ của [O:SpaceX]], [T:HLV] [P:Park Hang-seo]",
]
BODIES = [
    "[O:Ban Thường vụ Tỉnh ủy] họp với [O:Bộ Chính trị khoá XIII] và [O:Đảng ủy [L:xã Tân Lập]]",
    "[O:Uỷ ban Kiểm tra Tỉnh uỷ [L:Cà Mau]], [O:Đảng], [O:Nhà nước] và đảng viên, Đảng viên",
    "[O:Công ty CP Thủy sản Minh Hải Phát], [O:Tập đoàn Hòa Phát], [O:Ngân hàng TMCP Bình An]",
    "[O:Trường THPT Nguyễn Trãi], [O:Bệnh viện Đa khoa [L:tỉnh Yên Bái]], [O:Công an [L:phường Hàng Bạc]]",
    "các bệnh viện [O:Nhi Trung ương], [O:Phụ sản [L:Hà Nội]]",
    "Sở Y tế các tỉnh, một số Tỉnh ủy, Thành ủy; HĐND các cấp; UBND cấp xã",
    "[O:Trung tâm Kiểm soát bệnh tật (CDC) [L:Hà Giang]], [O:CDC [L:Hà Giang]]",
    "[O:Ban Chỉ huy phòng chống lụt bão tỉnh]; [O:Ban Quản lý dự án đầu tư xây dựng huyện]",
    "theo báo [O:Tuổi Trẻ], hãng [O:Reuters] và [O:VnMarket]; mã ABC",
    "[O:đội tuyển [L:Lào]], [O:chính quyền [L:huyện Mường Tè]], [O:Ngân hàng Nhà nước [L:Việt Nam]]",
    "yêu cầu [O:Sở Nội vụ] báo cáo; [O:Vùng 4 Hải quân]; Tổ chức đón khách",
]
PLACES = [
    "[L:thôn Tả Van], [L:xã Bản Hồ], [L:thị trấn Nông trường Phong Hải], [L:tỉnh Lào Cai]",
    "từ [L:quốc lộ 6] qua [L:cầu Chương Dương] tới [L:TP. Vinh]; điểm cầu [L:Nam Định]",
    "các huyện [L:Yên Thành], [L:Diễn Châu] và [L:Quỳnh Lưu]",
    "[L:Anh] và [L:Pháp] ký; tiếng Anh; anh [P:Đức] ở [L:Đức]",
    "cấp tỉnh. Sang năm, cấp xã. Trong huyện",
    "[L:cao tốc Nội Bài - Lào Cai], [L:Biển Đông], [L:Trái Đất], [L:Cư M’gar]",
]
EVENTS = [
    "[E:Đại hội đại biểu [O:Đảng bộ tỉnh] lần thứ XX], [E:Đại hội XIII] của [O:Đảng]",
    "[E:kỳ họp thứ 9, [O:Quốc hội khóa XIV]]; [E:Hội nghị [O:Trung ương] 4,5,6 khóa XII]",
    "[E:SEA Games 31], [E:AFF Cup 2022], [E:Tết Nguyên đán Giáp Thìn], [E:dịch tả lợn châu Phi], ổ dịch sởi",
    "[E:chuyến bay thử thứ 9], [E:bão số 3], gió bão, [E:giải bóng chuyền vô địch quốc gia 2019]",
    "hội nghị giao ban trực tuyến toàn quốc, đại hội đảng bộ các cấp",
]
PERSONS = [
    "ông [P:Y Thịnh Niê], bà [P:H'Lan Ayun], [P:Nguyễn Thị Thu Hương] (32 tuổi)",
    "tỷ phú [L:Mỹ] [P:Warren Buffett] gặp [P:Angela Merkel]; PGS.TS [P:Lê Bá Khôi]",
    "Ảnh: [P:Hoài Ân]",
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


def test_a_bare_place_is_read_once_its_head_word_was_there():
    memory = Memory()
    read("ở huyện Mường Khủa từ lâu", memory)
    assert read("Ở Mường Khủa, mưa to", memory) == "Ở [L:Mường Khủa], mưa to"


@pytest.mark.parametrize(
    "line",
    ["[P:Hà Thanh Tuyền]", "Bài, ảnh: [P:Trọng Nghĩa] - [P:Hoà An]", "[P:MINH ĐĂNG]", "[P:Đoàn Khuê] (từ [L:Bangkok])"],
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
