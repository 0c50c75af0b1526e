"""The terms of the search as chips under its field, and the menu that clicks a query together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.model import Label, State, Status
from desktop.text.queries.query import Field, Query, Term, parsed
from desktop.ui.controls.plain_words import entry, tooltip
from desktop.ui.controls.widget_names import named
from desktop.ui.controls.wrapping_row import WrappingRow
from desktop.ui.look import worn_icons
from desktop.ui.look.theme import Theme
from desktop.ui.words import query_words

_ICON = QSize(10, 10)
_OFFERED = 30  # sources, tags or people in a menu: those of most articles or marks


class SearchChips(WrappingRow):
    """Shows what a query asks for beside its words. A click takes a chip out, a right click turns it into its contrary."""

    rewritten = Signal(str)  # the query as it is typed
    begun = Signal(str)  # the beginning of a term, whose rest a person types
    choices_wanted = Signal()  # the menu opens: sources and tags must be up to date

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_chips")
        self._theme, self._language = theme, language
        self._query = Query()
        self._labels: dict[str, Label] = {}
        self._found: dict[Field, Sequence[tuple[str, int]]] = {}
        self._people: Sequence[str] = ()
        self._by: list[QMenu] = []  # the menu of those who made marks, once it was opened
        self.menu = named(QMenu(self), "search_terms")
        self.menu.aboutToShow.connect(self._fill_menu)
        self.hide()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Offer the label scheme."""
        self._labels = {label.name: label for label in labels}
        self._show()

    def offer(self, sources: Sequence[tuple[str, int]], tags: Sequence[tuple[str, int]]) -> None:
        """Offer the sources and tags of the library, each with its number of articles."""
        self._found = {Field.SOURCE: sources, Field.TAG: tags}

    def offer_people(self, people: Sequence[str]) -> None:
        """Offer those who made marks in the library, in the menu that lies open, too."""
        if people != self._people:
            self._people = people
            self._fill_people()

    def show_query(self, words: str) -> None:
        """Show what is asked for now."""
        query = parsed(words)
        if query != self._query:
            self._query = query
            self._show()

    def _show(self) -> None:
        self.fill([self._chip(term) for term in self._query.terms if term.field or term.whole or term.without])

    def _chip(self, term: Term) -> QToolButton:
        chip = named(QToolButton(self), "search_chip")
        words = query_words.term(term, self._labels, self._language)
        chip.setText(chip.fontMetrics().elidedText(entry(words), Qt.TextElideMode.ElideRight, 200))
        worn_icons.put(chip, "close", self._theme)
        chip.setIconSize(_ICON)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setAccessibleName(self.tr("Take out: {0}").format(words))
        chip.setToolTip(tooltip(self.tr("{0}\nClick: take it out. Right click: ask for the contrary.").format(words)))
        chip.clicked.connect(partial(self._toggle, term))
        chip.setProperty("term", str(term))
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn a chip into its contrary."""
        if isinstance(event, QContextMenuEvent) and watched in self.parts:
            (term,) = parsed(watched.property("term")).terms
            self._take(self._query.replaced(term, replace(term, without=not term.without)))
            return True
        return super().eventFilter(watched, event)

    def _toggle(self, term: Term) -> None:
        self._take(self._query.toggled(term))

    def _take(self, query: Query) -> None:
        self.rewritten.emit(str(query))

    # The menu

    def _fill_menu(self) -> None:
        self.choices_wanted.emit()
        self.menu.clear()
        self._offer(Field.LABEL, self._labels)
        self._offer(Field.STATUS, Status)
        self._by = [self._offer(Field.BY, ())]
        self._fill_people()
        self._add(self.menu, Term(Field.NOTE, ""))
        self.menu.addSeparator()
        for field in (Field.TAG, Field.SOURCE):
            most = sorted(self._found.get(field, ()), key=_count, reverse=True)[:_OFFERED]
            names = [name for name, _ in self._found.get(field, ()) if name in dict(most)]
            self._offer(field, names).setEnabled(bool(names))
        self._offer(Field.STATE, State)

    def _offer(self, field: Field, values: Iterable[str]) -> QMenu:
        below = self.menu.addMenu(query_words.field(field))
        for value in values:
            self._add(below, Term(field, str(value)))
        return below

    def _fill_people(self) -> None:
        for below in self._by:
            below.clear()
            for each in (query_words.DETECTOR, *self._people[:_OFFERED]):
                self._add(below, Term(Field.BY, each))
            below.addAction(self.tr("A person…"), partial(self.begun.emit, f"{Field.BY}:"))

    def _add(self, menu: QMenu, term: Term) -> None:
        action = menu.addAction(entry(query_words.value(term, self._labels, self._language)))
        action.setCheckable(True)
        action.setChecked(term in self._query.terms)
        action.triggered.connect(partial(self._toggle, term))


def _count(found: tuple[str, int]) -> int:
    return found[1]
