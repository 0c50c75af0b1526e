"""Compaction of an earlier version's history, broken off at any moment."""

import gzip
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from building import dump

from desktop import operations

OLDER = Path(__file__).parent / "older" / "schema-2.butda.gz"
_CHILD = """
import os
import signal
import sys
from itertools import count
from pathlib import Path
from desktop.store import Store
store, numbers = Store(Path(sys.argv[1])), count(1)

def die(statement):
    if next(numbers) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

store._connection.set_trace_callback(die)
while store.tend("", 1000):
    pass
"""


def begun(path):
    """Return what is left of the library when all is undone."""
    store = operations.open_library(path)
    whole, wrong = dump(store), store.check()
    steps = sum(1 for _ in iter(lambda: operations.undo(store), None))
    rows = store.rows()
    store.close()
    return whole, wrong, steps, rows


@pytest.mark.parametrize("statement", [1, 4, 6, 7, 8, 50, 101])
def test_a_kill_in_the_middle_of_compaction_loses_no_step(tmp_path, statement):
    whole, killed = tmp_path / "whole.butda", tmp_path / "killed.butda"
    whole.write_bytes(gzip.decompress(OLDER.read_bytes()))
    operations.open_library(whole).close()
    killed.write_bytes(whole.read_bytes())
    child = subprocess.run([sys.executable, "-c", _CHILD, str(killed), str(statement)], check=False)
    assert (child.returncode, begun(killed)) == (-signal.SIGKILL, begun(whole))
