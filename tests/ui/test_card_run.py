"""Tags and states of many articles: a few at a time, one step, told how far it is, and to be cancelled."""

import pytest

from desktop.model import State
from desktop.ui import card_run, driving, shelving


@pytest.fixture
def many(full, monkeypatch):
    """The window with its three articles selected, which count as many."""
    monkeypatch.setattr(shelving, "_FEW", 0)
    monkeypatch.setattr(card_run, "_AT_FIRST", 1)
    full.window.shelf.list.selectAll()
    return full


def states(session):
    return [row.state for row in session.workspace.rows()]


def ended(session):
    return session.window.shelving._run is None


WORDS = {
    "state": (lambda session: session.window.acts["done"].trigger(), "Set state"),
    "tag": (lambda session: session.window.shelving._tag(session.window.shelf.selected, ["đọc lại"], []), "Tag"),
}


@pytest.mark.parametrize(("do", "title"), WORDS.values(), ids=WORDS)
def test_many_are_changed_turn_by_turn_as_one_step(many, do, title):
    before = many.workspace.rows()
    do(many)
    at_once = sum(a != b for a, b in zip(before, many.workspace.rows(), strict=True))
    told = many.window.status._going.isVisible()
    driving.until(lambda: ended(many), 10)
    after = sum(a != b for a, b in zip(before, many.workspace.rows(), strict=True))
    step = many.workspace.undo()
    assert (at_once, told, after, step.title, len(step.articles), many.workspace.rows(), many.window.status._going.isVisible()) == (
        1, True, 3, title, 3, before, False,
    )  # fmt: skip


@pytest.mark.parametrize("stop", ["cancel", "close"])
def test_what_was_changed_stays_when_the_rest_is_cancelled(many, stop):
    many.window.acts["done"].trigger()
    path = many.workspace.path
    if stop == "cancel":
        many.window.status.cancel_requested.emit()
        assert (ended(many), states(many).count(State.DONE)) == (True, 1)
    else:
        many.window.close()
        assert (ended(many), many.workspace, path.exists()) == (True, None, True)


def test_a_second_run_waits_for_the_end_of_the_first(many):
    many.window.acts["done"].trigger()
    many.window.acts["unread"].trigger()
    told = many.window.notice.words
    driving.until(lambda: ended(many), 10)
    assert (bool(told), states(many)) == (True, [State.DONE] * 3)
