"""Articles looked through again because what the library has of its own is another, in the step that made it so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop import operations
from desktop.cli.saying import say
from desktop.model import Changes, Row
from desktop.operations.scheme.own_lists import own_lists
from desktop.store import Store


def tell(store: Store, told: str, changes: Changes, wanted: Callable[[Row], bool] = lambda row: True) -> None:
    """Say what was done, then of each wanted article that was looked through again, in the same step, how many marks it has."""
    say(told)
    for article, count in _again(store, changes.step, wanted):
        say(f"{article}\t{count}")


def _again(store: Store, step: int | None, wanted: Callable[[Row], bool]) -> Iterator[tuple[str, int]]:
    from desktop.detect import detect

    own = own_lists(store)
    for row in store.rows():
        article = store.article(row.id)
        if article.detected is None or not wanted(row):
            continue
        found = operations.look(detect, article, own)
        step = operations.apply_detection(store, row.id, found, join=step).step or step
        yield row.id, len(store.annotations(row.id))
