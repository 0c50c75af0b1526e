"""Which mark of a page is selected, and which one comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.mark_index import Mark, before, innermost_first, reading_key
from desktop.ui.page.mark_layout import edge
from desktop.ui.page.page_layers import MarkLayer, offset


class MarkChoice(QObject):
    """The choice among the marks that a layer draws; the caret goes with it."""

    selected = Signal(str)  # id; empty: none
    clicked = Signal(str)  # id; a click, or Enter at the caret, chose it just now

    def __init__(self, page: ArticleView, layer: MarkLayer) -> None:
        super().__init__(page)
        self._page, self._layer = page, layer
        self._key: tuple[int, int] | None = None  # where stepping goes on from; None: from the caret
        self._pressed: QPoint | None = None  # where a click may have begun
        page.selectionChanged.connect(self._on_selection)

    @property
    def mark(self) -> Mark | None:
        """The selected mark."""
        return self._layer.marks.get(self._layer.selected)

    def step_from_caret(self) -> None:
        """Let stepping go on from the caret, which was moved."""
        self._key = None

    def press(self, event: QMouseEvent) -> None:
        """Remember where a click may begin."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        self._key = None

    def is_click(self, event: QMouseEvent) -> bool:
        """Return whether a release ends what is a click, and no drag."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._page.textCursor().hasSelection():
            return False
        return (event.position().toPoint() - pressed).manhattanLength() < QApplication.startDragDistance()

    def _on_selection(self) -> None:
        if self._page.textCursor().hasSelection():
            self.choose(None)

    def select(self, annotation: str | None) -> None:
        """Select an annotation that is shown, or none, without a signal; any other id selects none."""
        mark = self._layer.marks.get(annotation)
        self._layer.selected = mark.annotation.id if mark else None
        if mark:
            self._key = reading_key(mark.annotation)
            self._page.move_caret(mark.first)
        self._page.viewport().update()

    def choose(self, mark: Mark | None) -> None:
        """Select a mark, or none, and tell if that is another one."""
        earlier, article = self._layer.selected, self._page.article
        self.select(mark.annotation.id if mark else None)
        if self._layer.selected == earlier:
            return
        if mark is not None and article is not None:
            words = f"{self._layer.name(mark)}: {article.text[mark.annotation.start : mark.annotation.end]}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, words))
        self.selected.emit(self._layer.selected or "")

    def go_to(self, mark: Mark | None) -> bool:
        """Select a mark and bring it into sight; return whether there is one."""
        if mark is not None:
            self.choose(mark)
            self._page.scroll_to(mark.first)
        return mark is not None

    def step(self, forward: bool, only_suggested: bool) -> None:
        """Go to the next or previous mark from the selected one or the caret, round the end again."""
        here = self._page.positions.to_code_points(self._page.textCursor().position())
        self.go_to(self._layer.marks.next(self._key or before(here), forward, only_suggested))

    def click(self, marks: Sequence[Mark]) -> None:
        """Choose the first of the marks at one place, or the one after the selected."""
        ids: list[str | None] = [mark.annotation.id for mark in marks]
        at = ids.index(self._layer.selected) + 1 if self._layer.selected in ids else 0
        self.choose(marks[at % len(marks)] if marks else None)
        if self._layer.selected is not None:
            self.clicked.emit(self._layer.selected)

    def point_at(self, point: QPoint) -> bool:
        """Choose the innermost mark under a point of the viewport unless the chosen one is there; return whether there is any."""
        marks = self.at(point)
        if marks and self.mark not in marks:
            self.choose(marks[0])
        return bool(marks)

    def at(self, point: QPoint) -> list[Mark]:
        """Return the marks under a point of the viewport, innermost first."""
        place = QPointF(point) + offset(self._page)
        there = QRectF(place.x(), place.y(), 1.0, 1.0)
        return innermost_first(self._layer.layout(self._page.document(), there).at(place))

    def box(self, at_end: bool) -> QRectF | None:
        """Return the box in which the selected mark begins or ends, in the viewport's coordinates."""
        mark = self.mark
        box = edge(self._page.document(), self._layer.marks, mark, at_end) if mark is not None else None
        return box.translated(-offset(self._page)) if box else None
