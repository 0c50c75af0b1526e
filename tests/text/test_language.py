"""Which language a text is in."""

import pytest

from desktop.text.language import is_bare, language, of_line

TEXTS = [
    ("Sáng nay, huyện ủy họp bàn về việc sửa con đường ven sông trước mùa mưa.", "vi", False),
    ("Hom qua minh di xe tu Ha Noi len Lao Cai, gap rat nhieu nguoi ban cu o do.", "vi", True),
    ("The council said on Monday that the road by the river is to be mended before the rain.", "en", False),
    ("Le président a reçu les ministres et les élus dans le palais de la ville pour un dîner.", "fr", False),
    ("Có 5 người.", "vi", False),
    ("Президент прибыл в Москву 9 мая 2024 года.", "ru", False),
    ("越南国家主席2024年访问北京。", "zh", False),
    (
        "Vietnamský premiér v pondělí přijal českého ministra zahraničí a obě strany podepsaly dohodu týkající se výroby",
        "und",
        False,
    ),
    ("In Hà Nội on Monday, Nguyễn Thị Vân of the Red Cross said that it was for the people of Hải Phòng.", "en", False),
    ("Real Madrid 2-0 Barcelona; Liverpool 1-1 Chelsea", "vi", False),
]


@pytest.mark.parametrize(("text", "spoken", "bare"), TEXTS)
def test_a_text_tells_its_language(text, spoken, bare):
    assert (language(text), is_bare(text)) == (spoken, bare)


@pytest.mark.parametrize(
    ("line", "whole", "spoken"),
    [
        ("The road by the river is to be mended before the rain comes, as they had asked.", "vi", "en"),
        ("The road by the river", "vi", "vi"),
        ("Ông Nguyễn Thị Ánh, Giám đốc", "en", "vi"),
        ("Hoang Van An, Director", "en", "en"),
        ("Президент прибыл в Москву.", "vi", "ru"),
        ("Có 20 người.", "fr", "fr"),
    ],
)
def test_a_line_may_be_in_another_language(line, whole, spoken):
    assert of_line(line, whole) == spoken
