"""An article that is deleted leaves its neighbour open; one that comes back is opened again."""

import pytest


@pytest.fixture
def listed(parts):
    """The commands over listed articles, an article opened beside one that goes."""
    parts.take_wishes("articles", "neighbour")
    return parts


def opened(parts):
    return parts.article.id


def at(parts, row):
    return parts.shelf.model.article(row)


@pytest.mark.parametrize(("row", "neighbour"), [(0, 1), (1, 2), (2, 1)])
def test_the_neighbour_opens_and_the_deleted_one_comes_back_open(listed, row, neighbour):
    gone, near = at(listed, row), at(listed, neighbour)
    listed.article.open(gone)
    listed.acts["delete_articles"].trigger()
    after = opened(listed)
    listed.acts["undo"].trigger()
    assert (after, opened(listed)) == (near, gone)


def test_one_after_another_they_come_back_in_turn(listed):
    first, second, third = (at(listed, row) for row in range(3))
    listed.article.open(first)
    seen = []
    for name in ("delete_articles", "delete_articles", "undo", "undo", "redo"):
        listed.acts[name].trigger()
        seen.append(opened(listed))
    assert seen == [second, third, second, first, second]


def test_the_last_one_leaves_the_page_empty_and_an_undone_import_too(listed):
    listed.article.open(at(listed, 0))
    listed.acts["undo"].trigger()
    listed.settle()
    empty = opened(listed)
    listed.acts["redo"].trigger()
    listed.settle()
    assert (empty, opened(listed) is not None) == (None, True)
