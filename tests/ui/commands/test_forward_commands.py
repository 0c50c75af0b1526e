"""A library that an older detector has seen: looked through again in the background, with a word, an undo, and never back."""

from dataclasses import replace

import pytest
from furnished import detect, read_page
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

OLD, NEW = "0.1.0+3.00c0ffee", "0.1.0+4.0badcafe"


@pytest.fixture
def rules():
    """The version of the rules that the detector has now."""
    return [OLD]


@pytest.fixture
def aged(qtbot, tmp_path, files, rules):
    """A window over three articles that older rules have seen, the first of them open."""

    def by_rules(text, published=None, roles=None):
        return replace(detect(text, published, roles), version=rules[0])

    made = Session(tmp_path / "settings.json", by_rules, read_page, lambda *_: [], samples=lambda: ())
    made.start(tmp_path / "s.butda", samples=False)
    driving.until(lambda: driving.settled(made))
    made.bench.commands.files.start(files)
    driving.until(lambda: driving.settled(made))
    made.bench.article.open(made.workspace.reads.rows()[0].id)
    driving.until(lambda: driving.settled(made))
    yield made
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def brought_forward(session, version):
    session.bench.commands.forward.begin(version)
    driving.until(lambda: driving.settled(session))


def seen_by(session):
    return [session.workspace.reads.article(row.id).detected for row in session.workspace.reads.rows()]


def test_what_older_rules_have_seen_is_looked_through_and_the_open_article_once_it_is_left(aged, rules):
    rules[0] = NEW
    brought_forward(aged, NEW)
    meanwhile, told = seen_by(aged), aged.bench.notice.findChild(QLabel, "notice_words").text()
    aged.bench.article.open(aged.workspace.reads.rows()[1].id)
    driving.until(lambda: seen_by(aged) == [NEW] * 3)
    assert (meanwhile, "2" in told) == ([OLD, NEW, NEW], True)


def test_one_undo_takes_all_of_it_back_and_it_does_not_begin_again(aged, rules):
    rules[0] = NEW
    brought_forward(aged, NEW)
    aged.bench.notice.findChild(QPushButton, "notice_offer").click()
    driving.until(lambda: driving.settled(aged))
    taken_back = seen_by(aged)
    brought_forward(aged, NEW)
    assert (taken_back, seen_by(aged)) == ([OLD] * 3, [OLD] * 3)


@pytest.mark.parametrize("version", [OLD, "0.1.0+2.0badcafe"])
def test_rules_of_the_same_or_a_lower_count_change_nothing(aged, rules, version):
    rules[0] = version
    step = aged.workspace.reads.next_titles()
    brought_forward(aged, version)
    assert (seen_by(aged), aged.workspace.reads.next_titles()) == ([OLD] * 3, step)
