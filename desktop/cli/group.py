"""The group of commands, the library that they name, and the words that they share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from desktop import __version__, operations
from desktop.cli.saying import OutputLost, cell, say
from desktop.errors import KnownError, LibraryError

if TYPE_CHECKING:
    from desktop.store import Store

# The module of each command: it is loaded when the command is asked for, and with it what that command needs.
FAMILIES = {
    "articles": "delete list original search show",
    "bringing": "marks",
    "cards": "card state tag",
    "detector": "detect explain",
    "exports": "export",
    "history": "history redo undo",
    "imports": "import",
    "labels": "label",
    "library": "backup check restore",
    "lists": "lists",
    "marks": "accept mark reject",
    "rereading": "orphans reread",
    "rules": "rules",
    "window": "selftest tour",
}
_HOMES = {name: family for family, names in FAMILIES.items() for name in names.split()}

LIBRARY = click.option(
    "--library", type=click.Path(path_type=Path), help="The library file (else BUTDA_LIBRARY, else your own)."
)
FORCE = "Replace a file that is there, also one that Bút Dạ did not write there."

_CARE = 0.1  # seconds for the history after a command that writes
_LONG = 1200  # characters; paths may be long, and there is a label of each name


class _Group(click.Group):
    """Commands out of modules that are loaded when asked for.

    Known errors become one line and exit code 1; wrong usage stays exit code 2, as click has it.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(_HOMES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in _HOMES:
            import_module(f"desktop.cli.{_HOMES[name]}")
        return super().get_command(context, name)

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KnownError as error:
            say(_clipped(cell(str(error))), err=True)
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


def command(name: str, takes_minus: bool = False) -> Callable[[Callable[..., None]], click.Command]:
    """Return a decorator that makes a subcommand with --library, which may stand before or after its name.

    `takes_minus`: what begins with one and is no long option is an argument, -h too.
    """

    def decorate(function: Callable[..., None]) -> click.Command:
        settings = {"ignore_unknown_options": True, "help_option_names": ["--help"]} if takes_minus else {}
        return butda.command(name, context_settings=settings)(LIBRARY(function))

    return decorate


def _clipped(sentence: str) -> str:
    """Return a sentence that a person can read: what was asked for is told in it, and may be of any length."""
    return sentence if len(sentence) <= _LONG else f"{sentence[: _LONG // 2]} … {sentence[-_LONG // 2 :]}"


@contextmanager
def opened(library: Path | None, write: bool = False, make: bool = False) -> Iterator[Store]:
    """Open the library that the options name, for one command; one that is not there is made only by a command that brings articles."""
    path, _ = named(library)
    if not make and not os.path.exists(path):
        raise LibraryError("library-missing", path=path)
    store = operations.open_library(path, write)
    try:
        yield store
        if write:
            _tend(store)
    finally:
        store.close()


def _tend(store: Store) -> None:
    """Care a moment for the history, as the window does: what is not done now is done after another command."""
    from desktop import settings

    days, until = settings.load(settings.path()).history_days, monotonic() + _CARE
    with suppress(KnownError):  # what was asked for is done, and the next command meets what is in the way
        while operations.tend(store, days) and monotonic() < until:
            pass


def named(library: Path | None) -> tuple[Path, bool]:
    """Return the library that a command is about, and whether it was named; else it is the person's own."""
    from desktop.store.opening import default_path, is_named

    given = library or click.get_current_context().find_root().obj
    return given or default_path(), given is not None or is_named()


def asked_for(library: Path | None) -> Path | None:
    """Return the library that the command line names, before or after the command; None for commands that do without one."""
    given: Path | None = library or click.get_current_context().find_root().obj
    return given


def nothing_yet(library: Path | None) -> bool:
    """Return whether the person's own library is meant and is not there yet: a list of it is empty, and no mistake."""
    path, was_named = named(library)
    return not was_named and not os.path.exists(path)


def listed(given: str | None) -> list[str]:
    """Return the words between commas."""
    return [part.strip() for part in (given or "").split(",") if part.strip()]
