"""Bytes to text: UTF-8, UTF-16 and windows-1258; what is not surely one of them is refused, never guessed."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from desktop.errors import ImportFileError
from desktop.exchange import mending
from desktop.exchange.mending import Mended

_BOMS = (  # UTF-32's begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
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
    b"GIF87a",
    b"GIF89a",
    b"\x1f\x8b",
)


_LOST = 10  # signs of lost letters; a few stand in many a text
_SOUND = 200  # letters for each that may be broken
SAMPLE = 65536  # bytes at the beginning that show whether a file is text


def sampled(sample: bytes, path: Path) -> str | None:
    """Return the encoding that a file's first bytes declare, None for UTF-8 or none; raise ImportFileError for what is no text."""
    if sample.startswith(_SIGNATURES) or (not sample.startswith(tuple(bom for bom, _ in _BOMS)) and _is_odd(sample)):
        raise ImportFileError("file-binary", path=path)
    found = next((encoding for bom, encoding in _BOMS if sample.startswith(bom)), None)
    return None if found == "utf-8-sig" else found


def read_text(content: bytes, path: Path, declared: str | None = None) -> Mended:
    """Return a file's text, brought back where it is in an old encoding or was read in a wrong one; raise ImportFileError.

    Its `encoding` is empty where nothing had to be brought back. A text whose letters are lost is refused.
    """
    text = _decoded(content, path, declared, mend=True)
    found = text if isinstance(text, Mended) else mending.of_text(text) or Mended(text, "")
    if not found.text.replace("\ufeff", "").strip():
        raise ImportFileError("file-empty", path=path)
    lost = found.text.count("\ufffd")
    if lost >= _LOST and lost * 200 > len(found.text):
        raise ImportFileError("file-broken", path=path, count=lost)
    return found


def decoded(content: bytes) -> str:
    """Return a file's text in the Unicode that its first bytes declare, else in UTF-8; raise UnicodeDecodeError."""
    found = next((encoding for bom, encoding in _BOMS if content.startswith(bom)), "utf-8")
    return content.decode(found)


def decode(content: bytes, path: Path, declared: str | None = None) -> str:
    """Return a file's text; `declared` is what the page says of its own charset. Raises ImportFileError."""
    text = _decoded(content, path, declared)
    text = text.text if isinstance(text, Mended) else text
    if not text.replace("\ufeff", "").strip():
        raise ImportFileError("file-empty", path=path)
    return text


def _decoded(content: bytes, path: Path, declared: str | None, mend: bool = False) -> str | Mended:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content, encoding, path)
    if content.startswith(_SIGNATURES):
        raise ImportFileError("file-binary", path=path)
    if _is_odd(content[:SAMPLE]):
        return _wide(content, path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if b"\x00" in content:
            return _wide(content, path)
        found = (_hurt(content) or mending.of_bytes(content)) if mend else None
        return found or _narrow(content, path, declared)


def _hurt(content: bytes) -> Mended | None:
    """Return a text in UTF-8 in which a few bytes are broken, or its end is cut off; None where it is none."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken > 1 + len(text) / _SOUND or sum(char in _VIETNAMESE for char in text[:SAMPLE]) < _SOUND / 10 * broken:
        return None
    cut = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        return Mended(cut.decode(content), "")  # only its end is missing
    except UnicodeDecodeError:
        return Mended(text, "UTF-8")


def _is_odd(sample: bytes) -> bool:
    """Return whether there are more control characters than stray ones, as are in many an old text file."""
    return len(sample) - len(sample.translate(None, bytes(_CONTROLS))) > min(len(sample) / 8, max(8, len(sample) / 50))


def _strict(content: bytes, encoding: str, path: Path) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise ImportFileError("file-encoding", path=path) from None


def _wide(content: bytes, path: Path) -> str:
    """UTF-16 without a BOM: the one byte order in which nearly all of it is of the Latin script."""
    for encoding in ("utf-16-le", "utf-16-be"):
        if not _is_latin(content[:SAMPLE].decode(encoding, "ignore")):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_latin(text):
            return text
    raise ImportFileError("file-binary", path=path)


def _is_latin(text: str) -> bool:
    """Return whether a text has no control character, and letters of which nine in ten are Latin."""
    letters = [char for char in text if char.isalpha()]
    latin = sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return bool(letters) and latin >= 0.9 * len(letters) and not any(ord(char) in _CONTROLS for char in text)


def _narrow(content: bytes, path: Path, declared: str | None) -> str:
    # A detector that weighs the mess of a decoding, not its language, lets TCVN3 or VNI bytes pass as windows-1258.
    for name in ("cp1258", *(["cp1252"] if declared in ("windows-1252", "iso-8859-1") else [])):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
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
