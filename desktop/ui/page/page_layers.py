"""What is drawn under the text of a page, layer over layer (marks, hits, folds, what is pointed at), and the tags over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTextBlock, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.model import Label, Status
from desktop.text.offsets import PositionMap
from desktop.ui.look import fonts
from desktop.ui.look.reading_looks import LOUDNESS, QUIET, Typography
from desktop.ui.look.theme import Theme
from desktop.ui.page import folds
from desktop.ui.page.mark_index import Mark, Marks
from desktop.ui.page.mark_layout import Layout, Tagging, lay_out
from desktop.ui.page.mark_painter import MarkPainter
from desktop.ui.page.search_hits import Hits
from desktop.ui.words.label_names import name_in
from desktop.ui.words.value_words import value_words

_TAG_SHARE, _CLOSE_SHARE = (
    0.56,
    0.5,
)  # of the reading size: between lines that make room for tags, and between close ones
_LEAST_TAG = 6.0  # points, below which nobody reads a label
_WORDS = 0.74  # of the reading size, on a fold line
_ARROW = 4.0  # half the side of the sign before the words
_FLASH_MS = 1400
_PIXELS = 96 / 72  # a point
_BETWEEN = " · "  # the facts in a tag


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a layer is drawn on: the document in its theme and size (points), how wide the view is, and where the caret is seen."""

    document: QTextDocument
    theme: Theme
    size: float
    width: float
    caret: QTextBlock | None  # None: the page has not the keyboard
    chosen: tuple[int, int]  # first and last of what is selected (UTF-16 units)


class Layer(Protocol):
    """One layer; a page draws its layers one after the other, then lets Qt draw the text over them."""

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw what lies in a view; `painter` and `view` are in the document's coordinates."""


class MarkLayer:
    """The marks in the colours of one theme, with the names of one language; those that one is near with all that is known of them.

    Tags stand where the marks are loud, and over all while they are `tagged` (the lines make room then) or `peeked` at.
    """

    def __init__(self, theme: Theme, language: str, look: Typography) -> None:
        self.marks = Marks((), PositionMap(""))
        self.selected: str | None = None  # id of the annotation with the ring
        self.near: frozenset[str] = frozenset()  # ids of those under pointer and caret
        self.labels: dict[str, Label] = {}
        self.loudness, self.tagged, self.peeked = QUIET, False, False
        self.related: Callable[[str, str], Sequence[str]] = (
            _nothing  # what ties a mark (its id) to others, in a language
        )
        self._theme, self._language = theme, language
        self._laid_out = Layout((), ())
        self._make_painter()
        self.set_typography(look)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take the label scheme."""
        self.labels = {label.name: label for label in labels}
        self._make_painter()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._make_painter()

    def set_loudness(self, loudness: str) -> None:
        """Draw as loudly as one of LOUDNESS says; another word means quietly."""
        self.loudness = loudness if loudness in LOUDNESS else QUIET
        self._make_painter()

    def roomy(self, hidden: frozenset[str]) -> bool:
        """Return whether the lines make room for tags, where the marks of some labels are hidden."""
        return (self.tagged or self.loudness != QUIET) and not self.labels.keys() <= hidden

    def set_typography(self, look: Typography) -> None:
        """Let the tags fit a text, whose lines make room for them or not."""
        share = _TAG_SHARE if look.roomy else _CLOSE_SHARE
        self.tag_font = fonts.exactly(max(look.size * share, _LEAST_TAG), QFont.Weight.Medium)
        above = QFontMetricsF(fonts.reading(look.size, face=look.face)).ascent() - look.size * _PIXELS
        self._tagging = Tagging(self._tag, QFontMetricsF(self.tag_font), 0.0 if look.roomy else max(above, 0.0))

    def _make_painter(self) -> None:
        self._painter = MarkPainter(self._theme, self.labels, self.loudness)

    def name(self, mark: Mark) -> str:
        """Return what a mark's label is called."""
        return name_in(self.labels, mark.annotation.label, self._language)

    def color_of(self, label: str) -> str:
        """Return the theme's colour role of a label."""
        return self.labels[label].color if label in self.labels else "other"

    @property
    def in_full(self) -> frozenset[str]:
        """The ids of the marks that show all: ground, tag and facts."""
        return self.near | {self.selected} if self.selected is not None else self.near

    def _tag(self, mark: Mark) -> str:
        """Return the words of a mark's tag; none if it has no tag now."""
        annotation = mark.annotation
        if annotation.id in self.in_full:
            value = value_words(annotation, self._language)
            told = (self.name(mark), value, *self.related(annotation.id, self._language))
            return _BETWEEN.join(each for each in told if each)
        loud = self.loudness != QUIET and annotation.status is Status.SUGGESTED
        return self.name(mark) if loud or self.tagged or self.peeked else ""

    def layout(self, document: QTextDocument, view: QRectF) -> Layout:
        """Return where the marks in a view lie, in the document's coordinates."""
        return lay_out(document, self.marks, view, self._tagging)

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw grounds, lines and the ring of the selected one."""
        self._laid_out = self.layout(sheet.document, view)
        self._painter.draw(painter, self._laid_out, self.selected, self.in_full)

    def draw_tags(self, painter: QPainter) -> None:
        """Draw the tags of what was drawn last."""
        self._painter.draw_tags(painter, self._laid_out, self.tag_font, self.in_full)


class TagLayer:
    """The tags of the marks, over the text: where lines stand close they lie on what hangs down from the line above."""

    def __init__(self, marks: MarkLayer) -> None:
        self._marks = marks

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw the tags of the marks that were drawn under the text."""
        self._marks.draw_tags(painter)


