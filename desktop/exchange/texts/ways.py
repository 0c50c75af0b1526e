"""The ways to read a file's words: each encoding that a person may say, what it makes of the bytes, and which one is the guess."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from desktop.errors import ImportFileError
from desktop.exchange import charset, mending
from desktop.exchange.mending import Mended
from desktop.text.normal import breaks

AS_IT_IS = "as it is"  # the bytes as UTF-8 or windows-1252, and nothing brought back
WAYS = (*mending.OLD.values(), "VIQR", "windows-1258", "UTF-8", AS_IT_IS)
_READ = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml", ""})
_LINES = 2  # of a sample
_SHOWN = 160  # code points of each


@dataclass(frozen=True, slots=True)
class Look:
    """Some lines of a file as they look unless they are brought back, the same read in each way, and the way that is the guess."""

    was: str
    guess: str  # a way; empty where none is sure
    shown: Mapping[str, str]


def way(name: str) -> str | None:
    """Return the way that a person means, however it is written; None for none."""
    low = name.lower().replace("-", "").replace("_", "").replace(" ", "")
    known = {each.lower().replace("-", "").replace(" ", ""): each for each in WAYS}
    return known.get({"cp1258": "windows1258", "abc": "tcvn3", "none": "asitis"}.get(low, low))


def is_text(path: PurePath) -> bool:
    """Return whether a file's words may be in an old encoding: a text or a page by its name."""
    return path.suffix.lower() in _READ


def read_as(content: bytes, name: str) -> Mended:
    """Return the text of a file as it reads in a way."""
    seen = _seen(content)
    found = seen
    if name == "windows-1258":
        found = _windows(content, seen)
    elif name == "UTF-8":
        found = mending.reread(seen)
    elif name != AS_IT_IS:
        found = mending.read_as(seen, name)
    return Mended(unicodedata.normalize("NFC", found), "" if name == AS_IT_IS else name)


def look(path: PurePath, content: bytes) -> Look:
    """Return a file's words as they look and as each way makes them."""
    seen = _seen(content)
    try:
        guess = charset.read_text(content, Path(path)).encoding or AS_IT_IS
    except ImportFileError:
        guess = ""
    rows = [row for row in breaks(seen).split("\n") if row.strip()]
    told = [row for row in rows if not row.isascii()] or rows
    sample = "\n".join(row.strip()[:_SHOWN] for row in told[:_LINES])
    raw = sample.encode("utf-8", "surrogatepass")
    shown = {each: read_as(raw, each).text for each in WAYS}
    return Look(sample, guess if guess in WAYS else "", shown)


def _seen(content: bytes) -> str:
    """Return the text that a program shows which knows no old encoding."""
    try:
        return charset.decoded(content)
    except UnicodeDecodeError:
        return content.decode("latin-1").translate(mending.SIGNS)


def _windows(content: bytes, seen: str) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1258", "replace")
    return seen.encode("cp1252", "replace").decode("cp1258", "replace")
