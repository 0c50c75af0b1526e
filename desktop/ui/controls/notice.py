"""A quiet card over the page that says what went wrong or what was done, until it is closed; nothing makes room for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.ui.controls.plain_words import plain_label, tooltip
from desktop.ui.controls.widget_names import named
from desktop.ui.look import system_look
from desktop.ui.look.theme import Theme

_GOES_MS = 8000  # good news leaves by itself
_OFFERS_MS = 15_000  # what offers something waits longer
_EDGE = 16  # pixels between the card and the edges of what it lies over
_WIDEST = 620  # pixels, with letters of the usual size; a longer sentence goes on in a second line
_SHARE = 3  # the card never covers more than one in so many of what it lies over: then its words are cut
_MARGINS, _TIGHT = (16, 10, 10, 10), (16, 4, 10, 4)  # pixels round what it says; where it is cut
_FOOT = 120  # pixels; with the pointer in this strip the card comes up at the head


class Notice(QFrame):
    """One sentence and a button to close it; bad news stays until then.

    It lies at the foot of another widget, or at its head if the pointer is at the foot: nothing under the pointer changes.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._role = theme, "ok"  # of its edge
        theme.turned.connect(self._dress)
        self._high, self._said = False, ""
        self._words = named(plain_label("", self), "notice_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = named(QPushButton(self.tr("Close"), self), "notice_close")
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        self._offer = named(QPushButton(self), "notice_offer")
        self._offer.clicked.connect(self._take_offer)
        self._wish: Callable[[], object] | None = None
        self._box = layout = QHBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(16)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._goes = QTimer(self, singleShot=True, interval=_GOES_MS)
        self._goes.timeout.connect(self.hide)
        self.lie_over(parent)

    def lie_over(self, over: QWidget) -> None:
        """Take the place over which to come up."""
        self._over = over
        self.setParent(over)
        over.installEventFilter(self)
        self.hide()

    def warn(self, words: str) -> None:
        """Say what went wrong."""
        self._goes.stop()
        self._make_offer("", None)
        self._say(words, "error")

    def inform(self, words: str, offer: str = "", wish: Callable[[], object] | None = None) -> None:
        """Say what was done; `offer` names a button that carries out a wish."""
        self._goes.start(_GOES_MS if wish is None else _OFFERS_MS)
        self._make_offer(offer, wish)
        self._say(words, "ok")

    def _make_offer(self, offer: str, wish: Callable[[], object] | None) -> None:
        self._wish = wish
        self._offer.setText(offer)
        self._offer.setVisible(wish is not None)

    def _take_offer(self) -> None:
        self.hide()
        if self._wish is not None:
            self._wish()

    @property
    def words(self) -> str:
        """What is said at the moment; empty if nothing."""
        return self._said if not self.isHidden() else ""

    def _dress(self) -> None:
        theme, edge = self._theme, getattr(self._theme, self._role)
        self.setStyleSheet(
            f"#notice {{ background: {theme.field}; border: 1px solid {theme.line}; border-left: 4px solid {edge}; border-radius: 6px; }}"
        )

    def _say(self, words: str, role: str) -> None:
        self._role = role
        self._dress()
        self._said = words.replace("….", "…")  # which ends a sentence, too
        self.setAccessibleName(self._said)
        self._high = self._is_pointed_at() if self.isHidden() else self._high  # once up, it stays where it is
        self._lie_down()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _lie_down(self) -> None:
        self._words.setText(self._said)
        self._words.setToolTip("")
        self._words.setWordWrap(False)
        self._box.setContentsMargins(*_MARGINS)
        room = self._room()
        wanted = self.sizeHint().width()
        width = min(wanted, system_look.scaled(_WIDEST), room.width())
        self._words.setWordWrap(width < wanted)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        if width < wanted and height * _SHARE > room.height():
            width = room.width()
            height = self._cut(width - wanted)
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.top() if self._high else room.bottom() - height, width, height)

    def _cut(self, lacking: int) -> int:
        """Let the words stand on one line that is so much too long (a negative number of pixels); return how high the card is then."""
        metrics = self._words.fontMetrics()
        self._words.setWordWrap(False)
        self._box.setContentsMargins(*_TIGHT)
        room = metrics.horizontalAdvance(self._said) + min(lacking, 0)
        self._words.setText(metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, max(room, 0)))
        self._words.setToolTip(tooltip(self._said))
        return self.sizeHint().height()

    def _room(self) -> QRect:
        return self._over.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    def _is_pointed_at(self) -> bool:
        """Return whether the pointer is where the card would come up at the foot."""
        over = self._over
        foot = over.rect()
        foot.setTop(foot.bottom() - _FOOT)
        return foot.contains(over.mapFromGlobal(QCursor.pos()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the card in its place when what it lies over changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._over and not self.isHidden():
            self._lie_down()
        return super().eventFilter(watched, event)
