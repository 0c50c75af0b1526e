"""The facts of the selected mark below the list of marks: shown, accepted and rejected by mouse and keys, and taken back."""

from dataclasses import replace

import pytest
from furnished import TEXTS, detect
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from desktop.model import Fact
from desktop.ui.unattended import driving

Key, Button = Qt.Key, Qt.MouseButton


@pytest.fixture
def tied(full):
    """The window with the pane open on a count that is tied to a place and, twice in the same words, to a body."""
    text, window = TEXTS["lop-hoc.txt"], full.window
    bench = full.bench
    bench.article.open(next(row.id for row in full.workspace.reads.rows() if "lớp học" in row.title))
    found = detect(text)
    places = {(text[each.start : each.end], each.label): at for at, each in enumerate(found.spans)}
    count, place = places["38", "COUNT"], places["xã Mây Trắng", "LOCATION"]
    body = places["UBND xã Mây Trắng", "ORGANIZATION"]
    facts = (Fact("counted_in", count, place), Fact("held", count, body), Fact("office_held", body, count))
    full.workspace.detecting.apply(bench.article.article.id, replace(found, version="test-2", relations=facts))
    window.acts["go_marks"].trigger()
    driving.until(lambda: bench.marks.model.rowCount() > 0)
    choose(full, "COUNT")
    return full


def choose(session, label):
    marks = session.bench.marks
    mark = next(each for each in session.bench.article.annotations if each.label == label)
    marks.list.make_current(marks.model.row(mark.id))


def facts(session):
    """Return what the strip shows: words and status, or None while it is hidden."""
    strip = session.bench.marks.facts
    rows = [strip.list.item(at) for at in range(strip.list.count())]
    return (
        {row.text().partition(":")[0]: row.data(Qt.ItemDataRole.UserRole).status.value for row in rows}
        if strip.isVisible()
        else None
    )


def key(name):
    return lambda session: QTest.keyClick(session.bench.marks.facts.list, name)


def click(name):
    return lambda session: QTest.mouseClick(
        session.bench.marks.facts.findChild(QToolButton, f"fact_{name}"), Button.LeftButton
    )


WAYS = {
    "Enter": (key(Key.Key_Return), "accepted", "Accept fact"),
    "Backspace": (key(Key.Key_Backspace), "rejected", "Reject fact"),
    "the tick": (click("accept"), "accepted", "Accept fact"),
    "the cross": (click("reject"), "rejected", "Reject fact"),
}
AT_FIRST = {"Có số liệu": "suggested"}


@pytest.mark.parametrize(("settle", "status", "title"), WAYS.values(), ids=WAYS)
def test_the_current_fact_is_settled_and_undo_takes_it_back(tied, settle, status, title):
    choose(tied, "LOCATION")
    before = facts(tied)
    settle(tied)
    after, told = facts(tied), tied.workspace.reads.next_undo().title
    tied.window.acts["undo"].trigger()  # goes to the fact's head
    choose(tied, "LOCATION")
    assert (before, after, told, facts(tied)) == (AT_FIRST, {"Có số liệu": status}, title, AT_FIRST)


def test_the_strip_follows_the_mark_and_is_not_there_without_facts(tied):
    shown = []
    for label in ("COUNT", "PERSON", "LOCATION"):
        choose(tied, label)
        shown.append(facts(tied))
    tied.bench.marks.list.selectAll()
    shown.append(facts(tied))
    assert [each and len(each) for each in shown] == [3, None, 1, None]


def test_keys_go_down_the_facts_and_lead_back(tied):
    strip, marks = tied.bench.marks.facts, tied.bench.marks
    marks.list.setFocus()
    for _ in range(9):
        QTest.keyClick(tied.window.focusWidget(), Key.Key_Tab)
        if strip.list.hasFocus():
            break
    QTest.keyClick(strip.list, Key.Key_Return)
    QTest.keyClick(strip.list, Key.Key_Backspace)
    reached, current, statuses = strip.list.hasFocus(), strip.list.currentRow(), list(facts(tied).values())
    QTest.keyClick(strip.list, Key.Key_Escape)
    assert (reached, current, statuses, marks.list.hasFocus()) == (
        True, 2, ["accepted", "rejected", "suggested"], True,
    )  # fmt: skip


def test_a_rejected_fact_is_told_here_alone(tied):
    choose(tied, "LOCATION")
    mark = tied.bench.article.selected
    key(Key.Key_Backspace)(tied)
    related = tied.bench.article.related(mark.id, "vi")
    spoken = tied.bench.marks.facts.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (related, facts(tied), spoken) == ([], {"Có số liệu": "rejected"}, "Có số liệu: 38 · Đã từ chối")
