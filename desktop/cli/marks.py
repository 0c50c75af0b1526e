"""What a person does to marks."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, opened
from desktop.cli.saying import say
from desktop.model import Changes
from desktop.store import Store


@command("mark")
@click.argument("article")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("label")
@click.option("--note", default="", help="A note on the annotation.")
@click.option("--by", default="", help="The name of the person who marks.")
def mark(article: str, start: int, end: int, label: str, note: str, by: str, library: Path | None) -> None:
    """Mark characters START to END (code points, END exclusive) and print the annotation's id; its value is read as in the window."""
    with opened(library, write=True) as store:
        done = operations.annotate(store, store.find(article), start, end, label, note=note, by=by)
        _read(store, done)
        say(done.made[0].id)


@command("accept")
@click.argument("marks", nargs=-1, required=True)
def accept(marks: tuple[str, ...], library: Path | None) -> None:
    """Accept marks as one step, and print their ids; `show` tells them, their beginnings are enough."""
    with opened(library, write=True) as store:
        _tell(operations.accept(store, list(dict.fromkeys(store.find_annotation(each) for each in marks))))


@command("reject")
@click.argument("marks", nargs=-1, required=True)
def reject(marks: tuple[str, ...], library: Path | None) -> None:
    """Reject marks as one step, and print their ids; they are not suggested again."""
    with opened(library, write=True) as store:
        _tell(operations.reject(store, list(dict.fromkeys(store.find_annotation(each) for each in marks))))


def _tell(done: Changes) -> None:
    for each in done.made:
        say(each.id)


def _read(store: Store, done: Changes) -> None:
    """Give a mark that was just made what the detector reads in it."""
    bare = [each for each in done.made if each.value is None and each.entity is None]
    if bare and done.step is not None and all(each.created == each.modified for each in bare):
        from desktop.detect import detect

        readings = operations.read_marks(detect, store.article(bare[0].article), bare)
        operations.take_readings(store, bare, readings, done.step)
