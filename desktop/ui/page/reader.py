"""The reader: one article as a page to read, its marks painted under the text, a person's mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.model import Annotation, Article, Label
from desktop.ui.look.reading_looks import Typography
from desktop.ui.look.theme import Theme
from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.mark_choice import MarkChoice
from desktop.ui.page.mark_index import Mark, Marks
from desktop.ui.page.mark_layout import Layout
from desktop.ui.page.mark_tooltip import MarkTip
from desktop.ui.page.page_keys import PageKeys
from desktop.ui.page.page_layers import HitLayer, MarkLayer, TagLayer, offset
from desktop.ui.page.reading.nearness import Nearness
from desktop.ui.page.reading.one_paragraph import OneParagraph
from desktop.ui.page.reading.pointing import FoldHand
from desktop.ui.page.reading.turning import Turning
from desktop.ui.page.reading.wandering import Wandering
from desktop.ui.page.search_hits import Hits
from desktop.ui.page.selection import stepping
from desktop.ui.page.selection.drawing import DrawnSelection


class Reader(ArticleView):
    """A read-only page of one article with its marks. Offsets in and out are code points of the article's stored text.

    Keys: those of controls.mark_keys; Enter selects the mark at the caret, or opens the fold there, where none is selected; Escape
    clears; those of reading.turning leaf through; all others move the caret, or leave the page, as everywhere. A click selects the
    innermost mark, a second one at the same place the next outer.
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
        self._annotations: tuple[Annotation, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        self.mark_layer, self._hit_layer = MarkLayer(theme, language, self.typography), HitLayer()
        self.draw_under = [self.mark_layer, self._hit_layer, *self.draw_under]
        self._drawn = DrawnSelection(self)
        self._choice = MarkChoice(self, self.mark_layer)
        self.keys = PageKeys(self, self.mark_layer, self._choice, self._drawn)
        self._hand = FoldHand(self, self.folds)
        self.one_paragraph, self.wandering, turning = OneParagraph(self), Wandering(self), Turning(self)
        self.draw_over = [self.one_paragraph, TagLayer(self.mark_layer)]
        turning.turned.connect(Nearness(self, self.mark_layer, self._choice).leave_caret)
        turning.turned.connect(self._choice.step_from_caret)
        MarkTip(self, self.mark_layer, self._choice, language)
        self.setAccessibleName(self.tr("Article"))
        self.setAccessibleDescription(
            self.tr("The text with its marks. Full stop and comma step through the marks, Enter accepts one.")
        )
        self.set_theme(theme)
        self._choice.selected.connect(self.annotation_selected)
        self._choice.clicked.connect(self.annotation_clicked)
        self.keys.annotate_requested.connect(self.annotate_requested)
        self.keys.relabel_requested.connect(self.relabel_requested)
        self.keys.accept_requested.connect(self.accept_requested)
        self.keys.reject_requested.connect(self.reject_requested)
        self.keys.delete_requested.connect(self.delete_requested)

    # What is shown

    def show_article(self, article: Article | None, annotations: Sequence[Annotation], labels: Sequence[Label]) -> None:
        """Show another article from its beginning, or the empty page for None.

        The same article with the same text, its lines or labels changed, stays where it is.
        """
        self.keys.set_labels(labels)
        self.mark_layer.set_labels(labels)
        self._make_room()
        if self._article is None or article is None or self._article.id != article.id:
            self._hit_layer.hits = Hits()
        self._open(article)
        self.set_annotations(annotations)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Show these annotations on the same article; a selected one that is gone is selected no more."""
        self._annotations = tuple(annotations)
        self._arrange()

    @property
    def hidden(self) -> frozenset[str]:
        """The labels whose marks are hidden."""
        return self._hidden

    def set_hidden(self, labels: frozenset[str]) -> None:
        """Hide the marks of these labels."""
        self._hidden = labels
        self._make_room()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw the page in another theme."""
        self.mark_layer.set_theme(theme)
        super().set_theme(theme)

    @property
    def loudness(self) -> str:
        """How much the marks are to be seen, one of LOUDNESS."""
        return self.mark_layer.loudness

    def set_loudness(self, loudness: str) -> None:
        """Draw the marks quietly, normally or loudly; another word means quietly."""
        self.mark_layer.set_loudness(loudness)
        self._make_room()
        self.viewport().update()

    @property
    def tags_shown(self) -> bool:
        """Whether all marks show their tags, however loud they are."""
        return self.mark_layer.tagged

    def show_tags(self, shown: bool) -> None:
        """Show the tags of all marks, with room for them between the lines, or as their loudness says."""
        self.mark_layer.tagged = shown
        self._make_room()
        self.viewport().update()
        self.folding_changed.emit()

    def _make_room(self) -> None:
        self.set_typography(replace(self.typography, roomy=self.mark_layer.roomy(self._hidden)))

    @property
    def marks(self) -> Marks:
        """The marks that are drawn."""
        return self.mark_layer.marks

    @property
    def hits(self) -> Hits:
        """What the search found."""
        return self._hit_layer.hits

    def set_hits(self, found: Sequence[tuple[int, int]], current: int | None = None) -> None:
        """Show what a search found (code points), and go to the one it stands at."""
        self._hit_layer.hits = Hits(found, self.positions, current)
        if current is not None:
            self._choice.choose(None)
            self.scroll_to(self.positions.to_utf16(self.hits.found[current][0]))
        self.viewport().update()
        self.shown_changed.emit()

    def end_hits(self) -> None:
        """Show no hits any more; the words of the one the search stood at are selected, ready for a label's key."""
        found = self.hits.found[self.hits.current] if self.hits.current is not None else None
        self.set_hits(())
        if found is not None:
            self.move_caret(*(self.positions.to_utf16(place) for place in found))

    @property
    def place(self) -> tuple[int, int]:
        """The selected stretch, or the caret's place twice (code points)."""
        caret = self.positions.to_code_points(self.textCursor().position())
        return self.selected_range() or (caret, caret)

    @property
    def quoted(self) -> tuple[int, int] | None:
        """What a person would quote: the selected text, else the selected mark (code points)."""
        mark = self.marks.get(self.selected_annotation)
        return self.selected_range() or ((mark.annotation.start, mark.annotation.end) if mark else None)

    def set_typography(self, wanted: Typography) -> None:
        """Let the text stand otherwise, and the tags with it."""
        self.mark_layer.set_typography(wanted)
        super().set_typography(wanted)

    def preview_edges(self, start: int, end: int) -> None:
        """Show the selected annotation with other edges (code points) until annotations are set again."""
        chosen = self.selected_annotation
        self._arrange(
            [replace(each, start=start, end=end) if each.id == chosen else each for each in self._annotations]
        )

    def _arrange(self, annotations: Sequence[Annotation] | None = None) -> None:
        shown = self._annotations if annotations is None else annotations
        self.mark_layer.marks = self.marks.again(shown, self.positions, self._hidden)
        if self.selected_annotation is not None and self.marks.get(self.selected_annotation) is None:
            self._choice.choose(None)
        self.viewport().update()
        self.shown_changed.emit()

    # Selection

    def selected_range(self) -> tuple[int, int] | None:
        """Return start and end of the selected text (code points) at whole syllables, or as drawn with Alt; None: nothing is selected."""
        return self._drawn.stretch()

    def selection_boxes(self) -> tuple[QRectF, QRectF] | None:
        """Return where the selected text begins and ends, in the viewport's coordinates; None: nothing is selected."""
        return self._drawn.boxes()

    def offset_at(self, point: QPoint) -> int:
        """Return the place (code points) that is nearest to a point of the viewport."""
        return self.positions.to_code_points(self._drawn.place_at(point))

    @property
    def selected_annotation(self) -> str | None:
        """The id of the selected annotation."""
        return self.mark_layer.selected

    def select_annotation(self, annotation: str | None) -> None:
        """Select an annotation that is shown, or none, without a signal; any other id selects none."""
        self._choice.select(annotation)

    def go_to(self, annotation: str) -> bool:
        """Select an annotation and bring it into sight; return whether it is shown."""
        return self._choice.go_to(self.marks.get(annotation))

    def selected_box(self, at_end: bool) -> QRectF | None:
        """Return the box in which the selected annotation begins or ends, in the viewport's coordinates."""
        return self._choice.box(at_end)

    def next_annotation(self, forward: bool = True, only_suggested: bool = False) -> None:
        """Select the next or previous mark from the selected one or the caret, round the end again."""
        self._choice.step(forward, only_suggested)

    def view_layout(self) -> Layout:
        """Return where the marks in sight lie, in the document's coordinates."""
        return self.mark_layer.layout(self.document(), QRectF(self.viewport().rect()).translated(offset(self)))

    def marks_at(self, point: QPoint) -> list[Mark]:
        """Return the marks under a point of the viewport, innermost first."""
        return self._choice.at(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._choice.press(event)
        aimed = self._drawn.aimed(event)
        self._drawn.give_up(aimed)
        super().mousePressEvent(aimed)
        event.setAccepted(aimed.isAccepted())
        self._drawn.begin(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the word there, and go on by words until the button is let go."""
        super().mouseDoubleClickEvent(self._drawn.aimed(event))
        self._drawn.take_word(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show whole syllables while the selection is drawn."""
        super().mouseMoveEvent(self._drawn.aimed(event))
        self._drawn.follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave whole syllables selected; take a press and release at one place for a click on a mark."""
        super().mouseReleaseEvent(self._drawn.aimed(event))
        self._drawn.end(event)
        if self._choice.is_click(event):
            point = event.position().toPoint()
            fold = self._hand.at(event.position())
            if fold is None or not self.toggle_fold(fold.position()):
                self._choice.click(self.marks_at(point))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the mark under the pointer and ask for a menu; Qt's own offers nothing for it."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.context_menu_requested.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
            return
        point = self.viewport().mapFromGlobal(event.globalPos())
        if not self.textCursor().hasSelection() and not self._choice.point_at(point):
            self.move_caret(self._drawn.place_at(point))
        self.context_menu_requested.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys of the class's table; all others move the caret or the window."""
        if not self.keys.press(event):
            self._choice.step_from_caret()
            if not stepping.step(self, event):
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take a committed single letter for its key."""
        self.keys.compose(event)
        event.accept()
