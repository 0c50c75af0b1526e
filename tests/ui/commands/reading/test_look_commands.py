"""How the page looks: by the menus and on the card that hangs from its button, remembered over the end of the program."""

import pytest
from furnished import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop import settings
from desktop.ui.unattended import driving


@pytest.mark.parametrize("width", [760, 640])
def test_the_card_hangs_from_its_button(full, width):
    full.window.resize(width, 700)
    button = full.window.acts.button("reading_look")
    card = full.bench.commands.looks.show_look()
    place = card.geometry()
    card.close()
    assert (0 <= place.top() - button.bottom() <= 8, place.left() <= button.left() <= place.right()) == (True, True)


def test_lines_column_and_one_paragraph_are_chosen_on_the_card_and_remembered(full, tmp_path):
    card = full.bench.commands.looks.show_look()
    for _ in range(2):
        card.pitch_steps.more.click()
        card.column_steps.less.click()
    told = card.pitch_steps.value.text(), card.column_steps.value.text()
    card.one_paragraph.click()
    card.close()
    look, ticked = full.bench.reader.typography, full.window.acts["one_paragraph"].isChecked()
    full.window.close()
    kept = settings.load(tmp_path / "settings.json")
    assert (told, (look.pitch, look.column), ticked) == (("1,8", "57 chữ cái"), (18, 30), True)
    assert (kept.pitch, kept.column, kept.one_paragraph) == (18, 30, True)


def test_steps_end_at_the_closest_and_the_furthest_lines(parts):
    card = parts.looks.show_look()
    seen = []
    for button in (card.pitch_steps.less, card.pitch_steps.more, card.column_steps.more):
        for _ in range(9):
            button.click()
        seen.append((parts.reader.typography.pitch, parts.reader.typography.column))
    card.close()
    assert seen == [(14, 38), (20, 38), (20, 54)]


def test_all_tags_and_one_paragraph_have_a_switch_each(parts):
    parts.take_wishes("looks")
    acts, reader, seen = parts.acts, parts.reader, []
    for name in ("tags", "one_paragraph") * 2:
        acts[name].trigger()
        seen.append(
            (reader.tags_shown, acts["tags"].isChecked(), reader.one_paragraph.shown, acts["one_paragraph"].isChecked())
        )
    on, off = (True, True), (False, False)
    assert seen == [(*on, *off), (*on, *on), (*off, *on), (*off, *off)]


def test_the_status_line_tells_how_long_an_article_takes_and_how_much_is_read(full, tmp_path):
    text = "Một bài dài\n\n" + "\n".join("chữ " * 46 for _ in range(100))
    (tmp_path / "dai.txt").write_text(text, "utf-8")
    full.bench.commands.files.start([tmp_path / "dai.txt"])
    driving.until(lambda: driving.settled(full))
    full.bench.article.open(next(row.id for row in full.workspace.reads.rows() if row.title == "Một bài dài"))
    read = full.bench.status.findChild(QLabel, "read")
    begun = read.text()
    press(full.bench.reader, Qt.Key.Key_End)
    driving.until(lambda: read.text() != begun)
    assert (begun.startswith("Đọc khoảng 21 phút · "), read.text()) == (True, "Đọc khoảng 21 phút · đã đọc 100%")
