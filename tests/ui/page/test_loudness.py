"""Marks drawn quietly, normally and loudly: told apart, readable, and accepted ones never like suggested ones."""

import tomllib
from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from desktop import assets
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Status
from desktop.settings import THEMES
from desktop.ui.look import theme
from desktop.ui.look.reading_looks import LOUD, LOUDNESS, NORMAL, QUIET
from desktop.ui.page.mark_painter import LOUD_SHARE
from desktop.ui.page.reader import Reader

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
MARK = Annotation(AnnotationId("m"), ArticleId("x"), 0, 8, "PERSON", score=0.9)


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(600, 200)
    widget.show_article(Article(ArticleId("x"), "", "Tô Nhài và Lò Pha", ""), [MARK], LABELS)
    widget.show()
    return widget


def colors(widget):
    picture = widget.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(picture.constBits()).cast("B").cast("I"))
    # A ground covers hundreds of pixels; softened edges between others may have its colour by chance.
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel, count in counted.items() if count > 200}


def grounds(look):
    person = look.label("person")
    return {
        "faint": theme.mix(person.fill, look.page, 0.5).name(),
        "fill": person.fill,
        "strong": theme.mix(person.fill, person.edge, LOUD_SHARE).name(),
    }


@pytest.mark.parametrize(
    ("loudness", "suggested", "accepted"),
    [(QUIET, set(), set()), (NORMAL, {"faint"}, {"fill"}), (LOUD, {"fill"}, {"strong"})],
)
@pytest.mark.parametrize("name", THEMES)
def test_each_loudness_has_its_grounds(reader, name, loudness, suggested, accepted):
    look = theme.load(name)
    reader.set_theme(look)
    reader.set_loudness(loudness)
    seen = []
    for status in (Status.SUGGESTED, Status.ACCEPTED):
        reader.set_annotations([replace(MARK, status=status)])
        drawn = colors(reader)
        seen.append({ground for ground, color in grounds(look).items() if color in drawn})
    assert seen == [suggested, accepted]


def test_quiet_marks_have_a_tag_only_while_they_are_selected(reader):
    reader.set_loudness(QUIET)
    tags = [len(reader.view_layout().tags)]
    reader.select_annotation("m")
    tags.append(len(reader.view_layout().tags))
    assert tags == [0, 1]


@pytest.mark.parametrize("name", THEMES)
def test_text_is_readable_on_loud_marks(name):
    look = theme.load(name)
    strong = {role: theme.mix(label.fill, label.edge, LOUD_SHARE).name() for role, label in look.labels.items()}
    ratios = {role: round(theme.contrast(look.text, ground), 2) for role, ground in strong.items()}
    assert {role: ratio for role, ratio in ratios.items() if ratio < 4.5} == {}


def test_an_unknown_loudness_is_the_normal_one(reader):
    reader.set_loudness("shouting")
    assert (reader.loudness, LOUDNESS) == (NORMAL, (QUIET, NORMAL, LOUD))


def count(widget, color):
    picture = widget.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return list(memoryview(picture.constBits()).cast("B").cast("I")).count(color)


@pytest.mark.parametrize("loudness", LOUDNESS)
def test_a_note_turns_the_corner_of_its_mark_down(reader, loudness):
    reader.set_loudness(loudness)
    edge = QColor(theme.load("light").label("person").edge).rgb()
    before = count(reader, edge)
    reader.set_annotations([replace(MARK, note="xem lại")])
    assert count(reader, edge) - before > 12
