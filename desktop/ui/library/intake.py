"""Documents on their way into the open library: prepared by a worker, put in on the main thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop import operations
from desktop.errors import ImportFileError
from desktop.model import Article, ArticleId, Changes, Detection
from desktop.operations import Added, Brought, Matched, PageReader, Plan, Prepared, Reread
from desktop.operations.columns import Table
from desktop.operations.kept import encodings
from desktop.operations.kept.encodings import Look
from desktop.ui.library.road import Road


class Intake:
    """Takes documents in; who takes in many says when they are on the shelf."""

    def __init__(self, road: Road, read_page: PageReader) -> None:
        self._road, self._read_page = road, read_page
        self.chapters = True  # whether a book comes as an article a chapter

    def prepare(
        self, path: Path, told: Callable[[int, int], object] | None = None
    ) -> Iterator[Prepared | ImportFileError]:
        """Read one file in a worker, with what is wrong with lines left out; raise ImportFileError. Touches no library."""
        return operations.prepare(path, self._read_page, told, chapters=self.chapters)

    def prepare_paste(self, content: str, is_html: bool) -> list[Prepared]:
        """Make a document of pasted text in a worker; raise ImportFileError. Touches no library."""
        return operations.prepare_paste(content, is_html, self._read_page)

    def columns(self, path: Path) -> Table | None:
        """Return, in a worker, the columns of a table of articles and what they may mean; None: it is none. Raises ImportFileError."""
        return operations.columns.look(path)

    def remember_columns(self, path: Path, meant: dict[str, str]) -> None:
        """Remember what the columns of a table mean, for all of its shape."""
        operations.columns.remember(path, meant)

    def encodings(self, paths: Sequence[Path]) -> list[tuple[Path, Look]]:
        """Return, in a worker, how the words of texts look and what each encoding makes of them; what cannot be read is left out."""
        found = []
        for path in paths:
            try:
                look = encodings.look(path)
            except ImportFileError:  # gone since it was imported
                continue
            if look is not None:
                found.append((path, look))
        return found

    def remember_encodings(self, meant: Mapping[Path, str]) -> dict[Path, str]:
        """Remember, in a worker, in which encoding texts are; return the sha256 of each, empty for one that cannot be read."""
        return encodings.remember(meant)

    def those_there(self, keys: Mapping[Path, str]) -> tuple[list[ArticleId], list[Path]]:
        """Return the articles of the files, by sha256, that are there, and the other files."""
        found = {path: self._road.store.with_content(key) for path, key in keys.items()}
        return [each for each in found.values() if each is not None], [path for path in found if found[path] is None]

    def add(self, prepared: Prepared, join: int | None) -> Added:
        """Put a document into the library, as part of step `join`; raise KnownError. Told of by `say_added` alone."""
        added = operations.add(self._road.store, prepared, join)
        if added.changes.scheme:  # told at once: what comes next may bear the label
            self._road.tell(Changes(scheme=True))
        return added

    def read_again(self, article: Article, content: bytes) -> Prepared:
        """Read an article's original in a worker as it is read today; raise KnownError. Touches no library."""
        return operations.read_again(article, content, self._read_page)

    def reread(
        self, article: ArticleId, prepared: Prepared, join: int | None, found: Detection | None = None
    ) -> Reread:
        """Let an article be what was read of it now, and what a detector found in that, as part of step `join`; raise KnownError.

        Told at once, and once: nobody sees the text without its suggestions.
        """
        done = operations.reread(self._road.store, article, prepared, join)
        changes = done.changes
        if found is not None and done.step is not None:
            changes = changes.joined(operations.apply_detection(self._road.store, article, found, done.step))
        self._road.tell(changes)
        return done

    def match_marks(self, path: Path) -> tuple[list[Matched], Brought]:
        """Look in a worker at the marks of a file, and at what they would be as they are; raise KnownError."""
        store = operations.open_library(self._road.store.path, write=False)
        try:
            matched = list(operations.match_marks(store, path, self._read_page))
            return matched, operations.look_at_marks(store, matched, Plan())
        finally:
            store.close()

    def look_at_marks(self, matched: Sequence[Matched], plan: Plan) -> Brought:
        """Look in a worker at what marks would be that are brought in so; raise KnownError."""
        store = operations.open_library(self._road.store.path, write=False)
        try:
            return operations.look_at_marks(store, matched, plan)
        finally:
            store.close()

    def bring_marks(self, matched: Sequence[Matched], plan: Plan, join: int | None) -> int | None:
        """Bring in marks as part of step `join`; return the step, None where nothing was to be changed. Raises KnownError."""
        changes = operations.bring_marks(self._road.store, matched, plan, join).changes
        self._road.tell(changes)
        return changes.step

    def end_offer(self) -> None:
        """Never offer again to read anew what is there."""
        self._road.store.end_offer()

    def say_added(self) -> None:
        """Say that articles came or went: that was done quietly."""
        self._road.tell(Changes(shelf=True))

    def hold_checkpoints(self, held: bool) -> None:
        """Let commits leave what they write in the library's log while many follow each other."""
        operations.hold_checkpoints(self._road.store, held)
