"""Read a saved web page: the article that it shows and what it says of itself; nothing is fetched and no script runs."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

from desktop.errors import ImportFileError
from desktop.exchange import mending
from desktop.exchange.charset import read_text
from desktop.exchange.documents import Raw
from desktop.exchange.mending import Mended

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_LETTER = re.compile(r"&(?:#\w{2,5}|\w{2,8});")


def read(path: Path, content: bytes, said: str | None = None, way: str | None = None) -> list[Raw]:
    """Return the page's one article; raise ImportFileError if there is none.

    `said` is a charset that came with the page, `way` one of `ways.WAYS` that a person said it is in.
    """
    if way:
        from desktop.exchange.texts import ways

        found = ways.read_as(content, way)
        return [replace(article(found.text, content, path), mended=found.encoding)]
    match = _CHARSET.search(content[:_HEAD])
    declared = match[1].decode("ascii").lower() if match else said
    found = read_text(content, path, declared)
    raw = article(found.text, content, path)
    if not found.encoding and (whole := _unmarked(found.text, raw)) is not None:  # its letters are written as numbers
        found, raw = whole, article(whole.text, content, path)
    return [replace(raw, mended=found.encoding)]


def _unmarked(source: str, raw: Raw) -> Mended | None:
    if "&" not in source or mending.of_text(raw.text) is None:
        return None
    return mending.of_text(_LETTER.sub(lambda found: _unescaped(found[0]), source))


def _unescaped(written: str) -> str:
    letter = html.unescape(written)
    return letter if len(letter) == 1 and letter > "\x7f" else written  # never a sign of the mark-up


def article(source: str, content: bytes | None, path: Path) -> Raw:
    """Return the article of a page's source; `path` is only named in errors."""
    from desktop.exchange.pages import reading

    try:
        raw = reading.article(source, content, path)
    except ImportFileError:
        raise
    except Exception as error:  # third-party parsers on somebody's page: whatever they raise, the page cannot be read
        raise ImportFileError("file-html", path=path) from error
    if raw is None:
        raise ImportFileError("file-html", path=path)
    return raw
