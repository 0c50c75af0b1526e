"""Words that others wrote (titles, notes, names of files and labels) shown as they are, never as markup or as a key."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(words: str, parent: QWidget) -> QLabel:
    """Return a label that shows its words to the letter; Qt's own would take `<h1>` for a heading. The only maker of labels."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    return made


def tooltip(words: str) -> str:
    """Return what a tooltip, which cannot be told to be plain, shows to the letter."""
    if "<" not in words and "&" not in words:
        return words  # as it is, nothing in it can be taken for markup
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'


def entry(words: str) -> str:
    """Return what a menu shows to the letter: an ampersand would be a mnemonic, and behind a tab stands a key."""
    return words.replace("&", "&&").replace("\t", " ")
