"""The small line under a title: source, date and tags, as much of each as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.model import Row
from desktop.ui.look.theme import Theme

_LETTERS = 8  # of a source or a tag that are shown at least, else nothing of it
_AROUND, _BETWEEN = 5.0, 4.0  # pixels beside the words of a tag, and between two
_BEFORE = 7.0  # pixels between the words and the first tag
_DOT = " · "


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of an article in words."""

    source: str
    date: str

    def __bool__(self) -> bool:
        return bool(self.source or self.date)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and how wide they are shown, pixels; `is_tag`: in a frame."""

    words: str
    width: float
    is_tag: bool = False


def facts_of(row: Row) -> Facts:
    """Return what is told of a row."""
    return Facts(row.source, day(row.published))


def day(published: str | None) -> str:
    """Return the day of an ISO date as it is written in Vietnam: 5/8/2026."""
    parts = (published or "")[:10].split("-")
    return "/".join(str(int(part)) for part in reversed(parts)) if all(part.isdigit() for part in parts) else ""


def pieces(facts: Facts, tags: Sequence[str], width: float, metrics: QFontMetricsF) -> list[Piece]:
    """Return what is shown in a width: the date whole, the source cut for the tags, the tags with at least eight letters or as `+2`."""
    source, date = facts.source, facts.date
    tail = (_DOT if source and date else "") + date
    beside = width - metrics.horizontalAdvance(tail)
    wanted = sum(_pill(tag, metrics) + _BETWEEN for tag in tags) + (_BEFORE if tags and facts else 0.0)
    whole = metrics.horizontalAdvance(source)
    least = min(whole, metrics.horizontalAdvance(source[:_LETTERS] + "…"))
    told = metrics.elidedText(source, Qt.TextElideMode.ElideRight, max(least, beside - wanted)) + tail
    words = metrics.elidedText(told, Qt.TextElideMode.ElideRight, width)
    shown = [Piece(words, metrics.horizontalAdvance(words))] if words else []
    left = width - sum(each.width for each in shown) - (_BEFORE if shown else 0.0)
    return shown + _tags(tags, left, metrics)


def _tags(tags: Sequence[str], left: float, metrics: QFontMetricsF) -> list[Piece]:
    shown: list[Piece] = []
    for at, tag in enumerate(tags):
        more = len(tags) - at - 1
        rest = metrics.horizontalAdvance(f"+{more}") + _BETWEEN if more else 0.0
        room = left - rest - 2 * _AROUND
        words = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, room)
        if words != tag and len(words) <= _LETTERS:
            number = f"+{more + 1}"
            wide = metrics.horizontalAdvance(number)
            return shown + ([Piece(number, wide)] if wide <= left else [])
        shown.append(Piece(words, metrics.horizontalAdvance(words) + 2 * _AROUND, is_tag=True))
        left -= shown[-1].width + _BETWEEN
    return shown


def _pill(tag: str, metrics: QFontMetricsF) -> float:
    return metrics.horizontalAdvance(tag) + 2 * _AROUND


class FactLine:
    """Draws the line."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme, self._font, self._metrics = theme, font, QFontMetricsF(font)

    @property
    def height(self) -> float:
        """The height of the line, pixels."""
        return self._metrics.height() + 2.0

    def draw(self, painter: QPainter, place: QRectF, facts: Facts, tags: Sequence[str]) -> None:
        """Draw what there is room for."""
        theme, left = self._theme, place.left()
        painter.setFont(self._font)
        painter.setBrush(QColor(theme.field))
        for piece in pieces(facts, tags, place.width(), self._metrics):
            box = QRectF(left, place.top(), piece.width, place.height())
            if piece.is_tag:
                painter.setPen(QColor(theme.line))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(theme.muted))
            inside = box.adjusted(_AROUND, 0, 0, 0) if piece.is_tag else box
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, piece.words)
            left = box.right() + (_BETWEEN if piece.is_tag else _BEFORE)
