"""The command `butda`: one small function a command. Words go to stdout, errors as one line to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from desktop import __version__, operations
from desktop.errors import KnownError
from desktop.model import Article, Status
from desktop.store.library import Store, default_path

_LIBRARY = click.option(
    "--library", type=click.Path(path_type=Path), help="The library file (else BUTDA_LIBRARY, else your own)."
)

_SCORE = "Score the detector against a file of gold articles, as corpus/tools/check.py --gold writes it."
_ALL = 2**31  # hits: a command prints them all, and leaves it to others to stop


class _Group(click.Group):
    """Known errors become one line and exit code 1; wrong usage stays click's exit code 2."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KnownError as error:
            click.echo(_cell(str(error)), err=True)
            context.exit(1)


@click.group(cls=_Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="butda")
@_LIBRARY
@click.pass_context
def butda(context: click.Context, library: Path | None) -> None:
    """Read and annotate Vietnamese documents. Without a command: open the window."""
    context.obj = library
    if context.invoked_subcommand is None:
        from desktop.app import main as window

        context.exit(window(library))


def command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """Return a decorator that makes a subcommand with --library, which may stand before or after its name."""

    def decorate(function: Callable[..., None]) -> click.Command:
        return butda.command(name)(_LIBRARY(function))

    return decorate


@contextmanager
def opened(library: Path | None, write: bool = False) -> Iterator[Store]:
    """Open the library that the options name, for one command."""
    context = click.get_current_context()
    path = library or (context.parent.obj if context.parent else None) or default_path()
    store = operations.open_library(path, write or not os.path.exists(path))
    try:
        yield store
    finally:
        store.close()


@command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_(paths: tuple[Path, ...], library: Path | None) -> None:
    """Import files and folders: .txt, .md, .html, and .jsonl exports."""
    from desktop import exchange
    from desktop.detect import read_page

    failed = 0
    with opened(library, write=True) as store:
        step = None
        for path in (file for given in paths for file in exchange.files(given)):
            try:
                for prepared in operations.prepare(path, read_page):
                    added = operations.add(store, prepared, join=step)
                    step = added.step or step
                    click.echo(
                        f"{'added' if added.new else 'already there'}\t{added.article}\t{_cell(str(path))}\t{_cell(added.title)}"
                    )
            except KnownError as error:
                failed += 1
                click.echo(f"failed\t{_cell(str(error))}")
    if failed:
        click.echo(f"{failed} of the files could not be imported.", err=True)
        sys.exit(1)


@command("detect")
@click.argument("articles", nargs=-1)
@click.option("--jobs", default=1, type=click.IntRange(1, 64), help="With `-`: so many processes; the order stays.")
@click.option("--facts", is_flag=True, help="With `-`: entity keys and relations too (kind, and the spans' places).")
@click.option("--score", "gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=_SCORE)
@click.option("--errors", default=0, type=click.IntRange(0), help="With --score: show so many errors, too.")
def detect_(
    articles: tuple[str, ...], jobs: int, facts: bool, gold: Path | None, errors: int, library: Path | None
) -> None:
    """Detect in the library's articles, or with `-` from JSON lines on stdin to JSON lines on stdout."""
    if gold:
        from desktop import scoring

        for line in scoring.lines(scoring.score(gold), errors):
            click.echo(line)
        return
    if articles == ("-",):
        from desktop.streaming import stream

        sys.exit(stream(sys.stdin.buffer, sys.stdout.buffer, sys.stderr.buffer, jobs, facts))
    from desktop.detect import VERSION, detect

    with opened(library, write=True) as store:
        wanted = [store.find(each) for each in articles] if articles else store.undetected(VERSION)
        step = None
        for each in wanted:
            article = store.article(each)
            step = operations.apply_detection(store, each, operations.look(detect, article), join=step) or step
            count = sum(annotation.status is not Status.REJECTED for annotation in store.annotations(each))
            click.echo(f"{each}\t{count}\t{_cell(article.title)}")


@butda.command("explain")
@click.argument("text")
@click.option("--published", help="YYYY-MM-DD: what dates that name no year lean on.")
def explain(text: str, published: str | None) -> None:
    """Show which rule made each span of TEXT: label, quote, value, and the rules from the finder to the last that decided."""
    from desktop.explaining import explain as explained

    for span, quote, rules in explained(text, published):
        value = "" if span.value is None else f" = {span.value}{f' {span.unit}' if span.unit else ''}"
        click.echo(f"{span.label}\t{_cell(quote)}{value}")
        for rule in rules:
            click.echo(f"\t{rule.name}\t{rule.says}")


@command("list")
def list_(library: Path | None) -> None:
    """List the articles: id, state, number of annotations, published, source, title."""
    with opened(library) as store:
        for row in store.rows():
            cells = (row.id, row.state, row.annotations, row.published or "", _cell(row.source), _cell(row.title))
            click.echo("\t".join(map(str, cells)))


@command("show")
@click.argument("article")
def show(article: str, library: Path | None) -> None:
    """Show an article: its card, its text, and a line for each annotation."""
    with opened(library) as store:
        found = store.article(store.find(article))
        click.echo("\n".join(_card(found)) + "\n\n" + found.text + "\n")
        for each in store.annotations(found.id):
            quote = _cell(found.text[each.start : each.end])
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
                _cell(each.note),
            )
            click.echo("\t".join(map(str, cells)))


