"""Which language a text is in."""

import pytest

from desktop.text.language import is_bare, language

TEXTS = [
    ("Sáng nay, huyện ủy họp bàn về việc sửa con đường ven sông trước mùa mưa.", "vi", False),
    ("Hom qua minh di xe tu Ha Noi len Lao Cai, gap rat nhieu nguoi ban cu o do.", "vi", True),
    ("The council said on Monday that the road by the river is to be mended before the rain.", "en", False),
    ("Le président a reçu les ministres et les élus dans le palais de la ville pour un dîner.", "fr", False),
    ("Có 5 người.", "vi", False),
    ("In Hà Nội on Monday, Nguyễn Thị Vân of the Red Cross said that it was for the people of Hải Phòng.", "en", False),
    ("Real Madrid 2-0 Barcelona; Liverpool 1-1 Chelsea", "vi", False),
]


@pytest.mark.parametrize(("text", "spoken", "bare"), TEXTS)
def test_a_text_tells_its_language(text, spoken, bare):
    assert (language(text), is_bare(text)) == (spoken, bare)
