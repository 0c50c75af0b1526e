"""The shelf: what it lists, in which order and through which filters, what it asks for, by mouse and by keys."""

import pytest
from person import ask_menu
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from waiting import turn, until_at_rest

from desktop import operations
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Change,
    Hit,
    Listing,
    Row,
    Sorting,
    State,
    Status,
)  # fmt: skip
from desktop.store import Store
from desktop.ui.look import theme
from desktop.ui.shelf.articles_model import DATE, MARKS, REVIEWED, SOURCE, STATE, TAGS, TITLE, ShelfModel, share
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.unattended import driving
from desktop.ui.words import state_words

HIT = Hit(ArticleId("b"), "Bài b", "Đồi 🍵 chè đặc sản của bản.", (11, 15), 40, 44)
Key, Button = Qt.Key, Qt.MouseButton
STATES = dict(zip("abc", State, strict=True))


def made(name, number=0, **values):
    return Article(
        ArticleId(name),
        f"Bài {name}",
        f"Bài {name}. " * 9,
        f"{name:>064}",
        source="Báo Đồi Chè",
        published=f"2026-08-{5 - number:02}T09:30",
        **values,
    )


def marks(article, accepted):
    return [
        Annotation(
            AnnotationId(f"{article}{at}"), ArticleId(article), at, at + 3, "EVENT" if article == "b" else "PERSON",
            status=Status.ACCEPTED if at < accepted else Status.SUGGESTED,
        )
        for at in range(8)
    ]  # fmt: skip


@pytest.fixture
def store(new_library, tmp_path):
    (tmp_path / "l.butda").write_bytes(new_library.read_bytes())
    opened = Store(tmp_path / "l.butda")
    for number, name in enumerate("abc"):
        article = made(name, number, state=STATES[name], tags=("ưu tiên", "ảnh")[: number + 1] if number else ())
        opened.apply("Import", [Change(None, each) for each in (article, *marks(name, 7 - number))])
    yield opened
    opened.close()


@pytest.fixture
def shelf(qtbot, store):
    shown = Shelf(theme.load("light"), "vi")
    qtbot.addWidget(shown)
    shown.resize(320, 560)
    shown.show()
    shown.bar.set_labels(store.labels())
    shown.choices_requested.connect(lambda: shown.offer(store.shelf.sources(), store.shelf.tags()))
    shown.read(store.shelf.view)
    shown.asked = []
    shown.open_requested.connect(lambda *what: shown.asked.append(("open", *what)))
    shown.read_requested.connect(lambda: shown.asked.append("read"))
    shown.search_requested.connect(lambda query: shown.asked.append(("search", query)))
    shown.delete_requested.connect(lambda articles: shown.asked.append(("delete", articles)))
    shown.menu_requested.connect(lambda place: shown.asked.append("menu"))
    return shown


def titles(shelf):
    return "".join(shelf.model.article(row) for row in range(shelf.model.rowCount()))


def choose(box, words):
    """Choose an entry of a box by its first letters, as a person would with the keyboard."""
    at = next(at for at in range(box.count()) if box.itemText(at).startswith(words))
    box.setFocus()
    while box.currentIndex() != at:
        QTest.keyClick(box, Key.Key_Down if box.currentIndex() < at else Key.Key_Up)


def test_a_row_has_title_source_date_marks_reviewed_share_state_and_tags(shelf):
    cells = [shelf.model.index(1, column).data() for column in (TITLE, SOURCE, DATE, MARKS, REVIEWED, STATE, TAGS)]
    assert cells == ["Bài b", "Báo Đồi Chè", "4/8/2026", "8", "75%", state_words.state(State.READING), "ưu tiên, ảnh"]


@pytest.mark.parametrize(("thousandths", "told"), [(None, 0), (9, 0), (995, 99), (1000, 100)])
def test_all_reviewed_means_all(thousandths, told):
    assert share(Row(ArticleId("x"), "", "", None, State.UNREAD, 200, 199, (), thousandths)) == told


# What is done at the shelf, by mouse or key, and what it asks for.
DONE = {
    "enter opens and goes to the page": (
        lambda s: (s.list.selectRow(1), QTest.keyClick(s.list, Key.Key_Return)), [("open", "b", 0, 0), "read"],
    ),
    "a click opens": (
        lambda s: QTest.mouseClick(
            s.list.viewport(), Button.LeftButton, pos=s.list.visualRect(s.model.index(2, TITLE)).center()
        ),
        [("open", "c", 0, 0), "read"],
    ),
    "delete asks for the selected": (
        lambda s: (s.list.selectAll(), QTest.keyClick(s.list, Key.Key_Delete)), [("delete", ["a", "b", "c"])],
    ),
    "a right click on a selected row asks for its menu": (
        lambda s: (s.list.selectRow(0), ask_menu(s.list, QPoint(9, 9))), ["menu"],
    ),
    "end goes to the last and home to the first": (
        lambda s: (
            QTest.keyClick(s.list, Key.Key_End), QTest.keyClick(s.list, Key.Key_Return),
            QTest.keyClick(s.list, Key.Key_Home), QTest.keyClick(s.list, Key.Key_Return),
        ),
        [("open", "c", 0, 0), "read", ("open", "a", 0, 0), "read"],
    ),
    "a step opens the next": (lambda s: (s.list.selectRow(0), s.step(1)), [("open", "b", 0, 0)]),
}  # fmt: skip


