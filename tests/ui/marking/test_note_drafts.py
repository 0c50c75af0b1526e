"""A note half written is there again, whatever ended the window or took its article away."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from furnished import detect, read_page
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop import operations
from desktop.model import ArticleId
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

WORDS = "hoi lai chi Nhai"


def lesson(session):
    return next(row.id for row in session.workspace.reads.rows() if row.annotations == 4)


def other(session):
    return next(row.id for row in session.workspace.reads.rows() if row.annotations != 4)


def begin(session, words=WORDS):
    """Write a note beside the first mark, without an end; return the mark's id."""
    window, bench = session.window, session.bench
    window.activateWindow()
    bench.article.open(lesson(session))
    bench.reader.next_annotation(True)
    bench.commands.notes.write()
    QTest.keyClicks(bench.tools.note.words, words)
    return bench.article.selected.id


def notes(held):
    """What notes there are in a library that is left, or in what an open one is asked."""
    return [each.note for row in held.rows() for each in held.annotations(row.id) if each.note]


def again(library):
    """Start over on a library that was left, and wait until nothing goes on."""
    made = Session(library.with_name("settings.json"), detect, read_page, samples=lambda: ())
    made.start(library, samples=False)
    driving.until(lambda: driving.settled(made))
    return made


@pytest.fixture
def left(full):
    """The path of the full session's library, and a list of sessions to close."""
    made = []
    yield full.workspace.path, made
    for each in made:
        each.window.close()
        each.window.deleteLater()


def test_closing_the_window_keeps_the_note(full, left):
    begin(full)
    full.window.close()
    store = operations.open_library(left[0])
    found = notes(store), operations.kept_drafts(store)
    store.close()
    assert found == ([WORDS], ())


def test_a_word_that_is_being_composed_is_kept_too(full, left):
    begin(full, "chi ")
    note = full.bench.tools.note
    QApplication.sendEvent(note.words, QInputMethodEvent("Nhài", []))
    full.window.close()
    store = operations.open_library(left[0])
    found = notes(store)
    store.close()
    assert found == ["chi Nhài"]


def test_another_article_takes_the_note_off_the_page_and_keeps_it(full):
    begin(full)
    full.bench.article.open(other(full))
    assert (notes(full.workspace.reads), full.bench.tools.note.isVisible(), full.workspace.drafts.newest) == (
        [WORDS], False, None,
    )  # fmt: skip


def test_a_draft_is_there_within_a_second_and_gone_when_the_note_is_saved_or_left(full):
    begin(full)
    note = full.bench.tools.note
    driving.until(lambda: full.workspace.drafts.newest is not None)
    during = full.workspace.drafts.newest.words
    QTest.keyClick(note.words, Qt.Key.Key_Escape)
    left = full.workspace.drafts.newest
    begin(full)
    driving.until(lambda: full.workspace.drafts.newest is not None)
    note.save()
    assert (during, left, full.workspace.drafts.newest, notes(full.workspace.reads)) == (WORDS, None, None, [WORDS])


def test_after_a_sudden_end_the_note_is_written_on(full, left):
    mark = begin(full)
    driving.until(lambda: full.workspace.drafts.newest is not None)
    draft = full.workspace.drafts.newest
    full.bench.tools.note.leave()
    full.bench.article.open(other(full))
    full.window.close()
    store = operations.open_library(left[0])
    operations.keep_draft(store, draft)
    store.close()
    left[1].append(again(left[0]))
    bench = left[1][0].bench
    driving.until(lambda: bench.tools.note.isVisible())
    note = bench.tools.note
    assert (note.about, note.words.toPlainText(), bench.article.article.id) == (mark, WORDS, draft.article)


def test_theme_and_language_leave_the_note_open_with_its_words(full):
    mark = begin(full)
    full.set_language("en")
    driving.until(lambda: full.window.language == "en" and full.bench.tools.note.isVisible())
    note = full.bench.tools.note
    assert (note.about, note.words.toPlainText(), notes(full.workspace.reads)) == (mark, WORDS, [])


LOSSES = {
    "the article is deleted": lambda session: session.workspace.edits.delete_articles(
        [session.bench.article.article.id]
    ),
    "the mark is undone": lambda session: session.workspace.edits.undo(),
}


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
def test_the_words_of_a_note_whose_mark_goes_are_offered(full, lose):
    bench = full.bench
    bench.article.open(lesson(full))
    bench.commands.marks.annotate(0, 2, "LOCATION")
    bench.commands.notes.write()
    QTest.keyClicks(bench.tools.note.words, WORDS)
    lose(full)
    told = bench.notice.words, bench.tools.note.isVisible()
    bench.notice.findChild(QPushButton, "notice_offer").click()
    assert (told, QApplication.clipboard().text(), full.workspace.drafts.newest) == (
        ("Chỗ đánh dấu của ghi chú bạn đang viết không còn nữa.", False), WORDS, None,
    )  # fmt: skip


def test_a_deletion_taken_back_brings_the_note_back(full):
    mark = begin(full)
    article = full.bench.article.article.id
    full.workspace.edits.delete_articles([article])
    full.workspace.edits.undo()
    full.bench.article.open(article)
    driving.until(lambda: full.bench.tools.note.isVisible())
    note = full.bench.tools.note
    assert (note.about, note.words.toPlainText()) == (mark, WORDS)


def test_the_words_are_there_after_the_window_was_killed(tmp_path):
    script = Path(__file__).with_name("writing.py")
    made = subprocess.Popen(
        [sys.executable, script, tmp_path / "k.butda"], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
    )  # fmt: skip
    article = made.stdout.readline().strip()
    os.kill(made.pid, signal.SIGKILL)
    made.wait()
    made.stdout.close()
    store = operations.open_library(tmp_path / "k.butda")
    (draft,) = operations.kept_drafts(store)
    store.close()
    assert (draft.article, draft.words) == (ArticleId(article), WORDS)
