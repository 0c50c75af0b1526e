"""Read JSON that other programs wrote of articles: an array, one object, or a line each; their keys by a table of names."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import rtoml

from desktop import assets
from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.taking.json_values import values
from desktop.model import Meta
from desktop.text.fold import bare

Columns = Mapping[str, str]  # what the parts of an article are called in a file, by the parts

PARTS = ("text", "title", "lead", "source", "byline", "published", "url", "tags")
_WAIT = 20  # objects without a text before the first one with one that are told
_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li)\b[^>]*>", re.IGNORECASE)
_OURS = frozenset({"id", "title", "text", "sha256"})  # the keys that an export of ours has


def read(path: Path, content: bytes, columns: Columns | None = None) -> list[Raw | ImportFileError]:
    """Return the documents of a file of JSON, and for an object that is none what is wrong; raise ImportFileError.

    `columns` says by which keys the parts of an article are called here, where it is not as usual.
    """
    return list(stream(path, io.BytesIO(content), columns))


def stream(path: Path, file: BinaryIO, columns: Columns | None = None) -> Iterator[Raw | ImportFileError]:
    """Yield the documents of a file of JSON, as `read` does; memory goes with the longest of them."""
    waiting: list[
        Raw | ImportFileError
    ] = []  # what is wrong before the first article: a file without any is none of articles
    is_empty = True
    for number, each in enumerate(held(path, file, columns), 1):
        raw = document(each, columns) if isinstance(each, dict) else None
        is_empty = is_empty and raw is None
        if raw is None and is_empty:
            waiting = [*waiting[:_WAIT], ImportFileError("item-missing", path=path, number=number)]
            continue
        yield from waiting
        waiting = []
        yield raw or ImportFileError("item-missing", path=path, number=number)
    if is_empty:
        raise ImportFileError("file-keys", path=path)


def held(path: Path, file: BinaryIO, columns: Columns | None = None) -> Iterator[Any]:
    """Yield the values of a file of JSON that may be articles; raise ImportFileError."""
    return values(
        path,
        file,
        lambda each: (columns or {}).get("text") in each or bool(_words(_keyed(each), "text") or _inner(each)),
    )


@cache
def _keys() -> Mapping[str, tuple[str, ...]]:
    held = rtoml.loads(assets.text("columns.toml"))
    return {part: tuple(held[part]) for part in PARTS}


def is_name(words: str) -> bool:
    """Return whether words are what some part of an article is usually called."""
    return any(key(words) in names for names in _keys().values())


def named(part: str) -> tuple[str, ...]:
    """Return what a part of an article is usually called."""
    return _keys()[part]


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
            keyed[named(part)[0]] = held[name]
    if not _words(keyed, "text"):
        keyed = _inner(held) or keyed
    text = _words(keyed, "text")
    if not text:
        return None
    if _TAG.search(text):
        text = _unmarked(text)
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


def _inner(held: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an object in an object says, where that has the text; empty where none has."""
    for each in held.values():
        if isinstance(each, Mapping) and _words(keyed := _keyed({**each, **held}), "text"):
            return keyed
    return {}


def _unmarked(text: str) -> str:
    """Return the paragraphs of a text that was left with its mark-up."""
    from desktop.exchange.office.epub_pages import paragraphs

    page = f'<html><head><meta charset="utf-8"/></head><body>{text}</body></html>'
    blocks = paragraphs(page.encode("utf-8", "surrogatepass"), Path("text"))
    return "\n".join(said for block in blocks if (said := " ".join(block.text.split()))) or text


def _words(keyed: Mapping[str, Any], part: str) -> str:
    """Return the words of a part: a string, or strings one under another; of a list of names one beside another."""
    for name in named(part):
        value = keyed.get(name)
        if isinstance(value, list):
            said = [each.get("text") or each.get("name") if isinstance(each, dict) else each for each in value]
            value = ("\n" if part == "text" else ", ").join(each for each in said if isinstance(each, str))
        if isinstance(value, dict):
            value = value.get("text" if part == "text" else "name")
        if isinstance(value, str) and value.strip():
            return value if part == "text" else " ".join(value.split())
    return ""


def _listed(keyed: Mapping[str, Any], part: str) -> list[str]:
    words = _words(keyed, part)
    return [each.strip() for each in words.replace(";", ",").split(",")] if words else []
