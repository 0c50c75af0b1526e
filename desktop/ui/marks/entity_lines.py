"""The lines of the tree, numbered; what a label names is put together when somebody looks into it: of thousands that takes a moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.model import Annotation, AnnotationId
from desktop.ui.marks.entities import Entity, Key, Kind, entities


class EntityLines:
    """Labels by their numbers, and entities by numbers of their own in the order in which labels were looked into."""

    def __init__(
        self, kinds: Sequence[Kind] = (), ids: Sequence[AnnotationId] = (), name: Callable[[Annotation], str] = str
    ) -> None:
        """`ids` are those of all marks, `name` is what `entities` takes."""
        self.kinds, self._ids, self._name = kinds, list(ids), name
        self.numbers = {kind.label: number for number, kind in enumerate(kinds)}
        self._entities: list[tuple[int, int, Entity]] = []  # with the number of its label, and its row there
        self._opened: dict[str, tuple[int, int]] = {}  # of a label: its first entity, and how many there are
        self._found: dict[Key, int] = {}

    def like(self, other: EntityLines) -> bool:
        """Return whether these are the lines of another one, as far as anybody has looked into that; it may say other things of them."""
        alike = self._ids == other._ids and [kind.label for kind in self.kinds] == [kind.label for kind in other.kinds]
        return alike and all(self._named(label) == other._named(label) for label in other._opened)

    def _named(self, label: str) -> list[tuple[str, list[AnnotationId]]]:
        first, count = self.of(self.numbers[label])
        some = self._entities[first : first + count]
        return [(entity.name, [mark.id for mark in entity.marks]) for _, _, entity in some]

    def of(self, number: int) -> tuple[int, int]:
        """Return the number of a label's first entity, and how many it has."""
        kind = self.kinds[number]
        if kind.label not in self._opened:
            found, first = entities(kind, self._name), len(self._entities)
            self._opened[kind.label] = first, len(found)
            self._entities += [(number, row, entity) for row, entity in enumerate(found)]
            self._found.update((entity.key, first + row) for row, entity in enumerate(found))
        return self._opened[kind.label]

    def entity(self, number: int) -> Entity:
        """Return an entity."""
        return self._entities[number][2]

    def place(self, number: int) -> tuple[int, int]:
        """Return the number of an entity's label, and its row there."""
        return self._entities[number][:2]

    def find(self, key: Key) -> int | None:
        """Return the number of the entity that a key names, if there is one."""
        if len(key) > 1 and key[0] in self.numbers:
            self.of(self.numbers[key[0]])
        return self._found.get(key[:2])
