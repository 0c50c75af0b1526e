"""The pictures of a saved page that lie on this machine: beside the page, in its archive or in the page itself. Nothing is fetched."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urldefrag, urljoin, urlsplit

from desktop.exchange.documents import Raw

LIMIT = 20_000_000  # bytes of pictures that are kept of one article
_MANY = 500  # pictures of one page that are looked for
_SMALL = 512  # bytes below which a picture is a blank that holds a place
_KINDS = (  # what a picture begins with, and the ending of its kind
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
)

Look = Callable[[str], bytes | None]  # gives a picture by the name that the page calls it, None where it is not here


def kind(content: bytes) -> str | None:
    """Return the ending of a picture's kind by its bytes, None for all that is no picture, such as drawings that hold programs."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp"
    if content[4:12] in (b"ftypavif", b"ftypavis"):
        return ".avif"
    return next((ending for mark, ending in _KINDS if content.startswith(mark)), None)


def taken(raw: Raw, look: Look) -> Raw:
    """Return a page with those of its pictures that are here; what is over the limit is left out and counted."""
    pictures: list[tuple[int, bytes]] = []
    room, left = LIMIT, 0
    for line, name in raw.shown[:_MANY]:
        content = _inside(name) if name[:5].lower() == "data:" else look(name)
        if content is None or len(content) < _SMALL or kind(content) is None:
            continue
        if len(content) > room:
            left += 1
        else:
            room -= len(content)
            pictures.append((line, content))
    return replace(raw, pictures=tuple(pictures), pictures_left=left)


def beside(page: Path) -> Look:
    """Look for pictures in the folder that a page lies in, and in the folders in that; never elsewhere, whatever their names say."""

    def look(name: str) -> bytes | None:
        try:
            parts = urlsplit(name)
        except ValueError:  # no address
            return None
        if parts.scheme or parts.netloc:
            return None
        spelled = [form for each in (unquote(parts.path), name) for form in _spellings(each)]
        return next((found for each in dict.fromkeys(spelled) if (found := _file(page, each))), None)

    return look


def _spellings(name: str) -> tuple[str, ...]:
    """Return a name with its letters whole and taken apart: a disk may spell it otherwise than the page does."""
    return name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)


def packed(parts: dict[str, bytes], page: str) -> Look:
    """Look for pictures among the parts of a web archive, which are called by their address or number."""

    def look(name: str) -> bytes | None:
        try:
            return parts.get(name) or parts.get(urldefrag(urljoin(page, name)).url)
        except ValueError:  # no address
            return None

    return look


def _file(page: Path, name: str) -> bytes | None:
    written = PurePosixPath(name)
    if not name or written.is_absolute() or ".." in written.parts or "\\" in name or ":" in name:
        return None
    try:
        folder = page.parent.resolve()
        file = (folder / written).resolve()  # where a link leads
        if not file.is_relative_to(folder) or not file.is_file():
            return None
        with file.open("rb") as opened:
            return opened.read(LIMIT + 1)
    except (OSError, ValueError, RuntimeError):  # no name of a file, a link in a ring, no right to read
        return None


def _inside(name: str) -> bytes | None:
    """Return the picture that a page holds as an address that is all of it."""
    from base64 import b64decode
    from binascii import Error

    head, _, words = name.partition(",")
    try:
        return b64decode(unquote_to_bytes(words)) if head.lower().endswith(";base64") else None
    except (Error, ValueError):
        return None
