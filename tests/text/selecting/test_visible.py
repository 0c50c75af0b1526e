"""What of a stretch can be seen."""

import pytest

from desktop.text.selecting.visible import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("chè", "chè"),
        ("  chè\n", "chè"),
        ("\u200b", None),
        ("\ufe0f", None),
        ("\u200d\u2060\xad \ufeff", None),
        ("\u200bchè\u200b \u200b", "chè"),
        ("\u2764\ufe0f", "\u2764\ufe0f"),  # the selector shapes the heart
        ("a\u200bb", "a\u200bb"),
        ("", None),
    ],
)
def test_blanks_and_signs_without_a_shape_are_left_out_at_the_edges(text, seen):
    found = visible(f"x{text}x", 1, 1 + len(text))
    assert (f"x{text}x"[slice(*found)] if found else None) == seen
