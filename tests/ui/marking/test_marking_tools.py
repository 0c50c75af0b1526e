"""Marking in the real window: bar, handles, notes, the pane, and one step of the history for each gesture."""

import gc
from dataclasses import replace

import pytest
from furnished import TEXTS, Detecting, detect, press, quotes, read_page
from person import ask_menu
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from waiting import until_at_rest

from desktop.model import Status
from desktop.ui.look import fonts
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
NHAI = ("Tô Thị Nhài", "PERSON")
XA = ("xã Mây Trắng", "LOCATION")
UBND = ("UBND xã Mây Trắng", "ORGANIZATION")
SO = ("38", "COUNT")


@pytest.fixture(scope="module")
def detecting():
    """The one detector of that window."""
    return Detecting()


@pytest.fixture(scope="module")
def opened(qapp, tmp_path_factory, detecting):
    """One window over one article, for all tests here: each takes back what it did."""
    fonts.load()
    folder = tmp_path_factory.mktemp("desk")
    made = Session(folder / "settings.json", detecting, read_page, samples=lambda: ())
    made.start(folder / "desk.butda", samples=False)
    driving.until(lambda: driving.settled(made))
    for name in ("lop-hoc", "che"):
        (folder / f"{name}.txt").write_text(TEXTS[f"{name}.txt"], encoding="utf-8")
    made.bench.commands.files.start([folder / "lop-hoc.txt", folder / "che.txt"])
    driving.until(lambda: driving.settled(made))
    yield made
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def lesson(opened):
    """The article about the lesson as it was found, with the keyboard on its page."""
    window, bench = opened.window, opened.bench
    bench.article.open(next(row.id for row in opened.workspace.reads.rows() if row.annotations == 4))
    window.acts["go_legend"].trigger()
    window.activateWindow()
    bench.reader.setFocus()
    driving.until(bench.reader.hasFocus)
    press(bench.reader, Key.Key_Escape)
    window.grab()
    first = opened.workspace.reads.next_undo().step
    yield opened
    window, bench = opened.window, opened.bench
    bench.tools.note.leave()
    bench.marks.words.clear()
    bench.marks.list.clearSelection()
    bench.marks.filter.lift()
    while opened.workspace.reads.next_undo().step > first:
        opened.workspace.edits.undo()


def accepted(session):
    return quotes(session.workspace, session.bench.article.article.id, Status.ACCEPTED)


def rejected(session):
    return quotes(session.workspace, session.bench.article.article.id, Status.REJECTED)


def step(session):
    return session.workspace.reads.next_undo().title


def at(session, words):
    return session.bench.article.article.text.index(words)


def spot(session, place):
    reader = session.bench.reader
    cursor = reader.textCursor()
    cursor.setPosition(place)
    return reader.cursorRect(cursor).center()


def click_on(session, words):
    QTest.mouseClick(session.bench.reader.viewport(), Button.LeftButton, pos=spot(session, at(session, words) + 1))


def draw(session, words):
    """Select words sloppily with the mouse, and wait for the bar."""
    view, start = session.bench.reader.viewport(), at(session, words)
    QTest.mousePress(view, Button.LeftButton, pos=spot(session, start + 1))
    QTest.mouseMove(view, spot(session, start + len(words) - 1))
    QTest.mouseRelease(view, Button.LeftButton, pos=spot(session, start + len(words) - 1))


def bar(session):
    return session.bench.tools.bar


def wait_for_bar(session):
    driving.until(bar(session).isVisible)


def shown_by_the_pane(session):
    pane = session.bench.marks
    return [pane.model.index(row, 1).data() for row in range(pane.model.rowCount())]


# Gestures: each is one step, told by name; undone, all is as before


def by_key(session):
    draw(session, "lớp học đêm")
    press(session.bench.reader, Key.Key_S, "s")


def by_bar(session):
    draw(session, "lớp học đêm")
    wait_for_bar(session)
    QTest.mouseClick(bar(session).findChild(QToolButton, "bar_label_0"), Button.LeftButton)


def by_bar_and_keys(session):
    draw(session, "lớp học đêm")
    QTest.keyClick(session.bench.reader, Key.Key_F2)
    QTest.keyClick(session.window.focusWidget(), Key.Key_Right)
    QTest.keyClick(session.window.focusWidget(), Key.Key_Return)


