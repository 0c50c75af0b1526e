"""A card half written is there again after a sudden end, and forgotten once it is saved or left."""

import pytest
from furnished import detect, read_page
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from desktop.operations.shelving import NOTE
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving


def write(session):
    """Open the card of the open article and change three of its fields; return the dialog."""
    session.window.acts["card"].trigger()
    (card,) = session.window.dialogs
    card.note.setFocus()
    QTest.keyClicks(card.note, "hoi lai")
    card.lines["source"].setFocus()
    card.lines["source"].selectAll()
    QTest.keyClicks(card.lines["source"], "Bao moi")
    card.findChild(QPushButton, "card_add").click()
    card.table.item(0, 0).setText("Trang")
    card.table.item(0, 1).setText("3")
    driving.until(lambda: len(drafted(session)) == 3)
    return card


def drafted(session):
    return session.workspace.drafts.card(session.bench.article.id)


def test_what_is_changed_on_a_card_is_kept_within_a_second(full):
    write(full)
    assert drafted(full) == {"source": "Bao moi", NOTE: "hoi lai", "field:Trang": "3"}


ENDS = {"saved": QDialog.DialogCode.Accepted, "left": QDialog.DialogCode.Rejected}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_a_card_that_is_saved_or_left_leaves_no_draft(full, end):
    card = write(full)
    if end is QDialog.DialogCode.Accepted:
        card.findChild(QPushButton, "card_save").click()
    else:
        card.reject()
    note = full.workspace.reads.article(full.bench.article.id).fields.get(NOTE)
    assert (drafted(full), note) == ({}, "hoi lai" if end is QDialog.DialogCode.Accepted else None)


def test_after_a_sudden_end_the_card_is_written_on(full):
    card = write(full)
    library, article, kept = full.workspace.path, full.bench.article.id, drafted(full)
    card.reject()
    full.workspace.drafts.keep_card(article, kept)
    full.window.close()
    again = Session(library.with_name("settings.json"), detect, read_page, samples=lambda: ())
    again.start(library, samples=False)
    driving.until(lambda: driving.settled(again) and bool(again.window.dialogs))
    (shown,) = again.window.dialogs
    found = shown.lines["source"].text(), shown.note.toPlainText(), shown.table.item(0, 1).text()
    shown.findChild(QPushButton, "card_save").click()
    saved = again.workspace.reads.article(article)
    again.window.close()
    again.window.deleteLater()
    assert (found, saved.source, saved.fields) == (
        ("Bao moi", "hoi lai", "3"),
        "Bao moi",
        {NOTE: "hoi lai", "Trang": "3"},
    )
