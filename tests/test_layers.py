"""The house of the project, held by its syntax trees: who may import whom, and how long a thing may grow.

What still breaks a rule stands in STILL by name; the list only becomes shorter, and at the end it is empty.
"""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent / "desktop"
FREE = {"desktop", "errors", "assets", "identity", "writing"}
MAY = {
    "model": set(),
    "model_json": {"model"},
    "errors": set(),
    "assets": set(),
    "identity": set(),
    "writing": set(),
    "settings": {"model", "model_json"},
    "text": {"model", "model_json"},
    "detect": {"model", "text"},
    "store": {"model", "model_json", "text"},
    "exchange": {"model", "model_json", "text"},
    "operations": {"model", "model_json", "text", "store", "exchange"},
    "ui": {"model", "model_json", "text", "store", "exchange", "operations", "settings"},
}
ONLY = {"PySide6": ("ui/", "app.py"), "sqlite3": ("store/",), "sqlite_utils": ("store/",), "pyvi": ("text/words.py",)}
# The folders of ui, floor by floor: what each may import of the others. CONTRIBUTING.md says what they hold.
PARTS = {"look", "words", "controls"}
BELOW = PARTS | {"library", "article", "jobs", "page", "marks", "shelf", "card", "marking", "paper", "dialogs"}
UI_MAY = {
    "look": set(),
    "words": set(),
    "controls": {"look", "words"},
    "library": {"look", "words"},
    "article": {"library", "words"},
    "jobs": {"library"},
    "page": PARTS,
    "marks": PARTS,
    "card": PARTS,
    "shelf": PARTS,
    "marking": PARTS | {"page"},
    "paper": PARTS | {"page"},
    "dialogs": PARTS,
    "commands": BELOW,
    "window": BELOW | {"commands"},
    "session": BELOW | {"commands", "window"},
    "unattended": BELOW | {"commands", "window", "session"},
}
WITHOUT_WIDGETS = ("library", "article", "jobs")
FILE_LINES, FUNCTION_LINES, CLASS_LINES, FOLDER_FILES = 400, 50, 500, 18
# Who may catch whatever is raised: parsers of others in exchange, what delivers it to the main thread, one file of many.
ANYTHING = (
    "exchange/html.py",
    "exchange/office/tables.py",
    "exchange/taking/apart.py",
    "ui/library/tasks.py",
    "cli/imports.py",
)
STILL: dict[str, set[str]] = {}


@cache
def modules():
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in sorted(ROOT.rglob("*.py"))
    ]


@cache
def dotted():
    """The name by which each module is imported, with its file."""
    names = {}
    for name, _ in modules():
        parts = ("desktop/" + name).removesuffix(".py").removesuffix("/__init__").split("/")
        names[".".join(parts)] = name
    return names


def imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported(tree):
    """The project's own modules that a tree imports."""
    for target in imports(tree):
        if target in dotted():
            yield target
        elif target.rpartition(".")[0] in dotted():
            yield target.rpartition(".")[0]


def layer(name):
    return name.removesuffix(".py").split("/")[0]


def folder(name):
    parts = name.split("/")
    return parts[1] if parts[0] == "ui" and len(parts) > 2 else ""


def still(rule, found):
    """Compare what breaks a rule with what is known to break it: a new offence fails, and so does one that is gone but listed."""
    assert set(found) == STILL.get(rule, set())


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


def test_each_folder_of_the_window_imports_only_the_folders_below():
    wrong = []
    for name, tree in modules():
        if folder(name):
            for target in imported(tree):
                other = folder(dotted()[target])
                if other and other != folder(name) and other not in UI_MAY[folder(name)]:
                    wrong.append(f"{name} imports {target}")
    wrong += [f"{each} has no row in UI_MAY" for each in {folder(name) for name, _ in modules()} - {"", *UI_MAY}]
    still("folders", wrong)


def test_library_article_and_jobs_know_no_widget():
    wrong = [
        f"{name} imports {target}"
        for name, tree in modules()
        if folder(name) in WITHOUT_WIDGETS
        for target in imports(tree)
        if target.startswith("PySide6.") and not target.startswith("PySide6.QtCore")
    ]
    assert wrong == []


