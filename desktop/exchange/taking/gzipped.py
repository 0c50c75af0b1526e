"""A file that was packed with gzip, as some programs keep pages of the web: read as what it is within."""

from __future__ import annotations

import zlib
from pathlib import Path

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.taking import inside

_MOST = 20_000_000  # bytes of what is packed
_GZIP = 31  # zlib's number for data with gzip's head
_ENDINGS = (".gz", ".gzip")


def read(path: Path, content: bytes) -> list[Raw | ImportFileError]:
    """Return the documents of a packed file; raise ImportFileError."""
    packed = zlib.decompressobj(_GZIP)
    try:
        held = packed.decompress(content, _MOST + 1)
    except zlib.error as error:
        raise ImportFileError("file-unreadable", path=path, reason="it is damaged") from error
    if len(held) > _MOST:
        raise ImportFileError("file-large", path=path, limit=_MOST // 1_000_000)
    name = path.stem if path.suffix.lower() in _ENDINGS else path.name
    return list(inside.read(name, held, path))
