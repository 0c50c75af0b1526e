"""The copies that lie beside a library: which there are, when one is due, and which of them go.

A copy is made once a day on which something was changed, and again where much was. Kept are, by the order in which they were
made and whatever the clock says: the last three, the last one of each of the seven latest days and of the five latest weeks.
Nothing else in the folder is ever removed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from desktop import identity, writing
from desktop.errors import LibraryError
from desktop.store.checking import quick_damage
from desktop.store.connecting import APPLICATION_ID, MAGIC, connected
from desktop.store.copying import Told, copy
from desktop.store.faults import backups_folder, faults

LAST, DAYS, WEEKS = 3, 7, 5
AT_ONCE = 32_000_000  # bytes; a copy of as much takes some 0.2 s
MUCH = 5000  # rows that were changed since the library was opened; a mark is some ten of them, with its indexes


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy in the folder of a library's copies."""

    path: Path
    number: int  # which it was in order of making; 0: it was made before they were numbered, or for another reason
    day: str  # what the clock said when it was made: YYYYMMDD
    time: str  # HHMMSS, more digits in old ones; no order of making rests on either


class Copies:
    """The copies of one open library that are made of themselves."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        self.written = False  # whether anything was changed that is a step of the history
        self._since = connection.total_changes

    @property
    def due(self) -> bool:
        """Whether one is to be kept: nothing was kept today and something was changed, or much was."""
        return self.written and is_due(self._path, self._connection.total_changes - self._since)

    def keep(self, told: Told | None = None) -> Path:
        """Keep one, telling pages done and all pages; return it. Raises LibraryError, OSError."""
        made = keep(self._connection, self._path, told)
        self.taken()
        return made

    def keep_at_closing(self) -> None:
        """Keep one if it is due and done in no time; that of a large library is made while it is open: nobody waits for seconds."""
        try:
            size = self._path.stat().st_size
        except OSError:  # the library is gone: what is left of it is kept, however long that takes
            size = 0
        if size <= AT_ONCE and self.due:
            self.keep()

    def taken(self) -> None:
        """Remember that one was kept now, by a worker."""
        self._since = self._connection.total_changes


def keep(connection: sqlite3.Connection, path: Path, told: Told | None = None) -> Path:
    """Keep a copy of a library and let go of those that the rule does not keep; return the copy. Raises LibraryError, OSError.

    Its pages are looked over quickly, not each row of each index: nobody waits for it, but it is made every day.
    """
    number = max((each.number for each in automatic(path)), default=0) + 1
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = backups_folder(path) / f"{path.stem}-{number:06}-{stamp}{path.suffix}"
    copy(connection, target, told, proof=quick_damage)
    made = automatic(path)
    for each in set(made) - kept(made):
        if each.path != target:
            _remove(each.path)
    _sweep(path)
    return target


def is_due(path: Path, changed: int, today: date | None = None) -> bool:
    """Return whether a copy is due when `changed` rows were changed since the library was opened, or since the last one."""
    if not changed:
        return False
    made = automatic(path)
    day = (today or datetime.now(UTC).date()).strftime("%Y%m%d")
    return changed >= MUCH or not made or made[-1].day != day


def kept(copies: Iterable[Copy]) -> set[Copy]:
    """Return the copies that stay, of some in order of making."""
    stay: list[Copy] = []
    days: dict[str, Copy] = {}
    weeks: dict[object, Copy] = {}
    for each in reversed(list(copies)):
        if len(stay) < LAST:
            stay.append(each)
        days.setdefault(each.day, each)
        weeks.setdefault(_week(each.day), each)
    return {*stay, *list(days.values())[:DAYS], *list(weeks.values())[:WEEKS]}


def automatic(path: Path) -> list[Copy]:
    """Return the copies that were made of themselves, in order of making: by their exact names, and libraries all."""
    old = re.compile(rf"{re.escape(path.stem)}-(\d{{8}})-(\d{{6}}-\d{{6}}){re.escape(path.suffix)}")
    new = re.compile(rf"{re.escape(path.stem)}-(\d{{6,}})-(\d{{8}})-(\d{{6}}){re.escape(path.suffix)}")
    found = []
    for each in _files(backups_folder(path)):
        if match := new.fullmatch(each.name):
            found.append(Copy(each, int(match[1]), match[2], match[3]))
        elif match := old.fullmatch(each.name):
            found.append(Copy(each, 0, match[1], match[2]))
    return sorted(
        (each for each in found if is_library(each.path)), key=lambda each: (each.number, each.day, each.time)
    )


def is_library(path: Path) -> bool:
    """Return whether a file, and no link, begins as a library of ours does."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            header = file.read(100)
    except (OSError, ValueError):
        return False
    return header.startswith(MAGIC) and header[68:72] == APPLICATION_ID


def is_copy_of(path: Path, library: str) -> bool:
    """Return whether a file is a copy of the library of this id that nobody has worked in since.

    A library in which somebody works is in WAL mode, which its header says; a copy leaves it only when it is opened to write.
    """
    if identity.is_open(path) or not is_library(path) or path.with_name(f"{path.name}-wal").exists():
        return False
    with path.open("rb") as file:
        versions = file.read(20)[18:20]
    if versions != b"\x01\x01":
        return False
    try:
        with faults(path, otherwise="library-damaged"), closing(connected(path, write=False)) as connection:
            found = connection.execute("SELECT id FROM library").fetchone()
    except (LibraryError, sqlite3.Error):
        return False
    return found is not None and found[0] == library


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _remove(copy: Path) -> None:
    for end in ("", "-journal"):
        with suppress(FileNotFoundError):
            copy.with_name(copy.name + end).unlink()


def _sweep(path: Path) -> None:
    """Take away what killed runs of earlier versions left of such copies; our own are swept where files are written."""
    stamp = r"(\d{8}-\d{6}-\d{6}|before-schema-\d+-from-\d+)"
    left = re.compile(rf"\.{re.escape(path.stem)}-{stamp}{re.escape(path.suffix)}\.partial(-journal)?")
    for each in _files(backups_folder(path)):
        if left.fullmatch(each.name):
            with suppress(OSError):
                each.unlink()
    writing.sweep(backups_folder(path))


def _week(day: str) -> object:
    try:
        return date(int(day[:4]), int(day[4:6]), int(day[6:])).isocalendar()[:2]
    except ValueError:  # digits that are no day
        return day
