"""The commands that need the window."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop.cli.group import butda


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
