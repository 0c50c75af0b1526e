"""The history of some articles, as a bundle takes it along: a step a row, with what it changed of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePath
from typing import Any

from desktop.errors import ImportFileError, RequestError
from desktop.model import ArticleId
from desktop.model_json import Unfit
from desktop.store import Store
from desktop.store.history import earlier
from desktop.store.history.earlier import Earlier


def told_history(store: Store, articles: Collection[ArticleId]) -> Iterator[dict[str, Any]]:
    """Yield the steps that changed some articles, the oldest first; their texts stand with the articles and not in the changes."""
    for step, changes in store.told(articles):
        yield earlier.row(step, changes)


def earlier_steps(rows: Iterable[Any], path: PurePath) -> tuple[Earlier, ...]:
    """Return the steps that came with an article; raise ImportFileError for what no library of this version could have told."""
    try:
        return earlier.read(rows)
    except (Unfit, RequestError) as error:
        raise ImportFileError("bundle-broken", path=path, reason=f"history: {error}") from None
