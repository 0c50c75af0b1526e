"""The library as a whole: open it, delete articles, save originals and copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from desktop import assets
from desktop.errors import RequestError
from desktop.exchange import scheme
from desktop.model import (
    ArticleId,
    Change,
    Changes,
)
from desktop.operations.files import write_file
from desktop.operations.history import gesture
from desktop.store import Store
from desktop.store.opening import upgrade


def open_library(path: Path, write: bool = True) -> Store:
    """Open a library, making a missing one with the default label scheme; raise LibraryError."""
    store = Store(path, write)
    if write and not store.has_labels:
        store.seed(scheme.read(assets.text("labels.toml")))
    return store


def upgrade_library(path: Path, told: Callable[[str, int, int], object]) -> None:
    """Bring an earlier version's library up to this one after a copy was kept; raise LibraryError.

    `told` hears of the part (`copy`, `lists`), what is done of it and what there is; what it raises leaves the library as it was.
    """
    upgrade(path, told)


def hold_checkpoints(store: Store, held: bool) -> None:
    """Let many short steps leave what they write in the library's log; `checkpoint` brings it into the file."""
    store.hold_checkpoints(held)


def settle(store: Store) -> None:
    """Wait until all that was written is on the disk; turns of one step do not wait for it one by one."""
    store.settle()


@gesture
def delete_articles(store: Store, articles: Iterable[ArticleId], join: int | None = None) -> Changes:
    """Delete articles with all that is marked on them, as one step or as part of step `join`; undo brings them back whole."""
    changes: list[Change] = []
    for article in articles:
        changes += [Change(each, None) for each in store.relations(article)]
        changes += [Change(each, None) for each in store.annotations(article)]
        changes += [Change(each, None) for each in store.readings.orphans(article)]
        changes.append(Change(store.article(article), None))
    return store.apply("Delete article", changes, None, join) if changes else Changes()


def original(store: Store, article: ArticleId, target: Path, force: bool = False) -> None:
    """Write the file that an article was made from again, byte for byte; raise RequestError or ExportError.

    A file of somebody else's is replaced only with `force`.
    """
    content = store.original(article)
    if content is None:
        store.article(article)
        raise RequestError("article-original", id=article)
    write_file(store, target, content, force=force)
