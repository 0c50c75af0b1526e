"""What a step reaches: how many articles, or which one, how many of its marks, and where the first of them stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from desktop.model import Annotation, Article, Change, Item, Reach, Relation, Step
from desktop.store.history import blocks
from desktop.store.history.steps import article_of

_TWO = 2  # articles: of more than one no single change is read


def reach(connection: sqlite3.Connection, step: Step) -> Reach:
    """Return what a step reaches; one of several articles is counted by these, without reading what was changed in them."""
    articles = connection.execute("SELECT COUNT(*) FROM step_article WHERE step = ?", (step.step,)).fetchone()[0]
    if articles >= _TWO:
        return Reach(step, articles)
    changes = blocks.read(connection, step.step, 0, step.size)
    items = [each for change in changes for each in (change.before, change.after) if each is not None]
    ids = {article_of(each) for each in items} - {None}
    if len(ids) != 1:
        return Reach(step, len(ids))
    (article,) = ids
    known = Reach(step, 1, article, next((each.title for each in items if isinstance(each, Article)), ""))
    if any(isinstance(each.item, Article) and None in (each.before, each.after) for each in changes):
        return known
    marks, facts = ({each.id for each in items if isinstance(each, kind)} for kind in (Annotation, Relation))
    start, end = _first(connection, changes, items)
    return replace(known, marks=len(marks) or len(facts), start=start, end=end)


def titled(connection: sqlite3.Connection, known: Reach) -> Reach:
    """Return the same with the title that its article has now; one that is deleted keeps the one it had."""
    row = connection.execute("SELECT title FROM article WHERE id = ?", (known.article,)).fetchone()
    return replace(known, title=row[0]) if row is not None else known


def _first(connection: sqlite3.Connection, changes: Sequence[Change], items: Sequence[Item]) -> tuple[int, int]:
    """Return the first place that was changed: a mark, the head of a fact, or a line that is read otherwise."""
    places = [(each.start, each.end) for each in items if isinstance(each, Annotation)]
    if not places:
        heads = {each.head for each in items if isinstance(each, Relation)}
        found = (
            connection.execute('SELECT start, "end" FROM annotation WHERE id = ?', (each,)).fetchone() for each in heads
        )
        places = [(row[0], row[1]) for row in found if row is not None]
    if not places:
        places = [
            (line.start, line.end)
            for change in changes
            if isinstance(change.before, Article) and isinstance(change.after, Article)
            for line in set(change.after.lines) - set(change.before.lines)
        ]
    return min(places, default=(0, 0))
