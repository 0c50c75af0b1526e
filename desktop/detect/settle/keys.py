"""Keys under which mentions of one thing meet: within an article, and across the library where name and office or place agree.

A key is `kind/name` in small letters with its marks, or `kind/name/body or place` where the name alone may be another's.
A mention that nothing ties to a full name has no key: no key is better than a wrong one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise, starmap
from operator import itemgetter

from desktop.detect.settle.body_keys import body_keys, plain, told_by, without_term
from desktop.detect.settle.seats import place, seats, single
from desktop.model import Fact, Span
from desktop.text import lists
from desktop.text.vietnamese import is_syllable


def keys(text: str, spans: Sequence[Span], facts: Iterable[Fact]) -> list[str | None]:
    """Return for each span the key of what it names, or None; offsets are code points of `text`."""
    names = [plain(text[span.start : span.end]) for span in spans]
    at: defaultdict[str, list[int]] = defaultdict(list)
    for index, span in enumerate(spans):
        at[span.label].append(index)
    found: dict[int, str | None] = {index: f"place/{place(names[index])}" for index in at["LOCATION"]}
    found |= _bodies(text, spans, names, at)
    found |= dict(_persons({index: names[index] for index in at["PERSON"]}, _offices(names, found, facts)))
    return [found.get(index) for index in range(len(spans))]


def _bodies(
    text: str, spans: Sequence[Span], names: Sequence[str], at: Mapping[str, list[int]]
) -> dict[int, str | None]:
    """Return the keys of bodies; the place that ends a body's name is its seat."""
    ended = {spans[index].end: names[index] for index in at["LOCATION"]}
    starts = (spans[index].start for index in at["ORGANIZATION"])
    quotes = (text[spans[index].start : spans[index].end].lower() for index in at["ORGANIZATION"])
    inner = (ended.get(start + len(without_term(quote)), "") for start, quote in zip(starts, quotes, strict=True))
    bodies = list(zip((names[index] for index in at["ORGANIZATION"]), inner, strict=True))
    placed = [spans[index] for index in at["LOCATION"]]
    seated: Iterable[tuple[str, str]] = filter(itemgetter(1), bodies)
    known = seats(text, placed, [place(names[index]) for index in at["LOCATION"]], starmap(told_by, seated))
    return _abbreviated(text, spans, names, dict(zip(at["ORGANIZATION"], body_keys(bodies, known), strict=True)))


def _persons(names: Mapping[int, str], offices: Mapping[str, str]) -> Iterator[tuple[int, str | None]]:
    """Yield the keys of persons: a short name is the only one whose full name has it."""
    whole = {name for name in names.values() if " " in name}
    parts: Iterable[str] = filter(_lacks_surname, chain.from_iterable(map(_tails, whole)))
    full = whole.difference(parts)
    keyed = {name: "/".join(filter(None, ("person", name, offices.get(name)))) for name in full}
    short: defaultdict[str, set[str]] = defaultdict(set)
    for name, key in keyed.items():
        for each in _short_names(name):
            short[each].add(key)
    told = {each: single(meant) for each, meant in short.items()} | keyed
    for index, name in names.items():
        yield index, told.get(name)


def _tails(name: str) -> tuple[str, ...]:
    """Return the last two and the last three words of a longer name."""
    words = name.split()
    return tuple(" ".join(words[-size:]) for size in range(2, min(len(words), 4)))


def _lacks_surname(name: str) -> bool:
    return name.split()[0] not in lists.keys("surnames")


def _short_names(name: str) -> tuple[str, ...]:
    """Return by what a full name is told again: the given name, with the ones before it; of a foreigner the first word too."""
    parts = name.split()
    foreign = _lacks_surname(name) or not all(map(is_syllable, parts))
    return (parts[-1], *_tails(name), *parts[: int(foreign)])


def _offices(names: Sequence[str], keyed: Mapping[int, str | None], facts: Iterable[Fact]) -> dict[str, str]:
    """Return for each person's full name the body of the first office that the article gives it, else the office; none of the famous."""
    of: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        of[fact.kind].append(fact)
    bodies = {fact.head: (keyed.get(fact.tail) or names[fact.tail]).removeprefix("body/") for fact in of["office_of"]}
    held = [(names[fact.head], fact.tail) for fact in reversed(of["office_held"])]
    held.sort(key=lambda post: post[1] in bodies)
    posts = {
        name: bodies.get(office, names[office]) for name, office in held if names[office] not in lists.keys("ranks")
    }
    return posts | _famous()


@cache
def _famous() -> dict[str, str]:
    return dict.fromkeys(map(plain, lists.entries("famous")), "")


def _abbreviated(
    text: str, spans: Sequence[Span], names: Sequence[str], found: dict[int, str | None]
) -> dict[int, str | None]:
    """Give an abbreviation that stands in brackets after a long name the long name's key, and all its later mentions."""
    meant: dict[str, str | None] = {}
    for before, after in pairwise(found):
        if text[spans[before].end : spans[after].start].strip() == "(" and " " not in names[after]:
            meant.setdefault(names[after], found[before])
    return {index: meant.get(names[index]) or key for index, key in found.items()}
