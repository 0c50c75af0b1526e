"""The keys of marking on the page, by name, by letter and from an input method."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from desktop.model import Label
from desktop.ui.controls import mark_keys
from desktop.ui.controls.mark_keys import LabelsByKey
from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.mark_choice import MarkChoice
from desktop.ui.page.page_layers import MarkLayer
from desktop.ui.page.selection.drawing import DrawnSelection

_Key = Qt.Key


class PageKeys(QObject):
    """Says what a key asks for; a key that asks for nothing is the caret's or the window's."""

    accept_requested = Signal(str)  # an annotation's id
    reject_requested = Signal(str)
    delete_requested = Signal(str)
    annotate_requested = Signal(int, int, str)  # start, end, label
    relabel_requested = Signal(str, str)  # id, label
    activate_requested = Signal(str)  # a label's key where nothing is selected

    def __init__(self, page: ArticleView, layer: MarkLayer, choice: MarkChoice, words: DrawnSelection) -> None:
        super().__init__(page)
        self._page, self._layer, self._choice, self._words = page, layer, choice, words
        self._by_key = LabelsByKey()
        self._composing = False

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the keys of the label scheme."""
        self._by_key = LabelsByKey(labels)

    def press(self, event: QKeyEvent) -> bool:
        """Carry out a key; return whether it meant anything."""
        return self._page.article is not None and (self._named(event) or self._typed(event))

    def compose(self, event: QInputMethodEvent) -> None:
        """Take a committed single letter for its key: an input method that stands by sends letters so."""
        self._composing, letter = bool(event.preeditString()), event.commitString()
        if self._page.article is not None and letter:
            self._take(letter, self._by_key.typed(letter))

    def _named(self, event: QKeyEvent) -> bool:
        key, cursor, selected = event.key(), self._page.textCursor(), self._layer.selected
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == _Key.Key_Escape and (selected or cursor.hasSelection()):
            self._page.move_caret(cursor.position())
            self._choice.choose(None)
            return True
        if key in (_Key.Key_Return, _Key.Key_Enter) and selected is None:
            if not self._page.toggle_fold(cursor.position()):
                self._choice.click(self._layer.marks.at(cursor.position()))
            return True
        requests: dict[str | None, SignalInstance] = {
            "accept": self.accept_requested, "reject": self.reject_requested, "delete": self.delete_requested,
        }  # fmt: skip
        request = requests.get(mark_keys.wish(event))
        if request is None or selected is None:
            return False
        request.emit(selected)
        return True

    def _typed(self, event: QKeyEvent) -> bool:
        if self._composing or not mark_keys.written(event):
            return False
        return self._take(event.text(), self._by_key.of(event))

    def _take(self, letter: str, label: str | None) -> bool:
        """Carry out one typed character, or the label that its key gives; return whether it meant anything."""
        if letter in mark_keys.STEPS:
            self._choice.step(*mark_keys.STEPS[letter])
            return True
        if label is None:
            return False
        chosen = self._words.stretch()
        if chosen is not None:
            self.annotate_requested.emit(*chosen, label)
        elif self._layer.selected is not None:
            self.relabel_requested.emit(self._layer.selected, label)
        else:
            self.activate_requested.emit(label)
        return True
