"""Bytes to text: UTF-8, UTF-16 and windows-1258; what is not surely one of them is refused, never guessed."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from desktop.errors import ImportFileError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_VIETNAMESE = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
)
_TYPOGRAPHY = frozenset("\u00a0“”‘’«»–—…•°§©®™·±×²³½€₫")
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
)


def decode(content: bytes, path: Path, declared: str | None = None) -> str:
    """Return a file's text; `declared` is what the page says of its own charset. Raises ImportFileError."""
    text = _decoded(content, path, declared)
    if not text.replace("\ufeff", "").strip():
        raise ImportFileError("file-empty", path=path)
    return text


def _decoded(content: bytes, path: Path, declared: str | None) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content, encoding, path)
    if content.startswith(_SIGNATURES):
        raise ImportFileError("file-binary", path=path)
    if b"\x00" in content:
        return _wide(content, path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow(content, path, declared)
    if sum(byte in _CONTROLS for byte in content[:65536]) > len(content[:65536]) / 50:
        raise ImportFileError("file-binary", path=path)
    return text


def _strict(content: bytes, encoding: str, path: Path) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise ImportFileError("file-encoding", path=path) from None


def _wide(content: bytes, path: Path) -> str:
    """UTF-16 without a BOM: the one byte order in which the text reads as Vietnamese."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if plausible(text):
            return text
    raise ImportFileError("file-binary", path=path)


def _narrow(content: bytes, path: Path, declared: str | None) -> str:
    # charset-normalizer weighs the mess of a decoding, not its language: TCVN3 or VNI bytes pass it as windows-1258.
    from charset_normalizer import from_bytes

    names = ["cp1258", *(["cp1252"] if declared in ("windows-1252", "iso-8859-1") else [])]
    best = from_bytes(content, cp_isolation=names).best()
    if best is not None:
        text = str(best)
        if plausible(text):
            return text
    raise ImportFileError("file-encoding", path=path)


def plausible(text: str) -> bool:
    """Return whether a decoded text can be Vietnamese: its alphabet, no loose tone mark, no sign inside a word."""
    text = unicodedata.normalize("NFC", text)
    odd = 0
    foreign = 0
    before = " "
    for char, after in zip(text, text[1:] + " ", strict=True):
        if char > "\x7f":
            foreign += 1
            letter = char in _VIETNAMESE
            inside = not letter and before.isalpha() and after.isalpha() and char not in "’‘·-–\u00a0"
            odd += inside or not (letter or char in _TYPOGRAPHY)
        elif char < " " and char not in "\t\n\r\f":
            odd += 1
            foreign += 1
        before = char
    return odd <= foreign * 0.02
