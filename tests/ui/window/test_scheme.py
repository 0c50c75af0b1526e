"""Labels that come in while the window is open: pane of marks, filter, menus and page know them at once, and forget them with undo."""

import json

from desktop.ui.unattended import driving


def shown(session):
    """The labels by name where the window offers them: the pane of marks, the filter of the shelf, the menu, and what the page draws in."""
    bench = session.bench
    titles = [bench.marks.tree.entities.title(kind) for kind in bench.marks.tree.entities.kinds]
    acts = [name for name in session.window.acts.by_name if name in ("label_PRIZE", "all_PRIZE")]
    color = bench.reader.mark_layer.color_of("PRIZE")
    return titles.count("Giải"), bench.shelf.bar.labels.findData("PRIZE") >= 0, acts, color


def test_a_label_that_comes_with_an_import_can_be_seen_filtered_given_and_taken_back(full, tmp_path):
    mark = {"id": "n", "start": 0, "end": 6, "label": "PRIZE"}
    row = {"id": "a", "title": "Giải", "text": "Bà Hoa", "sha256": "0", "detected": "x", "annotations": [mark]}
    scheme = "[[label]]\nname='PRIZE'\nvi='Giải'\nen='Prize'\ncolor='event'\nkey='ư'\nlayer='entity'\norder=99\n"
    (tmp_path / "x.labels.toml").write_text(scheme, "utf-8")
    (tmp_path / "x.jsonl").write_text(json.dumps(row), "utf-8")
    before = shown(full)
    full.bench.commands.files.start([tmp_path / "x.jsonl"])
    driving.until(lambda: driving.settled(full))
    there = shown(full)
    full.window.acts["undo"].trigger()
    driving.until(lambda: driving.settled(full))
    assert (before, there, shown(full)) == (
        (0, False, [], "other"), (1, True, ["label_PRIZE", "all_PRIZE"], "event"), before,
    )  # fmt: skip


def test_labels_made_for_marks_are_told_at_the_end_of_the_import(full, tmp_path):
    mark = {"id": "n", "start": 0, "end": 6, "label": "PRIZE"}
    row = {"id": "a", "title": "Giải", "text": "Bà Hoa", "sha256": "0", "detected": "x", "annotations": [mark]}
    (tmp_path / "x.jsonl").write_text(json.dumps(row), "utf-8")
    full.bench.commands.files.start([tmp_path / "x.jsonl"])
    driving.until(lambda: driving.settled(full))
    assert "Nhãn mới cho các chỗ đánh dấu: PRIZE." in full.bench.notice.words
