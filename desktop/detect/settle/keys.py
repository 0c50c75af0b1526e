"""Keys under which mentions of one thing meet: within an article, and across the library where name and office or place agree.

A key is `kind/name` in small letters with its marks, or `kind/name/body or place` where the name alone may be another's.
A mention that nothing ties to a full name has no key: no key is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from desktop.model import Fact, Span
from desktop.text import lists
from desktop.text.patterns import pattern

_TERM = pattern("names.keys.term")
_UNIT = pattern("names.keys.unit")
_COMMITTEES = lists.entries("cues", "keys.committees")
_HEADS = lists.entries("cues", "keys.heads")


def keys(text: str, spans: Sequence[Span], facts: Iterable[Fact]) -> list[str | None]:
    """Return for each span the key of what it names, or None; offsets are code points of `text`."""
    names = [_plain(text[span.start : span.end]) for span in spans]
    named = {_place(name) for name, span in zip(names, spans, strict=True) if span.label == "LOCATION"}
    provinces = named & lists.keys("provinces")
    province = next(iter(provinces)) if len(provinces) == 1 else None
    found = [
        _body(names[index], province, _holds_place(spans, index)) if span.label == "ORGANIZATION" else None
        for index, span in enumerate(spans)
    ]
    _join_abbreviations(text, spans, names, found)
    offices = _offices(names, found, facts)
    short: dict[str, set[str]] = {}
    for index, span in enumerate(spans):
        if span.label == "PERSON" and len(names[index].split()) > 1:
            found[index] = _person(names[index], offices)
            for last in _short_names(names[index]):
                short.setdefault(last, set()).add(found[index] or "")
        elif span.label == "LOCATION":
            found[index] = f"place/{_place(names[index])}"
    for index, span in enumerate(spans):
        if span.label == "PERSON" and found[index] is None:
            meant = short.get(names[index], set())
            found[index] = next(iter(meant)) if len(meant) == 1 else None
    return found


def _holds_place(spans: Sequence[Span], index: int) -> bool:
    inner = index + 1
    while inner < len(spans) and spans[inner].start < spans[index].end:
        if spans[inner].label == "LOCATION":
            return True
        inner += 1
    return False


def _body(name: str, province: str | None, placed: bool) -> str | None:
    """Return a body's key; one that every province has (`Tỉnh ủy`, `Sở Y tế`) needs the only province that the article names."""
    name = _spelled(name)
    if placed or _is_national(name) or not f"{name} ".startswith(_local_heads()) or name in lists.keys("bodies"):
        return f"body/{name}"
    return f"body/{name}/{province}" if province else None


def _spelled(name: str) -> str:
    """Return a body's name with its short words spelled out, without its term: TAND tối cao, Quốc hội khóa XV."""
    name = _TERM.sub("", name)
    parts, whole = _aliases()
    for short, long in parts:
        if f" {short} " in f" {name} ":
            name = f" {name} ".replace(f" {short} ", f" {long} ").strip()
    name = _UNIT.sub(r"\1 ", name) if name.startswith(_COMMITTEES) else name
    return whole.get(name, name)


@cache
def _aliases() -> tuple[list[tuple[str, str]], dict[str, str]]:
    rows = lists.table("aliases")
    plain = {name: {_plain(short): _plain(long) for short, long in rows[name].items()} for name in rows}
    return sorted(plain["parts"].items(), key=lambda row: -len(row[0])), plain["whole"]


def _is_national(name: str) -> bool:
    """Return whether the country has one body of this name: a ministry, a committee of the National Assembly."""
    first, local, last, always = (
        lists.keys("heads", f"national.{key}") for key in ("first", "local", "last", "always")
    )
    name = name.replace(",", "")
    if any(f"{name} ".startswith(f"{head} ") for head in always):
        return True
    opens = any(name.startswith(f"{head} ") for head in first) or any(name.endswith(f" {tail}") for tail in last)
    return opens and not any(f"{name} ".startswith(f"{head} ") for head in local)


@cache
def _local_heads() -> tuple[str, ...]:
    heads = lists.table("heads")["heads"]
    own = {_plain(head) for head in heads["named"]}
    return tuple(sorted({f"{_plain(head)} " for kind in ("alone", "capital") for head in heads[kind]} - own))


def _plain(name: str) -> str:
    return " ".join(lists.key_of(piece) for piece in name.lower().split())


def _offices(names: Sequence[str], keyed: Sequence[str | None], facts: Iterable[Fact]) -> dict[str, str]:
    """Return for each person's full name the body of the first office that the article gives it, else the office."""
    bodies = {
        fact.head: (keyed[fact.tail] or names[fact.tail]).removeprefix("body/")
        for fact in facts
        if fact.kind == "office_of"
    }
    found: dict[str, str] = {}
    for fact in facts:
        if fact.kind == "office_held":
            found.setdefault(names[fact.head], bodies.get(fact.tail, names[fact.tail]))
    return found


def _person(name: str, offices: dict[str, str]) -> str:
    known = name in _famous()
    return f"person/{name}" if known or name not in offices else f"person/{name}/{offices[name]}"


@cache
def _famous() -> frozenset[str]:
    return frozenset(_plain(entry) for entry in lists.entries("famous"))


def _short_names(name: str) -> tuple[str, ...]:
    parts = name.split()
    return (parts[-1], " ".join(parts[-2:]))


def _place(name: str) -> str:
    provinces = lists.keys("provinces")
    for head in _HEADS:
        bare = name.removeprefix(head).strip()
        if bare != name and bare in provinces:
            return bare
    return name


def _join_abbreviations(text: str, spans: Sequence[Span], names: Sequence[str], found: list[str | None]) -> None:
    """Give an abbreviation that stands in brackets after a long name the long name's key, and all its later mentions."""
    meant: dict[str, str] = {}
    bodies = [index for index, span in enumerate(spans) if span.label == "ORGANIZATION"]
    for before, after in pairwise(bodies):
        if text[spans[before].end : spans[after].start].strip() == "(" and found[before]:
            meant.setdefault(names[after], found[before] or "")
    for index, name in enumerate(names):
        if spans[index].label == "ORGANIZATION" and name in meant:
            found[index] = meant[name]
