"""A card over the page: it never covers much of it, and says all it has to say where there is room."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.controls.notice import Notice
from desktop.ui.look import dressing, theme

WORDS = "Chấp nhận 70 chỗ đánh dấu · Vĩnh Long: Gần 29.000 đảng viên nghe…."


@pytest.mark.parametrize(("height", "whole"), [(600, True), (150, False)])
def test_on_a_low_page_its_words_are_cut_and_can_be_read_in_full(qtbot, height, whole):
    light = theme.load("light")
    dressing.dress(light)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(360, height)
    page.show()
    notice = Notice(light, page)
    notice.inform(WORDS, "Hoàn tác", page.close)
    shown = notice.findChild(QLabel, "notice_words")
    told = WORDS.removesuffix(".")
    assert (shown.text() == told, notice.height() * 3 <= height, notice.words, bool(shown.toolTip())) == (
        whole, True, told, not whole,
    )  # fmt: skip
