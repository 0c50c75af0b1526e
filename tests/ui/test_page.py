"""What the document holds in place of the stored text: the same lengths and breaks, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.page import display

ODD = "\r\u0085\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\x00\x0b\x0c\x1c\ud800\udfff"


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bến Đá\tvà\u00a0sông\n\nhết", "Bến Đá\tvà\u00a0sông\n\nhết"),
        ("một\u2028hai\u2029ba", "một hai ba"),
        ("\ufeffđầu\x0c", "\u2060đầu\ufffd"),
        ("\U0001f1fb\U0001f1f3\ud83d", "\U0001f1fb\U0001f1f3\ufffd"),
    ],
)
def test_what_qt_would_not_keep_is_replaced_by_one_character(text, shown):
    assert display(text) == shown


@given(st.text(st.one_of(st.characters(), st.sampled_from(ODD + "\n "))))
def test_lengths_and_line_breaks_are_those_of_the_text(text):
    shown = display(text)
    assert (len(shown), units(shown), [at for at, sign in enumerate(shown) if sign == "\n"]) == (
        len(text),
        units(text),
        [at for at, sign in enumerate(text) if sign == "\n"],
    )


@given(st.text(st.sampled_from(ODD + "aĐ\n\U0001f1fb")))
def test_nothing_is_left_that_qt_takes_for_a_break_or_an_object(text):
    assert set(display(text)) & set(ODD) == set()
