"""The columns of a table of articles: what they are called, some of what they hold, and which part of an article each may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange import objects
from desktop.exchange.taking import kinds
from desktop.model_json import Unfit, parsed

ROWS = 20  # that are looked at
_MOST = 20_000_000  # bytes
_LONG = 80  # code points of a cell that may be a text
_SHOWN = 3  # samples of a column


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a file in their order, each with samples; `guess` says which column is which part of an article."""

    names: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    guess: Mapping[str, str]


def look(path: Path) -> Table | None:
    """Return the columns of a table of articles, None for a file that is none; raise ImportFileError."""
    rows = list(islice(_rows(path), ROWS))
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    if not names:
        return None
    held = {name: [words for row in rows if (words := _words(row.get(name)))] for name in names}
    return Table(names, tuple(tuple(held[name][:_SHOWN]) for name in names), guessed(held))


def guessed(held: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return for each part of an article the column that is called so; a text that is called otherwise by its length."""
    keys = {objects.key(name): name for name in reversed(list(held))}
    found = {
        part: keys[each]
        for part in objects.PARTS
        if (each := next((n for n in objects.named(part) if n in keys), None))
    }
    free = [name for name in held if name not in found.values()]
    longest = max(free, key=lambda name: _length(held[name]), default="")
    if "text" not in found and longest and _length(held[longest]) >= _LONG:
        found["text"] = longest
    return found


def _length(samples: Sequence[str]) -> float:
    return sum(map(len, samples)) / len(samples) if samples else 0


def _words(value: Any) -> str:
    if isinstance(value, list):
        value = ", ".join(each for each in value if isinstance(each, str))
    return " ".join(value.split()) if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    from desktop.exchange.office import tables

    with path.open("rb") as file:
        head = file.read(kinds.HEAD)
        module = kinds.reader(path, head)
        file.seek(0)
        if module == "jsonl":
            yield from _lines(iter(lambda: file.readline(_MOST), b""))
        elif module == "objects":
            yield from (each for each in objects.held(path, file) if isinstance(each, dict))
        elif module == "office.tables":
            for sheet in tables.sheets(path, file):
                yield from sheet


def _lines(lines: Iterable[bytes]) -> Iterator[Mapping[str, Any]]:
    for line in lines:
        try:
            held = parsed(line)
        except Unfit:
            continue
        if isinstance(held, dict):
            yield held


def said(words: str) -> dict[str, str]:
    """Return columns as a person says them: `title=headline,text=body`; raise ImportFileError for what is no part of an article."""
    found = {}
    for each in words.split(","):
        part, equals, name = each.partition("=")
        if not equals or part.strip() not in objects.PARTS or not name.strip():
            raise ImportFileError("columns-unknown", said=each.strip(), parts=", ".join(objects.PARTS))
        found[part.strip()] = name.strip()
    return found
