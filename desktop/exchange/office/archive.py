"""A zip of documents: each one that can be read, as if it lay in a folder; nothing is unpacked onto the disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.taking import inside, kinds

LIMIT = 500_000_000  # bytes that all of an archive may unpack to, with those that lie in it
_MEMBERS = 20_000
_DEEP = 3  # archives in archives
_UTF8 = 0x800  # flag: the name is in UTF-8 (APPNOTE 4.4.4)
_SYSTEM = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")  # what systems pack along


@dataclass(slots=True)
class _Left:
    """How much may still be unpacked."""

    bytes: int = LIMIT
    members: int = _MEMBERS


def read(path: Path, content: bytes) -> list[Raw | ImportFileError]:
    """Return what the archive's files hold, and for each that cannot be read what is wrong with it; raise ImportFileError."""
    return list(stream(path, io.BytesIO(content)))


def stream(path: Path, file: BinaryIO) -> Iterator[Raw | ImportFileError]:
    """Yield what the archive's files hold, file by file, as `read` does."""
    is_empty = True
    for each in _members(path, file, Path(path.name), _Left(), _DEEP):
        is_empty = False
        yield each
    if is_empty:
        raise ImportFileError("file-empty", path=path)


def _members(path: Path, file: BinaryIO, shown: Path, left: _Left, deep: int) -> Iterator[Raw | ImportFileError]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise ImportFileError("file-unreadable", path=path, reason="it is damaged or no zip") from None
    with archive:
        members = [each for each in archive.infolist() if not each.is_dir() and not _is_system(each.filename)]
        left.bytes -= sum(each.file_size for each in members)
        left.members -= len(members)
        if left.bytes < 0 or left.members < 0:
            raise ImportFileError("file-bomb", path=path, limit=LIMIT // 1_000_000)
        if any(each.flag_bits & 1 for each in members):
            zipped.locked(path)
        for member in members:
            yield from _member(archive, member, shown, left, deep)


def _is_system(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part in _SYSTEM or part.startswith("._") for part in parts)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, shown: Path, left: _Left, deep: int
) -> Iterator[Raw | ImportFileError]:
    """Yield one member's documents. Its name is only a name: no place on the disk is asked for by it."""
    name = _name(member)
    named = Path(f"{shown}: {name}")
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
        yield ImportFileError("member-path", path=named)
        return
    if member.file_size > zipped.UNPACKED:
        yield ImportFileError("file-large", path=named, limit=zipped.UNPACKED // 1_000_000)
        return
    try:
        with archive.open(member) as file:
            content = file.read(zipped.UNPACKED)
    except zipped.DAMAGED:
        yield ImportFileError("file-unreadable", path=named, reason="it is damaged")
        return
    if kinds.reader(PurePosixPath(name), content[: kinds.HEAD]) == "office.archive" and deep:
        yield from _inner(content, named, left, deep)
    else:
        yield from inside.read(parts[-1], content, named)


def _inner(content: bytes, named: Path, left: _Left, deep: int) -> Iterator[Raw | ImportFileError]:
    """Yield what an archive in an archive holds; one that is damaged or locked holds up no other file, a bomb all."""
    try:
        yield from _members(named, io.BytesIO(content), named, left, deep - 1)
    except ImportFileError as error:
        if error.kind == "file-bomb":
            raise
        yield error


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; one that says no encoding is in UTF-8 more often than as old systems had it."""
    if member.flag_bits & _UTF8 or member.filename.isascii():
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename
