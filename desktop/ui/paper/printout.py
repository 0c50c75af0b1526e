"""One article on paper: laid out on pages, with or without its marks, drawn on a printer, into a PDF or as a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from time import monotonic

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPixmap,
    QTextBlock,
    QTextDocument,
)

from desktop.model import Annotation, Article, Label, Line, Role, Status
from desktop.text.offsets import PositionMap
from desktop.ui.look import fonts
from desktop.ui.look.reading_looks import QUIET, Typography
from desktop.ui.look.theme import load as load_theme
from desktop.ui.page import folds, line_looks
from desktop.ui.page.mark_index import Mark, Marks
from desktop.ui.page.mark_layout import Layout, Tag, Tagging, lay_out
from desktop.ui.page.mark_painter import MarkPainter
from desktop.ui.paper.paper_legend import draw_legend
from desktop.ui.paper.paper_notes import add_notes
from desktop.ui.words.label_names import name_in
from desktop.ui.words.quotation import published

_MARGIN = 20.0  # millimetres
_FOOT = 10.0  # millimetres between the text and the line at the foot
_SIZE = 10.5  # points
_FOOT_SIZE = 7.5
_TAG_SHARE = 0.56
_DOTS_PER_INCH = 300
_AT_ONCE = 8000  # UTF-16 units that are laid out between two looks at the clock
_OVER = 16.0  # pixels that boxes and tags may reach over the edges of the text


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be seen on paper."""

    marks: bool = True
    furniture: bool = False
    face: str = fonts.LITERATA
    loudness: str = QUIET
    hidden: frozenset[str] = frozenset()
    notes: bool = False


