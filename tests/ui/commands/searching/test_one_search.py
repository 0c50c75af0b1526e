"""One search over shelf and page, in the real parts over a real library, without a window."""

import shutil

import pytest
from furnished import read_page
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop import operations
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.searching.one_search import OneSearch
from desktop.ui.library.workspace import Workspace
from desktop.ui.look import theme
from desktop.ui.page.page_area import PageArea
from desktop.ui.page.reader import Reader
from desktop.ui.shelf.articles_model import TITLE
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.unattended import driving

TEXTS = {
    "Bến cũ": "Chợ bên sông.\nChợ đông, chợ vui.",
    "Bến mới": "Một phiên chợ sớm ở bến.",
    "Đồi": "Không có gì. Người bán chợ xa về.",
}
Key = Qt.Key


class Parts:
    """Shelf, page and search over one library, joined as the workbench joins them."""

    def __init__(self, path, parent):
        self.library = Workspace(operations.open_library(path), lambda *_: None, read_page)
        self.article = OpenArticle(self.library)
        self.shelf = Shelf(theme.load("light"), "vi", parent)
        self.reader = Reader(theme.load("light"), "vi", parent)
        self.area = PageArea(self.reader, theme.load("light"), "vi", parent)
        self.search = OneSearch(self.library, self.article, self.shelf, self.area)
        self.article.opened.connect(self.show)
        self.shelf.open_requested.connect(self.article.open)
        self.shelf.open_requested.connect(self.search.light)
        self.shelf.search_requested.connect(self.search.look)
        self.shelf.query_emptied.connect(self.search.put_out)
        self.library.errands.searched.connect(self.search.show_hits)
        self.library.errands.counted.connect(self.shelf.show_places)
        self.shelf.read(self.library.reads.view)

    def show(self):
        article = self.article
        self.reader.show_article(article.article, article.annotations, article.labels)
        self.area.find_again()

    def look(self, words):
        self.shelf.box.setText(words)
        driving.until(lambda: self.shelf.shows_hits)
        driving.until(lambda: not self.library.tasks.busy)

    def listed(self):
        model = self.shelf.model
        return [(hit.title, model.places(hit)) for hit in model.hits]

    def lit(self):
        hits, text = self.reader.hits, self.article.article.text
        return self.article.article.title, [text[slice(*hit)] for hit in hits.found], hits.current


@pytest.fixture
def parts(qtbot, new_library, tmp_path):
    path = tmp_path / "l.butda"
    shutil.copy(new_library, path)
    store = operations.open_library(path)
    for title, text in TEXTS.items():
        (prepared,) = operations.prepare_paste(f"{title}\n{text}", False, read_page)
        article = operations.add(store, prepared).article
    place = TEXTS["Đồi"].index("Người") + len("Đồi\n")
    operations.annotate(store, article, place, place + 5, "PERSON", note="hỏi người giữ chợ")
    store.close()
    window = QWidget()
    qtbot.addWidget(window)
    made = Parts(path, window)
    window.show()
    yield made
    driving.until(lambda: not made.library.tasks.busy)
    made.library.close()


def test_what_is_found_tells_its_places_those_of_notes_too(parts):
    parts.look("cho")
    assert sorted(parts.listed()) == [("Bến cũ", "3 places"), ("Bến mới", "1 place"), ("Đồi", "2 places")]


def test_what_is_opened_is_lit_all_over_and_fills_the_find_bar(parts):
    parts.look("cho")
    parts.shelf.select(next(hit.id for hit in parts.shelf.model.hits if hit.title == "Bến cũ"))
    parts.shelf.list.clicked.emit(parts.shelf.list.currentIndex())
    bar = parts.area.find_bar
    assert (parts.lit(), bar.box.text(), bar.count.text()) == (("Bến cũ", ["Chợ", "Chợ", "chợ"], 0), "cho", "1 of 3")


def test_steps_go_on_past_the_end_and_back_over_articles_and_round_at_the_very_end(parts):
    parts.look("chợ")
    titles = [hit.title for hit in parts.shelf.model.hits]
    parts.shelf.list.selectRow(0)
    parts.shelf.step(0)
    walked = [parts.lit()]
    for _ in range(6):
        parts.area.step_hit(True)
        walked.append(parts.lit())
    parts.area.step_hit(False)
    back = parts.lit()
    counts = {"Bến cũ": 3, "Bến mới": 1, "Đồi": 2}
    expected = [(title, at) for title in titles for at in range(counts[title])]
    before_last = next(each for each in reversed(expected) if each[0] == titles[1])
    assert ([(title, at) for title, _, at in walked], (back[0], back[2])) == ([*expected, (titles[2], 0)], before_last)


def test_a_search_of_the_page_alone_goes_round_in_it(parts):
    parts.look("chợ")
    parts.shelf.list.selectRow(0)
    parts.shelf.step(0)
    title = parts.article.article.title
    parts.area.find_bar.fill("o")
    parts.area.search("o")
    for _ in range(len(parts.reader.hits.found)):
        parts.area.step_hit(True)
    assert parts.article.article.title == title


def test_emptying_the_search_puts_out_what_it_lit(parts):
    parts.look("chợ")
    parts.shelf.list.selectRow(0)
    parts.shelf.step(0)
    lit = bool(parts.reader.hits.found), not parts.area.find_bar.isHidden()
    driving.press(parts.shelf.box, Key.Key_Escape)
    assert (lit, parts.reader.hits.found, parts.area.find_bar.isHidden()) == ((True, True), (), True)


def test_a_query_without_words_lights_the_marks_it_asks_for(parts):
    parts.look("label:person")
    parts.shelf.list.selectRow(0)
    parts.shelf.step(0)
    assert (parts.listed(), parts.lit()) == ([("Đồi", "1 place")], ("Đồi", ["Người"], 0))


def test_a_hit_in_a_note_is_told_and_lit_at_its_mark(parts):
    parts.look("người giữ")
    parts.shelf.list.selectRow(0)
    parts.shelf.step(0)
    told = parts.shelf.model.index(0, TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (told, parts.lit()) == ("Đồi\n1 place · Note: hỏi người giữ chợ", ("Đồi", ["Người"], 0))
