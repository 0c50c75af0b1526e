"""What a person does in the open library: one gesture, one step of its history, told once as a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Concatenate, ParamSpec

from desktop import operations
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Changes, RelationId, Role, State, Step
from desktop.store import Store
from desktop.ui.library.detecting import Detecting
from desktop.ui.library.reads import Reads
from desktop.ui.library.road import Road
from desktop.ui.look import system_look

P = ParamSpec("P")


class Edits:
    """Marks, facts, cards, tags, states and lines, and the way back."""

    def __init__(self, road: Road, reads: Reads, detecting: Detecting, person: str = "") -> None:
        self._road, self._reads, self._detecting = road, reads, detecting
        self.person = person  # whose name a mark bears that is made by hand; empty: as the system calls them

    def annotate(self, article: str, start: int, end: int, label: str) -> Annotation | None:
        """Mark a stretch of an article (code points)."""
        return self._marked(operations.annotate, ArticleId(article), start, end, label, by=self.by)

    def relabel(self, annotations: Iterable[str], label: str) -> Annotation | None:
        """Give annotations another label as one step; return the first."""
        return self._marked(operations.relabel, [AnnotationId(each) for each in annotations], label, by=self.by)

    def mark_all(self, article: str, stretches: Iterable[tuple[int, int]], label: str) -> None:
        """Give a label to many stretches of an article (code points) as one step."""
        self._marked(operations.mark_all, ArticleId(article), stretches, label, by=self.by)

    def resize(self, annotation: str, start: int, end: int) -> Annotation | None:
        """Move an annotation's edges (code points)."""
        return self._marked(operations.resize, AnnotationId(annotation), start, end, by=self.by)

    def cut_out(self, annotation: str, start: int, end: int) -> Annotation | None:
        """Take a stretch (code points) out of an annotation; return what is left before it, or else behind it."""
        return self._marked(operations.cut_out, AnnotationId(annotation), start, end, by=self.by)

    def write_note(self, annotation: str, text: str) -> Annotation | None:
        """Write a note on an annotation."""
        return _first(self._road.edit(operations.note, AnnotationId(annotation), text))

    def accept(self, annotations: Iterable[str]) -> None:
        """Accept annotations as one step."""
        self._road.edit(operations.accept, [AnnotationId(each) for each in annotations])

    def reject(self, annotations: Iterable[str]) -> None:
        """Reject annotations as one step."""
        self._road.edit(operations.reject, [AnnotationId(each) for each in annotations])

    def delete(self, annotations: Iterable[str]) -> None:
        """Delete annotations as one step."""
        self._road.edit(operations.delete, [AnnotationId(each) for each in annotations])

    def settle_facts(self, relations: Iterable[str], accepted: bool) -> None:
        """Accept or reject facts as one step."""
        operation = operations.accept_facts if accepted else operations.reject_facts
        self._road.edit(operation, [RelationId(each) for each in relations])

    def delete_articles(self, articles: Iterable[str], join: int | None = None, quiet: bool = False) -> int | None:
        """Delete articles with all that is marked on them, as one step or as part of step `join`; return it.

        `quiet`: the caller says when the library changed, once for many articles.
        """
        done = self._road.do(operations.delete_articles, [ArticleId(each) for each in articles], join)
        if not quiet:
            self._road.tell(done)
        return done.step

    def begin_reading(self, article: ArticleId) -> None:
        """Say of an unread article that it is being read; no step of the history."""
        if self._road.ask(operations.begin_reading, article):
            self._road.tell(Changes(cards=(article,)))

    def set_state(self, articles: Iterable[ArticleId], state: State, join: int | None = None) -> int | None:
        """Say how far a person has come with articles, as one step or as part of step `join`; return it."""
        return self._road.edit(operations.set_state, list(articles), state, join).step

    def tag(self, articles: list[ArticleId], add: list[str], remove: list[str], join: int | None = None) -> int | None:
        """Give tags to articles and take others off, as one step or as part of step `join`; return it."""
        return self._road.edit(operations.tag, articles, add, remove, join).step

    def correct(self, article: Article) -> None:
        """Write an article's card as one step; another date has the times of its text resolved anew, as part of the step."""
        before = self._reads.article(article.id)
        step = self._road.edit(operations.correct, article).step
        after = self._reads.article(article.id)
        if step is None or before is None or after is None:
            return
        if before.published != after.published and after.detected is not None:
            self._detecting.look_soon(after, step, replace(after, published=before.published))

    def set_role(self, article: ArticleId, start: int, end: int, role: Role | None) -> int | None:
        """Say what the lines are that a stretch touches, None as detected, and detect again as part of the same step."""
        before = self._reads.article(article)
        step = self._road.edit(operations.set_role, article, start, end, role).step
        after = self._reads.article(article)
        if step is not None and before is not None and after is not None:
            dated = before.published != after.published  # by the line that states the date
            self._detecting.look_soon(after, step, replace(after, published=before.published) if dated else None)
        return step

    def place_orphan(self, orphan: str, start: int, end: int) -> None:
        """Put a mark that waits on a stretch of its article (code points)."""
        self._road.edit(operations.give_home, AnnotationId(orphan), start, end)

    def drop_orphans(self, orphans: Iterable[str]) -> None:
        """Let marks go that wait for a place."""
        self._road.edit(operations.drop_orphans, [AnnotationId(each) for each in orphans])

    def undo(self) -> Step | None:
        """Take back the newest step and return it."""
        return self._road.travel(operations.undo)

    def redo(self) -> Step | None:
        """Do again the step that was undone last and return it."""
        return self._road.travel(operations.redo)

    def travel(self, undone: bool, most: int) -> Step | None:
        """Undo, or redo what is undone, `most` changes of the next step: one turn of many, told of after the last."""
        return self._road.travel(operations.redo if undone else operations.undo, most)

    @property
    def by(self) -> str:
        """Whose name a mark bears that is made by hand."""
        return self.person or system_look.login()

    def _marked(
        self, operation: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Annotation | None:
        """Make or change marks by hand, and tell of them once they have the values that are read in them; return the first."""
        done = self._road.do(operation, *args, **kwargs)
        read = self._detecting.read_values(done, self.by)
        self._road.tell(done)
        return _first(read)


def _first(done: Changes) -> Annotation | None:
    return done.made[0] if done.made else None
