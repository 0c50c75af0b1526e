"""What a wish is meant for: the parts alone, without a window."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands import meant as meaning
from desktop.ui.commands.meant import Meant
from desktop.ui.look import theme
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.unattended import driving


@pytest.fixture
def parts(qtbot, workspace, articles):
    """A shelf that lists three articles, a list of marks, nothing open, and what says what is meant."""
    over = QWidget()
    qtbot.addWidget(over)
    shelf, pane = Shelf(theme.load("light"), "vi", over), AnnotationsPane(theme.load("light"), "vi", over)
    shelf.read(workspace.reads.view)
    article = OpenArticle(workspace)
    over.show()
    yield shelf, article, pane, Meant(workspace, shelf, article, pane)
    over.close()


def test_with_nothing_open_and_nothing_chosen_nothing_is_meant(parts):
    shelf, _, _, meant = parts
    shelf.list.clearSelection()
    assert (meant.articles, meant.article, meant.count, meant.marks, meant.mark) == ([], None, 0, [], None)


def test_the_open_article_is_meant_unless_others_are_chosen(parts, articles):
    shelf, article, _, meant = parts
    article.open(articles[1])
    shelf.list.clearSelection()
    alone = meant.articles, meant.count
    shelf.list.selectAll()
    assert (alone, sorted(meant.articles), meant.count, meant.article) == (
        ([articles[1]], 1), sorted(articles), 3, articles[1],
    )  # fmt: skip


@pytest.mark.parametrize("most", [1, 500])
def test_all_that_are_chosen_are_handed_on_however_many(parts, articles, workspace, monkeypatch, most):
    shelf, _, _, meant = parts
    monkeypatch.setattr(meaning, "MANY", most)
    shelf.list.selectAll()
    got = []
    meant.with_articles(got.append)
    at_once = len(got)
    driving.until(lambda: bool(got))
    assert (at_once, sorted(got[0])) == (int(most > 3), sorted(articles))


def test_marks_selected_together_are_meant_before_the_one_of_the_page(parts, articles):
    _, article, pane, meant = parts
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
