"""The main window over a workspace: what can be done when, what is remembered, what happens when something fails."""

import os
import signal
import sqlite3
from dataclasses import replace
from threading import Event

import pytest
from furnished import TEXTS, detect, press, quotes, read_page
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QTextEdit, QToolButton
from waiting import turn

from desktop import operations, settings
from desktop.model import Status
from desktop.store import checking
from desktop.ui.commands.action_table import SPECS
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.jobs.import_job import Imported
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.library import background
from desktop.ui.look import fonts, system_look
from desktop.ui.session.session import Session
from desktop.ui.session.system_quit import Leaving
from desktop.ui.unattended import driving
from desktop.ui.window.enabling import Now, possible


def could(now):
    """What can be chosen while there is just that to do something with, and nothing to take back."""
    can = possible(now) | {"undo": False, "redo": False}
    return {spec.name for spec in SPECS if can.get(spec.name, True)}


def enabled(session):
    return {spec.name for spec in SPECS if session.window.acts[spec.name].isEnabled()}


def open_id(session):
    return session.bench.article.article.id


def test_what_can_be_done_follows_what_is_there(session, files):
    empty = enabled(session)
    session.bench.commands.files.start(files)
    driving.until(lambda: driving.settled(session))
    opened = enabled(session)
    session.bench.reader.next_annotation(True)
    chosen = enabled(session)
    there = Now(article=True, articles=1, suggestions=True)
    assert (empty, opened, chosen) == (
        could(Now()),
        could(there) | {"undo"},
        could(replace(there, mark=True, marks=1, noted=True)) | {"undo"},
    )


def test_undo_and_redo_are_told_by_name(full):
    acts = full.window.acts
    names = [acts["undo"].text()]
    full.bench.commands.marks.accept_all()
    names.append(acts["undo"].text())
    acts["undo"].trigger()
    names += [acts["undo"].text(), acts["redo"].text()]
    accepted = f"Chấp nhận 4 chỗ đánh dấu · {full.bench.article.article.title}"
    assert names == [
        "&Hoàn tác: Nhập · 3 bài", f"&Hoàn tác: {accepted}", "&Hoàn tác: Nhập · 3 bài", f"&Làm lại: {accepted}",
    ]  # fmt: skip


def test_accepting_goes_on_to_the_next_suggestion(full):
    full.bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.annotations == 4))
    full.bench.reader.next_annotation(True, True)
    for _ in range(4):
        press(full.bench.reader, Qt.Key.Key_Return)
    assert len(quotes(full.workspace, open_id(full), Status.ACCEPTED)) == 4


def test_every_control_of_the_window_has_a_name(full):
    window, bench = full.window, full.bench
    nameless = [
        type(each).__name__
        for each in [bench.shelf.box, bench.shelf.list, bench.reader, *window.findChildren(QToolButton)]
        if each.isVisible() and not (each.accessibleName() or each.text() or each.toolTip())
        and each.parent() is not bench.shelf.box
    ]  # fmt: skip
    assert nameless == []


def test_no_shortcut_is_given_twice():
    given = [shortcut for spec in SPECS for shortcut in spec.shortcuts]
    assert sorted(given) == sorted(set(given))


def test_every_action_has_a_shortcut_or_a_place_in_a_menu(full):
    window = full.window
    reached = {action.objectName() for menu in window.acts.menus.values() for action in menu.actions()}
    assert {spec.name for spec in SPECS} <= reached


def test_a_paste_opens_what_was_pasted(session):
    QApplication.clipboard().setText("Tin vắn\n\nĐàn trâu về bản.")
    session.window.acts["paste"].trigger()
    driving.until(lambda: driving.settled(session))
    assert session.bench.article.article.text == "Tin vắn\n\nĐàn trâu về bản."


