"""The values that travel the one road: articles, lines, spans, annotations, relations, labels, changes.

Offsets are code points of the article's stored text, end exclusive. Times are ISO 8601 in UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NewType

from desktop.model.kinds import Origin as Origin
from desktop.model.kinds import Role as Role
from desktop.model.kinds import Sorting as Sorting
from desktop.model.kinds import State as State
from desktop.model.kinds import Status as Status
from desktop.model.learned import Switched
from desktop.model.own_lists import Renaming, WordList

ArticleId = NewType("ArticleId", str)
AnnotationId = NewType("AnnotationId", str)
RelationId = NewType("RelationId", str)
LabelName = NewType("LabelName", str)

Value = int | float | str | None

# The facts that tie two marks together, head to tail: a person an office, an office a body, a paper who issued it and when,
# a figure the place and the time that it was counted at.
FACTS = ("office_held", "office_of", "issued_by", "issued_on", "counted_in", "counted_on")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line, whole, without its break; `detected` is what the detector says where a person has said what it is.

    `marked` is what the mark-up of its page says: it stands over the detector's word, and under the person's.
    """

    start: int
    end: int
    role: Role
    detected: Role | None = None
    marked: Role | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """One detected stretch of text; value, unit and counted as the label scheme says."""

    start: int
    end: int
    label: str
    value: Value = None
    unit: str | None = None
    counted: str | None = None
    score: float = 1.0
    entity: str | None = None

    def shifted(self, by: int) -> Span:
        """Return the same span `by` code points further on."""
        return Span(
            self.start + by, self.end + by, self.label, self.value, self.unit, self.counted, self.score, self.entity
        )

    def measured(self, score: float) -> Span:
        """Return the same span with the share of its kind that is right."""
        return Span(self.start, self.end, self.label, self.value, self.unit, self.counted, score, self.entity)


@dataclass(frozen=True, slots=True)
class Fact:
    """One detected relation between two spans, by their places in Detection.spans."""

    kind: str
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class Detection:
    """What a detector found in one text: a role for every non-blank line, and spans in order of start, longest first.

    `language` is by ISO 639-1; in one that no rules are written for, nothing is guessed.
    """

    version: str
    lines: tuple[Line, ...]
    spans: tuple[Span, ...]
    relations: tuple[Fact, ...] = ()
    meta: Meta | None = None
    language: str = "vi"


_COUNTED = re.compile(r"\+(\d+)\.\w+$|-(\d+)$")  # 0.1.0+3.2b2bb3e3; names-2, as the versions were once


def detector_counter(version: str) -> int:
    """Return the counter in a detector's version: the higher is the newer; 0 where it holds none."""
    found = _COUNTED.search(version)
    return int(found[1] or found[2]) if found else 0


@dataclass(frozen=True, slots=True)
class Meta:
    """What the text itself says of its article; None where it says nothing."""

    title: str | None = None
    source: str | None = None
    byline: str | None = None
    published: str | None = None
    place: str | None = None
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """One document of the library. `published` is YYYY-MM-DD, with THH:MM where known; `lines` may be empty before detection."""

    id: ArticleId
    title: str
    text: str
    sha256: str
    source: str = ""
    byline: str = ""
    published: str | None = None
    place: str = ""
    url: str = ""
    file: str = ""
    retrieved: str | None = None
    added: str = ""
    state: State = State.UNREAD
    tags: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    detected: str | None = None
    version: int = 1  # of its text and its file, which are others when it is read again
    origins: dict[str, str] = field(default_factory=dict)  # from where each field of the card comes: a word of Origin


NOTE = "note"  # the field in which an article's note stands; exports carry it with the other fields
CARD = ("title", "source", "byline", "published", "place", "url")  # what a reading says of a card, beside other fields


@dataclass(frozen=True, slots=True)
class Annotation:
    """One mark on an article. `by` is the detector's version or a person's name."""

    id: AnnotationId
    article: ArticleId
    start: int
    end: int
    label: str
    value: Value = None
    unit: str | None = None
    counted: str | None = None
    entity: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    note: str = ""
    status: Status = Status.SUGGESTED
    score: float | None = None
    by: str = ""
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a saved page showed: its caption's words, which of the lines with these words is meant, and its bytes."""

    caption: str
    nth: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Orphan:
    """A mark whose words a newer reading of its article does not hold, or not for sure: as it was, with what stood round it.

    It has the mark's own id, and waits for a person to say where it belongs, or that it goes.
    """

    id: AnnotationId
    article: ArticleId
    mark: Annotation
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact that ties two annotations of one article together."""

    id: RelationId
    article: ArticleId
    kind: str
    head: AnnotationId
    tail: AnnotationId
    status: Status = Status.SUGGESTED
    by: str = ""
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a scheme: names in both languages, the theme's colour role, the key that gives it, and its guideline."""

    name: LabelName
    vi: str
    en: str
    color: str
    key: str
    layer: str
    order: int
    guideline_vi: str = ""
    guideline_en: str = ""
    example: str = ""


