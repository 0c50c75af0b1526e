"""An import: one step, whatever comes in; what fails is listed and the rest goes on."""

import gc
import json

import pytest
from furnished import TEXTS, quotes

from desktop.ui.jobs.import_job import ImportJob
from desktop.ui.unattended import driving


def run(workspace, paths=(), cancel=False, **pasted):
    """Let an import come to its end; return what it brought, whether it was cancelled, and how far it said it was."""
    ended, progress = [], []
    job = ImportJob(workspace, paths, **pasted)
    job.ended.connect(ended.append)
    job.progressed.connect(lambda: progress.append((job.done, job.total)))
    job.start()
    if cancel:
        job.cancel()
    driving.until(lambda: bool(ended))
    return ended[0].result, ended[0].cancelled, progress


def test_a_folder_is_one_step_that_undo_takes_back(workspace, files):
    imported, _, progress = run(workspace, [files[0].parent])
    titles = sorted(row.title for row in workspace.reads.rows())
    step = workspace.edits.undo()
    assert (len(imported.added), titles, progress[-1], step.title, workspace.reads.rows()) == (
        3, ["Cây cầu mới", "Xã Mây Trắng mở lớp học đêm", "Đồi chè vào vụ"], (3, 3), "Import", [],
    )  # fmt: skip


def test_what_came_in_was_looked_through(workspace, files):
    imported, *_ = run(workspace, files[:1])
    assert quotes(workspace, imported.added[0]) == [
        ("Tô Thị Nhài", "PERSON"),
        ("UBND xã Mây Trắng", "ORGANIZATION"),
        ("xã Mây Trắng", "LOCATION"),
        ("38", "COUNT"),
    ]


def test_bad_files_are_listed_and_the_rest_goes_on(workspace, files):
    folder = files[0].parent
    (folder / "trong.txt").write_bytes(b"")
    (folder / "anh.png").write_bytes(b"\x89PNG")
    paths = [folder / "trong.txt", folder / "anh.png", folder / "mat.txt", *files]
    imported, *_ = run(workspace, paths)
    assert (len(imported.added), [error.kind for error in imported.failed]) == (
        3, ["file-empty", "file-other", "file-missing"],
    )  # fmt: skip


def test_what_an_import_left_out_and_brought_back_is_told(workspace, tmp_path):
    folder, page = (
        tmp_path / "thư mục",
        "<link rel=canonical href=https://lang.example/1><h1>Cầu mới</h1><p>Bà con {0} góp công làm cầu.</p>",
    )
    (folder / "một_files").mkdir(parents=True)
    for name, content in {
        "một.html": page.format("thôn Đông"),
        "một_files/khung.html": page.format("x"),
        "hai.html": page.format("thôn Tây"),
        "ba.txt": "CÇu míi qua suèi M¬, bµ con gãp c«ng.",
        "bốn.xyz": "x",
    }.items():
        (folder / name).write_text(content, "utf-8")
    imported, *_ = run(workspace, [folder])
    told = sorted(
        (each.kind, str(each.parameters.get("path", each.parameters.get("ending")))) for each in imported.notices
    )
    assert (len(imported.added), imported.failed, told) == (
        3, (), [("file-alike-address", "một.html"), ("file-mended", "ba.txt"), ("files-left", ".xyz")],
    )  # fmt: skip


def test_what_is_there_is_not_added_twice(workspace, files):
    first, *_ = run(workspace, files)
    second, *_ = run(workspace, files)
    assert (second.added, sorted(second.known), len(workspace.reads.rows())) == ((), sorted(first.added), 3)


def test_a_cancelled_import_says_so_and_adds_nothing_more(workspace, files):
    _, cancelled, _ = run(workspace, files, cancel=True)
    driving.until(lambda: not workspace.tasks.busy)
    assert (cancelled, workspace.reads.rows()) == (True, [])


