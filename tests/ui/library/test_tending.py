"""The history is tended while a library is open: old steps go when the person wants it so, and nothing else does."""

import pytest

from desktop import operations
from desktop.ui.unattended import driving

OLD = "UPDATE step SET at = '2020-01-01T00:00:00.000Z'"


@pytest.mark.parametrize(("days", "left"), [(365, 2), (0, 5)])
def test_old_steps_are_forgotten_and_the_newest_stay(workspace, articles, monkeypatch, days, left):
    monkeypatch.setattr(operations.history, "KEPT_STEPS", 2)
    for at in range(5):
        workspace.edits.tag([articles[0]], [str(at)], [])
    begun = len(workspace._store.steps())
    workspace._store._connection.execute(OLD)
    workspace.tending.start(days)
    driving.until(lambda: not workspace.tending.going)
    tags, steps = workspace.reads.article(articles[0]).tags, len(workspace._store.steps())
    assert (steps if days else steps - begun + 5, len(tags), workspace.reads.next_undo().title) == (left, 5, "Tag")


def test_it_ends_with_the_library(workspace, articles):
    workspace.tending.start(365)
    workspace.close(backup=False)
    assert workspace.tending.going is False
