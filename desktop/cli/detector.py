"""Detect, score and explain."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import asked_for, butda, command, opened
from desktop.cli.saying import Answers, Complaints, cell, requests, say
from desktop.model import Status
from desktop.model.own_lists import OwnLists

_SCORE = "Score the detector against a file of gold articles, as corpus/tools/check.py --gold writes it."


@command("detect")
@click.argument("articles", nargs=-1)
@click.option("--jobs", default=1, type=click.IntRange(1, 64), help="With `-`: so many processes; the order stays.")
@click.option("--facts", is_flag=True, help="With `-`: entity keys and relations too (kind, and the spans' places).")
@click.option(
    "--cluster", "address", metavar="ADDRESS", help="ARTICLES are files; a Dask cluster reads them (local:4: one here)."
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="With --cluster: the folder of the parts."
)
@click.option("--score", "gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=_SCORE)
@click.option("--errors", default=0, type=click.IntRange(0), help="With --score: show so many errors, too.")
def detect_(
    articles: tuple[str, ...],
    jobs: int,
    facts: bool,
    address: str | None,
    out: Path | None,
    gold: Path | None,
    errors: int,
    library: Path | None,
) -> None:
    """Detect in the library's articles, or with `-` from JSON lines on stdin to JSON lines on stdout."""
    if gold:
        from desktop import scoring

        for line in scoring.lines(scoring.score(gold), errors):
            say(line)
        return
    if address or out:
        if not (address and out and articles):
            raise click.UsageError("--cluster ADDRESS, files and --out DIR go together.")
        sys.exit(_shared(address, articles, out, facts))
    if articles == ("-",):
        from desktop.streaming import stream

        sys.exit(stream(requests(), Answers(), Complaints(), jobs, facts))
    from desktop.detect import VERSION, detect
    from desktop.operations.learning.library import unread
    from desktop.operations.scheme.own_lists import own_lists

    with opened(library, write=True) as store:
        own = own_lists(store)
        wanted = (
            [store.find(each) for each in articles]
            if articles
            else [*store.undetected(VERSION), *unread(store, VERSION, own)]
        )
        step = None
        for each in wanted:
            article = store.article(each)
            found = operations.look(detect, article, own)
            step = operations.apply_detection(store, each, found, join=step).step or step
            count = sum(annotation.status is not Status.REJECTED for annotation in store.annotations(each))
            say(f"{each}\t{count}\t{cell(article.title)}")


def _shared(address: str, inputs: tuple[str, ...], out: Path, facts: bool) -> int:
    """Have a cluster read files into parts; return 1 if a line or a block has no answer."""
    from desktop import blocks
    from desktop.clustering import cluster

    failed = 0
    with cluster(address) as share:
        for complaint in blocks.run([Path(each) for each in inputs], out, share, facts):
            failed = 1
            say(complaint, err=True)
    return failed


@butda.command("explain")
@click.argument("text")
@click.option("--published", help="YYYY-MM-DD: what dates that name no year lean on.")
@click.option(
    "--library", type=click.Path(path_type=Path), help="The library whose own lists and learned rules count, too."
)
def explain(text: str, published: str | None, library: Path | None) -> None:
    """Show which rules made what is read in TEXT: each mark with its value, each line with its role, each fact with its two marks.

    A mark that a learned rule left out stands behind the others, with `-` for its label.
    """
    from desktop.explaining import explain as explained

    found = explained(text, published, _own(library))
    for each in (*found.spans, *found.lines, *found.facts):
        span = each.span
        value = "" if span is None or span.value is None else f" = {span.value}{f' {span.unit}' if span.unit else ''}"
        other = f" -> {cell(each.other)}" if each.other else ""
        say(f"{each.kind}\t{cell(each.quote)}{value}{other}")
        for rule in each.rules:
            say(f"\t{rule.name}\t{rule.says}")


def _own(library: Path | None) -> OwnLists | None:
    from desktop.operations.scheme.own_lists import own_lists

    named = asked_for(library)
    if named is None:
        return None
    with opened(named) as store:
        return own_lists(store)
