"""Reading on by Space and the Page keys, to both ends by Home and End; the caret goes along."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from desktop.model import Annotation, AnnotationId, Article, ArticleId
from desktop.ui.look import theme
from desktop.ui.page import page_place
from desktop.ui.page.reader import Reader

Key, Shift, None_ = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
TEXT = "\n".join(f"Đoạn văn số {at} lấp trang cho dài." for at in range(200))


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show_article(Article(ArticleId("x"), "", TEXT, ""), [], [])
    widget.show()
    return widget


def line(reader, place):
    return TEXT[place:].split("\n")[0]


def lines(reader):
    """Return the first and the last whole line that is seen."""
    foot = reader.viewport().height()
    last = max(
        (block for block in blocks(reader) if reader.cursorRect(caret(reader, block.position())).bottom() <= foot),
        key=lambda block: block.position(),
    )
    return line(reader, page_place.top(reader)), last.text()


def blocks(reader):
    block = reader.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def caret(reader, place):
    cursor = reader.textCursor()
    cursor.setPosition(place)
    return cursor


@pytest.mark.parametrize(
    ("on", "back"),
    [((Key.Key_Space, None_), (Key.Key_Space, Shift)), ((Key.Key_PageDown, None_), (Key.Key_PageUp, None_))],
)
def test_a_turn_shows_the_last_line_again_at_the_top_and_a_turn_back_what_was_seen(qtbot, reader, on, back):
    first, last = lines(reader)
    qtbot.keyClick(reader, *on)
    there = lines(reader)[0], line(reader, reader.textCursor().position())
    qtbot.keyClick(reader, *back)
    assert (there, lines(reader)) == ((last, last), (first, last))


def test_turns_lead_to_the_end_and_no_line_is_left_out(qtbot, reader):
    seen = set()
    for _ in range(40):
        first, last = (int(words.split()[3]) for words in lines(reader))
        seen |= set(range(first, last + 1))
        qtbot.keyClick(reader, Key.Key_Space)
    bar = reader.verticalScrollBar()
    assert (seen, bar.value()) == (set(range(200)), bar.maximum())


@pytest.mark.parametrize("way", [Key.Key_PageDown, Key.Key_PageUp])
def test_the_last_turn_is_none_of_a_line_or_two(qtbot, reader, way):
    bar, places = reader.verticalScrollBar(), []
    qtbot.keyClick(reader, Key.Key_Home if way == Key.Key_PageDown else Key.Key_End)
    for _ in range(40):
        places.append(bar.value())
        qtbot.keyClick(reader, way)
    turns = [abs(one - other) for one, other in pairwise(places) if one != other]
    assert (min(turns) * 20 > bar.pageStep(), len(turns) > 3) == (True, True)


def test_home_and_end_are_the_ends_of_the_article(qtbot, reader):
    bar, seen = reader.verticalScrollBar(), []
    for key in (Key.Key_End, Key.Key_Home):
        qtbot.keyClick(reader, key)
        seen.append((bar.value() in (0, bar.maximum()), reader.textCursor().position()))
    assert seen == [(True, len(TEXT)), (True, 0)]


def test_what_is_selected_stays_selected_and_a_mark_the_caret_falls_into_is_not_told(qtbot, reader):
    reader.move_caret(0, 4)
    qtbot.keyClick(reader, Key.Key_Space)
    kept = reader.selection()
    reader.move_caret(0)
    at = TEXT.index(lines(reader)[1])
    reader.set_annotations([Annotation(AnnotationId("m"), ArticleId("x"), at, at + 4, "PERSON", score=0.9)])
    qtbot.keyClick(reader, Key.Key_Space)
    assert (kept, reader.textCursor().position(), reader.mark_layer.in_full) == ((0, 4), at, frozenset())


def test_stepping_goes_on_from_what_is_seen(qtbot, reader):
    places = [TEXT.index(f"số {at} ") for at in (1, 60)]
    marks = [Annotation(AnnotationId(str(at)), ArticleId("x"), at, at + 4, "PERSON", score=0.9) for at in places]
    reader.set_annotations(marks)
    reader.next_annotation()
    for _ in range(3):
        qtbot.keyClick(reader, Key.Key_Space)
    reader.next_annotation()
    assert reader.selected_annotation == str(places[1])