def test_a_pasted_page_is_read_as_a_page(session):
    content = QMimeData()
    words = " ".join(TEXTS["che.txt"].split("\n\n")[1].split()) * 6
    content.setHtml(
        f"<html><head><title>Chè</title></head><body><nav>Mục lục</nav><article><p>{words}</p></article></body></html>"
    )
    content.setText("Mục lục " + words)
    QApplication.clipboard().setMimeData(content)
    session.window.acts["paste_page"].trigger()
    driving.until(lambda: driving.settled(session))
    assert (session.workspace.reads.rows()[0].title, "Mục lục" in session.bench.article.article.text) == ("Chè", False)


def test_what_fails_is_said_over_the_page(full, answers):
    answers.append([full.workspace.path])
    full.window.acts["backup"].trigger()
    driving.until(lambda: driving.settled(full))
    assert full.bench.notice.words.endswith("chính là thư viện đang mở. Hãy chọn tệp khác.")


def test_a_copy_of_the_library_is_a_library(full, answers, tmp_path):
    answers.append([tmp_path / "copy.butda"])
    full.window.acts["backup"].trigger()
    going = enabled(full) & {"backup", "check"}
    driving.until(lambda: driving.settled(full))
    store = operations.open_library(tmp_path / "copy.butda", write=False)
    rows = len(store.rows())
    store.close()
    assert (rows, going, full.bench.notice.words.endswith("copy.butda")) == (3, set(), True)


@pytest.mark.parametrize("work", ["backup", "check"])
def test_care_of_the_library_can_be_stopped(full, answers, tmp_path, monkeypatch, work):
    begun, go_on = Event(), Event()
    ways = {"backup": background.backup, "check": background.check}

    def slowly(*arguments):
        begun.set()
        go_on.wait(driving.PATIENCE)
        return ways[work](*arguments)

    monkeypatch.setattr(background, work, slowly)
    monkeypatch.setattr(checking, "_STEPS", 10)
    (tmp_path / "copies").mkdir()
    answers.append([tmp_path / "copies" / "copy.butda"])
    full.window.acts[work].trigger()
    begun.wait(driving.PATIENCE)
    full.bench.notice.hide()
    button = full.bench.status.findChild(QToolButton, "cancel_job")
    shown = button.isVisible(), enabled(full) & {"backup", "check"}
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    go_on.set()
    driving.until(lambda: driving.settled(full))
    full.workspace.tasks.run(lambda: None, lambda _: None)  # behind the one that was stopped
    driving.until(lambda: driving.settled(full))
    assert (shown, button.isVisible(), enabled(full) & {"backup", "check"}, full.bench.notice.isVisible()) == (
        (True, set()), False, {"backup", "check"}, False,
    )  # fmt: skip
    assert list((tmp_path / "copies").iterdir()) == []


def test_the_original_is_saved_where_it_is_wanted(full, answers, asked, files, tmp_path):
    answers.append([tmp_path / "goc.txt"])
    full.window.acts["save_original"].trigger()
    wanted = next(path for path in files if path.name == asked[0].start.name)
    assert (tmp_path / "goc.txt").read_bytes() == wanted.read_bytes()


def test_closing_remembers_and_keeps_a_copy(full, tmp_path):
    article = open_id(full)
    full.window.acts["accept_all"].trigger()
    full.window.close()
    copies = list((tmp_path / "s.backups").glob("*.butda"))
    kept = settings.load(tmp_path / "settings.json")
    assert (kept.article, kept.library, len(copies), full.workspace) == (article, str(tmp_path / "s.butda"), 1, None)


def test_the_next_day_begins_where_this_one_ended(full, tmp_path):
    last = full.workspace.reads.rows()[2].id
    full.bench.article.open(last)
    full.window.close()
    again = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    again.start()
    driving.until(lambda: driving.settled(again))
    opened = open_id(again)
    again.window.close()
    again.window.deleteLater()
    assert opened == last


def test_a_new_library_gets_the_samples(qapp, tmp_path, files):
    session = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [], samples=lambda: tuple(files))
    session.start(tmp_path / "new.butda", samples=True)
    driving.until(lambda: driving.settled(session) and session.bench.article.article is not None)
    rows = len(session.workspace.reads.rows())
    session.window.close()
    assert rows == 3


