"""A mark whose edit has returned outlives the sudden death of the window."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from furnished import detect, read_page

from desktop import operations

ROUNDS = 50
A_LIBRARY = 10  # rounds, then a new one: a page with thousands of marks is slow to mark
MARKS = (0, 1, 1, 2, 3, 5, 8)  # that are printed before the end is near, one number a life: however slow the machine is
LATEST = 0.03  # seconds after the last of these; a mark takes some 5 ms where nothing else goes on


@contextmanager
def keeper():
    """Run the process that makes windows to be killed."""
    script = Path(__file__).with_name("killed.py")
    made = subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
    )  # fmt: skip
    yield made
    made.stdin.close()
    made.stdout.close()
    made.kill()
    made.wait()


@pytest.fixture
def window():
    with keeper() as made:
        yield made


def library(path):
    """Make a library of one article of a thousand words of four letters."""
    source = path.with_suffix(".txt")
    source.write_text("chè " + " ".join(["mây!", "suối", "rừng", "bản…"] * 250), encoding="utf-8")
    store = operations.open_library(path)
    (prepared,) = operations.prepare(source, read_page)
    added = operations.add(store, prepared).article
    operations.apply_detection(store, added, detect(store.article(added).text))
    store.close()
    return added


def one_life(window, path, marks, chance):
    """Start a window over a library, kill it at some moment after so many marks, and return the ids it printed."""
    window.stdin.write(f"{path}\n")
    process = int(window.stdout.readline().removeprefix("pid "))
    ids = [window.stdout.readline().strip() for _ in range(marks)]
    assert "dead" not in ids
    time.sleep(chance.uniform(0, LATEST))
    os.kill(process, signal.SIGKILL)
    for line in window.stdout:
        if line.strip() == "dead":
            return ids
        ids.append(line.strip())
    raise AssertionError("the window's keeper ended")


def test_no_mark_that_was_made_is_lost_when_the_window_is_killed(window, tmp_path):
    chance, lost, damaged, printed = random.Random(), set(), [], 0
    for number in range(ROUNDS):
        path = tmp_path / f"{number // A_LIBRARY}.butda"
        if number % A_LIBRARY == 0:
            article = library(path)
        ids = one_life(window, path, MARKS[number % len(MARKS)], chance)
        printed += len(ids)
        store = operations.open_library(path)
        lost |= set(ids) - {each.id for each in store.annotations(article)}
        damaged += store.check()
        store.close()
    least = sum(MARKS[number % len(MARKS)] for number in range(ROUNDS))
    assert (lost, damaged, printed >= least) == (set(), [], True)
