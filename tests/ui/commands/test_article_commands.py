"""What is done to the articles chosen on the shelf, over a real library: cards, tags, states, detection, and their undo."""

from dataclasses import replace

import pytest
from furnished import detect, quotes
from person import ask_menu
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from shiboken6 import isValid
from waiting import turn

from desktop.model import Article, ArticleId, State
from desktop.operations.shelving import NOTE
from desktop.ui.commands import meant
from desktop.ui.dialogs.article_card import Card
from desktop.ui.dialogs.tag_dialog import TagDialog
from desktop.ui.unattended import driving

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
ARTICLE = Article(
    ArticleId("a"), "Đồi chè vào vụ " * 9, "Đồi chè", "0" * 64, "Báo Đồi Chè", "Hoa", "2026-08-05T09:30", "Mây Trắng", "https://x.vn",
    "chè.txt", "2026-08-06T01:02:03Z", tags=("cũ",), fields={"Trang": "3", NOTE: "xem lại"}, detected="test-1",
)  # fmt: skip


@pytest.fixture
def card(qtbot):
    made = Card(ARTICLE)
    made.given = []
    made.corrected.connect(made.given.append)
    made.open()
    qtbot.waitExposed(made)
    yield made
    if isValid(made):
        made.close()


def save(dialog):
    QTest.mouseClick(dialog.findChild(QPushButton, f"{dialog.objectName()}_save"), Button.LeftButton)


def write(name, words):
    def do(card):
        line = card.findChild(QLineEdit, f"card_{name}")
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Key.Key_Delete)
        QTest.keyClicks(line, words)

    return do


def add_field(card):
    QTest.mouseClick(card.findChild(QPushButton, "card_add"), Button.LeftButton)
    card.table.item(1, 0).setText("So")
    card.table.item(1, 1).setText("12")


def remove_field(card):
    card.table.setCurrentCell(0, 0)
    QTest.mouseClick(card.findChild(QPushButton, "card_remove"), Button.LeftButton)


WRITTEN = {
    "nothing": (lambda card: None, {}),
    "title": (write("title", "Bai moi"), {"title": "Bai moi"}),
    "date": (write("published", "15/6/2019"), {"published": "2019-06-15"}),
    "date in two figures": (write("published", "1/7/20"), {"published": "2020-07-01"}),
    "no date": (write("published", ""), {"published": None}),
    "place": (write("place", "Ban Xoi"), {"place": "Ban Xoi"}),
    "tags": (write("tags", "a, b"), {"tags": ("a", "b")}),
    "state": (lambda card: QTest.keyClick(card.states, Key.Key_Down), {"state": State.READING}),
    "note": (lambda card: card.note.setPlainText("khác"), {"fields": {"Trang": "3", NOTE: "khác"}}),
    "a field more": (add_field, {"fields": {"Trang": "3", "So": "12", NOTE: "xem lại"}}),
    "a field less": (remove_field, {"fields": {NOTE: "xem lại"}}),
}


@pytest.mark.parametrize(("do", "values"), WRITTEN.values(), ids=WRITTEN)
def test_a_card_gives_back_what_was_corrected_and_the_rest_to_the_letter(card, do, values):
    do(card)
    save(card)
    assert (card.given, card.isVisible()) == ([replace(ARTICLE, **values)], False)


@pytest.mark.parametrize(("name", "words"), [("published", "hom qua"), ("retrieved", "31/2/2020"), ("title", "")])
def test_what_cannot_be_is_told_and_the_card_stays(card, name, words):
    write(name, words)(card)
    save(card)
    told = [each for each, trouble in card.troubles.items() if trouble.isVisible()]
    assert (card.given, told, card.focusWidget().objectName()) == ([], [name], f"card_{name}")


def test_control_and_enter_save(card, qtbot):
    card.activateWindow()
    driving.until(card.isActiveWindow)
    QTest.keyClick(card.note, Key.Key_Return, Modifier.ControlModifier)
    driving.until(lambda: bool(card.given))
    assert card.given == [ARTICLE]


