"""What a format will not hold of a selection, said before it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop import exchange
from desktop.exchange import FORMATS, Document
from desktop.model import Annotation, Status
from desktop.operations.sets.choosing import Selection, chosen, documents
from desktop.store import Store

# What of a mark a format may have no place for, by the names of `exchange.LACKING`.
_TOUCHED: Mapping[str, Callable[[Annotation], bool]] = {
    "notes": lambda mark: bool(mark.note),
    "values": lambda mark: mark.value is not None,
    "attributes": lambda mark: bool(mark.attributes),
    "answers": lambda mark: mark.status is not Status.ACCEPTED,
}


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How many articles and marks are chosen, how many marks the format holds, and how many it touches in which way.

    `lost`: `overlapping` and `nested` marks that it cannot hold beside another, `rejected` ones, `other` ones (white space at an
    edge, a line's end inside); of those it holds the `notes`, `values`, `attributes`, `answers`; and `relations`.
    """

    articles: int
    marks: int
    kept: int
    lost: Mapping[str, int]


def foresee(store: Store, format_name: str, selection: Selection) -> Foreseen:
    """Return what an export would hold; nothing is written. Raises RequestError."""
    articles = chosen(store, selection)
    writer = exchange.writer(format_name, exchange.Context(tuple(store.labels()), original=store.original))
    lost: Counter[str] = Counter()
    marks = kept = 0
    for document in documents(store, articles, selection):
        held = writer.keeps(document)
        marks, kept = marks + len(document.annotations), kept + len(held)
        if writer.records is None:
            _count(document, held, FORMATS[format_name].lacks, lost)
    return Foreseen(len(articles), marks, kept, {name: lost[name] for name in sorted(lost)})


def _count(document: Document, held: tuple[Annotation, ...], lacks: tuple[str, ...], lost: Counter[str]) -> None:
    ids = {each.id for each in held}
    for each in document.annotations:
        if each.id not in ids:
            lost[_why(each, held)] += 1
    for name in lacks:
        if name in _TOUCHED:
            lost[name] += sum(map(_TOUCHED[name], held))
    between = [each for each in document.relations if each.head in ids and each.tail in ids]
    lost["relations"] += len(document.relations) - (0 if "relations" in lacks else len(between))
    for name in [name for name, count in lost.items() if not count]:
        del lost[name]


def _why(mark: Annotation, held: tuple[Annotation, ...]) -> str:
    """Return why a format does not hold a mark, as far as its place and its answer tell."""
    if mark.status is Status.REJECTED:
        return "rejected"
    for each in held:
        if each.start < mark.end and mark.start < each.end:
            inside = (each.start <= mark.start and mark.end <= each.end) or (
                mark.start <= each.start and each.end <= mark.end
            )
            return "nested" if inside else "overlapping"
    return "other"
