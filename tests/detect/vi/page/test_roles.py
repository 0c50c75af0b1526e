"""The page around an article: every line of a saved page is compared with its role."""

from datetime import date

import pytest

from desktop.detect.vi.page import roles

LONG = (
    "Sau ba tháng thi công, đoạn kè dài hơn hai cây số đã giữ được bờ sông trước mùa nước lên, "
    "người dân yên tâm gieo vụ mới."
)
MORE = "Ban quản lý cho biết phần việc còn lại là trồng cỏ và lắp đèn chiếu sáng dọc tuyến, dự kiến xong trước Tết."

SAVED = f"""\
furniture|Đăng nhập | RSS | Liên hệ quảng cáo
furniture|Trang chủ » Xã hội » Đời sống
headline|Kè mới giữ bờ sông ở xã bãi
dateline|Thứ sáu, 20/09/2024 | 16:42
furniture|Cỡ chữ: A- A A+   Lượt xem: 120
lead|(BĐM) - {LONG}
caption|Đoạn kè qua thôn Thượng sau khi hoàn thành. Ảnh: Thu Lam
lead|{LONG}
body|{MORE}
body|Nước về sớm hơn mọi năm
body|{MORE}
byline|Thu Lam - Hải Đăng
furniture|Từ khóa: kè sông, bãi bồi
furniture|Tin cùng chuyên mục
furniture|Nhà vườn ven sông vào vụ hoa sớm
furniture|{{name}} - {{time}}
furniture|Gửi bình luận
"""

BARE = f"""\
lead|{LONG}
body|{MORE}
byline|THU LAM
"""

SIGNED = f"""\
lead|{LONG}
body|{MORE}
byline|Thu Lam - Trung tâm Văn hóa huyện
byline|(Theo Báo Nhân Dân)
"""

INITIALS = f"""\
lead|{LONG}
body|{MORE}
byline|H.T
"""

TITLED = f"""\
headline|Kè mới giữ bờ sông
byline|Thu Lam
dateline|Cập nhật lúc 16:05, 22/06/2012 (GMT+7)
lead|{LONG}
caption|Đồng chí Bí thư Đảng ủy xã phát biểu tại lễ bàn giao
body|{MORE}
byline|Tin, ảnh: Hải Đăng
"""

PICTURED = f"""\
headline|Kè mới giữ bờ sông ở xã bãi
lead|{LONG}
furniture|ke moi giu bo song o xa bai da ps
furniture|ke-moi-giu-bo-song.jpg
body|{MORE}
byline|Thu Lam
"""

NOTE = """\
headline|Lịch họp tuần
body|Thứ hai: giao ban
"""


@pytest.mark.parametrize("wanted", [SAVED, BARE, SIGNED, INITIALS, TITLED, PICTURED, NOTE])
def test_each_line_has_its_role(wanted):
    rows = [row.split("|", 1) for row in wanted.splitlines()]
    text = "\n\n".join(row for _, row in rows)
    found = roles.read(text).lines
    assert [f"{line.role}|{text[line.start : line.end]}" for line in found] == wanted.splitlines()


def test_one_short_line_is_kept():
    assert [line.role for line in roles.read("Có 5 người.").lines] == ["body"]


@pytest.mark.parametrize("text", ["", "\n\n", " \u00a0\n"])
def test_nothing_has_no_lines(text):
    found = roles.read(text)
    assert (found.lines, found.reference) == ((), None)


@pytest.mark.parametrize(
    "text", ["\ufffd" * 200, "|" * 300, "a" * 50_000, "1-2 " * 2_000, "Ông A\n" * 500, "\u2028 x" * 100]
)
def test_odd_texts_get_a_role_for_every_line(text):
    found = roles.read(text)
    assert all(text[line.start : line.end].strip() for line in found.lines)


def test_a_known_day_of_publication_is_the_reference():
    assert roles.read("Hôm qua trời mưa.", "2019-07-01T08:00").reference == date(2019, 7, 1)
