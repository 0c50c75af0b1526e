"""Reading: finding, places, looks, copies, paper and line roles, by keys, clicks and menus; in the window what is the window's."""

import re

import pytest
from furnished import TEXTS, detect, press, quotes, read_page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from desktop import settings
from desktop.model import Role
from desktop.text.selecting import words_at
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CHALK = TEXTS["che.txt"]


@pytest.fixture
def page(parts):
    """The commands over page and marks."""
    parts.take_wishes("on_page", "marks")
    return parts


def read(parts, beginning):
    parts.article.open(parts.named(beginning))
    return parts.article.article


def open_article(session, beginning):
    desk = session.bench.article
    desk.open(next(row.id for row in session.workspace.reads.rows() if row.title.startswith(beginning)))


def typed(parts, words):
    return typed_into(parts.acts, parts.page.find_bar, words)


def typed_into(acts, bar, words):
    acts["find_words"].trigger()
    bar.box.setText(words)
    press(bar.box, Key.Key_Return)
    return bar


def found(parts):
    hits = parts.reader.hits
    return [parts.article.article.text[slice(*hit)] for hit in hits.found], hits.current


@pytest.mark.parametrize(
    ("words", "expected", "count"),
    [
        ("may trang", ["Mây Trắng"], "1/1"),
        ("mây", ["Mây"], "1/1"),
        ("mẫy", [], "Không thấy"),
        ("CH", ["ch", "ch", "ch"], "1/3"),
        ("che", ["chè", "chè"], "1/2"),
        ("  ", [], ""),
        ("?!", [], "Không thấy"),
    ],
)
def test_words_are_found_with_folding_and_binding_marks(page, words, expected, count):
    read(page, "Đồi chè")
    bar = typed(page, words)
    assert (found(page)[0], bar.count.text(), bar.next.isEnabled()) == (expected, count, bool(expected))


def test_next_and_previous_go_round_by_keys_and_buttons(page):
    read(page, "Đồi chè")
    bar, acts = typed(page, "ch"), page.acts
    seen = []
    for step in (
        acts["find_next"].trigger, acts["find_next"].trigger, acts["find_next"].trigger, acts["find_previous"].trigger,
        bar.next.click, bar.previous.click, lambda: press(bar.box, Key.Key_Return),
        lambda: press(bar.box, Key.Key_Return, modifiers=Modifier.ShiftModifier),
    ):  # fmt: skip
        step()
        seen.append((found(page)[1], bar.count.text()))
    assert [at for at, _ in seen] == [1, 2, 0, 2, 0, 2, 0, 2]
    assert seen[-1] == (2, "3/3")


def test_escape_leaves_the_words_selected_and_f3_takes_the_search_up_again(page):
    read(page, "Đồi chè")
    bar, reader = typed(page, "hai che"), page.reader
    press(bar.box, Key.Key_Escape)
    text = page.article.article.text
    left = (bar.isVisible(), found(page), text[slice(*reader.selected_range())])
    page.acts["find_next"].trigger()
    assert (left, bar.isVisible(), found(page)) == ((False, ([], None), "hái chè"), True, (["hái chè"], 0))


def test_escape_on_the_page_puts_out_first_and_goes_to_the_shelf_then(full):
    open_article(full, "Đồi chè")
    bar, reader = typed_into(full.window.acts, full.bench.page.find_bar, "chè"), full.bench.reader
    reader.setFocus()
    seen = []
    for _ in range(3):
        press(reader, Key.Key_Escape)
        seen.append((bar.isVisible(), bool(reader.hits.found), reader.hasFocus(), reader.textCursor().hasSelection()))
    assert seen == [(False, False, True, True), (False, False, True, False), (False, False, False, False)]


def test_what_is_selected_is_looked_for(page):
    read(page, "Đồi chè")
    start = CHALK.index("phiên chợ")
    page.select(start, start + 9)
    page.acts["find_words"].trigger()
    assert (page.page.find_bar.box.text(), found(page)) == ("phiên chợ", (["phiên chợ"], 0))


def test_the_search_follows_to_another_article(page):
    read(page, "Đồi chè")
    typed(page, "bản")
    first = found(page)[0]
    read(page, "Cây cầu")
    assert (first, found(page)[0]) == ([], ["bản"])


def test_the_keys_of_both_searches_are_told_apart(page):
    acts = page.acts
    keys = [acts[name].shortcuts()[0].toString() for name in ("find", "find_words", "find_next", "find_previous")]
    assert keys == ["Ctrl+K", "Ctrl+F", "F3", "Shift+F3"]


# Places


