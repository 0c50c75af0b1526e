"""Words that ran together are parted in a view of the text, which knows where each place stands; other words stay whole."""

import pytest

from desktop.text.views.glued import apart
from desktop.text.views.visible import visible

PARTED = {
    "a small letter and a capital": ("tại Vĩnh YênPhúc Yên", "tại Vĩnh Yên Phúc Yên"),
    "letters and a word": ("của UBNDhuyện Ba Tơ", "của UBND huyện Ba Tơ"),
    "two small words": ("Ủy bannhân dân xã", "Ủy ban nhân dân xã"),
    "two words in capitals": ("KẾ HOẠCH PHÁTTRIỂN", "KẾ HOẠCH PHÁT TRIỂN"),
    "a word with a mark and its number": (
        "từ 1.000 lên2.500 đồng, mẫu QĐ12, TƯ4",
        "từ 1.000 lên 2.500 đồng, mẫu QĐ12, TƯ4",
    ),
    "a date's word and its number": ("ngày30 tháng11", "ngày 30 tháng 11"),
}
WHOLE = [
    "nghiêng nghiêng",
    "ông NGuyễn Văn Sáu",
    "người Êđê ở Krông Búk",
    "YouTube và VietinBank",
    "U23, A4, QL20",
    "@tênngười #cảnhđẹp",
    "",
]


@pytest.mark.parametrize(("text", "shown"), PARTED.values(), ids=PARTED)
def test_words_that_ran_together_are_parted(text, shown):
    assert apart(text, None).text == shown


@pytest.mark.parametrize("text", WHOLE)
def test_other_words_stay_whole(text):
    assert apart(text, None) is None


def test_a_stretch_of_what_is_seen_stands_in_the_whole_text():
    text = "Ủy\u200b bannhân dân tháng11"
    seen = apart(text, visible(text))
    assert [text[slice(*seen.whole(*found))] for found in ((0, 15), (16, 24))] == ["Ủy\u200b bannhân dân", "tháng11"]
