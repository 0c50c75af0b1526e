"""Reading that can be ended: a file that may take long is read by a process of its own, which is killed when nobody waits any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw

_LOOK = 0.05  # seconds between two looks whether somebody still waits


def read(
    module: str, path: Path, content: bytes, told: Callable[[int, int], object], said: Mapping[str, Any] | None = None
) -> list[Raw | ImportFileError]:
    """Return what a reader makes of a file; what `told` raises ends it within a moment. Raises ImportFileError.

    `said` is what the reader is told beside. `told` hears of nothing read of all the bytes, for a page is read in one piece.
    """
    context = get_context("spawn")  # a fork would take the window's threads and the library's locks with it
    ours, theirs = context.Pipe()
    process = context.Process(target=_read, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((module, path, content, dict(said or {})))
        while not ours.poll(_LOOK):
            told(0, len(content))
        answer = ours.recv()
    except (EOFError, OSError):  # it was ended by the system, which is short of memory
        raise ImportFileError("file-unreadable", path=path, reason="there is not enough memory") from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, _Refused):
        raise ImportFileError(answer.kind, **answer.parameters)
    if isinstance(answer, RecursionError):
        raise ImportFileError("file-unreadable", path=path, reason="it is nested too deeply")
    if isinstance(answer, Exception):
        raise answer
    return cast(list[Raw | ImportFileError], answer)


class _Refused:
    """A known error on its way: exceptions lose their parameters there."""

    def __init__(self, error: ImportFileError) -> None:
        self.kind, self.parameters = error.kind, error.parameters


def _read(theirs: Connection) -> None:
    module, path, content, said = theirs.recv()
    try:
        answer: object = import_module(f"desktop.exchange.{module}").read(path, content, **said)
    except ImportFileError as error:
        answer = _Refused(error)
    except Exception as error:  # raised again where it is waited for
        answer = error
    theirs.send(answer)
