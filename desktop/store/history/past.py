"""What an open library says of its history, and how it goes back and forth in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.model import ArticleId, Change, Changes, Reach, Step
from desktop.store.cache import Kept
from desktop.store.copies.kept import Copies
from desktop.store.faults import faults
from desktop.store.history import blocks, earlier, steps
from desktop.store.history.earlier import Earlier
from desktop.store.history.reach import reach, titled
from desktop.store.performing import perform
from desktop.store.transaction import Transaction

_FORGOTTEN = 50  # steps at a time
_REACHED = 8  # steps whose reach is remembered: who undoes may do it again


class Past:
    """The steps of a library, undone and done again; the part of a store that knows the history."""

    path: Path
    copies: Copies
    _connection: sqlite3.Connection
    _kept: Kept | None
    _reached: dict[tuple[int, int], Reach]  # by a step's number and size

    def _transaction(self, lasting: bool = True) -> Transaction:
        raise NotImplementedError

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        with faults(self.path):
            return steps.newest(self._connection, undone=False)

    def next_redo(self) -> Step | None:
        """Return the step that redo would do again."""
        with faults(self.path):
            return steps.newest(self._connection, undone=True)

    def next_titles(self) -> tuple[str | None, str | None]:
        """Return the titles of the steps that undo and redo would take, without reading what they hold."""
        with faults(self.path):
            return steps.title(self._connection, undone=False), steps.title(self._connection, undone=True)

    def next_size(self, undone: bool) -> tuple[int, int]:
        """Return the number of the step that undo (not undone) or redo (undone) would take, and how many changes are to be."""
        with faults(self.path):
            return steps.size(self._connection, undone)

    def reach(self, undone: bool) -> Reach | None:
        """Return what the step is about that undo (not undone) or redo (undone) would take; None: there is none."""
        with faults(self.path):
            step = steps.newest(self._connection, undone)
            if step is None:
                return None
            known = step.step, step.size
            if known not in self._reached:
                self._reached = {**dict(list(self._reached.items())[-_REACHED:]), known: reach(self._connection, step)}
            return titled(self._connection, replace(self._reached[known], step=step))

    def steps(self, article: ArticleId | None = None, most: int = 50) -> list[Step]:
        """Return the newest steps, undone ones too, newest first; `article`: those that changed this one, and those that came with it."""
        with faults(self.path):
            own = steps.steps(self._connection, article, most)
            if article is None or len(own) >= most:
                return own
            return own + earlier.steps(self._connection, article, most - len(own))

    def keep_earlier(self, step: int, article: ArticleId, came: Sequence[Earlier]) -> None:
        """Keep the steps that came with an article, as what went before the step that brought it."""
        with self._transaction():
            earlier.keep(self._connection, step, article, came)

    def corrected(self, article: ArticleId, titles: frozenset[str]) -> tuple[frozenset[str], bool]:
        """Return which parts of an article's card its steps of these titles changed, and whether the history goes back to its import."""
        with faults(self.path):
            return steps.corrected(self._connection, article, titles)

    def told(self, articles: Collection[ArticleId]) -> Iterator[tuple[Step, list[Change]]]:
        """Yield the steps that changed one of some articles, the oldest first, numbered from 1 on, with their changes to them.

        What came with the articles stands first. A step with many changes is yielded in parts, under one number.
        """
        number = 0
        with faults(self.path):
            for step, changes in earlier.told(self._connection, articles):
                number = step.step
                yield step, changes
            for step in steps.oldest_first(self._connection):
                is_theirs = False
                for start in range(0, step.size, blocks.SIZE):
                    changes = blocks.read(self._connection, step.step, start, start + blocks.SIZE)
                    theirs = [each for each in changes if steps.article_of(each.item) in articles]
                    if theirs:
                        number, is_theirs = number + (not is_theirs), True
                        yield replace(step, step=number), theirs

    def settle(self) -> None:
        """Wait until all that was written is on the disk."""
        with self._transaction():
            self._connection.execute("UPDATE step SET done = done WHERE step = (SELECT MAX(step) FROM step)")

    def undo(self, most: int | None = None) -> Step | None:
        """Take back the newest step that is not undone; return it, or None if there is none.

        `most`: only so many of its changes, the newest; the step's `left` tells of the others, which undo takes next.
        """
        return self._travel(undone=False, most=most)

    def redo(self, most: int | None = None) -> Step | None:
        """Do again the oldest step that is undone, or `most` of its changes; return it, or None if there is none."""
        return self._travel(undone=True, most=most)

    def tend(self, before: str, keep: int) -> bool:
        """Do a little of what the history needs: bring steps of an earlier version into blocks, forget those made `before` a moment.

        The newest `keep` steps stay. Some milliseconds in a transaction of its own; returns whether there is more to do.
        """
        with self._transaction():
            return (
                blocks.compact(self._connection)
                or steps.prune(self._connection, before, keep, _FORGOTTEN) == _FORGOTTEN
            )

    def _travel(self, undone: bool, most: int | None) -> Step | None:
        with self._transaction(lasting=most is None or most >= self.next_size(undone)[1]):
            taken = steps.take(self._connection, undone, most)
            if taken is None:
                return None
            step, done = taken
            whole = perform(self._connection, done, travelling=True)
        self.copies.written = True
        if self._kept is not None:
            self._kept.follow(done) if whole else self._kept.forget()
        return replace(step, changes=Changes.of(done if undone else reversed(done), step.step))

    def finish(self) -> Step | None:
        """Bring a step that is half undone, or half done again, to its end, and return it."""
        with faults(self.path):
            row = steps.half(self._connection)
        return self._travel(not row["undone"], None) if row is not None else None
