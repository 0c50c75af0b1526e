"""The group of commands, the library that they name, and the words that they share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from desktop import __version__, operations
from desktop.cli.saying import OutputLost, cell, say
from desktop.errors import KnownError
from desktop.store.library import Store, default_path

LIBRARY = click.option(
    "--library", type=click.Path(path_type=Path), help="The library file (else BUTDALIBRARY, else your own)."
)
FORCE = "Replace a file that is there, also one that Bút Dạ did not write there."


class _Group(click.Group):
    """Known errors become one line and exit code 1; wrong usage stays click's exit code 2."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KnownError as error:
            say(cell(str(error)), err=True)
            context.exit(1)
        except OutputLost as lost:
            lost.tell()
            context.exit(1)


@click.group(cls=_Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="butda")
@LIBRARY
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
        return butda.command(name)(LIBRARY(function))

    return decorate


@contextmanager
def opened(library: Path | None, write: bool = False) -> Iterator[Store]:
    """Open the library that the options name, for one command."""
    context = click.get_current_context()
    path = library or context.find_root().obj or default_path()
    store = operations.open_library(path, write or not os.path.exists(path))
    try:
        yield store
    finally:
        store.close()


def listed(given: str | None) -> list[str]:
    """Return the words between commas."""
    return [part.strip() for part in (given or "").split(",") if part.strip()]
