"""The card of an article that is read again: what a person said of it stays, the rest is as the new reading says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.model import CARD, Article, Origin
from desktop.operations.shelving import CORRECTIONS, NOTE, OWN
from desktop.store import Store


def card(store: Store, before: Article, read: Article) -> Article:
    """Return `before` with the card of a new reading, but for what a person corrected and what that reading does not know.

    Where nothing tells who said a field (the history does not go back so far), what is there stays.
    """
    origins = _origins(store, before)
    values: dict[str, object] = {}
    now: dict[str, str | None] = dict(origins)
    for name in CARD:
        held, said = getattr(before, name), getattr(read, name)
        if said and (not held or origins.get(name) not in (Origin.PERSON, None)):
            values[name] = said
            now[name] = read.origins.get(name, Origin.TEXT)
    fields = {**before.fields}
    for name, said in read.fields.items():
        if name not in fields or origins.get(f"{OWN}{name}") not in (Origin.PERSON, None):
            fields[name] = said
            now[f"{OWN}{name}"] = read.origins.get(f"{OWN}{name}", Origin.TEXT)
    return replace(before, **values, fields=fields, origins=_known(now))  # type: ignore[arg-type]  # each of its own kind


def _origins(store: Store, article: Article) -> Mapping[str, str | None]:
    """Return from where each field comes; None where nobody knows."""
    named = [*(name for name in CARD if getattr(article, name)), *(f"{OWN}{name}" for name in article.fields)]
    said: dict[str, str | None] = {**article.origins}
    if NOTE in article.fields:
        said[f"{OWN}{NOTE}"] = Origin.PERSON
    unknown = [name for name in named if name not in said]
    if unknown:  # read by an earlier version
        changed, is_whole = store.corrected(article.id, CORRECTIONS)
        for name in unknown:
            is_own = ("fields" if name.startswith(OWN) else name) in changed
            said[name] = Origin.PERSON if is_own else Origin.TEXT if is_whole else None
    return said


def _known(origins: Mapping[str, str | None]) -> dict[str, str]:
    return {name: str(origin) for name, origin in origins.items() if origin is not None}
