"""What a person does to the marks of the open article, wherever it is wished: page, bar, list, menu, key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from desktop.model import Annotation, State, Status
from desktop.text.occurrences import occurrences
from desktop.ui.article.decision_queue import DecisionQueue
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.label_menu_keys import entry
from desktop.ui.controls.mark_keys import EDGES
from desktop.ui.controls.widget_names import named
from desktop.ui.library.workspace import Workspace
from desktop.ui.marking.marking_tools import MarkingTools
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.page.reader import Reader


class MarkCommands(QObject):
    """Makes, settles and changes marks; each gesture is one step of the library's history."""

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, meant: Meant,
        queue: DecisionQueue, history: HistoryCommands, reader: Reader, pane: AnnotationsPane, tools: MarkingTools,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._article, self._meant = around, acts, library, article, meant
        self._queue, self._history, self._reader, self._pane, self._tools = queue, history, reader, pane, tools

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        edges = {name: partial(self._tools.handles.move_edge, way.at_end, way.forward) for name, way in EDGES.items()}
        return {
            "accept": self.accept, "reject": self.reject, "delete": self.delete,
            "accept_all": self.accept_all, "detect": self.detect_again, "bar": self._tools.open_bar,
            "next_mark": partial(self._reader.next_annotation, True, True),
            "previous_mark": partial(self._reader.next_annotation, False, True), **edges,
        }  # fmt: skip

    def fill_labels(self) -> None:
        """Fill the menus of labels, and of all occurrences, and what is offered labels, with the library's scheme."""
        menus, more = self._acts.menus, self._tools.more
        for menu, head, wish in (("label", "label", self.give_label), ("label_all", "all", self.mark_all)):
            self._acts.clear(menus[menu])
            for label in self._article.labels:
                text, given = entry(label, self._around.language), partial(wish, label.name)
                self._acts.add(f"{head}_{label.name}", text, menus[menu], given, label.color)

        more.clear()
        more.addActions(menus["label"].actions())
        more.addSeparator()
        more.addAction(menus["label_all"].menuAction())
        self._pane.set_labels(self._article.labels)

    # New marks and labels

    def annotate(self, start: int, end: int, label: str) -> None:
        """Mark a stretch of the open article (code points) and select the mark."""
        if self._article.id is not None:
            self._begin_reading()
            self._show_label(label)
            made = self._library.edits.annotate(self._article.id, start, end, label)
            self._select(made)
            self._tools.bar.use(label)
            folded = self._reader.folds.hidden_lines(start, end)
            if made is not None and folded:
                self._history.tell(self.tr("Folded lines that are marked too: {0}").format(self._around.number(folded)))

    def relabel(self, marks: Sequence[str], label: str) -> None:
        """Give marks another label as one step; one that was selected stays so."""
        self._begin_reading()
        self._show_label(label)
        if len(marks) == 1:
            self._select(self._library.edits.relabel(marks, label))
        else:
            self._history.telling(partial(self._library.edits.relabel, marks, label))
        self._tools.bar.use(label)

    def relabel_one(self, mark: str, label: str) -> None:
        """Give one mark another label; a run goes on to the next suggestion."""
        before = self._article.annotation(mark)
        self.relabel([mark], label)
        if self._queue.running:
            self._go_on(before)

    def give_label(self, label: str) -> None:
        """Give a label to the selected text, or to the marks that are meant."""
        stretch = self._reader.selected_range()
        if stretch is not None:
            self.annotate(*stretch, label)
        elif self._meant.marks:
            self.relabel([each.id for each in self._meant.marks], label)
        else:
            self._article.activate(label)
        self._reader.setFocus()

    def _begin_reading(self) -> None:
        """Say that the open article is being read: an import opens one that nobody has clicked."""
        article = self._article.article
        if article is not None and article.state is State.UNREAD:
            self._library.edits.begin_reading(article.id)

    def _show_label(self, label: str) -> None:
        """Show the marks of a label again that is given: one that is not seen would look as if it had not been made."""
        self._article.hide(self._article.hidden - {label})

    def give_from_bar(self, label: str) -> None:
        """Give a label that was chosen on the bar, which has done its work then."""
        self._tools.bar.hide()
        self.give_label(label)

    def mark_all(self, label: str) -> None:
        """Give a label to every occurrence of the selected words, or of the selected mark's, as one step."""
        article, chosen = self._article.article, self._article.selected
        stretch = self._reader.selected_range() or ((chosen.start, chosen.end) if chosen else None)
        if article is None or stretch is None:
            return
        found = occurrences(article.text, *stretch)
        before = len(self._article.annotations)
        self._show_label(label)
        self._library.edits.mark_all(article.id, found if stretch in found else [stretch, *found], label)
        made_now = len(self._article.annotations) - before
        self._tools.bar.use(label)
        wanted = (*stretch, label)
        self._select(  # it is where the person looks: the page stays
            next((each for each in self._article.annotations if (each.start, each.end, each.label) == wanted), None)
        )
        if made_now:
            self._history.tell(self.tr("Places marked: {0}").format(self._around.number(made_now)))

    # Marks that are there

    def accept(self) -> None:
        """Accept the marks that are meant."""
        self.settle([each.id for each in self._meant.marks], True)

    def reject(self) -> None:
        """Reject the marks that are meant."""
        self.settle([each.id for each in self._meant.marks], False)

    def delete(self) -> None:
        """Delete the marks that are meant."""
        self.delete_these([each.id for each in self._meant.marks])

    def settle(self, marks: Sequence[str], accepted: bool) -> None:
        """Accept or reject marks as one step; after a suggestion alone go on to the next one, in the list or on the page."""
        if not marks:
            return
        self._begin_reading()
        settle = partial(self._library.edits.accept if accepted else self._library.edits.reject, marks)
        if len(marks) > 1:
            self._history.telling(settle)
            return
        before = self._article.annotation(marks[0])
        settle()
        if self._pane.view.hasFocus():
            self._pane.go_on(marks[0])
        else:
            self._go_on(before)

    def _go_on(self, decided: Annotation | None) -> None:
        """Go on from what was a suggestion: a run to the next one of its own, else round the end of the article."""
        if decided is None or decided.status is not Status.SUGGESTED:
            return
        if self._queue.running:
            self._queue.count_decision()
            following = self._queue.next(decided)
            if following is not None:
                self._reader.go_to(following.id)
            else:
                self._article.select("")
        elif self._article.suggestions:
            self._reader.next_annotation(True, True)

    def accept_these(self, marks: Sequence[str]) -> None:
        """Accept marks as one step."""
        self.settle(marks, True)

    def reject_these(self, marks: Sequence[str]) -> None:
        """Reject marks as one step."""
        self.settle(marks, False)

    def delete_these(self, marks: Sequence[str]) -> None:
        """Delete marks as one step."""
        if marks:
            self._history.telling(partial(self._library.edits.delete, marks))

    def accept_one(self, mark: str) -> None:
        """Accept one mark."""
        self.settle([mark], True)

    def reject_one(self, mark: str) -> None:
        """Reject one mark."""
        self.settle([mark], False)

    def delete_one(self, mark: str) -> None:
        """Delete one mark."""
        self.delete_these([mark])

    def accept_all(self) -> None:
        """Accept all suggestions of the open article as one step."""
        ids = [each.id for each in self._article.suggestions]
        if ids:
            self._history.telling(partial(self._library.edits.accept, ids))

    def accept_facts(self, relations: Sequence[str]) -> None:
        """Accept facts as one step."""
        self._history.telling(partial(self._library.edits.settle_facts, relations, accepted=True))

    def reject_facts(self, relations: Sequence[str]) -> None:
        """Reject facts as one step."""
        self._history.telling(partial(self._library.edits.settle_facts, relations, accepted=False))

    def detect_again(self) -> None:
        """Look through the open article again."""
        if self._article.id is not None:
            self._library.detecting.again(self._article.id)

    def go_to(self, mark: str) -> None:
        """Show on the page what was chosen in the list; a mark that is not drawn is pointed at."""
        found = self._article.annotation(mark)
        if not self._reader.go_to(mark) and found is not None:
            self._reader.reveal(found.start, found.end)

    # Menus

    def show_list_menu(self, place: QPoint) -> None:
        """Open the list's menu: its wishes are for all that is selected there."""
        menu = named(QMenu(self._pane), "marks_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pane.foot.fill_menu(menu)
        menu.addSeparator()
        menu.addAction(self._acts["note"])
        menu.popup(place)

    # What follows the open article

    def follow(self) -> None:
        """Show what has become of the open article's marks."""
        found = self._article.article
        detected = found.detected if found is not None else None
        self._pane.show_annotations(self._article.annotations, self._article.text, detected)
        self.follow_selected()

    def follow_selected(self) -> None:
        """Show which mark is selected."""
        chosen = self._article.selected
        self._tools.show_mark(chosen, self._article.text)
        self._pane.select(chosen.id if chosen else None)

    def _select(self, mark: Annotation | None) -> None:
        if mark is not None:
            self._article.select(mark.id)
