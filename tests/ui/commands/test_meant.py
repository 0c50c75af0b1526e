"""What a wish is meant for: the shelf, the list of marks and the open article alone."""

import pytest

from desktop.ui.commands import meant as meaning
from desktop.ui.unattended import driving


@pytest.fixture
def articles(parts):
    """The articles of the library, the first one with four marks."""
    return [parts.named(beginning) for beginning in ("Xã Mây", "Đồi chè", "Cây cầu")]


def test_with_nothing_open_and_nothing_chosen_nothing_is_meant(parts):
    shelf, meant = parts.shelf, parts.meant
    shelf.list.clearSelection()
    assert (meant.articles, meant.article, meant.count, meant.marks, meant.mark) == ([], None, 0, [], None)


def test_the_open_article_is_meant_unless_others_are_chosen(parts, articles):
    shelf, article, meant = parts.shelf, parts.article, parts.meant
    article.open(articles[1])
    shelf.list.clearSelection()
    alone = meant.articles, meant.count
    shelf.list.selectAll()
    assert (alone, sorted(meant.articles), meant.count, meant.article) == (
        ([articles[1]], 1), sorted(articles), 3, articles[1],
    )  # fmt: skip


@pytest.mark.parametrize("most", [1, 500])
def test_all_that_are_chosen_are_handed_on_however_many(parts, articles, monkeypatch, most):
    shelf, meant = parts.shelf, parts.meant
    monkeypatch.setattr(meaning, "MANY", most)
    shelf.list.selectAll()
    got = []
    meant.with_articles(got.append)
    at_once = len(got)
    driving.until(lambda: bool(got))
    assert (at_once, sorted(got[0])) == (int(most > 3), sorted(articles))


def test_marks_selected_together_are_meant_before_the_one_of_the_page(parts, articles):
    article, pane, meant = parts.article, parts.pane, parts.meant
    article.open(articles[0])
    pane.set_labels(article.labels)
    pane.show_tree(False)
    pane.show_annotations(article.annotations, article.text, "test-1")
    article.select(article.annotations[2].id)
    alone = [each.id for each in meant.marks]
    pane.list.selectAll()
    together = [each.id for each in meant.marks]
    pane.hide()
    assert (alone, together, [each.id for each in meant.marks], meant.mark.id) == (
        [article.annotations[2].id], [each.id for each in article.annotations], alone, alone[0],
    )  # fmt: skip
