"""What an article has said so far: names in full that decide how their short forms are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from desktop.detect.tokens import Tokens, inside
from desktop.model import Span

_MOST = 12  # syllables of the longest name that is looked for among those of an article
# Of types with as many votes, the last wins: bodies are called after persons, persons are found by their shape too.
_GIVING = ("ORGANIZATION", "PERSON", "LOCATION")
_LONGEST = 6  # syllables of a name that a line is searched for
# Small words within a foreigner's name.
LINKS = frozenset(
    ("bin", "al", "van", "de", "da", "von", "der", "den", "el", "ibn", "le", "di", "la", "del", "dos", "ter")
)


_Names = Mapping[str, AbstractSet[tuple[str, ...]]]


@dataclass(slots=True)
class Memory:
    """Names of one article, as tuples of token keys; `news` says of each, and of each short form, as the how manyth it was met.

    `begun` says so of the last name that begins with a word, `met` of each that reads otherwise since, be it only as its type is another;
    `asked` are the tokens of a line at which names were looked for. `votes` are the mentions of a name of which a head word, an office
    or a word of respect tells the type: most of them decide what it is where its shape alone would.
    """

    persons: set[tuple[str, ...]] = field(default_factory=set)
    short_persons: set[tuple[str, ...]] = field(default_factory=set)
    places: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    bodies: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    clubs: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    news: dict[tuple[str, ...], int] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    met: dict[tuple[str, ...], int] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    votes: dict[tuple[str, ...], dict[tuple[Tokens, int], str]] = field(default_factory=dict)

    def vote(self, line: Tokens, start: int, end: int, label: str) -> None:
        """Count a mention of which more than its shape tells the type; what reads the name otherwise gives way from now on."""
        name = _keys(line, start, end)
        before = self._type(name)
        self.votes.setdefault(name, {})[line, start] = label
        if self._type(name) != before:
            self._tell(self._contested(name))
            self._meet((name,))

    def is_voted(self, line: Tokens, start: int, end: int, label: str) -> bool:
        """Return whether most mentions that tell of a name's type tell of this one."""
        return self._type(_keys(line, start, end)) == label

    def add_person(self, line: Tokens, start: int, end: int) -> None:
        """Remember a full name, and what may stand for it: its last syllables, or a foreigner's parts.

        A name of which only its shape makes a person gives way to a body that a head word told of.
        """
        name = _keys(line, start, end)
        if name in self.persons:
            return
        if name in self.bodies.get(name[0], ()) and self._type(name) != "PERSON":
            return
        if all(token.ascii for token in line.tokens[start:end]):
            short = {(part,) for part in name if len(part) > 2} | {name[1:]}
        else:
            short = {name[-1:], name[-2:]}
        # A short form that an earlier name left too is no news: no line reads otherwise for it.
        self._tell({name})
        self._tell(short - self.short_persons)
        self.persons.add(name)
        self.short_persons |= short

    def add_place(self, line: Tokens, start: int, end: int) -> None:
        """Remember the bare name of a place that was met with its head word."""
        self._put(self.places, _keys(line, start, end))

    def add_body(self, line: Tokens, start: int, end: int) -> None:
        """Remember a short form of a body."""
        self._put(self.bodies, _keys(line, start, end))

    def add_club(self, line: Tokens, start: int, end: int) -> None:
        """Remember a club that a score gave away, which may be called as its city."""
        self._put(self.clubs, _keys(line, start, end))

    def add_single(self, line: Tokens, at: int) -> None:
        """Remember a foreigner's one name."""
        name = _keys(line, at, at + 1)
        self._tell({name} - self.short_persons)
        self.short_persons.add(name)

    def newer(self, line: Tokens, known: int, found: Iterable[Span]) -> bool:
        """Return whether the line holds a name that was met only after `known` others, and may be read otherwise for it.

        `found` are the names read in it before. A name that stands within one of these, or is one, tells nothing new.
        """
        keys = tuple(token.key for token in line.tokens)
        settled = _settled(line, found)
        for at, token in enumerate(line.tokens):
            if token.capital and self.begun.get(token.key, -1) >= known:
                for end in range(at + 1, min(at + _LONGEST, len(keys)) + 1):
                    name = keys[at:end]
                    if self.news.get(name, -1) >= known and (line.blocked[at] or self._tells(name, end, settled[at])):
                        return True
        return False

    def _tells(self, name: tuple[str, ...], end: int, settled: tuple[int, bool]) -> bool:
        """Return whether a new name that ends at `end` may change what was read.

        Short forms of bodies are looked for anywhere, places also in a body's name, persons where a name may begin.
        """
        last, body = settled
        if name in self.bodies.get(name[0], ()) or name in self.clubs.get(name[0], ()):
            return True
        return end > last or (body and name in self.places.get(name[0], ()))

    def tells_more(self, line: Tokens, places: Iterable[int], known: int) -> bool:
        """Return whether a name that begins at one of some tokens was met, or made sure, only after `known` others."""
        return any(
            self.begun.get(line.key(at), -1) >= known
            and any(self.met.get(_keys(line, at, end), -1) >= known for end in range(at + 1, at + _MOST + 1))
            for at in places
        )

    def person_ends(self, line: Tokens, at: int, among: set[tuple[str, ...]]) -> Iterator[int]:
        """Yield where a remembered name may end that begins here, one `among` the full or the short ones, the longest first."""
        self.asked.append(at)
        farthest = min(at + _LONGEST * (line.key(at) in self.begun), len(line))
        longest = at
        while longest < farthest and _may_be_named(line, longest):
            longest += 1
        keys = _keys(line, at, longest)
        yield from (end for end in range(longest, at, -1) if keys[: end - at] in among)

    def is_short(self, line: Tokens, at: int, end: int) -> bool:
        """Return whether a remembered person may be called so."""
        self.asked.append(at)
        return _keys(line, at, end) in self.short_persons

    def place_end(self, line: Tokens, at: int) -> int | None:
        """Return the index after a remembered place's bare name that begins here, or None."""
        return self._end(self.places, line, at, 2)

    def club_end(self, line: Tokens, at: int) -> int | None:
        """Return the index after a remembered club's name that begins here, or None."""
        return self._end(self.clubs, line, at, 1)

    def body_end(self, line: Tokens, at: int) -> int | None:
        """Return the index after a remembered body's short form that begins here, or None; a place gives its name to bodies."""
        return self._end(self.bodies, line, at, 1, self.places)

    def _type(self, name: tuple[str, ...]) -> str | None:
        """Return what most mentions of a name tell that it is, of two with as many the one that gives its name to others.

        Who is called by the last syllable of a person's name votes for it.
        """
        names = (name, *(person[-1:] for person in self.persons & {name}))
        votes = Counter(label for each in names for label in self.votes.get(each, {}).values())
        return max(votes, key=lambda label: (votes[label], _GIVING.index(label)), default=None)

    def _contested(self, name: tuple[str, ...]) -> set[tuple[str, ...]]:
        """Return the bodies and places that are called so, or end so."""
        known = chain.from_iterable(chain(self.bodies.values(), self.places.values()))
        return set(filter(lambda each: each[-len(name) :] == name, known))

    def _put(self, table: dict[str, set[tuple[str, ...]]], name: tuple[str, ...]) -> None:
        known = table.setdefault(name[0], set())
        self._tell({name} - known)
        known.add(name)

    def _tell(self, names: set[tuple[str, ...]]) -> None:
        """Say that names are met now."""
        self._meet(names)
        self.news.update(dict.fromkeys(names, len(self.news)))

    def _meet(self, names: Iterable[tuple[str, ...]]) -> None:
        """Say that what begins as one of some names may be read otherwise from now on."""
        self.begun.update(dict.fromkeys((name[0] for name in names), len(self.news)))
        self.met.update(dict.fromkeys(names, len(self.news)))

    def _end(self, table: _Names, line: Tokens, at: int, least: int, but: _Names = MappingProxyType({})) -> int | None:
        """Return the index after a name of a table that begins here, is in no other and voted nobody's, or None."""
        self.asked.append(at)
        names = table.get(line.key(at))
        if names is None or not line.capital(at):
            return None
        keys, others = _keys(line, at, at + _MOST), but.get(line.key(at), frozenset())
        for length in range(len(keys), least - 1, -1):
            said = keys[:length] in names and self._type(keys[:length]) != "PERSON" and keys[:length] not in others
            if said and line.free(at, at + length) and _written(line, at, at + length):
                return at + length
        return None


def _settled(line: Tokens, found: Iterable[Span]) -> list[tuple[int, bool]]:
    """Return for each token up to which index names from there on are settled, and whether a place may still be told."""
    settled = [(0, False)] * len(line)
    for span in found:
        covered = inside(line, span.start, span.end)
        for at in covered[1:]:
            settled[at] = (len(line), settled[at][1] or span.label == "ORGANIZATION")
        if span.label == "PERSON":
            settled[covered.start] = (max(settled[covered.start][0], covered.stop), True)
    return settled


def _keys(line: Tokens, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.key for token in line.tokens[start:end])


def _may_be_named(line: Tokens, at: int) -> bool:
    """Return whether a token may be one of a remembered person's name."""
    return line.capital(at) or line.key(at) == "-" or line.key(at - 1) == "-" or line.key(at) in LINKS


def _written(line: Tokens, start: int, end: int) -> bool:
    """Return whether each word from start to end has a capital."""
    return all(token.capital or not token.letter for token in line.tokens[start:end])
