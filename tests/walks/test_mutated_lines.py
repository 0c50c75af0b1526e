"""Hundreds of exported lines with something in them changed: refused in words, or in; and whatever is in is sound and goes out again."""

import copy
import json
import random

import pytest
from building import TEXT, detection

from desktop import operations
from desktop.errors import ImportFileError

ROUNDS = 150  # lines of a file; of each seed one file
HOSTILE = [
    *(None, True, False, 0, 1, -1, 2, 3.0, 0.5, -3, 10**9, 2**63, 10**20, 10**400, 1e308, -0.0),
    *("", " ", "x", "hôm qua", "2019-08-19T20:05:59+07:00", "2024-02-31", "../../etc/x", "C:\\a\\b", "a\nb", "=1+1", "a" * 300),
    *("\u009b2J", "\u202eabc", "e\u0301", "\ufeffx", "\ud800", "\x00", "accepted", "body", "PERSON", "NEW LABEL", "office_held"),
    *([], {}, [1], [None], ["x"], {"a": 1}, {"a": "b"}, [[0, 1, "body"]], [[-3, 10**9, "body"]], [[0.5, 1.5, "body"]], [[{}, [], "body"]]),
]  # fmt: skip


def places(held, path=()):
    """Every place of a value in JSON, as the keys that lead to it."""
    yield path
    items = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def mutated(row, chance):
    """Return a row with one to three things in it replaced, taken away, or doubled."""
    row = copy.deepcopy(row)
    for _ in range(chance.randint(1, 3)):
        path = chance.choice([each for each in places(row) if each])
        parent = row
        for key in path[:-1]:
            parent = parent[key]
        act = chance.random()
        if act < 0.6:
            parent[path[-1]] = chance.choice(HOSTILE)
        elif act < 0.8:
            del parent[path[-1]]
        elif isinstance(parent, list):
            parent.append(copy.deepcopy(parent[path[-1]]))
        else:
            parent[chance.choice(("title", "x", "tags", "lines", "annotations"))] = copy.deepcopy(parent[path[-1]])
    return row


@pytest.fixture
def row(store, imported, tmp_path):
    """An exported line with lines, tags, fields, marks of every status and a relation; the library is empty again."""
    article = imported(TEXT)
    operations.apply_detection(store, article.id, detection())
    operations.annotate(store, article.id, 0, 4, "ORGANIZATION", note="ghi chú", by="Hoa")
    operations.tag(store, [article.id], ["một", "hai"])
    operations.export(store, "jsonl", tmp_path / "out.jsonl")
    operations.delete_articles(store, [article.id])
    return json.loads((tmp_path / "out.jsonl").read_text("utf-8")) | {
        "fields": {"k": "v"},
        "file": "bài.txt",
        "marked": [[0, "headline"]],
    }


@pytest.mark.parametrize("seed", range(4))
def test_whatever_stands_in_a_line_is_refused_in_words_or_comes_in_sound(store, row, tmp_path, seed):
    chance = random.Random(seed)
    rows = [mutated(row | {"id": f"{seed}-{at}", "sha256": f"{at:064}"}, chance) for at in range(ROUNDS)]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(each) for each in [row, *rows]), "ascii")
    refused, added = [], []
    for each in operations.prepare(tmp_path / "in.jsonl", lambda text, day: None):
        refused.append(each) if isinstance(each, ImportFileError) else added.append(operations.add(store, each))
    sound = store.check()
    for name in ("jsonl", "csv", "html"):
        operations.export(store, name, tmp_path / f"out.{name}", force=True)
    again = operations.open_library(tmp_path / "again.butda")
    back = [
        operations.add(again, each).new for each in operations.prepare(tmp_path / "out.jsonl", lambda text, day: None)
    ]
    operations.export(again, "jsonl", tmp_path / "again.jsonl")
    again.close()
    same = (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    told = all(each.kind.startswith("line-") and len(str(each)) < 600 for each in refused)
    assert (sound, told, min(len(refused), len(added)) > 20, len(back), set(back), same) == (
        [], True, True, len(store.rows()), {True}, True,
    )  # fmt: skip
