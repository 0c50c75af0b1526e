"""The command `butda`: one small function a command. Words go to stdout, errors as one line to stderr."""

from __future__ import annotations

import sys

from desktop.cli.group import butda
from desktop.cli.saying import keep_streams_apart

__all__ = ["butda", "main"]


def main() -> None:
    """Run the command line; UTF-8 whatever the locale."""
    keep_streams_apart()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "backslashreplace"
            )
    butda(prog_name="butda")
