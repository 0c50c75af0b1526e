"""Keys that edit text belong to the field a person writes in, whatever a shortcut of the window says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

# Beside what Qt knows for the system (below): keys of other systems and of the shell, which the hand presses all the same, every
# way to break a line, and Ctrl+Shift+U, with which ibus writes a character by its number.
_KEYS = (
    "Ctrl+Del", "Ctrl+Shift+Del", "Shift+Del", "Ctrl+Backspace", "Ctrl+Shift+Backspace", "Alt+Backspace", "Ctrl+Ins", "Shift+Ins",
    "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+Shift+V", "Ctrl+A", "Ctrl+D", "Ctrl+E", "Ctrl+H",
    "Ctrl+K", "Ctrl+U", "Ctrl+W", "Ctrl+Shift+U", "Ctrl+Left", "Ctrl+Right", "Ctrl+Shift+Left", "Ctrl+Shift+Right", "Ctrl+Home",
    "Ctrl+End", "Ctrl+Shift+Home", "Ctrl+Shift+End", "Return", "Enter", "Shift+Return", "Shift+Enter", "Ctrl+Return", "Ctrl+Enter",
    "Ctrl+Shift+Return", "Ctrl+Shift+Enter",
)  # fmt: skip
_Standard = QKeySequence.StandardKey
_OF_SYSTEM = (
    _Standard.Undo, _Standard.Redo, _Standard.Cut, _Standard.Copy, _Standard.Paste, _Standard.SelectAll, _Standard.Delete,
    _Standard.Backspace, _Standard.DeleteStartOfWord, _Standard.DeleteEndOfWord, _Standard.DeleteEndOfLine,
    _Standard.DeleteCompleteLine, _Standard.InsertLineSeparator, _Standard.InsertParagraphSeparator,
)  # fmt: skip


class TextKeys(QObject):
    """Watches a window. What no field claims by itself comes up to it before any shortcut is looked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim an editing key for the field that has the keyboard: it comes there as a key, and no shortcut acts."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not edits(event) or not is_written_in(QApplication.focusWidget()):
            return False
        event.accept()
        return True


def edits(event: QKeyEvent) -> bool:
    """Return whether a key edits text, here or on another system."""
    pressed = QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key()))
    return QKeySequence(pressed).toString() in _KEYS or any(event.matches(each) for each in _OF_SYSTEM)


def is_written_in(widget: QWidget | None) -> bool:
    """Return whether a person writes in a widget: one that only shows its words, such as the page of an article, is none."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return False
