"""Where marks lie: the edges of one are those of its pieces, found on its own lines alone."""

import tomllib

import pytest

from desktop import assets
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Line, Role
from desktop.text.lines import lines
from desktop.ui.look import theme
from desktop.ui.page import mark_layout
from desktop.ui.page.reader import Reader

LABELS = [Label(**row) for row in tomllib.loads(assets.text("labels.toml"))["label"]]
PARAGRAPH = "Chị Tô Thị Nhài ở xã Mây Trắng 🎉 hái chè sớm hơn mọi năm, kịp phiên chợ đầu mùa. " * 4
TEXT = "\n".join(["Trang chủ", PARAGRAPH, PARAGRAPH, "Liên hệ"])
PLACES = [(0, 5), (10, 25), (14, 330), (30, 42), (180, 200), (350, 353), (len(TEXT) - 5, len(TEXT))]


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(520, 900)
    marks = [
        Annotation(AnnotationId(str(at)), ArticleId("x"), start, end, "PERSON")
        for at, (start, end) in enumerate(PLACES)
    ]
    roles = tuple(Line(start, end, Role.FURNITURE if end - start < 20 else Role.BODY) for start, end in lines(TEXT))
    widget.show_article(Article(ArticleId("x"), "", TEXT, "", lines=roles), marks, LABELS)
    widget.show()
    return widget


@pytest.mark.parametrize("at_end", [False, True])
def test_the_edge_of_a_mark_is_that_of_its_piece_and_folded_ones_have_none(reader, at_end):
    pieces = [piece for piece in reader.view_layout().pieces if (piece.closes if at_end else piece.opens)]
    drawn = {piece.mark.annotation.id: piece.box for piece in pieces}
    found = {
        mark.annotation.id: mark_layout.edge(reader.document(), reader.marks, mark, at_end) for mark in reader.marks.all
    }
    gone = [at for at, box in found.items() if box is None]
    assert (found, sorted(gone)) == ({str(at): drawn.get(str(at)) for at in range(len(PLACES))}, ["0", "6"])
