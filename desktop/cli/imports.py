"""What goes in: files and folders, each told of; newer versions of what is there, where they are asked for."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import FORCE, command, opened
from desktop.cli.rereading import taken, told
from desktop.cli.saying import OutputLost, cell, say
from desktop.errors import KnownError
from desktop.operations import columns
from desktop.operations.kept import encodings
from desktop.store import Store

_TOGETHER, _LONG = 25, 500_000  # documents and their size of one transaction


@command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--update",
    is_flag=True,
    help="Take a file of an article that is there already (by address or name) as its newer version.",
)
@click.option(
    "--map",
    "meant",
    metavar="PART=COLUMN,...",
    help="What the columns of tables mean: title=headline,text=body. Remembered.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="The texts and pages are in this encoding: TCVN3, VNI, VPS, VISCII, VIQR, windows-1258, UTF-8, as-it-is. Remembered.",
)
@click.option(
    "--chapters",
    type=click.Choice(("each", "one")),
    default="each",
    show_default=True,
    help="Whether each chapter of a book (.epub) is an article, or the book is one.",
)
@click.option("--report", type=click.Path(path_type=Path), help="Write what became of every file into this file, too.")
@click.option("--force", is_flag=True, help=FORCE)
def import_(
    paths: tuple[Path, ...],
    update: bool,
    meant: str | None,
    encoding: str | None,
    chapters: str,
    report: Path | None,
    force: bool,
    library: Path | None,
) -> None:
    """Import files and folders: texts, web pages, documents, tables, letters, JSON, zips. Says what became of every file."""
    from desktop import exchange
    from desktop.detect import read_page

    said = columns.said(meant) if meant else None
    way = encodings.known(encoding) if encoding else None
    with opened(library, write=True, make=True) as store:
        coming = _Import(store, update, way is not None)
        given = exchange.found(paths)
        for path in given.files:
            with _of(path, coming.fail):
                for each in operations.prepare(path, read_page, columns=said, way=way, chapters=chapters == "each"):
                    coming.fail(each) if isinstance(each, KnownError) else coming.take(path, each)
                if said:
                    columns.remember(path, said)
                if way:
                    encodings.remember({path: way})
        coming.add()
        for file, kind in given.left:
            of_page = kind == exchange.SAVED_PAGE
            coming.say(f"{'of a page' if of_page else 'left out'}\t{kind}\t{cell(str(file))}")
        if report is not None:
            operations.write_file(store, report, "".join(f"{line}\n" for line in coming.said).encode(), force=force)
    kinds = dict(given.kinds)
    if (of_pages := kinds.pop(exchange.SAVED_PAGE, 0)) > 0:
        say(
            f"Saved with pages: {of_pages}; of these the pictures with a caption are kept with their articles.",
            err=True,
        )
    if kinds:
        say(f"Left out: {', '.join(f'{count} {kind}' for kind, count in kinds.items())}.", err=True)
    if coming.failed:
        say(f"{coming.failed} of the files or lines could not be imported.", err=True)
        sys.exit(1)


class _Import:
    """What comes in: documents are added some at a time, and each is told once it is kept, in order."""

    def __init__(self, store: Store, update: bool, other: bool) -> None:
        """Make nothing of it yet; `update` takes newer versions, `other` reads what is there in another way."""
        self.failed = 0
        self.said: list[str] = []
        self._store, self._update, self._other = store, update, other
        self._step: int | None = None
        self._waiting: list[tuple[Path, operations.Prepared]] = []

    def say(self, line: str) -> None:
        """Print a line, and keep it for the report."""
        self.said.append(line)
        say(line)

    def take(self, path: Path, document: operations.Prepared) -> None:
        """Add a document, now or with those that follow; or let it be the newer version of one that is there."""
        if (self._update or self._other) and self._take_newer(path, document):
            return
        self._waiting.append((path, document))
        long = sum(each.size for _, each in self._waiting) >= _LONG
        if long or len(self._waiting) >= _TOGETHER:
            self.add()

    def fail(self, error: KnownError) -> None:
        """Tell what cannot come in."""
        self.add()
        self.failed += 1
        self.say(f"failed\t{cell(str(error))}")

    def add(self) -> None:
        """Add what waits; where that is refused, one after the other, so that as much as can be comes in."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            several = len(waiting) > 1
            with _of(waiting[0][0], partial(self._add_each, waiting) if several else self.fail, quiet=several):
                self._add(waiting)

    def _add_each(self, waiting: list[tuple[Path, operations.Prepared]], _: KnownError) -> None:
        for one in waiting:
            self._waiting = [one]
            self.add()

    def _add(self, waiting: list[tuple[Path, operations.Prepared]]) -> None:
        added = operations.add_several(self._store, [each for _, each in waiting], self._step)
        for (path, document), each in zip(waiting, added, strict=True):
            self._step = each.step or self._step
            self._tell(each, path)
            if document.mended and each.new:
                self._tell_mended(path, document.mended)
            if document.pictures_left and each.new:
                left = KnownError("file-pictures", path=path, count=document.pictures_left)
                self.say(f"left out\tpictures\t{cell(str(left))}")

    def _tell_mended(self, path: Path, encoding: str) -> None:
        """Tell from which encoding a text was brought back, with the beginning of what it was and of what it is."""
        told = f"the text of {cell(str(path))} was in no Unicode or read wrongly; its bytes are kept"
        look = encodings.look(path)
        shown = [look.was, look.shown[encoding]] if look is not None and encoding in look.shown else []
        self.say("\t".join(["read as", encoding, told, *(cell(each.split("\n")[0]) for each in shown)]))

    def _take_newer(self, path: Path, document: operations.Prepared) -> bool:
        """Take a document as a newer version of the article that is there; return whether there is one."""
        same = self._store.with_content(document.document.article.sha256) if self._other else None
        there = same or (operations.earlier(self._store, document) if self._update else None)
        if there is None:
            return False
        self.add()
        try:
            done = taken(self._store, there, document, self._step)
        except KnownError as error:
            self.fail(error)
            return True
        self._step = done.step or self._step
        for line in told(self._store, done, "updated"):
            self.say(line)
        if document.mended:
            self._tell_mended(path, document.mended)
        return True

    def _tell(self, added: operations.Added, path: Path) -> None:
        for name in added.labels:
            self.say(f"label\t{cell(name)}\tmade for the marks of {cell(str(path))}, which no scheme tells of")
        if added.alike is not None:
            first = "came first" if added.alike.is_first else "came later"
            self.say(
                f"same {added.alike.by}\t{added.alike.article}\t{first}\t{cell(str(path))}\t{cell(added.alike.title)}"
            )
        word = "added" if added.new else "already there"
        self.say(f"{word}\t{added.article}\t{cell(str(path))}\t{cell(added.title)}")


@contextmanager
def _of(path: Path, fail: Callable[[KnownError], object], quiet: bool = False) -> Iterator[None]:
    """Let what goes wrong with one file hold up no other: a bug too, which is told by the program's own lines unless `quiet`."""
    try:
        yield
    except OutputLost:
        raise
    except KnownError as error:
        fail(error)
    except Exception as bug:  # the one place of the command line: nobody else may have to do with the other files
        for frame in () if quiet else traceback.extract_tb(bug.__traceback__):
            say(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}: {type(bug).__name__}", err=True)
        fail(KnownError("file-unexpected", path=path))
