"""The reader: one article as a page to read, its marks painted under the text, a person's mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.model import Annotation, Article, Label
from desktop.ui.controls import mark_keys
from desktop.ui.controls.mark_keys import LabelsByKey
from desktop.ui.look import fonts
from desktop.ui.look.reading_looks import LOUDNESS, NORMAL, QUIET
from desktop.ui.look.theme import Theme
from desktop.ui.page.folded_view import FoldedView
from desktop.ui.page.mark_index import Mark, Marks, before, innermost_first, reading_key
from desktop.ui.page.mark_layout import Layout, lay_out
from desktop.ui.page.mark_painter import MarkPainter
from desktop.ui.page.mark_tooltip import MarkTip
from desktop.ui.page.search_hits import Hits
from desktop.ui.words.label_names import name_in

_TAG_SHARE = 0.56  # of the reading size

_Key = Qt.Key


class Reader(FoldedView):
    """A read-only page of one article with its marks.

    Offsets in and out are code points of the article's stored text. Keys: arrows, Home, End and Page keys move the
    caret, Shift extends; a label's key gives that label to the selected text, or to the selected mark; `.` and `,` go
    to the next and the previous mark, `>` and `<` (the same keys with Shift) to suggestions only; Enter accepts the
    selected mark (with none selected it selects the one at the caret, or opens the fold there), Backspace rejects, Delete deletes, Escape
    clears. Tab leaves the page, as everywhere. A click selects the innermost mark, a second one at the same place the
    next outer.
    """

    annotate_requested = Signal(int, int, str)  # start, end, label
    annotation_selected = Signal(str)  # id; empty: none
    annotation_clicked = Signal(str)  # id; a click, or Enter at the caret, chose it just now
    relabel_requested = Signal(str, str)  # id, label
    delete_requested = Signal(str)
    accept_requested = Signal(str)
    reject_requested = Signal(str)
    context_menu_requested = Signal(QPoint)  # global position; what lies there is selected first
    shown_changed = Signal()  # marks or hits are others, or lie elsewhere

    def __init__(self, theme: Theme, language: str = "vi", parent: QWidget | None = None) -> None:
        """Show the empty page; `language` (vi, en) chooses the names of labels."""
        super().__init__(theme, parent)
        self._language = language
        self._annotations: tuple[Annotation, ...] = ()
        self._labels: dict[str, Label] = {}
        self._by_key = LabelsByKey()
        self._hidden: frozenset[str] = frozenset()
        self._marks = Marks((), self._positions)
        self._hits = Hits()
        self._loudness = NORMAL
        self._selected: str | None = None
        self._key: tuple[int, int] | None = None  # where stepping goes on from; None: from the caret
        self._pressed: QPoint | None = None
        self._composing = False
        self._tip = MarkTip(language)
        self.setAccessibleName(self.tr("Article"))
        self.setAccessibleDescription(
            self.tr("The text with its marks. Full stop and comma step through the marks, Enter accepts one.")
        )
        self._set_tag_font()
        self.set_theme(theme)
        self.selectionChanged.connect(self._on_selection_changed)

    # What is shown

    def show_article(self, article: Article | None, annotations: Sequence[Annotation], labels: Sequence[Label]) -> None:
        """Show another article from its beginning, or the empty page for None.

        The same article with the same text, its lines or labels changed, stays where it is.
        """
        self._labels = {label.name: label for label in labels}
        self._by_key = LabelsByKey(labels)
        self._painter = MarkPainter(self._theme, self._labels, self._loudness)
        if self._article is None or article is None or self._article.id != article.id:
            self._hits = Hits()
        self._open(article)
        self.set_annotations(annotations)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Show these annotations on the same article; a selected one that is gone is selected no more."""
        self._annotations = tuple(annotations)
        self._arrange()

    def set_related(self, related: Callable[[str, str], Sequence[str]]) -> None:
        """Take what says in words (of an annotation's id, in a language) what ties a mark to others: tooltips tell it."""
        self._tip.related = related

    @property
    def hidden(self) -> frozenset[str]:
        """The labels whose marks are hidden."""
        return self._hidden

    def set_hidden(self, labels: frozenset[str]) -> None:
        """Hide the marks of these labels."""
        self._hidden = labels
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw the page in another theme."""
        self._painter = MarkPainter(theme, self._labels, self._loudness)
        super().set_theme(theme)

    @property
    def loudness(self) -> str:
        """How much the marks are to be seen, one of LOUDNESS."""
        return self._loudness

    def set_loudness(self, loudness: str) -> None:
        """Draw the marks quietly, normally or loudly; another word means normally."""
        self._loudness = loudness if loudness in LOUDNESS else NORMAL
        self._painter = MarkPainter(self._theme, self._labels, self._loudness)
        self.viewport().update()

    @property
    def marks(self) -> Marks:
        """The marks that are drawn."""
        return self._marks

    @property
    def hits(self) -> Hits:
        """What the search found."""
        return self._hits

    def set_hits(self, found: Sequence[tuple[int, int]], current: int | None = None) -> None:
        """Show what a search found (code points), and go to the one it stands at."""
        self._hits = Hits(found, self._positions, current)
        if current is not None:
            self._select(None)
            self._scroll_to(self._positions.to_utf16(self._hits.found[current][0]))
        self.viewport().update()
        self.shown_changed.emit()

    def end_hits(self) -> None:
        """Show no hits any more; the words of the one the search stood at are selected, ready for a label's key."""
        found = self._hits.found[self._hits.current] if self._hits.current is not None else None
        self.set_hits(())
        if found is not None:
            self._move_caret(*(self._positions.to_utf16(place) for place in found))

    def color_of(self, label: str) -> str:
        """Return the theme's colour role of a label."""
        return self._labels[label].color if label in self._labels else "other"

    def to_page(self, place: int) -> int:
        """Return where a place in the text (code points) stands in the document (UTF-16 units)."""
        return self._positions.to_utf16(place)

    @property
    def place(self) -> tuple[int, int]:
        """The selected stretch, or the caret's place twice (code points)."""
        caret = self._positions.to_code_points(self.textCursor().position())
        return self.selected_range() or (caret, caret)

    @property
    def quoted(self) -> tuple[int, int] | None:
        """What a person would quote: the selected text, else the selected mark (code points)."""
        mark = self._marks.get(self._selected)
        return self.selected_range() or ((mark.annotation.start, mark.annotation.end) if mark else None)

    def set_text_size(self, points: float) -> None:
        """Show the text, and the tags with it, at the one of SIZES nearest to a size in points."""
        super().set_text_size(points)
        self._set_tag_font()

    def _set_tag_font(self) -> None:
        self._tag_font = fonts.exactly(self._size * _TAG_SHARE, QFont.Weight.Medium)
        self._tag_metrics = QFontMetricsF(self._tag_font)

    def preview_edges(self, start: int, end: int) -> None:
        """Show the selected annotation with other edges (code points) until annotations are set again."""
        chosen = self._selected
        self._arrange(
            [replace(each, start=start, end=end) if each.id == chosen else each for each in self._annotations]
        )

    def _arrange(self, annotations: Sequence[Annotation] | None = None) -> None:
        shown = self._annotations if annotations is None else annotations
        self._marks = self._marks.again(shown, self._positions, self._hidden)
        if self._selected is not None and self._marks.get(self._selected) is None:
            self._select(None)
        self.viewport().update()
        self.shown_changed.emit()

    # Selection

    @property
    def selected_annotation(self) -> str | None:
        """The id of the selected annotation."""
        return self._selected

    def select_annotation(self, annotation: str | None) -> None:
        """Select an annotation that is shown, or none, without a signal; any other id selects none."""
        mark = self._marks.get(annotation)
        self._selected = mark.annotation.id if mark else None
        if mark:
            self._key = reading_key(mark.annotation)
            self._move_caret(mark.first)
        self.viewport().update()

    def go_to(self, annotation: str) -> bool:
        """Select an annotation and bring it into sight; return whether it is shown."""
        mark = self._marks.get(annotation)
        if mark is not None:
            self._select(mark)
            self._scroll_to(mark.first)
        return mark is not None

    def selected_box(self, at_end: bool) -> QRectF | None:
        """Return the box in which the selected annotation begins or ends, in the viewport's coordinates."""
        mark = self._marks.get(self._selected)
        if mark is None:
            return None
        cursor = self.textCursor()
        cursor.setPosition(mark.last - 1 if at_end else mark.first)
        line = QRectF(self.cursorRect(cursor)).translated(self._offset())
        pieces = (piece for piece in self._layout(line).pieces if piece.mark is mark)
        box = next((piece.box for piece in pieces if (piece.closes if at_end else piece.opens)), None)
        return box.translated(-self._offset()) if box else None

    def next_annotation(self, forward: bool = True, only_suggested: bool = False) -> None:
        """Select the next or previous mark from the selected one or the caret, round the end again."""
        here = self._positions.to_code_points(self.textCursor().position())
        mark = self._marks.next(self._key or before(here), forward, only_suggested)
        if mark is not None:
            self._select(mark)
            self._scroll_to(mark.first)

    def _select(self, mark: Mark | None) -> None:
        earlier = self._selected
        self.select_annotation(mark.annotation.id if mark else None)
        if self._selected == earlier:
            return
        if mark is not None and self._article is not None:
            words = f"{self._name(mark)}: {self._article.text[mark.annotation.start : mark.annotation.end]}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.annotation_selected.emit(self._selected or "")

    def _on_selection_changed(self) -> None:
        if self.textCursor().hasSelection():
            self._select(None)

    # Drawing

    def view_layout(self) -> Layout:
        """Return where the marks in sight lie, in the document's coordinates."""
        return self._layout(QRectF(self.viewport().rect()).translated(self._offset()))

    def _layout(self, view: QRectF) -> Layout:
        layout = lay_out(self.document(), self._marks, view, self._name, self._tag_metrics)
        return layout.with_tag_of(self._selected) if self._loudness == QUIET else layout

    def _name(self, mark: Mark) -> str:
        return name_in(self._labels, mark.annotation.label, self._language)

    def _draw_under(self, painter: QPainter, view: QRectF) -> None:
        self._painter.draw(painter, self._layout(view), self._tag_font, self._selected)
        self._hits.draw(painter, self.document(), view, self._theme)
        super()._draw_under(painter, view)

    # Mouse

    def marks_at(self, point: QPoint) -> list[Mark]:
        """Return the marks under a point of the viewport, innermost first."""
        place = QPointF(point) + self._offset()
        return innermost_first(self._layout(QRectF(place.x(), place.y(), 1.0, 1.0)).at(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        self._key = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press and release at one place for a click on a mark."""
        super().mouseReleaseEvent(event)
        point, pressed, self._pressed = event.position().toPoint(), self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (point - pressed).manhattanLength() < QApplication.startDragDistance():
            fold = self._fold_at(point)
            if fold is None or not self.toggle_fold(fold.position()):
                self._click(self.marks_at(point))

    def _click(self, marks: list[Mark]) -> None:
        ids: list[str | None] = [mark.annotation.id for mark in marks]
        at = ids.index(self._selected) + 1 if self._selected in ids else 0
        self._select(marks[at % len(marks)] if marks else None)
        if self._selected is not None:
            self.annotation_clicked.emit(self._selected)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the mark under the pointer and ask for a menu; Qt's own offers nothing for it."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            caret = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.context_menu_requested.emit(caret)
            return
        marks = self.marks_at(self.viewport().mapFromGlobal(event.globalPos()))
        if marks and not self.textCursor().hasSelection() and self._selected not in [m.annotation.id for m in marks]:
            self._select(marks[0])
        elif not marks and not self.textCursor().hasSelection():
            self._move_caret(self._place_at(self.viewport().mapFromGlobal(event.globalPos())))
        self.context_menu_requested.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a mark says when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._article is not None:
            marks = self.marks_at(event.pos())
            words = self._tip.words(marks, self._article, self._labels) if marks else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the class's table; all others move the caret or the window."""
        if self._article is None or not (self._named_key(event) or self._typed(event)):
            self._key = None
            super().keyPressEvent(event)

    def _named_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == _Key.Key_Escape and (self._selected or self.textCursor().hasSelection()):
            self._move_caret(self.textCursor().position())
            self._select(None)
            return True
        if key in (_Key.Key_Return, _Key.Key_Enter) and self._selected is None:
            if self.toggle_fold(self.textCursor().position()):
                return True
            self._click(self._marks.at(self.textCursor().position()))
            return True
        requests: dict[str | None, SignalInstance] = {
            "accept": self.accept_requested, "reject": self.reject_requested, "delete": self.delete_requested,
        }  # fmt: skip
        request = requests.get(mark_keys.wish(event))
        if request is None or self._selected is None:
            return False
        request.emit(self._selected)
        return True

    def _typed(self, event: QKeyEvent) -> bool:
        if self._composing or not mark_keys.written(event):
            return False
        return self._take_letter(event.text(), self._by_key.of(event))

    def _take_letter(self, letter: str, label: str | None) -> bool:
        """Carry out one typed character, or the label that its key gives; return whether it meant anything."""
        if letter in mark_keys.STEPS:
            self.next_annotation(*mark_keys.STEPS[letter])
            return True
        if label is None:
            return False
        chosen = self.selected_range()
        if chosen is not None:
            self.annotate_requested.emit(*chosen, label)
        elif self._selected is not None:
            self.relabel_requested.emit(self._selected, label)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take a committed single letter for its key: an input method that stands by sends letters so."""
        self._composing = bool(event.preeditString())
        if self._article is not None and event.commitString():
            self._take_letter(event.commitString(), self._by_key.typed(event.commitString()))
        event.accept()
