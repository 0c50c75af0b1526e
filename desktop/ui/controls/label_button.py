"""A button that gives one label: its colours, its name, and its key as a cap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from desktop.model import Label
from desktop.ui.controls.plain_words import tooltip
from desktop.ui.look import fonts
from desktop.ui.look.label_swatch import draw_swatch
from desktop.ui.look.status_signs import draw_cap
from desktop.ui.look.theme import Theme
from desktop.ui.words.label_names import label_guideline, label_name

_SIDE, _TIGHT, _GAP = 5.0, 3.0, 4.0  # pixels; without the name there is less of them at the sides
_SWATCH_WIDTH, _SWATCH_HEIGHT = 12.0, 12.0
_CAP = 17.0  # side of the key's cap


class LabelButton(QToolButton):
    """Shows one label in the window's language; `label_name` says which."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._label: Label | None = None
        self._named = self._keyed = True
        self._key_font = fonts.exactly(self.font().pointSizeF() * 0.86, QFont.Weight.Medium)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is

    @property
    def label_name(self) -> str:
        """The label that the button gives."""
        return self._label.name if self._label else ""

    def show_label(self, label: Label) -> None:
        """Offer this label."""
        self._label = label
        name = label_name(label, self._language)
        self.setText(name)
        self.setAccessibleName(self.tr("{0}, key {1}").format(name, label.key) if label.key else name)
        self.setToolTip(tooltip("\n".join(filter(None, (name, label_guideline(label, self._language))))))
        self.updateGeometry()

    @property
    def is_named(self) -> bool:
        """Whether the name is shown."""
        return self._named

    def show_parts(self, name: bool, key: bool) -> None:
        """Show name and key beside the colours, or one of both alone; the tooltip tells the name then."""
        if (name, key) != (self._named, self._keyed):
            self._named, self._keyed = name, key
            self.updateGeometry()

    @property
    def _side(self) -> float:
        return _SIDE if self._named else _TIGHT

    def sizeHint(self) -> QSize:
        """Leave room for colours, name and cap."""
        metrics = QFontMetricsF(self.font())
        name = metrics.horizontalAdvance(self.text()) + _GAP if self._named else 0.0
        width = 2 * self._side + _SWATCH_WIDTH + _GAP + name + (_CAP if self._keyed else 0.0)
        return QSize(round(width), round(max(metrics.height(), _CAP) + 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground as usual, then what stands on it."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        if self._label is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, middle = self._theme.label(self._label.color), self.height() / 2
        box = QRectF(self._side, middle - _SWATCH_HEIGHT / 2, _SWATCH_WIDTH, _SWATCH_HEIGHT)
        draw_swatch(painter, box, color)
        left = box.right() + _GAP
        cap = QRectF(self.width() - self._side - _CAP + 2, middle - _CAP / 2, _CAP, _CAP)
        painter.setPen(QColor(self._theme.text))
        end = cap.left() if self._keyed else self.width() - self._side
        words = QRectF(left, 0.0, end - left, self.height())
        if self._named:
            shown = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if self._label.key and self._keyed:
            draw_cap(painter, cap, self._label.key, self._key_font, self._theme)
