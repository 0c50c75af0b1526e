"""What the document holds in place of the stored text: the same lengths and breaks, whatever the text."""

from itertools import product

import pytest

from desktop.ui.page.line_looks import display

ODD = "\r\u0085\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\x00\x0b\x0c\x1c\ud800\udfff"


def units(text):
    # Not by encoding: two lone surrogates side by side are two characters to Python and would come back as one.
    return sum(1 + (sign > "\uffff") for sign in text)


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


# Every text of one to three of the characters that differ, neighbours in every order.
ALL = ["".join(signs) for length in (1, 2, 3) for signs in product(ODD + "aĐ \n\U0001f1fb", repeat=length)]


def test_lengths_and_line_breaks_are_those_of_the_text():
    wrong = [
        text
        for text in ALL
        if (len(display(text)), units(display(text))) != (len(text), units(text))
        or [sign == "\n" for sign in display(text)] != [sign == "\n" for sign in text]
    ]
    assert wrong == []


def test_nothing_is_left_that_qt_takes_for_a_break_or_an_object():
    assert [text for text in ALL if set(display(text)) & set(ODD)] == []
