"""What the columns of tables mean, remembered by the table's shape: its names; a list of the person's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.exchange.taking import columns
from desktop.exchange.taking.columns import Table, said
from desktop.model_json import parsed
from desktop.operations import own_list

__all__ = ["Table", "for_file", "for_row", "look", "remember", "said"]

_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".json", ".jsonl", ".ndjson"})
_KEPT = 200  # shapes; those remembered longest ago are forgotten first


def look(path: Path) -> Table | None:
    """Return the columns of a table of articles with samples, and what they mean: as remembered, else guessed. None: it is no table."""
    table = columns.look(path)
    if table is None:
        return None
    known = _known().get(_shape(table.names))
    return Table(table.names, table.samples, known) if known else table


def for_file(path: Path) -> exchange.Columns | None:
    """Return what was once said of a table of this shape; None for other files, and where nobody has said anything."""
    if path.suffix.lower() not in _TABLES or not _known():
        return None
    try:
        table = columns.look(path)
    except (ImportFileError, OSError):  # reading it says why
        return None
    return _known().get(_shape(table.names)) if table is not None else None


def for_row(content: bytes) -> exchange.Columns | None:
    """Return what was once said of tables whose rows are as one that was kept; None where nobody has said anything."""
    if not content.lstrip().startswith(b"{"):
        return None
    try:
        held = parsed(content)
    except ValueError:
        return None
    return _known().get(_shape(list(held))) if isinstance(held, dict) else None


def remember(path: Path, meant: Mapping[str, str]) -> None:
    """Remember what columns mean; a list that cannot be kept costs one question more."""
    try:
        table = columns.look(path)
    except (ImportFileError, OSError):  # as above
        return
    if table is None:
        return
    known = _known()
    known.pop(_shape(table.names), None)
    known[_shape(table.names)] = dict(meant)
    own_list.keep("columns", known, _KEPT)


def _shape(names: Sequence[str]) -> str:
    return "\t".join(sorted(names))


def _known() -> dict[str, dict[str, str]]:
    held = own_list.read("columns")
    return {
        name: each
        for name, each in held.items()
        if isinstance(each, dict) and all(isinstance(v, str) for v in each.values())
    }
