"""Marks of another program through the window: looked at, brought in as one step, taken back by one undo."""

import json

from PySide6.QtWidgets import QPushButton

from desktop.ui.unattended import driving


def test_marks_come_in_as_one_step(full, answers, tmp_path):
    row = next(iter(full.workspace.reads.rows()))
    article = full.workspace.reads.article(row.id)
    before = len(full.workspace.reads.annotations(row.id))
    (tmp_path / "set.jsonl").write_text(
        json.dumps({"text": article.text, "label": [[0, 5, "VIP"], [0, 6, "EVENT"]]}), "utf-8"
    )
    answers.append([tmp_path / "set.jsonl"])
    full.window.acts["bring_marks"].trigger()
    driving.until(lambda: bool(full.window.dialogs))
    full.window.dialogs[-1].findChild(QPushButton, "bring_marks_go").click()
    driving.until(lambda: driving.settled(full))
    marks = [each.label for each in full.workspace.reads.annotations(row.id)]
    full.window.acts["undo"].trigger()
    driving.until(lambda: driving.settled(full))
    assert (sorted(set(marks) & {"VIP"}), len(marks) - before, len(full.workspace.reads.annotations(row.id))) == (
        ["VIP"],
        2,
        before,
    )
