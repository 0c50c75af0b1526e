"""The first steps: five short hints beside what they speak of, gone through or skipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look import fonts
from desktop.ui.look.theme import Theme
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_WIDTH = 340  # pixels
_ARROW = 10  # pixels from the card to the tip
_RADIUS = 8
_AWAY = 24  # pixels from the edge of the card to its tip
_ROUND = 5  # pixels from a mark to the line round it
MARK = "mark"  # what a hint points at: the first suggestion in sight


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: what it points at (a name of the window's, or MARK), the side of the target on which it stands, its words."""

    target: str
    side: str
    title: str
    words: str


HINTS = (
    Hint(
        MARK, "below",
        QT_TRANSLATE_NOOP("Hints", "Suggested marks"),
        QT_TRANSLATE_NOOP(
            "Hints",
            "This is a suggestion: the line below it is broken. Enter accepts it, Backspace rejects it, > goes to the next one.",
        ),
    ),
    Hint(
        "reader", "inside",
        QT_TRANSLATE_NOOP("Hints", "Your own marks"),
        QT_TRANSLATE_NOOP(
            "Hints",
            "Select words with the mouse, or with Shift and the arrows, then press the "
            "key of a label: N for a person, D for a place.",
        ),
    ),
    Hint(
        "side", "left",
        QT_TRANSLATE_NOOP("Hints", "Who, what, how often"),
        QT_TRANSLATE_NOOP(
            "Hints",
            "Each label has a colour and a key, and opens to what it names. Enter on a line "
            "accepts all below it; a click on the colour hides the marks.",
        ),
    ),
    Hint(
        "shelf", "right",
        QT_TRANSLATE_NOOP("Hints", "Your articles"),
        QT_TRANSLATE_NOOP(
            "Hints",
            "Click an article to read it. The box above searches titles and "
            "texts: “dang vien” also finds “đảng viên”.",
        ),
    ),
    Hint(
        "tools", "below",
        QT_TRANSLATE_NOOP("Hints", "Nothing gets lost"),
        QT_TRANSLATE_NOOP(
            "Hints",
            "Every mark is saved when it is made, and Ctrl+Z takes back anything. Drop "
            "files on the window to import your own articles.",
        ),
    ),
)  # fmt: skip


class Hints(QObject):
    """Shows the hints one after the other over a window, which stays in use meanwhile."""

    finished = Signal()  # gone through, or skipped

    def __init__(self, window: QWidget, theme: Theme, mark: Callable[[], QRect | None]) -> None:
        """`mark` says where on the window the first suggestion in sight lies, if there is one."""
        super().__init__(window)
        self._window, self._mark = window, mark
        self.ring = _Ring(theme, window)
        self.card = _Card(theme, window)
        self.card.next_requested.connect(self.forward)
        self.card.skip_requested.connect(self.end)
        self.step = 0
        self.ended = False
        window.installEventFilter(self)

    def begin(self, step: int = 0) -> None:
        """Show a hint, the first one if no other is named."""
        self.step = step
        self._show()

    def forward(self) -> None:
        """Go on to the next hint; after the last one it ends."""
        if self.step + 1 == len(HINTS):
            self.end()
        else:
            self.step += 1
            self._show()

    def end(self) -> None:
        """Take the hint away; the page wants the keyboard then."""
        if self.ended:
            return
        self.ended = True
        self._window.removeEventFilter(self)
        for part in (self.ring, self.card):
            part.hide()
            part.deleteLater()
        self.finished.emit()
        self.deleteLater()

    def _show(self) -> None:
        hint = HINTS[self.step]
        self.card.tell(
            QCoreApplication.translate("Hints", hint.title),
            QCoreApplication.translate("Hints", hint.words),
            self.step + 1,
            len(HINTS),
        )
        self._lay_out()
        for part in (self.ring, self.card):
            part.show()
            part.raise_()
        self.card.take_keyboard()

    def follow(self) -> None:
        """Stand where what is spoken of lies now."""
        if not self.ended:
            self._lay_out()

    def _lay_out(self) -> None:
        hint = HINTS[self.step]
        mark = self._mark() if hint.target == MARK else None
        if mark is not None:
            self.ring.setGeometry(mark.adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND))
            self.card.stand(self.ring.geometry(), hint.side)
            return
        name = "reader" if hint.target == MARK else hint.target
        targets = [each for each in self._window.findChildren(QWidget, name) if each.isVisible()]
        target = targets[0] if targets else self._window
        place = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        self.ring.setGeometry(place)
        self.card.stand(place, "inside" if hint.target == MARK else hint.side)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)


