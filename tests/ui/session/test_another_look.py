"""Another theme or language changes what all looks like, and nothing of what a person is at."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.model import State, Status
from desktop.ui.marks.marks_model import QUOTE
from desktop.ui.unattended import driving
from desktop.ui.window.desk import PANES

LOOKS = {"theme": ("dark", "vi"), "language": ("light", "en"), "both": ("dark", "en")}


def turn(session, look):
    theme, language = LOOKS[look]
    session.set_theme(theme)
    session.set_language(language)
    driving.until(lambda: (session.window.theme.name, session.window.language) == (theme, language))
    driving.until(lambda: driving.settled(session))


@pytest.fixture
def at_work(full):
    """A window in which the lesson lies open."""
    full.set_theme("light")
    driving.until(lambda: full.window.theme.name == "light" and driving.settled(full))
    full.bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.annotations == 4))
    full.window.activateWindow()
    return full


def select_words(session):
    driving.select(session, 4, 13)


def set_caret(session):
    driving.select(session, 20, 20)


def select_mark(session):
    session.bench.reader.setFocus()
    session.bench.reader.next_annotation(True)
    session.bench.reader.next_annotation(True)


def find(session):
    session.window.acts["find_words"].trigger()
    QTest.keyClicks(session.bench.page.find_bar.box, "may")
    driving.until(lambda: len(session.bench.reader.hits.found) == 2)
    session.window.acts["find_next"].trigger()


def search(session):
    session.bench.shelf.box.setText("may trang")
    driving.until(lambda: session.bench.shelf.shows_hits and driving.settled(session))


def filter_shelf(session):
    bar = session.bench.shelf.bar
    bar.fold.setChecked(True)
    bar.set_listing(replace(bar.listing, state=State.UNREAD))
    session.bench.shelf.reload()


def select_articles(session):
    session.bench.shelf.list.selectAll()


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def filter_marks(session):
    session.window.acts["go_marks"].trigger()
    pane = session.bench.marks
    choose(pane.filter.show_box, str(Status.SUGGESTED))
    choose(pane.filter.order, QUOTE)
    pane.words.setText("mây")
    driving.until(lambda: pane.model.rowCount() == 2)


def select_marks(session):
    session.window.acts["go_marks"].trigger()
    driving.until(lambda: session.bench.marks.model.rowCount() == 4)
    session.bench.marks.list.selectAll()


def begin_note(session):
    session.bench.reader.next_annotation(True)
    session.window.acts["note"].trigger()
    QTest.keyClicks(session.bench.tools.note.words, "hoi lai")


def hide_labels(session):
    session.bench.article.hide(frozenset({"PERSON"}))


def unfold_labels(session):
    session.window.acts["go_legend"].trigger()
    tree = session.bench.marks.tree
    tree.expand(tree.entities.index(1, 0))
    tree.setCurrentIndex(tree.entities.index(1, 0))


def hide_panes(session):
    session.window.acts["pane_side"].trigger()


def review(session):
    hide_panes(session)
    session.window.acts["review"].trigger()
    driving.until(lambda: driving.settled(session) and session.bench.article.selected is not None)
    driving.until(lambda: session.bench.reader.tags_shown)


DOINGS = (
    select_words, set_caret, select_mark, find, search, filter_shelf, select_articles, filter_marks, select_marks, begin_note,
    hide_labels, unfold_labels, hide_panes, review,
)  # fmt: skip


def seen(session):
    """What a person sees, in words that no theme and no language changes."""
    bench, focus = session.bench, session.window.focusWidget()
    reader, pane, shelf, find_bar = bench.reader, bench.marks, bench.shelf, bench.page.find_bar
    cursor, note = reader.textCursor(), bench.tools.note
    return {
        "article": bench.article.id,
        "caret": (cursor.anchor(), cursor.position()),
        "mark": (bench.article.selected and bench.article.selected.id, reader.selected_annotation),
        "hidden": (reader.hidden, pane.tree.entities.hidden),
        "find": (find_bar.isVisible(), find_bar.box.text(), reader.hits.found, reader.hits.current),
        "shelf": (shelf.box.text(), shelf.bar.listing, shelf.bar.fold.isChecked(), shelf.shows_hits),
        "chosen": sorted(shelf.selected) if shelf.selected_count > 1 else [],  # of one it is the open article
        "listed": [shelf.model.article(row) for row in range(shelf.model.rowCount())],
        "marks": (pane.words.text(), [box.currentData() for box in pane.boxes], sorted(pane.list.selected)),
        "unfolded": pane.tree.held(),
        "note": (note.isVisible(), note.words.toPlainText() if note.isVisible() else ""),
        "panes": ([session.window.desk.is_shown(at) for at in PANES], session.window.hidden_panes),
        "review": (session.window.acts["review"].isChecked(), reader.tags_shown),
        "focus": focus.objectName() if focus else "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("look", "do"), [*(("both", do) for do in DOINGS), ("theme", select_mark), ("language", filter_marks)],
    ids=lambda each: getattr(each, "__name__", each),
)  # fmt: skip
def test_what_a_person_is_at_stays(at_work, do, look):
    do(at_work)
    driving.until(lambda: driving.settled(at_work))
    before = seen(at_work)
    turn(at_work, look)
    driving.until(lambda: at_work.bench.tools.note.isVisible() == before["note"][0])
    assert seen(at_work) == before


@pytest.mark.parametrize("theme", ["dark", "sepia"])
def test_another_theme_is_the_same_window_and_page_and_looks_as_one_that_is_made_in_it(at_work, theme, tmp_path):
    select_mark(at_work)
    at_work.set_language("en")
    driving.until(lambda: at_work.window.language == "en" and driving.settled(at_work))
    before, text = at_work.window, at_work.bench.reader.document()
    laid_out = []
    text.contentsChange.connect(lambda *change: laid_out.append(change))
    at_work.set_theme(theme)
    driving.until(lambda: driving.settled(at_work))
    same = at_work.window is before, at_work.bench.reader.document() is text, laid_out
    turned = driving.picture(before, tmp_path / "turned.png").read_bytes()
    for language in ("vi", "en"):
        driving.look(at_work, theme, language)
    made = driving.picture(at_work.window, tmp_path / "made.png").read_bytes()
    assert (same, at_work.window is before, turned == made) == ((True, True, []), False, True)


def test_folders_that_were_chosen_are_begun_in_again(at_work, answers, asked, tmp_path):
    (tmp_path / "ra").mkdir()
    (tmp_path / "vao").mkdir()
    (tmp_path / "vao" / "them.txt").write_text("Mưa lớn\n\nSuối Lạnh lên cao.\n", encoding="utf-8")
    answers += [[tmp_path / "vao" / "them.txt"], [tmp_path / "ra" / "x.txt"], [tmp_path / "ra" / "x.butda"]]
    ways = ("import_files", "save_original", "backup")
    for way in ways:
        at_work.window.acts[way].trigger()
        driving.until(lambda: driving.settled(at_work))
    turn(at_work, "theme")
    for way in ways:
        at_work.window.acts[way].trigger()
    at_work.window.acts["export"].trigger()
    target = at_work.window.dialogs[-1].target.text()
    starts = [question.start if question.start.is_dir() else question.start.parent for question in asked[3:]]
    assert (starts, str(tmp_path / "ra") in target) == ([tmp_path / "vao", tmp_path / "ra", tmp_path / "ra"], True)


def test_what_goes_on_is_told_in_the_new_language(at_work, detecting):
    from threading import Event

    from furnished import detect

    begun, go_on = Event(), Event()

    def slowly(text, published=None, roles=None, lists=None):
        begun.set()
        go_on.wait(driving.PATIENCE)
        return detect(text)

    detecting.now = slowly
    at_work.bench.shelf.list.selectAll()
    at_work.window.acts["detect_articles"].trigger()
    driving.until(begun.is_set)
    before = at_work.window
    at_work.set_language("en")
    driving.until(lambda: at_work.window is not before)
    words = at_work.bench.status.findChild(QWidget, "progress_count").text()
    go_on.set()
    driving.until(lambda: driving.settled(at_work))
    assert words == "Detecting: 0 of 3"


def test_to_ask_how_all_looks_writes_no_file(at_work, tmp_path):
    places = tmp_path / "places.json"
    at_work.bench.reader.verticalScrollBar().setValue(3)
    before = places.exists()
    at_work.bench.remembered(at_work.settings)
    assert places.exists() == before


def test_the_neighbour_of_an_article_that_lay_open_before_opens_when_that_is_deleted(at_work):
    before, opened = at_work.window, at_work.bench.article.id
    at_work.set_language("en")
    driving.until(lambda: at_work.window is not before and driving.settled(at_work))
    at_work.bench.shelf.list.clearSelection()
    at_work.window.acts["delete_articles"].trigger()
    near = at_work.bench.article.id
    assert (near in {row.id for row in at_work.workspace.reads.rows()}, near == opened) == (True, False)
