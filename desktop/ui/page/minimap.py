"""A thin map of the whole article beside the scroll bar: where its marks and the search's hits lie; a click goes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.model import Status
from desktop.ui.look.measures import MAP_WIDTH
from desktop.ui.look.theme import Theme
from desktop.ui.page.folds import head
from desktop.ui.page.mark_index import Mark
from desktop.ui.page.reader import Reader

_TICK = 3  # pixels high
_SETTLE_MS = 30
_EXACT_BELOW = (
    200_000  # code points; where a place of a longer text stands on the page is estimated, or all had to be laid out
)


@dataclass(frozen=True, slots=True)
class Tick:
    """One place on the map: its row in pixels, its colour, and which part of the width it takes."""

    row: int
    color: str
    left: float
    right: float
    key: tuple[int, str, float] = field(init=False, compare=False)  # what two that look alike have in common

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", (self.row, self.color, self.right))


_key = attrgetter("key")


class Minimap(QWidget):
    """Shows a reader's marks on its left two thirds (accepted ones wide, suggested ones narrow) and the hits on the right."""

    jumped = Signal(float)  # share of the page's height that was clicked

    def __init__(self, reader: Reader, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minimap")
        self._reader, self._theme = reader, theme
        self._ticks: tuple[Tick, ...] | None = None
        self._drawn: QPixmap | None = None  # the ticks: to draw thousands anew costs each step of scrolling 4 ms
        self._on: tuple[Tick, ...] = ()  # those that it shows
        self._of: dict[
            int, tuple[Mark, Tick]
        ] = {}  # by the identity of marks, most of which are the same after a change
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of the article"))
        self.setAccessibleDescription(self.tr("Where marks and search hits lie. F8 and F3 step through them by key."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.read_again)
        theme.turned.connect(self._measure_again)
        reader.shown_changed.connect(self._settle.start)
        reader.folding_changed.connect(self._measure_again)
        reader.verticalScrollBar().rangeChanged.connect(self._measure_again)
        reader.verticalScrollBar().valueChanged.connect(self.update)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """What the map shows, in order of painting."""
        if self._ticks is None:
            self._ticks = self._read()
        return self._ticks

    def read_again(self) -> None:
        """Take what the reader shows now."""
        self._ticks = None
        self.update()

    def _measure_again(self) -> None:
        """Take nothing over: the page is laid out otherwise."""
        self._of, self._drawn = {}, None
        self._settle.start()

    def sizeHint(self) -> QSize:
        """Be thin."""
        return QSize(MAP_WIDTH, 100)

    def _read(self) -> tuple[Tick, ...]:
        """Return one tick for each row, colour and part: thousands of marks are hundreds of ticks."""
        row_of, seen = self._rows(), dict[tuple[int, str, float], Tick]()
        held, self._of = self._of, {}
        colors: dict[str, str] = {}
        for mark in self._reader.marks.all:
            label = mark.annotation.label
            if label not in colors:
                colors[label] = self._theme.label(self._reader.mark_layer.color_of(label)).edge
            found = held.get(id(mark))
            if found is None or found[1].color != colors[label]:
                accepted = mark.annotation.status is Status.ACCEPTED
                found = mark, Tick(row_of(mark.first), colors[label], 0.0, 0.62 if accepted else 0.34)
            self._of[id(mark)] = found
            seen[found[1].key] = found[1]
        for at, (start, _) in enumerate(self._reader.hits.found):
            color = self._theme.text if at == self._reader.hits.current else self._theme.accent
            tick = Tick(row_of(self._reader.positions.to_utf16(start)), color, 0.7, 1.0)
            seen[tick.key] = tick
        return tuple(seen.values())

    def _rows(self) -> Callable[[int], int]:
        """Return what gives the row of a place on the page (UTF-16 units)."""
        high, last = self.height(), max(self.height() - _TICK, 0)
        length = max(self._reader.document().characterCount(), 1)
        if length > _EXACT_BELOW:
            return lambda place: min(round(place / length * high), last)
        return lambda place: min(round(self._share(place) * high), last)

    def _share(self, place: int) -> float:
        """Return how far down the page a place (UTF-16 units) stands, 0 to 1, as it is laid out."""
        document = self._reader.document()
        block = head(document.findBlock(place))
        height = document.size().height() or 1.0
        box = document.documentLayout().blockBoundingRect(block)
        within = (place - block.position()) / max(block.length(), 1) if block.contains(place) else 0.0
        return float((box.top() + within * box.height()) / height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks over what the page shows now."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.page))
        bar = self._reader.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        if bar.maximum() > 0:
            top = bar.value() / whole * self.height()
            painter.fillRect(
                QRectF(0, top, MAP_WIDTH, bar.pageStep() / whole * self.height()), QColor(self._theme.hover)
            )
        if self._drawn is None or self._drawn.devicePixelRatioF() != self.devicePixelRatioF():
            self._drawn, self._on = self._blank(), ()
        if self._on is not self.ticks:
            self._draw(self._drawn)
        painter.drawPixmap(0, 0, self._drawn)

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(MAP_WIDTH * ratio), round(self.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        return drawn

    def _draw(self, drawn: QPixmap) -> None:
        """Draw the ticks; where few differ from those drawn before, only what lies under or over those."""
        ticks, inner = self.ticks, MAP_WIDTH - 4
        rows = {key[0] for key in set(map(_key, self._on)).symmetric_difference(map(_key, ticks))}
        near = {row + by for row in rows for by in range(1 - _TICK, _TICK)}
        region = QRegion()
        for row in rows:
            region += QRect(0, row, MAP_WIDTH, _TICK)
        painter = QPainter(drawn)
        painter.setClipRegion(region)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(region.boundingRect(), Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        colors = {tick.color: QColor(tick.color) for tick in ticks if tick.row in near}
        for tick in ticks:
            if tick.row in near:
                width = max(round((tick.right - tick.left) * inner), 2)
                painter.fillRect(2 + round(tick.left * inner), tick.row, width, _TICK, colors[tick.color])
        painter.end()
        self._on = ticks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        self._ticks = self._drawn = None
        self._of = {}
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was pressed."""
        self._jump(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event)

    def _jump(self, event: QMouseEvent) -> None:
        if self.height():
            self.jumped.emit(min(max(event.position().y() / self.height(), 0.0), 1.0))

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what the map shows."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.tr("Marks: {0}").format(len(self._reader.marks.all))
            if self._reader.hits.found:
                words += "\n" + self.tr("Hits: {0}").format(len(self._reader.hits.found))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
