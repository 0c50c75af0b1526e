"""Making and changing annotations."""

import pytest
from building import TEXT, dump

from desktop import operations
from desktop.errors import RequestError
from desktop.model import Change, Relation, RelationId, Status


@pytest.fixture
def article(imported):
    """An article without marks."""
    return imported(TEXT + "\n\n\u00a0 \n")


def test_a_mark_is_stored_as_it_was_made(store, article):
    made = operations.annotate(store, article.id, 0, 4, "ORGANIZATION", note="ghi\r\nchú", by="Hoa").made[0]
    assert (store.annotation(made.id), made.status, made.note, made.by, made.created) == (
        made, Status.ACCEPTED, "ghi\nchú", "Hoa", made.modified,
    )  # fmt: skip


def test_the_same_mark_twice_is_one(store, article):
    first = operations.annotate(store, article.id, 0, 4, "ORGANIZATION", note="một").made[0]
    again = operations.annotate(store, article.id, 0, 4, "ORGANIZATION").made[0]
    assert (again.id, again.note, len(store.annotations(article.id))) == (first.id, "một", 1)


REFUSED = {
    "empty": (3, 3, "TITLE", "annotation-range"),
    "turned round": (4, 3, "TITLE", "annotation-range"),
    "before the text": (-1, 3, "TITLE", "annotation-range"),
    "after the text": (3, 10**6, "TITLE", "annotation-range"),
    "further than SQLite counts": (3, 10**30, "TITLE", "annotation-range"),
    "white space": (len(TEXT), len(TEXT) + 4, "TITLE", "annotation-blank"),
    "no label": (0, 4, "NOTHING", "label-unknown"),
    "a label in lower case": (0, 4, "title", "label-unknown"),
    "a label that is no text": (0, 4, "\udcff", "label-unknown"),
}


@pytest.mark.parametrize(("start", "end", "label", "kind"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_marked(store, article, start, end, label, kind):
    before = dump(store)
    with pytest.raises(RequestError) as caught:
        operations.annotate(store, article.id, start, end, label)
    assert (caught.value.kind, dump(store)) == (kind, before)


def test_a_note_that_is_no_text_is_stored_fit(store, article):
    made = operations.annotate(store, article.id, 0, 4, "TITLE", note="\udce1\x00", by="\ud83d").made[0]
    noted = operations.note(store, made.id, "a\udce1\rb").made[0]
    assert (made.note, made.by, noted.note, store.annotation(made.id)) == (
        "\ufffd\ufffd",
        "\ufffd",
        "a\ufffd\nb",
        noted,
    )


def test_nested_crossing_and_equal_stretches_live_side_by_side(store, article):
    spans = [(0, 8, "EVENT"), (0, 4, "ORGANIZATION"), (2, 10, "TITLE"), (0, 8, "TITLE"), (5, 8, "PERSON")]
    for span in spans:
        operations.annotate(store, article.id, *span)
    listed = [(each.start, each.end, each.label) for each in store.annotations(article.id)]
    assert listed == [(0, 8, "EVENT"), (0, 8, "TITLE"), (0, 4, "ORGANIZATION"), (2, 10, "TITLE"), (5, 8, "PERSON")]


ON_NOTHING = {
    "accept": lambda store: operations.accept(store, ["none"]),
    "reject": lambda store: operations.reject(store, ["none"]),
    "delete": lambda store: operations.delete(store, ["none"]),
    "note": lambda store: operations.note(store, "none", "x"),
    "relabel": lambda store: operations.relabel(store, "none", "TITLE"),
    "resize": lambda store: operations.resize(store, "none", 0, 1),
}


@pytest.mark.parametrize("act", ON_NOTHING.values(), ids=ON_NOTHING)
def test_an_annotation_that_is_not_there(store, article, act):
    with pytest.raises(RequestError) as caught:
        act(store)
    assert (caught.value.kind, store.next_undo().title) == ("annotation-unknown", "Import")


def test_several_are_accepted_and_deleted_as_one_step_each(store, article):
    ids = [operations.annotate(store, article.id, at, at + 1, "PERSON").made[0].id for at in range(4)]
    before = dump(store)
    operations.reject(store, ids)
    operations.delete(store, ids)
    left = store.annotations(article.id)
    operations.undo(store)
    operations.undo(store)
    assert (left, dump(store)) == ([], before)


@pytest.mark.parametrize("end", [0, 1], ids=["head", "tail"])
def test_a_deleted_mark_takes_along_the_facts_that_it_is_either_end_of(store, article, end):
    marks = [operations.annotate(store, article.id, at, at + 1, "PERSON").made[0].id for at in range(3)]
    facts = [Relation(RelationId(f"r{at}"), article.id, "office_held", marks[at], marks[at + 1]) for at in range(2)]
    store.apply("Detect", [Change(None, fact) for fact in facts])
    operations.delete(store, [marks[0 if end == 0 else 2]])
    assert store.relations(article.id) == [facts[1 if end == 0 else 0]]


def test_nothing_to_change_is_no_step(store, article):
    made = operations.annotate(store, article.id, 0, 4, "TITLE").made[0]
    before = store.next_undo()
    operations.accept(store, [made.id])
    operations.delete(store, [])
    operations.accept(store, [])
    operations.delete_articles(store, [])
    assert store.next_undo() == before
