"""A review by keys: it goes on over the ends of articles, steps back with undo, and another window goes on with it."""

import pytest
from furnished import TEXTS
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from desktop.model import State, Status
from desktop.ui.unattended import driving

Key = Qt.Key
CLASS, TEA, BRIDGE = (TEXTS[name].splitlines()[0] for name in ("lop-hoc.txt", "che.txt", "cau.txt"))


def stands_at(article):
    chosen = article.selected
    return article.article.title, article.text[chosen.start : chosen.end] if chosen else None


@pytest.fixture
def run(parts):
    """A run that goes on, in the first article with suggestions."""
    parts.take_wishes("marks", "review")
    parts.article.open(parts.named(CLASS))
    parts.does("review")
    driving.until(lambda: parts.article.selected is not None)
    return parts


def says(run):
    """What the bar says, once the turn of the loop is over."""
    run.settle()
    QCoreApplication.processEvents()
    what, progress = (run.over.findChild(QLabel, f"decision_{name}").text() for name in ("what", "progress"))
    return what, progress.partition(" · ")[0]


def test_each_decision_goes_on_and_over_the_end_into_the_next_article(run):
    seen = [stands_at(run.article)]
    for key, text in ((Key.Key_Return, "\r"), (Key.Key_Backspace, "\b"), (Key.Key_S, "s"), (Key.Key_Return, "\r")):
        driving.press(run.reader, key, text)
        seen.append(stands_at(run.article))
    driving.press(run.reader, Key.Key_Return, "\r")
    seen.append(stands_at(run.article))
    settled = [each.status for each in run.library.reads.annotations(run.named(CLASS))]
    assert (seen, settled.count(Status.REJECTED), settled.count(Status.SUGGESTED)) == (
        [
            (CLASS, "Tô Thị Nhài"), (CLASS, "UBND xã Mây Trắng"), (CLASS, "xã Mây Trắng"), (CLASS, "38"), (CLASS, None),
            (TEA, "xã Mây Trắng"),
        ], 1, 0,
    )  # fmt: skip


def test_the_next_article_is_read_once(run):
    for _ in range(4):
        driving.press(run.reader, Key.Key_Return, "\r")
    told = []
    run.article.opened.connect(lambda article: told.append(article))
    run.article.changed.connect(lambda: told.append("again"))
    driving.press(run.reader, Key.Key_Return, "\r")
    opened = run.library.reads.article(run.named(TEA))
    assert (told, opened.state) == ([opened.id], State.READING)


def test_the_bar_says_how_far_one_is_and_what_comes_at_the_end(run):
    seen = [says(run)]
    for _ in range(4):
        driving.press(run.reader, Key.Key_Return, "\r")
    seen.append(says(run))
    driving.press(run.reader, Key.Key_Return, "\r")
    driving.press(run.reader, Key.Key_Backspace, "\b")
    seen.append(says(run))
    assert seen == [
        ("Người: “Tô Thị Nhài”", "còn 4 trong bài"),
        ("Hết gợi ý trong bài · 0/4 bị từ chối", "Enter: bài kế tiếp còn gợi ý"),
        ("Hết gợi ý trong lượt này · 1/1 bị từ chối", "đã duyệt 5 chỗ trong lượt"),
    ]


def test_what_is_skipped_is_left_and_undo_steps_back_over_the_end_of_the_article(run):
    driving.press(run.reader, Key.Key_Space, " ")
    skipped = stands_at(run.article)
    for _ in range(3):
        driving.press(run.reader, Key.Key_Return, "\r")
    at_end = stands_at(run.article)
    driving.press(run.reader, Key.Key_Return, "\r")
    ahead = stands_at(run.article)
    run.acts["undo"].trigger()
    left = [each.status for each in run.article.annotations].count(Status.SUGGESTED)
    assert (skipped[1], at_end, ahead[0], stands_at(run.article), left) == (
        "UBND xã Mây Trắng",
        (CLASS, None),
        TEA,
        (CLASS, "38"),
        2,
    )


def test_with_nothing_to_review_it_says_so_and_does_not_begin(parts):
    parts.take_wishes("marks", "review")
    parts.shelf.list.selectAll()
    for title in (CLASS, TEA):
        parts.article.open(parts.named(title))
        parts.acts["accept_all"].trigger()
    parts.does("review")
    assert (parts.notice.words, parts.queue.running) == (
        "Ở đây không còn gì để duyệt: không có gợi ý nào chưa quyết.",
        False,
    )


# In the window: what it shows and hides for a run


def named(session, title):
    return next(row.id for row in session.workspace.reads.rows() if row.title == title)


@pytest.fixture
def reviewing(full):
    full.bench.article.open(named(full, CLASS))
    full.window.acts["review"].trigger()
    driving.until(lambda: driving.settled(full) and full.bench.article.selected is not None)
    return full


def told(session, person):
    """What the bar says, once the turn of the loop is over."""
    driving.until(lambda: driving.settled(session))
    QCoreApplication.processEvents()
    return person.reads("decision_what"), (person.reads("decision_progress") or "").partition(" · ")[0]


def test_escape_ends_it_and_the_window_is_for_reading_again(reviewing, person):
    told(reviewing, person)
    during = person.sees("decision_bar"), reviewing.window.acts["review"].isChecked()
    driving.press(reviewing.bench.reader, Key.Key_Escape)
    told(reviewing, person)
    assert (during, person.sees("decision_bar"), reviewing.window.acts["review"].isChecked()) == (
        (True, True),
        False,
        False,
    )


def test_a_run_over_a_search_begins_in_its_first_article_with_suggestions(full, person):
    full.bench.article.open(named(full, BRIDGE))
    person.searches("chè")
    full.window.acts["review"].trigger()
    driving.until(lambda: driving.settled(full) and full.bench.article.selected is not None)
    assert stands_at(full.bench.article) == (TEA, "xã Mây Trắng")


def test_another_window_goes_on_with_the_review(reviewing, person):
    driving.press(reviewing.bench.reader, Key.Key_Return, "\r")
    before = stands_at(reviewing.bench.article)
    driving.look(reviewing, "dark", "en")
    person.wait()
    driving.press(reviewing.bench.reader, Key.Key_Return, "\r")
    assert (before[1], stands_at(reviewing.bench.article)[1], person.sees("decision_bar")) == (
        "UBND xã Mây Trắng",
        "xã Mây Trắng",
        True,
    )


def test_an_article_that_one_decides_in_is_being_read_though_nobody_clicked_it(run):
    before = run.article.article.state
    driving.press(run.reader, Key.Key_Return, "\r")
    run.settle()
    assert (before, run.library.reads.article(run.named(CLASS)).state) == (State.UNREAD, State.READING)
