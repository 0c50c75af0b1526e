"""The order of the Vietnamese alphabet."""

import pytest

from desktop.text.order import LAST, order

SORTED = [
    ["an", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "bac", "da", "đa", "em", "êm", "oi", "ôi", "ơi", "ung", "ưng"],
    ["ba con", "bà con", "bà nội", "bác", "bằng"],
    ["Bài 2", "Bài 10", "bài 010b"],
    ["“An Giang”", "Bình Định", "Cà Mau", "Đà Nẵng", "ĐẮK LẮK", "Hà Nội", "Vĩnh Long", ""],
    ["ha noi", "hà nội", "hoà", "hoàng"],
]  # fmt: skip


@pytest.mark.parametrize("texts", SORTED, ids=[texts[0] for texts in SORTED])
def test_keys_compare_as_a_dictionary_sorts(texts):
    shuffled = sorted(texts, key=lambda text: text[::-1])
    assert sorted(shuffled, key=order) == texts


@pytest.mark.parametrize("text", ["", "…", "  "])
def test_what_says_nothing_comes_last(text):
    assert order(text) == LAST
