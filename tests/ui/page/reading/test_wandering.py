"""Where one is in an article, and what counts as a jump."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from waiting import until_at_rest

from desktop.model import Article, ArticleId
from desktop.ui.look import theme
from desktop.ui.page.reader import Reader

TEXT = "\n".join(f"Đoạn văn số {at} lấp trang cho dài." for at in range(400))


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show_article(Article(ArticleId("x"), "", TEXT, ""), [], [])
    widget.show()
    until_at_rest(widget)
    widget.jumps = []
    widget.wandering.jumped.connect(widget.jumps.append)
    return widget


def test_a_long_way_is_a_jump_from_what_stood_at_the_top_and_reading_on_is_none(qtbot, reader):
    for _ in range(3):
        qtbot.keyClick(reader, Qt.Key.Key_Space)
        until_at_rest(reader)
    read, top = list(reader.jumps), reader.top
    reader.reveal(len(TEXT) - 20, len(TEXT))
    until_at_rest(reader)
    assert (read, reader.jumps) == ([], [top])


def test_another_size_another_width_and_another_article_are_no_jumps(reader):
    reader.show_top(TEXT.index("số 200 "))
    until_at_rest(reader)
    reader.jumps.clear()
    for change in (
        lambda: reader.zoom(4), lambda: reader.resize(400, 500), lambda: reader.show_tags(True), lambda: reader.set_face("plain"),
        lambda: reader.show_article(Article(ArticleId("y"), "", TEXT, ""), [], []), lambda: reader.show_top(9000),
    ):  # fmt: skip
        change()
    until_at_rest(reader)
    assert reader.jumps == []


def test_the_share_that_is_read_grows_to_all_of_it(qtbot, reader):
    shares = [reader.wandering.share]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_End):
        qtbot.keyClick(reader, key)
        shares.append(reader.wandering.share)
    assert (0.02 < shares[0] < 0.1, shares[0] < shares[1] < 0.2, shares[2]) == (True, True, 1.0)


def test_more_is_read_where_more_is_seen(reader):
    told, before = [], reader.wandering.share
    reader.wandering.moved.connect(lambda: told.append(reader.wandering.share))
    reader.resize(700, 900)
    until_at_rest(reader)
    assert told[-1] > before * 1.5


def test_an_article_that_is_seen_whole_is_read_whole(reader):
    reader.show_article(Article(ArticleId("y"), "", "Một dòng.", ""), [], [])
    assert reader.wandering.share == 1.0


def test_the_side_buttons_of_the_mouse_ask_for_the_way_back_and_forth(qtbot, reader):
    asked, none = [], Qt.KeyboardModifier.NoModifier
    reader.wandering.back_requested.connect(lambda: asked.append("back"))
    reader.wandering.forward_requested.connect(lambda: asked.append("forward"))
    for button in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton, Qt.MouseButton.LeftButton):
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event = QMouseEvent(kind, QPointF(90, 90), QPointF(90, 90), button, button, none)
            QApplication.sendEvent(reader.viewport(), event)
    assert asked == ["back", "forward"]
