"""No article has two marks of one place and label, however they would come about: they become one that knows what both knew."""

from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, dump

from desktop import exchange, operations
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Relation, RelationId, Status

NAME, OFFICE = ((each.start, each.end) for each in SPANS[:2])


@pytest.fixture
def article(store, imported):
    """An article with suggestions, and a fact between the person and the office."""
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    return made


def mark(store, article, stretch, label, note=""):
    return operations.annotate(store, article.id, *stretch, label, note=note, by="Hoa").made[0].id


def suggested(store, article, label):
    return next(each.id for each in store.annotations(article.id) if each.label == label)


def moved_onto_a_suggestion(store, article):
    mine = mark(store, article, (NAME[0], NAME[1] - 1), "PERSON", "của tôi")
    return operations.resize(store, mine, *NAME, by="Hoa")


def moved_onto_a_mark_of_ones_own(store, article):
    mark(store, article, (0, 4), "EVENT", "một")
    return operations.resize(store, mark(store, article, (0, 3), "EVENT", "hai"), 0, 4)


def a_suggestion_moved_onto_a_mark(store, article):
    found = suggested(store, article, "PERSON")
    mark(store, article, (0, 4), "PERSON", "một")
    return operations.resize(store, found, 0, 4)


def moved_onto_a_rejected_one(store, article):
    operations.reject(store, [suggested(store, article, "PERSON")])
    return operations.resize(store, mark(store, article, (0, 4), "PERSON"), *NAME)


def relabelled(store, article):
    mark(store, article, OFFICE, "EVENT", "một")
    return operations.relabel(store, [suggested(store, article, "TITLE")], "EVENT", by="Hoa")


def several_relabelled(store, article):
    ids = [mark(store, article, (0, 4), label, label) for label in ("EVENT", "PERSON", "TIME")]
    return operations.relabel(store, [*ids, suggested(store, article, "TITLE")], "EVENT")


ACTS = {
    "moved onto a suggestion": (moved_onto_a_suggestion, NAME, "PERSON", "của tôi", 1),
    "moved onto a mark of one's own": (moved_onto_a_mark_of_ones_own, (0, 4), "EVENT", "một\nhai", 1),
    "a suggestion moved onto a mark": (a_suggestion_moved_onto_a_mark, (0, 4), "PERSON", "một", 1),
    "moved onto a rejected one": (moved_onto_a_rejected_one, NAME, "PERSON", "", 1),
    "relabelled": (relabelled, OFFICE, "EVENT", "một", 1),
    "several relabelled": (several_relabelled, (0, 4), "EVENT", "EVENT\nPERSON\nTIME", 1),
}


@pytest.mark.parametrize(("act", "stretch", "label", "note", "facts"), ACTS.values(), ids=ACTS)
def test_what_becomes_equal_becomes_one_as_one_step(store, article, act, stretch, label, note, facts):
    done = act(store, article)
    after, size = dump(store), store.next_size(undone=False)
    ones = [each for each in store.annotations(article.id) if (each.start, each.end, each.label) == (*stretch, label)]
    ids = {each.id for each in store.annotations(article.id)}
    tied = [each for each in store.relations(article.id) if {each.head, each.tail} <= ids]
    operations.undo(store)
    before = dump(store)
    operations.redo(store)
    assert (len(ones), ones[0].status, ones[0].note, ones[0].id in {each.id for each in done.made}, len(tied)) == (
        1, Status.ACCEPTED, note, True, facts,
    )  # fmt: skip
    assert (size[0] == done.step, len(before["annotation"]) > len(after["annotation"]), dump(store)) == (
        True,
        True,
        after,
    )


def test_a_mark_that_takes_a_suggestions_place_has_its_value_and_its_id(store, article):
    found = store.annotation(suggested(store, article, "COUNT"))
    mine = mark(store, article, (found.start, found.end), "EVENT")
    (made,) = operations.relabel(store, [mine], "COUNT", by="Hoa").made
    assert (made.id, made.value, made.counted, made.by, made.status) == (found.id, 12, "lá thư", "Hoa", Status.ACCEPTED)


def test_equal_marks_of_a_file_come_in_as_one(store, imported):
    article = Article(ArticleId("a"), "Bài", TEXT, "f" * 64)
    one = Annotation(AnnotationId("1"), article.id, 0, 4, "EVENT", note="một", status=Status.SUGGESTED)
    marks = (
        one,
        replace(one, id=AnnotationId("2"), status=Status.ACCEPTED, note="hai"),
        replace(one, id=AnnotationId("3"), start=1),
    )
    fact = Relation(RelationId("r"), article.id, "post", AnnotationId("1"), AnnotationId("3"))
    operations.add(store, operations.Prepared(exchange.Document(article, marks, (fact,)), None))
    assert (
        [(each.id, each.note, each.status) for each in store.annotations(article.id)],
        [(each.head, each.tail) for each in store.relations(article.id)],
    ) == ([("2", "hai\nmột", Status.ACCEPTED), ("3", "một", Status.SUGGESTED)], [("2", "3")])


def test_check_tells_of_equal_marks_where_nothing_forbids_them(store, article):
    store._connection.execute("DROP INDEX annotation_place")
    store._connection.execute(
        "INSERT INTO annotation SELECT 'twin', article, start, \"end\", label, value, unit, counted, entity, attributes, note, "
        "status, score, by, created, modified FROM annotation WHERE label = 'PERSON'"
    )
    assert store.check() == [f"article {article.id} has more than one mark PERSON at {NAME[0]} to {NAME[1]}"]
