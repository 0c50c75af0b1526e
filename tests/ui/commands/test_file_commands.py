"""Files out of the real window: what is proposed, what is asked first, what is never written over."""

import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.ui.dialogs.columns_dialog import ColumnsDialog
from desktop.ui.dialogs.sets.export_dialog import ExportDialog
from desktop.ui.unattended import driving

Key, Modifier = Qt.Key, Qt.KeyboardModifier

FOREIGN_NAMES = {
    "/etc/cron.d/pwn": "pwn",
    "..\\..\\x.html": "x.html",
    "/etc/": "Đồi chè vào vụ.txt",
    "che.txt": "che 2.txt",
}


@pytest.fixture
def export(full, tmp_path):
    """The export dialog over a window, with a folder to write into."""
    full.window.acts["export"].trigger()
    (dialog,) = [each for each in full.window.dialogs if isinstance(each, ExportDialog)]
    dialog.target.setText(str(tmp_path / "set.jsonl"))
    return dialog


def press(dialog, words):
    """Press a button of the dialog and wait until it has come to an end."""
    buttons = {each.text().replace("&", ""): each for each in dialog.findChildren(QPushButton)}
    buttons[words].click()
    driving.until(lambda: not dialog.result_words.text().startswith("Đang ghi"))
    return dialog.result_words.text()


@pytest.mark.parametrize(("file", "proposed"), FOREIGN_NAMES.items())
def test_the_original_is_proposed_under_the_last_part_of_its_name_where_none_is_yet(
    full, asked, answers, tmp_path, file, proposed
):
    article = next(row.id for row in full.workspace.reads.rows() if row.title == "Đồi chè vào vụ")
    full.workspace.edits.correct(replace(full.workspace.reads.article(article), file=file))
    full.bench.article.open(article)
    answers.append([tmp_path / "che.txt"])
    full.window.acts["save_original"].trigger()
    full.window.acts["save_original"].trigger()
    assert (asked[-1].start.name, (tmp_path / "che.txt").is_file()) == (proposed, True)


def test_a_foreign_labels_file_beside_an_export_is_asked_about_in_the_window(export, tmp_path):
    labels = tmp_path / "set.labels.toml"
    labels.write_text("a person's own", encoding="utf-8")
    asked = press(export, "Xuất"), labels.read_text("utf-8")
    written = press(export, "Thay thế")
    held = tomllib.loads(labels.read_text("utf-8"))
    assert (str(labels) in asked[0], asked[1], "đối chiếu đúng" in written, len(held["label"]) > 10) == (
        True, "a person's own", True, True,
    )  # fmt: skip


def test_a_library_is_not_written_over_even_when_the_person_says_so(export, new_library, tmp_path):
    other = tmp_path / "other.butda"
    other.write_bytes(new_library.read_bytes())
    export.target.setText(str(other))
    asked, told = press(export, "Xuất"), press(export, "Thay thế")
    assert ("other.butda" in asked, "không bao giờ bị ghi đè" in told, other.read_bytes() == new_library.read_bytes()) == (
        True, True, True,
    )  # fmt: skip


@pytest.fixture
def two_more(tmp_path):
    """A folder of two articles that the library has not."""
    folder = tmp_path / "moi"
    folder.mkdir()
    for name, words in (("mua.txt", "Mưa lớn\n\nSuối Lạnh lên cao.\n"), ("rung.txt", "Giữ rừng\n\nBản có 38 người.\n")):
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def test_what_was_imported_is_listed_alone_the_first_one_open_and_one_click_leaves_that(full, person, two_more):
    person.goes_to_the_page()
    person.drops(two_more)
    person.wait()
    shelf = full.bench.shelf
    came = person.articles, shelf.bar.new.text(), full.bench.article.id == shelf.first
    person.clicks("filter_new")
    assert (came, person.articles, person.sees("filter_new")) == ((2, "Mới nhập: 2", True), 5, False)


def test_nothing_is_changed_under_the_hands_of_somebody_who_writes_but_it_is_offered(full, person, two_more):
    person.presses(Key.Key_K, Modifier.ControlModifier)
    person.types("chè")
    open_before = full.bench.article.id
    person.drops(two_more)
    person.wait()
    kept = full.bench.shelf.box.text(), full.bench.article.id == open_before
    person.clicks("notice_offer")
    assert (kept, person.articles, full.bench.shelf.box.text()) == (("chè", True), 2, "")


def test_undoing_the_import_leaves_the_list_of_new_ones(full, person, two_more):
    person.goes_to_the_page()
    person.drops(two_more)
    person.wait()
    person.does("undo")
    person.wait()
    assert (person.articles, person.sees("filter_new")) == (3, False)


def test_a_table_whose_columns_nobody_knows_is_asked_about_and_comes_in(session, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    rows = [
        ("Mã", "Đầu bài", "Phần chính"),
        *((str(at), f"Bài {at}", f"Xã Mây Trắng mở lớp học thứ {at}.") for at in (1, 2)),
    ]
    (tmp_path / "bảng.tsv").write_text("\n".join("\t".join(row) for row in rows), "utf-8")
    session.bench.commands.files.start([tmp_path / "bảng.tsv"])
    driving.until(lambda: session.window.findChild(ColumnsDialog) is not None)
    dialog = session.window.findChild(ColumnsDialog)
    before = dialog.take.isEnabled()
    for part, name in (("text", "Phần chính"), ("title", "Đầu bài")):
        dialog.boxes[part].setCurrentText(name)
    dialog.take.click()
    driving.until(lambda: driving.settled(session) and len(session.workspace.reads.rows()) == 2)
    assert (before, sorted(row.title for row in session.workspace.reads.rows())) == (False, ["Bài 1", "Bài 2"])
