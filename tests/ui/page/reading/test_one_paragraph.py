"""One paragraph at a time: the others are veiled, in every theme."""

import pytest

from desktop.model import Article, ArticleId
from desktop.settings import THEMES
from desktop.ui.look import theme
from desktop.ui.page.page_layers import caret_box, offset
from desktop.ui.page.reader import Reader

PARAGRAPHS = [f"Đoạn {at}. " + "Năm nay bản Mây hái chè sớm hơn mọi năm. " * 4 for at in range(60)]
TEXT = "\n".join(PARAGRAPHS)


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show_article(Article(ArticleId("x"), "", TEXT, ""), [], [])
    widget.show()
    return widget


def inked(reader, number, look):
    """Return whether a paragraph's first line is drawn in the full colour of the text."""
    box = caret_box(reader, TEXT.index(f"Đoạn {number}.")).translated(-offset(reader)).toRect()
    picture, ink = reader.viewport().grab().toImage(), look.text
    rows = range(max(box.top(), 0), min(box.bottom(), picture.height()))
    return any(picture.pixelColor(x, y).name() == ink for y in rows for x in range(box.left() + 3, box.left() + 60))


@pytest.mark.parametrize("name", THEMES)
def test_all_paragraphs_but_that_of_the_caret_are_veiled(reader, name):
    look, seen = theme.load(name), []
    reader.set_theme(look)
    for shown, number in ((False, 1), (True, 1), (True, 2)):
        reader.one_paragraph.show(shown)
        reader.move_caret(TEXT.index(f"Đoạn {number}."))
        seen.append([inked(reader, each, look) for each in (0, 1, 2)])
    assert seen == [[True, True, True], [False, True, False], [False, False, True]]


def test_with_the_caret_out_of_sight_it_is_the_paragraph_where_one_reads(reader):
    reader.one_paragraph.show(True)
    reader.verticalScrollBar().setValue(1500)
    third = reader.viewport().height() / 3
    box = reader.document().documentLayout().blockBoundingRect(reader.one_paragraph.paragraph())
    assert (reader.textCursor().position(), box.top() - 20 <= 1500 + third <= box.bottom() + 20) == (0, True)
