"""Read a saved web page: main text and metadata by trafilatura; nothing is fetched and no script runs."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from desktop.errors import ImportFileError
from desktop.exchange.charset import decode
from desktop.exchange.documents import Raw
from desktop.model import Meta

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the page's one article; raise ImportFileError if there is none."""
    match = _CHARSET.search(content[:_HEAD])
    declared = match[1].decode("ascii").lower() if match else None
    return [article(decode(content, path, declared), content, path)]


def article(source: str, content: bytes | None, path: Path) -> Raw:
    """Return the article of a page's source; `path` is only named in errors."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        page = trafilatura.bare_extraction(
            source, with_metadata=True, include_comments=False, include_images=False, include_tables=True, fast=False
        )
    except Exception as error:  # a third-party parser on somebody's page: whatever it raises, the page cannot be read
        raise ImportFileError("file-html", path=path) from error
    text = "" if page is None or isinstance(page, dict) else (page.text or "").strip()
    if page is None or isinstance(page, dict) or not text:
        raise ImportFileError("file-html", path=path)
    title = (page.title or "").strip()
    if title and title.casefold() not in text[: len(title) + 200].casefold():
        text = f"{title}\n\n{text}"
    meta = Meta(title or None, page.sitename or None, page.author or None, page.date or None)
    return Raw(text, content, meta, page.url or "")
