"""An article's annotations as a table for Qt: filtered, sorted, found by id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop.model import Annotation, Label, Status
from desktop.operations.ids import by_machine
from desktop.text.fold import bare, tones
from desktop.text.matching import matches
from desktop.text.order import order
from desktop.ui.controls.plain_words import tooltip
from desktop.ui.look.label_swatch import swatch
from desktop.ui.look.theme import Theme
from desktop.ui.words import state_words
from desktop.ui.words.label_names import name_in
from desktop.ui.words.quotation import short_quote
from desktop.ui.words.value_words import short_words

LABEL, QUOTE, VALUE, STATUS, MAKER, NOTE = range(6)
COLUMNS = NOTE + 1
ENTRY = Qt.ItemDataRole.UserRole
KEPT, NOTED, HIDDEN, BY = (
    "kept",
    "noted",
    "hidden",
    "by ",
)  # what is shown: all but the rejected, what has a note, is not drawn, is someone's
_AROUND = 18  # code points that are shown of what stands round a mark
_QUOTE = 200  # code points of a quote that are shown
_BETWEEN = "\nꙮ\n"  # stands between two rows' words, a word of its own: no query finds a place across two rows
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """Which annotations are listed; empty: any."""

    words: str = ""
    show: str = KEPT  # one of the words above (BY with a name), a status, or empty

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out but what was rejected."""
        return not self.words and self.show == KEPT

    def allows(self, annotation: Annotation, hidden: frozenset[str]) -> bool:
        """Return whether an annotation is one of these, its words aside; `hidden` are the labels that are not drawn."""
        show, status = self.show, annotation.status
        if not show or status == show:
            return True
        if show.startswith(BY):
            return annotation.by == show.removeprefix(BY)
        if status is Status.REJECTED:
            return False
        return (
            show == KEPT or (show == NOTED and bool(annotation.note)) or (show == HIDDEN and annotation.label in hidden)
        )


