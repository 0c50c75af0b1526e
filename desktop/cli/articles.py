"""What is listed, shown, searched and deleted: articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop import operations
from desktop.cli.group import FORCE, command, nothing_yet, opened
from desktop.cli.saying import cell, say
from desktop.model import Article

if TYPE_CHECKING:
    from desktop.operations.kept.pictures import Captioned

_ALL = 2**31  # hits: a command prints them all, and leaves it to others to stop


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
@click.option(
    "--pictures",
    is_flag=True,
    help="Show the pictures that are kept with it: number, start, end, kind, bytes, caption.",
)
def show(article: str, pictures: bool, library: Path | None) -> None:
    """Show an article: its card, its text, and a line for each annotation."""
    with opened(library) as store:
        if pictures:
            _say_pictures(operations.pictures_of(store, store.find(article)))
            return
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


@command("search", takes_minus=True)
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
@click.option("--picture", type=int, help="Write the picture of this number, as `butda show --pictures` counts them.")
@click.option("--force", is_flag=True, help=FORCE)
def original(article: str, out: Path, picture: int | None, force: bool, library: Path | None) -> None:
    """Write the file that an article was imported from again, byte for byte; or a picture of its page."""
    with opened(library) as store:
        if picture is None:
            operations.original(store, store.find(article), out, force)
        else:
            operations.save_picture(store, store.find(article), picture, out, force)
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


def _say_pictures(pictures: Sequence[Captioned]) -> None:
    for number, each in enumerate(pictures, 1):
        size, caption = len(each.picture.content), cell(each.picture.caption)
        say("\t".join(map(str, (number, each.line.start, each.line.end, each.ending[1:], size, caption))))


def _card(article: Article) -> Iterator[str]:
    for name in ("id", "title", "source", "byline", "published", "place", "url", "file", "added", "state", "sha256"):
        value = getattr(article, name)
        if value:
            origin = f" ({article.origins[name]})" if name in article.origins else ""
            yield f"{name}: {cell(str(value))}{origin}"
