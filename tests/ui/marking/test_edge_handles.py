"""The handles of the selected mark: drawn by the mouse, moved by keys, one request a gesture."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from waiting import until_at_rest

from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label
from desktop.ui.look import theme
from desktop.ui.marking.edge_handles import Handles
from desktop.ui.page.reader import Reader
from desktop.ui.unattended import driving

TEXT = "Chị Tô Thị Nhài, Phó Chủ tịch UBND xã Mây Trắng, cho biết lớp có 38 người.\n" + "Một dòng cho dài trang.\n" * 60
MARK = (TEXT.index("Thị"), TEXT.index(", Phó"))  # Thị Nhài
LABELS = [Label("PERSON", "Người", "Person", "person", "N", "entity", 1)]
Button, Modifier, Key = Qt.MouseButton, Qt.KeyboardModifier, Qt.Key


@pytest.fixture
def desk(qtbot):
    reader = Reader(theme.load("light"))
    qtbot.addWidget(reader)
    reader.resize(900, 500)
    mark = Annotation(AnnotationId("m"), ArticleId("x"), *MARK, "PERSON")
    reader.show_article(Article(ArticleId("x"), "", TEXT, ""), [mark], LABELS)
    with qtbot.waitExposed(reader):
        reader.show()
    reader.document().size()  # lays out all
    handles = Handles(theme.load("light"), reader)
    reader.select_annotation("m")
    handles.show_mark(mark, TEXT)
    calls = []
    handles.resize_requested.connect(lambda *what: calls.append(what))
    return reader, handles, calls


def pull(qtbot, reader, handle, offset, *modifiers):
    """Drag a handle's edge to a place of the text; return what the page shows of the mark before it is dropped."""
    cursor = reader.textCursor()
    cursor.setPosition(offset)
    grip = QPoint(handle.width() // 2, handle.height() // 2)
    to = QPoint(reader.cursorRect(cursor).left(), handle.edge().toPoint().y())
    by = to - handle.edge().toPoint()
    qtbot.mousePress(handle, Button.LeftButton, *modifiers, pos=grip)
    qtbot.mouseMove(handle, grip + by / 2)
    move(handle, grip + by, modifiers)
    shown = next(mark.annotation for mark in reader.marks.all)
    here = handle.mapFromParent(handle.edge().toPoint())
    qtbot.mouseRelease(handle, Button.LeftButton, *modifiers, pos=here)
    return TEXT[shown.start : shown.end]


def move(handle, place, modifiers):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    local = QPointF(place)
    held = modifiers[0] if modifiers else Modifier.NoModifier
    event = QMouseEvent(
        QEvent.Type.MouseMove, local, handle.mapToGlobal(local), Button.NoButton, Button.LeftButton, held
    )
    QApplication.sendEvent(handle, event)


BOTH = Modifier.AltModifier | Modifier.ControlModifier
PULLED = {
    "the end on": ("end", TEXT.index("Chủ") + 2, (), "Thị Nhài, Phó Chủ tịch"),
    "the end a little on": ("end", TEXT.index("Phó") + 1, (), "Thị Nhài"),
    "the end on by syllables": ("end", TEXT.index("Chủ") + 2, (Modifier.ControlModifier,), "Thị Nhài, Phó Chủ"),
    "the end back": ("end", TEXT.index("Nhài") + 1, (Modifier.AltModifier,), "Thị"),
    "the end beyond the start": ("end", 0, (Modifier.ControlModifier,), "Thị"),
    "the start back": ("start", TEXT.index("Tô"), (), "Tô Thị Nhài"),
    "the start a little back": ("start", TEXT.index("Tô") + 3, (), "Tô Thị Nhài"),
    "the start on": ("start", TEXT.index("Nhài") + 1, (Modifier.AltModifier,), "Nhài"),
    "the end to a letter": ("end", TEXT.index("Nhài") + 2, (BOTH,), "Thị Nh"),
    "the start to a letter": ("start", TEXT.index("Tô") + 1, (BOTH,), "ô Thị Nhài"),
}


@pytest.mark.parametrize(("which", "offset", "modifiers", "expected"), PULLED.values(), ids=PULLED)
def test_an_edge_is_dragged(qtbot, desk, which, offset, modifiers, expected):
    reader, handles, calls = desk
    shown = pull(qtbot, reader, getattr(handles, which), offset, *modifiers)
    asked = [(name, TEXT[start:end]) for name, start, end in calls]
    assert (shown, asked) == (expected, [("m", expected)] if expected != "Thị Nhài" else [])


def test_a_double_click_on_a_handle_takes_the_word_under_it(qtbot, desk):
    reader, handles, calls = desk
    place = QPoint(handles.start.width() - 2, handles.start.height() // 2)
    qtbot.mouseDClick(handles.start, Button.LeftButton, pos=place)
    qtbot.mouseRelease(handles.start, Button.LeftButton, pos=place)
    assert (TEXT[slice(*reader.selection())], calls) == ("Tô Thị Nhài", [])


def test_escape_lets_go_of_a_handle_and_changes_nothing(qtbot, desk):
    reader, handles, calls = desk
    grip = QPoint(6, handles.end.height() // 2)
    qtbot.mousePress(handles.end, Button.LeftButton, pos=grip)
    move(handles.end, grip + QPoint(200, 0), ())
    drawn = reader.marks.all[0].annotation.end
    qtbot.keyClick(reader, Key.Key_Escape)
    back = reader.marks.all[0].annotation.end
    qtbot.mouseRelease(handles.end, Button.LeftButton, pos=grip)
    assert (drawn > MARK[1], back, calls, reader.selected_annotation) == (True, MARK[1], [], "m")


def test_the_page_follows_an_edge_that_is_drawn_beyond_its_end(qtbot, desk):
    reader, handles, calls = desk
    bar = reader.verticalScrollBar()
    grip = QPoint(6, handles.end.height() // 2)
    qtbot.mousePress(handles.end, Button.LeftButton, pos=grip)
    move(handles.end, handles.end.mapFrom(reader.viewport(), QPoint(300, reader.viewport().height() + 60)), ())
    driving.until(lambda: bar.value() > 2 * reader.viewport().height())
    held = handles.end.isVisible()
    move(handles.end, handles.end.mapFrom(reader.viewport(), QPoint(300, 200)), ())
    still = bar.value()
    until_at_rest(handles)
    stands = bar.value() == still
    shown = next(mark.annotation for mark in reader.marks.all)
    qtbot.mouseRelease(handles.end, Button.LeftButton, pos=grip)
    assert (held, stands, calls, shown.end > 500) == (True, True, [("m", shown.start, shown.end)], True)


KEYS = {
    "end on": (Key.Key_Right, Modifier.AltModifier, "Thị Nhài, Phó"),
    "end back": (Key.Key_Left, Modifier.AltModifier, "Thị"),
    "start back": (Key.Key_Left, Modifier.AltModifier | Modifier.ShiftModifier, "Tô Thị Nhài"),
    "start on": (Key.Key_Right, Modifier.AltModifier | Modifier.ShiftModifier, "Nhài"),
    "end on by a letter": (Key.Key_Right, Modifier.AltModifier | Modifier.ControlModifier, "Thị Nhài,"),
    "start on by a letter": (
        Key.Key_Right, Modifier.AltModifier | Modifier.ControlModifier | Modifier.ShiftModifier, "hị Nhài",
    ),
    "without Alt": (Key.Key_Right, Modifier.ShiftModifier, None),
}  # fmt: skip


@pytest.mark.parametrize(("key", "modifiers", "expected"), KEYS.values(), ids=KEYS)
def test_an_edge_is_moved_by_keys(qtbot, desk, key, modifiers, expected):
    reader, _, calls = desk
    qtbot.keyClick(reader, key, modifiers)
    assert [TEXT[start:end] for _, start, end in calls] == ([expected] if expected else [])


def test_handles_stand_at_the_edges_and_follow_the_page(qtbot, desk):
    reader, handles, _ = desk
    bar = reader.verticalScrollBar()

    def at_edges():
        pairs = (
            (handles.start, reader.selected_box(False), QRectF.left),
            (handles.end, reader.selected_box(True), QRectF.right),
        )
        return all(handle.isVisible() and abs(handle.edge().x() - side(box)) < 1 for handle, box, side in pairs)

    driving.until(at_edges)
    reader.zoom(1)
    driving.until(at_edges)
    bar.setValue(bar.maximum())
    driving.until(lambda: not handles.start.isVisible() and not handles.end.isVisible())
    bar.setValue(0)
    driving.until(at_edges)
    handles.show_mark(None, TEXT)
    assert not handles.start.isVisible()


def test_a_handle_has_a_name_and_takes_no_keyboard(desk):
    _, handles, _ = desk
    told = [
        (bool(each.accessibleName()), "Alt+" in each.toolTip(), each.focusPolicy())
        for each in (handles.start, handles.end)
    ]
    assert told == [(True, True, Qt.FocusPolicy.NoFocus)] * 2
