"""What a library has learned: the rows that its decisions make now, and which of them a person switched off."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain

from desktop.errors import RequestError
from desktop.model import ArticleId, Change, Changes
from desktop.model.learned import Learned, Switched
from desktop.model.own_lists import OwnLists
from desktop.operations.history import gesture
from desktop.operations.learning.decisions import Decision, decisions
from desktop.operations.learning.rows import learned
from desktop.store import Store

_Stamp = tuple[object, ...]


@dataclass(slots=True)
class _Memory:
    """What was decided in one library, by articles: only what is another is read again."""

    of: _Stamp = ()
    stamps: dict[str, _Stamp] = field(default_factory=dict)
    decisions: dict[str, tuple[Decision, ...]] = field(default_factory=dict)
    rows: tuple[Learned, ...] = ()
    off: frozenset[str] = frozenset()


_memory = _Memory()


def learned_rows(store: Store) -> tuple[Learned, ...]:
    """Return what a library has learned, by the rows' names: the very rows of last time where nothing was decided since."""
    global _memory
    labels = tuple(each.name for each in store.labels())
    of, stamps = (store.path, store.id, labels), store.decided.stamps()
    off = frozenset(each.name for each in store.decided.switched().values() if not each.on)
    if (_memory.of, _memory.stamps, _memory.off) == (of, stamps, off):
        return _memory.rows
    known = _memory if _memory.of == of else _Memory()
    decided = {
        article: known.decisions[article]
        if known.stamps.get(article) == stamp
        else tuple(decisions(store, article, labels))
        for article, stamp in stamps.items()
    }
    made = learned(chain.from_iterable(decided.values()))
    rows = tuple(replace(row, on=False) if row.name in off else row for row in made)
    _memory = _Memory(of, stamps, decided, rows, off)
    return rows


def unread(store: Store, version: str, own: OwnLists) -> list[ArticleId]:
    """Return the articles that nobody has begun to read and in which learned rows may do other than when they were looked through."""
    now = f"{version}_{own.mark}" if own.mark else version
    learned_rows(store)
    said = (each for of in _memory.decisions.values() for each in of if not each.is_kept)
    words = {words for each in said for words in (each.words, each.was) if words}
    return [ArticleId(each) for each in store.decided.unread(version, now, sorted(words))]


@gesture
def switch_row(store: Store, name: str, on: bool) -> Changes:
    """Switch a learned row on or off, as one step; raise RequestError where nothing of the name was learned."""
    if name not in {row.name for row in learned_rows(store)}:
        raise RequestError("learned-unknown", name=name)
    before = store.decided.switched().get(name)
    after = None if on else Switched(name, False)
    if before == after:
        return Changes()
    return store.apply("Switch learned row on" if on else "Switch learned row off", [Change(before, after)])
