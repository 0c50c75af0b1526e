"""What a library has learned, and what becomes of it when a person goes on."""

import shutil
import sqlite3

import pytest
from building import dump

from desktop import operations
from desktop.detect import VERSION, detect
from desktop.errors import KnownError
from desktop.model import Status
from desktop.operations.learning.library import learned_rows, switch_row, unread
from desktop.operations.scheme.own_lists import own_lists

FIRST = "Bà con đến xem hội Ong Vàng.\nĐêm Ong Vàng có nhiều trò vui."
SECOND = "Ở bản, Ong Vàng được mong đợi suốt năm."
ROW = "learned.mark.event.Ong_Vàng"


def look(store, article):
    """Look through an article as every road does, and return what it marks, and how."""
    operations.apply_detection(store, article.id, operations.look(detect, article, own_lists(store)))
    there = store.annotations(article.id)
    return [(article.text[each.start : each.end], each.label) for each in there if each.status is not Status.REJECTED]


@pytest.fixture
def articles(store, imported):
    """Two articles that name what the detector does not know; the first was looked through."""
    found = imported(FIRST, "một.txt"), imported(SECOND, "hai.txt")
    look(store, found[0])
    return found


@pytest.fixture
def taught(store, articles):
    """The mark that a person made of it in the first."""
    start = FIRST.index("Ong Vàng")
    return operations.annotate(store, articles[0].id, start, start + len("Ong Vàng"), "EVENT").made[0]


def names(store):
    return [row.name for row in learned_rows(store) if row.on]


def test_a_library_in_which_nothing_was_decided_has_learned_nothing(store, articles):
    assert (learned_rows(store), own_lists(store).mark) == ((), "")


def test_what_was_marked_once_is_suggested_in_what_is_read_next(store, articles, taught):
    found = look(store, articles[1])
    detected = store.article(articles[1].id).detected
    assert (found, detected) == ([("Ong Vàng", "EVENT")], f"{VERSION}_{own_lists(store).mark}")


def test_undo_unlearns_and_redo_learns_again(store, articles, taught):
    learned = names(store)
    operations.undo(store)
    undone = names(store)
    operations.redo(store)
    assert (learned, undone, names(store)) == ([ROW], [], [ROW])


def test_a_contradiction_unlearns_and_keeps_the_person_s_mark(store, articles, taught):
    look(store, articles[1])
    (suggested,) = store.annotations(articles[1].id)
    operations.reject(store, [suggested.id])
    assert (names(store), look(store, articles[1]), store.annotation(taught.id)) == ([], [], taught)


def test_a_row_that_is_off_has_no_effect_until_it_is_on_again(store, articles, taught):
    step = switch_row(store, ROW, False)
    off = names(store), look(store, articles[1])
    switch_row(store, ROW, True)
    assert (step.scheme, off, names(store), look(store, articles[1])) == (
        True, ([], []), [ROW], [("Ong Vàng", "EVENT")],
    )  # fmt: skip


@pytest.mark.parametrize("on", [False, True])
def test_switching_is_one_step_that_undo_takes_back_and_redo_does_again(store, articles, taught, on):
    for before in [False] * on:
        switch_row(store, ROW, before)
    switch_row(store, ROW, on)
    title = operations.undo(store).title
    back = names(store)
    operations.redo(store)
    assert (title, back, names(store)) == (
        f"Switch learned row {'on' if on else 'off'}", [ROW] * (not on), [ROW] * on,
    )  # fmt: skip


def test_what_changes_nothing_is_no_step(store, articles, taught):
    assert [switch_row(store, ROW, True).step, switch_row(store, ROW, False).step is None] == [None, False]


def test_a_row_that_was_not_learned_cannot_be_switched(store, articles):
    with pytest.raises(KnownError) as told:
        switch_row(store, ROW, False)
    assert (told.value.kind, told.value.parameters) == ("learned-unknown", {"name": ROW})


def test_a_row_stays_off_while_decisions_come_and_go(store, articles, taught):
    switch_row(store, ROW, False)
    start = FIRST.rindex("Ong Vàng")
    operations.annotate(store, articles[0].id, start, start + len("Ong Vàng"), "EVENT")
    assert [(row.name, len(row.decisions), row.on) for row in learned_rows(store)] == [(ROW, 2, False)]


def test_what_a_person_decided_on_is_never_changed(store, articles, taught):
    look(store, articles[1])
    mark = store.annotations(articles[1].id)[0]
    decided = operations.relabel(store, [mark.id], "PERSON", by="Hoa").made[0]
    look(store, articles[1])
    assert (names(store), store.annotations(articles[1].id)) == ([], [decided])


def test_articles_are_looked_through_again_only_where_that_is_due(store, articles, taught):
    look(store, articles[1])
    fresh = unread(store, VERSION, own_lists(store))
    operations.accept(store, [each.id for each in store.annotations(articles[1].id)])
    accepted = unread(store, VERSION, own_lists(store))
    switch_row(store, ROW, False)
    off = unread(store, VERSION, own_lists(store))
    look(store, articles[1])
    looked = unread(store, VERSION, own_lists(store))
    switch_row(store, ROW, True)
    again = unread(store, VERSION, own_lists(store))
    store.begin(articles[1].id)
    begun = unread(store, VERSION, own_lists(store))
    first, second = ([each.id] for each in articles[:2])
    assert (fresh, accepted, off, looked, again, begun) == (first, first, second, [], [*first, *second], first)


def test_articles_that_name_nothing_of_what_was_learned_are_not_due(store, articles, taught, imported):
    other = imported("Hôm nay trời mưa.", "ba.txt")
    operations.apply_detection(store, other.id, detect(other.text))
    assert unread(store, VERSION, own_lists(store)) == [articles[0].id]


def test_rows_are_made_anew_only_where_something_was_decided(store, articles, taught):
    rows, own = learned_rows(store), own_lists(store)
    operations.tag(store, [articles[0].id], ["mới"])
    assert (learned_rows(store) is rows, own_lists(store) is own) == (True, True)


def test_a_library_before_this_learns_from_what_was_decided_there(store, articles, taught, tmp_path):
    store.close()
    older = tmp_path / "older.butda"
    shutil.copy(store.path, older)
    with sqlite3.connect(older) as connection:
        connection.execute("DROP TABLE learned")
        connection.execute("DROP INDEX annotation_decided")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm014_learned'")
        connection.execute("PRAGMA user_version = 12")
    with pytest.raises(KnownError) as told:
        operations.open_library(older, write=False)
    opened = operations.open_library(older)
    made, version = names(opened), opened._connection.execute("PRAGMA user_version").fetchone()[0]
    opened.close()
    assert (told.value.kind, made, version) == ("library-older", [ROW], 13)


def test_what_is_exported_is_the_same_with_and_without_rows(store, articles, taught):
    before = dump(store)
    switch_row(store, ROW, False)
    assert dump(store) == before


def test_a_damaged_switch_is_mended(store, articles, taught):
    switch_row(store, ROW, False)
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE learned SET \"on\" = 'nein'")
    wrong = operations.mend(store).wrong
    assert (len(wrong), names(store)) == (1, [])
