"""What reviewers wrote beside a text in Word: who said what of which words, in the order of the text (ECMA-376, 17.13.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.exchange.office.blocks import line, person
from desktop.exchange.office.docx.package import W

_GONE = {f"{W}del", f"{W}moveFrom"}
_QUOTED = 80  # code points of the words that a comment is about


def comments(body: Any, part: Any) -> str:
    """Return the comments of a document, which stand in a part of their own, a line each; nothing where it has none."""
    if part is None:
        return ""
    said = {each.get(f"{W}id"): each for each in part.iter(f"{W}comment")}
    words = _words(body, said.keys())
    ordered = [*words, *(name for name in said if name not in words)]
    return "\n".join(filter(None, (_told(said[name], words.get(name, "")) for name in ordered if name in said)))


def _words(body: Any, wanted: Any) -> dict[str, str]:
    """Return the words that each comment is about, in the order in which these begin."""
    found: dict[str, list[str]] = {}
    open_: set[str] = set()
    for element in _kept(body):
        name = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart" and name in wanted:
            open_.add(name)
            found.setdefault(name, [])
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(name)
        elif element.tag == f"{W}commentReference" and name in wanted:
            found.setdefault(name, [])
        elif element.tag in (f"{W}t", f"{W}p"):
            for each in open_:
                found[each].append(element.text or "" if element.tag == f"{W}t" else " ")
    return {name: line("".join(parts)) for name, parts in found.items()}


def _kept(element: Any) -> Iterator[Any]:
    for each in element:
        if each.tag not in _GONE:
            yield each
            yield from _kept(each)


def _told(comment: Any, words: str) -> str:
    text = line(" ".join("".join(each.text or "" for each in row.iter(f"{W}t")) for row in comment.iter(f"{W}p")))
    who = person(comment.get(f"{W}author", ""))
    about = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rpartition(' ')[0] or words[:_QUOTED]}…"
    return "".join((f"{who}: " if who else "", f"“{about}”: " if about else "", text)) if text else ""
