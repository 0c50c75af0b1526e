"""The name of a body that stands over a paper in two lines (`ỦY BAN NHÂN DÂN`, under it `TỈNH X`), read as one: place for place."""

from __future__ import annotations

import re

from desktop.text.lists import words

_TWO = re.compile(r"^(?P<body>[^\n\t]{6,60})\n(?P<level>[^\n\t]{4,50})$", re.M)
_COMMITTEE = re.compile(r"\w+ (?:ủy|uỷ|đoàn)(?!\w)", re.I)


def joined(text: str) -> str:
    """Return a text with a blank for the break between a body in capitals and the level in capitals that it belongs to."""
    found = text
    for match in _TWO.finditer(text):
        body, level = match["body"].strip(), match["level"].strip()
        if body.isupper() and level.isupper() and _is_body(body.lower()) and _is_level(level.lower()):
            at = match.end("body")
            found = f"{found[:at]} {found[at + 1 :]}"
    return found


def _is_body(low: str) -> bool:
    """Return whether a line names a body and no place yet."""
    named = low.startswith(tuple(words("official", "bodies")))
    return named and not any(f" {level}" in f" {low} " for level in words("official", "levels") if level != "và ")


def _is_level(low: str) -> bool:
    return low.startswith(tuple(words("official", "levels"))) and _COMMITTEE.match(low) is None
