"""Bring the marks of other programs into the library: looked at first, then written as one step."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.errors import RequestError
from desktop.exchange import Document
from desktop.exchange.marked import kinds
from desktop.exchange.marked.given import Given, ties_between
from desktop.model import FACTS, Annotation, AnnotationId, Article, ArticleId, Change, Changes, Relation, RelationId
from desktop.operations.history import gesture
from desktop.operations.ids import now
from desktop.operations.importing import PageReader, Prepared, add, prepared
from desktop.operations.scheme import labels
from desktop.operations.sets.judging import Judged, Verdict, judged, made
from desktop.operations.sets.matching import Matching
from desktop.store import Store


@dataclass(frozen=True, slots=True)
class Plan:
    """How marks are brought in: labels of the file to labels of the library, whose word counts, and who is said to have made them."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    theirs: bool = False  # whether the file's word stands over a person's where the two differ
    by: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What becomes of a file's marks: how many are what, in how many articles, and those that somebody should look at."""

    counts: Mapping[Verdict, int]
    articles: int = 0  # that were there
    added: int = 0  # that come with the file
    unknown: tuple[str, ...] = ()  # what the file calls the texts that neither the library nor the file holds
    open: tuple[tuple[str, Judged], ...] = ()  # title and mark, where it was not found, moved or conflicts
    labels: tuple[str, ...] = ()  # that the library does not know yet
    changes: Changes = field(default_factory=Changes)


@dataclass(slots=True)
class _Tally:
    counts: Counter[Verdict] = field(default_factory=Counter)
    articles: int = 0
    added: int = 0
    unknown: list[str] = field(default_factory=list)
    open: list[tuple[str, Judged]] = field(default_factory=list)
    labels: dict[str, None] = field(default_factory=dict)

    def take(self, article: Article, found: list[Judged]) -> None:
        self.counts.update(each.verdict for each in found)
        self.open += [(article.title, each) for each in found if each.verdict not in (Verdict.NEW, Verdict.EQUAL)]
        self.labels.update(dict.fromkeys(each.given.label for each in found))

    def told(self, known: set[str], changes: Changes) -> Brought:
        fresh = tuple(each for each in self.labels if each not in known)
        return Brought(self.counts, self.articles, self.added, tuple(self.unknown), tuple(self.open), fresh, changes)


@dataclass(frozen=True, slots=True)
class Matched:
    """What a file gives of one text, and of which article it is: one that is there, else one that comes with it, else none."""

    given: Given
    article: ArticleId | None
    coming: Prepared | None


def match_marks(store: Store, path: Path, read_page: PageReader, format_name: str | None = None) -> Iterator[Matched]:
    """Yield what a file gives, each with its article; nothing is written. Raises ImportFileError, RequestError."""
    matching = Matching(store)
    for given in kinds.read(path, format_name):
        article = matching.article(given)
        coming = prepared(given.raw, path, read_page) if article is None and given.raw is not None else None
        yield Matched(given, article, coming)


def look_at_marks(store: Store, matched: Iterable[Matched], plan: Plan) -> Brought:
    """Return what bringing in marks would do; nothing is written. Raises RequestError."""
    tally = _Tally()
    for each in matched:
        _look(store, each, _mapped(each.given, plan), tally)
    return tally.told({each.name for each in store.labels()}, Changes())


@gesture
def bring_marks(
    store: Store,
    matched: Iterable[Matched],
    plan: Plan,
    join: int | None = None,
    told: Callable[[int, int], object] | None = None,
) -> Brought:
    """Bring in marks, all of them or none, as one step or as part of step `join`; `told` hears of texts done, of 0 in all.

    What `told` raises ends it, and nothing was brought in. Raises ImportFileError, RequestError.
    """
    known = {str(each.name) for each in store.labels()}
    tally, done = _Tally(), Changes()
    with store.together():
        for number, each in enumerate(matched, 1):
            given = _mapped(each.given, plan)
            article, found, is_there = _look(store, each, given, tally)
            step = done.step if done.step is not None else join
            if article is not None and is_there:
                changes = list(_changes(store, given, article, found, plan))
                if changes:
                    done = done.joined(store.apply("Bring in marks", changes, join=step))
            elif article is not None and each.coming is not None:
                done = done.joined(_added(store, given, each.coming, found, plan, step))
            if told is not None:
                told(number, 0)
    return tally.told(known, done)