@pytest.mark.parametrize("damage", ["locked", "foreign"])
def test_a_library_that_cannot_be_opened_is_explained(qapp, tmp_path, damage):
    path, holder = tmp_path / "x.butda", None
    if damage == "locked":
        holder = operations.open_library(path)
    else:
        sqlite3.connect(path).execute("CREATE TABLE t (x)").connection.close()
    session = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    session.start(path)
    driving.until(lambda: bool(session.window.dialogs))
    trouble = session.window.dialogs[0]
    words = trouble.informativeText()
    trouble.close()
    session.window.close()
    if holder:
        holder.close()
    assert (isinstance(trouble, LibraryTrouble), str(path) in words, session.workspace) == (True, True, None)


def recent(session):
    actions = session.window.acts.menus["recent"].actions()
    return [(each.text(), each.isChecked()) for each in actions]


def test_a_new_library_is_made_and_the_last_one_opened_again(full, answers, tmp_path):
    answers.append([tmp_path / "khac"])
    full.window.acts["new_library"].trigger()
    driving.until(lambda: driving.settled(full))
    seen = [(full.workspace.path.name, len(full.workspace.reads.rows())), recent(full)]
    full.window.acts.menus["recent"].actions()[1].trigger()
    driving.until(lambda: driving.settled(full))
    seen += [(full.workspace.path.name, len(full.workspace.reads.rows())), recent(full)]
    answers.append([tmp_path / "khac.butda"])
    full.window.acts["open_library"].trigger()
    driving.until(lambda: driving.settled(full))
    seen += [(full.workspace.path.name, len(full.workspace.reads.rows()))]
    assert seen == [
        ("khac.butda", 0), [("&1  khac", True), ("&2  s", False)],
        ("s.butda", 3), [("&1  s", True), ("&2  khac", False)],
        ("khac.butda", 0),
    ]  # fmt: skip


def test_a_library_that_is_gone_is_told_and_forgotten(full, tmp_path):
    first, gone = full.workspace.path, tmp_path / "mất.butda"
    for library in (gone, first):
        full.open_library(library)
    gone.unlink()
    full.reopen_library(str(gone))
    assert (full.bench.notice.words, recent(full), gone.exists()) == (
        f"{gone}: không có tệp này.", [("&1  s", True)], False,
    )  # fmt: skip


def test_the_status_bar_tells_state_and_marks_and_the_library_where_there_are_several(full, tmp_path):
    full.bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.annotations == 4))
    words = [full.bench.status.findChild(QLabel, name).text() for name in ("summary", "library")]
    full.open_library(tmp_path / "khác.butda")
    driving.until(lambda: driving.settled(full) and full.workspace.path.stem == "khác")
    words.append(full.bench.status.findChild(QLabel, "library").text())
    assert words == ["Chưa đọc · 4 chỗ đánh dấu · còn 4 chỗ cần duyệt", "", "Thư viện: khác"]


def test_a_whole_library_is_called_whole(full):
    full.window.acts["check"].trigger()
    driving.until(lambda: driving.settled(full))
    assert full.bench.notice.words.startswith("Thư viện nguyên vẹn")


def test_a_damaged_library_is_told_with_what_is_wrong(full):
    full.bench.commands.library.report(["annotation 7 lies outside its text", "row 3 missing from index"])
    (dialog,) = full.window.dialogs
    words = " ".join(each.text() for each in dialog.findChildren(QLabel))
    listed = dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.close()
    assert ("s.backups" in words, listed) == (
        True,
        "Chỗ đánh dấu 7 nằm ngoài nội dung bài của nó.\nSQLite, phần giữ tệp thư viện, báo (bằng tiếng Anh):\nrow 3 missing from index",
    )  # fmt: skip