class HitLayer:
    """What a search found."""

    def __init__(self) -> None:
        self.hits = Hits()

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw the hits."""
        self.hits.draw(painter, sheet.document, view, sheet.theme)


class FoldLayer(QObject):
    """The line in the place of each folded run, and the rule beside one that lies open."""

    def __init__(self, folded: folds.Folds, view: QTextEdit) -> None:
        super().__init__(folded)
        self._folds, self._view = folded, view
        view.selectionChanged.connect(self._follow)

    def _follow(self) -> None:
        if self._folds.counts:  # a fold line says what is done to it, and Qt does not draw it anew
            self._view.viewport().update()

    def draw(self, painter: QPainter, view: QRectF, sheet: Sheet) -> None:
        """Draw fold lines and rules."""
        if not self._folds.counts:
            return
        for block, box in folds.blocks_in(sheet.document, view):
            state = block.userState()
            if state == folds.FOLDED:
                self._draw_fold(painter, box, sheet, block.position(), block == sheet.caret)
            elif state in (folds.OPEN, folds.INSIDE) and self._folds.folded:
                _draw_open(painter, box, state == folds.OPEN, sheet.theme)

    def words(self, count: int, chosen: bool) -> str:
        """Return what a fold line says of so many lines, and what is done to them that are selected along."""
        words = self.tr("{0} lines of page furniture") if count > 1 else self.tr("{0} line of page furniture")
        told = self.tr("{0}: a mark takes them in, a copy leaves them out") if chosen else "{0}"
        return told.format(words.format(count))

    def _draw_fold(self, painter: QPainter, box: QRectF, sheet: Sheet, place: int, has_caret: bool) -> None:
        count, chosen = self._folds.counts.get(place, 0), sheet.chosen[0] <= place < sheet.chosen[1]
        words = self.words(count, chosen)
        font = fonts.exactly(sheet.size * _WORDS)
        metrics, width = QFontMetricsF(font), sheet.width - 2 * sheet.document.documentMargin()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 18.0)
        painter.setFont(font)
        painter.setPen(QColor(sheet.theme.warning if chosen else sheet.theme.text if has_caret else sheet.theme.muted))
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


def _nothing(_annotation: str, _language: str) -> Sequence[str]:
    return ()
