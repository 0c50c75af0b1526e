"""A file that lies in another one, an archive or a letter, read as if it lay in a folder."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.taking import kinds

_NOT_INSIDE = (None, "bundle", "office.archive", "taking.gzipped")


def read(name: str, content: bytes, shown: Path) -> Iterator[Raw | ImportFileError]:
    """Yield a file's documents, and what is wrong where it cannot be read; `name` is its own, `shown` tells where it lies."""
    module = kinds.reader(PurePosixPath(name), content[: kinds.HEAD])
    if module in _NOT_INSIDE or not content:
        yield ImportFileError("file-kind" if content else "file-empty", path=shown)
        return
    try:
        if module == "jsonl":
            from desktop.exchange import jsonl

            yield from jsonl.read_lines(shown, io.BytesIO(content))
            return
        yield from import_module(f"desktop.exchange.{module}").read(Path(name), content)
    except ImportFileError as error:
        yield ImportFileError(error.kind, **{**error.parameters, "path": shown})