class _Card(QWidget):
    """One hint's card with an arrow to what it speaks of."""

    next_requested = Signal()
    skip_requested = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("hint")
        self._theme = theme
        self._side = "inside"
        self.title = plain_label("", self)
        self.title.setFont(fonts.interface(11.5, QFont.Weight.DemiBold))
        self.words = plain_label("", self)
        self.words.setWordWrap(True)
        self._count = named(plain_label("", self), "quiet")
        self.skip = named(QPushButton(self.tr("Skip"), self), "hint_skip")
        self.next = named(QPushButton(self), "hint_next")
        self.skip.clicked.connect(self.skip_requested)
        self.next.clicked.connect(self.next_requested)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18 + _ARROW, 16 + _ARROW, 14 + _ARROW, 12 + _ARROW)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(4)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self.skip)
        foot.addWidget(self.next)
        self.hide()

    def tell(self, title: str, words: str, number: int, total: int) -> None:
        """Show other words."""
        self.title.setText(title)
        self.words.setText(words)
        self._count.setText(self.tr("{0} of {1}").format(number, total))
        self.next.setText(self.tr("Next") if number < total else self.tr("Begin"))
        self.skip.setVisible(number < total)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {words}"))

    def take_keyboard(self) -> None:
        """Put the keyboard on the button that goes on."""
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self, target: QRect, side: str) -> None:
        """Stand at a side of a rectangle of the window, or in its middle."""
        self._side = side
        self._column.activate()
        width = _WIDTH + 2 * _ARROW
        height = max(self._column.heightForWidth(width), self.minimumSizeHint().height())
        place = QRect(0, 0, width, height)
        if side == "right":
            place.moveTopLeft(QPoint(target.right(), target.top() + target.height() // 6))
        elif side == "left":
            place.moveTopRight(QPoint(target.left(), target.top() + target.height() // 6))
        elif side == "below":
            place.moveTopLeft(
                QPoint(target.left() + min(_AWAY, target.width() // 2) - _AWAY - 2 * _ARROW, target.bottom())
            )
        else:
            place.moveCenter(QPoint(target.center().x(), target.top() + target.height() * 2 // 3))
        room = self.window().rect()
        place.moveLeft(max(0, min(place.left(), room.right() - width)))
        place.moveTop(max(0, min(place.top(), room.bottom() - height)))
        self.setGeometry(place)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips, Enter goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.skip_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_requested.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and its arrow as one shape."""
        box = QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW - 1.0, -_ARROW - 1.0)
        shape = QPainterPath()
        shape.addRoundedRect(box, _RADIUS, _RADIUS)
        arrow = QPainterPath()
        arrow.addPolygon(_arrow(box, self._side))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.focus), 1.5))
        painter.setBrush(QColor(self._theme.field))
        painter.drawPath(shape.united(arrow).simplified())


def _arrow(box: QRectF, side: str) -> QPolygonF:
    """Return the arrow of a card: three points towards what it speaks of; none for a card that stands in its target."""
    at = {
        "right": ((box.left() + 1, box.top() + 24), (-_ARROW, _ARROW), (0, 2 * _ARROW)),
        "left": ((box.right() - 1, box.top() + 24), (_ARROW, _ARROW), (0, 2 * _ARROW)),
        "below": ((box.left() + 24, box.top() + 1), (_ARROW, -_ARROW), (2 * _ARROW, 0)),
    }.get(side)
    if at is None:
        return QPolygonF()
    (x, y), *others = at
    return QPolygonF([QPointF(x, y), *(QPointF(x + right, y + down) for right, down in others)])


class _Ring(QWidget):
    """A line around what a hint speaks of; the mouse goes through it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line within the edges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.focus), 2.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 5, 5)
