"""What was done to an article before a bundle brought it: told again, passed on, and gone with the one step that brought it."""

import json
import shutil
import zipfile
from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, dump, plain_page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import exchange, operations
from desktop.errors import ImportFileError
from desktop.model import Status
from desktop.operations.sets.past import earlier_steps, told_history

EVERY = operations.Selection(statuses=tuple(Status))


def first(store, article):
    """Return the first mark of an article in a list, nothing where there is none."""
    return [each.id for each in store.annotations(article)[:1]]


def detected_again(store, article):
    operations.apply_detection(store, article, detection(store.article(article).text, version="test-2", relations=()))


# What a person may do to an article on which something is marked, by name.
GESTURES = {
    "detect": detected_again,
    "mark": lambda store, article: operations.annotate(store, article, 5, 9, "PERSON", note='"=1\n😊', by="Lan"),
    "accept": lambda store, article: operations.accept(store, [each.id for each in store.annotations(article)][:2]),
    "reject": lambda store, article: operations.reject(store, first(store, article)),
    "relabel": lambda store, article: operations.relabel(store, first(store, article), "TITLE", by="Hoa"),
    "tag": lambda store, article: operations.tag(store, [article], ["đọc"], []),
    "undo": lambda store, article: operations.undo(store) if store.next_undo().title != "Import" else None,
    "redo": lambda store, article: operations.redo(store),
}  # fmt: skip


def filled(store, folder, count, gestures=()):
    """Put articles with suggestions into a library, and do to them what is drawn: the number of one, and a gesture."""
    articles = []
    for number in range(count):
        path = folder / f"{number}.txt"
        path.write_text(TEXT + f"Bài {number}.", "utf-8")
        (prepared,) = operations.prepare(path, plain_page)
        articles.append(operations.add(store, prepared).article)
    for each in articles:
        operations.apply_detection(store, each, detection(store.article(each).text))
    for number, gesture in gestures:
        GESTURES[gesture](store, articles[number % count])
    return articles


def packed(store, folder, name="set"):
    operations.export(store, "bundle", folder / f"{name}.butda.zip", EVERY, force=True)
    return folder / f"{name}.butda.zip"


def taken(store, bundle):
    return operations.add_several(store, list(operations.prepare(bundle, plain_page)))


def history(store):
    """Return the whole history as a bundle tells it, the parts of a step together."""
    steps = []
    for row in told_history(store, {each.id for each in store.rows()}):
        if steps and steps[-1]["step"] == row["step"]:
            steps[-1]["changes"] += row["changes"]
        else:
            steps.append(row)
    return json.loads(json.dumps(steps))


def by_article(steps):
    """Return steps with the changes of each article on end: those of several articles come apart and together again."""
    return [
        {**each, "changes": sorted(each["changes"], key=lambda change: json.dumps(change, sort_keys=True))}
        for each in steps
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 3), st.lists(st.tuples(st.integers(0, 2), st.sampled_from(sorted(GESTURES))), max_size=8))
def test_any_history_comes_with_its_articles_and_is_passed_on(new_library, tmp_path_factory, count, gestures):
    folder = tmp_path_factory.mktemp("past")
    libraries = []
    for name in ("one", "two", "three"):
        shutil.copy(new_library, folder / f"{name}.butda")
        libraries.append(operations.open_library(folder / f"{name}.butda"))
    one, two, three = libraries
    filled(one, folder, count, gestures)
    empty = dump(two)
    taken(two, packed(one, folder))
    own = {each["title"] for each in history(two)[len(history(one)) :]}
    taken(three, packed(two, folder))
    told = [by_article(history(each)) for each in libraries]
    whole = [dump(each)["annotation"] for each in libraries]
    operations.undo(two)
    gone = (dump(two), history(two), two.next_undo())
    operations.redo(two)
    back = by_article(history(two))
    for each in libraries:
        each.close()
    size = len(told[0])
    assert (told[1][:size], own, told[2][: size + 1], back, whole[1:], gone) == (
        told[0], {"Import"}, told[1], told[1], [whole[0], whole[0]], (empty, [], None),
    )  # fmt: skip


