"""Words of others made fit for a terminal: nothing in them moves the cursor, colours, answers, or turns what stands around them."""

from __future__ import annotations

import re

# C0 (but tab and line feed), DEL and C1; what embeds, overrides or isolates a direction.
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_CONTROLS = re.compile(f"[{CONTROLS}]")


def printable(text: str) -> str:
    """Return a text with each control character and mark of direction as one U+FFFD; tabs and line feeds stay."""
    return _CONTROLS.sub("\ufffd", text)
