"""Documents that are a zip of XML: opened with limits, so that no small file fills memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from desktop.errors import ImportFileError
from desktop.exchange.office.blocks import unreadable

WHOLE = 500_000_000  # bytes that all of a document may unpack to
UNPACKED = 200_000_000  # bytes that one part of a document may unpack to
DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what a locked Office document is wrapped in


def opened(path: Path, content: bytes | BinaryIO) -> zipfile.ZipFile:
    """Return the archive of a document; raise ImportFileError for one that is locked or none."""
    file = io.BytesIO(content) if isinstance(content, bytes) else content
    if file.read(len(_OLE)) == _OLE:
        locked(path)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        unreadable(path, "its zip is damaged, or it is no document of its ending")
    if sum(each.file_size for each in archive.infolist()) > WHOLE:
        raise ImportFileError("file-bomb", path=path, limit=WHOLE // 1_000_000)
    return archive


def part(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """Return a part of a document, nothing where it has none; raise ImportFileError for one that is locked, damaged or too large."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    if info.flag_bits & 1:
        locked(path)
    if info.file_size > UNPACKED:
        raise ImportFileError("file-large", path=path, limit=UNPACKED // 1_000_000)
    try:
        with archive.open(info) as file:
            return file.read(UNPACKED)
    except DAMAGED:
        unreadable(path, f"{name} in it is damaged")


def locked(path: Path) -> NoReturn:
    """Raise ImportFileError that says that a password is wanted."""
    raise ImportFileError("file-locked", path=path)


def tree(content: bytes, path: Path) -> Any:
    """Return the root of a part's XML: no entity is resolved, nothing fetched; raise ImportFileError."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        unreadable(path, f"its XML is damaged: {error.msg}")
