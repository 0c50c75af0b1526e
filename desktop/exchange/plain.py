"""Read plain text and Markdown: one article a file, as it stands."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.charset import decode
from desktop.exchange.documents import Raw


def read(path: Path, content: bytes, said: str | None = None) -> list[Raw]:
    """Return the file's documents; raise ImportFileError if its encoding is not known. `said` is a charset that came with it."""
    return [Raw(decode(content, path, said), content)]