@pytest.mark.parametrize(("do", "asked"), DONE.values(), ids=DONE)
def test_what_is_done_is_asked_for(shelf, do, asked):
    do(shelf)
    assert shelf.asked == asked


SORTED = [
    (Sorting.DATE, "abc"), (Sorting.TITLE, "abc"), (Sorting.SOURCE, "abc"), (Sorting.ANNOTATIONS, "abc"),
    (Sorting.REVIEWED, "cba"), (Sorting.STATE, "abc"), (Sorting.TAGS, "bca"), (Sorting.ADDED, "cba"),
]  # fmt: skip


@pytest.mark.parametrize(("sorting", "order"), SORTED, ids=[each for each, _ in SORTED])
def test_a_choice_sorts_and_the_button_turns_the_order(shelf, sorting, order):
    bar = shelf.bar
    choose(bar.sortings, bar.sortings.itemText(bar.sortings.findData(sorting)))
    first = titles(shelf)
    QTest.mouseClick(bar.way, Button.LeftButton)
    assert (first, titles(shelf)) == (order, order[::-1])


FILTERS = {
    "state": (lambda b: choose(b.states, state_words.state(State.DONE)), "c"),
    "tag": (lambda b: choose(b.tags, "ưu tiên"), "bc"),
    "source": (lambda b: choose(b.sources, "Báo"), "abc"),
    "label": (lambda b: choose(b.labels, b.labels.itemText(b.labels.findData("EVENT"))), "b"),
    "since": (lambda b: QTest.keyClicks(b.since, "4/8/2026"), "ab"),
    "until": (lambda b: QTest.keyClicks(b.until, "4/8/2026"), "bc"),
    "a month": (lambda b: QTest.keyClicks(b.until, "7/2026"), ""),
    "what is no date yet": (lambda b: QTest.keyClicks(b.since, "4/8/20"), "abc"),
}


@pytest.mark.parametrize(("act", "left"), FILTERS.values(), ids=FILTERS)
def test_a_filter_leaves_what_passes_and_one_button_lifts_them_all(shelf, act, left):
    QTest.mouseClick(shelf.bar.fold, Button.LeftButton)
    act(shelf.bar)
    filtered = titles(shelf)
    if shelf.bar.clear.isEnabled():
        QTest.mouseClick(shelf.bar.clear, Button.LeftButton)
    assert (filtered, titles(shelf), shelf.bar.listing) == (left, "abc", Listing())


def test_a_date_filters_while_an_input_method_composes_it(shelf):
    QTest.mouseClick(shelf.bar.fold, Button.LeftButton)
    QApplication.sendEvent(shelf.bar.since, QInputMethodEvent("4/8/2026", []))
    composed = titles(shelf)
    QApplication.sendEvent(shelf.bar.since, QInputMethodEvent("", []))
    assert (composed, titles(shelf)) == ("ab", "abc")


def test_the_folded_filters_say_how_many_are_set_and_where_nothing_passes_all_can_be_shown(shelf):
    shelf.bar.toggle()
    QTest.keyClicks(shelf.bar.since, "2027")
    choose(shelf.bar.states, state_words.state(State.DONE))
    shelf.bar.toggle()
    folded = (
        shelf.bar.filters.isVisible(),
        shelf.bar.fold.text(),
        shelf.findChild(QLabel, "shelf_note").text(),
        shelf.list.isVisible(),
    )
    QTest.mouseClick(shelf.findChild(QPushButton, "shelf_lift"), Button.LeftButton)
    assert (folded, titles(shelf)) == ((False, "Filter (2)", "No article passes the filters.", False), "abc")


def test_typing_searches_once_after_a_pause(shelf, qtbot):
    QTest.keyClicks(shelf.box, "che")
    driving.until(lambda: bool(shelf.asked))
    until_at_rest(shelf)
    assert shelf.asked == [("search", "che")]


def test_a_filter_set_while_searching_asks_again(shelf):
    shelf.box.setText("che")
    shelf.asked.clear()
    choose(shelf.bar.states, state_words.state(State.DONE))
    assert shelf.asked[-1] == ("search", "che")


