"""What is drawn under the text of a page, layer over layer (marks, hits, folds, what is pointed at), and in its stead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTextBlock, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.model import Label
from desktop.text.offsets import PositionMap
from desktop.ui.look import fonts
from desktop.ui.look.reading_looks import LOUDNESS, NORMAL, QUIET
from desktop.ui.look.status_signs import draw_cap
from desktop.ui.look.theme import Theme
from desktop.ui.page import folds
from desktop.ui.page.mark_index import Mark, Marks
from desktop.ui.page.mark_layout import Layout, lay_out
from desktop.ui.page.mark_painter import MarkPainter
from desktop.ui.page.search_hits import Hits
from desktop.ui.words.label_names import name_in

_TAG_SHARE = 0.56  # of the reading size
_WORDS = 0.74  # of the reading size, on a fold line
_ARROW = 4.0  # half the side of the sign before the words
_FLASH_MS = 1400


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a layer is drawn on: the document in its theme and size (points), how wide the view is, and where the caret is seen."""

    document: QTextDocument
    theme: Theme
    size: float
    width: float
    caret: QTextBlock | None  # None: the page has not the keyboard


class Layer(Protocol):
    """One layer; a page draws its layers one after the other, then lets Qt draw the text over them."""

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw what lies in a view; `painter` and `view` are in the document's coordinates."""


class MarkLayer:
    """The marks with their tags, in the colours of one theme, with the names of one language."""

    def __init__(self, theme: Theme, language: str, size: float) -> None:
        self.marks = Marks((), PositionMap(""))
        self.selected: str | None = None  # id of the annotation with the ring
        self.labels: dict[str, Label] = {}
        self.loudness = NORMAL
        self._theme, self._language = theme, language
        self.set_size(size)
        self._make_painter()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the label scheme."""
        self.labels = {label.name: label for label in labels}
        self._make_painter()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._make_painter()

    def set_loudness(self, loudness: str) -> None:
        """Draw as loudly as one of LOUDNESS says; another word means normally."""
        self.loudness = loudness if loudness in LOUDNESS else NORMAL
        self._make_painter()

    def set_size(self, size: float) -> None:
        """Let the tags fit a text of a size in points."""
        self.tag_font = fonts.exactly(size * _TAG_SHARE, QFont.Weight.Medium)
        self._metrics = QFontMetricsF(self.tag_font)

    def _make_painter(self) -> None:
        self._painter = MarkPainter(self._theme, self.labels, self.loudness)

    def name(self, mark: Mark) -> str:
        """Return what a mark's label is called."""
        return name_in(self.labels, mark.annotation.label, self._language)

    def color_of(self, label: str) -> str:
        """Return the theme's colour role of a label."""
        return self.labels[label].color if label in self.labels else "other"

    def layout(self, document: QTextDocument, view: QRectF) -> Layout:
        """Return where the marks in a view lie, in the document's coordinates."""
        layout = lay_out(document, self.marks, view, self.name, self._metrics)
        return layout.with_tag_of(self.selected) if self.loudness == QUIET else layout

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw boxes, tags and the ring of the selected one."""
        self._painter.draw(painter, self.layout(sheet.document, view), self.tag_font, self.selected)


class HitLayer:
    """What a search found."""

    def __init__(self) -> None:
        self.hits = Hits()

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw the hits."""
        self.hits.draw(painter, sheet.document, view, sheet.theme)


