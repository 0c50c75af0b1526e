"""The shelf: what it lists, what it asks for, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.model import ArticleId, Hit, Row, State
from desktop.ui import theme
from desktop.ui.shelf import Shelf
from desktop.ui.shelf_model import DATE, MARKS, REVIEWED, SOURCE, TITLE, day, share

ROWS = [
    Row(ArticleId(name), f"Bài {name}", "Báo Đồi Chè", "2026-08-05T09:30", State.UNREAD, 8, 7 - at)
    for at, name in enumerate("abc")
]
HIT = Hit(ArticleId("b"), "Bài b", "Đồi 🍵 chè đặc sản của bản.", (11, 15), 40, 44)
Key = Qt.Key


@pytest.fixture
def shelf(qtbot):
    made = Shelf(theme.load("light"))
    qtbot.addWidget(made)
    made.resize(320, 480)
    made.show()
    made.show_rows(ROWS)
    made.asked = []
    made.open_requested.connect(lambda *what: made.asked.append(("open", *what)))
    made.read_requested.connect(lambda: made.asked.append("read"))
    made.search_requested.connect(lambda query: made.asked.append(("search", query)))
    made.delete_requested.connect(lambda articles: made.asked.append(("delete", articles)))
    return made


def test_a_row_has_title_source_date_marks_and_reviewed_share(shelf):
    cells = [shelf.model.index(0, column).data() for column in (TITLE, SOURCE, DATE, MARKS, REVIEWED)]
    assert cells == ["Bài a", "Báo Đồi Chè", "5/8/2026", "8", "87%"]


@pytest.mark.parametrize(
    ("published", "told"),
    [("2026-08-05T09:30", "5/8/2026"), ("2026-12-31", "31/12/2026"), (None, ""), ("2026", "2026")],
)
def test_a_day_is_written_as_in_vietnam(published, told):
    assert day(published) == told


@pytest.mark.parametrize(("reviewed", "marks", "told"), [(0, 0, 0), (199, 200, 99), (200, 200, 100)])
def test_all_reviewed_means_all(reviewed, marks, told):
    assert share(Row(ArticleId("x"), "", "", None, State.UNREAD, marks, reviewed)) == told


def test_enter_opens_and_goes_to_the_page(shelf):
    shelf.list.selectRow(1)
    QTest.keyClick(shelf.list, Key.Key_Return)
    assert shelf.asked == [("open", "b", 0, 0), "read"]


def test_a_click_opens(shelf):
    QTest.mouseClick(
        shelf.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=shelf.list.visualRect(shelf.model.index(2, TITLE)).center(),
    )
    assert shelf.asked == [("open", "c", 0, 0)]


def test_delete_asks_for_the_selected_articles(shelf):
    shelf.list.selectAll()
    QTest.keyClick(shelf.list, Key.Key_Delete)
    assert shelf.asked == [("delete", ["a", "b", "c"])]


def test_typing_searches_once_after_a_pause(shelf, qtbot):
    QTest.keyClicks(shelf.box, "che")
    qtbot.waitUntil(lambda: bool(shelf.asked), timeout=2000)
    qtbot.wait(200)
    assert shelf.asked == [("search", "che")]


def test_a_hit_opens_at_its_place(shelf):
    shelf.box.setText("đặc")
    shelf.show_hits("đặc", [HIT])
    QTest.keyClick(shelf.box, Key.Key_Return)
    assert (shelf.shows_hits, shelf.asked) == (True, [("open", "b", 40, 44), "read"])


def test_hits_of_another_query_are_not_shown(shelf):
    shelf.box.setText("đặc sản")
    shelf.show_hits("đặc", [HIT])
    assert (shelf.shows_hits, shelf.model.rowCount()) == (False, 3)


def test_escape_brings_the_shelf_back(shelf):
    shelf.box.setText("x")
    shelf.show_hits("x", [])
    empty = shelf.list.isVisible()
    QTest.keyClick(shelf.box, Key.Key_Escape)
    assert (empty, shelf.list.isVisible(), shelf.model.rowCount()) == (False, True, 3)


def test_the_word_found_is_stressed_in_the_picture(shelf, qtbot):
    def blue():
        image, found = shelf.list.viewport().grab().toImage(), shelf.palette().highlight().color().rgb()
        wanted = theme.load("light").selection
        from PySide6.QtGui import QColor

        found = QColor(wanted).rgb()
        return sum(image.pixel(x, y) == found for x in range(0, image.width()) for y in range(0, 90))

    before = blue()
    shelf.box.setText("đặc")
    shelf.show_hits("đặc", [HIT])
    assert before == 0 < blue()


def test_a_changed_row_shows_its_new_numbers(shelf):
    shelf.show_row(Row(ArticleId("b"), "Bài b", "", None, State.DONE, 9, 9))
    assert [shelf.model.index(1, column).data() for column in (MARKS, REVIEWED)] == ["9", "100%"]


def test_the_current_article_stays_current_when_the_list_is_read_again(shelf):
    shelf.list.selectRow(2)
    shelf.show_rows([ROWS[2], ROWS[0]])
    assert (shelf.current, shelf.selected) == ("c", ["c"])
