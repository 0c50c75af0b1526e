"""An article's marks put together: by label, within it by what they name, so that one sees who, what and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.model import Annotation, Label, Status

Key = tuple[str, ...]  # a label; a label and what is named; both and a mark's id


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that is named once or more often: its marks in the order of the text."""

    label: str
    name: str  # by which it is known: the detector's key, or the words in small letters
    marks: tuple[Annotation, ...]

    @property
    def key(self) -> Key:
        """What it is found by again."""
        return self.label, self.name


@dataclass(frozen=True, slots=True)
class Kind:
    """One label with all that bears it, in the order of the text."""

    label: str
    marks: tuple[Annotation, ...]

    @property
    def key(self) -> Key:
        """What it is found by again."""
        return (self.label,)


Line = Kind | Entity | Annotation


def kinds(marks: Iterable[Annotation], labels: Sequence[Label], every: bool) -> tuple[Kind, ...]:
    """Return the labels in their order with what bears them; `every`: also those that nothing bears. Labels of no scheme come last."""
    found: defaultdict[str, list[Annotation]] = defaultdict(list)
    for mark in marks:
        found[mark.label].append(mark)
    known = [label.name for label in labels if every or label.name in found]
    return tuple(Kind(label, tuple(found[label])) for label in dict.fromkeys((*known, *sorted(found))))


def entities(kind: Kind, name: Callable[[Annotation], str]) -> tuple[Entity, ...]:
    """Return what the marks of a label name, the most frequent first.

    `name` says by what that which a mark names is known, if the detector has no key for it.
    """
    found: defaultdict[str, list[Annotation]] = defaultdict(list)
    for mark in kind.marks:
        found[mark.entity or name(mark)].append(mark)
    return tuple(Entity(kind.label, each, tuple(marks)) for each, marks in sorted(found.items(), key=_often))


def _often(named: tuple[str, list[Annotation]]) -> tuple[int, int]:
    return -len(named[1]), named[1][0].start


def marks_of(line: Line) -> tuple[Annotation, ...]:
    """Return all marks that stand under a line, or that it is."""
    return (line,) if isinstance(line, Annotation) else tuple(line.marks)


def undecided(marks: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """Return what a word over all of these is meant for: those that nobody has decided, or all where none is left."""
    return tuple(each for each in marks if each.status is Status.SUGGESTED) or tuple(marks)


def title(entity: Entity, quote: Callable[[Annotation], str]) -> str:
    """Return what an entity is called: as it is named most often, where that is a draw as it is named first."""
    if len(entity.marks) == 1:
        return quote(entity.marks[0])
    return Counter(map(quote, entity.marks)).most_common(1)[0][0]


def decided(marks: Sequence[Annotation]) -> float:
    """Return which share of marks is decided, 0 to 1."""
    return sum(each.status is not Status.SUGGESTED for each in marks) / len(marks) if marks else 0.0


def common(marks: Sequence[Annotation]) -> Status | None:
    """Return the status that all of these have, None where they differ."""
    first = marks[0].status if marks else None
    return first if all(each.status is first for each in marks) else None
