"""Tables of words: the project's word lists as Python values, each file read once."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from desktop import assets


@cache
def table(name: str) -> dict[str, Any]:
    """Return the TOML resource `lexicon/vi/NAME.toml`; raise FileNotFoundError if it is not there."""
    return tomllib.loads(assets.text(f"lexicon/vi/{name}.toml"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the list `key` (dots go into sub-tables) of `lexicon/vi/NAME.toml` as a set."""
    found: Any = table(name)
    for part in key.split("."):
        found = found[part]
    return frozenset(found)
