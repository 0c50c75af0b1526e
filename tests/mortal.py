"""What the processes of test_streaming run: one line kills the process that reads it, as the kernel does when memory is short."""

import os
import signal


def answered(numbered: tuple[int, bytes]) -> tuple[bytes, bytes]:
    """Return the line itself; a line that says so is the end of its reader."""
    if numbered[1] == b"kill\n":
        os.kill(os.getpid(), signal.SIGKILL)
    return numbered[1], b""
