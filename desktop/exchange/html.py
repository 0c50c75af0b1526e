"""Read a saved web page: the article that it shows and what it says of itself; nothing is fetched and no script runs."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.errors import ImportFileError
from desktop.exchange.charset import decode
from desktop.exchange.documents import Raw

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096


def read(path: Path, content: bytes, said: str | None = None) -> list[Raw]:
    """Return the page's one article; raise ImportFileError if there is none. `said` is a charset that came with the page."""
    match = _CHARSET.search(content[:_HEAD])
    declared = match[1].decode("ascii").lower() if match else said
    return [article(decode(content, path, declared), content, path)]


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
