"""By which words a mark is known."""

import pytest

from desktop.model.learned import Sign
from desktop.text.selecting.beside import beside, signs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ở [Hà Nội] nay", ("ở", "nay")),
        ("[Hà Nội], nay", ("", ",")),
        ("hôm nay\n[Hà Nội]\nmưa", ("", "")),
        ("gần\xa0[Hà Nội]  mưa", ("gần", "mưa")),
        (f"{'x' * 90} [Hà Nội]", ("x" * 39, "")),
    ],
)
def test_what_stands_beside_a_mark_is_told_within_its_line(text, wanted):
    start, end = text.index("["), text.index("]") - 1
    assert beside(text.replace("[", "").replace("]", ""), start, end) == wanted


def test_a_mark_of_one_word_is_known_only_by_what_stands_beside_it():
    told = [list(signs("Bộ Y tế", "ở", ",")), list(signs("Huế", "", "mưa"))]
    assert told == [
        [(Sign.HEAD, "Bộ"), (Sign.TAIL, "tế"), (Sign.BEFORE, "ở")],
        [(Sign.AFTER, "mưa")],
    ]