@pytest.fixture
def long(session, tmp_path):
    file = tmp_path / "dai.txt"
    file.write_text("Đầu đề dài\n\n" + "\n".join(f"Đoạn văn số {at} lấp trang cho dài." for at in range(300)), "utf-8")
    other = tmp_path / "khac.txt"
    other.write_text("Bài khác\n\nMột dòng.", "utf-8")
    session.bench.commands.files.start([file, other])
    driving.until(lambda: driving.settled(session))
    open_article(session, "Đầu đề dài")
    return session


def first_line(session):
    reader = session.bench.reader
    return session.bench.article.article.text[reader.top :].split("\n")[0]


def test_the_place_where_one_left_off_comes_back(long, tmp_path):
    reader = long.bench.reader
    reader.show_top(long.bench.article.article.text.index("Đoạn văn số 150"))
    seen = [first_line(long)]
    open_article(long, "Bài khác")
    top = reader.verticalScrollBar().value()
    open_article(long, "Đầu đề dài")
    seen.append(first_line(long))
    long.window.close()
    again = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    again.start()
    driving.until(lambda: driving.settled(again))
    seen.append(first_line(again))
    again.window.close()
    again.window.deleteLater()
    assert (set(seen), top, long.workspace) == ({"Đoạn văn số 150 lấp trang cho dài."}, 0, None)


def test_a_place_is_no_step_of_the_history(long):
    before = long.workspace.reads.next_undo()
    long.bench.reader.show_top(500)
    open_article(long, "Bài khác")
    assert long.workspace.reads.next_undo() == before


def test_the_first_line_in_sight_stays_when_the_window_or_the_text_is_resized(long):
    window, bench = long.window, long.bench
    bench.reader.show_top(bench.article.article.text.index("Đoạn văn số 150"))
    seen = []
    for change in (
        lambda: window.resize(900, 500),
        lambda: bench.reader.zoom(2),
        lambda: bench.reader.set_face("plain"),
    ):
        change()
        QApplication.processEvents()
        seen.append(first_line(long))
    assert seen == ["Đoạn văn số 150 lấp trang cho dài."] * 3


# Looks


def test_looks_are_chosen_in_the_sheet_and_remembered(full, tmp_path):
    sheet = full.bench.commands.looks.show_look()
    sheet.faces.buttons()[1].click()
    sheet.marks.buttons()[0].click()
    sheet.size_steps.more.click()
    sheet.size_steps.more.click()
    sheet.furniture.click()
    words = sheet.size_steps.value.text()
    sheet.close()
    reader = full.bench.reader
    now = (reader.face, reader.loudness, reader.text_size, reader.folded)
    full.window.close()
    kept = settings.load(tmp_path / "settings.json")
    assert (now, words) == (("plain", "quiet", 16.0, False), "16 pt")
    assert (kept.face, kept.marks, kept.zoom, kept.furniture) == ("plain", "quiet", 2, True)


def test_the_view_menu_chooses_the_same_and_shows_what_is_chosen(full):
    acts, reader = full.window.acts, full.bench.reader
    before = [name for name in ("face_literata", "marks_quiet", "furniture") if acts[name].isChecked()]
    for name in ("face_plain", "marks_loud", "furniture"):
        acts[name].trigger()
    after = [name for name in ("face_plain", "marks_loud", "furniture") if acts[name].isChecked()]
    assert (before, after) == (["face_literata", "marks_quiet"], ["face_plain", "marks_loud", "furniture"])
    assert (reader.face, reader.loudness, reader.folded) == ("plain", "loud", False)


@pytest.mark.parametrize("at", [1, 2])
def test_a_theme_is_chosen_in_the_sheet(full, at):
    wanted = ("light", "sepia", "dark")[at]
    full.bench.commands.looks.show_look().themes.buttons()[at].click()
    driving.until(lambda: full.window.theme.name == wanted and driving.settled(full))
    assert (full.settings.theme, full.window.acts[wanted].isChecked()) == (wanted, True)


def test_settings_that_make_no_sense_look_as_usual(tmp_path, qapp):
    file = tmp_path / "settings.json"
    settings.save(settings.Settings(face="gothic", marks="shouting", zoom=99, pitch=99, column=0), file)
    session = Session(file, detect, read_page, samples=lambda: ())
    session.start(tmp_path / "x.butda", samples=False)
    driving.until(lambda: driving.settled(session))
    reader = session.bench.reader
    look = reader.typography
    seen = (look.face, reader.loudness, look.size, look.pitch, look.column)
    session.window.close()
    assert seen == ("literata", "quiet", 30.0, 20, 30)


# Copies and paper


