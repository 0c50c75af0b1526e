"""Whole journeys through a real window, by mouse and keys alone; what was done is read from the picture or from a file."""

import json

import pytest
from furnished import press
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.unattended import driving

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
COPY = Qt.DropAction.CopyAction


def drop(window, paths):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = window.rect().center()
    enter = QDragEnterEvent(middle, COPY, content, Button.LeftButton, Modifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), COPY, content, Button.LeftButton, Modifier.NoModifier))


def settle(session):
    driving.until(lambda: driving.settled(session))


def keys(session, key, modifiers=Modifier.NoModifier):
    driving.until(session.window.isActiveWindow)
    QTest.keyClick(session.window.focusWidget() or session.window, key, modifiers)


def type_in(widget, words):
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def place(view, words):
    """Return the rectangle of words on the page, in the coordinates of what takes the mouse."""
    found = view.document().find(words)
    first, last = QTextCursor(found), QTextCursor(found)
    first.setPosition(found.selectionStart())
    last.setPosition(found.selectionEnd())
    return view.cursorRect(first).united(view.cursorRect(last))


def page(session):
    reader = session.bench.reader
    return getattr(reader, "view", reader)


def drag_over(session, words):
    view = page(session)
    view.ensureCursorVisible()
    box = place(view, words)
    start, end = QPoint(box.left(), box.center().y()), QPoint(box.right(), box.center().y())
    QTest.mousePress(view.viewport(), Button.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), pos=(start + end) / 2)
    QTest.mouseMove(view.viewport(), pos=end)
    QTest.mouseRelease(view.viewport(), Button.LeftButton, pos=end)


def click_on(session, words):
    view = page(session)
    QTest.mouseClick(view.viewport(), Button.LeftButton, pos=place(view, words).center())


def inked(session, words, label):
    """Return whether the words carry a label's colour on the page."""
    view = page(session)
    box = place(view, words).adjusted(-3, -3, 3, 8)
    view.viewport().grab()
    image = view.viewport().grab(box).toImage()
    colors = session.window.theme.label(label)
    wanted = QColor(colors.edge)
    return any(
        max(abs(c - w) for c, w in zip(image.pixelColor(x, y).getRgb()[:3], wanted.getRgb()[:3], strict=True)) < 12
        for x in range(image.width())
        for y in range(image.height())
    )


def exported(session, answers, tmp_path):
    """Export through the dialog and return the file's annotations as (quote, label, status)."""
    target = tmp_path / "walk.jsonl"
    session.window.acts["export"].trigger()
    dialog = session.window.dialogs[-1]
    dialog.target.setText(str(target))
    QTest.keyClick(dialog, Key.Key_Return)
    driving.until(lambda: target.exists() and "đối chiếu đúng" in dialog.result_words.text())
    QTest.keyClick(dialog, Key.Key_Escape)
    return target, dialog.result_words.text()


def open_lesson(session):
    """Open the article about the lesson by searching for it with the keyboard."""
    bench = session.bench
    keys(session, Key.Key_F, Modifier.ControlModifier)
    type_in(bench.shelf.box, "nhai")
    driving.until(lambda: bench.shelf.shows_hits and driving.settled(session))
    QTest.keyClick(bench.shelf.box, Key.Key_Return)
    QTest.keyClick(bench.shelf.box, Key.Key_Escape)


@pytest.fixture
def reading(session, files):
    """The articles dropped on the window, and one opened by a search."""
    drop(session.window, [files[0].parent])
    settle(session)
    open_lesson(session)
    return session


def test_drop_search_open_and_the_page_shows_the_marks(reading):
    assert (inked(reading, "Tô Thị Nhài", "person"), inked(reading, "cho biết", "person")) == (True, False)


def test_select_with_the_mouse_press_a_key_delete_undo_redo(reading):
    seen = []
    drag_over(reading, "lớp học đêm")
    press(page(reading), Key.Key_S, "s")
    seen.append(inked(reading, "lớp học đêm", "event"))
    press(page(reading), Key.Key_Delete)
    seen.append(inked(reading, "lớp học đêm", "event"))
    keys(reading, Key.Key_Z, Modifier.ControlModifier)
    seen.append(inked(reading, "lớp học đêm", "event"))
    keys(reading, Key.Key_Z, Modifier.ControlModifier)
    seen.append(inked(reading, "lớp học đêm", "event"))
    keys(reading, Key.Key_Y, Modifier.ControlModifier)
    seen.append(inked(reading, "lớp học đêm", "event"))
    assert seen == [True, False, True, False, True]


