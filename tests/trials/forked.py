"""A command of the program in a process of its own, forked so that nothing is imported anew, and killed on the way if one will."""

import os
import select
import signal
import sys
import time
import traceback
from dataclasses import dataclass


@dataclass(frozen=True)
class Ended:
    """How a process ended, and what it had said by then."""

    lines: tuple[str, ...]  # whole ones only
    errors: str
    code: int | None  # None: it was killed
    seconds: float


def forked(work, kill_after=None, patience=60.0):
    """Do `work()` in a fork; kill it after so many seconds (None: not), at the latest when patience ends."""
    said, saying = os.pipe()
    wrong, erring = os.pipe()
    begun = time.monotonic()
    process = os.fork()
    if process == 0:
        _child(work, (said, wrong), saying, erring)
    os.close(saying)
    os.close(erring)
    heard = _hear({said: b"", wrong: b""}, process, begun + (patience if kill_after is None else kill_after))
    _, status = os.waitpid(process, 0)
    code = None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
    whole = heard[said].decode("utf-8", "replace").rpartition("\n")[0]
    return Ended(tuple(whole.splitlines()), heard[wrong].decode("utf-8", "replace"), code, time.monotonic() - begun)


def _child(work, others, saying, erring):
    for end in others:
        os.close(end)
    os.dup2(saying, 1)
    os.dup2(erring, 2)
    code = 1
    try:
        work()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0 if left.code is None else 1
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _hear(heard, process, end):
    """Read what a process says until it ends; kill it when its time has come."""
    left, killed = set(heard), False
    while left:
        if not killed and time.monotonic() >= end:
            os.kill(process, signal.SIGKILL)
            killed = True
        ready, _, _ = select.select(list(left), [], [], 1.0 if killed else max(0.0, end - time.monotonic()))
        for pipe in ready:
            part = os.read(pipe, 1 << 16)
            heard[pipe] += part
            if not part:
                left.discard(pipe)
                os.close(pipe)
    return heard
