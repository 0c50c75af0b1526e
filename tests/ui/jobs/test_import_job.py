"""An import: one step, whatever comes in; what fails is listed and the rest goes on."""

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
    titles = sorted(row.title for row in workspace.rows())
    step = workspace.undo()
    assert (len(imported.added), titles, progress[-1], step.title, workspace.rows()) == (
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


def test_what_is_there_is_not_added_twice(workspace, files):
    first, *_ = run(workspace, files)
    second, *_ = run(workspace, files)
    assert (second.added, sorted(second.known), len(workspace.rows())) == ((), sorted(first.added), 3)


def test_a_cancelled_import_says_so_and_adds_nothing_more(workspace, files):
    _, cancelled, _ = run(workspace, files, cancel=True)
    driving.until(lambda: not workspace.tasks.busy)
    assert (cancelled, workspace.rows()) == (True, [])


@pytest.mark.parametrize(
    ("content", "is_html", "title"),
    [
        ("Tin vắn\n\nĐàn trâu về bản.", False, "Tin vắn"),
        (f"<html><head><title>Chè</title></head><body><article><p>{TEXTS['che.txt'] * 5}</p></article></body></html>", True, None),
    ],
)  # fmt: skip
def test_a_paste_becomes_an_article(workspace, content, is_html, title):
    imported, *_ = run(workspace, pasted=content, is_page=is_html)
    titles = [row.title for row in workspace.rows()]
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
    workspace.annotate(first.added[0], 0, 2, "EVENT")
    driving.until(lambda: bool(ended))
    assert (len(workspace.rows()), ("Xã", "EVENT") in quotes(workspace, first.added[0])) == (3, True)
