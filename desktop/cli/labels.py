"""The label scheme."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import LIBRARY, butda, opened
from desktop.cli.saying import cell, say


@butda.group("label")
def label() -> None:
    """The labels that marks may bear."""


@label.command("list")
@LIBRARY
def list_(library: Path | None) -> None:
    """List the labels in their order: name, Vietnamese, English, colour, key, layer."""
    with opened(library) as store:
        for each in store.labels():
            say("\t".join(map(cell, (each.name, each.vi, each.en, each.color, each.key, each.layer))))


@label.command("add")
@click.argument("name")
@click.option("--vi", default="", help="Its name in Vietnamese (else the English one, else NAME).")
@click.option("--en", default="", help="Its name in English (else the Vietnamese one, else NAME).")
@click.option("--color", default=operations.OTHER, show_default=True, help="Its colour, by the name of a label's.")
@click.option("--key", default="", help="The letter or figure that gives it on the page.")
@click.option("--layer", default=operations.LAYERS[0], show_default=True, type=click.Choice(operations.LAYERS))
@LIBRARY
def add(name: str, vi: str, en: str, color: str, key: str, layer: str, library: Path | None) -> None:
    """Add a label behind the others and print its name; undo takes it back."""
    with opened(library, write=True) as store:
        operations.add_label(store, name, vi=vi, en=en, color=color, key=key, layer=layer)
        say(cell(name))
