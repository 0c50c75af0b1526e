"""Jobs: one of a lane at a time, each with an end that says what happened, whatever was raised, over whatever window there is."""

from threading import Event

import pytest
from furnished import TEXTS, detect, read_page
from PySide6.QtWidgets import QListWidget

from desktop import operations
from desktop.errors import KnownError
from desktop.model import State
from desktop.ui.jobs.detect_job import DetectJob
from desktop.ui.jobs.import_job import ImportJob
from desktop.ui.jobs.job import Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.jobs.turns_job import CardJob
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

STUMBLE = "vấp"


def stumbling(work):
    """A reader or detector that meets a bug in texts with one word."""

    def stumbles(text, *others, **named):
        if STUMBLE in text:
            raise TypeError("a bug")
        return work(text, *others, **named)

    return stumbles


def stumble_in(place, monkeypatch):
    """Return the detector and the reader of pages of a program that has a bug in one place."""
    add = operations.add

    def adds(store, prepared, join):
        if STUMBLE in prepared.document.article.text:
            raise TypeError("a bug")
        return add(store, prepared, join)

    if place == "adding":
        monkeypatch.setattr(operations, "add", adds)
    return stumbling(detect) if place == "detecting" else detect, stumbling(
        read_page
    ) if place == "reading" else read_page


@pytest.fixture
def board(workspace):
    return JobBoard(workspace)


@pytest.mark.parametrize(("place", "count"), [("reading", 3), ("adding", 3), ("detecting", 4)])
def test_a_bug_in_one_file_leaves_the_others_in_and_the_next_import_runs(
    qtbot, tmp_path, files, monkeypatch, place, count
):
    (tmp_path / "vap.txt").write_text(f"Bài {STUMBLE}\n\nMột bài.\n", encoding="utf-8")
    (tmp_path / "sau.txt").write_text("Bài sau\n\nNhập sau cùng.\n", encoding="utf-8")
    session = Session(tmp_path / "settings.json", *stumble_in(place, monkeypatch), lambda *_: [], lambda: ())
    session.start(tmp_path / "s.butda", samples=False)
    driving.until(lambda: driving.settled(session))
    with qtbot.capture_exceptions() as raised:
        session.bench.commands.files.start([files[0], tmp_path / "vap.txt", *files[1:]])
        session.bench.commands.files.start([tmp_path / "sau.txt"])
        driving.until(lambda: driving.settled(session))
    titles = [row.title for row in session.workspace.reads.rows()]
    told = [dialog.findChild(QListWidget, "failures").item(0).text() for dialog in session.window.dialogs]
    session.window.close()
    assert (len(titles) - 1, "Bài sau" in titles, session.bench.jobs.going) == (count, True, ())
    assert ([kind for kind, *_ in raised], "vap.txt" in told[0], len(told)) == ([TypeError], True, 1)


def test_a_bug_in_one_article_holds_up_no_other(qtbot, workspace, board, articles, detecting):
    ends = []
    board.ended.connect(lambda job, ended: ends.append((job.kind, ended.error.kind)))
    bad = workspace.reads.article(articles[0]).text
    detecting.now = lambda text, *rest: 1 / 0 if text == bad else detect(text, *rest)
    with qtbot.capture_exceptions() as raised:
        board.start(DetectJob(workspace, articles))
        driving.until(lambda: bool(ends))
    assert (ends, [kind for kind, *_ in raised], board.going) == (
        [(Kind.DETECT, "unexpected")],
        [ZeroDivisionError],
        (),
    )


def test_a_bug_in_a_turn_ends_the_job(workspace, board, articles):
    ends = []
    board.ended.connect(lambda job, ended: ends.append(ended.error.kind))
    with pytest.raises(ZeroDivisionError):
        board.start(CardJob(workspace, Kind.STATE, lambda some, step: 1 / 0, articles))
    assert (ends, board.going) == (["unexpected"], ())


def test_a_job_of_the_same_lane_waits_and_one_of_another_does_not(workspace, board, files, articles):
    seen = []
    board.begun.connect(lambda job: seen.append([each.kind for each in board.going]))
    board.start(ImportJob(workspace, files))
    board.start(ImportJob(workspace, files))
    board.start(
        CardJob(workspace, Kind.STATE, lambda some, step: workspace.edits.set_state(some, State.DONE, step), articles)
    )
    free = [board.is_free(kind) for kind in (Kind.IMPORT, Kind.TAG, Kind.CHECK)]
    driving.until(lambda: not board.going and not workspace.tasks.busy)
    assert (seen, free) == (
        [[Kind.IMPORT], [Kind.IMPORT, Kind.STATE], [Kind.IMPORT]], [False, True, True],
    )  # fmt: skip


def test_those_that_wait_go_with_the_one_that_is_cancelled(workspace, board, files):
    ends = []
    board.ended.connect(lambda job, ended: ends.append(ended.cancelled))
    board.start(ImportJob(workspace, files))
    board.start(ImportJob(workspace, files))
    board.cancel(board.going[0])
    driving.until(lambda: not workspace.tasks.busy)
    assert (ends, board.going, workspace.reads.rows()) == ([True], (), [])


def test_what_is_stopped_at_closing_says_nothing(workspace, board, files):
    ends = []
    board.ended.connect(lambda *ended: ends.append(ended))
    board.start(ImportJob(workspace, files))
    board.stop()
    assert (ends, board.going) == ([], ())


def test_a_job_ends_once(workspace):
    job, ends = Job(workspace, Kind.TAG), []
    job.ended.connect(ends.append)
    job.cancel()
    job.fail(KnownError("unexpected"))
    assert [each.cancelled for each in ends] == [True]


def test_undo_of_an_import_that_goes_on_stops_it_and_takes_back_all_of_it(session, tmp_path, detecting):
    folder, go_on, seen = tmp_path / "nhiều", Event(), []
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Bài số {number}\n\n{TEXTS['che.txt']}", encoding="utf-8")

    def held(text, published=None, roles=None, lists=None):
        seen.append(text)
        if len(seen) > 5:
            go_on.wait(20)
        return detect(text)

    detecting.now = held
    session.bench.commands.files.start([folder])
    driving.until(lambda: len(seen) > 5)
    came = len(session.workspace.reads.rows())
    session.bench.commands.history.undo()
    go_on.set()
    driving.until(lambda: driving.settled(session))
    left = (
        session.workspace.reads.rows(),
        session.workspace.reads.next_undo(),
        session.bench.jobs.going,
        session.bench.notice.words,
    )
    session.bench.commands.history.redo()
    driving.until(lambda: driving.settled(session))
    assert (left, len(session.workspace.reads.rows()), 0 < came < 60) == (
        ([], None, (), "Đã dừng, và những gì đã làm được hoàn tác hết."), came, True,
    )  # fmt: skip
