"""The values of a file of JSON, one by one where it is long: those of its array, or of the longest list that it holds."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from desktop.errors import ImportFileError
from desktop.exchange.charset import decode

_WHOLE = 20_000_000  # bytes of a file that is read in one piece
_CHUNK = 1_000_000  # letters of a longer one that are read at a time
_LONGEST = 100_000_000  # letters of one value
_LIST = re.compile(r"\[\s*(?=\{)")
_BETWEEN = re.compile(r"[\s,]*")
_WORDS = 80  # letters of a value that may be a text
_DEEP = 3  # objects in objects in which a list of articles may stand


def values(path: Path, file: BinaryIO, is_one: Callable[[Mapping[str, Any]], bool]) -> Iterator[Any]:
    """Yield the values of a file of JSON; raise ImportFileError. `is_one` says whether an object is one itself, and holds none."""
    content = file.read(_WHOLE + 1)
    if len(content) <= _WHOLE:
        try:
            found = json.loads(decode(content, path))
        except (ValueError, RecursionError) as error:
            _refuse(path, str(error))
        yield from _listed(found, is_one)
        return
    file.seek(0)
    yield from _one_by_one(path, file)


def _listed(found: Any, is_one: Callable[[Mapping[str, Any]], bool]) -> list[Any]:
    """Return what is listed: an array's values, a list of articles in an object, columns as rows, else the one value."""
    if isinstance(found, list):
        return found
    if not isinstance(found, Mapping) or is_one(found):
        return [found]
    return max(_lists(found, _DEEP), key=len, default=[found])


def _lists(held: Mapping[str, Any], deep: int) -> Iterator[list[Any]]:
    """Yield the lists of objects that an object without a text of its own holds."""
    columns = [each for each in held.values() if isinstance(each, list)]
    if (
        len(held) > 1
        and len(columns) == len(held)
        and len({len(each) for each in columns}) == 1
        and _are_words(columns)
    ):
        yield [dict(zip(held, row, strict=True)) for row in zip(*columns, strict=True)]
    for each in held.values():
        if isinstance(each, list) and each and all(isinstance(value, Mapping) and _is_long(value) for value in each):
            yield each
        elif isinstance(each, Mapping) and deep:
            yield from _lists(each, deep - 1)


def _are_words(columns: list[list[Any]]) -> bool:
    return all(value is None or isinstance(value, str | int | float) for each in columns for value in each)


def _is_long(value: Mapping[str, Any]) -> bool:
    """Return whether an object may be an article: not an author, a tag, a picture with its few words."""
    return any(
        isinstance(each, Mapping | list) or (isinstance(each, str) and len(each) > _WORDS) for each in value.values()
    )


def _one_by_one(path: Path, file: BinaryIO) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    text = codecs.getreader("utf-8-sig")(file)
    try:
        buffer = text.read(_CHUNK)
        start = _LIST.search(buffer)
        if start is None:
            _refuse(path, "no list of objects begins it")
        at, is_last = start.end(), False
        while True:
            at = _end(_BETWEEN.match(buffer, at))
            if buffer[at : at + 1] == "]":
                return
            try:
                value, at = decoder.raw_decode(buffer, at)
            except (ValueError, RecursionError) as error:
                if is_last or len(buffer) - at > _LONGEST:
                    _refuse(path, str(error))
                more = text.read(
                    max(_CHUNK, len(buffer) - at)
                )  # twice as much each time, for it is read from its beginning
                is_last = not more
                buffer, at = buffer[at:] + more, 0
            else:
                yield value
    except UnicodeDecodeError:
        raise ImportFileError("file-encoding", path=path) from None


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found is not None else 0


def _refuse(path: Path, reason: str) -> NoReturn:
    raise ImportFileError("file-unreadable", path=path, reason=f"no JSON: {reason}") from None