@pytest.mark.parametrize(
    ("content", "is_html", "title"),
    [
        ("Tin vắn\n\nĐàn trâu về bản.", False, "Tin vắn"),
        (f"<html><head><title>Chè</title></head><body><article><p>{TEXTS['che.txt'] * 5}</p></article></body></html>", True, None),
    ],
)  # fmt: skip
def test_a_paste_becomes_an_article(workspace, content, is_html, title):
    imported, *_ = run(workspace, pasted=content, is_page=is_html)
    titles = [row.title for row in workspace.reads.rows()]
    assert (imported.failed, titles) == ((), [title or "Chè"])


def test_an_empty_paste_is_told(workspace):
    imported, *_ = run(workspace, pasted="  \n")
    assert [error.kind for error in imported.failed] == ["file-empty"]


def test_an_edit_in_between_parts_the_steps_and_loses_nothing(workspace, files):
    first, *_ = run(workspace, files[:1])
    ended = []
    made = ImportJob(workspace, files[1:])
    made.ended.connect(ended.append)
    made.start()
    workspace.edits.annotate(first.added[0], 0, 2, "EVENT")
    driving.until(lambda: bool(ended))
    assert (len(workspace.reads.rows()), ("Xã", "EVENT") in quotes(workspace, first.added[0])) == (3, True)


def lines(tmp_path, count, label="PERSON"):
    """Write an export of some articles, each with one mark; every tenth line is none."""
    mark = {"id": "n", "start": 0, "end": 6, "label": label}
    rows = [
        {"id": f"a{at}", "title": f"Bài {at}", "text": "Bà Hoa", "sha256": f"{at}", "detected": "x", "annotations": [mark]}
        if at % 10 else {"id": f"a{at}"}
        for at in range(1, count + 1)
    ]  # fmt: skip
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


def test_a_long_export_comes_in_by_batches_and_its_bad_lines_are_listed(workspace, tmp_path):
    imported, cancelled, progress = run(workspace, [lines(tmp_path, 400)])
    numbers = [error.parameters["number"] for error in imported.failed]
    step = workspace.edits.undo()
    assert (len(imported.added), numbers, cancelled, len(progress) > 3, progress[-1], step.title, workspace.reads.rows()) == (
        360, list(range(10, 401, 10)), False, True, (1, 1), "Import", [],
    )  # fmt: skip


def test_a_long_export_that_is_cancelled_reads_no_further(workspace, tmp_path):
    ended = []
    job = ImportJob(workspace, [lines(tmp_path, 2000)])
    job.ended.connect(ended.append)
    job.progressed.connect(lambda: job.cancel() if job.done > 1 else None)
    job.start()
    driving.until(lambda: bool(ended) and not workspace.tasks.busy)
    added = len(workspace.reads.rows())
    assert (ended[0].cancelled, added < 1800, len(ended[0].result.added)) == (True, True, added)


def test_labels_made_for_marks_are_told_and_followed(workspace, tmp_path):
    heard = []
    workspace.changed.connect(
        lambda told: told.scheme and heard.append([label.name for label in workspace.reads.labels()][-1])
    )
    imported, *_ = run(workspace, [lines(tmp_path, 5, "PRIZE")])
    workspace.edits.undo()
    assert (imported.labels, heard, "PRIZE" in [label.name for label in workspace.reads.labels()]) == (
        ("PRIZE",), ["PRIZE", "ORDINAL"], False,
    )  # fmt: skip


def test_while_many_come_in_what_is_old_is_no_garbage_to_look_at_and_afterwards_it_is(workspace, tmp_path):
    for at in range(60):
        (tmp_path / f"{at}.txt").write_text(f"Bài {at}\n\nXã Mây Trắng mở lớp học đêm thứ {at}.\n", "utf-8")
    frozen = []
    job = ImportJob(workspace, [tmp_path])
    job.progressed.connect(lambda: frozen.append(gc.get_freeze_count() > 0))
    ended = []
    job.ended.connect(ended.append)
    job.start()
    driving.until(lambda: bool(ended))
    assert (len(ended[0].result.added), frozen[0], frozen[-1], gc.get_freeze_count()) == (60, False, True, 0)
