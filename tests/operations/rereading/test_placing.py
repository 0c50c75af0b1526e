"""Where a stretch of an old text stands in a new one: what a person sees as the same place, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.rereading.placing import Placing

WORDS = re.compile(r"\w+|[^\w\s]")

# The old text with the stretch in brackets, and the new one: in brackets where it stands, without any where nobody can tell.
CASES = {
    "nothing changed": ("Bà [Hoa] đi.", "Bà [Hoa] đi."),
    "words before": ("Bà [Hoa] đi.", "Hôm nay, bà Hạnh: “Bà [Hoa] đi.”"),
    "a line broken elsewhere": ("Bà [Hoa\nPhạm] đi.", "Bà [Hoa Phạm] đi."),
    "half a word": ("tỉnh Hoà[Bình] xa", "xa lắm tỉnh Hoà[Bình] xa"),
    "its words changed": ("Bà [Hoa] đi chợ.", "Bà Hồng đi chợ."),
    "its words gone": ("Bà Lan gặp [bà Hoa] hôm qua.", "Bà Lan hôm qua."),
    "one of two gone, with what stood by": ("Ông Nam cười. [Ông Nam] đi về.", "Ông Nam cười."),
    "the other of two gone": ("Ông Nam cười. Trưa nay [Ông Nam] đi về.", "Trưa nay [Ông Nam] đi về."),
    "one of two in a row gone": ("hai [ba] ba bốn", "hai ba bốn"),
    "another one came beside it": ("hai [ba] bốn", "hai ba ba bốn"),
    "another one came elsewhere": ("một hai [ba] bốn năm sáu bảy", "ba lô một hai [ba] bốn năm sáu bảy"),
    "all round it changed": ("một hai [Đông Cuông] ba bốn", "sáu bảy [Đông Cuông] tám chín"),
    "a paragraph moved": (
        "Một hai ba.\nBốn năm [sáu] bảy tám chín.\nHết rồi nhé bà con.",
        "Hết rồi nhé bà con.\nMột hai ba.\nBốn năm [sáu] bảy tám chín.",
    ),
    "words changed places": ("đạt [11] lần, trúng đích", "đạt lần, [11] trúng đích"),
    "nothing is left": ("[Hoa]", ""),
}  # fmt: skip


def parted(written):
    start, end = written.find("["), written.find("]") - 1
    return written.replace("[", "").replace("]", ""), (start, end) if start >= 0 else None


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_stretch_stands_where_its_words_do(case):
    (old, stretch), (new, wanted) = map(parted, case)
    found = Placing(old, new).place(*stretch)
    assert (found and (found.start, found.end)) == wanted


@given(st.data())
def test_whatever_is_found_has_the_same_words_and_all_is_found_where_nothing_changed(data):
    some = st.lists(st.sampled_from(("ba", "Nam", "đi", ",", "ông")), min_size=1, max_size=30)
    words, cut = data.draw(some), data.draw(st.tuples(st.integers(0, 30), st.integers(0, 30)))
    new = words[: min(cut)] + data.draw(some) + words[max(cut) :]
    start = data.draw(st.integers(0, len(words) - 1))
    before, quote = " ".join(words[:start]), " ".join(words[start : start + 2])
    begin = len(before) + bool(before)
    found = Placing(" ".join(words), " ".join(new)).place(begin, begin + len(quote))
    same = Placing(" ".join(words), " ".join(words)).place(begin, begin + len(quote))
    there = WORDS.findall(" ".join(new)[found.start : found.end]) if found else words[start : start + 2]
    assert (there, same.start, same.end) == (words[start : start + 2], begin, begin + len(quote))
