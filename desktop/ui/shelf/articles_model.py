"""What the shelf lists, rows of the library or hits of a search, as a table for Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.errors import KnownError
from desktop.model import ArticleId, Hit, Row
from desktop.store.shelf.reading import View
from desktop.ui.controls.plain_words import tooltip
from desktop.ui.shelf.fact_line import day
from desktop.ui.shelf.row_pages import Pages
from desktop.ui.words import state_words

TITLE, SOURCE, DATE, MARKS, REVIEWED, STATE, TAGS = range(7)
ENTRY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractTableModel):
    """The columns title, source, date, number of marks, reviewed share, state, tags; ENTRY gives the Row or the Hit."""

    stale = Signal()  # the library has changed under the list: it must be read again
    failed = Signal(object)  # KnownError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._hits: list[Hit] = []
        self._places: dict[ArticleId, int] = {}
        self._open: ArticleId | None = None

    def show_view(self, view: View) -> None:
        """List the rows of a view."""
        self.beginResetModel()
        self._pages, self._hits = Pages(view), []
        self.endResetModel()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List what a search found."""
        self.beginResetModel()
        self._pages, self._hits, self._places = None, list(hits), {}
        self.endResetModel()

    @property
    def lies_open(self) -> ArticleId | None:
        """The article that lies open, which has a sign of its own wherever it is listed."""
        return self._open

    def show_open(self, article: ArticleId | None) -> None:
        """Let another article bear the sign of the open one."""
        before, self._open = self._open, article
        for each in {before, article} - {None}:
            place = self.held_place(each)
            if place is not None:
                self.dataChanged.emit(self.index(place, TITLE), self.index(place, TAGS))

    def show_places(self, places: Mapping[ArticleId, int]) -> None:
        """Say of hits how many places of each article are meant."""
        self._places = dict(places)
        if self._hits:
            self.dataChanged.emit(self.index(0, TITLE), self.index(len(self._hits) - 1, TITLE))

    def places(self, hit: Hit) -> str:
        """Return how many places of a hit's article are meant, in words; none where nobody has counted."""
        count = self._places.get(hit.id, 0)
        return "" if not count else self.tr("1 place") if count == 1 else self.tr("{0} places").format(count)

    @property
    def shows_hits(self) -> bool:
        """Whether hits are listed, which take more room than rows."""
        return self._pages is None

    @property
    def hits(self) -> list[Hit]:
        """What was found, if hits are listed."""
        return self._hits

    def replace(self, rows: Iterable[Row]) -> None:
        """Show what became of rows, where they stand."""
        places = self._pages.replace(rows) if self._pages is not None else []
        if places:
            self.dataChanged.emit(self.index(places[0], TITLE), self.index(places[-1], TAGS))

    def held(self, articles: Iterable[ArticleId]) -> list[ArticleId]:
        """Return those articles whose rows have been read, so that a change of them must be shown."""
        return self._pages.held(articles) if self._pages is not None else []

    def place(self, article: ArticleId | None) -> int | None:
        """Return the row in which an article stands."""
        if article is not None and self._pages is not None:
            return self._pages.place(article)
        return self.held_place(article)

    def held_place(self, article: ArticleId | None) -> int | None:
        """Return the row in which an article stands, if it has been read."""
        if article is not None and self._pages is not None:
            return self._pages.held_place(article)
        return next((at for at, hit in enumerate(self._hits) if hit.id == article), None)

    def article(self, place: int) -> ArticleId | None:
        """Return the article in a row."""
        entry = self.entry(place)
        return entry.id if entry is not None else None

    def articles(self, first: int, last: int) -> list[ArticleId]:
        """Return the articles from a row to another, both inside."""
        if self._pages is not None:
            return self._pages.ids(first, last)
        return [hit.id for hit in self._hits[first : last + 1]]

    def stretch(self, place: int) -> tuple[int, int]:
        """Return where in the article the entry points to (code points); 0, 0 for its beginning."""
        entry = self.entry(place)
        return (entry.start, entry.end) if isinstance(entry, Hit) else (0, 0)

    def entry(self, place: int) -> Row | Hit | None:
        """Return what stands in a row; None where there is nothing, or nothing any more."""
        if not 0 <= place < self.rowCount():
            return None
        if self._pages is None:
            return self._hits[place]
        try:
            row = self._pages.row(place)
        except KnownError as error:
            self.failed.emit(error)
            return None
        if self._pages.stale:
            self._pages.stale = False
            self.stale.emit()
        return row

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        if parent.isValid():
            return 0
        return len(self._hits) if self._pages is None else self._pages.count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else TAGS + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES:
            return None
        entry = self.entry(index.row())
        if entry is None or role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(entry, index.column())
        told = f"{entry.title}\n{self.found(entry) if isinstance(entry, Hit) else self.facts(entry)}".strip()
        return tooltip(told) if role == Qt.ItemDataRole.ToolTipRole else told

    def found(self, hit: Hit) -> str:
        """Return how many places of a hit's article are meant, and what its first one says if that is a note, in words."""
        note = self.tr("Note: {0}").format(hit.snippet) if hit.in_note else ""
        return " · ".join(part for part in (self.places(hit), note) if part)

    def facts(self, row: Row) -> str:
        """Return a row's source, date, number of marks, reviewed share, state and tags, in words."""
        return " · ".join(
            part for part in (origin(row), self.marks(row), state_words.state(row.state), ", ".join(row.tags)) if part
        )

    def marks(self, row: Row) -> str:
        """Return a row's number of marks and reviewed share, in words."""
        marks = self.tr("{0} marks").format(row.annotations) if row.annotations else self.tr("no marks")
        return " · ".join((marks, self.tr("{0}% reviewed").format(share(row)))) if share(row) else marks

    def _cell(self, entry: Row | Hit, column: int) -> str:
        if isinstance(entry, Hit):
            return entry.title if column == TITLE else ""
        return (
            entry.title, entry.source, day(entry.published), str(entry.annotations),
            f"{share(entry)}%" if share(entry) else "",
            state_words.state(entry.state), ", ".join(entry.tags),
        )[column]  # fmt: skip


_ROLES = {
    ENTRY, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole,
}  # fmt: skip


def origin(row: Row) -> str:
    """Return a row's source and date, as far as they are known."""
    return " · ".join(part for part in (row.source, day(row.published)) if part)


def share(row: Row) -> int:
    """Return the reviewed share in percent, whole; 100 only when nothing is left."""
    return (row.share or 0) // 10
