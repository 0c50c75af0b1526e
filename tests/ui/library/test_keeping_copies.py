"""Copies that are kept while somebody works."""

import pytest
from building import contents

from desktop.ui.library import keeping_copies
from desktop.ui.unattended import driving


@pytest.fixture
def keeper(workspace):
    return workspace.copies


def copies(workspace):
    return sorted(contents(workspace.path.with_name("w.backups")))


def test_a_copy_is_kept_while_somebody_works_and_once_a_day(workspace, articles, keeper):
    workspace.edits.annotate(articles[0], 0, 3, "EVENT")
    keeper.look()
    driving.until(lambda: not keeper.tasks.busy)
    first = copies(workspace)
    workspace.edits.annotate(articles[0], 0, 3, "PERSON")
    keeper.look()
    driving.until(lambda: not keeper.tasks.busy)
    assert (len(first), copies(workspace) == first) == (1, True)


def test_nothing_is_kept_where_nothing_was_changed(workspace, keeper):
    keeper.look()
    assert (keeper.tasks.busy, workspace.path.with_name("w.backups").exists()) == (False, False)


def test_closing_waits_for_no_copy_and_leaves_nothing_half_made(workspace, articles, keeper, monkeypatch):
    held = []

    def slow(path, told):
        while True:
            held.append(told)
            told(1, 2)

    monkeypatch.setattr(keeping_copies, "keep_copy", slow)
    keeper.look()
    driving.until(lambda: bool(held))
    workspace.close(backup=False)
    assert (keeper.tasks.busy, copies(workspace)) == (False, [])


def test_a_copy_that_fails_is_tried_again(workspace, articles, keeper):
    folder = workspace.path.with_name("w.backups")
    folder.write_text("a file where the folder should be")
    keeper.look()
    driving.until(lambda: not keeper.tasks.busy)
    folder.unlink()
    keeper.look()
    driving.until(lambda: not keeper.tasks.busy)
    assert len(copies(workspace)) == 1
