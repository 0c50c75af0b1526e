"""What lies open, told without a window: the article, its marks, the scheme and the selected mark, each change once."""

import pytest

from desktop.model import Status
from desktop.operations import Selection
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.unattended import driving


@pytest.fixture
def heard(workspace, articles):
    """The first article open, and what is heard of it from then on."""
    opened, said = OpenArticle(workspace), []
    opened.open(articles[0])
    for name in ("left", "opened", "changed", "selected_changed", "scheme_changed", "hidden_changed", "revealed"):
        getattr(opened, name).connect(lambda *what, name=name: said.append((name, *what)))
    return opened, said


def test_another_article_is_left_and_opened_and_no_mark_is_selected(heard, articles):
    opened, said = heard
    opened.select(opened.annotations[1].id)
    del said[:]
    opened.open(articles[1], 3, 9)
    assert (said, opened.selected, opened.id) == (
        [("left", articles[0]), ("selected_changed", ""), ("opened", articles[1]), ("revealed", 3, 9)], None, articles[1],
    )  # fmt: skip


def test_a_mark_is_selected_once_and_let_go_when_it_is_deleted(heard, workspace):
    opened, said = heard
    made = workspace.edits.annotate(opened.id, 0, 2, "EVENT")
    del said[:]
    opened.select(made.id)
    opened.select(made.id)
    opened.select("nothing of this id")
    opened.select(made.id)
    workspace.edits.delete([made.id])
    names = [name for name, *_ in said]
    assert (names, opened.selected) == (["selected_changed"] * 4 + ["changed"], None)


def test_one_gesture_is_told_once(heard, workspace):
    opened, said = heard
    workspace.edits.accept([each.id for each in opened.annotations])
    assert (said, {each.status for each in opened.annotations}, opened.suggestions) == (
        [("changed",)], {Status.ACCEPTED}, [],
    )  # fmt: skip


def test_an_article_that_goes_lies_open_no_longer(heard, workspace, articles):
    opened, said = heard
    workspace.edits.delete_articles([articles[0]])
    assert (said, opened.id, opened.text) == ([("left", articles[0]), ("opened", "")], None, "")


def test_labels_are_hidden_for_every_window(heard):
    opened, said = heard
    opened.hide(frozenset({"PERSON"}))
    opened.hide(frozenset({"PERSON"}))
    assert (said, opened.hidden) == ([("hidden_changed", frozenset({"PERSON"}))], frozenset({"PERSON"}))


def test_a_label_that_comes_with_a_file_is_offered_at_once_and_goes_with_undo(full, tmp_path):
    file, ended = tmp_path / "ra.jsonl", []
    full.workspace.errands.export("jsonl", file, Selection(), False, ended.extend, ended.append)
    driving.until(lambda: bool(ended))
    file.write_text(file.read_text("utf-8").replace("COUNT", "SPEED"), "utf-8")
    file.with_suffix(".labels.toml").unlink()
    full.workspace.edits.delete_articles([row.id for row in full.workspace.reads.rows()])

    def offered():
        names = [label.name for label in full.bench.article.labels]
        menu = [action.objectName() for action in full.window.acts.menus["label"].actions()]
        return "SPEED" in names, "label_SPEED" in menu, full.bench.shelf.bar.labels.findData("SPEED") > 0

    before = offered()
    full.bench.commands.files.start([file])
    driving.until(lambda: driving.settled(full))
    after = offered()
    full.window.acts["undo"].trigger()
    driving.until(lambda: driving.settled(full))
    assert (before, after, offered()) == ((False,) * 3, (True,) * 3, (False,) * 3)
