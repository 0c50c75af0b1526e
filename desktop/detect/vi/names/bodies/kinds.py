"""Kinds of bodies that look like one body, as rows of veto.toml tell them: `các huyện ủy`, `HĐND các cấp`, `một số Tỉnh ủy, Thành ủy`."""

from __future__ import annotations

from desktop.detect import around
from desktop.detect.tokens import Tokens
from desktop.detect.vetoes import vetoed
from desktop.text import lists

_DOTS = (".", "…")


def is_class(line: Tokens, at: int, end: int, placed: bool) -> bool:
    """Return whether the words around make a kind of bodies of what looks like one body; where `placed`, a place tells it."""
    return vetoed("class", line, at, end) or (not placed and vetoed("class_unplaced", line, at, end))


around.says(
    {
        "barred as a name": lambda line, at, end: vetoed("body_name", line, at, end),
        "a class": lambda line, at, end: is_class(line, at, end, False),
        "a class with one more": lambda line, at, end: vetoed("class", line, at, end + 1),
        "a class with three more": lambda line, at, end: vetoed("class", line, at, end + 3),
        "a plural behind four more": lambda line, at, end: line.key(end + 5) in lists.keys("cues", "kinds.plural"),
        "a row of dots behind": lambda line, at, end: line.key(end) in _DOTS and line.key(end + 1) in _DOTS,
    }
)
