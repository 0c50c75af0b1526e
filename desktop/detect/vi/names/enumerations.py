"""Names one after another: items of a list take the type that its head tells, or that most of them have; ends of a stretch are places.

What stands around a name goes before what the name looks like: `4 xã: Hòa Lạc, Minh Tú` are places, `đoạn Tam Kỳ - Mông Phụ` too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.detect import around, phrases
from desktop.detect.memory import Memory
from desktop.detect.tokens import Match, Tokens, inside
from desktop.detect.vetoes import vetoed
from desktop.detect.vi.names import places
from desktop.text import lists
from desktop.text.patterns import pattern

_JOINS = lists.keys("cues", "lists.joins")
_DASHES = frozenset(("-", "–", "—"))
_FILED = lists.keys("cues", "lists.filed")
_SCORE = pattern("names.lists.score")
_UNITS = pattern("names.lists.units")
_ASIDE = pattern("names.lists.aside")
_LEAST_VOTES = 2
_LONGEST = 5  # tokens of an item of a list
_WITHIN = lists.keys("cues", "lists.within")
_FARTHEST = 4  # small words between a plural word and the head of its items: các chi bộ xã X, Y

Items = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """Heads of one label: after a plural word bare names follow them."""

    label: str
    heads: phrases.Phrases


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(_Kind(label, phrases.row("cues", f"lists.{name}", False)) for label, name in _LABELS)


@cache
def _head_words() -> frozenset[str]:
    return frozenset().union(*(kind.heads.firsts(False) for kind in _kinds()))


_CROSSED = "crossed"  # other than the item
_NOTHING = "nothing"  # what is no name: subjects, languages
_LABELS = (("LOCATION", "places"), ("ORGANIZATION", "bodies"), (_NOTHING, "nothing"))


_BARRING = {"PERSON": "list_person", "LOCATION": "list_place", "ORGANIZATION": "list_body"}


def settled(line: Tokens, found: list[Match], memory: Memory) -> list[Match]:
    """Return the matches of a line with the items of its lists, and the ends of its stretches, of one type."""
    for ends in _stretches(line):
        for start, end in ends:
            memory.add_place(line, start, end)
        found = _replaced(found, ends, "LOCATION")
    found = _replaced(found, _units(line), "ORGANIZATION")
    for items in _lists(line):
        label = _headed(line, items) or _voted(line, items, found)
        if label is not None:
            found = _replaced(found, [item for item in items if _may_be(line, *item, label)], label)
    for start, end in _rivals(line):
        memory.add_club(line, start, end)
        found = _replaced(found, [(start, end)], "ORGANIZATION")
    return found


def _units(line: Tokens) -> Items:
    """Return the units of an office that a paper goes to, where a line holds their short names alone: `- TCKT, QLĐT;`."""
    told = _UNITS.fullmatch(line.text)
    if told is None:
        return []
    words = inside(line, *told.span("units"))
    return [(at, at + 1) for at in words if line.key(at) not in _FILED and len(line.tokens[at].text) > 1]


def _rivals(line: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the clubs on both sides of a score: X 3-1 Y, X - Y 2-2; a country stays a place."""
    for score in _SCORE.finditer(line.text):
        at = inside(line, *score.span()).start + 1
        before, after = _run_before(line, at - 1), _run_after(line, at + 2)
        if before and not after and line.key(before[0] - 1) in _DASHES:
            before, after = _run_before(line, before[0] - 1), before
        for side in (before, after) if before and after else ():
            if phrases.phrases("world").end(line.tokens, side[0]) != side[1]:
                yield side


def _run_before(line: Tokens, end: int) -> tuple[int, int] | None:
    start = end
    while line.capital(start - 1) and end - start < _LONGEST and (start == end or line.near(start)):
        start -= 1
    return (start, end) if start < end and line.near(end) else None


def _run_after(line: Tokens, start: int) -> tuple[int, int] | None:
    end = places.name_end(line, start) if line.capital(start) and line.near(start) else start
    return (start, end) if start < end <= start + _LONGEST else None


