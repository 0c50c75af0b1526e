"""Numbers that are no figures: telephone numbers, codes, scores, list numbering, names of things in a row."""

from __future__ import annotations

import re

from desktop.detect.vi.beside import barred
from desktop.detect.vi.figures.amounts import Amount
from desktop.text.lists import words

# A telephone number; round the clock
_INSIDE = re.compile(r"(?<!\w)(?:\(?0\d{1,4}\)?|\+84|1[89]00)(?:[ .\-]?\d{2,4}){2,4}(?!\d)|(?<![\d/])24/24(?!\d)")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/:]|\(\d{1,2}\))(?:\s|$)")


def is_held(line: str, amount: Amount) -> bool:
    """Return whether the number only names something, so that it is no figure."""
    start, end = amount.start, amount.end
    inside = _INSIDE.finditer(line, max(0, start - 20), end + 20)
    return any(match.start() <= start < match.end() for match in inside) or barred(
        "held", line, start, end, amount.marks
    )


def is_numbering(line: str, amount: Amount) -> bool:
    """Return whether the number opens a line as `1.`, `2)`, or a point as `hai là`."""
    opening = _NUMBERING.match(line)
    point = line[amount.start : amount.end + 4].lower()  # hai là; but bốn làn xe
    return (opening is not None and amount.start < opening.end()) or (
        point[:-1] in words("figures", "words.numbering") and not point[-1:].isalpha()
    )
