"""Notes on marks: written beside them, kept as drafts meanwhile, and given back when somebody comes again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.model import Annotation
from desktop.operations import Draft
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.mark_commands import MarkCommands
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.library.workspace import Workspace
from desktop.ui.marking.marking_tools import MarkingTools
from desktop.ui.marks.marks_pane import AnnotationsPane


class NoteCommands(QObject):
    """Lets one note at a time be written; what is written so far lies beside the library."""

    def __init__(
        self, around: Surroundings, library: Workspace, article: OpenArticle, meant: Meant, marks: MarkCommands,
        pane: AnnotationsPane, tools: MarkingTools,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._library, self._article, self._meant = around, library, article, meant
        self._marks, self._pane, self._tools = marks, pane, tools
        self._searched = False  # whether a draft without an article was looked for

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"note": self.write}

    def write(self) -> None:
        """Write a note beside the mark that is meant."""
        if self._meant.mark is not None:
            self._write_beside(self._meant.mark)

    def _write_beside(self, mark: Annotation, draft: str | None = None) -> None:
        self._marks.go_to(mark.id)
        quote = self._article.text[mark.start : mark.end]
        self._tools.write_note(mark, self._pane.model.name(mark.label), quote, draft)

    def follow(self) -> None:
        """End the note whose mark went meanwhile."""
        about = self._tools.note.about
        if about is not None and self._article.annotation(about) is None:
            self._tools.note.save()

    def keep(self, mark: str, words: str) -> None:
        """Keep what a note says so far."""
        if self._article.id is not None:
            self._library.drafts.keep(mark, self._article.id, words)

    def save(self, mark: str, words: str) -> None:
        """Write a note; one that cannot be written stays a draft, and one whose mark is gone is offered."""
        if self._library.edits.write_note(mark, words) is not None:
            self._library.drafts.drop(mark)
            return
        self.keep(mark, words)
        draft = self._library.drafts.newest_note
        if draft is not None and not self._library.reads.has_annotation(mark):
            self._offer(draft)

    def give_back_soon(self) -> None:
        """Go on with a note that was begun, once the page has its place and the keyboard."""
        QTimer.singleShot(0, self, self._give_back)

    def _give_back(self) -> None:
        """Go on with a note that was begun on the open article; offer the words of one that has lost its mark."""
        drafts = self._library.drafts
        draft = drafts.of(self._article.id) if self._article.id is not None else None
        if draft is None and not self._searched:
            draft = drafts.newest_note
            if draft is not None and self._library.reads.article(draft.article) is not None:
                draft = None
        self._searched = True
        mark = self._article.annotation(draft.annotation) if draft is not None else None
        if draft is not None and mark is not None:
            self._write_beside(mark, draft.words)
        elif draft is not None:
            self._offer(draft)

    def _offer(self, draft: Draft) -> None:
        told = self.tr("The mark of the note you were writing is gone.")
        self._around.notice.inform(told, self.tr("Copy the note"), partial(self._copy, draft))

    def _copy(self, draft: Draft) -> None:
        QApplication.clipboard().setText(draft.words)
        self._library.drafts.drop(draft.annotation)
