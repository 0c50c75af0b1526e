"""Detect, score and explain."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import butda, command, opened
from desktop.cli.saying import Answers, Complaints, cell, requests, say
from desktop.model import Status
from desktop.operations.scheme.own_lists import own_lists

_SCORE = "Score the detector against a file of gold articles, as corpus/tools/check.py --gold writes it."


@command("detect")
@click.argument("articles", nargs=-1)
@click.option("--jobs", default=1, type=click.IntRange(1, 64), help="With `-`: so many processes; the order stays.")
@click.option("--facts", is_flag=True, help="With `-`: entity keys and relations too (kind, and the spans' places).")
@click.option("--score", "gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=_SCORE)
@click.option("--errors", default=0, type=click.IntRange(0), help="With --score: show so many errors, too.")
def detect_(
    articles: tuple[str, ...], jobs: int, facts: bool, gold: Path | None, errors: int, library: Path | None
) -> None:
    """Detect in the library's articles, or with `-` from JSON lines on stdin to JSON lines on stdout."""
    if gold:
        from desktop import scoring

        for line in scoring.lines(scoring.score(gold), errors):
            say(line)
        return
    if articles == ("-",):
        from desktop.streaming import stream

        sys.exit(stream(requests(), Answers(), Complaints(), jobs, facts))
    from desktop.detect import VERSION, detect

    with opened(library, write=True) as store:
        wanted = [store.find(each) for each in articles] if articles else store.undetected(VERSION)
        step = None
        for each in wanted:
            article = store.article(each)
            found = operations.look(detect, article, own_lists(store.path))
            step = operations.apply_detection(store, each, found, join=step).step or step
            count = sum(annotation.status is not Status.REJECTED for annotation in store.annotations(each))
            say(f"{each}\t{count}\t{cell(article.title)}")


@butda.command("explain")
@click.argument("text")
@click.option("--published", help="YYYY-MM-DD: what dates that name no year lean on.")
def explain(text: str, published: str | None) -> None:
    """Show which rule made each span of TEXT: label, quote, value, and the rules from the finder to the last that decided."""
    from desktop.explaining import explain as explained

    for span, quote, rules in explained(text, published):
        value = "" if span.value is None else f" = {span.value}{f' {span.unit}' if span.unit else ''}"
        say(f"{span.label}\t{cell(quote)}{value}")
        for rule in rules:
            say(f"\t{rule.name}\t{rule.says}")
