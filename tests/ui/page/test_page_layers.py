"""The layers of a page, and the parts that it is made of."""

import pytest
from PySide6.QtCore import QRectF

from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Line, Role, Status
from desktop.ui.look import theme
from desktop.ui.page.page_layers import FlashLayer, FoldLayer, HitLayer, MarkLayer
from desktop.ui.page.reader import Reader

TEXT = "Đầu đề\nTrang chủ\nLiên hệ\nChị Nhài nói."
LINES = (Line(0, 6, Role.HEADLINE), Line(7, 16, Role.FURNITURE), Line(17, 24, Role.FURNITURE), Line(25, 39, Role.BODY))
PERSON = Label("PERSON", "Người", "Person", "person", "N", "names", 0, "", "", "")


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    mark = Annotation(AnnotationId("m"), ArticleId("x"), 29, 33, "PERSON", status=Status.ACCEPTED)
    widget.show_article(Article(ArticleId("x"), "", TEXT, "", lines=LINES), [mark], [PERSON])
    widget.show()
    return widget


def drawn(reader, layers):
    """Return the picture of a page with these layers alone under its text."""
    before, reader.draw_under = reader.draw_under, layers
    image = reader.viewport().grab().toImage()
    reader.draw_under = before
    return image


def test_a_page_draws_marks_hits_folds_and_what_is_pointed_at_in_this_order(reader):
    assert [type(layer) for layer in reader.draw_under] == [MarkLayer, HitLayer, FoldLayer, FlashLayer]


def test_each_layer_draws_something_of_its_own(reader):
    reader.set_hits([(25, 28)], 0)
    reader.reveal(34, 37)
    bare = drawn(reader, [])
    assert [drawn(reader, [layer]) != bare for layer in reader.draw_under] == [True] * 4


def test_a_layer_that_comes_later_is_drawn_too(reader):
    class Stripe:
        def draw(self, painter, view, sheet):
            painter.fillRect(QRectF(0, 0, sheet.width, 4), sheet.theme.error)

    reader.draw_under.append(Stripe())
    assert reader.viewport().grab().toImage().pixelColor(20, 2).name() == theme.load("light").error


def test_a_selection_means_whole_syllables_wherever_it_is_asked_for(reader):
    reader.move_caret(*(reader.positions.to_utf16(place) for place in (30, 32)))
    boxes = reader.selection_boxes()
    assert (reader.selected_range(), reader.selection(), reader.place, reader.quoted, boxes[0].left() < boxes[1].left()) == (
        (29, 33), (30, 32), (29, 33), (29, 33), True,
    )  # fmt: skip