def test_no_module_imports_itself_in_a_circle():
    below = {
        name: set(imported(ast.parse((ROOT / file).read_text("utf-8")))) - {name} for name, file in dotted().items()
    }

    def reaches(start):
        seen, todo = set(), list(below[start])
        while todo:
            each = todo.pop()
            if each not in seen:
                seen.add(each)
                todo += below[each]
        return seen

    still("circles", [name for name in below if name in reaches(name)])


def test_a_signal_is_emitted_by_its_owner_alone():
    wrong = [
        f"{name}: {ast.unparse(node.func)}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "emit"
        and isinstance(node.func.value, ast.Attribute)
        and not (isinstance(node.func.value.value, ast.Name) and node.func.value.value.id == "self")
    ]
    still("emits", wrong)


def test_no_part_of_the_window_is_missing_until_later():
    wrong = [
        f"{name}: {node.target.attr}"
        for name, tree in modules()
        if folder(name) == "window"
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Attribute)
        and isinstance(node.value, ast.Constant)
        and node.value.value is None
    ]
    still("until", wrong)


def test_nobody_is_handed_the_window():
    wrong = [
        f"{name}: {each.arg}"
        for name, tree in modules()
        if folder(name) not in {"", "session", "unattended"}
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for each in [*node.args.args, *node.args.kwonlyargs]
        if each.annotation is not None and re.search(r"\b(MainWindow|Workbench)\b", ast.unparse(each.annotation))
    ]
    still("handed the window", wrong)


def test_every_name_of_the_style_is_given_in_code():
    style = (ROOT.parent / "resources" / "themes" / "style.qss").read_text("utf-8")
    named = set(re.findall(r"#([A-Za-z_]+)\b(?=[^{}]*\{)", style))
    told = {node.value for _, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    own = {each for each in named if not each.startswith("qt_")}  # the others are names that Qt gives
    still("style", sorted(own - {each for each in told if isinstance(each, str)}))


def test_the_command_line_imports_the_window_only_inside_commands():
    top = [
        target
        for name, tree in modules()
        if layer(name) == "cli"
        for node in tree.body
        if not isinstance(node, ast.FunctionDef)
        for target in imports(node)
    ]
    assert [target for target in top if target.startswith(("desktop.app", "desktop.ui", "PySide6"))] == []


def test_whatever_is_raised_is_caught_in_few_places_only():
    """A handler that raises it again is none: it only tidies up."""
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
        and not isinstance(node.body[-1], ast.Raise)
        and not name.startswith(ANYTHING)
    ]
    assert wrong == []


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


def test_no_file_no_function_and_no_folder_grows_past_its_ceiling():
    wrong = []
    for name, tree in modules():
        lines = (ROOT / name).read_text("utf-8").count("\n")
        if lines > FILE_LINES:
            wrong.append(f"{name}: {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= FUNCTION_LINES:
                wrong.append(f"{name}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines")
    files = Counter(str(Path(name).parent) for name, _ in modules())
    wrong += [f"{each}: {count} files" for each, count in files.items() if count > FOLDER_FILES]
    assert wrong == []


def test_a_ceiling_is_not_dodged_by_inheritance():
    classes = {}
    for name, tree in modules():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
                classes.setdefault(node.name, (name, node.end_lineno - node.lineno + 1, bases))

    def length(name):
        _, own, bases = classes[name]
        return own + sum(length(base) for base in bases if base in classes and base != name)

    still("storeys", [f"{classes[name][0]}: {name}" for name in classes if length(name) > CLASS_LINES])


def test_the_tests_lie_in_the_folders_of_what_they_test():
    wrong = [
        path.relative_to(TESTS).as_posix()
        for top in ("detect", "store", "operations", "text", "exchange", "ui", "cli")
        for path in sorted((TESTS / top).rglob("test_*.py"))
        if not (ROOT / path.relative_to(TESTS).parent).is_dir()
    ]
    assert wrong == []