def test_an_article_tells_what_was_done_to_it_elsewhere_and_by_whom(store, new_library, tmp_path):
    (article,) = filled(store, tmp_path, 1, [(0, "mark"), (0, "undo"), (0, "mark"), (0, "undo")])
    shutil.copy(new_library, tmp_path / "other.butda")
    other = operations.open_library(tmp_path / "other.butda")
    taken(other, packed(store, tmp_path))
    operations.tag(other, [article], ["đọc"], [])
    told = [(each.title, each.earlier, each.undone, each.by) for each in other.steps(article)]
    newest, whole = other.steps(article, 1), [each.title for each in other.steps()]
    other.close()
    assert (told, [each.title for each in newest], whole) == (
        [
            ("Tag", False, False, ()), ("Import", False, False, ()), ("Mark", True, True, ("Lan",)),
            ("Detect", True, False, ("test-1",)), ("Import", True, False, ()),
        ],
        ["Tag"], ["Tag", "Import"],
    )  # fmt: skip


def test_a_past_goes_to_the_ids_that_its_article_has_here(store, new_library, tmp_path):
    (article,) = filled(store, tmp_path, 1, [(0, "mark")])
    bundle = packed(store, tmp_path)
    shutil.copy(new_library, tmp_path / "other.butda")
    other = operations.open_library(tmp_path / "other.butda")
    another = replace(store.article(article), text="Khác hẳn.\n", sha256="0" * 64, lines=())
    operations.add(other, operations.Prepared(exchange.Document(another), None))
    (added,) = taken(other, bundle)
    changes = [each for step in told_history(other, {added.article}) for each in step["changes"]]
    articles = {each["after"]["id" if each["kind"] == "article" else "article"] for each in changes}
    marks = {each.id for each in other.annotations(added.article)}
    known = {each["after"]["id"] for each in changes if each["kind"] == "annotation"}
    other.close()
    assert (articles, added.article != article, marks - known) == ({added.article}, True, set())


def test_a_step_with_many_changes_goes_out_in_parts_and_comes_back_as_one(store, new_library, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.store.history.blocks.SIZE", 2)
    (article,) = filled(store, tmp_path, 1)
    with zipfile.ZipFile(packed(store, tmp_path)) as bundle:
        rows = [json.loads(line) for line in bundle.read("history.jsonl").splitlines()]
    shutil.copy(new_library, tmp_path / "other.butda")
    other = operations.open_library(tmp_path / "other.butda")
    taken(other, tmp_path / "set.butda.zip")
    sizes = [(each.title, each.size) for each in other.steps(article) if each.earlier]
    other.close()
    assert ([(each["step"], len(each["changes"])) for each in rows], sizes) == (
        [(1, 1), (2, 2), (2, 2), (2, 2)], [("Detect", 6), ("Import", 1)],
    )  # fmt: skip


ROW = {"step": 1, "title": "Mark", "at": "2026-01-01T00:00:00.000Z", "undone": False}
ARTICLE = {
    "id": "x",
    "title": "Bài",
    "sha256": "0",
    "lines": [{"start": 0, "end": 1, "role": "body", "detected": None}],
}


def test_a_bundle_of_an_earlier_version_tells_its_history_without_a_schema():
    (step,) = earlier_steps([ROW | {"changes": [{"kind": "article", "before": None, "after": ARTICLE}]}], "x.butda.zip")
    (change,) = step.changes
    assert (step.title, change.before, change.after.title, change.after.lines[0].end) == ("Mark", None, "Bài", 1)


@pytest.mark.parametrize(
    "row",
    [
        7,
        {},
        ROW,
        ROW | {"changes": [{"kind": "article"}]},
        ROW | {"changes": [{"kind": "table", "after": {}}]},
        ROW | {"changes": [{"kind": "annotation", "after": {"id": 7}}]},
        ROW | {"changes": [{"kind": "article", "after": 7}]},
        ROW | {"changes": [{"kind": "article", "after": ARTICLE | {"lines": 7}}]},
        ROW | {"changes": [{"kind": "article", "after": ARTICLE | {"lines": [7]}}]},
        ROW | {"changes": [], "schema": 99},
        ROW | {"changes": [], "schema": 0},
    ],
)
def test_a_history_that_no_library_told_is_refused(row):
    with pytest.raises(ImportFileError) as caught:
        earlier_steps([row], "x.butda.zip")
    assert (caught.value.kind, len(SPANS)) == ("bundle-broken", 4)
