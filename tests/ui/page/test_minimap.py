"""The map beside the scroll bar: one tick where a mark or a hit stands, and a click that goes there."""

import tomllib

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop import assets
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Status
from desktop.ui.look import theme
from desktop.ui.page.minimap import Minimap
from desktop.ui.page.reader import Reader
from desktop.ui.unattended import driving

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
LOOK = theme.load("light")
LINE = "Một đoạn văn ngắn để lấp trang.\n"


def mark(name, line, label, status):
    return Annotation(AnnotationId(name), ArticleId("x"), line * len(LINE), line * len(LINE) + 3, label, status=status)


@pytest.fixture
def reader(qtbot):
    widget = Reader(LOOK)
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    marks = [
        mark("a", 0, "PERSON", Status.SUGGESTED),
        mark("b", 100, "TIME", Status.ACCEPTED),
        mark("c", 50, "TIME", Status.REJECTED),
    ]
    widget.show_article(Article(ArticleId("x"), "", LINE * 200, ""), marks, LABELS)
    widget.show()
    return widget


@pytest.fixture
def shown(qtbot, reader):
    widget = Minimap(reader, LOOK)
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint().width(), 400)
    widget.show()
    return widget


def ticks(shown):
    return [(round(tick.row / 400, 1), tick.color, tick.left < 0.5, tick.right > 0.5) for tick in shown.ticks]


def test_marks_stand_where_they_are_on_the_page_and_accepted_ones_are_wider(shown):
    assert ticks(shown) == [
        (0.0, LOOK.label("person").edge, True, False),
        (0.5, LOOK.label("time").edge, True, True),
    ]


def test_hits_stand_at_the_right_and_the_current_one_is_told_apart(qtbot, reader, shown):
    places = [line * len(LINE) for line in (20, 180)]
    reader.set_hits([(place, place + 3) for place in places], 1)
    driving.until(lambda: len(shown.ticks) == 4)
    assert ticks(shown)[2:] == [(0.1, LOOK.accent, False, True), (0.9, LOOK.text, False, True)]


def test_a_label_that_is_hidden_leaves_the_map_too(qtbot, reader, shown):
    before = len(shown.ticks)
    reader.set_hidden(frozenset({"TIME"}))
    driving.until(lambda: len(shown.ticks) == 1)
    assert before == 2


def test_a_press_and_a_drag_say_where_on_the_page(qtbot, shown):
    went = []
    shown.jumped.connect(lambda share: went.append(round(share, 2)))
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(5, 100))
    qtbot.mouseMove(shown, QPoint(5, 300))
    qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert (went[0], set(went) <= {0.25, 0.75}) == (0.25, True)


def test_the_map_is_drawn_in_the_labels_colours(shown):
    picture = shown.grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {LOOK.page, LOOK.hover, LOOK.label("person").edge, LOOK.label("time").edge} <= drawn


def test_the_tooltip_counts(reader, shown):
    words = []
    for hits in ([], [(0, 3), (5, 8)]):
        reader.set_hits(hits)
        shown.read_again()
        QApplication.sendEvent(shown, QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), shown.mapToGlobal(QPoint(3, 3))))
        words.append(QToolTip.text())
    assert words == ["Marks: 2", "Marks: 2\nHits: 2"]


def test_thousands_of_marks_are_at_most_a_few_ticks_a_row(reader, shown):
    reader.set_annotations([mark(str(at), at % 200, "PERSON", Status.SUGGESTED) for at in range(5000)])
    shown.read_again()
    assert 100 < len(shown.ticks) <= 200


def test_what_changes_on_the_map_is_drawn_as_if_all_were_drawn_anew(qtbot, reader, shown):
    lines = [
        (name, at * 3 % 200, label)
        for at, (name, label) in enumerate((f"m{at}", ("PERSON", "TIME")[at % 2]) for at in range(60))
    ]
    steps = [lines[:50], lines[:51], lines[1:52], lines[5:], lines[5:20]]
    shown.grab()
    unequal = []
    for number, step in enumerate(steps):
        reader.set_annotations([mark(name, line, label, tuple(Status)[line % 2]) for name, line, label in step])
        shown.read_again()
        whole = Minimap(reader, LOOK)
        qtbot.addWidget(whole)
        whole.resize(shown.size())
        if shown.grab().toImage() != whole.grab().toImage():
            unequal.append(number)
    assert unequal == []