def test_the_report_of_a_bug_holds_numbers_and_no_words_of_an_article(full):
    full.window.acts["bug_report"].trigger()
    (dialog,) = full.window.dialogs
    told = dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.close()
    held = [word for text in TEXTS.values() for word in text.split() if len(word) > 4 and word in told]
    lines = dict(line.split(": ", 1) for line in told.split("\n\n")[0].splitlines())
    assert (held, lines["articles"], str(full.workspace.path) in told) == ([], "3", False)


def test_without_detection_at_import_nothing_is_marked_until_it_is_asked_for(session, files):
    session.change(replace(session.settings, detecting=False))
    session.bench.commands.files.start(files)
    driving.until(lambda: driving.settled(session))
    before = sum(row.annotations for row in session.workspace.reads.rows())
    session.window.acts["detect"].trigger()
    driving.until(lambda: driving.settled(session))
    assert (before, sum(row.annotations for row in session.workspace.reads.rows()) > 0) == (0, True)


def test_the_window_follows_the_system_only_where_it_is_told_to(full, qtbot, monkeypatch):
    seen = []
    for choice in ("light", "system"):
        full.change(replace(full.settings, theme=choice))
        driving.until(lambda: driving.settled(full))
        with monkeypatch.context() as night:
            night.setattr("desktop.ui.look.system_look.color_scheme", lambda: Qt.ColorScheme.Dark)
            QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
            turn()
            driving.until(lambda: driving.settled(full))
        seen.append((full.window.theme.name, full.window.acts["system"].isChecked()))
    assert seen == [("light", False), ("dark", True)]


def test_letters_follow_the_system_when_they_are_larger(qapp, monkeypatch):
    sizes = []
    for points in (8.0, 10.0, 15.0, 40.0):
        monkeypatch.setattr("PySide6.QtGui.QFontDatabase.systemFont", lambda _, points=points: QFont("x", int(points)))
        sizes.append(fonts.interface().pointSizeF())
    assert sizes == [10.0, 10.0, 15.0, 20.0]


def test_an_empty_library_says_what_to_do_on_shelf_and_page(session, files, samples):
    shelf, reader = session.bench.shelf, session.bench.reader
    shown = [each.objectName() for each in shelf.findChildren(QPushButton) if each.isVisible()]
    told = reader.accessibleDescription().splitlines()[:2]
    samples += files
    QTest.mouseClick(shelf.findChild(QPushButton, "shelf_samples"), Qt.MouseButton.LeftButton)
    driving.until(lambda: driving.settled(session))
    assert (shown, told, reader.accessibleDescription(), shelf.model.rowCount()) == (
        ["shelf_import", "shelf_samples"],
        ["Thư viện chưa có bài nào", "Thả: tệp hoặc thư mục vào cửa sổ để nhập"], "", 3,
    )  # fmt: skip


def test_a_search_without_a_hit_offers_the_way_back(full):
    shelf = full.bench.shelf
    shelf.box.setText("xyzzy")
    driving.until(lambda: shelf.shows_hits)
    QTest.mouseClick(shelf.findChild(QPushButton, "shelf_clear"), Qt.MouseButton.LeftButton)
    assert (shelf.box.text(), shelf.model.rowCount()) == ("", 3)


def test_an_article_that_was_never_looked_through_is_when_it_is_opened(session, files):
    session.workspace.intake.add(next(session.workspace.intake.prepare(files[0])), None)
    session.workspace.intake.say_added()
    session.bench.article.open(session.workspace.reads.rows()[0].id)
    driving.until(lambda: driving.settled(session))
    assert len(quotes(session.workspace, open_id(session))) == 4


def test_after_many_came_in_the_page_shows_the_top_of_the_shelf(full):
    first = full.bench.shelf.first
    full.window.acts["undo"].trigger()
    full.window.acts["redo"].trigger()
    full.bench.article.open("")
    imported = Imported(tuple(row.id for row in reversed(full.workspace.reads.rows())), (), ())
    full.bench.commands.files.on_ended(Job(full.workspace, Kind.IMPORT), Ended(imported))
    shown = full.bench.shelf.list
    assert (open_id(full), shown.currentIndex().row(), shown.verticalScrollBar().value()) == (first, 0, 0)


