"""JSON lines as other programs want them: one object an article, UTF-8, no BOM."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.documents import Document


def write(documents: Iterable[Document], out: BinaryIO, row: Callable[[Document], dict[str, Any]]) -> None:
    """Write a line an article, as `row` gives it."""
    for document in documents:
        out.write(json.dumps(row(document), ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a written file."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)
