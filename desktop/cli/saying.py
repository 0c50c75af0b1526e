"""What the commands say: plain words without control characters, and one sentence where they cannot be written any more."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from desktop.errors import RequestError
from desktop.text.borders.printable import printable

# Commands that change nothing: who has seen enough of them closes the pipe, and nobody is told.
_READING = frozenset(
    ("list", "show", "search", "check", "explain", "rules", "history", "label list", "lists list", "orphans")
)


class OutputLost(Exception):  # noqa: N818  # it says what happened
    """Nothing can be written on stdout any more; `reason` says why, `closed` that the reader went away, `acts` that work was done."""

    def __init__(self, error: OSError | None, acts: bool) -> None:
        super().__init__()
        self.reason = error.strerror if error is not None else "it is closed"
        self.closed = error is not None and error.errno == errno.EPIPE
        self.acts = acts

    def tell(self) -> None:
        """Say it on stderr, and that what the command has done is done; of a pipe closed on a command that only reads, nothing."""
        if self.acts:
            say(
                f"The output cannot be written ({self.reason}). What the command has done until then is kept.", err=True
            )
        elif not self.closed:
            say(f"The output cannot be written ({self.reason}).", err=True)


class Answers:
    """Stdout as bytes, for the answers of a command that changes nothing; raises OutputLost."""

    def write(self, answer: bytes) -> object:
        """Write an answer."""
        with writing(acts=False):
            return sys.stdout.buffer.write(answer)

    def flush(self) -> object:
        """Let it be read."""
        with writing(acts=False):
            return sys.stdout.buffer.flush()


class Complaints:
    """Stderr as bytes; what it does not take is lost."""

    def write(self, complaint: bytes) -> object:
        """Write a complaint."""
        with suppress(OSError):
            return sys.stderr.buffer.write(complaint) if sys.stderr is not None else 0
        return 0

    def flush(self) -> object:
        """Let it be read."""
        with suppress(OSError):
            return sys.stderr.buffer.flush() if sys.stderr is not None else None
        return None


def requests() -> Iterator[bytes]:
    """Yield the lines of stdin; raise RequestError if it cannot be read. A closed one has none."""
    try:
        yield from sys.stdin.buffer if sys.stdin is not None else ()
    except OSError as error:
        raise RequestError("file-unreadable", path="stdin", reason=error.strerror) from None


def say(line: str = "", err: bool = False) -> None:
    """Print a line without control characters; raise OutputLost if stdout takes it no more. What stderr does not take is lost."""
    if err:
        with suppress(OSError):
            click.echo(printable(line), err=True)
        return
    with writing():
        click.echo(printable(line))


def cell(text: str) -> str:
    """Return a text of others as one cell of a line."""
    return printable(" ".join(text.split()))


@contextmanager
def writing(acts: bool | None = None) -> Iterator[None]:
    """Raise OutputLost for what cannot be written on stdout inside; what waits to be written is dropped then."""
    if sys.stdout is None:
        raise OutputLost(None, _acts() if acts is None else acts)
    try:
        yield
    except OSError as error:
        _drop()
        raise OutputLost(error, _acts() if acts is None else acts) from None


def _acts() -> bool:
    context = click.get_current_context(silent=True)
    return context is None or context.command_path.partition(" ")[2] not in _READING


def keep_streams_apart() -> None:
    """Let nothing else be opened under the number of a stream that was closed before the start: SQLite writes its files there."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _drop() -> None:
    with suppress(OSError, ValueError, io.UnsupportedOperation):  # a stream of a test has no number
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
