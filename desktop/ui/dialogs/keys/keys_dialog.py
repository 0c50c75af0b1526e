"""The keyboard on one page: those of each place, the labels', and every action of the table, menu by menu."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.model import Label
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.keys.key_places import PLACES, Taken
from desktop.ui.words.label_names import label_name

Table = tuple[str, list[tuple[str, str]]]  # a title, and keys with what they do
_HEAD = 2  # rows that a title takes


class KeysDialog(ClosingDialog):
    """Tables of keys: place by place, the labels, the menus."""

    def __init__(
        self, labels: Sequence[Label], language: str, menus: Sequence[Table], parent: QWidget | None = None
    ) -> None:
        """`menus` are the tables of the menus' keys."""
        super().__init__("keys_dialog", self.tr("Keyboard"), parent)
        page = QTextBrowser(self)
        page.setAccessibleName(self.tr("Keyboard"))
        tables = [
            *((_words(place.title), [_row(each) for each in place.taken]) for place in PLACES.values()),
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


def _row(taken: Taken) -> tuple[str, str]:
    """Return keys and what they do; of two names of one key, such as Return and Enter, the one that is told first is enough."""
    keys = (QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in taken.keys)
    told = _words(taken.told) if taken.told else ", ".join(dict.fromkeys(keys))
    return told, _words(taken.words)


def _words(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
