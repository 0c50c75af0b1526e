"""What the workers do with a read-only library of their own: searches, exports, copies, checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop import operations
from desktop.errors import Stopped
from desktop.model import Annotation, Article, ArticleId, Hit, Listing, State
from desktop.model.own_lists import OwnLists
from desktop.operations import Detector, Exported, Foreseen, Manner, Readings, Selection
from desktop.operations.learning.library import unread
from desktop.operations.scheme.own_lists import own_lists as own_lists_of
from desktop.store.shelf.named import Name


def search(path: Path, query: str, listing: Listing | None) -> list[Hit]:
    """Return the articles that hold a query, of those a listing shows."""
    store = operations.open_library(path, write=False)
    try:
        return store.search(query, prefix=True, listing=listing)
    finally:
        store.close()


def own_lists(path: Path) -> OwnLists:
    """Return the library's own word lists."""
    store = operations.open_library(path, write=False)
    try:
        return own_lists_of(store)
    finally:
        store.close()


def behind(path: Path, version: str) -> list[ArticleId]:
    """Return the articles that only an older detector has seen, and the unread ones of whose names something was learned since."""
    store = operations.open_library(path, write=False)
    try:
        return [*store.outdated(version), *unread(store, version, own_lists_of(store))]
    finally:
        store.close()


def places(path: Path, query: str, articles: Sequence[ArticleId]) -> dict[ArticleId, int]:
    """Return how many places of each article a query means, as far as that is counted in no time."""
    store = operations.open_library(path, write=False)
    try:
        return store.places(query, articles, prefix=True)
    finally:
        store.close()


def all_in(path: Path, articles: Sequence[ArticleId], state: State) -> bool:
    """Return whether no one of those articles is in another state."""
    store = operations.open_library(path, write=False)
    try:
        return store.shelf.all_in(articles, state)
    finally:
        store.close()


def ids(path: Path, listing: Listing, ranges: Sequence[tuple[int, int]]) -> list[ArticleId]:
    """Return the articles that stand in places of a listing, each range from a place to another, both inside."""
    store = operations.open_library(path, write=False)
    try:
        view = store.shelf.view(listing)
        return [article for first, last in ranges for article in view.ids(first, last - first + 1)]
    finally:
        store.close()


def read_marks(detector: Detector, of: Sequence[tuple[Article, list[Annotation]]]) -> Readings:
    """Return what a detector reads in the marks of some articles. Touches no library."""
    return {
        each: span for article, marks in of for each, span in operations.read_marks(detector, article, marks).items()
    }


def tags_of(path: Path, articles: Sequence[ArticleId]) -> dict[str, int]:
    """Return the tags that articles have, each with how many of these have it."""
    store = operations.open_library(path, write=False)
    try:
        return store.shelf.tags_of(articles)
    finally:
        store.close()


def foresee(path: Path, format_name: str, selection: Selection) -> Foreseen:
    """Return what a format would not hold of what is chosen."""
    store = operations.open_library(path, write=False)
    try:
        return operations.foresee(store, format_name, selection)
    finally:
        store.close()


def export(
    path: Path,
    format_name: str,
    target: Path,
    selection: Selection,
    force: bool,
    manner: Manner,
    told: Callable[[int, int], object] | None,
) -> list[Exported] | None:
    """Write sets and prove them, over those that are not ours only with `force`; None where `told` stopped it.

    Raises RequestError, ExportError.
    """
    store = operations.open_library(path, write=False)
    try:
        return operations.export_sets(store, format_name, target, selection, force, manner, told)
    except Stopped:
        return None
    finally:
        store.close()


def backup(path: Path, target: Path, told: Callable[[int, int], object]) -> Path:
    """Write a verified copy, over an earlier one the person was asked about too, telling how far it is; return where it lies."""
    store = operations.open_library(path, write=False)
    try:
        return operations.backup(store, target, told, force=True)
    finally:
        store.close()


def write_file(path: Path, target: Path, content: bytes, force: bool) -> Path:
    """Write a file that was made of an article, over one that is not ours only with `force`; return where it lies. Raises ExportError."""
    store = operations.open_library(path, write=False)
    try:
        operations.write_file(store, target, content, force=force)
    finally:
        store.close()
    return target


def check(path: Path, told: Callable[[int, int], object]) -> list[str]:
    """Return what is wrong in a library; `told` is called every now and then, and what it raises ends the check."""
    store = operations.open_library(path, write=False)
    try:
        return store.check(told)
    finally:
        store.close()


def waiting(path: Path, articles: Sequence[ArticleId] | Listing, hidden: Sequence[str]) -> dict[ArticleId, int]:
    """Return which of some articles, or of a listing's, have suggestions of labels that are not hidden, in order, and how many."""
    store = operations.open_library(path, write=False)
    try:
        if isinstance(articles, Listing):
            return store.shelf.waiting(articles, hidden)
        return store.shelf.waiting_in(articles, hidden)
    finally:
        store.close()


def titles(path: Path, most: int) -> list[tuple[str, str, str]]:
    """Return id, title and source of the articles that came last, the newest first."""
    store = operations.open_library(path, write=False)
    try:
        return store.shelf.titles(most)
    finally:
        store.close()


def names(path: Path, labels: Sequence[str], articles: int, most: int) -> list[Name]:
    """Return who and what the articles that came last name, by some labels; the most frequent first."""
    store = operations.open_library(path, write=False)
    try:
        return store.shelf.names(labels, articles, most)
    finally:
        store.close()


def people(path: Path) -> list[str]:
    """Return who made marks in a library, the detector left out; who made most comes first."""
    store = operations.open_library(path, write=False)
    try:
        return store.shelf.people()
    finally:
        store.close()
