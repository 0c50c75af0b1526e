"""What an operation answers with: what it changed, as a value; undo and redo of it say the same."""

from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, plain_page

from desktop import exchange, operations
from desktop.model import Changes, Label, LabelName, Role, State


@pytest.fixture
def article(store, imported):
    """An article with suggestions, a relation, and a person's mark."""
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    operations.annotate(store, made.id, 0, 4, "ORGANIZATION", by="Hoa")
    return store.article(made.id)


def ids(store, article):
    return [each.id for each in store.annotations(article.id)]


def person(store, article):
    return next(each.id for each in store.annotations(article.id) if each.label == "PERSON")


def another(store, article):
    label = Label(LabelName("NEW"), "Mới", "New", "new", "M", "entity", 99)
    moved = replace(article, id="other", sha256="f" * 64, title="Bài khác")
    marks = tuple(replace(each, id=f"n{at}") for at, each in enumerate(store.annotations(article.id)))
    return operations.add(store, operations.Prepared(exchange.Document(moved, marks), None, (label,))).changes


MARKS, CARDS, LISTED = {"marks": ("one",)}, {"cards": ("one",)}, {"cards": ("one",), "shelf": True}
ACTS = {
    "mark": (lambda s, a: operations.annotate(s, a.id, 5, 9, "PERSON"), MARKS, 1),
    "mark what was suggested": (lambda s, a: operations.annotate(s, a.id, SPANS[1].start, SPANS[1].end, "TITLE"), MARKS, 1),
    "mark all": (lambda s, a: operations.mark_all(s, a.id, [(0, 4), (5, 9), (10, 13)], "EVENT"), MARKS, 2),
    "relabel": (lambda s, a: operations.relabel(s, [person(s, a)], "TITLE"), MARKS, 1),
    "relabel all": (lambda s, a: operations.relabel(s, ids(s, a), "EVENT"), MARKS, 5),
    "move": (lambda s, a: operations.resize(s, person(s, a), 1, 3), MARKS, 1),
    "note": (lambda s, a: operations.note(s, person(s, a), "đáng ngờ"), MARKS, 1),
    "accept": (lambda s, a: operations.accept(s, ids(s, a)), MARKS, 5),
    "reject": (lambda s, a: operations.reject(s, ids(s, a)), MARKS, 5),
    "delete": (lambda s, a: operations.delete(s, ids(s, a)), MARKS, 0),
    "accept facts": (lambda s, a: operations.accept_facts(s, [each.id for each in s.relations(a.id)]), MARKS, 0),
    "detect": (lambda s, a: operations.apply_detection(s, a.id, detection(version="test-2", spans=(), relations=())), MARKS, 0),
    "line": (lambda s, a: operations.set_role(s, a.id, 0, 1, Role.FURNITURE), MARKS, 0),
    "tag": (lambda s, a: operations.tag(s, [a.id], ["chè"]), CARDS, 0),
    "state": (lambda s, a: operations.set_state(s, [a.id], State.DONE), CARDS, 0),
    "title": (lambda s, a: operations.correct(s, replace(a, title="Khác")), LISTED, 0),
    "source": (lambda s, a: operations.correct(s, replace(a, source="Khác", tags=("một",))), LISTED, 0),
    "import": (another, {"articles": ("other",), "shelf": True, "scheme": True}, 0),
    "delete the article": (lambda s, a: operations.delete_articles(s, [a.id]), {"articles": ("one",), "shelf": True}, 0),
}  # fmt: skip


@pytest.mark.parametrize(("act", "expected", "made"), ACTS.values(), ids=ACTS)
def test_an_operation_says_what_it_changed_and_so_do_undo_and_redo(store, article, act, expected, made):
    done = act(store, article)
    step = store.next_undo().step
    undone, redone = operations.undo(store), operations.redo(store)
    wanted = Changes(
        step,
        **{
            name: tuple(article.id if each == "one" else each for each in value) if isinstance(value, tuple) else value
            for name, value in expected.items()
        },
    )
    assert (replace(done, made=()), len(done.made), undone.changes, redone.changes) == (wanted, made, wanted, wanted)


NOTHING = {
    "accepted already": (lambda s, a: operations.accept(s, ids(s, a)[:1]), 1),
    "marked already": (lambda s, a: operations.annotate(s, a.id, 0, 4, "ORGANIZATION"), 1),
    "the label it has": (lambda s, a: operations.relabel(s, ids(s, a)[:1], "ORGANIZATION"), 1),
    "no marks": (lambda s, a: operations.delete(s, []), 0),
    "no articles": (lambda s, a: operations.delete_articles(s, []), 0),
    "the card as it is": (lambda s, a: operations.correct(s, a), 0),
    "a tag that is not there": (lambda s, a: operations.tag(s, [a.id], [], ["chè"]), 0),
    "found again": (lambda s, a: operations.apply_detection(s, a.id, detection()), 0),
    "the role that it has": (lambda s, a: operations.set_role(s, a.id, 0, 1, plain_page(TEXT)[0][0].role), 0),
}  # fmt: skip


@pytest.mark.parametrize(("act", "made"), NOTHING.values(), ids=NOTHING)
def test_where_nothing_changes_there_is_no_step_and_the_answer_says_so(store, article, act, made):
    before = store.next_undo()
    done = act(store, article)
    assert (replace(done, made=()), len(done.made), store.next_undo()) == (Changes(), made, before)
