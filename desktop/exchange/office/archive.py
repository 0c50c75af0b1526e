"""A zip of documents: each one that can be read, as if it lay in a folder; nothing is unpacked onto the disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.taking import inside

LIMIT = 500_000_000  # bytes that all of an archive may unpack to
_MEMBERS = 20_000
_SYSTEM = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")  # what systems pack along


def read(path: Path, content: bytes) -> list[Raw | ImportFileError]:
    """Return what the archive's files hold, and for each that cannot be read what is wrong with it; raise ImportFileError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise ImportFileError("file-unreadable", path=path, reason="it is damaged or no zip") from None
    with archive:
        members = [each for each in archive.infolist() if not each.is_dir() and not _is_system(each.filename)]
        total = sum(each.file_size for each in members)
        if total > LIMIT or len(members) > _MEMBERS or any(each.filename.lower().endswith(".zip") for each in members):
            raise ImportFileError("file-bomb", path=path, limit=LIMIT // 1_000_000)
        if any(each.flag_bits & 1 for each in members):
            zipped.locked(path)
        found = [each for member in members for each in _member(archive, member, path)]
    if not found:
        raise ImportFileError("file-empty", path=path)
    return found


def _is_system(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part in _SYSTEM or part.startswith("._") for part in parts)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> Iterator[Raw | ImportFileError]:
    """Yield one member's documents. Its name is only a name: no place on the disk is asked for by it."""
    named = Path(f"{path.name}: {member.filename}")
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    if ".." in parts or member.filename.startswith(("/", "\\")) or ":" in (parts[0] if parts else ""):
        yield ImportFileError("member-path", path=named)
        return
    if member.file_size > zipped.UNPACKED:
        yield ImportFileError("file-large", path=named, limit=zipped.UNPACKED // 1_000_000)
        return
    try:
        with archive.open(member) as file:
            content = file.read(zipped.UNPACKED)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        yield ImportFileError("file-unreadable", path=named, reason="it is damaged")
        return
    yield from inside.read(parts[-1], content, named)
