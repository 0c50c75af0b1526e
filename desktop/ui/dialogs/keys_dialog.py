"""The keyboard on one page: the page's own keys, the labels', and every action of the table, menu by menu."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.model import Label
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.words.label_names import label_name
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

Table = tuple[str, list[tuple[str, str]]]  # a title, and keys with what they do
_HEAD = 2  # rows that a title takes

# The page's own keys; the others are those of the menus.
_READING = (
    (QT_TRANSLATE_NOOP("Keys", "Space, Shift+Space, Page"), QT_TRANSLATE_NOOP("Keys", "read on, and back")),
    (QT_TRANSLATE_NOOP("Keys", "Home, End"), QT_TRANSLATE_NOOP("Keys", "beginning and end of the article")),
    (QT_TRANSLATE_NOOP("Keys", "F6, held"), QT_TRANSLATE_NOOP("Keys", "see the labels of all marks")),
    (QT_TRANSLATE_NOOP("Keys", "Arrows"), QT_TRANSLATE_NOOP("Keys", "move the caret; Shift selects")),
    (QT_TRANSLATE_NOOP("Keys", ". and ,"), QT_TRANSLATE_NOOP("Keys", "next and previous mark")),
    (QT_TRANSLATE_NOOP("Keys", "> and <"), QT_TRANSLATE_NOOP("Keys", "next and previous suggestion")),
    (
        QT_TRANSLATE_NOOP("Keys", "Enter"),
        QT_TRANSLATE_NOOP("Keys", "accept the selected mark and go on to the next suggestion"),
    ),
    (QT_TRANSLATE_NOOP("Keys", "Backspace"), QT_TRANSLATE_NOOP("Keys", "reject it and go on")),
    (QT_TRANSLATE_NOOP("Keys", "Delete"), QT_TRANSLATE_NOOP("Keys", "delete it")),
    (
        QT_TRANSLATE_NOOP("Keys", "Alt+Left, Alt+Right"),
        QT_TRANSLATE_NOOP("Keys", "move its end by a syllable; with Shift its start, with Ctrl by one character"),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Double click, third click"),
        QT_TRANSLATE_NOOP("Keys", "select the word, the sentence; dragged on, more of them"),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Ctrl+Shift+Left, Right"),
        QT_TRANSLATE_NOOP("Keys", "select by words; with Alt instead of Ctrl, or Ctrl+Shift+. and , by syllables"),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Alt while dragging"),
        QT_TRANSLATE_NOOP("Keys", "select to any letter; otherwise syllables are taken whole"),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "A mark's edge dragged"),
        QT_TRANSLATE_NOOP("Keys", "goes by words; with Ctrl or Alt by syllables, with both by letters"),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "A label's key"),
        QT_TRANSLATE_NOOP(
            "Keys", "with nothing selected makes the label active: what is selected next gets it, until Escape"
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "In the pane of marks"),
        QT_TRANSLATE_NOOP(
            "Keys", "the same keys, and those of the labels, for all below the line or selected; Space hides a label"
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "1 to 9 in the list of articles"),
        QT_TRANSLATE_NOOP("Keys", "give the selected articles a tag, or take it off"),
    ),
    (QT_TRANSLATE_NOOP("Keys", "Escape"), QT_TRANSLATE_NOOP("Keys", "select nothing")),
)


class KeysDialog(ClosingDialog):
    """Tables of keys: the page, the labels, the menus."""

    def __init__(
        self, labels: Sequence[Label], language: str, menus: Sequence[Table], parent: QWidget | None = None
    ) -> None:
        """`menus` are the tables of the menus' keys."""
        super().__init__("keys_dialog", self.tr("Keyboard"), parent)
        page = QTextBrowser(self)
        page.setAccessibleName(self.tr("Keyboard"))
        tables = [
            (self.tr("On the page"), [(_words(key), _words(meaning)) for key, meaning in _READING]),
            (self.tr("With words or a mark selected"), [(each.key, label_name(each, language)) for each in labels]),
            *menus,
        ]
        page.setHtml(_columns([table for table in tables if table[1]]))
        self.add(page)
        self.add_closing_foot()
        self.resize(940, 680)


def _columns(tables: Sequence[Table]) -> str:
    """Return the tables in two columns of about the same height."""
    total = sum(len(rows) + _HEAD for _, rows in tables)
    left, height = 0, 0
    while left < len(tables) and height + (len(tables[left][1]) + _HEAD) / 2 < total / 2:
        height += len(tables[left][1]) + _HEAD
        left += 1
    cells = ("".join(_table(*each) for each in half) for half in (tables[:left], tables[left:]))
    halves = "".join(f'<td width="50%" style="padding-right: 24px">{cell}</td>' for cell in cells)
    return f'<table width="100%"><tr>{halves}</tr></table>'


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(
        f'<tr><td width="150"><b>{escape(key)}</b></td><td>{escape(meaning)}</td></tr>' for key, meaning in rows
    )
    return f'<h3>{escape(title)}</h3><table cellpadding="3">{cells}</table>'


def _words(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
