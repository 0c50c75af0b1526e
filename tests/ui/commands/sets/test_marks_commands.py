"""Marks of another program over a real library: looked at, brought in as one step, taken back by one undo."""

import json

from PySide6.QtWidgets import QPushButton

from desktop.ui.unattended import driving


def test_marks_come_in_as_one_step(parts, answers, tmp_path):
    parts.take_wishes("marks_in")
    row = next(iter(parts.library.reads.rows()))
    article = parts.library.reads.article(row.id)
    before = len(parts.library.reads.annotations(row.id))
    (tmp_path / "set.jsonl").write_text(
        json.dumps({"text": article.text, "label": [[0, 5, "VIP"], [0, 6, "EVENT"]]}), "utf-8"
    )
    answers.append([tmp_path / "set.jsonl"])
    parts.acts["bring_marks"].trigger()
    driving.until(lambda: parts.dialog is not None)
    parts.dialog.findChild(QPushButton, "bring_marks_go").click()
    parts.settle()
    marks = [each.label for each in parts.library.reads.annotations(row.id)]
    parts.acts["undo"].trigger()
    parts.settle()
    assert (sorted(set(marks) & {"VIP"}), len(marks) - before, len(parts.library.reads.annotations(row.id))) == (
        ["VIP"],
        2,
        before,
    )
