"""The facts that tie the selected mark to others, to be accepted or rejected one by one; not there for a mark without any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.model import Status
from desktop.ui.controls import mark_keys
from desktop.ui.controls.plain_words import plain_label, tooltip
from desktop.ui.controls.widget_names import named
from desktop.ui.look import fonts, system_look, worn_icons
from desktop.ui.look.status_signs import draw_status
from desktop.ui.look.theme import Theme
from desktop.ui.words import state_words
from desktop.ui.words.fact_words import Tie

_ROW, _MOST_ROWS = 24, 4  # pixels, for letters of the usual size; more rows are scrolled to
_SIGN = 13.0
_TIE = Qt.ItemDataRole.UserRole


class FactsStrip(QFrame):
    """A small list: Enter accepts the current fact, Backspace rejects it, Escape goes back; two buttons do the same."""

    accept_requested = Signal(list)  # ids of the relations that say it
    reject_requested = Signal(list)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._ties: list[Tie] = []
        self._of = ""
        self.list = _List(self)
        self.list.setItemDelegate(_Row(theme, self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 6, 2)
        column.setSpacing(0)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        title = plain_label(self.tr("Facts"), self)
        title.setFont(fonts.interface(8.5, QFont.Weight.DemiBold))
        head.addWidget(title, 1)
        column.addWidget(self.list)
        for name, words, accepted in (
            ("accept", self.tr("Accept the fact (Enter)"), True),
            ("reject", self.tr("Reject the fact (Backspace)"), False),
        ):
            button = named(QToolButton(self), f"fact_{name}")
            worn_icons.put(button, name, theme)
            button.setIconSize(QSize(14, 14))
            button.setAutoRaise(True)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(partial(self._settle, accepted))
            head.addWidget(button)
        self.list.settled.connect(self._settle)
        self.list.left.connect(self.left)
        self.hide()

    def show_ties(self, of: str, ties: Sequence[Tie]) -> None:
        """Show the facts of a mark (its id); what is current in them stays while it is the same mark's."""
        if of == self._of and list(ties) == self._ties:
            return
        row = max(self.list.currentRow(), 0) if of == self._of else 0
        if not ties and self.list.hasFocus():
            self.left.emit()
        self._of, self._ties = of, list(ties)
        self.list.clear()
        for tie in ties:
            item = QListWidgetItem(tie.words[:1].upper() + tie.words[1:], self.list)
            item.setData(_TIE, tie)
            told = f"{item.text()} · {state_words.status(tie.status)}"
            item.setToolTip(tooltip(told))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        self.list.setCurrentRow(min(row, len(ties) - 1))
        self.list.setFixedHeight(system_look.scaled(_ROW) * min(len(ties), _MOST_ROWS) + 4)
        self.setVisible(bool(ties))

    def _settle(self, accepted: bool) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._ties):
            return
        ids = list(self._ties[row].ids)
        (self.accept_requested if accepted else self.reject_requested).emit(ids)
        if row + 1 < self.list.count() and set(ids) <= set(self._ties[row].ids):
            self.list.setCurrentRow(row + 1)


class _List(QListWidget):
    settled = Signal(bool)  # whether the current fact is accepted
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facts_list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Facts of the mark"))
        self.setAccessibleDescription(self.tr("Enter accepts, Backspace rejects, Escape goes back."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers, wish = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, mark_keys.wish(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif wish is not None:
            self.settled.emit(wish == "accept")
        elif modifiers or not event.text().strip():  # Qt would look for a row that begins with a letter
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """One line: the fact in words, struck out if it was rejected, and how it stands."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._font = theme, fonts.interface(9.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, system_look.scaled(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tie, theme, state = index.data(_TIE), self._theme, option.state
        place, focused = QRectF(option.rect), bool(state & QStyle.StateFlag.State_HasFocus)
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = current and bool(state & QStyle.StateFlag.State_Active) and focused
        if chosen or current or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.selection if chosen else theme.hover))
        text = theme.selection_text if chosen else theme.muted if tie.status is Status.REJECTED else theme.text
        font = QFont(self._font)
        font.setStrikeOut(tie.status is Status.REJECTED)
        inside = place.adjusted(4, 0, -6, 0)
        words = inside.adjusted(0, 0, -_SIGN - 6, 0)
        shown = QFontMetricsF(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        painter.setFont(font)
        painter.setPen(QColor(text))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        sign = QRectF(inside.right() - _SIGN, inside.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_status(painter, sign, tie.status, QColor(theme.selection_text if chosen else theme.muted))
        if focused:
            painter.setPen(QPen(QColor(theme.focus), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()
