"""Marks drawn quietly, normally and loudly: what waits for a word stands out, what is decided recedes, what one is at is told in full."""

import tomllib
from collections import Counter
from dataclasses import replace

import pytest
from drawn import difference, dots
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop import assets
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Status
from desktop.settings import THEMES
from desktop.ui.look import theme
from desktop.ui.look.reading_looks import LOUD, LOUDNESS, NORMAL, QUIET
from desktop.ui.page.mark_painter import inks_of
from desktop.ui.page.reader import Reader

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
MARK = Annotation(AnnotationId("m"), ArticleId("x"), 0, 8, "PERSON", score=0.9)
STATUSES = (Status.SUGGESTED, Status.ACCEPTED)
FULL = "Chị Tô Thị Nhài bán 38 sọt chè. " * 100


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(600, 200)
    widget.show_article(Article(ArticleId("x"), "", "Tô Nhài và Lò Pha", ""), [MARK], LABELS)
    widget.show()
    return widget


def pixels(widget):
    """The page as it is drawn with neither pointer nor caret on it."""
    QApplication.sendEvent(widget.viewport(), QEvent(QEvent.Type.Leave))
    widget.clearFocus()
    return dots(widget.viewport().grab())


def colors(widget):
    # A ground covers hundreds of pixels; softened edges between others may have its colour by chance.
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel, count in Counter(pixels(widget)).items() if count > 200}


def grounds(look):
    inks = inks_of(look, "person")
    return {name: getattr(inks, name).name() for name in ("faint", "fill")}


@pytest.mark.parametrize(
    ("loudness", "suggested", "accepted"),
    [(QUIET, set(), set()), (NORMAL, {"faint"}, set()), (LOUD, {"fill"}, {"faint"})],
)
@pytest.mark.parametrize("name", THEMES)
def test_each_loudness_has_its_grounds(reader, name, loudness, suggested, accepted):
    look = theme.load(name)
    reader.set_theme(look)
    reader.set_loudness(loudness)
    seen = []
    for status in STATUSES:
        reader.set_annotations([replace(MARK, status=status)])
        drawn = colors(reader)
        seen.append({ground for ground, color in grounds(look).items() if color in drawn})
    assert seen == [suggested, accepted]


@pytest.mark.parametrize("loudness", LOUDNESS)
@pytest.mark.parametrize("name", THEMES)
def test_a_page_of_accepted_marks_is_quieter_than_the_same_of_suggestions(reader, name, loudness):
    reader.resize(700, 900)
    reader.set_theme(theme.load(name))
    reader.set_loudness(loudness)
    marks = [replace(MARK, id=str(at), start=at * 32 + 4, end=at * 32 + 15) for at in range(100)]
    seen = []
    for given in ([], *([replace(mark, status=status) for mark in marks] for status in STATUSES)):
        reader.show_article(Article(ArticleId("y"), "", FULL, ""), given, LABELS)
        seen.append(pixels(reader))
    bare, suggested, accepted = seen
    told = [difference(bare, drawn) for drawn in (accepted, suggested)]
    assert 0 < told[0] < 0.9 * told[1]


def test_a_page_of_suggestions_differs_by_little_from_the_same_without(reader):
    reader.resize(700, 900)
    marks = [replace(MARK, id=str(at), start=at * 32 + 4, end=at * 32 + 15) for at in range(100)]
    seen = []
    for given in ([], marks):
        reader.show_article(Article(ArticleId("y"), "", FULL, ""), given, LABELS)
        seen.append(pixels(reader))
    assert 0 < sum(one != other for one, other in zip(*seen, strict=True)) < 0.012 * len(seen[0])


@pytest.mark.parametrize(("ink", "least"), [("softened", 3.0), ("faded", 1.75)])
@pytest.mark.parametrize("name", THEMES)
def test_the_lines_can_be_seen_those_of_suggestions_better(name, ink, least):
    look = theme.load(name)
    lines = {role: getattr(inks_of(look, role), ink).name() for role in look.labels}
    assert {role: line for role, line in lines.items() if theme.contrast(line, look.page) < least} == {}


def tags(reader):
    return [tag.text for tag in reader.view_layout().tags]


def test_tags_are_seen_as_loud_as_the_marks_are_and_never_of_what_is_decided(reader):
    seen = []
    for loudness in LOUDNESS:
        reader.set_loudness(loudness)
        for status in STATUSES:
            reader.set_annotations([replace(MARK, status=status)])
            seen.append(tags(reader))
    assert seen == [[], [], ["Người"], [], ["Người"], []]


def test_all_tags_are_seen_while_they_are_asked_for(reader):
    reader.set_annotations([replace(MARK, status=Status.ACCEPTED)])
    seen = [tags(reader)]
    for shown in (True, False):
        reader.show_tags(shown)
        seen.append(tags(reader))
    assert (seen, reader.tags_shown) == ([[], ["Người"], []], False)


def test_all_tags_are_seen_while_the_key_is_held(qtbot, reader):
    reader.setFocus()
    seen = []
    for send in (qtbot.keyPress, qtbot.keyRelease, qtbot.keyPress):
        send(reader, Qt.Key.Key_F6)
        seen.append(tags(reader))
    reader.clearFocus()
    assert (*seen, tags(reader)) == (["Người"], [], ["Người"], [])


def point_at(reader, place):
    where, none = QPointF(reader.viewport().mapToGlobal(place)), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(reader.viewport(), move)


def test_the_mark_that_is_selected_or_pointed_at_or_at_the_caret_shows_tag_ground_and_facts(qtbot, reader):
    reader.mark_layer.related = lambda _id, _language: ["thuộc: Bản Mây"]
    look, seen = theme.load("light"), []

    def see():
        drawn = Counter(dots(reader.viewport().grab()))
        seen.append((tags(reader), drawn[QColor(grounds(look)["fill"]).rgb()] > 200))

    reader.select_annotation("m")
    see()
    reader.select_annotation(None)
    see()
    point_at(reader, reader.cursorRect().center() + QPoint(12, 0))
    see()
    QApplication.sendEvent(reader.viewport(), QEvent(QEvent.Type.Leave))
    see()
    qtbot.keyClick(reader, Qt.Key.Key_Right)
    see()
    full, none = (["Người · thuộc: Bản Mây"], True), ([], False)
    assert seen == [full, none, full, none, full]


def test_an_unknown_loudness_is_the_quiet_one(reader):
    reader.set_loudness("shouting")
    assert (reader.loudness, LOUDNESS) == (QUIET, (QUIET, NORMAL, LOUD))


@pytest.mark.parametrize("loudness", LOUDNESS)
def test_a_note_turns_the_corner_of_its_mark_down(reader, loudness):
    reader.set_loudness(loudness)
    edge = QColor(theme.load("light").label("person").edge).rgb()
    before = pixels(reader).count(edge)
    reader.set_annotations([replace(MARK, note="xem lại")])
    assert pixels(reader).count(edge) - before > 12
