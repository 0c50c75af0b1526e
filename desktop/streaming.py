"""`butda detect -`: JSON lines in, JSON lines out, one at a time."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any, Protocol

from desktop.detect import detect
from desktop.errors import RequestError
from desktop.model_json import Unfit, made
from desktop.text.borders.printable import CONTROLS
from desktop.text.borders.published import published
from desktop.text.normal import normal

# An id may hold a lone surrogate, which UTF-8 cannot; what would move the cursor of a terminal is escaped too.
_ESCAPED = re.compile(f"[\ud800-\udfff{CONTROLS}]")
_WAITING = 4  # lines a process holds or has before it, so that none idles and memory stays constant
_KILLED = "the process that read it was killed, twice; it may need more memory than there is"
_INFINITE = (float("inf"), float("-inf"))  # what JSON's 1e999 becomes


@dataclass(frozen=True, slots=True)
class _Request:
    """One line that is sent; what else it holds is ignored. The id may be half a surrogate or beyond 64 bits: it comes back as it is."""

    id: str | int | float
    text: str
    published: str | None = None


class Sink(Protocol):
    """Takes bytes: a file, or what stands for one."""

    def write(self, given: bytes, /) -> object: ...

    def flush(self) -> object: ...


def stream(lines: Iterable[bytes], out: Sink, errors: Sink, jobs: int = 1, told: bool = False, first: int = 1) -> int:
    """Detect in each line's text; a bad line is told on `errors` and the rest goes on. Return the exit code: 1 if any was bad.

    Where `told`, answers hold the spans' entity keys, the relations and the language too. With several `jobs` as many processes share the
    lines; the answers keep the order, and few lines wait in memory. `first` is the number of the first line.
    """
    numbered = ((number, line) for number, line in enumerate(lines, first) if line.strip())
    failed = 0
    answered = partial(_answered, told)
    for answer, wrong in map(answered, numbered) if jobs == 1 else shared(answered, numbered, jobs):
        failed |= bool(wrong)
        errors.write(wrong)
        errors.flush()
        out.write(answer)
        out.flush()
    return failed


def _answered(told: bool, numbered: tuple[int, bytes]) -> tuple[bytes, bytes]:
    """Return one line's answer and what is wrong with it, one of them empty."""
    number, line = numbered
    try:
        row = detected(line, number, told)
    except RequestError as error:
        return b"", f"{error}\n".encode()
    return _ESCAPED.sub(_escaped, json.dumps(row, ensure_ascii=False)).encode("utf-8") + b"\n", b""


_Answer = Callable[[tuple[int, bytes]], tuple[bytes, bytes]]


def shared(answered: _Answer, numbered: Iterator[tuple[int, bytes]], jobs: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield the answers in order, from `jobs` processes that start afresh and hold a few lines each.

    When a process dies, as when memory is short, the lines that were under way are read once more, each in a process of its own.
    """
    waiting: deque[tuple[tuple[int, bytes], Future[tuple[bytes, bytes]]]] = deque()
    pool = _processes(jobs)
    try:
        while True:
            for each in islice(numbered, _WAITING * jobs - len(waiting)):
                try:
                    waiting.append((each, pool.submit(answered, each)))
                except BrokenProcessPool:
                    pool.shutdown()
                    pool = _processes(jobs)
                    waiting.append((each, pool.submit(answered, each)))
            if not waiting:
                return
            line, answer = waiting.popleft()
            try:
                yield answer.result()
            except BrokenProcessPool:
                yield _alone(answered, line)
    finally:
        pool.shutdown(cancel_futures=True)


def _processes(jobs: int) -> ProcessPoolExecutor:
    """Return processes that are all begun: one that is begun while another dies is never ended by the pool, which then waits for ever."""
    pool = ProcessPoolExecutor(jobs, get_context("spawn"))
    for _ in range(jobs):
        pool.submit(_begun)
    return pool


def _begun() -> None:
    """What each process is asked first: none is idle before, so that one more is begun."""


def _alone(answered: _Answer, numbered: tuple[int, bytes]) -> tuple[bytes, bytes]:
    """Return the answer to a line whose process died, from a process that reads nothing else; what is wrong, where that dies too."""
    with _processes(1) as pool:
        try:
            return pool.submit(answered, numbered).result()
        except BrokenProcessPool:
            error = RequestError("detect-line", number=numbered[0], reason=_KILLED)
            return b"", f"{error}\n".encode()


def detected(line: bytes, number: int, told: bool = False) -> dict[str, Any]:
    """Return one line's answer; raise RequestError that says what is wrong with it."""
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RequestError("detect-line", number=number, reason=f"not JSON in UTF-8 ({error})") from None
    try:
        request = made(_Request, row)
        day = None if request.published is None else published(request.published)
        if request.id in _INFINITE:
            raise Unfit("id", "number")
        if day is None and request.published is not None:
            raise Unfit("published", "date")
    except Unfit as unfit:
        raise RequestError("detect-line", number=number, reason=str(unfit)) from None
    text = normal(request.text)
    found = detect(text, day)
    answer: dict[str, Any] = {
        "id": request.id,
        "text": text,
        "spans": [
            {"start": s.start, "end": s.end, "label": s.label, "value": s.value, "unit": s.unit, "counted": s.counted}
            for s in found.spans
        ],
        "lines": [[each.start, each.end, each.role] for each in found.lines],
    }
    if told:
        for given, span in zip(answer["spans"], found.spans, strict=True):
            given["entity"] = span.entity
        answer["language"] = found.language
        answer["relations"] = [[fact.kind, fact.head, fact.tail] for fact in found.relations]
    return answer


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
