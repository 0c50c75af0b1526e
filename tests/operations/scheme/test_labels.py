"""Labels are added as a step, come with an import, and are made where no scheme tells of them."""

import json

import pytest
from building import TEXT, dump, plain_page

from desktop import operations
from desktop.errors import RequestError
from desktop.exchange import Document, jsonl
from desktop.model import Annotation, Label
from desktop.settings import THEMES


def names(store):
    return [label.name for label in store.labels()]


def test_a_label_stands_behind_the_others_and_marks_can_bear_it(store, imported):
    before, article = names(store), imported(TEXT)
    changes = operations.add_label(store, " PRIZE ", vi="Giải thưởng", color="event", key="ư", layer="entity")
    mark = operations.annotate(store, article.id, 0, 4, "PRIZE").made[0]
    added = store.labels()[-1]
    assert (names(store), added, changes.scheme, mark.label) == (
        [*before, "PRIZE"], Label("PRIZE", "Giải thưởng", "Giải thưởng", "event", "ư", "entity", added.order), True, "PRIZE",
    )  # fmt: skip


def test_adding_a_label_is_one_step_that_undo_takes_back_and_redo_does_again(store):
    before = dump(store)["label"]
    operations.add_label(store, "PRIZE")
    after = dump(store)["label"]
    undone = operations.undo(store)
    back = dump(store)["label"]
    operations.redo(store)
    assert (undone.title, undone.changes.scheme, back, dump(store)["label"]) == ("Add label", True, before, after)


REFUSED = {
    "a name that is there": ({"name": "PERSON"}, "label-there"),
    "no name": ({"name": " "}, "label-unfit"),
    "a name of two lines": ({"name": "A\nB"}, "label-unfit"),
    "a name without end": ({"name": "A" * 101}, "label-unfit"),
    "a key that is taken": ({"name": "PRIZE", "key": "n"}, "label-key"),
    "a key of two letters": ({"name": "PRIZE", "key": "ab"}, "label-unfit"),
    "a key with work of its own": ({"name": "PRIZE", "key": "."}, "label-unfit"),
    "a colour of no theme": ({"name": "PRIZE", "color": "pink"}, "label-color"),
}


@pytest.mark.parametrize(("given", "kind"), REFUSED.values(), ids=REFUSED)
def test_what_can_be_no_label_is_refused(store, given, kind):
    before = dump(store)
    with pytest.raises(RequestError) as caught:
        operations.add_label(store, **given)
    assert (caught.value.kind, dump(store)) == (kind, before)


def test_every_theme_has_every_colour():
    from desktop.ui.look.theme import load

    assert [sorted(load(name).labels) for name in THEMES] == [sorted(operations.colours())] * len(THEMES)


@pytest.fixture
def export(imported, tmp_path, store):
    """A function that writes an export with marks of these labels, and the article's id."""

    def write(*labels):
        article = imported(TEXT)
        marks = tuple(
            Annotation(f"n{at}", article.id, at, at + 2, label, status="accepted") for at, label in enumerate(labels)
        )
        operations.delete_articles(store, [article.id])
        row = jsonl.row(Document(article, marks))
        (tmp_path / "x.jsonl").write_text(json.dumps(row), "utf-8")
        return tmp_path / "x.jsonl"

    return write


def test_labels_that_nobody_tells_of_are_made_and_named_in_the_order_of_the_marks(store, export):
    before = names(store)
    (prepared,) = operations.prepare(export("BETA", "PERSON", "ALPHA", "BETA"), plain_page)
    added = operations.add(store, prepared)
    made = store.labels()[-2:]
    operations.undo(store)
    assert (added.labels, [(each.name, each.vi, each.color, each.key) for each in made], names(store)) == (
        ("BETA", "ALPHA"), [("BETA", "BETA", "other", ""), ("ALPHA", "ALPHA", "other", "")], before,
    )  # fmt: skip


def test_a_scheme_beside_an_export_tells_of_its_labels_and_takes_no_key_that_is_given(store, export):
    path = export("BETA")
    row = "[[label]]\nname='BETA'\nvi='Bê-ta'\nen='Beta'\ncolor='event'\nkey='n'\nlayer='entity'\norder=3\n"
    path.with_name("x.labels.toml").write_text(row, "utf-8")
    (prepared,) = operations.prepare(path, plain_page)
    added = operations.add(store, prepared)
    (made,) = [each for each in store.labels() if each.name == "BETA"]
    assert (added.labels, made) == ((), Label("BETA", "Bê-ta", "Beta", "event", "", "entity", 3))


def test_a_label_of_the_command_line_is_listed(run, article):
    added = run("label", "add", "PRIZE", "--vi", "Giải thưởng", "--en", "Prize", "--color", "event", "--key", "ư")
    listed = run("label", "list")[1].splitlines()
    twice = run("label", "add", "PRIZE")
    assert (added, listed[-1], twice) == (
        (0, "PRIZE\n", ""), "PRIZE\tGiải thưởng\tPrize\tevent\tư\tentity", (1, "", "There is a label PRIZE already.\n"),
    )  # fmt: skip


def test_an_import_tells_which_labels_it_made(run, export):
    path = export("BETA")
    code, out, _ = run("import", path)
    assert (code, out.splitlines()[0], run("label", "list")[1].splitlines()[-1]) == (
        0, f"label\tBETA\tmade for the marks of {path}, which no scheme tells of", "BETA\tBETA\tBETA\tother\t\tentity",
    )  # fmt: skip
