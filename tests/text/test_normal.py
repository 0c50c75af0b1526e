"""The one place where text changes."""

import re
import unicodedata

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.normal import normal

CASES = {
    "a byte order mark goes": ("\ufeffmột", "một"),
    "several go": ("\ufeff\ufeffmột", "một"),
    "one inside stays": ("m\ufeffột", "m\ufeffột"),
    "line breaks become LF": ("a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"),
    "letters are composed": (unicodedata.normalize("NFD", "Ủy ban đường"), "Ủy ban đường"),
    "tone before hat is composed too": ("a\u0323\u0302", "ậ"),
    "each surrogate becomes one sign": ("a\ud83d\udc00b", "a\ufffd\ufffdb"),
    "controls become one sign each": ("a\x00\x07\x0e\x1f\x80\x9fb", "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb"),
    "every line end becomes LF": ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
    "Qt's block breaks become signs": ("a\ufdd0\ufdd1b", "a\ufffd\ufffdb"),
    "tab and newline stay": ("a\tb\nc", "a\tb\nc"),
    "nothing is stripped": (" \u00a0 a  b \u200b\n\n", " \u00a0 a  b \u200b\n\n"),
    "delete stays": ("a\x7fb", "a\x7fb"),
}


@pytest.mark.parametrize(("given_", "expected"), CASES.values(), ids=CASES)
def test_normal_form(given_, expected):
    assert normal(given_) == expected


def is_fit(text):
    return (
        normal(text) == text
        and not text.startswith("\ufeff")
        and unicodedata.is_normalized("NFC", text)
        and not re.search("[\ud800-\udfff\ufdd0\ufdd1\x00-\x08\x0b-\x1f\x80-\x9f\u2028\u2029]", text)
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_becomes_fit_to_store(text):
    assert is_fit(normal(text))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None) | st.sampled_from("\r\n\ufeff\u0323\u0302\ud83d\udc00\ufdd0\x0c")))
def test_normal_is_idempotent_for_any_text(text):
    assert is_fit(normal(text))