def _lists(line: Tokens) -> Iterator[Items]:
    """Yield the runs of bare names that commas and `và` join, each with its items in order."""
    past = 0
    for first, token in enumerate(line.tokens):
        if first >= past and token.capital and not line.shouted and (items := _run(line, first)):
            past = items[-1][1]
            yield items


def _run(line: Tokens, at: int) -> Items:
    """Return the items of the list that begins at a token, in order; none where it is no bare name."""
    items: Items = []
    while (end := _item(line, at)) is not None:
        items.append((at, end))
        end = _aside(line, end) if line.key(end) == "(" else end
        doubled = line.key(end) == "," and line.key(end + 1) == "và"
        at = end + (2 if doubled else 1)
        if line.key(end) not in _JOINS or not line.capital(at):
            break
    return items


def _aside(line: Tokens, end: int) -> int:
    """Return the index after what an item says of itself in brackets, if anything: xã Tân Lập (huyện X), Linh Sơn."""
    reached = next(_ASIDE.finditer(line.text, line.tokens[end - 1].end)).end()
    return inside(line, line.tokens[end - 1].start, reached).stop


def _item(line: Tokens, at: int) -> int | None:
    """Return the index after a bare name of a list, or None where none begins."""
    end = max(places.name_end(line, at), at + 1)
    if end - at > _LONGEST or not line.free(at, end) or line.tokens[at].upper:
        return None
    closed = end >= len(line) or not line.tokens[end].letter or line.key(end) == "và" or not line.near(end)
    return end if closed or line.key(end - 1) not in _JOINS else None


def _headed(line: Tokens, items: Items) -> str | None:
    """Return the label that the words before a list tell: các xã, 4 huyện:, các trường như."""
    before = items[0][0]
    while line.key(before - 1) in lists.keys("cues", "lists.leads") and before > 1:
        before -= 1
    before = _where(line, before)
    starts = [start for start in range(max(before - 4, 0), before) if line.keys[start] in _head_words()]
    for kind in _kinds():
        for start in starts:
            if (
                kind.heads.end(line.tokens, start) == before
                and not line.capital(start)
                and _plural(line, start, len(items))
            ):
                return kind.label
    return None


def _where(line: Tokens, before: int) -> int:
    """Return the index before what says where the items lie: các xã | thuộc huyện X: …"""
    for start in range(max(before - _FARTHEST - 2, 0), before):
        if line.key(start) in _WITHIN and places.seat(line, start + 1) == before:
            return start
    return before


def _plural(line: Tokens, at: int, count: int) -> bool:
    """Return whether a plural word or a number tells that several of a head follow: các, 4, các chi bộ."""
    for here in range(at - 1, max(at - (_FARTHEST if count > 1 else 2), -1), -1):
        key = line.key(here)
        if key in lists.keys("cues", "lists.plurals") or (key.isdigit() and key != "1" and here == at - 1):
            return True
        if not line.tokens[here].letter or line.capital(here):
            return False
    return False


def _voted(line: Tokens, items: Items, found: Sequence[Match]) -> str | None:
    """Return the label that enough items of a list have, one at least, where those that have none might bear it."""
    labels = [_read(found, *item) for item in items]
    for label, enough in _VOTES.items():
        others = [item for item, told in zip(items, labels, strict=True) if told != label]
        if 0 < len(others) < len(labels) and enough(line, others, labels):
            return label
    return None


def _read(found: Sequence[Match], start: int, end: int) -> str:
    """Return the label of what an item of a list is read as, up to its end; nothing is empty."""
    for match in found:
        if match.marks[0][0] < end and start < match.marks[0][1]:
            return match.marks[0][2] if match.marks[0][0] <= start and match.marks[0][1] == end else _CROSSED
    return ""


def _persons(line: Tokens, others: Items, labels: Sequence[str]) -> bool:
    """Return whether most items are persons or like one, and the others no more than a place."""
    told = len(labels) - len(others)
    like = sum(_like_given(line, *item) for item in others)
    enough = told >= _LEAST_VOTES or told + like > _LEAST_VOTES
    return enough and (told + like) * 2 >= len(labels) and set(labels) <= {"PERSON", "LOCATION", _CROSSED, ""}


