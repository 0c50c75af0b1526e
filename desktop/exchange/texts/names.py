"""Which part of a card a row above a text fills, by what it is called."""

from __future__ import annotations

from functools import cache, lru_cache

import rtoml

from desktop import assets
from desktop.text.fold import bare

_AROUND = ("weak", "whole")  # lists of the table that are no part


@lru_cache(maxsize=1024)
def part(name: str) -> str | None:
    """Return the part of a card that a row of this name fills, `body` where the text begins, `none` for what no card holds.

    None for a name that is not known. A name may be typed without its marks, and have words around it: `Tên bài báo`.
    """
    low = " ".join(name.lower().split())
    names = _names()
    found = names.get(low) or (_bare().get(low) if low.isascii() else None)
    if found is None:
        shorter = _shortened(low)
        found = names.get(shorter) if shorter else None
    return found


def is_weak(name: str) -> bool:
    """Return whether a row of this name tells nothing of an article by itself: notices have a time and a place too."""
    return name.strip().lower() in _table()["weak"]


def _shortened(low: str) -> str:
    for word in sorted(_table()["whole"], key=len, reverse=True):
        if low.startswith(f"{word} ") and len(low.split()) > len(word.split()):
            return _shortened(low[len(word) :].strip()) or low[len(word) :].strip()
        if low.endswith(f" {word}"):
            return _shortened(low[: -len(word)].strip()) or low[: -len(word)].strip()
    return ""


@cache
def _table() -> dict[str, list[str]]:
    held: dict[str, list[str]] = rtoml.loads(assets.text("text_heads.toml"))
    return held


@cache
def _names() -> dict[str, str]:
    return {name: part for part, names in _table().items() if part not in _AROUND for name in names}


@cache
def _bare() -> dict[str, str]:
    return {bare(name): part for name, part in _names().items()}
