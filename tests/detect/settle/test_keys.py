"""Keys under which mentions of one thing meet."""

import re
from pathlib import Path

import pytest

from desktop.detect import detect
from desktop.text.lists import key_of

WRITTEN = (Path(__file__).parent / "bodies_and_persons.txt").read_text("utf-8").splitlines()
ROWS = [row for row in WRITTEN if row and not row.startswith("#")]
MENTION = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def keys(text):
    return [(text[span.start : span.end], span.entity) for span in detect(text, "2019-07-01").spans if span.entity]


TABLE = [
    (
        "Ông Lò Văn Pán, Giám đốc Sở Y tế tỉnh Sơn La, đến dự. Ông Pán phát biểu.",
        [("Lò Văn Pán", "person/lò văn pán/sở y tế/sơn la"), ("Sở Y tế tỉnh Sơn La", "body/sở y tế/sơn la"),
         ("tỉnh Sơn La", "place/sơn la"), ("Pán", "person/lò văn pán/sở y tế/sơn la")],
    ),
    (
        "Công ty Cổ phần Mía Đường Lam Kinh (LKS) lãi lớn. LKS chia cổ tức.",
        [("Công ty Cổ phần Mía Đường Lam Kinh", "body/công ti cổ phần mía đường lam kinh"), ("Lam Kinh", "place/lam kinh"),
         ("LKS", "body/công ti cổ phần mía đường lam kinh"), ("LKS", "body/công ti cổ phần mía đường lam kinh")],
    ),
    ("Tỉnh ủy họp tại Sơn La.", [("Tỉnh ủy", "body/tỉnh uỷ/sơn la"), ("Sơn La", "place/sơn la")]),
    ("Tỉnh ủy họp.", []),
    (
        "Ông Lê Văn Tám gặp ông Vũ Đình Tám. Ông Tám cười.",
        [("Lê Văn Tám", "person/lê văn tám"), ("Vũ Đình Tám", "person/vũ đình tám")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=[text for text, _ in TABLE])
def test_mentions_of_one_thing_share_a_key_and_doubtful_ones_have_none(text, wanted):
    assert keys(text) == wanted


NATIONAL = [
    "Bộ Quốc phòng",
    "Bộ Công an",
    "Bộ Ngoại giao",
    "Bộ Nội vụ",
    "Bộ Tư pháp",
    "Bộ Kế hoạch và Đầu tư",
    "Bộ Tài chính",
    "Bộ Công Thương",
    "Bộ Xây dựng",
    "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Giao thông vận tải",
    "Bộ Tài nguyên và Môi trường",
    "Bộ Thông tin và Truyền thông",
    "Bộ Lao động - Thương binh và Xã hội",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Khoa học và Công nghệ",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Y tế",
    "Bộ Dân tộc và Tôn giáo",
    "Bộ Tổng tham mưu",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ban Chấp hành Trung ương",
    "Ủy ban Dân tộc",
    "Ngân hàng Nhà nước",
    "Thanh tra Chính phủ",
    "Văn phòng Chính phủ",
    "Văn phòng Quốc hội",
    "Văn phòng Chủ tịch nước",
    "Văn phòng Trung ương Đảng",
    "Ban Tổ chức Trung ương",
    "Ban Tuyên giáo Trung ương",
    "Ban Dân vận Trung ương",
    "Ban Nội chính Trung ương",
    "Ban Kinh tế Trung ương",
    "Ủy ban Kiểm tra Trung ương",
    "Quân ủy Trung ương",
    "Hội đồng Lý luận Trung ương",
    "Trung ương Đoàn",
    "Tòa án nhân dân tối cao",
    "Viện Kiểm sát nhân dân tối cao",
    "Kiểm toán Nhà nước",
    "Ủy ban Thường vụ Quốc hội",
    "Hội đồng Dân tộc của Quốc hội",
    "Ủy ban Pháp luật của Quốc hội",
    "Tổng cục Thống kê",
    "Tổng cục Thuế",
    "Tổng cục Chính trị",
    "Cục Hàng không",
    "Cục Đường bộ",
    "Thông tấn xã Việt Nam",
    "Bảo hiểm xã hội Việt Nam",
    "Tổng Liên đoàn Lao động Việt Nam",
    "Ban Chính sách, chiến lược Trung ương",
    "Ban Tuyên giáo và Dân vận Trung ương",
    "Học viện Chính trị quốc gia Hồ Chí Minh",
    "Đài Truyền hình Việt Nam",
    "Đài Tiếng nói Việt Nam",
    "Hội Nông dân Việt Nam",
    "Hội Cựu chiến binh Việt Nam",
    "Hội Liên hiệp Phụ nữ Việt Nam",
    "Mặt trận Tổ quốc Việt Nam",
    "Viện Hàn lâm Khoa học xã hội Việt Nam",
    "Tập đoàn Điện lực Việt Nam",
    "Ủy ban Quản lý vốn nhà nước",
    "Ủy ban Chứng khoán Nhà nước",
    "Ủy ban Tài chính, Ngân sách",
    "Cục Cảnh sát giao thông",
    "Cục Quản lý dược",
    "Tổng cục Hải quan",
    "Ủy ban An toàn giao thông quốc gia",
    "Bộ Tư lệnh Cảnh sát biển",
    "Quân chủng Hải quân",
    "Hội Nhà báo Việt Nam",
    "Liên đoàn Bóng đá Việt Nam",
    "Vụ Tổ chức cán bộ",
    "Cục An toàn thực phẩm",
    "Hội đồng Bầu cử quốc gia",
    "Cục Thể dục thể thao",
    "Ban Cơ yếu Chính phủ",
    "Đảng ủy Công an Trung ương",
    "Quốc hội",
    "Chính phủ",
]
LOCAL = [
    "Sở Nội vụ",
    "Tỉnh ủy",
    "Ủy ban nhân dân tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    "Ban Tổ chức Tỉnh ủy",
    "Ban Tuyên giáo Tỉnh ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Hội Nông dân tỉnh",
    "Công an tỉnh",
    "Cục Thuế tỉnh",
    "Chi cục Kiểm lâm",
    "Tòa án nhân dân tỉnh",
    "Văn phòng UBND tỉnh",
    "Ban Dân tộc tỉnh",
    "Kho bạc Nhà nước tỉnh",
]


def body_keys(name):
    """Return the keys of a body in an article that names one province, and in one that names none."""
    texts = (f"Sáng 3/10, tại tỉnh Lạng Sơn, đại diện {name} dự họp.", f"Sáng 3/10, đại diện {name} dự họp.")
    found = (
        next(span.entity for span in detect(text, "2025-10-03").spans if span.label == "ORGANIZATION") for text in texts
    )
    return tuple(found)


@pytest.mark.parametrize("name", NATIONAL)
def test_a_national_body_has_one_key_whatever_province_the_article_names(name):
    one, none = body_keys(name)
    assert (one, one.count("/")) == (none, 1)


@pytest.mark.parametrize("name", LOCAL)
def test_a_body_that_each_province_has_needs_its_province(name):
    one, none = body_keys(name)
    assert (one.endswith("/lạng sơn"), none) == (True, None)


ALIKE = [
    ("TAND tối cao", "Tòa án nhân dân tối cao"),
    ("VKSND tối cao", "Viện kiểm sát nhân dân tối cao"),
    ("NHNN", "Ngân hàng Nhà nước"),
    ("TTXVN", "Thông tấn xã Việt Nam"),
    ("BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam"),
    ("UBND tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La"),
    ("HĐND huyện Mai Sơn", "Hội đồng nhân dân huyện Mai Sơn"),
    ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
    ("Bộ LĐ-TB&XH", "Bộ Lao động - Thương binh và Xã hội"),
    ("LHQ", "Liên hợp quốc"),
    ("Ban Bí thư Trung ương Đảng", "Ban Bí thư"),
    ("Quốc hội khóa XV", "Quốc hội"),
    ("UBTVQH", "Ủy ban Thường vụ Quốc hội"),
    ("MTTQ Việt Nam", "Mặt trận Tổ quốc Việt Nam"),
    ("Tỉnh ủy Sơn La", "Tỉnh ủy tỉnh Sơn La"),
    ("Hội LHPN Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam"),
    ("Ban Tổ chức TƯ", "Ban Tổ chức Trung ương"),
]


@pytest.mark.parametrize(("short", "long"), ALIKE)
def test_a_body_has_one_key_by_its_short_name_and_its_long_one(short, long):
    one, other = body_keys(short), body_keys(long)
    assert (one, one[1] is not None) == (other, True)


SURNAMES = [
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng"),
    *("Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Lương", "Trịnh"),
]
GIVEN = ("Văn Hùng", "Thị Lan", "Minh Tuấn")
PERSONS = [f"{surname} {given}" for surname in SURNAMES for given in GIVEN]


def test_sixty_persons_have_a_key_each_and_their_given_names_the_same():
    wrong = []
    for name in PERSONS:
        text = f"Sáng 3/10, ông {name} phát biểu. Ông {name.split()[-1]} cho rằng giá còn tăng."
        found = [span.entity for span in detect(text, "2025-10-03").spans if span.label == "PERSON"]
        if found != [f"person/{name.lower()}".replace("lý", "lí")] * 2:
            wrong.append((name, found))
    assert wrong == []


def test_two_persons_of_one_name_are_told_apart_by_their_offices():
    text = "Ông Lê Văn Tám, Giám đốc Sở Y tế tỉnh Sơn La, gặp đoàn. Tại tỉnh Hà Nam, Chủ tịch UBND huyện Lý Nhân Vũ Văn Tám dự."
    found = {span.entity for span in detect(text).spans if span.label == "PERSON"}
    assert found == {"person/lê văn tám/sở y tế/sơn la", "person/vũ văn tám/uỷ ban nhân dân/huyện lí nhân"}


def folded(key):
    """Return a key in the spelling under which all meet, or None where a row wants none."""
    return "/".join(" ".join(map(key_of, part.split())) for part in key.split("/")) or None


@pytest.mark.parametrize("row", ROWS)
def test_each_mention_has_the_key_of_what_it_means(row):
    text = MENTION.sub(r"\1", row)
    wanted = [(mention[1], folded(mention[2])) for mention in MENTION.finditer(row)]
    told = {
        text[span.start : span.end]: span.entity for span in detect(text, "2025-10-03").spans if span.label != "TITLE"
    }
    assert [(name, told[name]) for name, _ in wanted] == wanted


def test_the_rows_hold_a_hundred_bodies_and_sixty_persons():
    mentions = [mention for row in ROWS for mention in MENTION.finditer(row)]
    bodies = {mention[2] for mention in mentions if mention[2].startswith("body/")}
    persons = [mention for mention in mentions if mention[2].startswith("person/")]
    assert (len(bodies) >= 100, len(persons) >= 60) == (True, True)
