"""Articles read again: one step, a word of what became of the marks, and those that wait shown to be placed."""

import sqlite3
from dataclasses import replace

from furnished import read_page
from PySide6.QtWidgets import QLabel

from desktop.exchange import Document
from desktop.operations import Prepared
from desktop.ui.dialogs.orphans_dialog import OrphansDialog
from desktop.ui.jobs.reread_job import RereadJob
from desktop.ui.unattended import driving

WORDS = "lớp có 38 người"


def change(library, article, old, new):
    """Let an article have been read otherwise before."""
    text = article.text.replace(old, new)
    other = replace(article, text=text, lines=read_page(text)[0])
    library.intake.reread(article.id, Prepared(Document(other), None), None)


def made(parts):
    """Return the first article with a mark of a person's, read otherwise since, so that the mark waits; and the mark."""
    parts.take_wishes("rereading")
    library = parts.library
    article = next(each for row in library.reads.rows() if WORDS in (each := library.reads.article(row.id)).text)
    at = article.text.index(WORDS)
    mark = library.edits.annotate(article.id, at, at + len(WORDS), "EVENT")
    parts.article.open(article.id)
    change(library, article, WORDS, "lớp đông lắm")
    return article, mark


def test_what_is_meant_is_read_again_as_one_step_and_a_mark_whose_words_are_there_again_is_on_them(parts):
    article, mark = made(parts)
    parts.acts["reread"].trigger()
    parts.settle()
    after = parts.library.reads.article(article.id)
    marks = [each.id for each in parts.library.reads.annotations(article.id)]
    told, shown = parts.notice.findChild(QLabel, "notice_words").text(), parts.article.text
    parts.library.edits.undo()
    waits = [each.id for each, _ in parts.library.reads.orphans()]
    assert (after.text, mark.id in marks, "1" in told, shown, waits) == (
        article.text,
        True,
        True,
        article.text,
        [mark.id],
    )


def test_marks_that_wait_are_shown_with_their_places_and_placed_by_a_person_alone(parts):
    article, mark = made(parts)
    change(parts.library, parts.library.reads.article(article.id), "lớp đông lắm", f"một lớp. Rồi {WORDS} nữa")
    parts.acts["orphans"].trigger()
    dialog = parts.over.findChild(OrphansDialog)
    said, offered = dialog.list.item(0).text(), dialog.places.count()
    dialog.places.setCurrentRow(0)
    dialog.put.click()
    text = parts.library.reads.article(article.id).text
    placed = next(each for each in parts.library.reads.annotations(article.id) if each.id == mark.id)
    left = dialog.list.count(), dialog.drop.isEnabled(), parts.library.reads.orphans()
    dialog.close()
    assert (WORDS in said, offered, text[placed.start : placed.end], left) == (True, 1, WORDS, (0, False, []))


def test_a_mark_that_is_let_go_comes_back_by_undo(parts):
    _, mark = made(parts)
    parts.acts["orphans"].trigger()
    dialog = parts.over.findChild(OrphansDialog)
    dialog.drop.click()
    gone = parts.library.reads.orphans()
    parts.library.edits.undo()
    back = [each.id for each, _ in parts.library.reads.orphans()]
    dialog.close()
    assert (gone, back) == ([], [mark.id])


def test_what_was_pasted_stays_as_it_is_and_holds_up_no_other(workspace, articles):
    (pasted,) = workspace.intake.prepare_paste("Một bài dán vào", False)
    extra = workspace.intake.add(pasted, None).article
    job, ended = RereadJob(workspace, [extra, *articles]), []
    job.ended.connect(ended.append)
    job.start()
    driving.until(lambda: bool(ended))
    assert ([each.article for each in ended[0].result], [each.step for each in ended[0].result]) == (
        articles,
        [None] * 3,
    )


def test_an_older_library_is_offered_it_once(parts):
    beside = sqlite3.connect(parts.library.path)
    beside.execute("UPDATE library SET offered = 'reread'")
    beside.commit()
    beside.close()
    parts.notice.hide()
    parts.rereading.offer()
    first = parts.notice.words
    parts.notice.hide()
    parts.rereading.offer()
    assert (first != "", parts.notice.words) == (True, "")
