"""What helps a person to mark: the bar near the selection, the handles, the note beside a mark, the annotations' pane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.model import Annotation
from desktop.text.occurrences import occurrences
from desktop.ui.article.open_article import Desk
from desktop.ui.commands.actions import Actions
from desktop.ui.controls.label_menu_keys import LabelKeys
from desktop.ui.controls.widget_names import named
from desktop.ui.library.workspace import Workspace
from desktop.ui.look.theme import Theme
from desktop.ui.marking.edge_handles import Handles
from desktop.ui.marking.label_bar import MarkBar
from desktop.ui.marking.note_popover import NotePopover
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.page.reader import Reader

_BAR_MS = 220  # the selection has stood still for so long: a second click would have come
_EDGES = {
    "end_later": (True, True), "end_earlier": (True, False), "start_earlier": (False, False), "start_later": (False, True),
}  # fmt: skip


class MarkDesk(QObject):
    """Joins these to the open article; every edit is one step of the workspace."""

    marked_all = Signal(int)  # how many marks one gesture made

    def __init__(
        self, workspace: Workspace, desk: Desk, reader: Reader, pane: AnnotationsPane, acts: Actions, theme: Theme, language: str
    ) -> None:  # fmt: skip
        super().__init__(desk)
        self._workspace, self._desk, self._reader, self._pane, self._acts = workspace, desk, reader, pane, acts
        self._shown: Sequence[Annotation] = ()
        self._fill_all()
        self._more = named(QMenu(reader), "bar_menu")
        self._more.addActions(acts.menus["label"].actions())
        self._more.addSeparator()
        self._more.addAction(acts.menus["label_all"].menuAction())
        LabelKeys(self).give_to(acts.menus["label"], acts.menus["label_all"], self._more)
        self.bar = MarkBar(
            theme, language, [acts[name] for name in ("accept", "reject", "note", "delete")], self._more, reader
        )
        self.bar.set_labels(desk.labels)
        self.handles = Handles(theme, reader)
        self.note = NotePopover(reader)
        self._later = QTimer(self, singleShot=True, interval=_BAR_MS)
        pane.set_labels(desk.labels)
        pane.model.related, pane.ties = desk.related, desk.ties
        self._connect()
        self._follow()

    def _connect(self) -> None:
        desk, reader, pane, bar = self._desk, self._reader, self._pane, self.bar
        desk.changed.connect(self._follow)
        desk.opened.connect(bar.hide)
        desk.label_given.connect(bar.use)
        reader.annotation_selected.connect(self._on_selected)
        reader.annotation_clicked.connect(self._on_clicked)
        reader.selectionChanged.connect(self._on_drawn)
        reader.verticalScrollBar().valueChanged.connect(self.hide_bar)
        bar.label_chosen.connect(self._give)
        bar.left.connect(reader.setFocus)
        self._later.timeout.connect(self._show_bar)
        self.handles.taken.connect(bar.hide)
        self.handles.resize_requested.connect(self._workspace.resize)
        self.note.written.connect(self._workspace.write_note)
        self.note.closed.connect(reader.setFocus)
        pane.chosen.connect(self._go_to)
        pane.accept_requested.connect(partial(self._settle, self._workspace.accept))
        pane.reject_requested.connect(partial(self._settle, self._workspace.reject))
        pane.delete_requested.connect(self._workspace.delete)
        pane.relabel_requested.connect(self._relabel)
        pane.facts.accept_requested.connect(partial(self._workspace.settle_facts, accepted=True))
        pane.facts.reject_requested.connect(partial(self._workspace.settle_facts, accepted=False))
        pane.menu_requested.connect(self._show_menu)
        pane.left.connect(reader.setFocus)
        self._acts.connect("note", self.write_note)
        self._acts.connect("bar", self.open_bar)
        for name, way in _EDGES.items():
            self._acts.connect(name, partial(self.handles.move_edge, *way))
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one

    def _fill_all(self) -> None:
        """Fill the menu that marks all occurrences with the library's scheme."""
        menu = self._acts.menus["label_all"]
        for action, label in zip(self._acts.menus["label"].actions(), self._desk.labels, strict=True):
            self._acts.add(f"all_{label.name}", action.text(), menu, partial(self.mark_all, label.name), label.color)

    # What follows the page

    def _follow(self) -> None:
        """Show what has become of the open article's marks."""
        desk = self._desk
        text = desk.article.text if desk.article else ""
        if desk.annotations is not self._shown:
            self._shown = desk.annotations
            self._pane.show_annotations(self._shown, text, desk.article.detected if desk.article else None)
        self._on_selected()

    def _on_selected(self) -> None:
        chosen = self._desk.selected
        self.handles.show_mark(chosen, self._desk.article.text if self._desk.article else "")
        self._pane.select(chosen.id if chosen else None)
        if not self._later.isActive():
            self.bar.hide()

    def _go_to(self, annotation: str) -> None:
        """Show on the page what was chosen in the pane; a mark that is not drawn is pointed at."""
        if not self._reader.go_to(annotation):
            found = next((each for each in self._shown if each.id == annotation), None)
            if found is not None:
                self._reader.reveal(found.start, found.end)

    # The bar

    def _on_clicked(self) -> None:
        self._later.start()

    def _on_drawn(self) -> None:
        self.bar.hide()
        if self._reader.textCursor().hasSelection():
            self._later.start()
        else:
            self._later.stop()

    def _show_bar(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._later.start()
        elif self._reader.hasFocus() and not self.note.isVisible():
            self.open_bar(take_keyboard=False)

    def open_bar(self, take_keyboard: bool = True) -> None:
        """Show the bar at the selected text or mark, if there is one in sight."""
        self._later.stop()
        first, last = self._boxes()
        if first is None or last is None:
            return
        self.bar.show_at(first, last, self._view, self._desk.selected is not None)
        if take_keyboard:
            self.bar.take_keyboard()

    def hide_bar(self) -> None:
        """Hide the bar; if it has the keyboard, the page gets it back."""
        if self.bar.has_keyboard:
            self._reader.setFocus()
        self.bar.hide()

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

    def _give(self, label: str) -> None:
        self.bar.hide()
        self._desk.give_label(label)

    # Notes, many marks at once

    def write_note(self) -> None:
        """Write a note beside the selected mark, or beside the one that is current in the pane."""
        chosen, article = self._desk.selected, self._desk.article
        if chosen is None:
            chosen = next((each for each in self._shown if each.id == self._pane.list.current), None)
        if chosen is None or article is None:
            return
        self._go_to(chosen.id)
        self.bar.hide()
        first, last = self._boxes()
        middle = QRect(self._view.center(), self._view.center())
        quote = article.text[chosen.start : chosen.end]
        self.note.write(
            chosen, self._pane.model.name(chosen.label), quote, first or middle, last or first or middle, self._view
        )

    def mark_all(self, label: str) -> None:
        """Give a label to every occurrence of the selected words, or of the selected mark's, as one step."""
        article, chosen = self._desk.article, self._desk.selected
        stretch = self._reader.selected_range() or ((chosen.start, chosen.end) if chosen else None)
        if article is None or stretch is None:
            return
        found = occurrences(article.text, *stretch)
        before = len(self._shown)
        self._workspace.mark_all(article.id, found if stretch in found else [stretch, *found], label)
        made_now = len(self._shown) - before
        self.bar.use(label)
        made = next((each for each in self._shown if (each.start, each.end, each.label) == (*stretch, label)), None)
        if made is not None:  # it is where the person looks: the page stays
            self._reader.select_annotation(made.id)
            self._desk.changed.emit()
        if made_now:
            self.marked_all.emit(made_now)

    def _settle(self, act: Callable[[Iterable[str]], None], annotations: Iterable[str]) -> None:
        ids = list(annotations)
        act(ids)
        if len(ids) == 1:
            self._pane.go_on(ids[0])

    def _relabel(self, annotations: Sequence[str], label: str) -> None:
        self._workspace.relabel(annotations, label)
        self.bar.use(label)

    def _show_menu(self, place: QPoint) -> None:
        """Open the pane's menu: its wishes are for all that is selected there."""
        menu = named(QMenu(self._pane), "marks_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pane.fill_menu(menu)
        menu.addSeparator()
        menu.addAction(self._acts["note"])
        menu.popup(place)
