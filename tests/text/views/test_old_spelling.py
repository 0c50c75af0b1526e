"""Old spelling: hyphens within words are read as blanks, place for place."""

import pytest

from desktop.text.views.old_spelling import modern

OLD = "Thống-đốc Nam-kỳ viếng tỉnh Sóc-Trăng, ông Huỳnh-văn-Kiêm và hội-viên đón tại Bãi-Xàu, nước Việt-Nam."


def test_an_old_text_is_read_as_todays():
    assert (
        modern(OLD)
        == "Thống Đốc Nam Kỳ viếng tỉnh Sóc Trăng, ông Huỳnh Văn Kiêm và hội viên đón tại Bãi Xàu, nước Việt Nam."
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