@command("search")
@click.argument("query")
def search(query: str, library: Path | None) -> None:
    """Search titles and texts; words typed without marks find every marked form. Prints id, title, snippet."""
    with opened(library) as store:
        for hit in store.search(query, limit=_ALL):
            click.echo(f"{hit.id}\t{_cell(hit.title)}\t{_cell(hit.snippet)}")


@command("original")
@click.argument("article")
@click.option("--out", required=True, type=click.Path(path_type=Path))
def original(article: str, out: Path, library: Path | None) -> None:
    """Write the file that an article was imported from again, byte for byte."""
    with opened(library) as store:
        operations.original(store, store.find(article), out)
        click.echo(str(out))


@command("delete")
@click.argument("articles", nargs=-1, required=True)
def delete(articles: tuple[str, ...], library: Path | None) -> None:
    """Delete articles with their annotations (the window's Undo brings them back)."""
    with opened(library, write=True) as store:
        found = list(dict.fromkeys(store.find(each) for each in articles))
        operations.delete_articles(store, found)
        for each in found:
            click.echo(each)


@command("mark")
@click.argument("article")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("label")
@click.option("--note", default="", help="A note on the annotation.")
@click.option("--by", default="", help="The name of the person who marks.")
def mark(article: str, start: int, end: int, label: str, note: str, by: str, library: Path | None) -> None:
    """Mark characters START to END (code points, END exclusive) and print the annotation's id."""
    with opened(library, write=True) as store:
        click.echo(operations.annotate(store, store.find(article), start, end, label, note=note, by=by).id)


@command("export")
@click.option("--format", "format_name", required=True, type=click.Choice(["jsonl", "csv", "html"]))
@click.option("--out", required=True, type=click.Path(path_type=Path))
@click.option("--status", help="suggested,accepted,rejected; without it suggested and accepted")
@click.option("--label", help="labels, with commas between")
@click.option("--article", help="articles, with commas between")
def export(
    format_name: str, out: Path, status: str | None, label: str | None, article: str | None, library: Path | None
) -> None:
    """Export annotations and verify the written file."""
    with opened(library) as store:
        selection = operations.Selection(
            articles=tuple(store.find(each) for each in _listed(article)) if article is not None else None,
            statuses=_statuses(status),
            labels=tuple(_listed(label)) if label is not None else None,
        )
        done = operations.export(store, format_name, out, selection)
        click.echo(
            f"{done.verified:,} of {done.annotations:,} annotations verified\t{done.articles:,} articles\t{done.path}"
        )


@command("backup")
@click.argument("path", type=click.Path(path_type=Path))
def backup(path: Path, library: Path | None) -> None:
    """Write a verified copy of the library."""
    with opened(library) as store:
        operations.backup(store, path)
        click.echo(str(path))


@command("check")
def check(library: Path | None) -> None:
    """Check the library file; print what is wrong, or ok."""
    with opened(library) as store:
        wrong = store.check()
    click.echo("\n".join(wrong) or "ok")
    sys.exit(1 if wrong else 0)


@butda.command("tour")
@click.argument("directory", required=False, default="build/tour", type=click.Path(path_type=Path))
def tour(directory: Path) -> None:
    """Go the whole road once without a display: a fresh library, import, detect, annotate, search, export, pictures."""
    from desktop.app import tour as walk

    sys.exit(walk(directory))


@butda.command("selftest")
def selftest() -> None:
    """Open the window offscreen on a temporary library and try each part; exit 0 if all of it works."""
    from desktop.app import selftest as run

    sys.exit(run())


def main() -> None:
    """Run the command line; UTF-8 whatever the locale."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "backslashreplace"
            )
    butda(prog_name="butda")


def _card(article: Article) -> Iterator[str]:
    for name in ("id", "title", "source", "byline", "published", "place", "url", "file", "added", "state", "sha256"):
        value = getattr(article, name)
        if value:
            yield f"{name}: {_cell(str(value))}"


def _cell(text: str) -> str:
    return " ".join(text.split())


def _listed(given: str | None) -> list[str]:
    return [part.strip() for part in (given or "").split(",") if part.strip()]


def _statuses(given: str | None) -> tuple[Status, ...]:
    if given is None:
        return operations.EXPORTED
    try:
        return tuple(Status(each) for each in _listed(given))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--status") from error
