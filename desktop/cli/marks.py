"""What a person does to marks."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, opened
from desktop.cli.saying import say


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
        say(operations.annotate(store, store.find(article), start, end, label, note=note, by=by).made[0].id)
