"""The dialog over marks that come in: what it is told it shows, what is chosen it gives."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from desktop.exchange.marked.given import GivenMark
from desktop.model import Label
from desktop.operations import Brought, Plan
from desktop.operations.sets.judging import Judged, Verdict
from desktop.ui.dialogs.sets.marks_dialog import MarksDialog

LABELS = [
    Label("PERSON", "Người", "Person", "person", "N", "entity", 1), Label("EVENT", "Sự kiện", "Event", "event", "S", "entity", 2),
]  # fmt: skip


@pytest.fixture
def dialog(qtbot):
    made = MarksDialog(Path("/x/set <b>.jsonl"), ["PER", "EVENT"], LABELS, "Lan", "vi")
    qtbot.addWidget(made)
    return made


def test_a_label_that_is_there_is_itself_and_another_is_chosen(dialog):
    asked = []
    dialog.look_requested.connect(asked.append)
    first = dialog.plan()
    dialog.labels["PER"].setCurrentIndex(dialog.labels["PER"].findData("PERSON"))
    dialog.findChild(QCheckBox, "theirs").click()
    assert (first, asked) == (
        Plan({}, False, "Lan"),
        [Plan({"PER": "PERSON"}, False, "Lan"), Plan({"PER": "PERSON"}, True, "Lan")],
    )


def test_what_would_become_of_the_marks_is_told_with_those_to_look_at(dialog):
    open_ = (("Bài <i>", Judged(GivenMark("PER", quote="Hoa\nLan"), Verdict.LOST)),)
    dialog.show_brought(Brought({Verdict.NEW: 1200, Verdict.LOST: 1}, 3, 2, ("x",), open_, ("PER",)))
    told = dialog.told.text().split("\n")
    assert (told, [dialog.list.item(at).text() for at in range(dialog.list.count())]) == (
        ["new: 1.200 · not found: 1", "Articles of the library: 3. Articles that come along: 2. Texts that are unknown: 1.",
         "New labels: PER"],
        ["not found: “Hoa Lan” (PER) · Bài <i>"],
    )  # fmt: skip


def test_they_are_brought_in_as_chosen(dialog):
    brought = []
    dialog.bring_requested.connect(brought.append)
    dialog.findChild(QPushButton, "bring_marks_go").click()
    assert brought == [Plan({}, False, "Lan")]
