"""Tags and states of many articles: a few at a time, one step, told how far it is, and to be cancelled."""

import pytest
from PySide6.QtWidgets import QToolButton

from desktop import operations
from desktop.model import State
from desktop.ui.commands import article_commands, history_commands, meant
from desktop.ui.jobs import turns_job
from desktop.ui.unattended import driving


@pytest.fixture
def many(full, monkeypatch):
    """The window with its three articles selected, which count as many."""
    monkeypatch.setattr(article_commands, "_FEW", 0)
    monkeypatch.setattr(turns_job, "_AT_FIRST", 1)
    full.bench.shelf.list.selectAll()
    return full


def states(session):
    return [row.state for row in session.workspace.reads.rows()]


def ended(session):
    return session.bench.jobs.going == ()


WORDS = {
    "state": (lambda session: session.window.acts["done"].trigger(), "Set state"),
    "tag": (lambda session: session.bench.commands.articles.tag(session.bench.shelf.selected, ["đọc lại"], []), "Tag"),
}


@pytest.mark.parametrize(("do", "title"), WORDS.values(), ids=WORDS)
def test_many_are_changed_turn_by_turn_as_one_step(many, do, title):
    before = many.workspace.reads.rows()
    do(many)
    at_once = sum(a != b for a, b in zip(before, many.workspace.reads.rows(), strict=True))
    told = many.bench.jobs.going != ()
    driving.until(lambda: ended(many))
    after = sum(a != b for a, b in zip(before, many.workspace.reads.rows(), strict=True))
    step = many.workspace.edits.undo()
    assert (at_once, told, after, step.title, len(step.changes.cards), many.workspace.reads.rows(), many.bench.jobs.going != ()) == (
        1, True, 3, title, 3, before, False,
    )  # fmt: skip


@pytest.mark.parametrize("stop", ["cancel", "close"])
def test_what_was_changed_stays_when_the_rest_is_cancelled(many, stop):
    many.window.acts["done"].trigger()
    path = many.workspace.path
    if stop == "cancel":
        many.bench.status.findChild(QToolButton, "cancel_job").click()
        assert (ended(many), states(many).count(State.DONE)) == (True, 1)
    else:
        many.window.close()
        assert (ended(many), many.workspace, path.exists()) == (True, None, True)


def test_a_second_run_waits_for_the_end_of_the_first(many):
    many.window.acts["done"].trigger()
    many.window.acts["unread"].trigger()
    told = many.bench.notice.words
    driving.until(lambda: ended(many))
    assert (bool(told), states(many)) == (True, [State.DONE] * 3)


# Undo and redo of large steps


@pytest.fixture
def turning(many, monkeypatch):
    """The window after a step over three articles, where two changes count as many."""
    monkeypatch.setattr(history_commands, "_AT_ONCE", 1)
    many.window.acts["done"].trigger()
    driving.until(lambda: ended(many))
    return many


def test_a_large_step_is_undone_and_redone_turn_by_turn(turning):
    told = []
    for way in ("undo", "redo"):
        turning.window.acts[way].trigger()
        told.append((states(turning).count(State.DONE), turning.bench.jobs.going != ()))
        driving.until(lambda: ended(turning))
        told.append((states(turning).count(State.DONE), turning.bench.jobs.going != ()))
        told.append(turning.workspace.reads.next_titles())
    shown = [turning.bench.shelf.model.entry(place).state for place in range(3)]
    assert (told, shown) == (
        [(2, True), (0, False), ("Import", "Set state"), (1, True), (3, False), ("Set state", None)], [State.DONE] * 3,
    )  # fmt: skip


def test_undo_that_is_cancelled_takes_back_what_it_did(turning):
    turning.window.acts["undo"].trigger()
    turning.bench.status.findChild(QToolButton, "cancel_job").click()
    halfway = states(turning).count(State.DONE)
    driving.until(lambda: ended(turning))
    assert (halfway, states(turning), turning.workspace.reads.next_titles()) == (
        2,
        [State.DONE] * 3,
        ("Set state", None),
    )


def test_undo_that_the_closing_of_the_library_breaks_off_is_whole_at_the_next_opening(turning):
    turning.window.acts["undo"].trigger()
    halfway, path = states(turning).count(State.DONE), turning.workspace.path
    turning.window.close()
    again = operations.open_library(path)
    after, titles = [row.state for row in again.rows()].count(State.DONE), again.next_titles()
    again.close()
    assert (halfway, after, titles) == (2, 0, ("Import", "Set state"))


def test_undo_again_waits_for_the_end_and_an_edit_in_between_brings_it_there(turning):
    turning.window.acts["undo"].trigger()
    turning.window.acts["undo"].trigger()
    told, article = turning.bench.notice.words, turning.bench.article.article.id
    turning.workspace.edits.annotate(article, 0, 2, "EVENT")
    driving.until(lambda: ended(turning))
    assert (bool(told), states(turning).count(State.DONE), turning.workspace.reads.next_titles()) == (
        True,
        0,
        ("Mark", None),
    )


def test_articles_come_back_turn_by_turn_with_what_is_marked_on_them(turning):
    before = turning.workspace.reads.rows()
    turning.workspace.edits.delete_articles([row.id for row in before])
    turning.window.acts["undo"].trigger()
    driving.until(lambda: ended(turning))
    marks = [len(turning.workspace.reads.annotations(row.id)) for row in before]
    turning.window.acts["redo"].trigger()
    driving.until(lambda: ended(turning))
    assert (sum(marks), turning.workspace.reads.rows(), turning.bench.shelf.model.rowCount()) == (
        sum(row.annotations for row in before), [], 0,
    )  # fmt: skip


def test_the_open_article_hears_once_of_marks_that_are_undone_and_redone_turn_by_turn(turning):
    article, turns, heard = turning.bench.article.id, [], []
    turning.workspace.edits.mark_all(article, [(at, at + 1) for at in (0, 1, 3, 4, 5)], "EVENT")
    before = len(turning.workspace.reads.annotations(article))
    turning.workspace.changed.connect(heard.append)
    turning.bench.jobs.progressed.connect(lambda _: turns.append(1))
    for way in ("undo", "redo"):
        turning.window.acts[way].trigger()
        driving.until(lambda: ended(turning))
    after = len(turning.workspace.reads.annotations(article))
    assert ([told.marks for told in heard], len(turns) > 2, after) == ([(article,)] * 2, True, before)


# What many articles are, and their tags, is read in the background


def test_many_articles_are_named_and_their_tags_counted_in_the_background(full, monkeypatch):
    monkeypatch.setattr(meant, "MANY", 1)
    full.workspace.edits.tag([full.workspace.reads.rows()[0].id], ["chè"], [])
    full.bench.shelf.list.selectAll()
    full.window.acts["tag"].trigger()
    at_once = len(full.window.dialogs)
    driving.until(lambda: full.window.dialogs)
    (dialog,) = full.window.dialogs
    ticked = [(item.text(), item.checkState().name) for item in map(dialog.list.item, range(dialog.list.count()))]
    dialog.reject()
    full.window.acts["done"].trigger()
    driving.until(lambda: set(states(full)) == {State.DONE})
    assert (at_once, ticked) == (0, [("chè  (1)", "PartiallyChecked")])
