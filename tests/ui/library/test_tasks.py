"""Tasks: results, known errors and bugs come back on the main thread; what is cancelled does not."""

import gc
import threading

import pytest

from desktop.errors import KnownError
from desktop.ui.library.tasks import BATCH, WAITED_FOR, Tasks
from desktop.ui.unattended import driving


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def fail(error):
    raise error


def test_the_result_comes_back_on_the_main_thread(tasks):
    got = []
    tasks.run(threading.get_ident, lambda worker: got.append((worker, threading.get_ident())))
    driving.until(lambda: bool(got))
    assert got[0][0] != got[0][1] == threading.get_ident()


def test_a_known_error_goes_to_failed(tasks):
    got = []
    tasks.run(lambda: fail(KnownError("file-empty", path="x")), got.append, lambda error: got.append(error.kind))
    driving.until(lambda: bool(got))
    assert got == ["file-empty"]


def test_a_bug_is_raised_on_the_main_thread(tasks, qtbot):
    with qtbot.capture_exceptions() as raised:
        tasks.run(lambda: fail(ZeroDivisionError()), print, print)
        driving.until(lambda: not tasks.busy)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_what_is_cancelled_delivers_nothing(tasks):
    got, gate = [], threading.Event()
    running = tasks.run(lambda: gate.wait(driving.PATIENCE), got.append)
    waiting = tasks.run(lambda: got.append("ran"), got.append)
    waiting.cancel()
    running.cancel()
    gate.set()
    tasks.run(lambda: "last", got.append)
    driving.until(lambda: bool(got))
    assert got == ["last"]


def test_a_batch_does_not_hold_up_what_is_waited_for(tasks):
    got, gate = [], threading.Event()
    tasks.run(lambda: gate.wait(driving.PATIENCE), lambda _: got.append("batch"), lane=BATCH)
    tasks.run(lambda: None, lambda _: got.append("waited for"), lane=WAITED_FOR)
    driving.until(lambda: bool(got))
    gate.set()
    driving.until(lambda: len(got) == 2)
    assert got == ["waited for", "batch"]


def test_closing_lets_what_runs_end_and_delivers_nothing(qapp):
    tasks, got, started, gate = Tasks(), [], threading.Event(), threading.Event()
    tasks.run(lambda: (started.set(), gate.wait(driving.PATIENCE)), got.append)
    started.wait(driving.PATIENCE)
    gate.set()
    tasks.close()
    driving.until(lambda: True)
    assert got == []


class Knot:
    """A cycle that remembers in which thread it died."""

    def __init__(self, died):
        self.itself, self.died = self, died

    def __del__(self):
        self.died.append(threading.get_ident())


def tie_knots(died):
    for _ in range(20_000):
        Knot(died)


def test_garbage_of_workers_dies_on_the_main_thread(tasks):
    died, done = [], []
    tasks.run(lambda: tie_knots(died), done.append)
    driving.until(lambda: bool(done) and len(died) == 20_000)
    assert set(died) == {threading.get_ident()}


def test_closing_gives_python_its_collection_back(qapp):
    first, second = Tasks(), Tasks()
    seen = [gc.isenabled()]
    first.close()
    seen.append(gc.isenabled())
    second.close()
    assert (seen, gc.isenabled()) == ([False, False], True)
