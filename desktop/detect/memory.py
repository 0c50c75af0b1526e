"""What an article has said so far: names in full that decide how their short forms are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.detect.tokens import Tokens

_LONGEST = 6  # syllables of a name that a line is searched for


@dataclass(slots=True)
class Memory:
    """Names of one article, as tuples of token keys; `news` says of each, and of each short form, as the how manyth it was met."""

    persons: set[tuple[str, ...]] = field(default_factory=set)
    short_persons: set[tuple[str, ...]] = field(default_factory=set)
    places: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    bodies: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    news: dict[tuple[str, ...], int] = field(default_factory=dict)

    def add_person(self, line: Tokens, start: int, end: int) -> None:
        """Remember a full name, and what may stand for it: its last syllables, or a foreigner's parts."""
        name = _keys(line, start, end)
        if name in self.persons:
            return
        self.persons.add(name)
        if all(token.ascii for token in line.tokens[start:end]):
            short = {(part,) for part in name if len(part) > 2} | {name[1:]}
        else:
            short = {name[-1:], name[-2:]}
        self.short_persons |= short
        for told in (name, *short):
            if told:
                self.news[told] = len(self.news)

    def add_place(self, line: Tokens, start: int, end: int) -> None:
        """Remember the bare name of a place that was met with its head word."""
        if end - start >= 2 or not line.tokens[start].text.isdigit():
            self._put(self.places, _keys(line, start, end))

    def add_body(self, line: Tokens, start: int, end: int) -> None:
        """Remember a short form of a body."""
        self._put(self.bodies, _keys(line, start, end))

    def newer(self, line: Tokens, known: int) -> bool:
        """Return whether the line holds a name that was met only after `known` others."""
        keys = [token.key for token in line.tokens]
        return any(
            self.news.get(tuple(keys[at : at + length]), -1) >= known
            for at, token in enumerate(line.tokens)
            if token.capital
            for length in range(1, min(_LONGEST, len(keys) - at) + 1)
        )

    def place_end(self, line: Tokens, at: int) -> int | None:
        """Return the index after a remembered place's bare name that begins here, or None."""
        return _end(self.places, line, at, 2)

    def body_end(self, line: Tokens, at: int) -> int | None:
        """Return the index after a remembered body's short form that begins here, or None."""
        end = _end(self.bodies, line, at, 1)
        if end is None:
            return None
        name = _keys(line, at, end)
        other = name in self.persons or name in self.places.get(name[0], ())
        return None if other else end

    def _put(self, table: dict[str, set[tuple[str, ...]]], name: tuple[str, ...]) -> None:
        if name and name not in table.setdefault(name[0], set()):
            table[name[0]].add(name)
            self.news[name] = len(self.news)


def _keys(line: Tokens, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.key for token in line.tokens[start:end])


def _end(table: dict[str, set[tuple[str, ...]]], line: Tokens, at: int, least: int) -> int | None:
    if not line.capital(at):
        return None
    for name in sorted(table.get(line.key(at), ()), key=len, reverse=True):
        end = at + len(name)
        if len(name) >= least and end <= len(line) and _keys(line, at, end) == name:
            letters = [index for index in range(at, end) if line.tokens[index].letter]
            if all(line.capital(index) for index in letters) and line.free(at, end):
                return end
    return None