def test_a_long_title_is_shown_from_its_beginning_and_another_date_says_what_follows(card, qtbot):
    turn()
    begins, before = card.lines["title"].cursorPosition(), card.findChild(QLabel, "card_anew").isVisible()
    write("published", "15/6/2019")(card)
    assert (begins, before, card.findChild(QLabel, "card_anew").isVisible()) == (0, False, True)


BOTH = (2, "", {"x": 2, "y": 1})
ALONE = (1, "a", {})


@pytest.mark.parametrize(
    ("whose", "do", "given"),
    [
        (BOTH, lambda d: None, ([], [])),
        (BOTH, lambda d: d.list.item(0).setCheckState(Qt.CheckState.Unchecked), ([], ["x"])),
        (BOTH, lambda d: d.list.item(1).setCheckState(Qt.CheckState.Checked), (["y"], [])),
        (ALONE, lambda d: (QTest.keyClicks(d.line, "moi, x"), QTest.keyClick(d.line, Key.Key_Return)), (["moi", "x"], [])),
        (ALONE, lambda d: QTest.keyClicks(d.line, "chua enter"), (["chua enter"], [])),
    ],
    ids=["nothing", "off all", "on all", "new and known", "typed without enter"],
)  # fmt: skip
def test_tags_are_given_to_all_and_taken_off_all_and_half_ticked_ones_stay(qtbot, whose, do, given):
    dialog = TagDialog(*whose, [("x", 2), ("y", 1)])
    dialog.show()
    got = []
    dialog.chosen.connect(lambda *what: got.append(what))
    do(dialog)
    save(dialog)
    assert got == [given]


# Over a library


@pytest.fixture
def opened(parts):
    """The commands over articles that are listed, the first of them open."""
    parts.take_wishes("articles")
    parts.article.open(parts.shelf.first)
    return parts


def states(opened):
    return sorted(row.state for row in opened.library.reads.rows())


def select_all(opened):
    opened.acts["go_shelf"].trigger()
    QTest.keyClick(opened.shelf.list, Key.Key_A, Modifier.ControlModifier)


def tag_all(opened):
    opened.acts["tag"].trigger()
    dialog = opened.dialog
    QTest.keyClicks(dialog.line, "doc lai")
    save(dialog)


def correct_title(opened):
    opened.acts["card"].trigger()
    dialog = opened.dialog
    write("title", "Moi")(dialog)
    save(dialog)


def detect_all(opened):
    opened.does("detect_articles")


GESTURES = {
    "tag": (tag_all, "Tag", lambda s: [row.tags for row in s.library.reads.rows()], [("doc lai",)] * 3),
    "done": (lambda s: s.acts["done"].trigger(), "Set state", states, [State.DONE] * 3),
    "delete": (
        lambda s: QTest.keyClick(s.shelf.list, Key.Key_Delete), "Delete article", lambda s: s.library.reads.rows(), [],
    ),
    "detect": (
        detect_all, "Detect", lambda s: {s.library.reads.article(row.id).detected for row in s.library.reads.rows()}, {"test-2"},
    ),
    "title": (correct_title, "Correct title", lambda s: "Moi" in [row.title for row in s.library.reads.rows()], True),
}  # fmt: skip


@pytest.mark.parametrize(("do", "title", "look", "expected"), GESTURES.values(), ids=GESTURES)
def test_what_is_done_to_several_articles_is_one_step_and_the_shelf_follows(
    opened, detecting, do, title, look, expected
):
    before = look(opened)
    shelf = opened.shelf
    detecting.now = lambda text, published, roles=None, lists=None: replace(detect(text, published), version="test-2")
    select_all(opened)
    do(opened)
    told, after = opened.library.reads.next_undo().title, look(opened)
    opened.acts["undo"].trigger()
    opened.settle()
    listed = [shelf.model.entry(place) for place in range(shelf.model.rowCount())]
    assert (told, after, look(opened), listed) == (title, expected, before, opened.library.reads.rows())


def test_tagging_keeps_what_is_selected(opened):
    select_all(opened)
    tag_all(opened)
    shown = [opened.shelf.model.entry(place).tags for place in range(3)]
    assert (opened.shelf.selected_count, shown) == (3, [("doc lai",)] * 3)


