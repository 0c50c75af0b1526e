"""What comes back: marks that other programs, or other people, set."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, listed, opened
from desktop.cli.saying import say
from desktop.errors import RequestError
from desktop.exchange.marked.kinds import READERS
from desktop.operations.sets.judging import Verdict

_SHOWN = 40  # characters of a quote


@command("marks")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(READERS)),
    help="Which program set them, where the file does not tell.",
)
@click.option("--labels", default="", help="Their labels under ours: PER=PERSON,LOC=LOCATION; others keep their name.")
@click.option("--by", default="", help="Who set them, where the file does not say.")
@click.option("--theirs", is_flag=True, help="Where a mark conflicts with a person's in the library, take the file's.")
@click.option("--dry-run", is_flag=True, help="Say what would become of them, and write nothing.")
def marks(
    path: Path, format_name: str | None, labels: str, by: str, theirs: bool, dry_run: bool, library: Path | None
) -> None:
    """Bring in the marks of an export, a bundle, a table, or another program's set, as one step.

    Articles are found by id, checksum or text, or come with their marks; a mark is placed where its words stand.
    """
    from desktop.detect import read_page

    plan = operations.Plan(_mapping(labels), theirs, by)
    with opened(library, write=not dry_run) as store:
        matched = operations.match_marks(store, path, read_page, format_name)
        _tell(
            operations.look_at_marks(store, matched, plan) if dry_run else operations.bring_marks(store, matched, plan)
        )


def _mapping(given: str) -> dict[str, str]:
    """Return which label of a file is which of the library; raise RequestError for what is no pair."""
    pairs = {}
    for each in listed(given):
        theirs, equals, ours = each.partition("=")
        if not (equals and theirs.strip() and ours.strip()):
            raise RequestError("labels-mapping", given=each)
        pairs[theirs.strip()] = ours.strip()
    return pairs


def _tell(done: operations.Brought) -> None:
    say("\t".join(f"{done.counts.get(each, 0):,} {each}" for each in Verdict))
    say(f"{done.articles:,} articles of the library\t{done.added:,} that come along\t{len(done.unknown):,} unknown")
    if done.labels:
        say(f"new labels\t{', '.join(done.labels)}")
    for each in done.unknown:
        say(f"unknown article\t{each}")
    for title, judged in done.open:
        quote = " ".join(judged.given.quote.split())[:_SHOWN]
        ours = judged.there.label if judged.there is not None else ""
        say(f"{judged.verdict}\t{judged.given.label}\t{quote}\t{title}\t{ours}")
