"""Model values out of JSON: the one converter of every boundary, which refuses what the model cannot hold.

It goes by the types that the model itself declares. True is no number, 3.0 no whole one, null no text; keys that the model
does not know are left aside. What only a text can tell (offsets, lines) is asked of `text.borders.sound`.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from desktop.errors import WANTED
from desktop.model import Line

_T = TypeVar("_T")

MOST = 2**63 - 1  # the greatest whole number that SQLite holds

# What the converter says it wanted, as a key of errors.WANTED.
_WANTED = {
    "int | float | str | null": "value",
    "float | null": "number or null",
    "str | null": "text or null",
    "int": "whole",
    "float": "number",
    "str": "text",
    "bool": "boolean",
    "array": "list",
    "object": "object",
}
_LINE = tuple(field.name for field in fields(Line))
_EXPECTED = re.compile(r"Expected `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")
_AT = re.compile(r" - at `\$\.?(.*)`$")


class Unfit(ValueError):  # noqa: N818  # it says what does not fit
    """JSON that the model cannot hold: `key` is its place ("annotations[2].start"), `wanted` what would be right there.

    `kind`: "unfit" (`wanted` is a key of errors.WANTED), "unknown" (one of these words), "missing", or "json" (it is no JSON: why).
    """

    def __init__(self, key: str, wanted: str, kind: str = "unfit") -> None:
        super().__init__(key, wanted, kind)
        self.key, self.wanted, self.kind = key, wanted, kind

    def __str__(self) -> str:
        return _SAID[self.kind].format(self.key or "the whole", WANTED.get(self.wanted, self.wanted))

    def under(self, key: str) -> Unfit:
        """Return the same complaint of a value that stands under `key` in a greater one."""
        joint = "" if not self.key or self.key.startswith("[") else "."
        return Unfit(f"{key}{joint}{self.key}", self.wanted, self.kind)


_SAID = {
    "unfit": "{0} must be {1}",
    "unknown": "{0} must be one of: {1}",
    "missing": "{0} is missing",
    "json": "not JSON in UTF-8 ({1})",
}


def parsed(source: bytes | str) -> Any:
    """Return JSON's values; raise Unfit for what is no JSON: NaN, half a surrogate, bytes that are no UTF-8, nesting without end."""
    import msgspec

    try:
        return msgspec.json.decode(source)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise Unfit("", str(error), "json") from None


def read(kind: type[_T], source: bytes | str) -> _T:
    """Return the value of a model's class that JSON text holds; raise Unfit."""
    return made(kind, parsed(source))


def made(kind: type[_T], held: Any) -> _T:
    """Return a value of a model's class, or of any type that the model uses, out of parsed JSON or TOML; raise Unfit."""
    import msgspec

    try:
        value = msgspec.convert(_named(kind, held), kind)
    except msgspec.ValidationError as error:
        raise _unfit(kind, str(error)) from None
    except RecursionError as error:
        raise Unfit("", str(error), "json") from None
    for name in _whole(cast(Hashable, kind)):
        if abs(getattr(value, name)) > MOST:
            raise Unfit(name, "smaller")
    return value


def _named(kind: Any, held: Any) -> Any:
    """Return what is held with each line, which JSON writes as a list, under its names."""
    if not isinstance(held, dict) or "lines" not in held or not is_dataclass(kind):
        return held
    if not isinstance(held["lines"], list | tuple):
        raise Unfit("lines", "list")
    lines = [_line(at, each) for at, each in enumerate(held["lines"])]
    if held.get("marked", []) != []:
        marked = _marked(held["marked"])
        lines = [_with_mark(line, marked) for line in lines]
    return held | {"lines": lines}


def _marked(held: Any) -> dict[int, Any]:
    """Return what the mark-up of a page says of lines, which JSON writes beside them, by the lines' starts."""
    pairs: list[Any] = list(held) if isinstance(held, list | tuple) else [None]
    if not all(isinstance(each, list | tuple) and len(each) == 2 and type(each[0]) is int for each in pairs):
        raise Unfit("marked", "list")
    return dict(pairs)


def _with_mark(line: Any, marked: dict[int, Any]) -> Any:
    start = line.get("start") if isinstance(line, dict) else None
    return line | {"marked": marked[start]} if type(start) is int and start in marked else line


def _line(at: int, held: Any) -> Any:
    if isinstance(held, dict):
        return held
    if not isinstance(held, list | tuple) or not 3 <= len(held) <= len(_LINE):
        raise Unfit(f"lines[{at}]", "line")
    return dict(zip(_LINE, held, strict=False))


def _unfit(kind: Any, said: str) -> Unfit:
    found = _AT.search(said)
    key = found[1].replace("[...]", "") if found else ""
    if missing := _MISSING.match(said):
        return Unfit(f"{key}.{missing[1]}".lstrip("."), "", "missing")
    expected = _EXPECTED.match(said)
    if expected:
        return Unfit(key, _WANTED.get(expected[1], expected[1]))
    words = _words(kind, key) if "enum" in said else ()
    return Unfit(key, ", ".join(words), "unknown") if words else Unfit(key, "smaller")


def _words(kind: Any, key: str) -> tuple[str, ...]:
    """Return the words that a place of a model's class may hold."""
    for part in re.findall(r"[^.\[\]]+", key):
        inside = [each for each in _parts(kind) if each is not type(None)]
        kind = inside[0] if part.isdigit() else _hints(inside[0]).get(part, str)
    found = next((each for each in _parts(kind) if isinstance(each, type) and issubclass(each, StrEnum)), None)
    return tuple(found) if found is not None else ()


def _parts(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType, tuple) else (kind,)


@cache
def _whole(kind: Any) -> tuple[str, ...]:
    """Return the names of what SQLite keeps as whole numbers."""
    return tuple(name for name, hint in _hints(kind).items() if hint is int)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind) if is_dataclass(kind) else {}
