"""What was done to a library: to see, to take back, and to do again."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import operations, settings
from desktop.cli.group import command, nothing_yet, opened
from desktop.cli.saying import cell, say
from desktop.errors import RequestError
from desktop.model import Step


@command("undo")
def undo(library: Path | None) -> None:
    """Take back the newest step, whole, and print its number and what it was."""
    with opened(library, write=True) as store:
        _tell(operations.undo(store), "undo-none")


@command("redo")
def redo(library: Path | None) -> None:
    """Do the step undone last again, and print its number and what it is."""
    with opened(library, write=True) as store:
        _tell(operations.redo(store), "redo-none")


@command("history")
@click.argument("article", required=False)
@click.option("--last", default=50, show_default=True, type=click.IntRange(1), help="So many steps at most.")
def history(article: str | None, last: int, library: Path | None) -> None:
    """List the newest steps, or those that changed ARTICLE: number, when, done or undone, number of changes, what it was.

    Those that came with ARTICLE in a bundle follow, with who set the marks; undo takes back what brought them, whole. How long steps
    are kept is said on stderr.
    """
    if nothing_yet(library):
        return
    with opened(library) as store:
        of = store.find(article) if article is not None else None
        for each in operations.steps(store, of, last):
            say(
                "\t".join(
                    (str(each.step), each.at, _state(each), str(each.size), cell(each.title), *map(cell, each.by))
                )
            )
    say(kept(settings.load(settings.path()).history_days), err=True)


def _state(step: Step) -> str:
    """Return whether a step is in force: one that came with its article is what it was in the library that it comes from."""
    state = "undone" if step.undone else "done"
    return f"{state} elsewhere" if step.earlier else state


def kept(days: int) -> str:
    """Return the sentence that says how long steps are kept."""
    if not days:
        return "Steps are kept for ever."
    return f"Steps are kept for {days:,} days, and the newest {operations.KEPT_STEPS:,} however old they are."


def _tell(step: Step | None, none: str) -> None:
    if step is None:
        raise RequestError(none)
    say(f"{step.step}\t{cell(step.title)}")
