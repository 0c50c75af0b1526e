"""What every operation that changes the library has in common: it begins where no step of the history is half undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from desktop.store import Store

P = ParamSpec("P")
T = TypeVar("T")


def gesture(operation: Callable[Concatenate[Store, P], T]) -> Callable[Concatenate[Store, P], T]:
    """Return an operation that brings a step half undone, or half done again, to its end before it looks at the library."""

    @wraps(operation)
    def begun(store: Store, /, *args: P.args, **kwargs: P.kwargs) -> T:
        store.finish()
        return operation(store, *args, **kwargs)

    return begun
