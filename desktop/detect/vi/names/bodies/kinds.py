"""Kinds of bodies that look like one body, as rows of veto.toml tell them: `các huyện ủy`, `HĐND các cấp`, `một số Tỉnh ủy, Thành ủy`."""

from __future__ import annotations

from desktop.detect.tokens import Tokens
from desktop.detect.vetoes import vetoed


def is_class(line: Tokens, at: int, end: int, placed: bool) -> bool:
    """Return whether the words around make a kind of bodies of what looks like one body; where `placed`, a place tells it."""
    return vetoed("class", line, at, end) or (not placed and vetoed("class_unplaced", line, at, end))