def test_a_message_moves_nothing_and_keeps_off_the_pointer(full, monkeypatch):
    bench, reader = full.bench, full.bench.reader
    before = reader.geometry(), reader.viewport().geometry()
    bench.notice.warn("Đĩa đã đầy. " * 30)
    low = bench.notice.geometry()
    bench.notice.hide()
    monkeypatch.setattr("PySide6.QtGui.QCursor.pos", lambda: reader.mapToGlobal(low.center()))
    bench.notice.inform("Đã nhập: 3.")
    high = bench.notice.geometry()
    after = reader.geometry(), reader.viewport().geometry()
    assert (before, low.intersects(high), low.bottom() < reader.height(), high.top() > 0) == (after, False, True, True)


def test_the_frame_comes_first_and_nothing_moves_when_the_parts_come(full, tmp_path, monkeypatch):
    from desktop.ui.session import last_article

    seen = []
    full.window.resize(790, 700)  # as much as a screen of this platform shows
    driving.until(lambda: driving.settled(full))
    full.window.close()
    again = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    show_last = last_article.show_last

    def look():
        reader = again.window.findChild(QTextEdit)
        corner = reader.mapTo(again.window, reader.rect().topLeft())
        return corner, reader.size(), again.window.panes.sizes(), reader.article.id, reader.isVisible()

    def watched(*given):
        seen.append((again.bench, again.window.findChild(QTextEdit)))
        reader = show_last(*given)
        seen.append(look())
        return reader

    monkeypatch.setattr(last_article, "show_last", watched)
    again.start()
    driving.until(lambda: driving.settled(again))
    seen.append(look())
    again.window.close()
    again.window.deleteLater()
    assert seen[0] == (None, None)
    assert seen[1] == seen[2]


@pytest.mark.parametrize(("theme", "width"), [("light", 1000), ("dark", 1240), ("sepia", 1600)])
def test_the_frame_has_the_chrome_and_the_panes_of_the_finished_window(full, tmp_path, theme, width):
    full.set_theme(theme)
    driving.until(lambda: full.window.theme.name == theme and driving.settled(full))
    full.window.close()
    again = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    again.window.resize(width, 700)
    seen = []

    def look():
        window = again.window
        drawn = window.grab().toImage()
        above = drawn.copy(0, 0, width, window.panes.y())
        below = drawn.copy(0, window.height() - 4, width, 4)
        return above, below, window.panes.sizes(), window.panes.geometry()

    again.window.shown.connect(lambda: seen.append(look()))
    again.start()
    driving.until(lambda: driving.settled(again))
    driving.until(lambda: again.window.panes.geometry() == seen[0][3])
    seen.append(look())
    again.window.close()
    again.window.deleteLater()
    assert seen[0] == seen[1]


def test_a_wider_window_gives_the_page_the_room(full):
    window = full.window
    before = window.panes.sizes()
    window.resize(window.width() + 300, window.height())
    driving.until(lambda: sum(window.panes.sizes()) == sum(before) + 300)
    assert window.panes.sizes() == [before[0], before[1] + 300, before[2]]


