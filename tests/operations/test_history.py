"""Undo and redo of every kind of change: the whole library as it was, the same ids, the index too."""

from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, dump, plain_page, span

from desktop import exchange, operations
from desktop.model import Change, Label, LabelName


@pytest.fixture
def article(store, imported):
    """An article with suggestions, a relation, and a person's mark."""
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    operations.annotate(store, made.id, 0, 4, "ORGANIZATION", note="ghi chú", by="Hoa")
    return store.article(made.id)


def first(store, article):
    return next(each for each in store.annotations(article.id) if each.label == "PERSON")


def mine(store, article):
    return next(each for each in store.annotations(article.id) if each.by == "Hoa")


def import_another(store, article, tmp_path):
    path = tmp_path / "khác.md"
    path.write_text("# Bài khác\n\nđảng viên", "utf-8")
    (prepared,) = operations.prepare(path, plain_page)
    operations.add(store, prepared)


def import_with_everything(store, article, tmp_path):
    label = Label(LabelName("NEW"), "Mới", "New", "new", "M", "entity", 99)
    moved = replace(article, id="other", sha256="f" * 64, title="Bài khác")
    there = tuple(replace(each, id=f"n{at}") for at, each in enumerate(store.annotations(article.id)))
    operations.add(store, operations.Prepared(exchange.Document(moved, there), b"bytes", (label,)))


def retitle_and_tag(store, article, tmp_path):
    after = replace(article, title="Tên mới", tags=("a", "b"), state="done", fields={"k": "v"}, published="2024-05-01")
    store.apply("Edit", [Change(article, after)])


CHANGES = {
    "import": import_another,
    "import of an export": import_with_everything,
    "detect again with more": lambda s, a, _: operations.apply_detection(
        s, a.id, detection(spans=(span("lá thư", "EVENT"), *SPANS[1:]), version="test-2", relations=())
    ),
    "mark": lambda s, a, _: operations.annotate(s, a.id, 5, 9, "PERSON", note='"=1\n', by="Lan"),
    "mark what was suggested": lambda s, a, _: operations.annotate(s, a.id, SPANS[1].start, SPANS[1].end, "TITLE"),
    "relabel": lambda s, a, _: operations.relabel(s, [first(s, a).id], "TITLE", by="Lan"),
    "resize": lambda s, a, _: operations.resize(s, first(s, a).id, 1, 3),
    "note": lambda s, a, _: operations.note(s, first(s, a).id, "đáng ngờ"),
    "accept": lambda s, a, _: operations.accept(s, [each.id for each in s.annotations(a.id)]),
    "reject": lambda s, a, _: operations.reject(s, [each.id for each in s.annotations(a.id)]),
    "delete a person's mark": lambda s, a, _: operations.delete(s, [mine(s, a).id]),
    "delete a suggestion": lambda s, a, _: operations.delete(s, [first(s, a).id]),
    "delete all marks": lambda s, a, _: operations.delete(s, [each.id for each in s.annotations(a.id)]),
    "delete the article": lambda s, a, _: operations.delete_articles(s, [a.id]),
    "edit the article": retitle_and_tag,
}

LONG = (
    "import", "import of an export", "mark", "mark what was suggested", "note", "resize", "accept", "reject", "edit the article",
    "detect again with more", "delete all marks", "delete the article",
)  # fmt: skip


@pytest.mark.parametrize("make", CHANGES.values(), ids=CHANGES)
def test_undo_gives_the_library_before_and_redo_the_library_after(store, article, tmp_path, make):
    before = dump(store)
    make(store, article, tmp_path)
    after = dump(store)
    undone = operations.undo(store)
    back = dump(store)
    redone = operations.redo(store)
    again = dump(store)
    operations.undo(store)
    assert (before != after, undone.step, back, again, dump(store)) == (True, redone.step, before, after, before)


def in_turns(act, store, most):
    """Undo or redo one step so many changes at a time; return the titles of the turns and what was left after each."""
    turns = [act(store, most)]
    while turns[-1].left:
        turns.append(act(store, most))
    return {(turn.step, turn.title) for turn in turns}, [turn.left for turn in turns]


