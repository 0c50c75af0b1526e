"""Workbooks (.xlsx), row by row: memory goes with the longest row, not with the file (ECMA-376, part 1, 18).

A library's reader keeps all words of a workbook in memory, since its cells only number them; here they wait in a file of the system.
"""

from __future__ import annotations

import posixpath
import re
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, Any, BinaryIO, cast
from zipfile import ZipFile

from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import unreadable

_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_RELATED = re.compile(r"\{[^}]*/relationships\}id")
_WAITS = 16_000_000  # bytes of words that are kept in memory
_DATES = frozenset(
    [*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)]
)  # formats that show a day (18.8.30)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')  # of a format: words, colours, signs by themselves
_DAY = re.compile(r"[dmyhs]", re.IGNORECASE)
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2_958_465  # 31 December 9999
_PLACE = re.compile(r"([A-Z]{1,3})\d*")
_COLUMNS = 16_384


class _Words:
    """The words that cells name by their numbers."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._ends = array("Q", [0])

    def add(self, words: str) -> None:
        """Keep the next words, before any is asked for."""
        self._ends.append(self._ends[-1] + self._file.write(words.encode("utf-8", "surrogatepass")))

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self._ends) - 1:
            return ""
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number]).decode("utf-8", "surrogatepass")


def sheets(path: Path, file: BinaryIO) -> Iterator[Iterator[Sequence[Any]]]:
    """Yield the rows of each sheet that is shown, one sheet after the other; raise ImportFileError, also while they are read."""
    with zipped.opened(path, file) as archive, tempfile.SpooledTemporaryFile(max_size=_WAITS) as waiting:
        root = zipped.tree(_part(archive, "xl/workbook.xml", path), path)
        targets = _targets(archive, path)
        is_1904 = any(each.get("date1904") in ("1", "true") for each in _named(root, "workbookPr"))
        first = _FIRST_DAY_1904 if is_1904 else _FIRST_DAY
        words, days = _words(archive, targets, cast(IO[bytes], waiting), path), _days(archive, targets, path)
        for each in _named(root, "sheet"):
            name = next((targets.get(value, "") for key, value in each.items() if _RELATED.fullmatch(key)), "")
            if each.get("state", "visible") == "visible" and name in archive.namelist():
                yield _rows(archive, name, words, days, first, path)


def _part(archive: ZipFile, name: str, path: Path) -> bytes:
    content = zipped.part(archive, name, path)
    if not content:
        unreadable(path, "it is damaged or no workbook")
    return content


def _targets(archive: ZipFile, path: Path) -> dict[str, str]:
    """Return the parts by the names under which the workbook refers to them, and by what they are."""
    found: dict[str, str] = {}
    content = zipped.part(archive, "xl/_rels/workbook.xml.rels", path)
    for each in zipped.tree(content, path) if content else ():
        target = each.get("Target", "")
        place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        found[each.get("Id", "")] = found[each.get("Type", "").rpartition("/")[2]] = place
    return found


def _named(root: Any, name: str) -> Iterator[Any]:
    for space in _MAIN:
        yield from root.iter(f"{{{space}}}{name}")


def _elements(archive: ZipFile, name: str, wanted: str, path: Path) -> Iterator[Any]:
    """Yield the elements of one name of a part, each gone when the next one comes."""
    from lxml import etree

    try:
        with archive.open(name) as part:
            tags = [f"{{{space}}}{wanted}" for space in _MAIN]
            for _, element in etree.iterparse(
                part, tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
            ):  # fmt: skip
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (etree.XMLSyntaxError, *zipped.DAMAGED) as error:
        unreadable(path, f"{name} in it is damaged: {error}")


def _words(archive: ZipFile, targets: dict[str, str], file: IO[bytes], path: Path) -> _Words:
    found = _Words(file)
    name = targets.get("sharedStrings", "xl/sharedStrings.xml")
    for each in _elements(archive, name, "si", path) if name in archive.namelist() else ():
        found.add(_text(each))
    return found


def _text(element: Any) -> str:
    """Return the words of an element, without how they are spoken."""
    if len(element) == 1 and len(element[0]) == 0:  # nearly all are so
        return element[0].text or ""
    return "".join(each.text or "" for each in _named(element, "t") if not str(each.getparent().tag).endswith("}rPh"))


def _days(archive: ZipFile, targets: dict[str, str], path: Path) -> list[bool]:
    """Return for each look of a cell whether it shows a day."""
    content = zipped.part(archive, targets.get("styles", "xl/styles.xml"), path)
    if not content:
        return []
    root = zipped.tree(content, path)
    own = {each.get("numFmtId"): each.get("formatCode", "") for each in _named(root, "numFmt")}
    found = []
    for looks in _named(root, "cellXfs"):
        for each in looks:
            number = each.get("numFmtId", "0")
            code = _QUOTED.sub("", own.get(number, ""))
            is_day = _DAY.search(code) is not None if number in own else number.isdigit() and int(number) in _DATES
            found.append(is_day)
    return found


def _rows(
    archive: ZipFile, name: str, words: _Words, days: Sequence[bool], first: datetime, path: Path
) -> Iterator[Sequence[Any]]:
    for row in _elements(archive, name, "row", path):
        cells: list[Any] = []
        for cell in row:
            at = _column(cell.get("r", ""), len(cells))
            cells += [None] * (at - len(cells))
            cells.append(_value(cell, words, days, first))
        yield cells


def _column(place: str, next_: int) -> int:
    """Return the number of a cell's column, from 0; the next one where it does not say, or says one that was."""
    said = _PLACE.fullmatch(place)
    if said is None:
        return next_
    number = 0
    for letter in said[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(next_, min(number, _COLUMNS) - 1)


def _value(cell: Any, words: _Words, days: Sequence[bool], first: datetime) -> Any:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    said = next((each.text or "" for each in cell if str(each.tag).endswith("}v")), "")
    if kind == "s":
        return words[int(said)] if said.isdigit() else ""
    if kind == "b":
        return "TRUE" if said == "1" else "FALSE"
    look = cell.get("s", "0")
    if kind == "n" and said and look.isdigit() and int(look) < len(days) and days[int(look)]:
        return _day(said, first)
    return "" if kind == "e" else said


def _day(said: str, first: datetime) -> datetime | date | str:
    try:
        number = float(said)
    except ValueError:
        return said
    return first + timedelta(seconds=round(number * 86400)) if 0 <= number < _LAST_DAY - 1462 else said
