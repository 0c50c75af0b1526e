"""The first steps: shown once, at the first suggestion that is met, gone through by keys, skipped, and called again."""

import pytest
from furnished import detect, press, read_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import settings
from desktop.model import Status
from desktop.ui.dialogs.first_steps import HINTS
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

Key = Qt.Key


@pytest.fixture
def first(qapp, tmp_path, files):
    """The window of a first start, with the samples in."""
    made = Session(
        tmp_path / "settings.json", detect, read_page, lambda *_: [], samples=lambda: tuple(files), lead=True
    )
    made.start(tmp_path / "new.butda", samples=True)
    driving.until(lambda: driving.settled(made) and made.program.hints is not None)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_five_hints_are_gone_through_with_the_enter_key_and_come_once(first, tmp_path):
    hints, titles, inside = first.program.hints, [], []
    while not hints.ended:
        titles.append(hints.card.title.text())
        inside.append(first.window.rect().contains(hints.card.geometry()))
        press(hints.card.next, Key.Key_Return)
    again = settings.load(tmp_path / "settings.json").hinted
    assert (len(titles), len(set(titles)), all(inside), again, first.bench.reader.hasFocus()) == (
        len(HINTS), 5, True, True, True,
    )  # fmt: skip


@pytest.mark.parametrize("way", ["escape", "button"])
def test_they_can_be_skipped_and_called_again(first, way):
    hints = first.program.hints
    if way == "escape":
        press(hints.card.next, Key.Key_Escape)
    else:
        QTest.mouseClick(hints.card.skip, Qt.MouseButton.LeftButton)
    skipped, kept = hints.ended, first.settings.hinted
    first.window.acts["hints"].trigger()
    assert (skipped, kept, first.program.hints.ended, first.program.hints.card.isVisible()) == (True, True, False, True)


def test_a_hint_stays_when_the_theme_changes_and_follows_the_window(first):
    first.program.hints.forward()
    driving.look(first, "dark", "en")
    first.window.resize(900, 600)
    hints = first.program.hints
    assert (hints.step, hints.card.title.text(), first.window.rect().contains(hints.card.geometry())) == (
        1, "Your own marks", True,
    )  # fmt: skip


def test_the_first_hint_stands_at_a_real_suggestion_and_goes_with_it(first):
    hints, reader = first.program.hints, first.bench.reader
    marked = [each for each in first.bench.article.annotations if each.status is Status.SUGGESTED]
    ring = hints.ring.geometry()
    there = reader.marks_at(reader.viewport().mapFrom(first.window, ring.center()))
    first.window.resize(first.window.width() + 160, first.window.height())
    driving.until(lambda: driving.settled(first))
    moved = hints.ring.geometry()
    found = reader.marks_at(reader.viewport().mapFrom(first.window, moved.center()))
    assert ([each.annotation.id for each in there][-1:], moved != ring, found == there, hints.card.geometry().top() >= moved.bottom()) == (
        [marked[0].id], True, True, True,
    )  # fmt: skip


def test_the_page_can_be_used_while_a_hint_is_shown(first):
    first.bench.reader.setFocus()
    press(first.bench.reader, Key.Key_Greater, ">")
    assert first.bench.article.selected is not None


def test_an_import_afterwards_does_not_bring_them_again(first, tmp_path):
    first.program.hints.end()
    later = tmp_path / "them.txt"
    later.write_text("Một bài nhập sau những bài mẫu.\n", encoding="utf-8")
    first.bench.commands.files.start([later])
    driving.until(lambda: driving.settled(first))
    assert (first.program.hints, len(first.workspace.reads.rows())) == (None, 4)


def test_in_a_library_of_ones_own_they_wait_for_the_first_suggestion(qapp, tmp_path, files):
    made = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [], lead=True)
    made.start(tmp_path / "own.butda", samples=False)
    driving.until(lambda: driving.settled(made))
    seen = [made.program.hints]
    made.bench.commands.files.start(files[:1])
    driving.until(lambda: made.program.hints is not None)
    seen.append(made.program.hints.step)
    made.window.close()
    made.window.deleteLater()
    assert seen == [None, 0]
