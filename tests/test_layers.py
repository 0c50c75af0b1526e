"""The house of the project, held by its syntax trees: who may import whom, and how long a thing may grow."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1] / "desktop"
FREE = {"desktop", "errors", "assets"}
MAY = {
    "model": set(),
    "errors": set(),
    "assets": set(),
    "settings": {"model"},
    "text": {"model"},
    "detect": {"model", "text"},
    "store": {"model", "text"},
    "exchange": {"model", "text"},
    "operations": {"model", "text", "store", "exchange"},
    "ui": {"model", "text", "store", "exchange", "operations", "settings"},
}
ONLY = {"PySide6": ("ui/", "app.py"), "sqlite3": ("store/",), "sqlite_utils": ("store/",), "pyvi": ("text/words.py",)}
FILE_LINES, FUNCTION_LINES = 400, 50


@cache
def modules():
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in sorted(ROOT.rglob("*.py"))
    ]


def imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(name):
    return name.removesuffix(".py").split("/")[0]


def test_each_layer_imports_only_the_layers_below():
    wrong = []
    for name, tree in modules():
        allowed = MAY.get(layer(name))
        for target in imports(tree):
            head, _, rest = target.partition(".")
            if allowed is not None and head == "desktop" and rest:
                other = rest.split(".")[0]
                if other not in allowed | FREE | {layer(name), "__version__"}:
                    wrong.append(f"{name} imports {target}")
            if head in ONLY and not name.startswith(ONLY[head]):
                wrong.append(f"{name} imports {target}")
    assert wrong == []


def test_the_command_line_imports_the_window_only_inside_commands():
    trees = dict(modules())
    top = [target for node in trees["cli.py"].body for target in imports(node) if not isinstance(node, ast.FunctionDef)]
    assert [target for target in top if target.startswith(("desktop.app", "desktop.ui", "PySide6"))] == []


def test_only_operations_writes_to_the_store():
    writing = {"apply", "undo", "redo", "insert_articles", "write"}
    wrong = [
        f"{name}:{node.lineno} store.{node.func.attr}"
        for name, tree in modules()
        if not name.startswith("operations/") and not name.startswith("store/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in writing
        and isinstance(node.func.value, ast.Name | ast.Attribute)
        and getattr(node.func.value, "attr", getattr(node.func.value, "id", "")) == "store"
    ]
    assert wrong == []


def test_no_file_and_no_function_grows_past_its_ceiling():
    wrong = []
    for name, tree in modules():
        lines = (ROOT / name).read_text("utf-8").count("\n")
        if lines > FILE_LINES:
            wrong.append(f"{name}: {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= FUNCTION_LINES:
                wrong.append(f"{name}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines")
    assert wrong == []
