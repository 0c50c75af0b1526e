"""What helps a person to mark: the bar near the selection, the handles at a mark's edges, the note beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.model import Annotation
from desktop.ui.controls.widget_names import named
from desktop.ui.look.theme import Theme
from desktop.ui.marking.active_pen import ActivePen
from desktop.ui.marking.edge_handles import Handles
from desktop.ui.marking.label_bar import MarkBar
from desktop.ui.marking.note_popover import NotePopover
from desktop.ui.page.reader import Reader

_BAR_MS = 220  # the selection has stood still for so long: a second click would have come


class MarkingTools(QObject):
    """Floats over one reader and follows its selection; what is wished there, its parts say."""

    def __init__(self, theme: Theme, language: str, acts: Sequence[QAction], reader: Reader) -> None:
        """`acts` are what can be done to a mark; the menu `more` is for the labels that have no place on the bar."""
        super().__init__(reader)
        self._reader = reader
        self.by_itself = True  # whether the bar comes without being asked for
        self.more = named(QMenu(reader), "bar_menu")
        self.bar = MarkBar(theme, language, acts, self.more, reader)
        self.handles = Handles(theme, reader)
        self.pen = ActivePen(theme, language, reader)
        self.note = NotePopover(reader)
        self._later = QTimer(self, singleShot=True, interval=_BAR_MS)
        self._later.timeout.connect(self._show_bar)
        reader.annotation_clicked.connect(self._later.start)
        reader.selectionChanged.connect(self._on_drawn)
        reader.verticalScrollBar().valueChanged.connect(self.hide_bar)
        self.bar.left.connect(reader.setFocus)
        self.handles.taken.connect(self.bar.hide)
        self.note.closed.connect(reader.setFocus)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one

    def show_mark(self, mark: Annotation | None, text: str) -> None:
        """Follow the page's selected mark, of an article of this text."""
        self.handles.show_mark(mark, text)
        if not self._later.isActive():
            self.bar.hide()

    def open_bar(self, take_keyboard: bool = True) -> None:
        """Show the bar at the selected text or mark, if there is one in sight."""
        self._later.stop()
        first, last = self._boxes()
        if first is None or last is None:
            return
        mark = self._reader.marks.get(self._reader.selected_annotation)
        stretch = self._reader.selected_range()
        folded = self._reader.folds.hidden_lines(*stretch) if stretch is not None else 0
        self.bar.show_at(first, last, self._view, mark.annotation.label if mark else None, folded)
        if take_keyboard:
            self.bar.take_keyboard()

    def hide_bar(self) -> None:
        """Hide the bar; if it has the keyboard, the page gets it back."""
        if self.bar.has_keyboard:
            self._reader.setFocus()
        self.bar.hide()

    def write_note(self, mark: Annotation, label: str, quote: str, draft: str | None = None) -> None:
        """Let a note be written beside a mark, or a draft of it go on; `label` is its name in words."""
        self.bar.hide()
        first, last = self._boxes()
        middle = QRect(self._view.center(), self._view.center())
        boxes = first or middle, last or first or middle
        self.note.write(mark, label, quote, boxes, self._view, draft)

    def _on_drawn(self) -> None:
        self.bar.hide()
        if self._reader.textCursor().hasSelection():
            self._later.start()
        else:
            self._later.stop()

    def _show_bar(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._later.start()
        elif self.by_itself and self._reader.hasFocus() and not self.note.isVisible():
            self.open_bar(take_keyboard=False)

    def _on_focus(self, _: QWidget | None, new: QWidget | None) -> None:
        near = new is None or new is self._reader or self.bar.isAncestorOf(new) or isinstance(new, QMenu)
        if self.bar.isVisible() and not near and QApplication.activePopupWidget() is None:
            self.bar.hide()

    @property
    def _view(self) -> QRect:
        """Where something may float, in the reader's coordinates: the page and the margins beside it."""
        bar = self._reader.verticalScrollBar()
        return self._reader.rect().adjusted(0, 0, -bar.width() if bar.isVisible() else 0, 0)

    def _boxes(self) -> tuple[QRect | None, QRect | None]:
        """Return the boxes of the first and the last line of what is selected, in the reader's coordinates; None: out of sight."""
        stretch = self._reader.selection_boxes()
        found = [self._reader.selected_box(at_end) for at_end in (False, True)] if stretch is None else list(stretch)
        corner = self._reader.viewport().pos()
        boxes = [box.toAlignedRect().translated(corner) if box is not None else None for box in found]
        if not any(box is not None and self._view.intersects(box) for box in boxes):
            return None, None
        return boxes[0], boxes[1]
