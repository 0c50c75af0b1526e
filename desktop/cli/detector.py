"""Detect, score and explain."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import butda, command, opened
from desktop.cli.saying import Answers, Complaints, cell, requests, say
from desktop.model import Status

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
    from desktop.operations.scheme.own_lists import own_lists

    with opened(library, write=True) as store:
        wanted = [store.find(each) for each in articles] if articles else store.undetected(VERSION)
        step = None
        for each in wanted:
            article = store.article(each)
            found = operations.look(detect, article, own_lists(store))
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
def explain(text: str, published: str | None) -> None:
    """Show which rules made what is read in TEXT: each mark with its value, each line with its role, each fact with its two marks."""
    from desktop.explaining import explain as explained

    found = explained(text, published)
    for each in (*found.spans, *found.lines, *found.facts):
        span = each.span
        value = "" if span is None or span.value is None else f" = {span.value}{f' {span.unit}' if span.unit else ''}"
        other = f" -> {cell(each.other)}" if each.other else ""
        say(f"{each.kind}\t{cell(each.quote)}{value}{other}")
        for rule in each.rules:
            say(f"\t{rule.name}\t{rule.says}")


@butda.command("rules")
@click.option("--label", help="Only those of LABEL.")
@click.option("--json", "as_json", is_flag=True, help="A JSON line each, with all examples.")
def rules_(label: str | None, as_json: bool) -> None:
    """List the detector's rules in their order: place, name, label, what opens it, an example; then what is barred, and why.

    The rules of facts have the fact for a label, heads in [ ] and tails in < >; those of lines have the role or the look.
    """
    from desktop.detect import vetoes
    from desktop.detect.languages import LANGUAGES
    from desktop.detect.vi import beside

    rows = [
        (place, rule.name, rule.label, " ".join(sorted(rule.opens)), rule.says, rule.examples)
        for language in LANGUAGES
        for place, rule in enumerate([*language.rules, *language.facts, *language.lines], 1)
    ]
    steps = (step for language in LANGUAGES for step in language.steps)
    rows += [(0, step.name, step.label, "", step.says, step.examples) for step in steps]
    vetoed: list[vetoes.Veto | beside.Row] = [*vetoes.everything(), *beside.everything()]
    rows += [(0, veto.name, veto.label, "", veto.why, veto.examples) for veto in vetoed]
    for place, name, of, opens, says, examples in rows:
        if label in (None, of):
            row = {"place": place, "name": name, "label": of, "opens": opens, "says": says, "examples": examples}
            cells = (str(place or "-"), name, of, opens or (says if not place else "-"), *examples[:1])
            say(json.dumps(row, ensure_ascii=False) if as_json else "\t".join(map(cell, cells)))
