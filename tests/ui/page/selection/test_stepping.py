"""The selection drawn by keys, by words and by syllables."""

import pytest
from furnished import press
from PySide6.QtCore import Qt

from desktop.model import Article, ArticleId, Line, Role
from desktop.ui.look import theme
from desktop.ui.page.reader import Reader

TEXT = "Tin chợ\nIn bài\nBà nói: xã hội hóa giáo dục.\n\U0001f375 Năm 2019 tăng 12,5%."
LINES = (Line(0, 7, Role.FURNITURE), Line(8, 14, Role.FURNITURE), Line(15, 43, Role.BODY), Line(44, 65, Role.BODY))
Key, Modifier = Qt.Key, Qt.KeyboardModifier
WORD = Modifier.ControlModifier | Modifier.ShiftModifier
SYLLABLE = Modifier.AltModifier | Modifier.ShiftModifier


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(900, 500)
    widget.show_article(Article(ArticleId("x"), "", TEXT, "", lines=LINES), [], [])
    return widget


def walked(reader, words, keys):
    """Put the caret before words, press keys, and return what is selected after each."""
    reader.move_caret(reader.positions.to_utf16(TEXT.index(words)))
    seen = []
    for key, modifiers in keys:
        press(reader, key, modifiers=modifiers)
        seen.append(TEXT[slice(*(reader.selection() or (0, 0)))])
    return seen


def test_ctrl_shift_and_an_arrow_take_words(reader):
    keys = [(Key.Key_Right, WORD)] * 3 + [(Key.Key_Left, WORD)] * 2
    assert walked(reader, "xã hội", keys) == [
        "xã hội hóa", "xã hội hóa giáo dục", "xã hội hóa giáo dục.\n🍵 Năm", "xã hội hóa giáo dục.\n🍵 ", "xã hội hóa ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "left"),
    [((Key.Key_Right, SYLLABLE), (Key.Key_Left, SYLLABLE)), ((Key.Key_Greater, WORD), (Key.Key_Less, WORD)),
     ((Key.Key_Period, WORD), (Key.Key_Comma, WORD))],
    ids=["alt", "signs", "keys"],
)  # fmt: skip
def test_a_syllable_is_taken_with_alt_and_by_a_second_way(reader, right, left):
    assert walked(reader, "xã hội", [right, right, left]) == ["xã", "xã hội", "xã "]


def test_a_figure_is_taken_with_its_sign(reader):
    assert walked(reader, "tăng", [(Key.Key_Right, WORD)] * 2) == ["tăng", "tăng 12,5%"]


def test_back_over_a_fold_the_selection_stands_on_the_fold(reader):
    (seen,) = walked(reader, "Bà nói", [(Key.Key_Left, WORD)])
    assert seen == TEXT[: TEXT.index("Bà nói")]


def test_at_the_end_of_the_text_nothing_moves(reader):
    assert walked(reader, "%.", [(Key.Key_Right, WORD)] * 2) == ["%", "%"]


def test_ctrl_and_an_arrow_go_by_the_same_words_and_take_nothing(reader):
    reader.move_caret(reader.positions.to_utf16(TEXT.index("xã hội")))
    seen = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left):
        press(reader, key, modifiers=Modifier.ControlModifier)
        seen.append(TEXT[: reader.positions.to_code_points(reader.textCursor().position())].rpartition(": ")[2])
    assert (seen, reader.selection()) == (["xã hội hóa ", "xã hội hóa giáo dục.\n\U0001f375 ", "xã hội hóa "], None)
