"""An article read again from its kept original, or from a newer version of its file: one step, which undo takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from desktop import exchange
from desktop.errors import RequestError
from desktop.model import Annotation, Article, ArticleId, Change, Changes, Item, Line, Orphan
from desktop.operations import columns
from desktop.operations.history import gesture
from desktop.operations.importing import PageReader, Prepared, prepared
from desktop.operations.kept import encodings
from desktop.operations.rereading.cards import card
from desktop.operations.rereading.carrying import Carried, carried
from desktop.operations.rereading.orphans import homed
from desktop.operations.rereading.placing import Placing
from desktop.store import Store

TITLE = "Read again"


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of an article that was read again: its marks that were placed, those that wait, and what is not certain."""

    article: ArticleId
    title: str
    changes: Changes = field(default_factory=Changes)
    placed: int = 0
    orphans: tuple[Orphan, ...] = ()
    unsure: tuple[tuple[Annotation, float], ...] = ()
    lost: int = 0  # facts of a person's that hung on marks without a place

    @property
    def step(self) -> int | None:
        """The step that it is part of; None: the new reading is the old one."""
        return self.changes.step


def read_again(article: Article, content: bytes, read_page: PageReader) -> Prepared:
    """Read an article's kept original as it is read today; touches no library. Raises ImportFileError, RequestError."""
    path = PurePath(article.file or "original")
    raws = exchange.again(path, content, columns.for_row(content), encodings.for_content(path, content))
    if len(raws) != 1:
        raise RequestError("reread-several", title=article.title, count=len(raws))
    return prepared(raws[0], path, read_page)


@gesture
def reread(store: Store, article_id: ArticleId, new: Prepared, join: int | None = None) -> Reread:
    """Let an article be what was read of it now, as one step or as part of step `join`.

    A person's marks, line roles and corrections of the card are carried over; marks without a sure place wait as orphans.
    Raises RequestError where the file is another article's.
    """
    before = store.article(article_id)
    read = new.document.article
    holder = store.with_content(read.sha256)
    if holder not in (None, article_id):
        raise RequestError("reread-taken", title=before.title, other=store.article(ArticleId(str(holder))).title)
    placing = Placing(before.text, read.text)
    is_other = (before.text, before.sha256) != (read.text, read.sha256)
    after = replace(
        card(store, before, read),
        text=read.text,
        sha256=read.sha256,
        file=before.file if before.sha256 == read.sha256 else read.file or before.file,
        lines=_lines(placing, before.lines, read.lines),
        version=store.readings.next_version(article_id) if is_other else before.version,
        detected=before.detected if before.text == read.text else None,
    )
    if before.text == read.text:
        return _card_alone(store, before, after, new, join)
    marks, facts = store.annotations(article_id), store.relations(article_id)
    found = carried(placing, before.text, marks, facts)
    waiting = store.readings.orphans(article_id)
    home, still = homed(waiting, read.text)
    gone: list[Item] = [*facts, *marks, *(each for each in waiting if each not in still)]
    come: list[Item] = [*_with(found, home), *found.facts, *found.orphans]
    changes = [*(Change(each, None) for each in gone), Change(before, after), *(Change(None, each) for each in come)]
    originals = {read.sha256: new.content} if new.content is not None else None
    done = store.apply(TITLE, changes, originals, join, {read.sha256: new.pictures})
    return Reread(
        article_id, after.title, done, len(found.marks) + len(home), (*still, *found.orphans), found.unsure, found.lost
    )


def _card_alone(store: Store, before: Article, after: Article, new: Prepared, join: int | None) -> Reread:
    """Keep the marks where they are, since the text is the same, and write what else the reading says."""
    marks = store.annotations(before.id)
    kept = len(marks), tuple(store.readings.orphans(before.id))
    if before == after:
        return Reread(before.id, before.title, Changes(), *kept)
    originals = {after.sha256: new.content} if new.content is not None else None
    done = store.apply(TITLE, [Change(before, after)], originals, join, {after.sha256: new.pictures})
    return Reread(before.id, after.title, done, *kept)


def _with(found: Carried, home: Sequence[Annotation]) -> list[Annotation]:
    """Return the marks that were carried over and those that found home, of each place and label one."""
    there = {(each.start, each.end, each.label) for each in found.marks}
    return [*found.marks, *(each for each in home if (each.start, each.end, each.label) not in there)]


def _lines(placing: Placing, before: Sequence[Line], read: Sequence[Line]) -> tuple[Line, ...]:
    """Return the new lines, with the roles that a person gave to lines which stand there whole."""
    said = {}
    for line in before:
        if line.detected is not None:
            place = placing.place(line.start, line.end)
            if place is not None:
                said[place.start, place.end] = line.role
    return tuple(
        replace(line, role=said[line.start, line.end], detected=line.role) if (line.start, line.end) in said else line
        for line in read
    )
