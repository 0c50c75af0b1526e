"""The history of some articles, as a bundle takes it along: a step a row, with what it changed of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, replace
from typing import Any

from desktop.model import Article, ArticleId, Item
from desktop.store import Store


def told_history(store: Store, articles: Collection[ArticleId]) -> Iterator[dict[str, Any]]:
    """Yield the steps that changed some articles, the oldest first; their texts stand with the articles and not in the changes."""
    for step, changes in store.told(articles):
        rows = [
            {"kind": type(each.item).__name__.lower(), "before": _held(each.before), "after": _held(each.after)}
            for each in changes
        ]
        yield {"step": step.step, "title": step.title, "at": step.at, "undone": step.undone, "changes": rows}


def _held(item: Item | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return asdict(replace(item, text="") if isinstance(item, Article) else item)
