"""A library's own word lists: what they hold is marked wherever it stands, at once."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.again import tell
from desktop.cli.group import LIBRARY, butda, opened
from desktop.cli.saying import cell, say
from desktop.operations.scheme.own_lists import add_list, own_lists, remove_list, rename_label, switch_list


@butda.group("lists")
def lists() -> None:
    """Word lists of your own, and the detector's labels as this library has them."""


@lists.command("list")
@LIBRARY
def list_(library: Path | None) -> None:
    """List the lists: name, label, how many entries, on or off; then the labels that are called otherwise."""
    with opened(library) as store:
        own = own_lists(store)
        for each in own.lists:
            say("\t".join((cell(each.name), cell(each.label), str(len(each.entries)), "on" if each.on else "off")))
        for label, other in own.renamed:
            say(f"{cell(label)}\t{cell(other) or '-'}")


@lists.command("add")
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--label", required=True, help="The label that its entries are marked with.")
@click.option("--any-case", is_flag=True, help="Large and small letters are alike.")
@LIBRARY
def add(name: str, file: Path, label: str, any_case: bool, library: Path | None) -> None:
    """Keep the lines of FILE as the list NAME, and look through the articles again; a list of this name is replaced."""
    with opened(library, write=True) as store:
        changes = add_list(store, file, name, label, not any_case)
        (made,) = [each for each in own_lists(store).lists if each.name == name]
        tell(store, f"{cell(name)}\t{len(made.entries)}", changes)


@lists.command("remove")
@click.argument("name")
@LIBRARY
def remove(name: str, library: Path | None) -> None:
    """Take the list NAME out of the library, and look through the articles again."""
    with opened(library, write=True) as store:
        tell(store, cell(name), remove_list(store, name))


@lists.command("off")
@click.argument("name")
@LIBRARY
def off(name: str, library: Path | None) -> None:
    """Switch the list NAME off, and look through the articles again."""
    _switch(library, name, False)


@lists.command("on")
@click.argument("name")
@LIBRARY
def on(name: str, library: Path | None) -> None:
    """Switch the list NAME on again, and look through the articles again."""
    _switch(library, name, True)


@lists.command("label")
@click.argument("label")
@click.argument("other", default="")
@LIBRARY
def label_(label: str, other: str, library: Path | None) -> None:
    """Have the detector's marks of LABEL bear OTHER, or leave them out where there is none; LABEL LABEL takes it back."""
    with opened(library, write=True) as store:
        changes = rename_label(store, label, other)
        tell(store, f"{cell(label)}\t{cell(other) or '-'}", changes)


def _switch(library: Path | None, name: str, is_on: bool) -> None:
    with opened(library, write=True) as store:
        changes = switch_list(store, name, is_on)
        tell(store, f"{cell(name)}\t{'on' if is_on else 'off'}", changes)