def test_a_first_window_is_no_larger_than_the_screen(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(system_look, "room", lambda: QSize(1366, 768))
    made = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    size = made.window.size()
    made.window.close()
    made.window.deleteLater()
    assert size == QSize(1240, 728)


def test_deleted_articles_come_back_by_the_notices_button_unless_something_else_was_done(full):
    window, all_of_it = full.window, {row.id for row in full.workspace.reads.rows()}
    bench = full.bench
    offer = bench.notice.findChild(QPushButton, "notice_offer")
    bench.shelf.list.selectAll()
    window.acts["delete_articles"].trigger()
    gone = len(full.workspace.reads.rows())
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    back = {row.id for row in full.workspace.reads.rows()}
    bench.article.open(bench.shelf.first)
    window.acts["delete_articles"].trigger()
    full.workspace.edits.tag([bench.shelf.first], ["quê"], [])
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert (gone, back == all_of_it, bench.notice.words.startswith("Sau đó")) == (0, True, True)


def test_a_line_called_furniture_folds_away_is_told_and_can_be_taken_back(full):
    window, bench = full.window, full.bench
    article = bench.article.article
    bench.reader.reveal(article.text.index("\n\n") + 4, article.text.index("\n\n") + 6)
    press(bench.reader, Qt.Key.Key_Escape)
    window.acts["role_furniture"].trigger()
    driving.until(lambda: driving.settled(full))
    told, folded = bench.notice.words, bool(bench.reader.folds.runs)
    QTest.mouseClick(bench.notice.findChild(QPushButton, "notice_offer"), Qt.MouseButton.LeftButton)
    driving.until(lambda: driving.settled(full))
    assert (told[:21], folded, bool(bench.reader.folds.runs)) == ("Đã chuyển 1 dòng thàn", True, False)


@pytest.mark.skipif(not hasattr(signal, "SIGTERM") or os.name == "nt", reason="the system knows no such signal")
def test_the_systems_word_to_end_closes_the_window_and_what_lay_open_is_remembered(full, tmp_path):
    second = full.workspace.reads.rows()[1].id
    full.bench.article.open(second)
    ears = Leaving(full.window.close)
    os.kill(os.getpid(), signal.SIGTERM)
    driving.until(lambda: full.workspace is None)
    ears.stop()
    assert settings.load(tmp_path / "settings.json").article == second


def test_a_window_closed_before_its_parts_are_made_forgets_nothing(full, tmp_path):
    full.window.close()
    before = (tmp_path / "settings.json").read_text()
    again = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    again.start()
    again.window.close()
    again.window.deleteLater()
    assert (again.bench, (tmp_path / "settings.json").read_text()) == (None, before)


def test_face_and_size_chosen_in_the_preferences_show_at_once_and_stay_in_another_language(full):
    full.window.acts["zoom_in"].trigger()
    full.window.acts["preferences"].trigger()
    (dialog,) = full.window.dialogs
    begins = dialog.sizes.currentText()
    dialog.sizes.setCurrentIndex(dialog.sizes.findText("18 pt"))
    dialog.faces.setCurrentIndex(dialog.faces.findData("plain"))
    at_once = full.bench.reader.text_size, full.bench.reader.face
    dialog.close()
    full.window.acts["zoom_in"].trigger()
    full.set_language("en")
    driving.until(lambda: full.window.language == "en" and driving.settled(full))
    assert (begins, at_once, (full.bench.reader.text_size, full.bench.reader.face)) == (
        "14,5 pt", (18.0, "plain"), (20.0, "plain"),
    )  # fmt: skip


@pytest.fixture
def large(qapp, monkeypatch):
    """A system whose letters are twice as large as usual; what comes later has the usual ones again."""
    before = qapp.font()
    with monkeypatch.context() as system_of_another:
        system_of_another.setattr(system_look, "letter_scale", lambda: 2.0)
        yield
    qapp.setFont(before)


def test_where_the_systems_letters_are_large_rows_and_text_are_larger_and_tags_are_in_proportion(large, full):
    window, bench = full.window, full.bench
    window.acts["go_marks"].trigger()
    rows = bench.marks.list.verticalHeader().defaultSectionSize()
    lines = 2 * QFontMetrics(fonts.interface(10.0)).height()
    reader = bench.reader
    share = reader.mark_layer.tag_font.pointSizeF() / reader.text_size
    reader.zoom(0)
    assert (rows >= lines * 0.9, reader.text_size, round(share, 2)) == (True, 26.0, 0.5)