def by_input_method(session):
    draw(session, "lớp học đêm")
    event = QInputMethodEvent()
    event.setCommitString("s")
    QApplication.sendEvent(session.bench.reader, event)


def relabel_by_bar(session):
    click_on(session, "Tô Thị")
    wait_for_bar(session)
    QTest.mouseClick(bar(session).findChild(QToolButton, "bar_label_0"), Button.LeftButton)


def accept_by_bar(session):
    click_on(session, "Tô Thị")
    wait_for_bar(session)
    QTest.mouseClick(bar(session).findChild(QToolButton, "bar_accept"), Button.LeftButton)


def widen_by_key(session):
    click_on(session, "Tô Thị")
    QTest.keyClick(session.bench.reader, Key.Key_Left, Modifier.AltModifier | Modifier.ShiftModifier)


def narrow_by_menu(session):
    click_on(session, "Tô Thị")
    session.window.acts["end_earlier"].trigger()


def drag_a_handle(session):
    click_on(session, "Tô Thị")
    handle = session.bench.tools.handles.start
    session.bench.reader.viewport().repaint()
    grip = QPoint(6, handle.height() // 2)
    to = handle.mapFromParent(spot(session, at(session, "Chị Tô")))
    QTest.mousePress(handle, Button.LeftButton, pos=grip)
    QTest.mouseMove(handle, (grip + to) / 2)
    QTest.mouseMove(handle, to)
    QTest.mouseRelease(handle, Button.LeftButton, pos=grip)


def note_by_key(session):
    click_on(session, "Tô Thị")
    session.window.acts["note"].trigger()
    note = session.bench.tools.note
    QTest.keyClicks(note.words, "xem lai")
    QTest.keyClick(note.words, Key.Key_Return, Modifier.ControlModifier)


def mark_all(session):
    draw(session, "Mây Trắng")
    session.window.acts["all_EVENT"].trigger()


def select_in_pane(session, *words):
    session.window.acts["go_marks"].trigger()
    pane = session.bench.marks
    rows = shown_by_the_pane(session)
    modifier = Modifier.NoModifier
    for each in words:
        place = pane.list.visualRect(pane.model.index(rows.index(each), 1)).center()
        QTest.mouseClick(pane.list.viewport(), Button.LeftButton, modifier, place)
        modifier = Modifier.ControlModifier
    return pane


def bulk_accept(session):
    QTest.keyClick(select_in_pane(session, "38", "xã Mây Trắng").list, Key.Key_Return)


def bulk_reject(session):
    QTest.keyClick(select_in_pane(session, "38", "xã Mây Trắng").list, Key.Key_Backspace)


def bulk_delete(session):
    QTest.keyClick(select_in_pane(session, "38", "xã Mây Trắng").list, Key.Key_Delete)


def bulk_relabel(session):
    QTest.keyClick(select_in_pane(session, "38", "xã Mây Trắng").list, Key.Key_G)


EVENT = [("lớp học đêm", "EVENT")]
GESTURES = {
    "a label's key": (by_key, "Mark", EVENT, []),
    "the bar": (by_bar, "Mark", [("lớp học đêm", "PERSON")], []),
    "the bar by keys": (by_bar_and_keys, "Mark", [("lớp học đêm", "TITLE")], []),
    "an input method that stands by": (by_input_method, "Mark", EVENT, []),
    "relabel by the bar": (relabel_by_bar, "Relabel", [("Tô Thị Nhài", "TITLE")], []),
    "accept by the bar": (accept_by_bar, "Accept", [NHAI], []),
    "widen by a key": (widen_by_key, "Move edges", [("Chị Tô Thị Nhài", "PERSON")], []),
    "narrow by the menu": (narrow_by_menu, "Move edges", [("Tô Thị", "PERSON")], []),
    "drag a handle": (drag_a_handle, "Move edges", [("Chị Tô Thị Nhài", "PERSON")], []),
    "a note": (note_by_key, "Note", [], []),
    "mark all": (mark_all, "Mark all", [("Mây Trắng", "EVENT"), ("Mây Trắng", "EVENT")], []),
    "accept several": (bulk_accept, "Accept", [XA, SO], []),
    "reject several": (bulk_reject, "Reject", [], [XA, SO]),
    "delete several": (bulk_delete, "Delete mark", [], [XA, SO]),
    "relabel several": (bulk_relabel, "Relabel", [("xã Mây Trắng", "TIME"), ("38", "TIME")], []),
}


@pytest.mark.parametrize(("gesture", "title", "kept", "lost"), GESTURES.values(), ids=GESTURES)
def test_a_gesture_is_one_step_by_name_and_undo_takes_it_back(lesson, gesture, title, kept, lost):
    article = lesson.bench.article.article.id
    before = lesson.workspace.reads.annotations(article)
    gesture(lesson)
    done = step(lesson), accepted(lesson), rejected(lesson)
    lesson.window.acts["undo"].trigger()
    assert (done, lesson.workspace.reads.annotations(article)) == ((title, kept, lost), before)


# The bar comes and goes


def away_escape(session):
    QTest.keyClick(session.bench.reader, Key.Key_Escape)


def away_scroll(session):
    bar = session.bench.reader.verticalScrollBar()
    bar.setRange(0, 9)  # the lesson is short
    bar.setValue(1)


def away_focus(session):
    session.bench.shelf.box.setFocus()


def away_click(session):
    QTest.mouseClick(session.bench.reader.viewport(), Button.LeftButton, pos=spot(session, at(session, "cho biết") + 1))


def away_article(session):
    session.bench.shelf.step(1)


@pytest.mark.parametrize("away", [away_escape, away_scroll, away_focus, away_click, away_article])
def test_the_bar_comes_with_a_selection_takes_no_keyboard_and_goes(lesson, away):
    draw(lesson, "lớp học đêm")
    early = bar(lesson).isVisible()
    wait_for_bar(lesson)
    keyboard = lesson.bench.reader.hasFocus()
    away(lesson)
    assert (early, keyboard, bar(lesson).isVisible()) == (False, True, False)


def test_escape_in_the_bar_goes_back_to_the_page_with_the_selection(lesson):
    draw(lesson, "lớp học đêm")
    QTest.keyClick(lesson.bench.reader, Key.Key_F2)
    inside = bar(lesson).has_keyboard
    QTest.keyClick(lesson.window.focusWidget(), Key.Key_Escape)
    start, end = lesson.bench.reader.selected_range()
    assert (inside, lesson.bench.reader.hasFocus(), lesson.bench.article.article.text[start:end]) == (
        True,
        True,
        "lớp học đêm",
    )


def test_stepping_by_keys_shows_no_bar_over_the_text(lesson):
    press(lesson.bench.reader, Key.Key_Period, ".")
    until_at_rest(lesson.window)
    assert (lesson.bench.article.selected is not None, bar(lesson).isVisible()) == (True, False)


def test_labels_that_are_used_come_onto_the_bar_and_are_remembered(lesson):
    draw(lesson, "lớp học đêm")
    press(lesson.bench.reader, Key.Key_4, "4")
    for language in ("en", "vi"):
        driving.look(lesson, lesson.window.theme.name, language)
    assert "MONEY" in bar(lesson).recent


# The pane in step with the page


def test_what_is_chosen_on_the_page_is_current_in_the_pane_and_the_other_way_round(lesson):
    pane, reader = lesson.bench.marks, lesson.bench.reader
    lesson.window.acts["go_marks"].trigger()
    click_on(lesson, "Tô Thị")
    there = pane.model.quote(pane.model.annotation(pane.list.currentIndex().row()))
    lesson.window.acts["go_marks"].trigger()
    QTest.keyClick(pane.list, Key.Key_Down)
    back = lesson.bench.article.selected
    keyboard = pane.list.hasFocus()
    QTest.keyClick(pane.list, Key.Key_Escape)
    assert (there, lesson.bench.article.article.text[back.start : back.end], keyboard, reader.hasFocus()) == (
        "Tô Thị Nhài", "UBND xã Mây Trắng", True, True,
    )  # fmt: skip


def test_settling_in_the_pane_goes_on_to_the_next(lesson):
    lesson.window.acts["go_marks"].trigger()
    pane = lesson.bench.marks
    QTest.keyClick(pane.list, Key.Key_Home)
    for key in (Key.Key_Return, Key.Key_Return, Key.Key_Backspace):
        QTest.keyClick(pane.list, key)
    assert (accepted(lesson), rejected(lesson), lesson.bench.article.selected.label) == ([NHAI, UBND], [XA], "COUNT")


def test_a_rejected_mark_is_found_in_the_pane_pointed_at_and_accepted_again(lesson):
    lesson.bench.commands.marks.reject_one(lesson.bench.article.annotations[0].id)
    pane = lesson.bench.marks
    pane.filter.show_box.setCurrentIndex(pane.filter.show_box.findData("rejected"))
    lesson.window.acts["go_marks"].trigger()
    QTest.keyClick(pane.list, Key.Key_Home)
    QTest.keyClick(pane.list, Key.Key_Return)
    assert (accepted(lesson), shown_by_the_pane(lesson)) == ([NHAI], [])


def test_menus_that_were_open_once_open_again(lesson):
    offered = []
    for _ in range(2):
        select_in_pane(lesson, "38")
        ask_menu(lesson.bench.marks.list, QPoint(9, 9))
        ask_menu(lesson.bench.reader, QPoint(9, 9))
        for name in ("context", "marks_menu"):
            menu = lesson.window.findChild(QMenu, name)
            offered.append([each.menu().actions()[0].text() for each in menu.actions() if each.menu()][:1])
            menu.close()
            del menu
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()
        lesson.window.acts["next_mark"].trigger()
    assert offered == [["Người\tN"]] * 4


def test_no_letter_in_a_note_or_a_filter_marks_anything(lesson):
    lesson.window.acts["go_marks"].trigger()
    click_on(lesson, "Tô Thị")
    before = step(lesson)
    lesson.window.acts["note"].trigger()
    QTest.keyClicks(lesson.window.focusWidget(), "tcd.1")
    QTest.keyClick(lesson.window.focusWidget(), Key.Key_Escape)
    lesson.bench.marks.words.setFocus()
    QTest.keyClicks(lesson.bench.marks.words, "tcd.1")
    assert (step(lesson), lesson.bench.marks.words.text()) == (before, "tcd.1")


def counting(text, published=None, roles=None, lists=None):
    """Detect as ever, and read what each figure says."""
    found = detect(text, published, roles)
    spans = (replace(each, value=38, counted="người") if each.label == "COUNT" else each for each in found.spans)
    return replace(found, spans=tuple(spans))


@pytest.mark.parametrize("warm", [True, False], ids=["at once", "in a worker"])
def test_a_mark_made_or_changed_by_hand_has_the_value_that_is_read_in_it(lesson, warm, detecting, monkeypatch):
    workspace, article = lesson.workspace, lesson.bench.article.article.id
    figure = next(each for each in workspace.reads.annotations(article) if each.label == "COUNT")
    monkeypatch.setattr(detecting, "now", counting)
    told = []
    for give in (
        lambda: workspace.edits.relabel([figure.id], "MONEY"),
        lambda: workspace.edits.relabel([figure.id], "COUNT"),
        lambda: workspace.edits.resize(figure.id, figure.start - 3, figure.end),
        lambda: workspace.edits.resize(figure.id, figure.start, figure.end),
        lambda: workspace.edits.relabel([figure.id], "TIME"),
        lambda: workspace.edits.relabel([figure.id], "COUNT"),
    ):
        workspace.detecting.warm = warm
        give()
        driving.until(lambda: not workspace.tasks.busy)
        told += [each.value for each in lesson.bench.article.annotations if each.id == figure.id]
    workspace.edits.undo()
    (undone,) = [each for each in lesson.bench.article.annotations if each.id == figure.id]
    assert (told, undone.label, undone.value) == ([None, 38, None, 38, None, 38], "TIME", None)


def test_a_labels_key_chooses_it_in_the_menu_that_shows_it(lesson):
    draw(lesson, "Mây Trắng")
    menu = lesson.window.acts.menus["label_all"]
    driving.until(menu.isEnabled)
    menu.popup(QPoint(10, 10))
    press(menu, Key.Key_S, "s")
    driving.until(lambda: not menu.isVisible())
    assert (step(lesson), len(accepted(lesson)), lesson.bench.notice.words) == ("Mark all", 2, "Đã đánh dấu 2 chỗ.")
