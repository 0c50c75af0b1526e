"""The field for a search of the library, with its terms as chips under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.text.queries.query import parsed
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.look import worn_icons
from desktop.ui.look.theme import Theme
from desktop.ui.shelf.search_chips import SearchChips


class SearchField(QWidget):
    """Holds what is typed and what is clicked together: one line of words, which the chips only show."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = named(QLineEdit(self), "search")
        self.typed = TypedWords(self.box)
        self.chips = SearchChips(theme, language, self)
        self.box.setPlaceholderText(self.tr("Search titles, texts and notes"))
        self.box.setClearButtonEnabled(True)
        self.box.setAccessibleName(self.tr("Search"))
        self.box.setToolTip(
            self.tr(
                "Words with marks bind them, words without find all: “dang” finds “đảng”. (Ctrl+K)\n"
                "“in quotes”: one after the other · -word: without it · label: tag: source: note: by: status: state:"
            )
        )
        ask = self.box.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        worn_icons.put(ask, "add", theme)
        ask.setObjectName("search_add")
        ask.setText(self.tr("Ask for a label, a note, a tag…"))
        ask.setToolTip(ask.text())
        ask.triggered.connect(self._open_terms)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addWidget(self.chips)
        self.setFocusProxy(self.box)
        self.typed.changed.connect(self.chips.show_query)
        self.chips.rewritten.connect(self.box.setText)
        self.chips.begun.connect(self._begin_term)

    def nothing_found(self) -> str:
        """Return what is said where nothing was found, and what to do."""
        asked = self.typed.words.strip()
        if parsed(asked).asks_more:
            return self.tr("No article fits “{0}”.\nTry without one of its conditions.").format(asked)
        return self.tr("No article holds “{0}”.\nTry fewer words, or words without marks.").format(asked)

    def _open_terms(self) -> None:
        self.chips.menu.popup(self.box.mapToGlobal(self.box.rect().bottomLeft()))

    def _begin_term(self, beginning: str) -> None:
        """Let the rest of a term be typed."""
        self.box.setText(f"{self.box.text().rstrip()} {beginning}".lstrip())
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
