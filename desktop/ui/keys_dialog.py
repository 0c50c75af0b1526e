"""The keyboard on one page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.model import Label
from desktop.ui.actions import SPECS, plain
from desktop.ui.marking import QT_TRANSLATE_NOOP

# The page's own keys; the others are rows of actions.SPECS.
_READING = (
    (QT_TRANSLATE_NOOP("Keys", "Arrows, Home, End, Page"), QT_TRANSLATE_NOOP("Keys", "move the caret; Shift selects")),
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
        QT_TRANSLATE_NOOP("Keys", "Alt while dragging"),
        QT_TRANSLATE_NOOP("Keys", "select or move to any letter; otherwise syllables are taken whole"),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "In the list of marks"),
        QT_TRANSLATE_NOOP("Keys", "the same keys, and those of the labels, for all selected marks"),
    ),
    (QT_TRANSLATE_NOOP("Keys", "Escape"), QT_TRANSLATE_NOOP("Keys", "select nothing")),
)


class KeysDialog(QDialog):
    """Tables of keys: the page, the labels, the window."""

    def __init__(self, labels: Sequence[Label], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setWindowTitle(self.tr("Keyboard"))
        page = QTextBrowser(self)
        page.setAccessibleName(self.tr("Keyboard"))
        page.setHtml(
            self._table(self.tr("On the page"), [(_words(key), _words(meaning)) for key, meaning in _READING])
            + self._table(
                self.tr("With words or a mark selected"), [(each.key, getattr(each, language)) for each in labels]
            )
            + self._table(self.tr("In the window"), _window_keys())
        )
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(page)
        layout.addWidget(buttons)
        self.resize(560, 620)

    def _table(self, title: str, rows: Sequence[tuple[str, str]]) -> str:
        cells = "".join(
            f'<tr><td width="210"><b>{escape(key)}</b></td><td>{escape(meaning)}</td></tr>' for key, meaning in rows
        )
        return f'<h3>{escape(title)}</h3><table cellpadding="3">{cells}</table>' if rows else ""


def _window_keys() -> list[tuple[str, str]]:
    return [
        (
            ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.shortcuts),
            plain(QCoreApplication.translate("Actions", spec.text)),
        )
        for spec in SPECS
        if spec.shortcuts
    ]


def _words(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
