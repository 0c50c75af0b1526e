"""What is fetched from the open library and carried out of it by workers: searches, exports, copies, a look over its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop import operations
from desktop.errors import KnownError
from desktop.model import ArticleId, Listing, State
from desktop.operations import Exported, Foreseen, Manner, Selection
from desktop.text.selecting import words_at
from desktop.ui.library import background
from desktop.ui.library.road import Road
from desktop.ui.library.tasks import BATCH, WAITED_FOR, Task, Tasks

Failed = Callable[[KnownError], object]
Placed = Callable[[Path], object]  # where it lies
Ended = Callable[[list[Exported] | None], object]
Told = Callable[[int, int], object]  # what is done, all that is to be done


class Errands(QObject):
    """Gives work to the workers; nothing here changes the library."""

    searched = Signal(str, list)  # the query, its hits
    counted = Signal(str, object)  # the query, how many places it means of each article

    def __init__(self, road: Road, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._road, self._tasks = road, tasks
        self._search: Task | None = None
        self._count: Task | None = None

    @property
    def _path(self) -> Path:
        return self._road.store.path

    def search(self, query: str, listing: Listing | None = None) -> None:
        """Look for a query among what a listing takes; `searched` tells. A search still going on is dropped."""
        if self._search is not None:
            self._search.cancel()
        done = partial(self.searched.emit, query)
        self._search = self._ask(partial(background.search, self._path, query, listing), done)

    def count_places(self, query: str, articles: Sequence[ArticleId]) -> None:
        """Count how many places of each article a query means; `counted` tells. A count still going on is dropped."""
        if self._count is not None:
            self._count.cancel()
        done = partial(self.counted.emit, query)
        self._count = self._ask(partial(background.places, self._path, query, articles), done)

    def load_words(self) -> None:
        """Read what parts a line into Vietnamese words, so that nobody waits for it when one is to be selected."""
        self._ask(words_at.load, _nothing)

    def ask_all_in(self, articles: Sequence[ArticleId], state: State, done: Callable[[bool], object]) -> None:
        """Look whether no one of many articles is in another state."""
        self._ask(partial(background.all_in, self._path, articles, state), done)

    def ask_ids(
        self, listing: Listing, ranges: Sequence[tuple[int, int]], done: Callable[[list[ArticleId]], object]
    ) -> None:
        """Read which articles stand in places of a listing, each range from a place to another, both inside."""
        self._ask(partial(background.ids, self._path, listing, ranges), done)

    def ask_tags_of(self, articles: Sequence[ArticleId], done: Callable[[dict[str, int]], object]) -> None:
        """Count the tags that many articles have."""
        self._ask(partial(background.tags_of, self._path, articles), done)

    def ask_people(self, done: Callable[[list[str]], object]) -> None:
        """Read who made marks, the detector left out; no search waits for it, since it goes through all marks."""
        self._tasks.run(partial(background.people, self._path), done, self._road.refuse, BATCH)

    def foresee(self, format_name: str, selection: Selection, done: Callable[[Foreseen], object]) -> None:
        """Look what a format would not hold of what is chosen."""
        self._ask(partial(background.foresee, self._path, format_name, selection), done)

    def export(
        self,
        format_name: str,
        target: Path,
        selection: Selection,
        force: bool,
        done: Ended,
        failed: Failed,
        manner: Manner = Manner(),  # noqa: B008  # it never changes
        told: Told | None = None,
    ) -> Task:
        """Write a set, or several, and verify them; what is there and is not ours is replaced only with `force`.

        `told` hears in the worker of articles done and all; where it raises Stopped, `done` is given None.
        """
        work = partial(background.export, self._path, format_name, target, selection, force, manner, told)
        return self._tasks.run(work, done, failed, WAITED_FOR)

    def write_file(self, target: Path, content: bytes, force: bool, done: Placed, failed: Failed) -> Task:
        """Write what was made of an article, such as a PDF; `force` as in `export`."""
        work = partial(background.write_file, self._path, target, content, force)
        return self._tasks.run(work, done, failed, WAITED_FOR)

    def save_original(self, article: str, target: Path) -> bool:
        """Write an article's file again at once, byte for byte, also over one the person was asked about; return whether it was written."""
        try:
            operations.original(self._road.store, ArticleId(article), target, True)
        except KnownError as error:
            self._road.refuse(error)
            return False
        return True

    def backup(self, target: Path, told: Told, done: Placed, failed: Failed) -> Task:
        """Write a verified copy of the library; `told` hears in the worker of pages done and all pages.

        What it raises, such as Stopped, ends the copying, and no copy is left.
        """
        return self._tasks.run(partial(background.backup, self._path, target, told), done, failed, BATCH)

    def look_over(self, told: Told, done: Callable[[list[str]], object], failed: Failed) -> Task:
        """Check the library's file; `told` hears in the worker every now and then, and raises Stopped to end it.

        `done` gets what is wrong, nothing if it is whole.
        """
        return self._tasks.run(partial(background.check, self._path, told), done, failed, BATCH)

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> Task:
        return self._tasks.run(work, done, self._road.refuse, WAITED_FOR)


def _nothing(_: object) -> None:
    """Nobody waits for it."""
