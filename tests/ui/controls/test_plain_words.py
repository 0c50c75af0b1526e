"""What others wrote is seen to the letter, wherever it is shown."""

import ast
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from furnished import detect, read_page
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from desktop import operations, settings
from desktop.errors import KnownError
from desktop.settings import Settings
from desktop.ui.controls import plain_words
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.page.mark_tooltip import MarkTip
from desktop.ui.session.ask_library import fill_recent
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

UI = Path(__file__).parents[3] / "desktop" / "ui"
HOSTILE = "<h1>To</h1> R&D <img src=file:///etc/hostname>"
ToolTip = Qt.ItemDataRole.ToolTipRole


def as_seen(words):
    """Return what Qt shows of words that may be markup: they are, to Qt, if a tag stands in their first line."""
    page = QTextDocument()
    if re.search(r"<[a-z!/][^<]*>|&lt;", words.lstrip().partition("\n")[0]):
        page.setHtml(words)
    else:
        page.setPlainText(words)
    return page.toPlainText()


def shown(*widgets):
    """Return what widgets and all in them show in labels and tooltips, by name: the words as they were set, and as they are seen."""
    for widget in widgets:
        for each in [widget, *widget.findChildren(QWidget)]:
            name = each.objectName() or type(each).__name__
            if isinstance(each, QLabel):
                plain = each.textFormat() is Qt.TextFormat.PlainText
                yield name, each.text(), each.text() if plain else as_seen(each.text())
            yield f"{name} tip", each.toolTip(), as_seen(each.toolTip())


def rows(name, view, column=0):
    model = view.model()
    for row in range(model.rowCount()):
        tip = model.index(row, column).data(ToolTip) or ""
        yield f"{name} row", tip, as_seen(tip)


def judged(seen):
    """Return the places that told the hostile words, and those that did not tell them to the letter."""
    told = [(name, words) for name, raw, words in seen if "h1" in raw]
    return {name for name, _ in told}, [(name, words) for name, words in told if "<h1>" not in words]


@pytest.fixture
def hostile(qtbot, tmp_path):
    """A window over a library in which every word that others can write is hostile."""
    library = tmp_path / "<h1>tên.butda"
    source = tmp_path / "<h1>bài.txt"
    source.write_text(f"{HOSTILE} ở quê\n\nChị {HOSTILE} nói.\n", encoding="utf-8")
    store = operations.open_library(library)
    (prepared,) = operations.prepare(source, read_page)
    article = operations.add(store, prepared).article
    store.close()
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE label SET vi = ?, en = ?, guideline_vi = ?, guideline_en = ?", (HOSTILE,) * 4)
    connection.close()
    store = operations.open_library(library)
    text = store.article(article).text
    start = text.rindex(HOSTILE)
    operations.annotate(store, article, start, start + len(HOSTILE), "PERSON", note=HOSTILE, by=HOSTILE)
    operations.correct(store, replace(store.article(article), source=HOSTILE, tags=(HOSTILE.replace(",", ""),)))
    store.close()
    others = Settings(recent=(str(tmp_path / "khác.butda"),))
    settings.save(others, tmp_path / "settings.json")
    made = Session(tmp_path / "settings.json", detect, read_page, samples=lambda: ())
    made.start(library, samples=False)
    driving.until(lambda: driving.settled(made))
    made.bench.reader.next_annotation(True)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_the_window_shows_them_to_the_letter(hostile):
    window, bench = hostile.window, hostile.bench
    bench.marks.tree.expandAll()
    bench.marks.select(bench.article.annotations[0].id)
    bench.tools.open_bar(False)
    bench.commands.notes.write()
    bench.notice.warn(HOSTILE)
    lists = {"shelf": bench.shelf.list, "label": bench.marks.tree, "marks": bench.marks.list}
    seen = [*shown(window)]
    for name, view in lists.items():
        seen += rows(name, view)
    found, wrong = judged(seen)
    expected = {
        "notice_words",
        "note_about",
        "library tip",
        "library",
        "shelf row",
        "marks row",
        "label row",
        "head_title tip",
    }
    assert (expected - found, wrong) == (set(), [])


def test_the_page_s_tooltip_and_a_search_for_them(hostile):
    bench = hostile.bench
    (mark,) = bench.reader.marks.all
    tip = bench.reader.findChild(MarkTip).words([mark], bench.article.article, bench.reader.mark_layer.labels)
    bench.shelf.box.setText(f"{HOSTILE} không có")
    driving.until(lambda: "h1" in bench.shelf.findChild(QLabel, "shelf_note").text() and driving.settled(hostile))
    found, wrong = judged(shown(bench.shelf))
    assert (as_seen(tip).count(HOSTILE), "shelf_note" in found, wrong) == (4, True, [])


def tags_of_the_first_row(session):
    session.bench.article.open("")
    session.bench.shelf.list.selectRow(0)
    driving.until(session.window.acts["tag"].isEnabled)
    session.window.acts["tag"].trigger()


DIALOGS = {
    "import report": lambda s: ImportReport([KnownError("file-empty", path=HOSTILE)], 0, 0, s.window),
    "library trouble": lambda s: LibraryTrouble(KnownError("file-missing", path=HOSTILE), True, s.window),
    "about": lambda s: s.window.acts["about"].trigger(),
    "tags": tags_of_the_first_row,
    "card": lambda s: s.window.acts["card"].trigger(),
    "report": lambda s: s.window.acts["bug_report"].trigger(),
    "keys": lambda s: s.window.acts["keys"].trigger(),
}


@pytest.mark.parametrize("opened", DIALOGS.values(), ids=DIALOGS)
def test_a_dialog_shows_them_to_the_letter(hostile, opened):
    made = opened(hostile)
    if made:
        made.open()
    (dialog,) = hostile.window.dialogs
    _, wrong = judged(shown(dialog))
    dialog.close()
    assert wrong == []


def test_what_an_export_says_is_shown_to_the_letter(hostile):
    window = hostile.window
    window.acts["export"].trigger()
    (dialog,) = window.dialogs
    dialog.show_failure(HOSTILE)
    found, wrong = judged(shown(dialog))
    dialog.close()
    assert ("result" in found, wrong) == (True, [])


def test_menus_take_no_key_out_of_them(hostile):
    window, recent = hostile.window, QMenu()
    fill_recent(recent, ["/a/<h1>R&D.butda"], Path("/b"), lambda _: None)
    labels = [each.text().partition("\t")[0] for each in window.acts.menus["label"].actions()]
    action = recent.actions()[0]
    assert (set(labels), action.text(), as_seen(action.toolTip())) == (
        {HOSTILE.replace("&", "&&")}, "&1  <h1>R&&D", "/a/<h1>R&D.butda",
    )  # fmt: skip


@pytest.mark.parametrize("words", [HOSTILE, "a\n <b>b</b>", "R&D", "&lt;b&gt;", "gì đó", "a  b\n\nc", "1 < 2"])
def test_a_tooltip_is_seen_to_the_letter(words):
    assert as_seen(plain_words.tooltip(words)) == words


def test_every_label_is_made_plain():
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in UI.rglob("*.py")
        if path.name != "plain_words.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QLabel"
    ]
    assert wrong == []
