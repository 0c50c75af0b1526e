"""What goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import FORCE, command, listed, opened
from desktop.cli.saying import say
from desktop.errors import RequestError
from desktop.exchange.reports.gathered import GROUPS
from desktop.exchange.writers import FORMATS
from desktop.model import Listing, State, Status
from desktop.text import typed

# What the selection is made of, an option each.
_OPTIONS = (
    click.option("--status", help="suggested,accepted,rejected; without it suggested and accepted"),
    click.option("--label", help="labels, with commas between"),
    click.option("--author", help="who made the marks, with commas between"),
    click.option("--article", help="articles, with commas between"),
    click.option("--query", help="the articles that a search finds"),
    click.option("--tag", help="the articles with this tag"),
    click.option("--state", type=click.Choice([each.value for each in State]), help="how far the articles were read"),
    click.option("--source", help="the articles of this paper"),
    click.option("--since", help="published on this day or later"),
    click.option("--until", help="published on this day or before"),
)


def _chosen(function: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@command("export")
@click.option("--format", "format_name", required=True, type=click.Choice(list(FORMATS)))
@click.option("--out", required=True, type=click.Path(path_type=Path))
@_chosen
@click.option(
    "--group", type=click.Choice(list(GROUPS)), default="label", help="By what a report puts its quotes together."
)
@click.option("--split", "shares", help="Deal the articles out: 80,10,10 writes NAME.train, NAME.dev and NAME.test.")
@click.option("--seed", type=int, default=0, help="The same seed deals the same articles out alike.")
@click.option(
    "--replace-names", is_flag=True, help="Persons and bodies by numbers, in every text; the key in NAME.key.tsv."
)
@click.option("--dry-run", is_flag=True, help="Say what the format cannot hold, and write nothing.")
@click.option("--force", is_flag=True, help=FORCE)
def export(
    format_name: str,
    out: Path,
    group: str,
    shares: str | None,
    seed: int,
    replace_names: bool,
    dry_run: bool,
    force: bool,
    library: Path | None,
    **chosen: str | None,
) -> None:
    """Export annotations and verify the written file."""
    asked = _asked(chosen)
    with opened(library) as store:
        articles = (
            tuple(store.find(each) for each in listed(chosen["article"])) if chosen["article"] is not None else None
        )
        selection = replace(asked, articles=articles)
        if dry_run:
            _foretell(operations.foresee(store, format_name, selection))
            return
        manner = operations.Manner(group, replace_names, operations.shares(shares) if shares else (), seed)
        done = operations.export_sets(store, format_name, out, selection, force, manner)
        for each in done:
            say(_told(each))
        if done[0].key is not None:
            say(f"key\t{done[0].key}")
            for label, words in done[0].telling:
                say(f"may still tell\t{label}\t{words}")


def _foretell(seen: operations.Foreseen) -> None:
    say(f"{seen.kept:,} of {seen.marks:,} annotations\t{seen.articles:,} articles")
    for what, count in seen.lost.items():
        say(f"lost\t{what}\t{count:,}")


def _asked(chosen: Mapping[str, str | None]) -> operations.Selection:
    """Return what the options choose, but for the articles, which only a library can find."""
    return operations.Selection(
        statuses=_statuses(chosen["status"]),
        labels=_words(chosen["label"]),
        query=chosen["query"] or "",
        listing=Listing(
            state=State(chosen["state"]) if chosen["state"] else None,
            tag=chosen["tag"],
            source=chosen["source"],
            since=_day(chosen["since"]),
            until=_day(chosen["until"]),
        ),
        authors=_words(chosen["author"]),
    )


def _words(given: str | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(listed(given))


def _day(given: str | None) -> str | None:
    if given is None:
        return None
    day = typed.iso(given)
    if day is None:
        raise RequestError("article-date", date=given)
    return day[:10]


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
