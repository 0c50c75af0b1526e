"""The lines of a page follow another theme: what is in sight at once, the rest in turns, and only what has a colour of its own."""

import pytest

from desktop.model import Article, ArticleId, Line, Role
from desktop.text.lines import lines
from desktop.ui.look import theme
from desktop.ui.page.reader import Reader
from desktop.ui.unattended import driving

BODY = "Năm nay bản Mây hái chè sớm hơn mọi năm. " * 20
TEXT = "\n".join([*["Ảnh: chè", BODY] * 100, "Ảnh: bản Mây"])  # some 80,000 letters


@pytest.fixture
def reader(qtbot):
    widget = Reader(theme.load("light"))
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    roles = [Line(start, end, Role.CAPTION if end - start < 20 else Role.BODY) for start, end in lines(TEXT)]
    widget.show_article(Article(ArticleId("x"), "", TEXT, "", lines=tuple(roles)), [], [])
    widget.show()
    return widget


def inks(reader):
    """Return the colours of the first and of the last caption."""
    blocks = reader.document().firstBlock(), reader.document().lastBlock()
    return [block.begin().fragment().charFormat().foreground().color().name() for block in blocks]


def test_captions_follow_another_theme_and_the_text_between_is_not_laid_out_again(reader):
    light, dark = theme.load("light").muted, theme.load("dark").muted
    changed = []
    reader.document().contentsChange.connect(lambda at, gone, come: changed.append((at, gone == come)))
    seen = [inks(reader)]
    reader.set_theme(theme.load("dark"))
    seen.append(inks(reader))
    driving.until(lambda: inks(reader)[1] == dark)
    assert (seen, len(changed), all(same for _, same in changed)) == ([[light, light], [dark, light]], 3, True)


def test_a_page_that_is_filled_meanwhile_has_the_new_colours_and_no_turn_goes_on(reader):
    dark = theme.load("dark").muted
    reader.set_theme(theme.load("dark"))
    reader.zoom(1)
    changed = []
    reader.document().contentsChange.connect(lambda *change: changed.append(change))
    reader.viewport().repaint()
    driving.until(lambda: reader.isVisible())
    assert (inks(reader), changed) == ([dark, dark], [])