class FoldLayer(QObject):
    """The line in the place of each folded run, and the rule beside one that lies open."""

    def __init__(self, folded: folds.Folds) -> None:
        super().__init__(folded)
        self._folds = folded

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw fold lines and rules."""
        counts: Mapping[int, int] = self._folds.counts
        if not counts:
            return
        for block, box in folds.blocks_in(sheet.document, view):
            state = block.userState()
            if state == folds.FOLDED:
                self._draw_fold(painter, box, counts.get(block.position(), 0), sheet, block == sheet.caret)
            elif state in (folds.OPEN, folds.INSIDE) and self._folds.folded:
                _draw_open(painter, box, state == folds.OPEN, sheet.theme)

    def _draw_fold(self, painter: QPainter, box: QRectF, count: int, sheet: Sheet, has_caret: bool) -> None:
        words = self.tr("{0} lines of page furniture") if count > 1 else self.tr("{0} line of page furniture")
        font = fonts.exactly(sheet.size * _WORDS)
        metrics, width = QFontMetricsF(font), sheet.width - 2 * sheet.document.documentMargin()
        words = metrics.elidedText(words.format(count), Qt.TextElideMode.ElideRight, width - 18.0)
        painter.setFont(font)
        painter.setPen(QColor(sheet.theme.text if has_caret else sheet.theme.muted))
        text = box.adjusted(18.0, 0.0, 0.0, 0.0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        _draw_arrow(painter, QPointF(box.left() + 6.0, box.center().y()), False, sheet.theme)
        left, right = text.left() + metrics.horizontalAdvance(words), box.left() + width
        painter.setPen(QPen(QColor(sheet.theme.line), 1.0))
        y = round(box.center().y()) + 0.5
        if right - left > 24.0:
            painter.drawLine(QPointF(left + 12.0, y), QPointF(right, y))


class FlashLayer:
    """Points at a stretch for a moment."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._stretch: tuple[int, int] | None = None  # UTF-16 units
        self._end = QTimer(view, singleShot=True, interval=_FLASH_MS)
        self._end.timeout.connect(self.forget)

    def point_at(self, first: int, last: int) -> None:
        """Point at a stretch (UTF-16 units) from now on."""
        self._stretch = first, last
        self._end.start()
        self._view.viewport().update()

    def forget(self) -> None:
        """Point at nothing."""
        self._stretch = None
        self._view.viewport().update()

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw a bar before the stretch and a line under it."""
        if self._stretch is None:
            return
        first, last = (caret_box(self._view, place) for place in self._stretch)
        right = last.left() if last.top() == first.top() else view.right()
        color = QColor(sheet.theme.focus)
        painter.fillRect(QRectF(first.left() - 6.0, first.top(), 3.0, first.height()), color)
        painter.fillRect(QRectF(first.left(), first.bottom() + 1.0, max(right - first.left(), 4.0), 3.0), color)


def offset(view: QTextEdit) -> QPointF:
    """Return where in its document a view begins."""
    return QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())


def caret_box(view: QTextEdit, place: int) -> QRectF:
    """Return where the caret would stand at a place (UTF-16 units), in the document's coordinates."""
    cursor = view.textCursor()
    cursor.setPosition(place)
    return QRectF(view.cursorRect(cursor)).translated(offset(view))


def _draw_open(painter: QPainter, box: QRectF, is_first: bool, theme: Theme) -> None:
    x, top = box.left() - 14.0, box.top()
    if is_first:
        _draw_arrow(painter, QPointF(x, top + 9.0), True, theme)
        top += 18.0
    painter.setPen(QPen(QColor(theme.line), 2.0))
    painter.drawLine(QPointF(x, top), QPointF(x, box.bottom()))


def _draw_arrow(painter: QPainter, at: QPointF, down: bool, theme: Theme) -> None:
    half, tip = _ARROW, _ARROW * 0.7
    points = [QPointF(-tip, -half), QPointF(tip, 0.0), QPointF(-tip, half)]
    if down:
        points = [QPointF(-point.y(), point.x()) for point in points]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.muted))
    painter.drawPolygon(QPolygonF([at + point for point in points]))
    painter.restore()


class EmptyPage(QObject):
    """Words for a first visit, drawn in the middle of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.library_empty = False  # then there is no article to be opened, and the words say how to get one

    def title(self) -> str:
        """Return the headline."""
        return self.tr("The library is empty") if self.library_empty else self.tr("No article is open")

    def words(self) -> str:
        """Return all of it as one text, for those who cannot see it."""
        return "\n".join([self.title(), *(f"{name}: {text}" for name, text in self.hints())])

    def hints(self) -> list[tuple[str, str]]:
        """Return pairs of a gesture and what it does."""
        if self.library_empty:
            return [
                (self.tr("Drop"), self.tr("files or folders on the window to import them")),
                ("Ctrl+O", self.tr("asks for files: .txt, .md, .html, .jsonl")),
                ("Ctrl+V", self.tr("makes an article of a copied text")),
                ("Shift+F1", self.tr("leads through the first steps")),
            ]
        return [
            (self.tr("Click"), self.tr("an article on the shelf to read it here")),
            (self.tr("Drop"), self.tr("files on the window to import them")),
            (self.tr("Select"), self.tr("words and press a label's key to mark them")),
            (self.tr("Enter"), self.tr("accepts the selected mark; full stop and comma step to others")),
        ]

    def draw(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        """Draw the words into a rectangle."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title_font, key_font, font = (
            fonts.reading(20),
            fonts.interface(9.5, QFont.Weight.DemiBold),
            fonts.interface(10.5),
        )
        key, words = QFontMetricsF(key_font), QFontMetricsF(font)
        hints = self.hints()
        keys = max(key.horizontalAdvance(name) for name, _ in hints) + 20
        width = keys + 14 + max(words.horizontalAdvance(text) for _, text in hints)
        row = words.height() * 1.9
        left = place.left() + max(16.0, (place.width() - width) / 2)
        top = place.top() + max(16.0, (place.height() - row * (len(hints) + 2)) * 0.42)
        painter.setFont(title_font)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(left, top + QFontMetricsF(title_font).ascent()), self.title())
        top += QFontMetricsF(title_font).height() + row * 0.5
        for name, text in hints:
            cap = QRectF(left, top + row * 0.14, keys, row * 0.72)
            draw_cap(painter, cap, name, key_font, theme, on_page=True)
            painter.setFont(font)
            painter.setPen(QColor(theme.muted))
            words_at = QRectF(left + keys + 14, top, max(width, place.width() - keys), row)
            painter.drawText(words_at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            top += row
