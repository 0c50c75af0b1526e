"""What reviewers wrote beside a text in Word: who said what of which words, in the order of the text (ECMA-376, 17.13.4)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import line, person

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {f"{_W}del", f"{_W}moveFrom"}
_QUOTED = 80  # code points of the words that a comment is about


def comments(archive: ZipFile, body: Any, path: Path) -> str:
    """Return the comments of a document, a line each; nothing where it has none."""
    content = zipped.part(archive, "word/comments.xml", path)
    if not content:
        return ""
    said = {each.get(f"{_W}id"): each for each in zipped.tree(content, path).iter(f"{_W}comment")}
    words = _words(body, said.keys())
    ordered = [*words, *(name for name in said if name not in words)]
    return "\n".join(filter(None, (_told(said[name], words.get(name, "")) for name in ordered if name in said)))


def _words(body: Any, wanted: Any) -> dict[str, str]:
    """Return the words that each comment is about, in the order in which these begin."""
    found: dict[str, list[str]] = {}
    open_: set[str] = set()
    for element in _kept(body):
        name = element.get(f"{_W}id", "")
        if element.tag == f"{_W}commentRangeStart" and name in wanted:
            open_.add(name)
            found.setdefault(name, [])
        elif element.tag == f"{_W}commentRangeEnd":
            open_.discard(name)
        elif element.tag == f"{_W}commentReference" and name in wanted:
            found.setdefault(name, [])
        elif element.tag in (f"{_W}t", f"{_W}p"):
            for each in open_:
                found[each].append(element.text or "" if element.tag == f"{_W}t" else " ")
    return {name: line("".join(parts)) for name, parts in found.items()}


def _kept(element: Any) -> Iterator[Any]:
    for each in element:
        if each.tag not in _GONE:
            yield each
            yield from _kept(each)


def _told(comment: Any, words: str) -> str:
    text = line(" ".join("".join(each.text or "" for each in row.iter(f"{_W}t")) for row in comment.iter(f"{_W}p")))
    who = person(comment.get(f"{_W}author", ""))
    about = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rpartition(' ')[0] or words[:_QUOTED]}…"
    return "".join((f"{who}: " if who else "", f"“{about}”: " if about else "", text)) if text else ""