def test_a_hit_opens_at_its_place(shelf):
    shelf.box.setText("đặc")
    shelf.show_hits("đặc", [HIT])
    QTest.keyClick(shelf.box, Key.Key_Return)
    assert (shelf.shows_hits, shelf.asked) == (True, [("open", "b", 40, 44), "read"])


def test_enter_opens_the_first_hit_and_not_the_article_that_was_open(shelf):
    shelf.select(ArticleId("a"))
    shelf.box.setText("bai")
    shelf.show_hits("bai", [HIT, Hit(ArticleId("a"), "Bài a", "Bài a.", (0, 3), 0, 3)])
    QTest.keyClick(shelf.box, Key.Key_Return)
    assert shelf.asked[-2:] == [("open", "b", 40, 44), "read"]


@pytest.mark.parametrize("away", ["filter", "search"])
def test_the_open_article_is_current_again_when_it_comes_back_into_the_list(shelf, away):
    shelf.select(ArticleId("b"))
    if away == "filter":
        choose(shelf.bar.states, state_words.state(STATES["c"]))
    else:
        shelf.box.setText("gì đó")
        shelf.show_hits("gì đó", [])
    gone = shelf.current
    (shelf.bar.clear.click if away == "filter" else shelf.box.clear)()
    assert (gone in (None, "c"), shelf.current) == (True, "b")


def test_hits_of_another_query_are_not_shown(shelf):
    shelf.box.setText("đặc sản")
    shelf.show_hits("đặc", [HIT])
    assert (shelf.shows_hits, shelf.model.rowCount()) == (False, 3)


def test_escape_brings_the_shelf_back(shelf):
    shelf.box.setText("x")
    shelf.show_hits("x", [])
    empty = shelf.list.isVisible()
    QTest.keyClick(shelf.box, Key.Key_Escape)
    assert (empty, shelf.list.isVisible(), shelf.model.rowCount()) == (False, True, 3)


def painted(shelf, color):
    image, wanted = shelf.list.viewport().grab().toImage(), QColor(color).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(0, 90))


def test_the_word_found_is_stressed_in_the_picture(shelf):
    wanted = theme.load("light").hit
    before = painted(shelf, wanted)
    shelf.box.setText("đặc")
    shelf.show_hits("đặc", [HIT])
    assert before == 0 < painted(shelf, wanted)


def test_what_lies_open_has_a_sign_of_its_own_and_another_row_may_be_current(shelf):
    accent = theme.load("light").accent
    shelf.select(ArticleId("b"))
    before = painted(shelf, accent)
    shelf.show_open(ArticleId("a"))
    opened = painted(shelf, accent)
    shelf.show_open(ArticleId("c"))
    assert (before, opened > 150, painted(shelf, accent), shelf.current) == (0, True, 0, "b")


def test_a_changed_row_shows_its_new_numbers_where_it_stands(shelf, store):
    operations.accept(store, [each.id for each in store.annotations(ArticleId("b"))])
    shelf.show_rows([store.row(ArticleId("b"))])
    assert [shelf.model.index(1, column).data() for column in (MARKS, REVIEWED)] == ["8", "100%"]


def test_what_is_current_and_selected_stays_so_when_the_list_is_read_again(shelf, store):
    shelf.list.selectRow(2)
    shelf.list.selectionModel().select(
        shelf.model.index(1, TITLE),
        shelf.list.selectionModel().SelectionFlag.Select | shelf.list.selectionModel().SelectionFlag.Rows,
    )
    operations.delete_articles(store, [ArticleId("a")])
    shelf.reload()
    assert (shelf.current, shelf.selected, shelf.selected_count) == ("c", ["b", "c"], 2)


def test_a_long_list_is_read_in_pages_and_only_where_it_is_looked_at(qtbot, store):
    store.apply("Import", [Change(None, made(f"{number:05}")) for number in range(1500)])
    reads = []
    model = ShelfModel()
    view = store.shelf.view(Listing(Sorting.TITLE, False))
    page = view.page
    view.page = lambda *wanted: reads.append(wanted[0]) or page(*wanted)
    model.show_view(view)
    asked = [model.article(place) for place in (0, 199, 200, 1502, 1200, 1199, 1503)]
    ids = model.articles(0, 1502)
    assert (asked, reads, len(ids)) == (
        ["00000", "00199", "00200", "c", "01200", "01199", None], [0, 200, 1400, 1200, 1000], 1503,
    )  # fmt: skip


def test_a_list_whose_library_has_changed_under_it_reads_itself_again(shelf, store):
    store.apply("Import", [Change(None, made(f"{number:05}")) for number in range(500)])
    shelf.reload()
    operations.delete_articles(store, [ArticleId(f"{number:05}") for number in range(450)])
    shelf.list.scrollToBottom()
    shelf.list.grab()
    turn()  # in which the list reads
    assert shelf.model.rowCount() == 53