class AnnotationsModel(QAbstractTableModel):
    """One row an annotation; ENTRY gives the Annotation."""

    def __init__(self, theme: Theme, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        theme.turned.connect(self._draw_icons)
        self._all: list[Annotation] = []
        self._text = ""
        self._detector: str | None = None
        self._labels: Mapping[str, Label] = {}
        self._icons: dict[str, QIcon] = {}
        self._rows: list[Annotation] = []
        self._places: dict[str, int] = {}
        self._entries: tuple[str, str, list[int]] | None = None  # put together when words are first filtered by
        self._quotes: dict[tuple[int, int], str] = {}
        self._named: dict[tuple[int, int], str] = {}
        self._worded: dict[tuple[object, ...], str] = {}
        self.related: Callable[[str, str], Sequence[str]] = lambda _annotation, _language: ()  # in words, of an id
        self.choice = Choice()
        self.hidden: frozenset[str] = frozenset()  # labels that are not drawn
        self.person = ""  # who sits before the window
        self.order, self.descending = -1, False  # a column; -1: place in the text

    # What is listed

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Take the label scheme."""
        self._labels, self._entries = {label.name: label for label in labels}, None
        self._draw_icons()

    def _draw_icons(self) -> None:
        self._icons = {label.name: swatch(self._theme.label(label.color), 2.0) for label in self._labels.values()}

    def show(self, annotations: Sequence[Annotation], text: str, detector: str | None) -> None:
        """List an article's annotations; `text` is the article's, `detector` the version that looked through it."""
        if text is not self._text:
            self._worded.clear()
            self._named.clear()
            self._quotes.clear()
        self._entries = None
        today = detector or ""
        self._all = [
            replace(each, by=today) if each.by != today and by_machine(each, detector) else each for each in annotations
        ]
        self._text, self._detector = text, detector
        self.arrange()

    def choose(self, choice: Choice) -> None:
        """List only some."""
        if choice != self.choice:
            self.choice = choice
            self.arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """List by a column, or by place for -1; equal ones by place."""
        self.order, self.descending = column, order is Qt.SortOrder.DescendingOrder
        self.arrange()

    def arrange(self) -> None:
        """List what is to be listed; rows that stay where they are keep selection and place on the screen."""
        if self.choice.show == KEPT:  # thousands, after each edit
            rows = [each for each in self._all if each.status is not Status.REJECTED]
        else:
            rows = [each for each in self._all if self.choice.allows(each, self.hidden)]
        if self.choice.words:
            rows = self._holding(rows)
        if self.order >= 0:
            rows.sort(key=self._key(self.order), reverse=self.descending)
        elif self.descending:
            rows.reverse()
        if [each.id for each in rows] == [each.id for each in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, NOTE))
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {each.id: at for at, each in enumerate(rows)}
        self.endResetModel()

    def _holding(self, rows: list[Annotation]) -> list[Annotation]:
        """Return the rows that hold the words that are typed: one pass over all of them together."""
        words, folded, starts = self.ready()
        places = {
            bisect_right(starts, at) - 1 for at, _ in matches(words, self.choice.words, prefix=True, folded=folded)
        }
        found = {self._all[at].id for at in places}
        return [each for each in rows if each.id in found]

    def ready(self) -> tuple[str, str, list[int]]:
        """Return what is filtered by words, put together once; of thousands before the words are asked for, which is a wait of its own."""
        if self._entries is None:
            self._entries = self._put_together()
        return self._entries

    def _put_together(self) -> tuple[str, str, list[int]]:
        """Return all words of all marks, the same folded, and where each mark's begin."""
        names = {label: self.name(label) for label in {each.label for each in self._all}}
        people = {by: self.who(by) for by in {each.by for each in self._all}}
        entries = [
            f"{self.quote(each)}\n{names[each.label]}\n{self.value(each)}\n{each.note}\n{people[each.by]}"
            for each in self._all
        ]
        starts = list(accumulate((len(entry) + len(_BETWEEN) for entry in entries[:-1]), initial=0))
        words = _BETWEEN.join(entries)
        return words, bare(words), starts

    def _key(self, column: int) -> Callable[[Annotation], Any]:
        orders = {name: label.order for name, label in self._labels.items()}
        statuses = {status: at for at, status in enumerate(Status)}
        keys: dict[int, Callable[[Annotation], Any]] = {
            LABEL: lambda each: (orders.get(each.label, len(orders)), each.label),
            QUOTE: lambda each: order(self.quote(each)),
            VALUE: lambda each: (
                (each.value is None, isinstance(each.value, str), each.value or 0)
                if not isinstance(each.value, str)
                else (False, True, each.value)
            ),
            STATUS: lambda each: statuses[each.status],
            MAKER: lambda each: order(self.who(each.by)),
            NOTE: lambda each: order(each.note),
        }
        return keys[column]

    # Words

    def quote(self, annotation: Annotation) -> str:
        """Return the words of an annotation on one line, cut if they are many; they are cut once, for all are asked for again and again."""
        place = annotation.start, annotation.end
        if place not in self._quotes:
            self._quotes[place] = short_quote(self._text, *place, _QUOTE)
        return self._quotes[place]

    def named(self, annotation: Annotation) -> str:
        """Return the words of an annotation in small letters, by which others that name the same are known; folded once."""
        place = annotation.start, annotation.end
        if place not in self._named:
            self._named[place] = tones(self.quote(annotation))
        return self._named[place]

    def name(self, label: str) -> str:
        """Return a label's name in the window's language."""
        return name_in(self._labels, label, self._language)

    def around(self, annotation: Annotation) -> tuple[str, str]:
        """Return what stands before and after an annotation in its line, cut to a few words."""
        start, end = annotation.start, annotation.end
        before = self._text[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = self._text[end : end + _AROUND].partition("\n")[0]
        if len(before) == _AROUND:
            before = f"…{before.partition(' ')[2]}"
        return before.lstrip(), after.rstrip()

    def value(self, annotation: Annotation) -> str:
        """Return an annotation's value in words, with what it counts; it is worded once, for a filter asks for all of them."""
        key = annotation.label, annotation.value, annotation.unit, annotation.counted
        if key not in self._worded:
            self._worded[key] = short_words(annotation, self._language)
        return self._worded[key]

    def who(self, by: str) -> str:
        """Return who made a mark: a person's name, or that the detector did."""
        return state_words.detector() if by and by == self._detector else by

    def facts(self, annotation: Annotation) -> str:
        """Return what a mark is, in one line: label, value, what ties it to others, who made it, note."""
        related = self.related(annotation.id, self._language)
        parts = (
            self.name(annotation.label), annotation.note, self.value(annotation), *related, self.who(annotation.by),
        )  # fmt: skip
        return " · ".join(" ".join(part.split()) for part in parts if part)

    @property
    def makers(self) -> list[str]:
        """Who made the article's marks, the detector first."""
        makers = {each.by for each in self._all if each.by}
        return sorted(makers, key=lambda by: (by != self._detector, order(by)))

    # Rows

    @property
    def rows(self) -> list[Annotation]:
        """What is listed."""
        return self._rows

    @property
    def total(self) -> int:
        """How many annotations the article has, rejected ones too."""
        return len(self._all)

    def annotation(self, row: int | None) -> Annotation | None:
        """Return the annotation in a row."""
        return self._rows[row] if row is not None and 0 <= row < len(self._rows) else None

    def row(self, annotation: str | None) -> int | None:
        """Return the row of an annotation's id."""
        return self._places.get(annotation) if annotation is not None else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("Label"), self.tr("Words"), self.tr("Value"), self.tr("Status"), self.tr("By"), self.tr("Note"),
        )  # fmt: skip
        return names[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(entry, column)
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DecorationRole and column == LABEL:
            return self._icons.get(entry.label)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told = f"{self.quote(entry)}\n{self.facts(entry)} · {state_words.status(entry.status)}"
            return tooltip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def _cell(self, entry: Annotation, column: int) -> str:
        cells: dict[int, Callable[[], str]] = {
            LABEL: lambda: self.name(entry.label),
            QUOTE: lambda: self.quote(entry),
            VALUE: lambda: self.value(entry),
            STATUS: lambda: state_words.status(entry.status),
            MAKER: lambda: self.who(entry.by),
            NOTE: lambda: " ".join(entry.note.split()),
        }
        return cells[column]()