def test_click_a_mark_relabel_reject_and_take_all_of_it_back(reading):
    seen = []
    click_on(reading, "Tô Thị Nhài")
    press(page(reading), Key.Key_V, "v")
    seen.append((inked(reading, "Tô Thị Nhài", "person"), inked(reading, "Tô Thị Nhài", "document")))
    press(page(reading), Key.Key_Backspace)
    seen.append((inked(reading, "Tô Thị Nhài", "person"), inked(reading, "Tô Thị Nhài", "document")))
    for _ in range(2):
        keys(reading, Key.Key_Z, Modifier.ControlModifier)
    seen.append((inked(reading, "Tô Thị Nhài", "person"), inked(reading, "Tô Thị Nhài", "document")))
    assert seen == [(False, True), (False, False), (True, False)]


def test_select_with_the_keyboard_and_mark_through_an_input_method(reading):
    keys(reading, Key.Key_2, Modifier.ControlModifier)
    view = page(reading)
    QTest.keyClick(view, Key.Key_Home, Modifier.ControlModifier)
    for _ in range(2):
        QTest.keyClick(view, Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier)
    type_in(view, "d")
    assert inked(reading, "Xã Mây", "location")


def test_what_was_accepted_and_marked_stands_in_the_exported_file(reading, answers, tmp_path):
    keys(reading, Key.Key_2, Modifier.ControlModifier)
    press(page(reading), Key.Key_Period, ">")
    for _ in range(2):
        press(page(reading), Key.Key_Return)
    drag_over(reading, "lớp học đêm")
    press(page(reading), Key.Key_S, "s")
    target, words = exported(reading, answers, tmp_path)
    documents = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    text = json.dumps(documents, ensure_ascii=False)
    assert (words.split("\n")[0], "lớp học đêm" in text, text.count('"accepted"')) == (
        "Đã xuất 3 bài. Đã đối chiếu đúng với nguyên văn 6/6 dấu.", True, 3,
    )  # fmt: skip


def test_language_and_theme_change_at_once_and_keep_the_article(reading):
    before = reading.window
    keys(reading, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    driving.until(lambda: reading.window is not before and driving.settled(reading))
    dark = reading.window.grab().toImage().pixelColor(5, 300).lightness()
    shown = inked(reading, "Tô Thị Nhài", "person")
    reading.window.acts["en"].trigger()
    driving.until(lambda: reading.window.language == "en" and driving.settled(reading))
    menus = [action.text() for action in reading.window.menuBar().actions()]
    assert (dark < 80, shown, menus) == (True, True, ["&File", "&Edit", "&Article", "&Mark", "&View", "&Help"])


def test_delete_an_article_and_undo_brings_it_back_with_its_marks(reading):
    rows = reading.bench.shelf.model
    keys(reading, Key.Key_1, Modifier.ControlModifier)
    QTest.keyClick(reading.bench.shelf.list, Key.Key_Delete)
    left = rows.rowCount()
    keys(reading, Key.Key_Z, Modifier.ControlModifier)
    open_lesson(reading)
    assert (left, rows.rowCount(), inked(reading, "Tô Thị Nhài", "person")) == (2, 3, True)


def test_an_import_can_be_cancelled_and_undone(session, tmp_path):
    folder = tmp_path / "nhieu"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Bài số {number}\n\nNội dung {number}.", encoding="utf-8")
    drop(session.window, [folder])
    driving.until(lambda: session.bench.shelf.model.rowCount() > 0 or len(session.workspace.rows()) > 3)
    QTest.mouseClick(session.window.findChild(object, "cancel_job"), Button.LeftButton)
    settle(session)
    some = session.bench.shelf.model.rowCount()
    keys(session, Key.Key_Z, Modifier.ControlModifier)
    assert (0 < some <= 60, session.bench.shelf.model.rowCount()) == (True, 0)
