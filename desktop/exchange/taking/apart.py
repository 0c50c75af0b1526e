"""Reading that can be ended: a file that may take long is read by a process of its own, which is killed when nobody waits any more.

A file that other programs made may also take all memory that there is: then that process ends, and not the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.taking import on_disk

_LOOK = 0.05  # seconds between two looks whether somebody still waits


def documents(
    module: str, path: Path, said: Mapping[str, Any], told: Callable[[int, int], object]
) -> Iterator[Raw | ImportFileError]:
    """Yield what a module makes of a file; what `told` raises ends it within a moment. Raises ImportFileError.

    `said` is what the reader is told beside. `told` hears of bytes read, as far as that is known, of all the bytes.
    """
    size = on_disk.size(path)
    context = get_context("spawn")  # a fork would take the window's threads and the library's locks with it
    ours, theirs = context.Pipe()
    process = context.Process(target=_read, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    done = 0
    try:
        ours.send((module, path, dict(said)))
        while True:
            while not ours.poll(_LOOK):
                told(done, size)
            answer = ours.recv()
            if answer is None:
                return
            if isinstance(answer, _Refused):
                raise ImportFileError(answer.kind, **answer.parameters)
            if isinstance(answer, Exception):
                raise answer
            each, done = answer
            told(done, size)
            yield ImportFileError(each.kind, **each.parameters) if isinstance(each, _Refused) else each
    except (EOFError, ConnectionError):  # it was ended by the system, which is short of memory
        raise ImportFileError("file-unreadable", path=path, reason="there is not enough memory") from None
    finally:
        process.kill()
        process.join()
        ours.close()


class _Refused:
    """A known error on its way: exceptions lose their parameters there."""

    def __init__(self, error: ImportFileError) -> None:
        self.kind, self.parameters = error.kind, error.parameters


def _read(theirs: Connection) -> None:
    from desktop.exchange.taking import reading

    module, path, said = theirs.recv()
    done = 0

    def told(bytes_: int, _: int) -> None:
        nonlocal done
        done = bytes_

    try:
        for each in reading.documents(module, path, said, told):
            theirs.send((_Refused(each) if isinstance(each, ImportFileError) else each, done))
        answer: object = None
    except ImportFileError as error:
        answer = _Refused(error)
    except Exception as error:  # raised again where it is waited for
        answer = error
    theirs.send(answer)