Item = Article | Annotation | Relation | Label | Orphan | WordList | Renaming | Switched
OfNoArticle = Label | WordList | Renaming | Switched


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after; None where it did not or will not exist."""

    before: Item | None
    after: Item | None

    @property
    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.after, self.before)

    @property
    def item(self) -> Item:
        """Return the value that is there, after if possible."""
        item = self.after if self.after is not None else self.before
        if item is None:
            raise ValueError("a change needs a value before or after")
        return item


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed, for those who show it; nobody learns it from a step's title. Articles stand once, in the order of the changes."""

    step: int | None = None  # the step of the history; None: nothing was changed
    articles: tuple[ArticleId, ...] = ()  # that came or went, with all that is marked on them
    marks: tuple[ArticleId, ...] = ()  # whose marks, facts or lines are others
    cards: tuple[ArticleId, ...] = ()  # whose card says something else: tags and state too
    shelf: bool = False  # whether the shelf may list others, or list them elsewhere
    scheme: bool = False  # whether the labels, the word lists or the learned rows are others
    made: tuple[Annotation, ...] = ()  # the marks that were asked for, as they are now; also those that were so before

    @staticmethod
    def of(changes: Iterable[Change], step: int | None = None, made: Iterable[Annotation] = ()) -> Changes:
        """Return what changes change, in whichever direction."""
        articles: dict[ArticleId, None] = {}
        marks: dict[ArticleId, None] = {}
        cards: dict[ArticleId, None] = {}
        shelf = scheme = False
        for change in changes:
            item = change.item
            if isinstance(item, Annotation | Relation | Orphan):
                marks[item.article] = None
            elif isinstance(item, OfNoArticle):
                scheme = True
            elif not isinstance(change.before, Article) or not isinstance(change.after, Article):
                articles[item.id] = None
            else:
                said, placed = (_differ(change.before, change.after, names) for names in (_SAID, _PLACED))
                if said or placed:
                    cards[item.id] = None
                if _differ(change.before, change.after, _READ):
                    marks[item.id] = None
                shelf = shelf or placed
        return Changes(
            step, tuple(articles), tuple(each for each in marks if each not in articles), tuple(cards),
            shelf or bool(articles), scheme, tuple(made),
        )  # fmt: skip

    def joined(self, other: Changes) -> Changes:
        """Return what both changed, each article once; the step and the marks asked for are the other's."""
        articles, marks, cards = (
            tuple(dict.fromkeys((*getattr(self, name), *getattr(other, name))))
            for name in ("articles", "marks", "cards")
        )
        return Changes(
            other.step, articles, marks, cards, self.shelf or other.shelf, self.scheme or other.scheme, other.made
        )


_SAID = ("tags", "state")  # what a card says that moves no row of the shelf
_PLACED = ("title", "source", "byline", "published", "place", "url", "file", "retrieved", "fields")
_READ = ("lines", "detected", "version")


def _differ(before: Article, after: Article, names: Iterable[str]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in names)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history: what a gesture did, by name.

    Undone or redone in turns, `left` is how many of its changes are still to be, and `changes` are the turn's.
    A step that is only looked at has a `size`, the number of its changes. An `earlier` one was made in another library, `by` whom the
    marks that it changed tell, and is only to be looked at.
    """

    step: int
    title: str
    at: str
    undone: bool = False
    left: int = 0
    size: int = 0
    changes: Changes = Changes()
    earlier: bool = False
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """What a step that undo or redo would take next is about: enough to say it, and to go there (code points)."""

    step: Step
    articles: int = 0  # how many it changed
    article: ArticleId | None = None  # which, if it was one
    title: str = ""  # of that one, also where it is deleted now
    marks: int = 0  # how many marks and facts of that one; 0: only lines, a card, or the article whole
    start: int = 0  # of the first of its places
    end: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One article as the shelf lists it: `annotations` that were not rejected, `reviewed` that were answered, by yes or by no.

    `share` is how much of all is reviewed, in thousandths, 1000 only when nothing is left; None where there never was a mark.
    """

    id: ArticleId
    title: str
    source: str
    published: str | None
    state: State
    annotations: int
    reviewed: int
    tags: tuple[str, ...] = ()
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What the shelf lists and in which order; None and the empty text take all. `since` and `until` are days, both inside.

    `step` is one of the history: what it brought or changed.
    """

    sorting: Sorting = Sorting.DATE
    descending: bool = True
    state: State | None = None
    tag: str | None = None
    source: str | None = None
    label: str | None = None
    since: str | None = None
    until: str | None = None
    step: int | None = None

    @property
    def filters(self) -> int:
        """How many filters are set."""
        dates = self.since or self.until
        return sum(each is not None for each in (self.state, self.tag, self.source, self.label, dates, self.step))


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a search found: the sentence of its first hit, where the hit stands in it, and in the text.

    `in_note`: the sentence is of a note, and start and end are those of its mark.
    """

    id: ArticleId
    title: str
    snippet: str
    mark: tuple[int, int]
    start: int
    end: int
    in_note: bool = False
