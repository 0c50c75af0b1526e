"""The shelf: the library's articles as a list, sorted and filtered, and the search box that turns it into a list of hits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QTableView, QVBoxLayout, QWidget

from desktop.errors import KnownError
from desktop.model import ArticleId, Hit, Label, Listing, Row
from desktop.store.shelf.reading import View
from desktop.ui.controls import mark_keys
from desktop.ui.controls.entry_list import be_a_list, choose_row, nothing_listed
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look.theme import Theme
from desktop.ui.shelf.article_row import ShelfDelegate
from desktop.ui.shelf.articles_model import TITLE, ShelfModel
from desktop.ui.shelf.filter_bar import ShelfBar
from desktop.ui.shelf.preview import Preview
from desktop.ui.shelf.search_field import SearchField
from desktop.ui.shelf.tag_keys import TagKeys
from desktop.ui.words.numbers import number

_DEBOUNCE_MS = 150
_SELECTED = 200  # selected articles that stay selected when the list is read again


class Shelf(QWidget):
    """A search box and a list. Enter or a click opens; Down in the box goes to the list; Escape empties the box."""

    open_requested = Signal(str, int, int)  # article; the stretch to show first (code points); 0, 0: its beginning
    preview_requested = Signal(str, int, int)  # the same, of an article that an arrow key came to: it is only looked at
    read_requested = Signal()  # an article was opened by Enter or a click: the page wants the keyboard
    search_requested = Signal(str)
    query_emptied = Signal(str)  # nothing is looked for any more; what was
    import_requested = Signal()
    samples_requested = Signal()
    delete_requested = Signal(list)
    menu_requested = Signal(QPoint)  # of the selected articles, at a place of the screen
    choices_requested = Signal()  # the filters want the library's sources and tags
    failed = Signal(object)  # KnownError

    def __init__(self, theme: Theme, language: str = "vi", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_of: Callable[[Listing], View] | None = None
        self._answered = ""
        self._meant: ArticleId | None = None  # what is current wherever it is listed
        self._language = language
        self.bar = ShelfBar(theme, language, self)
        self.tag_keys = TagKeys(self)
        self.count = named(plain_label("", self), "shelf_count")
        self.model = ShelfModel(self)
        self.search = SearchField(theme, language, self)
        self.box, self._typed, self.chips = self.search.box, self.search.typed, self.search.chips
        self.list = named(QTableView(self), "articles")
        self._note = named(plain_label("", self), "shelf_note")
        self._invite = named(QPushButton(self.tr("Import files…"), self), "shelf_import")
        self._lift = named(QPushButton(self.tr("Remove the filters"), self), "shelf_lift")
        self._samples = named(QPushButton(self.tr("Add the sample articles"), self), "shelf_samples")
        self._clear = named(QPushButton(self.tr("Show all articles"), self), "shelf_clear")
        self._stack = QStackedWidget(self)
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._preview = Preview(self.list)
        self.box.installEventFilter(self)
        self._set_up_list(theme)
        self._lay_out()
        self._connect()

    def _set_up_list(self, theme: Theme) -> None:
        view = self.list
        view.setModel(self.model)
        delegate = ShelfDelegate(theme, self)
        view.setItemDelegateForColumn(TITLE, delegate)
        view.verticalHeader().setDefaultSectionSize(delegate.height())
        for column in range(1, self.model.columnCount()):
            view.hideColumn(column)
        view.horizontalHeader().hide()
        view.horizontalHeader().setStretchLastSection(True)
        be_a_list(view)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Articles"))
        view.installEventFilter(self)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing_listed(self._note, (self._invite, self._samples, self._clear, self._lift), self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        layout.addLayout(head)
        head.setContentsMargins(10, 10, 10, 8)
        head.setSpacing(6)
        head.addWidget(self.search)
        head.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.count.setIndent(12)  # margins go with the parent, which a pane over the page changes
        self.count.setMinimumHeight(self.count.sizeHint().height() + 8)
        self.count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        layout.addWidget(self.tag_keys)
        layout.addWidget(self.count)

    def _connect(self) -> None:
        self._typed.changed.connect(self._on_typed)
        self.chips.choices_wanted.connect(self.choices_requested)
        self._debounce.timeout.connect(self._ask)
        self.list.clicked.connect(self._on_click)
        self._preview.wanted.connect(self._look_at)
        self.list.selectionModel().selectionChanged.connect(self._tell_count)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self._invite.clicked.connect(self.import_requested)
        self._lift.clicked.connect(self.bar.clear.click)
        self.bar.listing_changed.connect(self._on_listing)
        self.bar.unfolded.connect(self.choices_requested)
        self.model.failed.connect(self.failed)
        self.model.stale.connect(self.reload, Qt.ConnectionType.QueuedConnection)
        self._samples.clicked.connect(self.samples_requested)
        self._clear.clicked.connect(self.box.clear)

    # What is shown

    def read(self, read: Callable[[Listing], View]) -> None:
        """Show the library's articles, now and whenever they are to be read again; `read` counts a listing and raises KnownError."""
        self._view_of = read
        self.reload()

    def reload(self) -> None:
        """Read again; while something is searched for, the hits stay and the search is made again."""
        self.tag_keys.offer()
        if self.bar.filters.isVisible():
            self.choices_requested.emit()
        if self.query:
            self._ask()
        else:
            self._show_articles()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what became of articles, where they stand."""
        self.model.replace(rows)
        self.tag_keys.offer()

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """Show what a search found, if it is still the one that is typed."""
        if query == self.query:
            fresh = self._answered != query
            self._answered = query
            keep = self._kept()
            self.model.show_hits(hits)
            if fresh:  # the best stand at the top, and Enter opens the first
                self.list.scrollToTop()
            else:
                self._restore(*keep)
            self._tell(len(hits))

    def show_places(self, query: str, places: Mapping[ArticleId, int]) -> None:
        """Say of what was found how many places of each article were meant, if it is still what is typed."""
        if query == self.query:
            self.model.show_places(places)

    def select(self, article: ArticleId | None) -> None:
        """Make an article the current one of the list, without opening it; it is so again when it comes back into the list."""
        self._meant = article
        self._make_current(article)

    def show_open(self, article: ArticleId | None) -> None:
        """Give the sign of the open article to another one, whichever row is current."""
        self.model.show_open(article)

    def select_together(self, articles: Sequence[ArticleId]) -> None:
        """Select articles that are listed."""
        if articles:
            self._restore(self.current, list(articles), self.list.verticalScrollBar().value())

    def _make_current(self, article: ArticleId | None) -> None:
        place = self.model.place(article)
        if place is not None and self.list.currentIndex().row() != place:
            choose_row(self.list, place)
            self.list.scrollTo(self.model.index(place, TITLE))

    @property
    def query(self) -> str:
        """What is typed in the search box."""
        return self._typed.words.strip()

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
        return [article for first, last in self.selected_places for article in self.model.articles(first, last)]

    @property
    def selected_places(self) -> list[tuple[int, int]]:
        """The first and last row of each stretch of rows that is selected, from the top."""
        return sorted((each.top(), each.bottom()) for each in self._ranges())

    @property
    def selected_count(self) -> int:
        """How many articles are selected, told without reading them."""
        return sum(each.height() for each in self._ranges())

    @property
    def first(self) -> ArticleId | None:
        """The article on top."""
        return self.model.article(0)

    def show_new(self, step: int) -> None:
        """List only what a step of the history brought, until that is left again."""
        self.box.clear()
        self.bar.show_new(step)

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> bool:
        """Open the next (1) or previous (-1) article of the list; return whether there is one."""
        row = self.list.currentIndex().row() + by
        if not 0 <= row < self.model.rowCount():
            return False
        choose_row(self.list, row)
        self._open()
        return True

    # Within

    def _ranges(self) -> list[QItemSelectionRange]:
        return self.list.selectionModel().selection().toList()

    def _show_articles(self) -> None:
        if self._view_of is None:
            return
        keep = self._kept()
        try:
            view = self._view_of(self.bar.listing)
        except KnownError as error:
            self.failed.emit(error)
            return
        if not view.count and self.bar.listing.step is not None:  # what came is gone again
            self.bar.show_new(None)
            return
        self.model.show_view(view)
        self._restore(*keep)
        self._tell(view.count)

    def _kept(self) -> tuple[ArticleId | None, list[ArticleId], int]:
        selected = self.selected if self.selected_count <= _SELECTED else []
        return self.current, selected, self.list.verticalScrollBar().value()

    def _restore(self, current: ArticleId | None, selected: list[ArticleId], top: int) -> None:
        places = [place for article in selected if (place := self.model.place(article)) is not None]
        self._make_current(current if self.model.place(current) is not None else self._meant)
        if len(places) > 1:
            rows = QItemSelection()
            for place in places:
                rows.select(self.model.index(place, TITLE), self.model.index(place, self.model.columnCount() - 1))
            self.list.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.verticalScrollBar().setValue(top)

    def _tell(self, count: int) -> None:
        """Say how many there are, and where there is nothing, what to do."""
        self._tell_count()
        self.bar.tell_new(count)
        for control in (self.bar.sortings, self.bar.way):
            control.setEnabled(not self.query)  # hits have an order of their own
        filtered = bool(self.bar.listing.filters)
        if not count:
            self._note.setText(
                self.search.nothing_found()
                if self.query
                else self.tr("No article passes the filters.")
                if filtered
                else self.tr("The shelf is empty.\nDrop files here, paste a text, or import them.")
            )
        self._invite.setVisible(not self.query and not filtered)
        self._samples.setVisible(not self.query and not filtered)
        self._clear.setVisible(bool(self.query))
        self._lift.setVisible(filtered)
        self._stack.setCurrentIndex(0 if count else 1)

    def _tell_count(self) -> None:
        count, selected = self.model.rowCount(), self.selected_count
        words = self.tr("1 article") if count == 1 else self.tr("{0} articles")
        told = [(self.tr("{0} found") if self.query else words).format(number(count, self._language))]
        if selected > 1:
            told.append(self.tr("{0} selected").format(number(selected, self._language)))
        self.count.setText(" · ".join(told))

    def _on_listing(self) -> None:
        self.list.scrollToTop()
        self.reload()

    def _on_menu(self, place: QPoint) -> None:
        if self.selected_count:
            self.menu_requested.emit(self.list.viewport().mapToGlobal(place))

    def _on_typed(self) -> None:
        if self.query:
            self._debounce.start()
        else:
            self._debounce.stop()
            was, self._answered = self._answered, ""
            self._show_articles()
            self.query_emptied.emit(was)

    def _ask(self) -> None:
        if self.query:
            self.search_requested.emit(self.query)

    def _open(self) -> None:
        article = self.current
        if article is not None:
            self.open_requested.emit(article, *self.model.stretch(self.list.currentIndex().row()))

    def _on_click(self) -> None:
        """Open what is clicked alone; with Ctrl or Shift several are selected together."""
        if self.selected_count <= 1:
            self._read()

    def _look_at(self) -> None:
        article = self.current
        if article is not None and article != self.model.lies_open and self.selected_count <= 1:
            self.preview_requested.emit(article, *self.model.stretch(self.list.currentIndex().row()))

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Offer the label scheme to filters and search."""
        self.bar.set_labels(labels)
        self.chips.set_labels(labels)

    def offer(self, sources: Sequence[tuple[str, int]], tags: Sequence[tuple[str, int]]) -> None:
        """Offer the library's sources and tags to filters and search, each with its number of articles."""
        self.bar.offer(sources, tags)
        self.chips.offer(sources, tags)

    def _read(self) -> None:
        self._preview.stop()
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
                choose_row(self.list, 0)
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
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers() and self.model.rowCount():
            choose_row(self.list, 0 if key == Qt.Key.Key_Home else self.model.rowCount() - 1)
            return True  # a table would go to its first or last column
        if key == Qt.Key.Key_Delete and not event.modifiers() and self.selected:
            self.delete_requested.emit(self.selected)
            return True
        return self.selected_count > 0 and any(self.tag_keys.press(each) for each in mark_keys.written(event))