def _places(line: Tokens, others: Items, labels: Sequence[str]) -> bool:
    """Return whether, where one item is a place, fewer than half are persons, and none of the others is told to be none."""
    told = set(labels) <= {"PERSON", "LOCATION", ""}
    start, end = others[-1]
    told_of = line.near(end) and line.tokens[end].letter and not line.capital(end)
    clause = len(labels) <= _LEAST_VOTES and line.key(start - 1) == "," and told_of  # Ở Huế, Hòa Sậy bán nhà
    most = labels.count("PERSON") * 2 < len(labels)
    families = ("list_placed", "list_foreign")[: 1 + (labels.count("LOCATION") < _LEAST_VOTES)]
    return (
        told and most and not clause and not any(vetoed(family, line, *item) for family in families for item in others)
    )


_VOTES: dict[str, Callable[[Tokens, Items, Sequence[str]], bool]] = {"PERSON": _persons, "LOCATION": _places}


def _like_given(line: Tokens, start: int, end: int) -> bool:
    """Return whether a name looks like a middle and a given name: Văn Lâm, Hồng Quân."""
    two = end - start == 2 and line.key(start) in lists.keys("middles") | lists.keys("surnames")
    return two and line.key(end - 1) in lists.keys("given")


def _may_be(line: Tokens, start: int, end: int, label: str) -> bool:
    """Return whether a name may be what its list is: no body's head among places, no country among persons."""
    return not vetoed(_BARRING.get(label, ""), line, start, end)


def _runs_on(line: Tokens, at: int) -> bool:
    """Return whether a name goes on in small letters: bệnh viện Nhiệt đới Trung | ương."""
    small = line.near(at) and line.tokens[at].letter and not line.capital(at)
    return small and line.key(at) != "và" and line.key(at) not in lists.keys("cues", "bodies.stops")


def _stretches(line: Tokens) -> Iterator[Items]:
    """Yield both ends of each stretch of road or of a line: đoạn X - Y, tuyến X - Y, từ X đến Y."""
    leads = lists.keys("cues", "lists.stretches")
    for before, token in enumerate(line.tokens[:-1]):
        far = token.key == "từ" and line.key(before - 1) in leads
        if (far or token.key in leads) and line.near(before + 1) and not line.shouted:
            yield from _stretch(line, before + 1, far)


def _stretch(line: Tokens, at: int, far: bool) -> Iterator[Items]:
    """Yield the ends that begin at a token, where there are two; `far`: `đến` may join them, as a dash does."""
    items: Items = []
    here = at
    while line.capital(here) and not line.blocked[here]:
        end = max(places.known(line, here) or 0, places.name_end(line, here))
        dash = next((cut for cut in range(here + 1, end) if line.key(cut) in _DASHES and not line.tight(cut)), end)
        items.append((here, dash))
        joint = line.key(dash) in _DASHES or (far and line.key(dash) in lists.keys("cues", "lists.ends"))
        if not (joint and line.capital(dash + 1)):
            break
        here = dash + 1
    plain = all(end - start <= _LONGEST and line.free(start, end) for start, end in items)
    if len(items) > 1 and plain:
        yield items


def _replaced(found: Sequence[Match], items: Items, label: str) -> list[Match]:
    """Return the matches in order with one for each item in place of what was read within it."""
    kept = [
        match
        for match in found
        if not any(match.marks[0][0] < end and start < match.marks[0][1] for start, end in items)
        or any(mark[0] < start and mark[1] >= end for start, end in items for mark in match.marks[:1])
    ]
    if label == _NOTHING:
        return kept
    made = [
        Match(end, ((start, end, label),))
        for start, end in items
        if not any(match.marks[0][0] <= start and end <= match.marks[0][1] for match in kept)
    ]
    return sorted([*kept, *made], key=lambda match: match.marks[0][0])


around.says(
    {
        "runs on in small letters": lambda line, at, end: _runs_on(line, end),
        "a body's head of two words opens": lambda line, at, end: _heads_body(line, at, 2),
    }
)


def _heads_body(line: Tokens, at: int, least: int) -> bool:
    kinds = ("alone", "capital", "named")
    return any((phrases.row("heads", f"heads.{kind}").end(line.tokens, at) or 0) >= at + least for kind in kinds)
