"""What goes out."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import FORCE, command, listed, opened
from desktop.cli.saying import say
from desktop.model import Status


@command("export")
@click.option("--format", "format_name", required=True, type=click.Choice(["jsonl", "csv", "html"]))
@click.option("--out", required=True, type=click.Path(path_type=Path))
@click.option("--status", help="suggested,accepted,rejected; without it suggested and accepted")
@click.option("--label", help="labels, with commas between")
@click.option("--article", help="articles, with commas between")
@click.option("--force", is_flag=True, help=FORCE)
def export(
    format_name: str,
    out: Path,
    status: str | None,
    label: str | None,
    article: str | None,
    force: bool,
    library: Path | None,
) -> None:
    """Export annotations and verify the written file."""
    with opened(library) as store:
        selection = operations.Selection(
            articles=tuple(store.find(each) for each in listed(article)) if article is not None else None,
            statuses=_statuses(status),
            labels=tuple(listed(label)) if label is not None else None,
        )
        done = operations.export(store, format_name, out, selection, force)
        say(f"{done.verified:,} of {done.annotations:,} annotations verified\t{done.articles:,} articles\t{done.path}")


def _statuses(given: str | None) -> tuple[Status, ...]:
    if given is None:
        return operations.EXPORTED
    try:
        return tuple(Status(each) for each in listed(given))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--status") from error
