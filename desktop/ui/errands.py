"""What a worker does with a library of its own, opened to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop import operations
from desktop.model import Hit, Listing
from desktop.operations import Exported, Selection
from desktop.store import Store


def search(path: Path, query: str, listing: Listing | None) -> list[Hit]:
    """Return what a query finds among what a listing takes; raise LibraryError."""
    with _opened(path) as store:
        return store.search(query, prefix=True, listing=listing)


def export(path: Path, format_name: str, target: Path, selection: Selection) -> Exported:
    """Write a file and verify it; raise KnownError."""
    with _opened(path) as store:
        return operations.export(store, format_name, target, selection)


def backup(path: Path, target: Path, told: Callable[[int, int], object]) -> Path:
    """Write a verified copy of the library and return it; raise KnownError."""
    with _opened(path) as store:
        operations.backup(store, target, told)
    return target


def check(path: Path) -> list[str]:
    """Return what is wrong in the library's file; raise LibraryError."""
    with _opened(path) as store:
        return store.check()


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    store = operations.open_library(path, write=False)
    try:
        yield store
    finally:
        store.close()
