"""An article that is deleted leaves its neighbour open; one that comes back is opened again."""

import pytest

from desktop.ui.unattended import driving


def opened(session):
    return session.bench.article.id


def at(session, row):
    return session.bench.shelf.model.article(row)


@pytest.mark.parametrize(("row", "neighbour"), [(0, 1), (1, 2), (2, 1)])
def test_the_neighbour_opens_and_the_deleted_one_comes_back_open(full, row, neighbour):
    gone, near = at(full, row), at(full, neighbour)
    full.bench.article.open(gone)
    full.window.acts["delete_articles"].trigger()
    after = opened(full)
    full.window.acts["undo"].trigger()
    assert (after, opened(full)) == (near, gone)


def test_one_after_another_they_come_back_in_turn(full):
    first, second, third = (at(full, row) for row in range(3))
    full.bench.article.open(first)
    seen = []
    for name in ("delete_articles", "delete_articles", "undo", "undo", "redo"):
        full.window.acts[name].trigger()
        seen.append(opened(full))
    assert seen == [second, third, second, first, second]


def test_the_last_one_leaves_the_page_empty_and_an_undone_import_too(full):
    full.bench.article.open(at(full, 0))
    full.window.acts["undo"].trigger()
    driving.until(lambda: driving.settled(full))
    empty = opened(full)
    full.window.acts["redo"].trigger()
    driving.until(lambda: driving.settled(full))
    assert (empty, opened(full) is not None) == (None, True)