def test_done_twice_is_reading_again(opened):
    select_all(opened)
    opened.acts["done"].trigger()
    opened.acts["done"].trigger()
    assert states(opened) == [State.READING] * 3


def test_opening_an_article_by_hand_makes_it_reading_and_leaves_undo_and_redo_alone(opened):
    shelf = opened.shelf
    opened.library.edits.accept([each.id for each in opened.article.suggestions])
    opened.acts["undo"].trigger()
    before = opened.library.reads.next_titles(), states(opened)
    shelf.list.selectRow(1)
    QTest.keyClick(shelf.list, Key.Key_Return)
    assert (before, opened.library.reads.next_titles(), states(opened), shelf.model.entry(1).state) == (
        (("Import", "Accept"), [State.UNREAD] * 3), ("Import", "Accept"), [State.READING, State.UNREAD, State.UNREAD], State.READING,
    )  # fmt: skip


def test_a_corrected_date_has_the_article_looked_through_with_it_as_part_of_the_step(opened, detecting):
    dates = []
    library = opened.library
    detecting.now = lambda text, published: (
        dates.append(published) or replace(detect(text, published), spans=detect(text, published).spans[:1])
    )
    article = opened.article.article
    before = quotes(library, article.id)
    library.edits.correct(replace(article, published="2019-06-15"))
    opened.settle()
    after = quotes(library, article.id)
    opened.acts["undo"].trigger()
    assert (dates, len(after), quotes(library, article.id), library.reads.next_undo().title) == (
        ["2019-06-15", "2026-08-05"], 1, before, "Import",
    )  # fmt: skip


def test_the_menu_of_the_shelf_holds_what_can_be_done_to_the_selected(opened):
    select_all(opened)
    ask_menu(opened.shelf.list, QPoint(9, 9))
    menu = QApplication.activePopupWidget()
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    menu.close()
    driving.until(lambda: not isValid(menu))  # what it borrowed from the menu bar stays
    states_there = [action.objectName() for action in opened.acts.menus["state"].actions()]
    assert (names, states_there) == (
        ["card", "tag", "detect_articles", "reread", "export", "delete_articles"], ["unread", "reading", "done"],
    )  # fmt: skip


def test_the_order_is_remembered_and_the_filters_stay_when_the_language_changes(full):
    bar = full.bench.shelf.bar
    bar.set_order("title")
    bar.set_listing(replace(bar.listing, state=State.UNREAD))
    full.set_language("en")
    driving.until(lambda: full.window.language == "en" and driving.settled(full))
    again = full.bench.shelf.bar
    assert (full.settings.order, again.order, again.listing.state, again.fold.text()) == (
        "title", "title", State.UNREAD, "Filter (1)",
    )  # fmt: skip


def test_done_twice_is_reading_again_however_many_are_chosen(opened, monkeypatch):
    monkeypatch.setattr(meant, "MANY", 2)
    opened.shelf.list.selectAll()
    seen = []
    for _ in range(2):
        opened.acts["done"].trigger()
        opened.settle()
        seen.append(states(opened))
    assert seen == [[State.DONE] * 3, [State.READING] * 3]


def test_the_menu_of_states_says_which_one_the_chosen_articles_are_in(opened):
    opened.shelf.list.selectAll()
    opened.acts["done"].trigger()
    menu = opened.acts.menus["state"]
    menu.popup(QPoint())
    menu.close()
    assert [opened.acts[name].isChecked() for name in ("unread", "reading", "done")] == [False, False, True]


def test_who_marked_in_the_library_is_offered_to_the_search_once_it_is_read(parts):
    parts.take_wishes("articles")
    article = parts.library.reads.rows()[0].id
    made = parts.library.edits.annotate(article, 0, 2, "PERSON")
    parts.articles.offer_people()
    parts.settle()
    parts.shelf.chips.menu.aboutToShow.emit()
    people = next(action.menu() for action in parts.shelf.chips.menu.actions() if action.text() == "Người đánh dấu")
    assert [action.text() for action in people.actions()][1:-1] == [made.by]
