"""The history is tended while a library is open: old steps go when the person wants it so, and nothing else does."""

import pytest
from PySide6.QtCore import QObject

from desktop import operations
from desktop.store.history import steps
from desktop.ui.library.tending import Tending
from desktop.ui.unattended import driving


@pytest.mark.parametrize(("days", "left"), [(365, 2), (0, 6)])
def test_old_steps_are_forgotten_and_the_newest_stay(qapp, store, imported, monkeypatch, days, left):
    monkeypatch.setattr(operations.history, "KEPT_STEPS", 2)
    monkeypatch.setattr(steps, "now", lambda: "2020-01-01T00:00:00.000Z")
    article = imported("Đồi chè vào vụ").id
    for at in range(5):
        operations.tag(store, [article], [str(at)], [])
    parent = QObject()
    tending = Tending(store, parent)
    tending.start(days)
    driving.until(lambda: not tending.going)
    assert (len(store.steps()), len(store.article(article).tags), store.next_undo().title) == (left, 5, "Tag")


def test_it_ends_with_the_library(workspace, articles):
    workspace.tending.start(365)
    workspace.close(backup=False)
    assert workspace.tending.going is False
