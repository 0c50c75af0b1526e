"""What ties marks together, in both languages, from either end, and where it is told: in the pane and over the page."""

from dataclasses import replace

import pytest
from furnished import TEXTS, detect
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.model import Annotation, AnnotationId, ArticleId, Fact, Relation, RelationId, Status
from desktop.ui.marks.marks_model import QUOTE
from desktop.ui.unattended import driving
from desktop.ui.words.fact_words import KINDS, Related

TEXT = "Bà Lê Thị Hạnh, Bí thư  Chi bộ; Quyết định 12 ngày 2/3; 38 hộ ở xã Mây"
ARTICLE = ArticleId("x")


def mark(quote, label, **rest):
    start = TEXT.index(quote)
    return Annotation(AnnotationId(quote), ARTICLE, start, start + len(quote), label, **rest)


MARKS = {
    "person": mark("Lê Thị Hạnh", "PERSON"), "title": mark("Bí thư  Chi bộ", "TITLE"), "body": mark("Chi bộ", "ORGANIZATION"),
    "paper": mark("Quyết định 12", "DOCUMENT"), "day": mark("ngày 2/3", "TIME"), "figure": mark("38", "COUNT"),
    "place": mark("xã Mây", "LOCATION"),
}  # fmt: skip


def tie(kind, head, tail, **rest):
    return Relation(RelationId(f"{kind}{head}{tail}"), ARTICLE, kind, MARKS[head].id, MARKS[tail].id, **rest)


SAID = [
    ("office_held", "person", "title", "giữ chức: Bí thư Chi bộ", "held by: Lê Thị Hạnh"),
    ("office_of", "title", "body", "thuộc: Chi bộ", "has the office: Bí thư Chi bộ"),
    ("issued_by", "paper", "body", "nơi ban hành: Chi bộ", "has issued: Quyết định 12"),
    ("issued_on", "paper", "day", "ngày ban hành: ngày 2/3", "day of issue of: Quyết định 12"),
    ("counted_in", "figure", "place", "số liệu của: xã Mây", "has the figure: 38"),
    ("counted_on", "figure", "day", "số liệu vào: ngày 2/3", "time of the figure: 38"),
    ("unheard_of", "person", "place", "unheard_of: xã Mây", "unheard_of: Lê Thị Hạnh"),
]


@pytest.mark.parametrize(("kind", "head", "tail", "at_head", "at_tail"), SAID)
def test_a_relation_in_words_from_both_ends(kind, head, tail, at_head, at_tail):
    related = Related([tie(kind, head, tail)], MARKS.values(), TEXT)
    assert (related.of(MARKS[head].id, "vi"), related.of(MARKS[tail].id, "en")) == ([at_head], [at_tail])


def test_every_kind_has_words_in_both_languages_at_both_ends():
    assert {kind: [language for language, said in words.items() if all(said)] for kind, words in KINDS.items()} == {
        kind: ["vi", "en"] for kind, *_ in SAID[:-1]
    }


@pytest.mark.parametrize(
    ("relation", "marks"),
    [
        (tie("office_held", "person", "title", status=Status.REJECTED), MARKS),
        (tie("office_held", "person", "title"), MARKS | {"title": replace(MARKS["title"], status=Status.REJECTED)}),
        (tie("office_held", "person", "title"), {"person": MARKS["person"]}),
    ],
    ids=["relation", "other end", "gone"],
)
def test_what_was_rejected_or_is_gone_ties_nothing(relation, marks):
    assert Related([relation], marks.values(), TEXT).of(MARKS["person"].id, "vi") == []


def test_relations_come_in_the_order_of_the_text_heads_first():
    ties = [tie("counted_on", "figure", "day"), tie("counted_in", "figure", "place"), tie("x", "title", "figure")]
    assert Related(ties, MARKS.values(), TEXT).of(MARKS["figure"].id, "en") == [
        "counted on: ngày 2/3", "counted in: xã Mây", "x: Bí thư Chi bộ",
    ]  # fmt: skip


def test_the_pane_and_the_tooltip_tell_it_of_the_open_article_and_undo_takes_it_back(full):
    text, desk, window = TEXTS["lop-hoc.txt"], full.bench.article, full.window
    bench = full.bench
    desk.open(next(row.id for row in full.workspace.reads.rows() if "lớp học" in row.title))
    found = detect(text)
    places = {(text[each.start : each.end], each.label): at for at, each in enumerate(found.spans)}
    facts = (Fact("counted_in", places["38", "COUNT"], places["xã Mây Trắng", "LOCATION"]),)
    full.workspace.detecting.apply(desk.article.id, replace(found, version="test-2", relations=facts))
    window.acts["go_marks"].trigger()
    driving.until(lambda: bench.marks.model.rowCount() > 0)
    model = bench.marks.model
    count = next(each for each in desk.annotations if each.label == "COUNT")
    cell = model.index(model.row(count.id), QUOTE).data(Qt.ItemDataRole.ToolTipRole)
    reader = bench.reader
    reader.go_to(count.id)
    place = reader.selected_box(False).center().toPoint()
    where = reader.viewport().mapToGlobal(QPoint(place))
    QApplication.sendEvent(reader.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))
    told = QToolTip.text()
    full.workspace.edits.undo()
    again = model.index(model.row(count.id), QUOTE).data(Qt.ItemDataRole.ToolTipRole)
    words = "ố liệu của: xã Mây Trắng"
    assert (f"s{words}" in cell, f"S{words}<br>" in told, words in again) == (True, True, False)
