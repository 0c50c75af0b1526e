"""The rules that marks are made by: the detector's, and those that a library has learned."""

from __future__ import annotations

import json
from pathlib import Path

import click

from desktop.cli.again import tell
from desktop.cli.group import LIBRARY, asked_for, butda, opened
from desktop.cli.saying import cell, say
from desktop.model import Row, State
from desktop.model.learned import Learned
from desktop.operations.learning.library import learned_rows, switch_row

_LEARNED = click.option(
    "--library", type=click.Path(path_type=Path), help="The rules that this library has learned, instead."
)


@butda.group("rules", invoke_without_command=True)
@click.option("--label", help="Only those of LABEL.")
@click.option("--json", "as_json", is_flag=True, help="A JSON line each, with all examples or decisions.")
@_LEARNED
@click.pass_context
def rules_(context: click.Context, label: str | None, as_json: bool, library: Path | None) -> None:
    """List the detector's rules in their order: place, name, label, what opens it, an example; then what is barred, and why.

    The rules of facts have the fact for a label, heads in [ ] and tails in < >; those of lines have the role or the look.
    With --library those that this library has learned from its decisions: name, label, effect, words, how many decisions,
    on or off.
    """
    if context.invoked_subcommand is not None:
        return
    named = asked_for(library)
    if named is not None:
        with opened(named) as store:
            _learned(learned_rows(store), label, as_json)
        return
    _built_in(label, as_json)


@rules_.command("off")
@click.argument("name")
@LIBRARY
def off(name: str, library: Path | None) -> None:
    """Switch the learned rule NAME off, and look through the articles again that are not done."""
    _switch(library, name, False)


@rules_.command("on")
@click.argument("name")
@LIBRARY
def on(name: str, library: Path | None) -> None:
    """Switch the learned rule NAME on again, and look through the articles again that are not done."""
    _switch(library, name, True)


def _switch(library: Path | None, name: str, is_on: bool) -> None:
    with opened(library, write=True) as store:
        changes = switch_row(store, name, is_on)
        tell(store, f"{cell(name)}\t{'on' if is_on else 'off'}", changes, _is_open)


def _is_open(row: Row) -> bool:
    return row.state is not State.DONE


def _learned(rows: tuple[Learned, ...], label: str | None, as_json: bool) -> None:
    for row in rows:
        if label in (None, row.label):
            told = {
                "name": row.name, "label": row.label, "effect": row.effect, "sign": row.sign, "words": row.words,
                "becomes": row.becomes, "decisions": row.decisions, "articles": row.articles, "on": row.on,
            }  # fmt: skip
            cells = (row.name, row.label, row.effect, row.says, str(len(row.decisions)), "on" if row.on else "off")
            say(json.dumps(told, ensure_ascii=False) if as_json else "\t".join(map(cell, cells)))


def _built_in(label: str | None, as_json: bool) -> None:
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
