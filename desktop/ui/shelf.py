"""The shelf: the library's articles as a list, and the search box over it that turns it into a list of hits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.model import ArticleId, Hit, Row
from desktop.ui.naming import named
from desktop.ui.shelf_model import TITLE, ShelfDelegate, ShelfModel
from desktop.ui.theme import Theme

_DEBOUNCE_MS = 150


class Shelf(QWidget):
    """A search box and a list. Enter or a click opens; Down in the box goes to the list; Escape empties the box."""

    open_requested = Signal(
        str, int, int
    )  # article; the stretch of its text to show first (code points), 0, 0: its beginning
    read_requested = Signal()  # an article was opened with the Enter key: the page wants the keyboard
    search_requested = Signal(str)
    import_requested = Signal()
    samples_requested = Signal()
    delete_requested = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._answered = ""
        self.model = ShelfModel(self)
        self.box = named(QLineEdit(self), "search")
        self.list = named(QTableView(self), "articles")
        self._note = named(QLabel(self), "shelf_note")
        self._invite = named(QPushButton(self.tr("Import files…"), self), "shelf_import")
        self._samples = named(QPushButton(self.tr("Add the sample articles"), self), "shelf_samples")
        self._clear = named(QPushButton(self.tr("Show all articles"), self), "shelf_clear")
        self._stack = QStackedWidget(self)
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._set_up_box()
        self._set_up_list(theme)
        self._lay_out()
        self._connect()

    def _set_up_box(self) -> None:
        self.box.setPlaceholderText(self.tr("Search titles and texts"))
        self.box.setClearButtonEnabled(True)
        self.box.setAccessibleName(self.tr("Search"))
        self.box.setToolTip(
            self.tr("Words with marks bind them, words without find all: “dang” finds “đảng”. (Ctrl+K)")
        )
        self.box.installEventFilter(self)

    def _set_up_list(self, theme: Theme) -> None:
        view = self.list
        view.setModel(self.model)
        view.setItemDelegateForColumn(TITLE, ShelfDelegate(theme, self))
        for column in range(1, self.model.columnCount()):
            view.hideColumn(column)
        view.horizontalHeader().hide()
        view.horizontalHeader().setStretchLastSection(True)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(view.verticalHeader().ResizeMode.Fixed)
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("Articles"))
        view.installEventFilter(self)

    def _lay_out(self) -> None:
        empty = QWidget(self)
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(24, 24, 24, 24)
        inner.addStretch(2)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(self._note)
        inner.addSpacing(8)
        for button in (self._invite, self._samples, self._clear):
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(3)
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 8)
        head.addWidget(self.box)
        layout.addLayout(head)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._on_typed)
        self._debounce.timeout.connect(self._ask)
        self.list.clicked.connect(self._open)
        self._invite.clicked.connect(self.import_requested)
        self._samples.clicked.connect(self.samples_requested)
        self._clear.clicked.connect(self.box.clear)

    # What is shown

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the library's articles; while something is searched for, the hits stay and the search is made again."""
        self._rows = list(rows)
        if self.query:
            self._ask()
        else:
            self._show(self._rows)

    def show_row(self, row: Row) -> None:
        """Show what became of one article."""
        self._rows = [row if each.id == row.id else each for each in self._rows]
        self.model.replace(row)

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """Show what a search found, if it is still the one that is typed."""
        if query == self.query:
            fresh = self._answered != query
            self._answered = query
            self._show(list(hits))
            if fresh:  # the best stand at the top
                self.list.scrollToTop()

    def select(self, article: ArticleId | None) -> None:
        """Make an article the current one of the list, without opening it."""
        place = self.model.place(article)
        if place is not None and self.list.currentIndex().row() != place:
            self.list.selectRow(place)
            self.list.scrollTo(self.model.index(place, TITLE))

    @property
    def articles(self) -> list[ArticleId]:
        """The articles of the library, as the shelf last read them."""
        return [row.id for row in self._rows]

    @property
    def query(self) -> str:
        """What is typed in the search box."""
        return self.box.text().strip()

    @property
    def shows_hits(self) -> bool:
        """Whether the list shows what was found for what is typed."""
        return bool(self.query) and self._answered == self.query

    @property
    def current(self) -> ArticleId | None:
        """The current article of the list."""
        return self.model.article(self.list.currentIndex().row())

    @property
    def selected(self) -> list[ArticleId]:
        """The selected articles, from the top."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [article for row in rows if (article := self.model.article(row)) is not None]

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) article of the list."""
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.selectRow(row)
            self._open()

    # Within

    def _show(self, entries: Sequence[Row | Hit]) -> None:
        current, top = self.current, self.list.verticalScrollBar().value()
        self.list.verticalHeader().setDefaultSectionSize(self.model.show(entries))
        self.select(current)
        self.list.verticalScrollBar().setValue(top)
        if not entries:
            self._note.setText(
                self.tr("No article holds “{0}”.\nTry fewer words, or words without marks.").format(self.query)
                if self.query
                else self.tr("The shelf is empty.\nDrop files here, paste a text, or import them.")
            )
        self._invite.setVisible(not self.query)
        self._samples.setVisible(not self.query)
        self._clear.setVisible(bool(self.query))
        self._stack.setCurrentIndex(0 if entries else 1)

    def _on_typed(self) -> None:
        if self.query:
            self._debounce.start()
        else:
            self._debounce.stop()
            self._answered = ""
            self._show(self._rows)

    def _ask(self) -> None:
        if self.query:
            self.search_requested.emit(self.query)

    def _open(self) -> None:
        article = self.current
        if article is not None:
            self.open_requested.emit(article, *self.model.stretch(self.list.currentIndex().row()))

    def _read(self) -> None:
        self._open()
        self.read_requested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out the keys of the class's table."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.box:
                return self._key_in_box(event)
            if watched is self.list:
                return self._key_in_list(event)
        return super().eventFilter(watched, event)

    def _key_in_box(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.box.text():
            self.box.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.selectRow(0)
            self.focus_list()
            if key != Qt.Key.Key_Down:
                self._read()
            return True
        return False

    def _key_in_list(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._read()
            return True
        if key == Qt.Key.Key_Delete and not event.modifiers() and self.selected:
            self.delete_requested.emit(self.selected)
            return True
        return False
