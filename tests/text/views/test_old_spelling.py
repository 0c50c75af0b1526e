"""Old spelling: hyphens within words are read as blanks, place for place."""

import pytest

from desktop.text.views.old_spelling import modern

OLD = "Thống-đốc Nam-kỳ viếng tỉnh Sóc-Trăng, ông Huỳnh-văn-Kiêm và hội-viên đón tại Bãi-Xàu, nước Việt-Nam."


def test_an_old_text_is_read_as_todays():
    assert (
        modern(OLD)
        == "Thống đốc Nam Kỳ viếng tỉnh Sóc Trăng, ông Huỳnh Văn Kiêm và hội viên đón tại Bãi Xàu, nước Việt Nam."
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Sách nhắc Đà-Nẵng và Trần-Quang-Khải.", "Sách nhắc Đà Nẵng và Trần Quang Khải."),
        ("Tàu Hà Nội-Vinh, Bà Rịa-Vũng Tàu, ông Park Hang-seo", None),
        ("Nghị quyết 18-NQ/TW, sáng 1-7", None),
    ],
)
def test_in_a_text_of_today_only_names_are(line, wanted):
    assert modern(line) == (wanted or line)


def test_only_names_of_an_old_text_have_capitals_within_and_words_are_spelt_as_today():
    line = "Học-trò làng Tân-hưng, quan Toàn-quyền, Tổng-thơ-ký và ông Lê-văn-Sắc của Chánh-phủ, sanh năm 1902."
    wanted = "Học trò làng Tân Hưng, quan Toàn quyền, Tổng Thư Ký và ông Lê Văn Sắc của Chính phủ, sinh năm 1902."
    assert modern(line) == wanted
