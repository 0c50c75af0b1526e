"""The care of the library file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, named, opened
from desktop.cli.saying import cell, say

_ALL = 2**31  # articles


@command("backup")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace an earlier copy of this same library, once the new one is proved.")
def backup(path: Path, force: bool, library: Path | None) -> None:
    """Write a verified copy of the library to PATH, or into a folder under a name of its own; prints where it lies."""
    with opened(library) as store:
        say(cell(str(operations.backup(store, path, force=force))))


@command("restore")
@click.argument("copy", required=False)
@click.option(
    "--list", "only_list", is_flag=True, help="List the copies, or with COPY the articles in it; change nothing."
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write the copy there, as a library of its own; the library stays."
)
def restore(copy: str | None, only_list: bool, out: Path | None, library: Path | None) -> None:
    """Bring the library back from a copy: a path, a name or a number of the list, else the newest. What it replaces is kept.

    The list: name, when it was made, bytes, articles, marks, and why it was made if not of itself.
    """
    path, _ = named(library)
    if only_list and copy is None:
        for each in operations.copies_of(path):
            cells = (
                cell(each.path.name),
                f"{each.made:%Y-%m-%d %H:%M}",
                each.size,
                each.articles,
                each.marks,
                each.kind,
            )
            say("\t".join(map(str, cells)))
        return
    source = operations.find_copy(path, copy)
    if only_list:
        for title in operations.titles_of(source, _ALL):
            say("\t".join((title.published, cell(title.source), str(title.marks), cell(title.title))))
    elif out is not None:
        say(cell(str(operations.take_out(source, out))))
    else:
        kept = operations.restore(path, source)
        say(f"restored\t{cell(str(source))}")
        if kept is not None:
            say(f"replaced\t{cell(str(kept))}")


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
