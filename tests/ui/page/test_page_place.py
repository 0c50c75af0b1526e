"""How the text stands on the page: from line to line, as a column, and with its top line where it was."""

import tomllib
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont

from desktop import assets
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Line, Role
from desktop.ui.look import theme
from desktop.ui.look.fonts import FACES
from desktop.ui.look.reading_looks import LOUD, NORMAL, QUIET
from desktop.ui.page import page_place
from desktop.ui.page.reader import Reader

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
ALL = frozenset(label.name for label in LABELS)
PARAGRAPH = "Năm nay bản Mây hái chè sớm hơn mọi năm, kịp phiên chợ đầu mùa. " * 8
LONG = Article(ArticleId("x"), "", "\n".join([PARAGRAPH] * 60), "")
EM = 13 * 96 / 72


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    widget.show_article(LONG, [], LABELS)
    widget.show()
    return widget


def pitch(reader):
    text = reader.document().firstBlock().layout()
    return round((text.lineAt(2).y() - text.lineAt(1).y()) / EM, 1)


@pytest.mark.parametrize("face", FACES)
def test_lines_stand_as_far_apart_as_the_marks_need(reader, face):
    reader.set_face(face)
    seen = [pitch(reader)]
    for change in (
        lambda: reader.show_tags(True), lambda: reader.set_hidden(ALL), lambda: reader.set_hidden(frozenset()),
        lambda: reader.show_tags(False), lambda: reader.set_loudness(NORMAL), lambda: reader.set_loudness(LOUD),
        lambda: reader.set_loudness(QUIET), lambda: reader.set_typography(replace(reader.typography, pitch=20)),
    ):  # fmt: skip
        change()
        seen.append(pitch(reader))
    assert seen == [1.6, 2.1, 1.6, 2.1, 1.6, 2.1, 2.1, 1.6, 2.0]


def test_the_line_at_the_top_does_not_move_when_others_come_nearer(reader):
    seen = []
    for scrolled in (731, 2000, 4001):
        reader.verticalScrollBar().setValue(scrolled)
        before = page_place.standing(reader)
        for shown in (True, False):
            reader.show_tags(shown)
            seen.append(page_place.standing(reader) == before)
    assert seen == [True] * 6


@pytest.mark.parametrize("column", [30, 38, 54])
def test_the_column_is_as_wide_as_wished_and_as_narrow_as_the_window(reader, column):
    reader.resize(1400, 700)
    reader.set_typography(replace(reader.typography, column=column))
    width = reader.document().textWidth() - 2 * page_place.MARGIN
    reader.resize(400, 700)
    assert (abs(width / EM - column) < 1.0, reader.document().textWidth() <= 400) == (True, True)


def test_marks_are_drawn_wherever_one_jumps_before_all_is_laid_out(reader):
    line = "Một đoạn văn ngắn để lấp trang.\n"
    marks = [
        Annotation(AnnotationId(str(at)), LONG.id, at * len(line), at * len(line) + 3, "PERSON") for at in range(400)
    ]
    reader.show_tags(True)
    missing = []
    for at in range(100, 300, 20):
        reader.show_article(Article(ArticleId(str(at)), "", line * 400, ""), marks, LABELS)
        reader.reveal(at * len(line), at * len(line) + 2)
        if str(at) not in {piece.mark.annotation.id for piece in reader.view_layout().pieces}:
            missing.append(at)
    assert missing == []


def test_tags_have_their_room_over_the_lines_of_a_headline_too(reader):
    words = "Đồi chè bản Mây vào vụ sớm hơn mọi năm, người hái chè mừng vì được giá, phiên chợ đầu mùa đông vui"
    title = Article(ArticleId("t"), "", words, "", lines=(Line(0, len(words), Role.HEADLINE),))
    mark = Annotation(AnnotationId("m"), title.id, words.index("phiên"), words.index(" đông"), "EVENT", score=0.9)
    reader.show_tags(True)
    reader.show_article(title, [mark], LABELS)
    text = reader.document().firstBlock().layout()
    (tag,) = reader.view_layout().tags
    lines = [text.lineAt(at) for at in range(text.lineCount())]
    top = reader.document().documentLayout().blockBoundingRect(reader.document().firstBlock()).top()
    above = max(foot for line in lines if (foot := top + line.y() + line.ascent()) < tag.box.bottom())
    assert (len(lines) > 1, tag.box.top() - above > 0.3 * EM) == (True, True)  # below the foot of the line above


def test_a_lead_is_no_wall_of_bold_and_a_heading_stands_out(reader):
    texts, roles = (PARAGRAPH, "Đầu mục", PARAGRAPH), (Role.LEAD, Role.BODY, Role.BODY)
    text, lines = "", []
    for words, role in zip(texts, roles, strict=True):
        lines.append(Line(len(text), len(text) + len(words), role))
        text += words + "\n"
    reader.show_article(Article(ArticleId("y"), "", text, "", lines=tuple(lines)), [], LABELS)
    seen = []
    for at in range(3):
        looks = reader.document().findBlockByNumber(at).begin().fragment().charFormat()
        seen.append((round(looks.font().pointSizeF() / 13, 2), looks.font().weight() > QFont.Weight.Normal))
    assert seen == [(1.1, False), (1.12, True), (1.0, False)]


def test_a_place_near_the_top_of_a_long_text_is_shown_before_the_rest_is_laid_out(reader):
    text = "\n".join(f"Đoạn {at}. " + "Năm nay bản Mây hái chè sớm hơn mọi năm. " * 8 for at in range(600))
    reader.show_article(Article(ArticleId("long"), "", text, ""), [], [])
    place = text.index("Đoạn 20.")
    reader.show_top(place)
    assert (reader.top, reader.document().lastBlock().layout().lineCount()) == (place, 0)
