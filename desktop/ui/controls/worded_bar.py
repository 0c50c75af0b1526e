"""A tool bar whose buttons say a word beside their icons where there is room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from desktop.ui.controls.widget_names import named

_AROUND = 34  # pixels of a button and of what parts it from the next beside its icon and word


class WordedBar(QToolBar):
    """Words or none, all of them alike; what it is too narrow for even without words is Qt's to hide."""

    def add_gap(self) -> None:
        """Let what comes now stand at the other end."""
        gap = named(QWidget(self), "gap")
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)

    def place_of(self, action: QAction) -> QRect | None:
        """Return where an action's button lies on the screen; None if it is not to be seen."""
        button = self.widgetForAction(action)
        if button is None or not button.isVisible():
            return None
        return QRect(button.mapToGlobal(button.rect().topLeft()), button.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say words if they have room now."""
        super().resizeEvent(event)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Look again at the room when letters are others."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._say()

    def _say(self) -> None:
        metrics, icon = self.fontMetrics(), self.iconSize().width()
        worded = [action for action in self.actions() if action.iconText() and not action.isSeparator()]
        needed = sum(metrics.horizontalAdvance(action.iconText()) + icon + _AROUND for action in worded)
        roomy = needed <= self.width()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if roomy else Qt.ToolButtonStyle.ToolButtonIconOnly
        if style != self.toolButtonStyle():
            self.setToolButtonStyle(style)
