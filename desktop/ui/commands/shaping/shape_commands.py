"""What is selected and what is marked, made wider or cut; the label at work; whether the bar comes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.model import Annotation, Status
from desktop.text.selecting.edges import widened
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.library.workspace import Workspace
from desktop.ui.marking.marking_tools import MarkingTools
from desktop.ui.page.reader import Reader


class ShapeCommands(QObject):
    """Carries out what is wished for the extent of selections and marks; each change of a mark is one step."""

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, reader: Reader, tools: MarkingTools
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._article = around, acts, library, article
        self._reader, self._tools = reader, tools

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"cut_out": self.cut_out, "widen": self.widen, "bar_by_itself": self._toggle_bar}

    def widen(self) -> None:
        """Widen the selected mark, else what is selected, to its words, then its sentence, then its line."""
        article, chosen, reader = self._article.article, self._article.selected, self._reader
        if article is None:
            return
        if chosen is not None:
            wider = widened(article.text, chosen.start, chosen.end)
            if wider != (chosen.start, chosen.end):
                self._library.edits.resize(chosen.id, *wider)
            return
        start, end = widened(article.text, *(reader.selection() or reader.place))
        reader.move_caret(*map(reader.positions.to_utf16, (start, end)))

    def cut_out(self) -> None:
        """Take the selected words out of the innermost mark that they lie in."""
        stretch = self._reader.selected_range()
        under = self._under(*stretch) if stretch is not None else None
        if stretch is None:
            return
        if under is None:
            self._around.notice.inform(
                self.tr("The selected words lie inside of no mark, so there is nothing to cut out.")
            )
            return
        left = self._library.edits.cut_out(under.id, *stretch)
        if left is not None:
            self._article.select(left.id)

    def _under(self, start: int, end: int) -> Annotation | None:
        """Return the shortest mark that a stretch is a part of, of those that are shown."""
        inside = [
            each
            for each in self._article.annotations
            if each.status is not Status.REJECTED and each.label not in self._article.hidden
            and each.start <= start and end <= each.end and (each.start, each.end) != (start, end)
        ]  # fmt: skip
        return min(inside, key=_length, default=None)

    def activate(self, label: str) -> None:
        """Let a label be at work: what is selected next gets it at once. The same label again rests."""
        self._article.activate(label)

    def rest(self) -> None:
        """Let no label be at work."""
        self._article.activate("")

    def show_active(self) -> None:
        """Show at the caret which label is at work."""
        active = self._article.active
        self._tools.pen.show_label(next((each for each in self._article.labels if each.name == active), None))

    def _toggle_bar(self) -> None:
        self.show_bar(not self._tools.by_itself)

    def show_bar(self, by_itself: bool) -> None:
        """Let the bar come to what is selected without being asked for, or not."""
        self._tools.by_itself = by_itself
        self._acts["bar_by_itself"].setChecked(by_itself)


def _length(mark: Annotation) -> int:
    return mark.end - mark.start
