"""The group of commands: each stands where the table says, and brings no more with it than it needs."""

import ast
import json
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from desktop import cli, operations
from desktop.cli.group import FAMILIES, butda

ROOT = Path(__file__).parents[2]
TOLD = """
import json, sys
sys.argv[0] = "butda"
from desktop.cli import main
try:
    main()
finally:
    ours = sorted(name.removeprefix("desktop.") for name in sys.modules if name.startswith("desktop."))
    print(json.dumps(ours), file=sys.stderr)
"""
PARTS = ("cli.", "operations.", "store.library", "exchange.writers", "detect.road", "streaming", "settings")
FIRST = {"cli.group", "cli.saying"}
OPENED = {
    "store.library",
    "exchange.writers",
    *(f"operations.{each}" for each in ("articles", "files", "history", "own_list", "written")),
}
LOADED = {
    "the version": (["--version"], FIRST),
    "a search": (["search", "đảng", "--library", "{library}"], FIRST | OPENED | {"cli.articles"}),
    "lines to detect in": (["detect", "-"], FIRST | {"cli.detector", "detect.road", "streaming"}),
}


@pytest.mark.parametrize(("arguments", "parts"), LOADED.values(), ids=LOADED)
def test_a_command_brings_its_own_family_alone(store, arguments, parts):
    store.close()
    given = [each.format(library=store.path) for each in arguments]
    done = subprocess.run([sys.executable, "-c", TOLD, *given], input=b"", capture_output=True, cwd=ROOT, timeout=60)
    loaded = json.loads(done.stderr.splitlines()[-1])
    assert {name for name in loaded if name.startswith(PARTS)} == parts


def test_every_command_stands_in_the_module_that_the_table_names():
    made: dict[str, list[str]] = {}
    context = click.Context(butda)
    for module in pkgutil.iter_modules(cli.__path__):
        import_module(f"desktop.cli.{module.name}")
    for name, command in butda.commands.items():
        written = command if isinstance(command, click.Group) else command.callback
        home = (written.callback if isinstance(written, click.Group) else written).__module__
        made.setdefault(home.removeprefix("desktop.cli."), []).append(name)
    table = {family: names.split() for family, names in FAMILIES.items()}
    assert ({family: sorted(names) for family, names in made.items()}, butda.list_commands(context)) == (
        table, sorted(butda.commands),
    )  # fmt: skip


def test_the_front_of_the_operations_holds_by_name_what_its_types_say():
    tree = ast.parse(Path(operations.__file__).read_text("utf-8"))
    said = {
        name.name: block.module
        for node in tree.body
        if isinstance(node, ast.If)
        for block in node.body
        if isinstance(block, ast.ImportFrom) and block.module != "desktop.operations"
        for name in block.names
    }
    held = {name: getattr(operations, name) for name in said}
    assert held == {name: getattr(import_module(module), name) for name, module in said.items()}
