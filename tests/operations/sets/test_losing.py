"""What a format has no place for: the table says it, and every written file is asked whether that is so."""

import zipfile
from dataclasses import replace

import pytest
from building import TEXT, detection

from desktop import operations
from desktop.exchange.writers import FORMATS, LACKING, offered
from desktop.model import Change, Status

SIGNS = {"notes": "ghichurieng", "values": "987654321", "attributes": "thuoctinhrieng", "relations": "office_held"}


@pytest.fixture
def article(store, imported):
    article = imported(TEXT)
    operations.apply_detection(store, article.id, detection())
    mark = next(each for each in store.annotations(article.id) if each.label == "COUNT")
    told = replace(mark, note=SIGNS["notes"], value=987654321, attributes={"riêng": SIGNS["attributes"]})
    store.apply("Say", [Change(mark, told)])
    operations.accept(store, [each.id for each in store.annotations(article.id)])
    return article


def words(path):
    """Return all that a written file or folder says, its zipped parts too; UTF-16 within a PDF as well."""
    said = ""
    for file in [path, *path.rglob("*")] if path.is_dir() else [path]:
        if file.is_file() and zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as packed:
                said += "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
        elif file.is_file() and file.name != "annotation.conf":
            content = file.read_bytes()
            said += content.decode("utf-8", "replace") + (
                content.replace(b"\0", b"").decode("latin-1") if b"%PDF" in content[:9] else ""
            )
    return said


@pytest.mark.parametrize("name", [name for name in offered() if not FORMATS[name].records])
def test_a_format_lacks_what_its_row_says_and_nothing_else(store, article, tmp_path, name):
    target = tmp_path / f"set{FORMATS[name].suffix}"
    operations.export(store, name, target)
    said = words(target).replace("\\_", "_")
    lacking = {what for what, sign in SIGNS.items() if sign not in said}
    assert lacking == set(FORMATS[name].lacks) - {"answers"}


def test_a_look_before_says_how_many_marks_each_loss_touches(store, article, tmp_path):
    operations.annotate(store, article.id, 0, 20, "EVENT")
    operations.annotate(store, article.id, 17, 28, "TITLE")
    operations.reject(store, [store.annotations(article.id)[-1].id])
    seen = {
        name: operations.foresee(store, name, operations.Selection(statuses=tuple(Status)))
        for name in ("jsonl", "csv", "iob2", "label-studio")
    }
    assert {name: (each.articles, each.marks, each.kept, each.lost) for name, each in seen.items()} == {
        "jsonl": (1, 6, 6, {}),
        "csv": (1, 6, 6, {"relations": 1}),
        "iob2": (
            1,
            6,
            4,
            {"answers": 1, "attributes": 1, "notes": 1, "overlapping": 1, "nested": 1, "relations": 1, "values": 1},
        ),
        "label-studio": (1, 6, 5, {"attributes": 1, "rejected": 1, "values": 1}),
    }


def test_every_loss_has_a_name(store):
    assert {what for row in FORMATS.values() for what in row.lacks} <= set(LACKING)