@pytest.mark.parametrize("most", [1, 2])
@pytest.mark.parametrize("make", CHANGES.values(), ids=CHANGES)
def test_in_turns_it_is_the_same_and_each_turn_is_kept(store, article, tmp_path, make, most):
    before = dump(store)
    make(store, article, tmp_path)
    after, (number, size), title = dump(store), store.next_size(undone=False), store.next_undo().title
    undone, left = in_turns(operations.undo, store, most)
    back = dump(store)
    redone, left_again = in_turns(operations.redo, store, most)
    expected = [max(size - most * turn, 0) for turn in range(1, -(-size // most) + 1)]
    assert (undone, redone, left, left_again, back, dump(store)) == (
        {(number, title)}, {(number, title)}, expected, expected, before, after,
    )  # fmt: skip


def half_undone(store, article):
    """Accept all marks and undo one change of that; return the library before and after the step."""
    before = dump(store)
    operations.accept(store, [each.id for each in store.annotations(article.id)])
    after = dump(store)
    operations.undo(store, 1)
    return before, after


def test_a_step_undone_in_part_goes_on_either_way(store, article):
    before, after = half_undone(store, article)
    titles = store.next_titles()
    operations.redo(store)
    again = dump(store)
    operations.undo(store, 1)
    operations.undo(store)
    assert (titles, again, dump(store)) == (("Accept", "Accept"), after, before)


def test_an_edit_waits_until_a_step_undone_in_part_is_undone_whole(store, article):
    before, _ = half_undone(store, article)
    mark = first(store, article)
    operations.note(store, mark.id, "giữa")
    noted = operations.undo(store).title
    assert (noted, dump(store), store.next_redo().title) == ("Note", before, "Note")


@pytest.mark.parametrize("undone", [True, False], ids=["undone", "done again"])
def test_a_step_half_undone_or_half_done_again_is_brought_to_its_end_at_the_next_opening(store, article, undone):
    before, after = half_undone(store, article)
    if not undone:
        operations.undo(store)
        operations.redo(store, 1)
    halfway = dump(store)
    store.close()
    again = operations.open_library(store.path)
    end, left = dump(again), (again.next_titles(), again.finish())
    again.close()
    assert (halfway in (before, after), end, left) == (
        False, before if undone else after, (("Mark", "Accept") if undone else ("Accept", None), None),
    )  # fmt: skip


def test_everything_is_undone_to_the_empty_library_and_redone(store, article, tmp_path):
    for name in LONG:
        CHANGES[name](store, article, tmp_path)
    operations.delete_articles(store, [row.id for row in store.rows()])
    full = dump(store)
    undone = []
    while step := operations.undo(store):
        undone.append(step.step)
    empty = dump(store)
    redone = []
    while step := operations.redo(store):
        redone.append(step.step)
    assert (empty["article"], empty["annotation"], empty["bare"], redone, dump(store)) == (
        [],
        [],
        [],
        undone[::-1],
        full,
    )


def test_undo_of_a_deletion_brings_back_the_original_bytes_and_the_same_ids(store, article, tmp_path):
    ids = [each.id for each in store.annotations(article.id)]
    content = store.original(article.id)
    operations.delete_articles(store, [article.id])
    gone = store.original(article.id)
    operations.undo(store)
    assert (gone, store.original(article.id), [each.id for each in store.annotations(article.id)]) == (
        None,
        content,
        ids,
    )


def test_history_survives_closing(store, article):
    before = dump(store)
    operations.accept(store, [first(store, article).id])
    store.close()
    again = operations.open_library(store.path)
    title = again.next_undo().title
    operations.undo(again)
    again.close()
    assert (title, dump(store)) == ("Accept", before)


def test_a_new_edit_drops_what_could_have_been_redone(store, article):
    operations.note(store, first(store, article).id, "một")
    operations.undo(store)
    waiting = store.next_redo()
    operations.note(store, first(store, article).id, "hai")
    assert (waiting.title, store.next_redo(), operations.redo(store), first(store, article).note) == (
        "Note", None, None, "hai",
    )  # fmt: skip


def test_an_empty_library_has_nothing_to_undo(store):
    assert (operations.undo(store), operations.redo(store), store.next_undo(), store.next_redo()) == (None,) * 4


def test_join_keeps_one_step(store, imported):
    made = imported(TEXT)
    step = store.next_undo().step
    joined = operations.apply_detection(store, made.id, detection(), join=step).step
    operations.undo(store)
    assert (joined, store.rows(), store.next_undo()) == (step, [], None)


def test_join_never_adds_to_a_step_that_is_not_the_newest(store, article):
    old = store.next_undo().step
    operations.note(store, first(store, article).id, "giữa")
    joined = operations.apply_detection(store, article.id, detection(version="test-2"), join=old).step
    assert (joined, store.next_undo().title) == (old + 2, "Detect")


def test_join_never_adds_to_another_step_of_a_number_that_was_undone(store, article):
    operations.note(store, first(store, article).id, "một")
    step = store.next_undo().step
    operations.undo(store)
    operations.accept(store, [first(store, article).id])
    joined = operations.apply_detection(store, article.id, detection(version="test-2"), join=step).step
    assert (joined > step, store.next_undo().title) == (True, "Detect")
