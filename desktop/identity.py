"""Which file a path means: its device and inode, however it is spelled; and which libraries this process has open."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

Identity = tuple[int, int]

# Open libraries. Whoever opens and closes such a file once more in this process takes from SQLite the locks it holds on it:
# https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
_open: Counter[Identity] = Counter()


def of(path: Path) -> Identity | None:
    """Return the identity of the file or folder that a path leads to; None where there is none, or none to be seen."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def same(one: Path, other: Path) -> bool:
    """Return whether two paths mean one file; where there is none yet, whether they would."""
    found = of(one)
    return found == of(other) and (found is not None or os.path.realpath(one) == os.path.realpath(other))


def is_open(path: Path) -> bool:
    """Return whether this process has the library open that a path leads to."""
    found = of(path)
    return found is not None and _open[found] > 0


def opened(file: Identity) -> None:
    """Remember that this process has a library open."""
    _open[file] += 1


def closed(file: Identity) -> None:
    """Remember that a library was closed once."""
    _open[file] -= 1
    if _open[file] <= 0:
        del _open[file]
