"""Keys under which mentions of one thing meet: within an article, and across the library where name and office or place agree.

A key is `kind/name` in small letters with its marks, or `kind/name/body or place` where the name alone may be another's.
A mention that nothing ties to a full name has no key: no key is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from desktop.detect.settle.body_keys import body_keys, plain, seat_of, told_by
from desktop.detect.settle.seats import place, seats, single
from desktop.model import Fact, Span
from desktop.text import lists
from desktop.text.vietnamese import is_syllable


def keys(text: str, spans: Sequence[Span], facts: Iterable[Fact]) -> list[str | None]:
    """Return for each span the key of what it names, or None; offsets are code points of `text`."""
    names = [plain(text[span.start : span.end]) for span in spans]
    found: list[str | None] = [None] * len(spans)
    found = _merged(found, ((at, f"place/{place(names[at])}") for at in _labelled(spans, "LOCATION")))
    found = _merged(found, _bodies(text, spans, names))
    _join_abbreviations(text, spans, names, found)
    return _merged(found, _persons(spans, names, _offices(names, found, facts)))


def _merged(found: Sequence[str | None], more: Iterable[tuple[int, str | None]]) -> list[str | None]:
    told = dict(more)
    return [told.get(at, key) for at, key in enumerate(found)]


def _labelled(spans: Sequence[Span], label: str) -> list[int]:
    return [at for at, span in enumerate(spans) if span.label == label]


def _bodies(text: str, spans: Sequence[Span], names: Sequence[str]) -> Iterator[tuple[int, str | None]]:
    at = _labelled(spans, "ORGANIZATION")
    bodies = [(names[index], seat_of(names[index], _places_in(spans, names, index))) for index in at]
    told = (told_by(name, seat) for name, seat in bodies if seat)
    return zip(at, body_keys(bodies, seats(text, spans, names, told)), strict=True)


def _places_in(spans: Sequence[Span], names: Sequence[str], index: int) -> list[str]:
    """Return the names of the places that stand in a span."""
    held = takewhile(lambda at: spans[at].start < spans[index].end, range(index + 1, len(spans)))
    return [names[at] for at in held if spans[at].label == "LOCATION"]


def _persons(spans: Sequence[Span], names: Sequence[str], offices: dict[str, str]) -> Iterator[tuple[int, str | None]]:
    """Yield the keys of persons: a short name is the only one whose full name has it."""
    at = _labelled(spans, "PERSON")
    whole = {names[index] for index in at if " " in names[index]}
    parts = {part for name in whole for part in _tails(name) if _lacks_surname(part)}
    short: dict[str, set[str]] = {}
    for name in whole - parts:
        for each in _short_names(name):
            short.setdefault(each, set()).add(name)
    for index in at:
        name = names[index]
        yield index, _person(name if name in whole - parts else single(short.get(name, ())), offices)


def _tails(name: str) -> tuple[str, ...]:
    """Return the last two and the last three words of a longer name."""
    words = name.split()
    return tuple(" ".join(words[-size:]) for size in range(2, min(len(words), 4)))


def _lacks_surname(name: str) -> bool:
    return name.split()[0] not in lists.keys("surnames")


def _offices(names: Sequence[str], keyed: Sequence[str | None], facts: Iterable[Fact]) -> dict[str, str]:
    """Return for each person's full name the body of the first office that the article gives it, else the office."""
    facts = list(facts)
    bodies = {
        fact.head: (keyed[fact.tail] or names[fact.tail]).removeprefix("body/")
        for fact in facts
        if fact.kind == "office_of"
    }
    held = [(names[fact.head], names[fact.tail], bodies.get(fact.tail)) for fact in facts if fact.kind == "office_held"]
    posts = {name: office for name, office, body in reversed(held) if office not in lists.keys("ranks")}
    return posts | {name: body for name, _, body in reversed(held) if body}


def _person(name: str | None, offices: dict[str, str]) -> str | None:
    office = "" if name in _famous() else offices.get(name or "", "")
    return "/".join(filter(None, ("person", name, office))) if name else None


@cache
def _famous() -> frozenset[str]:
    return frozenset(plain(entry) for entry in lists.entries("famous"))


def _short_names(name: str) -> tuple[str, ...]:
    """Return by what a full name is told again: the given name, with the ones before it; of a foreigner the first word too."""
    parts = name.split()
    foreign = _lacks_surname(name) or not all(map(is_syllable, parts))
    return (parts[-1], *_tails(name), *parts[: int(foreign)])


def _join_abbreviations(text: str, spans: Sequence[Span], names: Sequence[str], found: list[str | None]) -> None:
    """Give an abbreviation that stands in brackets after a long name the long name's key, and all its later mentions."""
    meant: dict[str, str] = {}
    bodies = _labelled(spans, "ORGANIZATION")
    for before, after in pairwise(bodies):
        opened = text[spans[before].end : spans[after].start].strip() == "("
        if opened and found[before] and " " not in names[after]:
            meant.setdefault(names[after], found[before] or "")
    for index in bodies:
        found[index] = meant.get(names[index], found[index])
