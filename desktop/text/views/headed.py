"""What stands over a paper in two lines (`ỦY BAN NHÂN DÂN`, under it `TỈNH X`; `Số:`, under it the code), read as one: place for place."""

from __future__ import annotations

import re

from desktop.text.lists import words
from desktop.text.patterns import pattern

_TWO = re.compile(r"^(?P<body>[^\n\t]{6,60})\n(?P<level>[^\n\t]{4,50})$", re.M)
_BROKEN = (
    pattern("official.broken.state"),
    pattern("official.broken.issuer"),
    pattern("official.broken.number"),
    pattern("official.broken.place"),
)
_COMMITTEE = re.compile(r"\w+ (?:ủy|uỷ|đoàn)(?!\w)", re.I)


def joined(text: str) -> str:
    """Return a text with blanks for the breaks in what a paper's head says as one, a body in capitals and its level among it."""
    found = text
    for broken in _BROKEN:
        found = broken.sub(lambda match: match[0].replace("\n", " "), found)
    for match in _TWO.finditer(found):
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
