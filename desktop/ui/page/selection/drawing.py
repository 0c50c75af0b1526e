"""The selection drawn with the mouse, which takes syllables whole; a double click a word, a third click a sentence."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from desktop.text.selecting import syllables
from desktop.text.selecting.edges import SENTENCE, WORD, Unit
from desktop.text.selecting.visible import visible
from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.mark_layout import onto_line
from desktop.ui.page.page_layers import caret_box, offset

_EXACT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier  # many desktops take Alt with the mouse


class DrawnSelection:
    """What is drawn is shown at whole syllables while it is drawn; with Alt or Ctrl held, now or at the end, it stays as it is.

    Drawn on after a double or a third click it goes on by words or sentences. What is selected by keys is shown letter by letter,
    and taken at whole syllables too when it is marked. The page hands on its mouse events, aimed at a line: `give_up` before Qt
    takes a press, `begin` after it, `take_word` after a double click, `follow` after a move, `end` after the release.
    """

    def __init__(self, page: ArticleView) -> None:
        self._page = page
        self._anchor: int | None = None  # UTF-16; where a drag began; None: Qt selects words or a line by itself
        self._held: tuple[Unit, tuple[int, int]] | None = (
            None  # what a double or a third click took, and by what it goes on
        )
        self._exact: tuple[int, int] | None = None  # the selection, code points, that was drawn so

    def stretch(self) -> tuple[int, int] | None:
        """Return start and end of the selected text (code points) at whole syllables, or exactly as drawn with Alt or Ctrl.

        What cannot be seen is left out at both edges; None if nothing is left.
        """
        article, chosen = self._page.article, self._page.selection()
        if article is None or chosen is None:
            return None
        found = visible(article.text, *chosen)
        return found if found is None or self._exact == chosen else syllables.snap(article.text, *found)

    def boxes(self) -> tuple[QRectF, QRectF] | None:
        """Return where the selected text begins and ends, in the viewport's coordinates; None: nothing is selected."""
        chosen = self.stretch()
        if chosen is None:
            return None
        places = (caret_box(self._page, self._page.positions.to_utf16(place)) for place in chosen)
        first, last = (box.translated(-offset(self._page)) for box in places)
        return first, last

    def place_at(self, point: QPoint) -> int:
        """Return the place (UTF-16 units) that is nearest to a point of the viewport."""
        return self._page.cursorForPosition(self._on_line(point)).position()

    def aimed(self, event: QMouseEvent) -> QMouseEvent:
        """Return an event, or the same on the nearest line if it lies between two."""
        point = event.position().toPoint()
        place = self._on_line(point)
        if place == point:
            return event
        return QMouseEvent(
            event.type(), QPointF(place), event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def give_up(self, event: QMouseEvent) -> None:
        """Begin a new selection inside of one too: Qt would begin to drag its words away, which a page to read has no use for."""
        cursor, extends = self._page.textCursor(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() == Qt.MouseButton.LeftButton and not extends and cursor.hasSelection():
            place = self._page.cursorForPosition(event.position().toPoint()).position()
            if cursor.selectionStart() <= place <= cursor.selectionEnd():
                self._page.move_caret(place)

    def begin(self, event: QMouseEvent) -> None:
        """Remember where a drag begins; a third click, for which Qt selects a line, takes a sentence."""
        cursor = self._page.textCursor()
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._held, self._anchor = None, cursor.anchor()
        if cursor.hasSelection() and not extends:
            self._take(SENTENCE, event)

    def take_word(self, event: QMouseEvent) -> None:
        """Take the word under a double click."""
        self._take(WORD, event)

    def _take(self, unit: Unit, event: QMouseEvent) -> None:
        article = self._page.article
        if article is None:
            return
        found = unit.at(article.text, self._place(event))
        self._anchor, self._held = None, (unit, found) if found else None
        if found:
            self._exact = None
            self._page.move_caret(*map(self._page.positions.to_utf16, found))

    def _place(self, event: QMouseEvent) -> int:
        return self._page.positions.to_code_points(self.place_at(event.position().toPoint()))

    def follow(self, event: QMouseEvent) -> None:
        """Show whole syllables while the selection is drawn."""
        if event.buttons() & Qt.MouseButton.LeftButton and (self._anchor is not None or self._held is not None):
            self._snap(event)

    def end(self, event: QMouseEvent) -> None:
        """Leave whole syllables selected."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._snap(event)

    def _on_line(self, point: QPoint) -> QPoint:
        """Return a point of the viewport, moved onto the nearest line if it lies between two."""
        page = self._page
        if page.article is None or not page.viewport().rect().contains(point):
            return point
        begin = offset(page)
        return (onto_line(page.document(), QPointF(point) + begin) - begin).toPoint()

    def _snap(self, event: QMouseEvent) -> None:
        page, cursor = self._page, self._page.textCursor()
        if page.article is None or not cursor.hasSelection():
            return
        if self._held is not None:
            anchor, place = self._on_by(*self._held, page.article.text, event)
        elif self._anchor is None:
            return  # no word and no sentence is there: what Qt took stays
        else:
            anchor, place = self._at_syllables(
                page.article.text, self._anchor, self.place_at(event.position().toPoint()), event
            )
        page.move_caret(*map(page.positions.to_utf16, (anchor, place)))

    def _on_by(self, unit: Unit, held: tuple[int, int], text: str, event: QMouseEvent) -> tuple[int, int]:
        """Return from where to where the selection goes: from what is held on to the unit under the pointer."""
        place = self._place(event)
        there = unit.at(text, place) or (place, place)
        if place < held[0]:
            return held[1], min(there[0], held[0])
        return held[0], max(there[1], held[1]) if place > held[1] else held[1]

    def _at_syllables(self, text: str, anchor: int, place: int, event: QMouseEvent) -> tuple[int, int]:
        first, last = (self._page.positions.to_code_points(each) for each in sorted((anchor, place)))
        if event.modifiers() & _EXACT:
            self._exact = first, last
        else:
            self._exact = None
            first, last = syllables.drawn(text, first, last)
        return (first, last) if anchor <= place else (last, first)
