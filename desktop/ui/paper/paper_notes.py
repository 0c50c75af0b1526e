"""The notes behind a printed article: each with the words it stands beside, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.model import Annotation, Label, Status
from desktop.ui.look.theme import Theme
from desktop.ui.words.label_names import name_in
from desktop.ui.words.quotation import cut_in_the_middle
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_NOTES = QT_TRANSLATE_NOOP("Paper", "Notes")
_QUOTE = 120  # code points of the words that a note stands beside
_ABOVE, _BETWEEN, _HEAD = (
    22.0,
    8.0,
    1.2,
)  # pixels above the heading and each note; the heading's share of the text's size


def add_notes(
    document: QTextDocument, text: str, marks: Sequence[Annotation], labels: Mapping[str, Label], language: str, theme: Theme
) -> None:  # fmt: skip
    """Write the notes of an article behind its last line; nothing where there is none."""
    noted = [each for each in marks if each.note and each.status is not Status.REJECTED]
    if not noted:
        return
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    heading = QTextCharFormat()
    heading.setFontWeight(QFont.Weight.DemiBold)
    heading.setFontPointSize(document.defaultFont().pointSizeF() * _HEAD)
    muted = QTextCharFormat()
    muted.setForeground(QBrush(QColor(theme.muted)))
    _write(cursor, QCoreApplication.translate("Paper", _NOTES), heading, _ABOVE)
    for each in noted:
        quote = cut_in_the_middle(text[each.start : each.end], _QUOTE)
        _write(cursor, f"“{quote}” · {name_in(labels, each.label, language)}", muted, _BETWEEN)
        for line in each.note.splitlines():
            _write(cursor, line, QTextCharFormat(), 0.0)


def _write(cursor: QTextCursor, words: str, look: QTextCharFormat, above: float) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    cursor.insertBlock(block, look)
    cursor.insertText(words, look)
