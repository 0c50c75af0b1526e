"""The care of the library file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, opened
from desktop.cli.saying import cell, say


@command("backup")
@click.argument("path", type=click.Path(path_type=Path))
def backup(path: Path, library: Path | None) -> None:
    """Write a verified copy of the library."""
    with opened(library) as store:
        operations.backup(store, path)
        say(str(path))


@command("check")
@click.option("--mend", is_flag=True, help="Put right what can be, after a copy of the library; undo takes it back.")
def check(mend: bool, library: Path | None) -> None:
    """Check the library file, and what is in it; print what is wrong, or ok."""
    with opened(library, write=mend) as store:
        done = operations.mend(store) if mend else operations.Mended(())
        for each in done.wrong:
            say(f"mended\t{cell(each)}")
        if done.copy is not None:
            say(f"copy\t{cell(str(done.copy))}")
        wrong = store.check()
    say("\n".join(map(cell, wrong)) or "ok")
    sys.exit(1 if wrong else 0)
