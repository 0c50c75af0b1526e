"""The bar under the page during a review: what is to be decided, how far one is, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.ui.controls.cut_label import CutLabel
from desktop.ui.controls.widget_names import named
from desktop.ui.look import worn_icons
from desktop.ui.look.theme import Theme

_ICON = QSize(18, 18)
_ROOMY = 760  # pixels; in less the buttons of a suggestion go without their words
_ICONS = {"accept": "accept", "reject": "reject", "skip": "next", "review_on": "next", "end": "close"}


class DecisionBar(QFrame):
    """Two lines of words and a row of actions; it never takes the keyboard, which stays with the page."""

    def __init__(self, theme: Theme, acts: Sequence[QAction], parent: QWidget) -> None:
        """`acts` are accept, reject, skip, review_on (the next article) and review (its end)."""
        super().__init__(parent)
        self.setObjectName("decision_bar")
        self.setAccessibleName(self.tr("Review"))
        self._what = named(CutLabel(self), "decision_what")
        self._progress = named(CutLabel(self), "decision_progress")
        self._progress.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        *others, self._end = acts
        self._buttons = {action.objectName(): self._button(action, theme) for action in others}
        self._buttons["end"] = self._end_button(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(6)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._progress)
        for button in self._buttons.values():
            row.addWidget(button)
        self.hide()

    def _button(self, action: QAction, theme: Theme) -> QToolButton:
        button = named(QToolButton(self), f"decision_{action.objectName()}")
        button.setDefaultAction(action)
        worn_icons.put(button, _ICONS[action.objectName()], theme)
        button.setIconSize(_ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the page
        button.setAutoRaise(True)
        button.setAccessibleName(action.toolTip())
        return button

    def _end_button(self, theme: Theme) -> QToolButton:
        button = named(QToolButton(self), "decision_end")
        button.setText(self.tr("End (Esc)"))
        worn_icons.put(button, _ICONS["end"], theme)
        button.setIconSize(_ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("End the review (Esc)"))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(self._end.trigger)
        return button

    def show_suggestion(self, words: Sequence[str], progress: Sequence[str]) -> None:
        """Show what is to be decided, and how far one is; where there is no room the last parts are left out."""
        self._show(words, progress, ("accept", "reject", "skip", "end"))

    def show_end(self, words: Sequence[str], progress: Sequence[str], goes_on: bool) -> None:
        """Show that nothing is left in the article; `goes_on`: another one has suggestions."""
        self._show(words, progress, ("review_on", "end") if goes_on else ("end",))

    def _show(self, words: Sequence[str], progress: Sequence[str], offered: Sequence[str]) -> None:
        for name, button in self._buttons.items():
            button.setVisible(name in offered)
        self._what.say(words)
        self._progress.say(progress)

    def _fit(self) -> None:
        roomy = self.width() >= _ROOMY
        for name, button in self._buttons.items():
            in_words = roomy or name == "review_on"
            button.setToolButtonStyle(
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon if in_words else Qt.ToolButtonStyle.ToolButtonIconOnly
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let buttons have words where there is room for them."""
        super().resizeEvent(event)
        self._fit()