def _look(store: Store, each: Matched, given: Given, tally: _Tally) -> tuple[Article | None, list[Judged], bool]:
    """Return the article that marks belong to, what each would be to it, and whether it is there: one that comes twice is, then."""
    there = each.article
    if there is None and each.coming is not None:
        there = store.with_content(each.coming.document.article.sha256)
    if there is not None:
        tally.articles += 1
        article = store.article(there)
        found = judged(given, article, store.annotations(there))
    elif each.coming is not None:
        tally.added += 1
        article = each.coming.document.article
        found = judged(given, article, ())
    else:
        tally.unknown.append(given.id)
        return None, [], False
    tally.take(article, found)
    return article, found, there is not None


def _mapped(given: Given, plan: Plan) -> Given:
    """Return what a file gives under the library's labels; raise RequestError for a mark whose label is no name."""
    marks = tuple(replace(each, label=plan.mapping.get(each.label, each.label).strip()) for each in given.marks)
    if not all(each.label for each in marks):
        raise RequestError("label-unfit", key="label", wanted="name")
    return replace(given, marks=marks)


def _changes(store: Store, given: Given, article: Article, found: list[Judged], plan: Plan) -> Iterator[Change]:
    at = now()
    changed: dict[AnnotationId, Annotation] = {}
    at_place: dict[tuple[int, int, str], AnnotationId] = {}
    known: dict[int, str] = {}
    pairs: list[tuple[Annotation | None, Annotation]] = []
    for number, each in enumerate(found):
        if each.there is not None and (each.verdict is Verdict.EQUAL or not _taken(each, plan)):
            known[number] = each.there.id
        if not _taken(each, plan) or each.place is None:
            continue
        where = (each.place.start, each.place.end, each.given.label)
        taken = store.has_annotation(AnnotationId(each.given.id)) or each.given.id in changed
        mark = made(article, each, at, plan.by, taken)
        if where in at_place or mark is None or mark.id in changed:
            known.setdefault(number, at_place.get(where, ""))
            continue
        at_place[where] = mark.id
        changed[mark.id] = mark
        known[number] = mark.id
        pairs.append((each.there, mark))
    yield from (Change(None, label) for label in labels.made_for([mark for _, mark in pairs], store.labels()))
    yield from (Change(before, mark) for before, mark in pairs)
    yield from (Change(None, each) for each in _relations(store, given, article, known, at))


def _taken(each: Judged, plan: Plan) -> bool:
    """Return whether a mark changes the library: one that conflicts only where the file's word counts."""
    return each.verdict in (Verdict.NEW, Verdict.MOVED) or (each.verdict is Verdict.CONFLICTING and plan.theirs)


def _relations(store: Store, given: Given, article: Article, known: Mapping[int, str], at: str) -> Iterator[Relation]:
    """Yield the facts of a file that the library's kinds can say and the article does not have."""
    there = {(each.kind, each.head, each.tail) for each in store.relations(article.id)}
    for tie, head, tail in ties_between(given.ties, {number: each for number, each in known.items() if each}):
        where = (tie.kind, AnnotationId(head), AnnotationId(tail))
        if tie.kind in FACTS and where not in there:
            there.add(where)
            yield Relation(RelationId(str(uuid.uuid4())), article.id, *where, tie.status, created=at, modified=at)


def _added(store: Store, given: Given, coming: Prepared, found: list[Judged], plan: Plan, join: int | None) -> Changes:
    """Put an article that comes with its marks into the library."""
    article = coming.document.article
    if given.raw is not None and given.raw.known is not None:
        named = {each.id: mark.label for each, mark in zip(given.raw.known.annotations, given.marks, strict=True)}
        marks = tuple(replace(each, label=named[each.id]) for each in coming.document.annotations)
        document = replace(coming.document, annotations=marks)
    else:
        items = [each.after for each in _changes(store, given, article, found, plan)]
        document = Document(
            article,
            tuple(each for each in items if isinstance(each, Annotation)),
            tuple(each for each in items if isinstance(each, Relation)),
        )
    return add(store, replace(coming, document=document), join).changes
