"""Words in a font that draws other letters than are written: one of an old Vietnamese encoding, or one of symbols, by the font's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import rtoml

from desktop import assets
from desktop.exchange import encodings

_OLD = (  # a font's name, and the encoding of its letters
    (re.compile(r"VNI[-_ ]", re.IGNORECASE), "vni"),
    (re.compile(r"VPS[-_ ]", re.IGNORECASE), "vps"),
    (re.compile(r"VI(?:SCII)?[-_ ]|Viscii", re.IGNORECASE), "viscii"),
    (re.compile(r"\.Vn|Vn[A-Z]", re.ASCII), "tcvn3"),
    (re.compile(r"\.vn", re.IGNORECASE), "tcvn3"),
)
_SYMBOLS = re.compile(r"(symbol|wingdings)(?:mt|-regular)?|(wingdings|webdings).*|zapf ?dingbats.*", re.IGNORECASE)
_OWN = re.compile("[\uf001-\uf0ff]")
_PRIVATE = 0xF000  # where Word writes the signs of a font of symbols: its byte and this


@cache
def encoding(font: str) -> str:
    """Return the old encoding that a font's name tells; empty for any other font."""
    found = next((name for pattern, name in _OLD if pattern.match(font)), "")
    return "tcvn3-capitals" if found == "tcvn3" and font.rstrip().endswith("H") else found


def is_told(font: str) -> bool:
    """Return whether a font draws other letters than are written."""
    return encoding(font) != "" or _SYMBOLS.fullmatch(font) is not None


def decoded(text: str, font: str) -> str:
    """Return what words in a font say: those of an old encoding or of symbols as the font draws them, all others as they stand."""
    old = encoding(font)
    if old:
        return encodings.decoded(text, old)
    symbols = _SYMBOLS.fullmatch(font)
    if symbols is None and _OWN.search(text) is None:
        return text
    return "".join(_symbol(char, symbols) for char in text)


def _symbol(char: str, symbols: re.Match[str] | None) -> str:
    drawn = chr(ord(char) - _PRIVATE) if _PRIVATE < ord(char) <= _PRIVATE + 0xFF else char
    if symbols is None or drawn > "\xff" or drawn.isspace():
        return drawn
    table = (symbols[1] or "").casefold()  # the others draw nothing that is read
    return _tables().get(table, {}).get(drawn, drawn if table == "symbol" and drawn.isascii() else "")


@cache
def _tables() -> Mapping[str, dict[str, str]]:
    held: dict[str, dict[str, str]] = rtoml.loads(assets.text("symbols.toml"))
    return held
