"""Read JSON that other programs wrote of articles: an array, one object, or a line each; their keys by a table of names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange.charset import decode
from desktop.exchange.documents import Raw
from desktop.model import Meta
from desktop.text.fold import bare

Columns = Mapping[str, str]  # what the parts of an article are called in a file, by the parts

# What the parts of an article are called; the first that holds words counts. Keys are compared without case and signs.
_KEYS = {
    "text": ("text", "content", "body", "articlebody", "fulltext", "maintext", "noidung", "toanvan", "vanban",
        "baiviet", "contenttext", "textcontent"),
    "title": ("title", "headline", "tieude", "tuade", "nhande", "tenbai", "tenbaiviet", "name", "subject"),
    "lead": ("description", "summary", "sapo", "lead", "abstract", "excerpt", "tomtat", "mota"),
    "source": ("source", "publisher", "sitename", "site", "newspaper", "nguon", "bao", "toasoan", "website", "domain"),
    "byline": ("byline", "author", "authors", "tacgia", "nguoiviet", "writer"),
    "published": ("published", "publishdate", "datepublished", "publisheddate", "publishedat",
        "publishedtime", "date", "pubdate", "time", "ngaydang", "ngay", "ngayxuatban", "thoigian", "createdat"),
    "url": ("url", "link", "href", "canonicalurl", "address", "diachi", "duongdan", "lienket"),
    "tags": ("tags", "keywords", "tukhoa", "chuyenmuc", "category"),
}  # fmt: skip
PARTS = tuple(_KEYS)
_OURS = frozenset({"id", "title", "text", "sha256"})  # the keys that an export of ours has


def read(path: Path, content: bytes, columns: Columns | None = None) -> list[Raw | ImportFileError]:
    """Return the documents of a file of JSON, and for an object that is none what is wrong; raise ImportFileError.

    `columns` says by which keys the parts of an article are called here, where it is not as usual.
    """
    found: list[Raw | ImportFileError] = []
    for number, each in enumerate(held(path, content), 1):
        raw = document(each, columns) if isinstance(each, dict) else None
        found.append(raw or ImportFileError("item-missing", path=path, number=number))
    if not any(isinstance(each, Raw) for each in found):
        raise ImportFileError("file-keys", path=path)
    return found


def held(path: Path, content: bytes) -> list[Any]:
    """Return the values of a file of JSON: those of its array, or its one; raise ImportFileError."""
    try:
        found = json.loads(decode(content, path))
    except (ValueError, RecursionError) as error:
        raise ImportFileError("file-unreadable", path=path, reason=f"no JSON: {error}") from None
    return found if isinstance(found, list) else [found]


def named(part: str) -> tuple[str, ...]:
    """Return what a part of an article is usually called."""
    return _KEYS[part]


def is_foreign(held: Any, columns: Columns | None = None) -> bool:
    """Return whether an object is of another program: it has a text, neither marks nor all the keys of an export of ours."""
    if columns and isinstance(held, dict) and columns.get("text") in held:
        return True
    return (
        isinstance(held, dict)
        and not held.keys() >= _OURS
        and not held.get("annotations")
        and bool(_words(_keyed(held), "text"))
    )


def document(held: Mapping[str, Any], columns: Columns | None = None) -> Raw | None:
    """Return the article of an object, None where it holds no text; `columns` says which key is a part's."""
    from desktop.exchange.pages import papers  # takes what reads pages along: 40 ms, which the window does not wait for
    from desktop.exchange.pages.clock import stated

    keyed = _keyed(held)
    for part, name in (columns or {}).items():
        if name in held:
            keyed[_KEYS[part][0]] = held[name]
    text = _words(keyed, "text")
    if not text:
        return None
    title, lead = _words(keyed, "title"), _words(keyed, "lead")
    shown = text[: len(title) + len(lead) + 200]
    head = [words for words in (title, lead) if words and words not in shown and "spans" not in held]
    source, url = _words(keyed, "source"), papers.address(_words(keyed, "url"))
    meta = Meta(
        title or None, papers.by_domain(url) or source or None, papers.byline([_words(keyed, "byline")], source) or None,
        stated(_words(keyed, "published")),
    )  # fmt: skip
    tags = tuple(part for part in _listed(keyed, "tags") if part)
    content = json.dumps(held, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return Raw("\n\n".join([*head, text]), content, meta, url, tags=tags)


def key(name: str) -> str:
    """Return a name without case, tone marks and signs, as names are compared."""
    return "".join(char for char in bare(name) if char.isalnum())


def _keyed(held: Mapping[str, Any]) -> dict[str, Any]:
    keyed: dict[str, Any] = {}
    for name, value in held.items():
        keyed.setdefault(key(name), value)
    return keyed


def _words(keyed: Mapping[str, Any], part: str) -> str:
    """Return the words of a part: a string, or strings one under another; of a list of names one beside another."""
    for name in _KEYS[part]:
        value = keyed.get(name)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            value = ("\n" if part == "text" else ", ").join(value)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return value if part == "text" else " ".join(value.split())
    return ""


def _listed(keyed: Mapping[str, Any], part: str) -> list[str]:
    words = _words(keyed, part)
    return [each.strip() for each in words.replace(";", ",").split(",")] if words else []
