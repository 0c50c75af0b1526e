"""Whole journeys through a real window, by mouse and keys alone; what was done is read from the picture or from a file."""

import json

import pytest
from person import Key, Modifier

from desktop.ui.unattended import driving


@pytest.fixture
def reading(person, files):
    """The articles dropped on the window, and one opened by a search."""
    person.drops(files[0].parent)
    person.wait()
    person.opens("nhai")
    return person


def exported(person, target):
    """Export through the dialog; return the file's articles and what was told."""
    person.does("export")
    dialog = person.dialog
    dialog.target.setText(str(target))
    person.presses(Key.Key_Return, at=dialog)
    driving.until(lambda: target.exists() and "đối chiếu đúng" in dialog.result_words.text())
    told = dialog.result_words.text()
    person.presses(Key.Key_Escape, at=dialog)
    return [json.loads(line) for line in target.read_text("utf-8").splitlines()], told


def test_drop_search_open_and_the_page_shows_the_marks(reading):
    assert (reading.inked("Tô Thị Nhài", "person"), reading.inked("cho biết", "person")) == (True, False)


def test_select_with_the_mouse_press_a_key_delete_undo_redo(reading):
    seen = []
    for wish in (
        lambda: reading.marks("lớp học đêm", "s"), lambda: reading.presses(Key.Key_Delete, at=reading.page),
        reading.undoes, reading.undoes, reading.does_it_again,
    ):  # fmt: skip
        wish()
        seen.append(reading.inked("lớp học đêm", "event"))
    assert seen == [True, False, True, False, True]


def test_click_a_mark_relabel_reject_and_take_all_of_it_back(reading):
    seen = []
    reading.clicks_on("Tô Thị Nhài")
    for wish in (
        lambda: driving.press(reading.page, Key.Key_V, "v"),
        lambda: reading.presses(Key.Key_Backspace, at=reading.page),
        lambda: [reading.undoes() for _ in range(2)],
    ):
        wish()
        seen.append((reading.inked("Tô Thị Nhài", "person"), reading.inked("Tô Thị Nhài", "document")))
    assert seen == [(False, True), (False, False), (True, False)]


def test_select_with_the_keyboard_and_mark_through_an_input_method(reading):
    reading.goes_to_the_page()
    reading.presses(Key.Key_Home, Modifier.ControlModifier)
    for _ in range(2):
        reading.presses(Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier)
    reading.types("d")
    assert reading.inked("Xã Mây", "location")


def test_what_was_accepted_and_marked_stands_in_the_exported_file(reading, tmp_path):
    reading.goes_to_the_page()
    driving.press(reading.page, Key.Key_Period, ">")
    for _ in range(2):
        reading.presses(Key.Key_Return)
    reading.marks("lớp học đêm", "s")
    documents, words = exported(reading, tmp_path / "walk.jsonl")
    text = json.dumps(documents, ensure_ascii=False)
    assert (words.split("\n")[0], "lớp học đêm" in text, text.count('"accepted"')) == (
        "Đã xuất 3 bài. Đã đối chiếu đúng với nguyên văn 6/6 chỗ đánh dấu.", True, 3,
    )  # fmt: skip


def test_language_and_theme_change_at_once_and_keep_the_article(reading):
    reading.presses(Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    driving.until(lambda: reading.window.theme.dark)
    reading.wait()
    dark = reading.window.grab().toImage().pixelColor(5, 300).lightness()
    shown = reading.inked("Tô Thị Nhài", "person")
    reading.does("en")
    driving.until(lambda: reading.window.language == "en")
    reading.wait()
    menus = [action.text() for action in reading.window.menuBar().actions()]
    assert (dark < 80, shown, menus) == (True, True, ["&File", "&Edit", "&Article", "&Mark", "&View", "&Help"])


def test_delete_an_article_and_undo_brings_it_back_with_its_marks(reading):
    reading.presses(Key.Key_1, Modifier.ControlModifier)
    reading.presses(Key.Key_Delete)
    left = reading.articles
    reading.undoes()
    reading.opens("nhai")
    assert (left, reading.articles, reading.inked("Tô Thị Nhài", "person")) == (2, 3, True)


def test_an_import_can_be_cancelled_and_undone(person, tmp_path):
    folder = tmp_path / "nhieu"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Bài số {number}\n\nNội dung {number}.", encoding="utf-8")
    person.drops(folder)
    driving.until(lambda: person.articles > 0)
    person.clicks("cancel_job")
    person.wait()
    some = person.articles
    person.undoes()
    assert (0 < some <= 60, person.articles) == (True, 0)
