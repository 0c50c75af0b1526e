"""Quotes put together for a report: by label, by entity or by article; what waits lies in a file of its own, not in memory."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from tempfile import TemporaryFile
from types import TracebackType

from desktop.exchange.documents import Document
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Status
from desktop.text.order import order

CONTEXT = 120  # characters of text to each side, cut at white space
# What a report says of how its marks were chosen, by the names of `Context.filters`.
FILTERS = {
    "status": "Trạng thái", "label": "Nhãn", "article": "Bài", "query": "Tìm", "tag": "Thẻ", "state": "Đã đọc tới",
    "author": "Người đánh dấu", "since": "Từ ngày", "until": "Đến ngày",
}  # fmt: skip
GROUPS = {"label": "nhãn", "entity": "tên", "article": "bài"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One quote with what is shown round it; `number` counts the marks in the order of the documents."""

    number: int
    article: ArticleId
    id: AnnotationId
    start: int
    end: int
    label: str
    before: str
    quote: str
    after: str
    value: str
    note: str
    source: str
    suggested: bool

    @property
    def said(self) -> str:
        """What stands under the quote."""
        value = [f"= {self.value}"] if self.value else []
        return " · ".join([self.source, *value, *(["gợi ý"] if self.suggested else [])])


_NAMES = tuple(each.name for each in fields(Entry))


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes that belong together: under which head, and how many."""

    key: str
    head: str
    count: int


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected."""
    return tuple(each for each in document.annotations if each.status is not Status.REJECTED)


class Gathered:
    """The quotes of a report, group by group; to be used as a context, which ends with its file."""

    def __init__(
        self,
        documents: Iterable[Document],
        labels: Sequence[Label],
        group: str,
        kept: Callable[[Document], Sequence[Annotation]] = keeps,
    ) -> None:
        self._words: dict[str, str] = {each.name: each.vi for each in labels}
        self._by = group
        self._heads: dict[str, str] = {}
        self._places: dict[str, array[int]] = {}
        self._spool = TemporaryFile()  # noqa: SIM115  # closed with the context
        self.articles = self.marks = 0
        for document in documents:
            self.articles += 1
            for each in kept(document):
                self.marks += 1
                self._add(document.article, each)

    def __enter__(self) -> Gathered:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._spool.close()

    def groups(self) -> list[Group]:
        """Return the groups: labels in the scheme's order, entities by how often they stand, articles as they come."""
        keys = list(self._places)
        if self._by == "label":
            at = {name: number for number, name in enumerate(self._words)}
            keys.sort(key=lambda key: (at.get(key, len(at)), key))
        elif self._by == "entity":
            keys.sort(key=lambda key: (-len(self._places[key]), order(self._heads[key]), key))
        return [Group(key, self._heads[key], len(self._places[key])) for key in keys]

    def entries(self, group: Group) -> Iterator[Entry]:
        """Yield the quotes of a group."""
        for place in self._places[group.key]:
            self._spool.seek(place)
            yield Entry(*json.loads(self._spool.readline()))

    def _add(self, article: Article, mark: Annotation) -> None:
        key, head = self._place(article, mark)
        self._heads.setdefault(key, head)
        self._places.setdefault(key, array("Q")).append(self._spool.seek(0, 2))
        entry = _entry(self.marks, article, mark)
        self._spool.write(json.dumps([getattr(entry, name) for name in _NAMES]).encode() + b"\n")

    def _place(self, article: Article, mark: Annotation) -> tuple[str, str]:
        if self._by == "article":
            return article.id, article.title or article.id
        if self._by == "entity":
            name = " ".join((mark.entity or article.text[mark.start : mark.end]).split())
            return f"{mark.label}\n{name}", f"{name} ({self._words.get(mark.label, mark.label)})"
        return mark.label, self._words.get(mark.label, mark.label)


def told(filters: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what was chosen, in the report's words."""
    return [(FILTERS.get(name, name), words) for name, words in filters]


def _entry(number: int, article: Article, mark: Annotation) -> Entry:
    text = article.text
    value = "" if mark.value is None else f"{mark.value}{f' {mark.unit}' if mark.unit else ''}"
    source = " · ".join(part for part in (article.title, article.source, (article.published or "")[:10]) if part)
    before = text[max(0, mark.start - CONTEXT) : mark.start].rpartition("\n")[2]
    after = text[mark.end : mark.end + CONTEXT].partition("\n")[0]
    return Entry(
        number, article.id, mark.id, mark.start, mark.end, mark.label,
        f"…{before.partition(' ')[2]}" if len(before) == CONTEXT else before, text[mark.start : mark.end],
        f"{after.rpartition(' ')[0]}…" if len(after) == CONTEXT else after, value, mark.note, source,
        mark.status is Status.SUGGESTED,
    )  # fmt: skip
