"""Names of several pieces, read one after the other: rows of `lexicon/vi/rules/steps.toml` say which piece may come next, and what it is.

A row says what stands around its piece (detect/around.py), what must have been told before (`needs`, `unless`; `follows`: by the piece
before), and takes what its reader finds (`takes`; `cues:contests.peoples` is an entry of a list). It may skip tokens that stand before,
mark what it takes, tell something of the whole, look without going on (`peeks`), and end the name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.detect import phrases, rules
from desktop.detect.around import ANYWHERE, Around, around
from desktop.detect.memory import Memory
from desktop.detect.rules import Rule
from desktop.detect.tokens import Match, Tokens
from desktop.text.lists import key_of, table


@dataclass(slots=True)
class Walk:
    """A name as far as it is read: from `start` with its head word up to `head`, and on to `here`; the marks in it, and what was told."""

    line: Tokens
    memory: Memory
    start: int
    head: int
    here: int
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    last: str = ""

    def match(self, label: str) -> Match:
        """Return what was read as a name of a label."""
        return Match(self.here, ((self.start, self.here, label), *self.marks))

    def knows(self) -> set[str]:
        """Return what was told, and whether its head word stands right before (`first`) or something in it is marked (`marked`)."""
        where = {self.head: "first", self.head + 1: "second"}.get(self.here, "later")
        return self.told | {where, "marked" if self.marks else where}


Taker = Callable[[Walk, int], Match | None]  # the piece that begins at a token


@dataclass(frozen=True)
class Step(Rule[Taker]):
    """A row: where its piece may stand, and what that says of the whole."""

    around: Around = ANYWHERE
    begins: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    follows: str = ""
    tells: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    skips: int = 0
    within: int = 99
    peeks: bool = False
    ends: bool = False

    def taken(self, walk: Walk) -> bool:
        """Go on over the piece that the row means, if it stands here."""
        at = walk.here + self.skips
        found = self.read(walk, at) if at < len(walk.line) and self._asked(walk) else None
        stands = found is not None and self.around.holds(walk.line, walk.here, found.end)
        if found is not None and stands:
            rules.read(self.name, walk.line, walk.here, found.end)
            walk.marks += [*((at, found.end, label) for label in self.mark), *found.marks]
            walk.here = walk.here if self.peeks else found.end
            walk.told.update(self.tells)
            walk.last = "".join(self.tells[:1])
        return stands

    def _asked(self, walk: Walk) -> bool:
        told = walk.knows()
        begun = not self.begins or walk.line.key(walk.start) in self.begins
        return (
            begun
            and self.follows in ("", walk.last)
            and self.needs <= told
            and self.unless.isdisjoint(told)
            and walk.here - walk.head < self.within
        )


def go_on(steps: tuple[Step, ...], walk: Walk, longest: int) -> Walk:
    """Read piece after piece, each by the first row that takes one, until none does or one ends the name."""
    while walk.here < len(walk.line) and walk.here - walk.start < longest:
        step = _taken(steps, walk)
        if step is None or step.ends:
            break
    return walk


def _taken(steps: tuple[Step, ...], walk: Walk) -> Step | None:
    for row in rules.standing(steps):
        if row.taken(walk):
            return row
    return None


def each(steps: tuple[Step, ...], walk: Walk) -> Walk:
    """Read what each row takes, one after the other, until one ends the name."""
    any(row.taken(walk) and row.ends for row in rules.standing(steps))
    return walk


def steps_of(family: str, label: str, takers: Mapping[str, Taker]) -> tuple[Step, ...]:
    """Return the rows of a family in their order; `takers` read the pieces."""
    held = dict(table("rules/steps")[family])
    where = held.pop("where", [])
    return tuple(
        Step(
            f"vi.{label.lower()}.{family}.{name}",
            row.get("label", label),
            _taker(row["takes"], takers),
            examples=tuple(row["examples"]),
            says=row["says"],
            around=around({**row, "where": [*where, *row.get("where", [])]}),
            begins=frozenset(map(key_of, row.get("begins", ()))),
            needs=frozenset(row.get("needs", ())),
            unless=frozenset(row.get("unless", ())),
            tells=tuple(row.get("tells", ())),
            mark=tuple(row.get("mark", ())),
            follows=row.get("follows", ""),
            skips=row.get("skips", 0),
            within=row.get("within", 99),
            peeks=row.get("peeks", False),
            ends=row.get("ends", False),
        )
        for name, row in held.items()
    )


def found(reads: Callable[[Tokens, int], int | None]) -> Taker:
    """Return what takes up to the index that is read at a token."""

    def taker(walk: Walk, at: int) -> Match | None:
        end = reads(walk.line, at)
        return Match(end, ()) if end else None

    return taker


def _taker(written: str, takers: Mapping[str, Taker]) -> Taker:
    file, _, key = written.partition(":")
    if not key:
        return takers[file]

    def entry(walk: Walk, at: int) -> Match | None:
        end = phrases.row(file, key, False).end(walk.line.tokens, at)
        return Match(end, ()) if end else None

    return entry
