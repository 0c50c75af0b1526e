"""What goes out."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import FORCE, command, listed, opened
from desktop.cli.saying import say
from desktop.exchange.writers import FORMATS
from desktop.model import Status


@command("export")
@click.option("--format", "format_name", required=True, type=click.Choice(list(FORMATS)))
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
    wanted = _statuses(status)
    with opened(library) as store:
        selection = operations.Selection(
            articles=tuple(store.find(each) for each in listed(article)) if article is not None else None,
            statuses=wanted,
            labels=tuple(listed(label)) if label is not None else None,
        )
        done = operations.export(store, format_name, out, selection, force)
        say(_told(done))


def _told(done: operations.Exported) -> str:
    if done.records is not None:
        return f"{done.records:,} of {done.articles:,} records verified\t{done.path}"
    lost = f"\t{done.lost:,} that the format cannot hold, see the list beside it" if done.lost else ""
    return (
        f"{done.verified:,} of {done.annotations:,} annotations verified\t{done.articles:,} articles\t{done.path}{lost}"
    )


def _statuses(given: str | None) -> tuple[Status, ...]:
    if given is None:
        return operations.EXPORTED
    try:
        return tuple(Status(each) for each in listed(given))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--status") from error