def test_words_are_copied_with_their_source(page):
    read(page, "Đồi chè")
    start = CHALK.index("hái chè")
    page.select(start, start + 7)
    page.acts["copy_source"].trigger()
    by_text = QApplication.clipboard().text()
    press(page.reader, Key.Key_Escape)
    page.reader.next_annotation()
    page.acts["copy_source"].trigger()
    source = "(Đồi chè vào vụ, Báo Đồi Chè, 5/8/2026)"
    assert (by_text, QApplication.clipboard().text()) == (f"“hái chè” {source}", f"“xã Mây Trắng” {source}")


def test_a_pdf_is_saved_where_it_is_wanted(full, answers, asked, tmp_path):
    open_article(full, "Đồi chè")
    full.window.acts["print"].trigger()
    dialog = full.window.dialogs[-1]
    dialog.marks.click()
    answers.append([tmp_path / "che"])
    dialog.saving.click()
    driving.until(lambda: (tmp_path / "che.pdf").exists() and driving.settled(full))
    driving.until(lambda: full.window.dialogs == [])  # it would lie over the words that say so
    content = (tmp_path / "che.pdf").read_bytes()
    assert (asked[0].start.name, content[:5], len(re.findall(rb"/MediaBox", content))) == (
        "Đồi chè vào vụ.pdf",
        b"%PDF-",
        1,
    )
    assert full.bench.notice.words.endswith("che.pdf")
    full.window.close()
    assert settings.load(tmp_path / "settings.json").paper_marks is False


def test_a_pdf_is_not_written_over_the_library(full, answers):
    full.window.acts["print"].trigger()
    answers.append([full.workspace.path])
    dialog = full.window.dialogs[-1]
    dialog.saving.click()
    driving.until(lambda: "đang mở" in full.bench.notice.words)
    assert full.window.dialogs == [dialog]
    assert full.bench.notice.words.endswith("chính là thư viện đang mở. Hãy chọn tệp khác.")


# Line roles


def roles(parts):
    return [line.role for line in parts.library.reads.article(parts.article.article.id).lines]


def test_a_line_is_said_to_be_furniture_and_again_not_by_menu(page):
    article = read(page, "Xã Mây Trắng mở")
    acts, before = page.acts, quotes(page.library, article.id)
    start = article.text.index("Chị")
    page.select(start, start + 3)
    acts["role_furniture"].trigger()
    page.settle()
    said = (roles(page), quotes(page.library, article.id), acts["undo"].text())
    acts["role_detected"].trigger()
    page.settle()
    assert said == ([Role.HEADLINE, Role.FURNITURE], [], f"&Hoàn tác: Vai trò của dòng · {article.title}")
    assert (roles(page), quotes(page.library, article.id)) == ([Role.HEADLINE, Role.BODY], before)


def test_one_undo_takes_back_the_word_and_what_followed_from_it(page):
    article = read(page, "Xã Mây Trắng mở")
    before = (roles(page), quotes(page.library, article.id))
    page.select(0, len(article.text))
    page.acts["role_furniture"].trigger()
    page.settle()
    page.acts["undo"].trigger()
    page.settle()
    assert (roles(page), quotes(page.library, article.id)) == before


def test_the_menu_over_a_line_shows_what_it_is_and_corrects_that_line(page):
    article = read(page, "Đồi chè")
    reader, acts = page.reader, page.acts
    cursor = reader.textCursor()
    cursor.setPosition(reader.positions.to_utf16(article.text.index("mọi năm")))
    place = reader.cursorRect(cursor).center() + QPoint(2, 0)
    where = reader.viewport().mapToGlobal(place)
    QApplication.sendEvent(reader.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where))
    menu = QApplication.activePopupWidget()
    offered = [each.objectName() for each in menu.actions() if each.objectName()]
    checked = [name for name in map("role_{}".format, Role) if acts[name].isChecked()]
    acts["role_caption"].trigger()
    menu.close()
    assert ({"copy", "copy_source"} <= set(offered), acts.menus["role"].menuAction() in menu.actions()) == (True, True)
    assert (checked, roles(page)) == (["role_body"], [Role.HEADLINE, Role.CAPTION])


def test_the_map_scrolls_the_page(qtbot, long):
    minimap, bar = long.bench.page.minimap, long.bench.reader.verticalScrollBar()
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(5, minimap.height() - 1))
    low = bar.value()
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(5, 0))
    assert (low, bar.value()) == (bar.maximum(), 0)


def test_words_are_read_when_somebody_comes_to_the_page(full, monkeypatch):
    monkeypatch.setattr(words_at, "_loaded", [])
    open_article(full, "Đồi chè")
    full.window.acts["find"].trigger()
    before = words_at.is_loaded()
    full.window.acts["go_article"].trigger()
    driving.until(lambda: driving.settled(full))
    assert (before, words_at.is_loaded()) == (False, True)
