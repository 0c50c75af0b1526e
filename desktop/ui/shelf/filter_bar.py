"""Over the shelf: by what it is sorted, and the filters, which fold away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.model import Label, Listing, Sorting, State
from desktop.text import typed
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.look import worn_icons
from desktop.ui.look.theme import Theme
from desktop.ui.words import state_words
from desktop.ui.words.label_names import label_name
from desktop.ui.words.numbers import number
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_SORTINGS = {
    Sorting.DATE: QT_TRANSLATE_NOOP("Sortings", "Date"),
    Sorting.TITLE: QT_TRANSLATE_NOOP("Sortings", "Title"),
    Sorting.SOURCE: QT_TRANSLATE_NOOP("Sortings", "Source"),
    Sorting.ANNOTATIONS: QT_TRANSLATE_NOOP("Sortings", "Marks"),
    Sorting.REVIEWED: QT_TRANSLATE_NOOP("Sortings", "Reviewed share"),
    Sorting.STATE: QT_TRANSLATE_NOOP("Sortings", "State"),
    Sorting.TAGS: QT_TRANSLATE_NOOP("Sortings", "Tags"),
    Sorting.ADDED: QT_TRANSLATE_NOOP("Sortings", "Added"),
}
_DOWN_FIRST = {Sorting.DATE, Sorting.ANNOTATIONS, Sorting.ADDED}  # of these a person wants the newest or the most first
_ICON, _SMALL = QSize(16, 16), QSize(12, 12)
_AROUND = 42  # pixels around the words and the icon of a button


class ShelfBar(QWidget):
    """Holds the listing that is asked for. The folded filters go on filtering: their button says how many are set."""

    listing_changed = Signal(object)  # Listing
    unfolded = Signal()  # the filters are shown: what there is to choose from must be up to date

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._listing = Listing()
        self.sortings = named(QComboBox(self), "sorting")
        self.way = named(QToolButton(self), "direction")
        self.fold = named(QToolButton(self), "filters")
        self.filters = named(QWidget(self), "filter_row")
        self.states, self.tags, self.sources, self.labels = (
            named(QComboBox(self.filters), f"filter_{name}") for name in ("state", "tag", "source", "label")
        )
        self.since, self.until = (named(QLineEdit(self.filters), f"filter_{name}") for name in ("since", "until"))
        self._typed = TypedWords(self.since), TypedWords(self.until)
        self.clear = named(QPushButton(self.tr("Show &all"), self.filters), "filter_clear")
        self.new = named(QToolButton(self), "filter_new")
        self._set_up()
        self._lay_out()
        self._connect()
        self._show_listing()

    @property
    def listing(self) -> Listing:
        """What is asked for."""
        return self._listing

    def set_listing(self, listing: Listing) -> None:
        """Ask for something else."""
        self._listing = listing
        self._show_listing()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Offer the label scheme."""
        _fill(self.labels, self.tr("Any label"), [(label_name(each, self._language), each.name) for each in labels])
        self._show_listing()

    def offer(self, sources: Sequence[tuple[str, int]], tags: Sequence[tuple[str, int]]) -> None:
        """Offer the sources and tags of the library, each with its number of articles."""
        for box, anything, found, chosen in (
            (self.sources, self.tr("Any source"), sources, self._listing.source),
            (self.tags, self.tr("Any tag"), tags, self._listing.tag),
        ):
            named_so = [(f"{name} ({number(count, self._language)})", name) for name, count in found]
            if chosen is not None and chosen not in dict(found):
                named_so.append((chosen, chosen))  # filtered by what is gone: still told, so that it can be lifted
            _fill(box, anything, named_so)
        self._show_listing()

    @property
    def order(self) -> str:
        """The order as a word that can be kept: `title` or, descending, `-title`."""
        return ("-" if self._listing.descending else "") + self._listing.sorting

    def set_order(self, order: str) -> None:
        """Sort as was kept; another word is passed over."""
        if order.removeprefix("-") in set(Sorting):
            sorting = Sorting(order.removeprefix("-"))
            self.set_listing(replace(self._listing, sorting=sorting, descending=order.startswith("-")))

    def show_new(self, step: int | None) -> None:
        """List what a step of the history brought, in the order that is chosen; None: leave that again."""
        if step is not None:
            self._show_all()
        self._take(replace(self._listing, step=step))

    def tell_new(self, count: int) -> None:
        """Say how many are listed, of what was brought."""
        self.new.setText(self.tr("New: {0}").format(number(count, self._language)))

    def toggle(self) -> None:
        """Show the filters, or fold them away."""
        self.fold.toggle()
        if self.fold.isChecked():
            self.states.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_up(self) -> None:
        for sorting, words in _SORTINGS.items():
            self.sortings.addItem(QCoreApplication.translate("Sortings", words), sorting)
        self.sortings.setAccessibleName(self.tr("Sorted by"))
        self.sortings.setToolTip(self.tr("Sorted by"))
        self.way.setIconSize(_ICON)
        worn_icons.put(self.fold, "filter", self._theme)
        self.fold.setIconSize(_ICON)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setCheckable(True)
        self.fold.setToolTip(self.tr("Filter by state, tag, source, label and date (Ctrl+Shift+K)"))
        worn_icons.put(self.new, "close", self._theme)
        self.new.setIconSize(_SMALL)
        self.new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.new.setToolTip(self.tr("Only what was imported last is listed. Click to list all articles again."))
        self.new.setAccessibleDescription(self.new.toolTip())
        for button in (self.way, self.fold, self.new):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        _fill(self.states, self.tr("Any state"), [(state_words.state(state), state) for state in State])
        _fill(self.tags, self.tr("Any tag"), [])
        _fill(self.sources, self.tr("Any source"), [])
        _fill(self.labels, self.tr("Any label"), [])
        for box, name in (
            (self.states, self.tr("State")), (self.tags, self.tr("Tag")), (self.sources, self.tr("Source")),
            (self.labels, self.tr("Label")),
        ):  # fmt: skip
            box.setAccessibleName(name)
        for box in (self.sortings, self.states, self.tags, self.sources, self.labels):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        for field, hint, name in (
            (self.since, self.tr("from 1/2019"), self.tr("Published from")),
            (self.until, self.tr("to 15/6/2019"), self.tr("Published until")),
        ):
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
            field.setToolTip(self.tr("{0}: a day, a month or a year, such as 15/6/2019, 6/2019 or 2019").format(name))
        self.filters.hide()

    def _lay_out(self) -> None:
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(6)
        top = QHBoxLayout()
        column_.addLayout(top)
        column_.addWidget(self.filters)
        column_.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        top.setSpacing(4)
        top.addWidget(self.sortings, 1)
        top.addWidget(self.way)
        top.addWidget(self.fold)
        grid = QGridLayout(self.filters)
        grid.setContentsMargins(0, 0, 0, 2)
        grid.setSpacing(6)
        for at, field in enumerate((self.states, self.tags, self.sources, self.labels, self.since, self.until)):
            grid.addWidget(field, at // 2, at % 2)
        grid.addWidget(self.clear, 3, 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def _connect(self) -> None:
        self.sortings.activated.connect(self._sort)
        self.way.clicked.connect(self._turn)
        self.fold.toggled.connect(self._on_fold)
        self.clear.clicked.connect(self._show_all)
        self.new.clicked.connect(partial(self.show_new, None))
        for box in (self.states, self.tags, self.sources, self.labels):
            box.activated.connect(self._filter)
        for typed_in in self._typed:
            typed_in.changed.connect(self._filter)

    def _sort(self) -> None:
        sorting = Sorting(self.sortings.currentData())
        self._take(replace(self._listing, sorting=sorting, descending=sorting in _DOWN_FIRST))

    def _turn(self) -> None:
        self._take(replace(self._listing, descending=not self._listing.descending))

    def _filter(self) -> None:
        state = self.states.currentData()
        since, until = (typed.bounds(field.words) for field in self._typed)
        self._take(
            replace(
                self._listing, state=State(state) if state is not None else None, tag=self.tags.currentData(),
                source=self.sources.currentData(), label=self.labels.currentData(),
                since=since[0] if since else None, until=until[1] if until else None,
            )
        )  # fmt: skip

    def _show_all(self) -> None:
        for field in (self.since, self.until):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)
        self._take(Listing(self._listing.sorting, self._listing.descending))

    def _take(self, listing: Listing) -> None:
        if listing != self._listing:
            self._listing = listing
            self._show_listing()
            self.listing_changed.emit(listing)

    def _on_fold(self, shown: bool) -> None:
        self.filters.setVisible(shown)
        if shown:
            self.unfolded.emit()

    def _show_listing(self) -> None:
        listing = self._listing
        for box, value in (
            (self.sortings, listing.sorting), (self.states, listing.state), (self.tags, listing.tag),
            (self.sources, listing.source), (self.labels, listing.label),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(value)))
        way = self.tr("Descending") if listing.descending else self.tr("Ascending")
        worn_icons.put(self.way, "descending" if listing.descending else "ascending", self._theme)
        self.way.setAccessibleName(way)
        self.way.setToolTip(self.tr("{0}: click to turn the order").format(way))
        self.new.setVisible(listing.step is not None)
        folded = listing.filters - (listing.step is not None)  # which has a button of its own, in sight
        self.fold.setText(self.tr("Filter ({0})").format(folded) if folded else self.tr("Filter", "verb"))
        words = self.fold.fontMetrics().horizontalAdvance(self.fold.text())
        self.fold.setMinimumWidth(words + _ICON.width() + _AROUND)
        self.clear.setEnabled(bool(listing.filters))


def _fill(box: QComboBox, anything: str, choices: Sequence[tuple[str, str]]) -> None:
    box.clear()
    box.addItem(anything, None)
    for words, value in choices:
        box.addItem(words, value)
