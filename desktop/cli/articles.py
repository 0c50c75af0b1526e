"""What goes in, is listed, shown, searched and deleted: articles."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import FORCE, command, nothing_yet, opened
from desktop.cli.saying import cell, say
from desktop.errors import KnownError
from desktop.model import Article
from desktop.store import Store

_TOGETHER, _LONG = 25, 500_000  # documents and code points of one transaction
_ALL = 2**31  # hits: a command prints them all, and leaves it to others to stop


@command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_(paths: tuple[Path, ...], library: Path | None) -> None:
    """Import files and folders: texts, web pages, documents, tables, letters, JSON, zips. Says what became of every file."""
    from desktop import exchange
    from desktop.detect import read_page

    with opened(library, write=True, make=True) as store:
        coming = _Import(store)
        given = exchange.found(paths)
        for path in given.files:
            try:
                for each in operations.prepare(path, read_page):
                    coming.fail(each) if isinstance(each, KnownError) else coming.take(path, each)
            except Exception as error:  # a bug that one file brings out holds up no other
                coming.fail(_known(error, path))
        coming.add()
    for file, kind in given.left:
        say(f"left out\t{kind}\t{cell(str(file))}")
    if given.left:
        say(f"Left out: {', '.join(f'{count} {kind}' for kind, count in given.kinds)}.", err=True)
    if coming.failed:
        say(f"{coming.failed} of the files or lines could not be imported.", err=True)
        sys.exit(1)


class _Import:
    """What comes in: documents are added some at a time, and each is told once it is kept, in order."""

    def __init__(self, store: Store) -> None:
        self.failed = 0
        self._store = store
        self._step: int | None = None
        self._waiting: list[tuple[Path, operations.Prepared]] = []

    def take(self, path: Path, document: operations.Prepared) -> None:
        """Add a document, now or with those that follow."""
        self._waiting.append((path, document))
        long = sum(len(each.document.article.text) for _, each in self._waiting) >= _LONG
        if long or len(self._waiting) >= _TOGETHER:
            self.add()

    def fail(self, error: KnownError) -> None:
        """Tell what cannot come in."""
        self.add()
        self.failed += 1
        say(f"failed\t{cell(str(error))}")

    def add(self) -> None:
        """Add what waits; where that is refused, one after the other, so that as much as can be comes in."""
        waiting, self._waiting = self._waiting, []
        try:
            added = operations.add_several(self._store, [each for _, each in waiting], self._step)
        except Exception as error:  # as above
            if len(waiting) == 1:
                self.fail(_known(error, waiting[0][0]))
            for one in waiting if len(waiting) > 1 else ():
                self._waiting = [one]
                self.add()
            return
        for (path, document), each in zip(waiting, added, strict=True):
            self._step = each.step or self._step
            _tell(each, path)
            if document.mended:
                say(
                    f"read as\t{document.mended}\tthe text of {cell(str(path))} was in no Unicode or read wrongly; its bytes are kept"
                )


def _known(error: Exception, path: Path) -> KnownError:
    """Return an error that a person can mend, or say of a bug where it lies, by the program's own lines, and that this file met it."""
    if isinstance(error, KnownError):
        return error
    for frame in traceback.extract_tb(error.__traceback__):
        say(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}: {type(error).__name__}", err=True)
    return KnownError("file-unexpected", path=path)


def _tell(added: operations.Added, path: Path) -> None:
    for name in added.labels:
        say(f"label\t{cell(name)}\tmade for the marks of {cell(str(path))}, which no scheme tells of")
    if added.alike is not None:
        say(
            f"same address\t{added.alike}\tthe article that is there already is of the address of {cell(str(path))} too"
        )
    word = "added" if added.new else "already there"
    say(f"{word}\t{added.article}\t{cell(str(path))}\t{cell(added.title)}")


@command("list")
def list_(library: Path | None) -> None:
    """List the articles: id, state, number of annotations, published, source, title."""
    if nothing_yet(library):
        return
    with opened(library) as store:
        for row in store.rows():
            cells = (row.id, row.state, row.annotations, row.published or "", cell(row.source), cell(row.title))
            say("\t".join(map(str, cells)))


@command("show")
@click.argument("article")
def show(article: str, library: Path | None) -> None:
    """Show an article: its card, its text, and a line for each annotation."""
    with opened(library) as store:
        found = store.article(store.find(article))
        say("\n".join(_card(found)) + "\n\n" + found.text + "\n")
        for each in store.annotations(found.id):
            quote = cell(found.text[each.start : each.end])
            value = "" if each.value is None else str(each.value)
            cells = (
                each.id,
                each.start,
                each.end,
                each.label,
                each.status,
                quote,
                value,
                each.unit or "",
                cell(each.note),
            )
            say("\t".join(map(str, cells)))


@command("search")
@click.argument("query")
def search(query: str, library: Path | None) -> None:
    """Search titles, texts and notes; words typed without marks find every marked form. Prints id, title, snippet.

    "phrase" -without label: by: status: note: tag: source: state: narrow it; the README tells how.
    """
    if nothing_yet(library):
        return
    with opened(library) as store:
        for hit in store.search(query, limit=_ALL):
            say(f"{hit.id}\t{cell(hit.title)}\t{cell(hit.snippet)}")


@command("original")
@click.argument("article")
@click.option("--out", required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help=FORCE)
def original(article: str, out: Path, force: bool, library: Path | None) -> None:
    """Write the file that an article was imported from again, byte for byte."""
    with opened(library) as store:
        operations.original(store, store.find(article), out, force)
        say(str(out))


@command("delete")
@click.argument("articles", nargs=-1, required=True)
def delete(articles: tuple[str, ...], library: Path | None) -> None:
    """Delete articles with their annotations (the window's Undo brings them back)."""
    with opened(library, write=True) as store:
        found = list(dict.fromkeys(store.find(each) for each in articles))
        operations.delete_articles(store, found)
        for each in found:
            say(each)


def _card(article: Article) -> Iterator[str]:
    for name in ("id", "title", "source", "byline", "published", "place", "url", "file", "added", "state", "sha256"):
        value = getattr(article, name)
        if value:
            origin = f" ({article.origins[name]})" if name in article.origins else ""
            yield f"{name}: {cell(str(value))}{origin}"