class Printout:
    """The pages of one article; coordinates of the layout are the screen's pixels, whatever the paper's are."""

    def __init__(
        self,
        article: Article,
        annotations: Sequence[Annotation],
        labels: Sequence[Label],
        language: str,
        wanted: Wanted,
        paper: QSizeF | None = None,
    ) -> None:
        """Lay an article out on paper of a size in millimetres, A4 if none is given."""
        self.article = article
        self._language = language
        self._wanted = wanted
        self._theme = replace(load_theme("light"), page="#ffffff")
        self._labels: dict[str, Label] = {label.name: label for label in labels}
        self._dots = QGuiApplication.primaryScreen().logicalDotsPerInch() / 25.4  # a millimetre
        self.paper = paper or QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Millimeter)
        self._body = QSizeF(self.paper.width() - 2 * _MARGIN, self.paper.height() - 2 * _MARGIN - _FOOT) * self._dots
        positions = PositionMap(article.text)
        self._marks = Marks(annotations if wanted.marks else (), positions, wanted.hidden)
        self._painter = MarkPainter(self._theme, self._labels, wanted.loudness, outlines=True)
        self._tag_font = self._in_pixels(fonts.exactly(_SIZE * _TAG_SHARE, QFont.Weight.Medium))
        self._tagging = Tagging(self._tag, QFontMetricsF(self._tag_font))
        self.document = QTextDocument()
        self.document.setUseDesignMetrics(True)
        self.document.setDocumentMargin(0.0)
        face = fonts.reading(_SIZE, face=wanted.face)
        # Widths that fit a screen's pixels would space the letters unevenly on paper.
        face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.document.setDefaultFont(face)
        left_out = () if wanted.furniture else _furniture(article)
        self.document.setPlainText(_without(article.text, left_out))
        look = Typography(_SIZE, wanted.face, roomy=wanted.marks and wanted.loudness != QUIET)
        line_looks.dress(self.document, article, positions, self._theme, look)
        self._hide(left_out, positions)
        if wanted.notes:
            add_notes(self.document, article.text, annotations, self._labels, language, self._theme)
        self.document.setPageSize(self._body)
        self._laid_out, self._reached = False, 0

    def lay_out(self, until: float) -> bool:
        """Lay out as much as there is time for until a moment of the monotonic clock; return whether all is laid out."""
        layout = self.document.documentLayout()
        while not self._laid_out:
            block = self.document.findBlock(self._reached)
            if not block.isValid():
                block = self.document.lastBlock()
            layout.blockBoundingRect(block)  # lays out as far as here
            self._reached = block.position() + block.length() + _AT_ONCE
            self._laid_out = not block.next().isValid()
            if monotonic() >= until:
                break
        return self._laid_out

    @property
    def counted(self) -> bool:
        """Whether all is laid out, so that to ask for the number of pages takes no time."""
        return self._laid_out

    @property
    def pages(self) -> int:
        """How many pages there are."""
        self.lay_out(inf)
        return self.document.pageCount()

    def _hide(self, lines: Sequence[Line], positions: PositionMap) -> None:
        runs: list[tuple[QTextBlock, QTextBlock]] = []  # what is hidden as one costs one change of format
        for line in lines:
            first = last = self.document.findBlock(positions.to_utf16(line.start))
            while last.next().isValid() and not last.next().text().strip():
                last = last.next()
            runs.append((runs.pop()[0] if runs and runs[-1][1].next() == first else first, last))
        with folds.at_once(self.document):
            for first, last in runs:
                folds.hide(first, last)

    def draw(self, painter: QPainter, number: int, dots_per_inch: float) -> None:
        """Draw one page (from 0) on paper whose left upper corner is the painter's origin."""
        scale = dots_per_inch / 25.4 / self._dots
        view = QRectF(0, number * self._body.height(), self._body.width(), self._body.height())
        painter.save()
        painter.scale(scale, scale)
        painter.translate(_MARGIN * self._dots, _MARGIN * self._dots)
        self._draw_foot(painter, number)
        painter.translate(0, -view.top())
        painter.setClipRect(view.adjusted(-_OVER, -_OVER, _OVER, 0))
        layout = self._layout(view)
        self._painter.draw(painter, layout, None)
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self._theme.text))
        context.palette = palette
        context.clip = view
        self.document.documentLayout().draw(painter, context)
        painter.setClipRect(view.adjusted(-_OVER, -_OVER, _OVER, 0))
        self._painter.draw_tags(painter, layout, self._tag_font)
        painter.setClipping(False)
        used = {piece.mark.annotation.label for piece in layout.pieces}
        below = QRectF(0, view.bottom() + _FOOT * self._dots * 0.9, view.width(), 0.0)
        font = self._in_pixels(fonts.exactly(_FOOT_SIZE))
        draw_legend(painter, below, used, self._labels, self._theme, self._language, font)
        painter.restore()

    def _in_pixels(self, font: QFont) -> QFont:
        """Return a face sized in the layout's pixels: a painter would take its points by the paper's dots, and scale them again."""
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPixelSize(round(font.pointSizeF() * self._dots * 25.4 / 72))
        return font

    def tags(self, number: int) -> tuple[Tag, ...]:
        """Return the tags of one page (from 0)."""
        self.lay_out(inf)
        return self._layout(QRectF(0, number * self._body.height(), self._body.width(), self._body.height())).tags

    def _layout(self, view: QRectF) -> Layout:
        """Return the marks of one page's lines: the first line's tags lie above the page, the next page's not on it."""
        layout = lay_out(self.document, self._marks, view, self._tagging)
        pieces = tuple(each for each in layout.pieces if view.top() < each.box.center().y() < view.bottom())
        tags = tuple(each for each in layout.tags if view.top() < each.box.bottom() <= view.bottom())
        return Layout(pieces, tags)

    def _tag(self, mark: Mark) -> str:
        """Return the words of a tag, as on the screen: what is decided has none."""
        told = self._wanted.loudness != QUIET and mark.annotation.status is Status.SUGGESTED
        return name_in(self._labels, mark.annotation.label, self._language) if told else ""

    def _draw_foot(self, painter: QPainter, number: int) -> None:
        font = self._in_pixels(fonts.exactly(_FOOT_SIZE))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        foot = QRectF(0, self._body.height() + _FOOT * self._dots / 2, self._body.width(), _FOOT * self._dots)
        count = f"{number + 1} / {self.pages}" if self._laid_out else f"{number + 1}"
        parts = (self.article.title, self.article.source, published(self.article, self._language))
        source = " – ".join(part for part in parts if part)
        room = foot.width() * 0.85
        source = QFontMetricsF(font).elidedText(source, Qt.TextElideMode.ElideRight, room)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, source)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, count)

    def print_on(self, device: QPagedPaintDevice, first: int = 0, last: int | None = None) -> None:
        """Draw the pages from `first` to before `last` on a printer or a PDF whose margins are none."""
        painter = QPainter(device)
        try:
            for number in range(first, self.pages if last is None else min(last, self.pages)):
                if number > first:
                    device.newPage()
                self.draw(painter, number, device.logicalDpiX())
        finally:
            painter.end()

    def pdf(self) -> bytes:
        """Return the pages as a PDF."""
        buffer = QBuffer()
        self.print_on(self.writer(buffer))
        buffer.close()
        return bytes(buffer.data().data())

    def writer(self, buffer: QBuffer) -> QPdfWriter:
        """Return what writes pages of this paper as a PDF into a buffer, which is opened for it."""
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_DOTS_PER_INCH)
        writer.setTitle(self.article.title)
        writer.setCreator("Bút Dạ")
        size = QPageSize(self.paper, QPageSize.Unit.Millimeter)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        return writer

    def picture(self, number: int, width: int) -> QPixmap:
        """Return one page as a picture of a width in pixels."""
        dots_per_inch = width / (self.paper.width() / 25.4)
        pixmap = QPixmap(width, round(self.paper.height() / 25.4 * dots_per_inch))
        pixmap.fill(Qt.GlobalColor.white)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.draw(painter, number, dots_per_inch)
        painter.end()
        return pixmap


def _furniture(article: Article) -> tuple[Line, ...]:
    """Return the lines that are not printed; none of a page that would be empty without them."""
    lines = tuple(line for line in article.lines if line.role is Role.FURNITURE)
    return lines if len(lines) < len(article.lines) else ()


def _without(text: str, lines: Sequence[Line]) -> str:
    """Return what is put into the document: nothing that a search in a PDF finds stands for lines that are left out."""
    parts, at = [], 0
    for line in lines:
        units = len(text[line.start : line.end].encode("utf-16-le", "surrogatepass")) // 2
        parts += [line_looks.display(text[at : line.start]), "\u200b" * units]
        at = line.end
    return "".join([*parts, line_looks.display(text[at:])])
