"""What an article, its marks and its facts must keep to beside their types; the rule of every import and of the check of a library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from desktop.model import Annotation, Article, Label, Relation
from desktop.model_json import Unfit
from desktop.text.borders.published import published
from desktop.text.lines import lines

_LONGEST_ID = 200  # code points; ours have 36
LONGEST_LABEL = 100
_NEVER_KEPT = re.compile("^\ufeff|[\ud800-\udfff\ufdd0\ufdd1\x00-\x08\x0b-\x1f]")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII)


def is_settled(text: str) -> bool:
    """Return whether a text is in the form in which some version of the program kept texts: it comes back as it went out.

    `text.normal` may take more for unfit today than when an export was made; its offsets hold all the same.
    """
    return not _NEVER_KEPT.search(text) and unicodedata.is_normalized("NFC", text)


def article_faults(article: Article) -> Iterator[Unfit]:
    """Yield what is wrong with an article by itself."""
    yield from _name("id", article.id, _LONGEST_ID)
    yield from _name("sha256", article.sha256, _LONGEST_ID)
    for key in ("published", "retrieved"):
        day = getattr(article, key)
        if day is not None and published(day) is None:
            yield Unfit(key, "date")
    if article.added and not _MOMENT.fullmatch(article.added):
        yield Unfit("added", "moment")
    for at, tag in enumerate(article.tags):
        if not tag.strip():
            yield Unfit(f"tags[{at}]", "tag")
    yield from line_faults(article)


def line_faults(article: Article) -> Iterator[Unfit]:
    """Yield what is wrong with the lines, if there are any: each line of the text that is not blank, whole, in order, and no other."""
    if article.lines:
        told = [(line.start, line.end) for line in article.lines]
        last = -1
        for at, each in enumerate(lines(article.text)):
            if at >= len(told) or told[at] != each:
                yield Unfit(f"lines[{at}]", "cover")
                return
            last = at
        if len(told) > last + 1:
            yield Unfit(f"lines[{last + 1}]", "no line")


def mark_faults(text: str, marks: Iterable[Annotation]) -> Iterator[tuple[Annotation, Unfit]]:
    """Yield each mark that is wrong in itself or beside those before it, with what is wrong with it."""
    seen: set[str] = set()
    for mark in marks:
        for fault in _mark(text, mark, seen):
            yield mark, fault
        seen.add(mark.id)


def _mark(text: str, mark: Annotation, seen: set[str]) -> Iterator[Unfit]:
    yield from _name("id", mark.id, _LONGEST_ID)
    if mark.id in seen:
        yield Unfit("id", "own id")
    yield from _name("label", mark.label, LONGEST_LABEL)
    if not 0 <= mark.start < mark.end <= len(text):
        yield Unfit("start", "range")
    for key in ("created", "modified"):
        if getattr(mark, key) and not _MOMENT.fullmatch(getattr(mark, key)):
            yield Unfit(key, "moment")
    if mark.score is not None and not 0 <= mark.score <= 1:
        yield Unfit("score", "probability")


def fact_faults(marks: Iterable[Annotation], facts: Iterable[Relation]) -> Iterator[tuple[Relation, Unfit]]:
    """Yield each fact that is wrong beside the marks of its article, with what is wrong with it."""
    ids: set[str] = {mark.id for mark in marks}
    seen: set[str] = set()
    for fact in facts:
        for fault in _fact(fact, ids, seen):
            yield fact, fault
        seen.add(fact.id)


def _fact(fact: Relation, ids: set[str], seen: set[str]) -> Iterator[Unfit]:
    yield from _name("id", fact.id, _LONGEST_ID)
    if fact.id in seen:
        yield Unfit("id", "own id")
    for key in ("head", "tail"):
        if getattr(fact, key) not in ids:
            yield Unfit(key, "mark")
    if fact.head == fact.tail:
        yield Unfit("tail", "other mark")


def label_faults(label: Label) -> Iterator[Unfit]:
    """Yield what is wrong with a label of a scheme."""
    yield from _name("name", label.name, LONGEST_LABEL)
    for key in ("vi", "en", "color", "layer"):
        yield from _name(key, getattr(label, key), LONGEST_LABEL)
    if len(label.key) > 1 or (label.key and not label.key.isprintable()):
        yield Unfit("key", "key")


def _name(key: str, said: str, longest: int) -> Iterator[Unfit]:
    if not said.strip() or len(said) > longest or not said.isprintable():
        yield Unfit(key, "name")
