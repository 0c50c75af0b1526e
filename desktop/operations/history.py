"""The history of the library: undo and redo, and how long steps are kept; no operation begins while one is half undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from desktop.model import ArticleId, Step
from desktop.store import Store

P = ParamSpec("P")
T = TypeVar("T")

KEPT_STEPS = 1000  # the newest, which stay however old they are


def gesture(operation: Callable[Concatenate[Store, P], T]) -> Callable[Concatenate[Store, P], T]:
    """Return an operation that brings a step half undone, or half done again, to its end before it looks at the library."""

    @wraps(operation)
    def begun(store: Store, /, *args: P.args, **kwargs: P.kwargs) -> T:
        store.finish()
        return operation(store, *args, **kwargs)

    return begun


def undo(store: Store, most: int | None = None) -> Step | None:
    """Take back the newest step; None if there is none. `most`: only so many of its changes, the others are next."""
    return store.undo(most)


def redo(store: Store, most: int | None = None) -> Step | None:
    """Do the step undone last again; None if there is none. `most`: only so many of its changes, the others are next."""
    return store.redo(most)


def steps(store: Store, article: ArticleId | None = None, most: int = 50) -> list[Step]:
    """Return the newest steps, undone ones too, newest first; `article`: those that changed this one."""
    return store.steps(article, most)


def tend(store: Store, days: int) -> bool:
    """Do a little of what keeps the history small; some milliseconds, and any moment may be the last. Return whether there is more.

    Steps of an earlier version are compacted, and those older than so many days are forgotten; 0 keeps them for ever.
    """
    before = datetime.now(UTC) - timedelta(days=days) if days else datetime.min
    return store.tend(before.isoformat(timespec="milliseconds").replace("+00:00", "Z"), KEPT_STEPS)
