"""The page with a pane on either side: beside it where there is room, else over it for as long as somebody needs it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.ui.controls.widget_names import named
from desktop.ui.look import system_look
from desktop.ui.look.measures import MAP_WIDTH
from desktop.ui.window.pane_edge import PaneEdge

SHELF, PAGE, SIDE = range(3)
PANES = (SHELF, SIDE)
_NONE = -1
_WIDTHS = (300, 680, 260)  # pixels of each at first
_PAGE_LEAST = 500  # pixels beside which a pane may stand, with letters of the usual size
_LEAST = 320, 200  # pixels of the whole
_BESIDE = 56  # pixels of the page that a pane over it leaves in sight
_SHADE = 70  # of 255, how dark it is under a pane


class Desk(QWidget):
    """Holds the three parts. A pane that a person hides stays hidden; one that has no room comes over the page when it is asked for."""

    changed = Signal()  # other panes are in sight
    escaped = Signal()  # Escape was pressed on the page, where it meant nothing
    left = Signal()  # the pane over the page was closed: the page wants the keyboard

    def __init__(self, parts: Sequence[QWidget], parent: QWidget) -> None:
        """`parts` are what stands for shelf, page and side until they come."""
        super().__init__(parent)
        self.setMinimumSize(*_LEAST)
        self._parts = list(parts)
        self._widths = list(_WIDTHS)
        self._wanted = dict.fromkeys(PANES, True)
        self._lent: set[int] = set()  # panes that are shown for a while though they are hidden else
        self._over = _NONE  # the pane that lies over the page
        self.splitter = named(QSplitter(Qt.Orientation.Horizontal, self), "panes")
        for part in parts:
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(PAGE, 1)
        self.splitter.setSizes(self._widths)
        self.splitter.splitterMoved.connect(self._on_moved)
        self._shade = _Shade(self)
        self._shade.pressed.connect(self.close_over)
        self._edges = {at: self._edge(at) for at in PANES}
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one

    def _edge(self, at: int) -> PaneEdge:
        button = named(PaneEdge(self), "edge_shelf" if at == SHELF else "edge_side")
        button.clicked.connect(partial(self.toggle, at))
        return button

    def name_edges(self, shelf: str, side: str) -> None:
        """Say what the buttons at the panes' edges do."""
        for at, words in ((SHELF, shelf), (SIDE, side)):
            self._edges[at].setToolTip(words)
            self._edges[at].setAccessibleName(words)

    def put(self, at: int, widget: QWidget) -> None:
        """Let a part take its place, one of SHELF, PAGE and SIDE."""
        old, self._parts[at] = self._parts[at], widget
        widget.setAutoFillBackground(True)
        if at == PAGE:
            widget.installEventFilter(self)
        place = self.splitter.indexOf(old)
        if place >= 0:
            self.splitter.replaceWidget(place, widget)
            self.splitter.setStretchFactor(place, int(at == PAGE))  # it lay with the widget that went
            widget.setVisible(at == PAGE or self.is_shown(at))
        else:
            widget.setParent(self)
            widget.setVisible(self._over == at)
        old.hide()
        old.deleteLater()
        self._place()

    # What is in sight

    def is_shown(self, at: int) -> bool:
        """Return whether a pane is in sight."""
        return self._over == at or (self._asked(at) and self._has_room(at))

    @property
    def hidden(self) -> tuple[int, ...]:
        """The panes that a person has hidden."""
        return tuple(at for at in PANES if not self._wanted[at])

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide the panes are, where they stand beside the page."""
        self._remember()
        return tuple(self._widths)

    def restore(self, widths: Sequence[int], hidden: Sequence[int]) -> None:
        """Be as a desk was before."""
        if len(widths) == len(self._widths) and min(widths) > 0:
            self._widths = list(widths)
            self.splitter.setSizes(self._widths)
        self._wanted = {at: at not in hidden for at in PANES}
        self._settle()

    def lend(self, at: int, wanted: bool) -> None:
        """Show a pane for as long as it is wanted, where there is room beside the page; what a person hid is hidden again then."""
        (self._lent.add if wanted else self._lent.discard)(at)
        self._settle()

    def show_pane(self, at: int) -> None:
        """Bring a pane into sight: beside the page, or over it."""
        self._wanted[at] = True
        self._over = _NONE if self._has_room(at) else at
        self._settle()

    def hide_pane(self, at: int) -> None:
        """Hide a pane; one over the page is closed, and comes again when it is asked for."""
        if self._over == at:
            self.close_over()
        else:
            self._wanted[at] = False
            self._lent.discard(at)
            self._settle()

    def toggle(self, at: int) -> None:
        """Hide a pane that is in sight, show one that is not."""
        (self.hide_pane if self.is_shown(at) else self.show_pane)(at)

    def toggle_all(self) -> None:
        """Hide what is in sight beside the page; with nothing there show both panes, or the shelf over the page."""
        shown = [at for at in PANES if self.is_shown(at)]
        if shown:
            self.show_only(())
        elif any(self._has_room(at) for at in PANES):
            self.show_only(PANES)
        else:
            self.show_pane(SHELF)

    def show_only(self, panes: Sequence[int]) -> None:
        """Let these panes stand beside the page where there is room, and no other."""
        self._wanted = {at: at in panes for at in PANES}
        self._lent.clear()
        self.close_over()
        self._settle()

    def close_over(self) -> None:
        """Close the pane that lies over the page, if one does."""
        if self._over != _NONE:
            part, self._over = self._parts[self._over], _NONE
            focused = QApplication.focusWidget()
            had_keyboard = focused is not None and (focused is part or part.isAncestorOf(focused))
            self._settle()
            if had_keyboard:
                self.left.emit()

    # Within

    def _asked(self, at: int) -> bool:
        return self._wanted[at] or at in self._lent

    def _has_room(self, at: int) -> bool:
        """Return whether a pane can stand beside the page: the shelf first, then the other."""
        before = (each for each in PANES if each < at and self._asked(each) and self._has_room(each))
        taken = self._width(at) + sum(map(self._width, before))
        return self.width() - taken >= system_look.scaled(_PAGE_LEAST)

    def _width(self, at: int) -> int:
        return max(self._widths[at], self._parts[at].minimumSizeHint().width(), self._parts[at].minimumWidth())

    def _remember(self) -> None:
        sizes = self.splitter.sizes()
        for at, part in enumerate(self._parts):
            place = self.splitter.indexOf(part)
            if place >= 0 and not part.isHidden() and sizes[place] > 0:
                self._widths[at] = sizes[place]

    def _on_moved(self) -> None:
        self._remember()
        self._place()

    def _settle(self) -> None:
        """Let each pane stand beside the page, lie over it, or be hidden."""
        for at in PANES:
            part, beside = self._parts[at], self._has_room(at)
            if beside and self.splitter.indexOf(part) < 0:
                self.splitter.insertWidget(0 if at == SHELF else self.splitter.count(), part)
                self._over = _NONE if self._over == at else self._over
            elif not beside and self.splitter.indexOf(part) >= 0:
                part.setParent(self)
            if part.isHidden() == self.is_shown(at):
                part.setVisible(self.is_shown(at))
        stand = [at for at, part in enumerate(self._parts) if self.splitter.indexOf(part) >= 0]
        widths = {at: self._width(at) for at in stand if at != PAGE and self.is_shown(at)}
        rest = max(self.width() - sum(widths.values()), 1)
        self.splitter.setSizes([rest if at == PAGE else widths.get(at, 0) for at in stand])
        self._place()
        self.changed.emit()

    def _place(self) -> None:
        """Put what lies over the page in its place."""
        self._shade.setVisible(self._over != _NONE)
        self._shade.setGeometry(self.rect())
        page = self._parts[PAGE]
        begin = page.mapTo(self, QPoint(0, 0)).x()
        for at, button in self._edges.items():
            left = begin if at == SHELF else begin + page.width() - MAP_WIDTH - button.width()
            button.point(left=(at == SHELF) == self.is_shown(at))
            button.move(left, (self.height() - button.height()) // 2)
            button.raise_()
        if self._over != _NONE:
            part = self._parts[self._over]
            width = min(self._width(self._over), self.width() - _BESIDE)
            part.setGeometry(0 if self._over == SHELF else self.width() - width, 0, width, self.height())
            self._shade.raise_()
            part.raise_()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close the pane over the page once the keyboard is elsewhere on the desk."""
        over = self._parts[self._over] if self._over != _NONE else None
        if (
            over is not None
            and now is not None
            and self.isAncestorOf(now)
            and not (over is now or over.isAncestorOf(now))
        ):
            self.close_over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page with what stands at its edges."""
        if watched is self._parts[PAGE] and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panes the room there is."""
        super().resizeEvent(event)
        self.splitter.setGeometry(self.rect())
        stands = {at: self.splitter.indexOf(self._parts[at]) >= 0 for at in PANES}
        if any(stands[at] != self._has_room(at) for at in PANES):
            self._settle()
        else:
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape, which nothing nearer took: it closes the pane over the page, or leaves the page."""
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._over != _NONE:
            self.close_over()
        elif event.key() == Qt.Key.Key_Escape and focused is not None and self._parts[PAGE].isAncestorOf(focused):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _Shade(QWidget):
    """Darkens what lies under a pane; a press on it closes that."""

    pressed = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self.palette().color(QPalette.ColorRole.Shadow)
        color.setAlpha(_SHADE)
        QPainter(self).fillRect(event.rect(), color)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()
