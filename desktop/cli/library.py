"""The care of the library file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, opened
from desktop.cli.saying import say


@command("backup")
@click.argument("path", type=click.Path(path_type=Path))
def backup(path: Path, library: Path | None) -> None:
    """Write a verified copy of the library."""
    with opened(library) as store:
        operations.backup(store, path)
        say(str(path))


@command("check")
def check(library: Path | None) -> None:
    """Check the library file; print what is wrong, or ok."""
    with opened(library) as store:
        wrong = store.check()
    say("\n".join(wrong) or "ok")
    sys.exit(1 if wrong else 0)
