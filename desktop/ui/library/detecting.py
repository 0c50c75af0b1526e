"""The detector over the open library: looks in a worker, and what it found is taken on the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import starmap

from desktop import operations
from desktop.model import Annotation, Article, ArticleId, Changes, Detection
from desktop.operations import Detector, Readings
from desktop.ui.library import background
from desktop.ui.library.reads import Reads
from desktop.ui.library.road import Road
from desktop.ui.library.tasks import BATCH, WAITED_FOR, Tasks

_AT_ONCE = 600  # code points that are read while a person waits: some 10 ms


class Detecting:
    """Has articles looked through, again or for the first time, and the values read that stand in a person's marks."""

    def __init__(self, road: Road, reads: Reads, tasks: Tasks, detector: Detector) -> None:
        self._road, self._reads, self._tasks, self._detector = road, reads, tasks, detector
        self.warm = False  # whether the detector has read its lists, which takes some 0.4 s
        self.at_import = True  # whether what comes in is looked through at once

    def look(self, article: Article) -> Detection:
        """Return, in a worker, what the detector finds in an article, told what a person has said of its lines."""
        found = operations.look(self._detector, article, background.own_lists(self._road.store.path))
        self.warm = True
        return found

    def find_behind(self, version: str, done: Callable[[list[ArticleId]], None]) -> None:
        """Hand on, once a worker has found them, the articles that were seen without what the detector and the library know now."""
        self._tasks.run(partial(background.behind, self._road.store.path, version), done, self._road.refuse, BATCH)

    def again(self, article_id: ArticleId) -> None:
        """Look through one article again, in the background."""
        article = self._reads.article(article_id)
        if article is not None:
            self.look_soon(article)

    def look_soon(self, article: Article, join: int | None = None, earlier: Article | None = None) -> None:
        """Look through an article in the background, as part of step `join`.

        `earlier` is the same article with the date it had before: times that follow from it are resolved anew.
        """

        def look() -> tuple[Detection, Detection | None]:
            return self.look(article), self.look(earlier) if earlier is not None else None

        def done(found: tuple[Detection, Detection | None]) -> None:
            self.take(article, join, *found)

        self._tasks.run(look, done, self._road.refuse, WAITED_FOR)

    def take(
        self, looked_at: Article, join: int | None, found: Detection, earlier: Detection | None = None
    ) -> int | None:
        """Take a detection and return the step, unless the date or the lines were corrected meanwhile: undone, or the next one's turn."""
        article = self._reads.article(looked_at.id)
        if article is None or article.published != looked_at.published:
            return None
        if operations.corrected(article) != operations.corrected(looked_at):
            return None
        return self.apply(article.id, found, join, earlier=earlier)

    def apply(
        self,
        article: ArticleId,
        found: Detection,
        join: int | None = None,
        quiet: bool = False,
        earlier: Detection | None = None,
    ) -> int | None:
        """Bring an article's suggestions up to a detection and return the step; nothing happens if the article is gone.

        `quiet`: the caller says when the library changed, once for many articles.
        """
        if self._reads.article(article) is None:
            return None
        done = self._road.do(operations.apply_detection, article, found, join, earlier)
        if not quiet:
            self._road.tell(done)
        return done.step

    def read_values(self, done: Changes, by: str) -> Changes:
        """Give marks made by hand what the detector reads in them, as part of their step: at once, or soon where that takes long."""
        step = done.step
        bare = [each for each in done.made if each.by == by and each.value is None and each.entity is None]
        if not bare or step is None:
            return done
        of = self._articles_of(bare)
        read = partial(background.read_marks, self._detector, of)
        if self.warm and sum(starmap(operations.length_to_read, of)) <= _AT_ONCE:
            given = self._road.do(operations.take_readings, bare, read(), step)
            after = {each.id: each for each in given.made}
            return replace(done, made=tuple(after.get(each.id, each) for each in done.made))

        def take(readings: Readings) -> None:
            self.warm = True
            self._road.edit(operations.take_readings, bare, readings, step)

        self._tasks.run(read, take, self._road.refuse, WAITED_FOR)
        return done

    def _articles_of(self, marks: Sequence[Annotation]) -> list[tuple[Article, list[Annotation]]]:
        articles = {each.article: self._road.store.article(each.article) for each in marks}
        return [(article, [each for each in marks if each.article == id]) for id, article in articles.items()]
