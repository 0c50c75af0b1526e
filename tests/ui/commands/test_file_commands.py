"""Files in and out over a real library: what is proposed, what is asked first, what is never written over."""

import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.exchange import encodings
from desktop.ui.dialogs.columns_dialog import ColumnsDialog
from desktop.ui.dialogs.encodings_dialog import EncodingsDialog
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.unattended import driving

FOREIGN_NAMES = {
    "/etc/cron.d/pwn": "pwn",
    "..\\..\\x.html": "x.html",
    "/etc/": "Đồi chè vào vụ.txt",
    "che.txt": "che 2.txt",
}


@pytest.fixture
def export(parts, tmp_path):
    """The export dialog, with a folder to write into."""
    parts.take_wishes("exports")
    parts.acts["export"].trigger()
    dialog = parts.dialog
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
    parts, asked, answers, tmp_path, file, proposed
):
    parts.take_wishes("files")
    article = parts.named("Đồi chè")
    parts.library.edits.correct(replace(parts.library.reads.article(article), file=file))
    parts.article.open(article)
    answers.append([tmp_path / "che.txt"])
    parts.acts["save_original"].trigger()
    parts.acts["save_original"].trigger()
    assert (asked[-1].start.name, (tmp_path / "che.txt").is_file()) == (proposed, True)


def test_a_foreign_labels_file_beside_an_export_is_asked_about(export, tmp_path):
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


def listed(parts):
    return parts.shelf.model.rowCount()


def brought(parts, *paths):
    """Import files and folders, and wait for what follows from it."""
    parts.files.start(paths)
    parts.settle()


def test_what_was_imported_is_listed_alone_the_first_one_open_and_one_click_leaves_that(parts, two_more):
    brought(parts, two_more)
    new = parts.shelf.bar.new
    came = listed(parts), new.text(), parts.article.id == parts.shelf.first
    QTest.mouseClick(new, Qt.MouseButton.LeftButton)
    assert (came, listed(parts), new.isHidden()) == ((2, "Mới nhập: 2", True), 5, True)


def test_nothing_is_changed_under_the_hands_of_somebody_who_writes_but_it_is_offered(parts, two_more):
    parts.article.open(parts.shelf.first)
    open_before = parts.article.id
    parts.shelf.box.setFocus()
    QTest.keyClicks(parts.shelf.box, "che")
    brought(parts, two_more)
    kept = parts.shelf.box.text(), parts.article.id == open_before
    parts.takes_offer()
    assert (kept, listed(parts), parts.shelf.box.text()) == (("che", True), 2, "")


def test_undoing_the_import_leaves_the_list_of_new_ones(parts, two_more):
    brought(parts, two_more)
    parts.does("undo")
    assert (listed(parts), parts.shelf.bar.new.isHidden()) == (3, True)


def test_a_table_whose_columns_nobody_knows_is_asked_about_and_comes_in(parts, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    rows = [
        ("Mã", "Đầu bài", "Phần chính"),
        *((str(at), f"Bài {at}", f"Xã Mây Trắng mở lớp học thứ {at}.") for at in (1, 2)),
    ]
    (tmp_path / "bảng.tsv").write_text("\n".join("\t".join(row) for row in rows), "utf-8")
    known = len(parts.library.reads.rows())
    parts.files.start([tmp_path / "bảng.tsv"])
    driving.until(lambda: isinstance(parts.dialog, ColumnsDialog))
    dialog = parts.dialog
    before = dialog.take.isEnabled()
    for part, name in (("text", "Phần chính"), ("title", "Đầu bài")):
        dialog.boxes[part].setCurrentText(name)
    dialog.take.click()
    driving.until(lambda: len(parts.library.reads.rows()) == known + 2)
    assert (before, sorted(row.title for row in parts.library.reads.rows())[:2]) == (False, ["Bài 1", "Bài 2"])


def test_texts_in_old_encodings_are_decided_together(parts, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    long = "Bà Trần Thị Thắm cho biết 48 hộ dân đã góp 210 triệu đồng để làm cầu qua suối Mơ."
    for name, words in (("dai.txt", long), ("mot.txt", "Sáu về."), ("hai.txt", "Bà Tám.")):
        (tmp_path / name).write_bytes(encodings.encoded(words, "tcvn3").encode("latin-1"))
    parts.files.start(sorted(tmp_path.glob("*.txt")))
    driving.until(lambda: isinstance(parts.dialog, ImportReport))
    parts.dialog.encodings.click()
    driving.until(lambda: isinstance(parts.dialog, EncodingsDialog))
    dialog = parts.dialog
    shown = [[dialog.model.index(row, column).data() for column in range(4)] for row in range(3)]
    dialog.table.selectRow(1)
    dialog.same.click()
    dialog.way.setCurrentIndex(dialog.way.findData("TCVN3"))
    dialog.way.activated.emit(dialog.way.currentIndex())
    after = [dialog.model.index(row, 2).data() for row in range(3)]
    dialog.take.click()
    driving.until(lambda: {"Sáu về.", "Bà Tám."} <= {row.title for row in parts.library.reads.rows()})
    parts.settle()
    told = isinstance(parts.dialog, ImportReport) and parts.dialog.list.count()
    assert ([row[0] for row in shown], [row[3] for row in shown], shown[1][1], after, told) == (
        ["dai.txt", "hai.txt", "mot.txt"], ["TCVN3", "để nguyên", "để nguyên"], "Bµ T¸m.", [long, "Bà Tám.", "Sáu về."], 2,
    )  # fmt: skip
