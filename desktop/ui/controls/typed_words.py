"""The words in a field as a person sees them: with what an input method is composing and has not handed over yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class TypedWords(QObject):
    """Watches one field. `textChanged` of the field alone says nothing while a word is composed."""

    changed = Signal(str)  # the words now

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._composed = ""
        field.textChanged.connect(self._tell)
        field.installEventFilter(self)

    @property
    def words(self) -> str:
        """What stands in the field, a word that is being composed too."""
        field = self._field
        if isinstance(field, QLineEdit):
            text, place = field.text(), field.cursorPosition()
        else:
            text, place = field.toPlainText(), field.textCursor().position()
        if not self._composed:
            return text
        units = text.encode("utf-16-le", "surrogatepass")  # Qt counts its units
        before, after = units[: 2 * place], units[2 * place :]
        return before.decode("utf-16-le", "surrogatepass") + self._composed + after.decode("utf-16-le", "surrogatepass")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is composed; what is handed over comes as a change of the text."""
        if isinstance(event, QInputMethodEvent):
            before, self._composed = self._composed, event.preeditString()
            if self._composed != before and not event.commitString():
                self._tell()
        return False

    def _tell(self) -> None:
        self.changed.emit(self.words)
