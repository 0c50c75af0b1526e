"""Automatic copies of a library: one at closing, the newest five kept."""

from __future__ import annotations

import glob
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from desktop.store.copying import copy
from desktop.store.faults import backups_folder

KEPT = 5


def copy_at_closing(connection: sqlite3.Connection, path: Path) -> Path:
    """Write a verified copy beside the library and drop the oldest beyond KEPT; return the copy. Raises LibraryError, OSError."""
    folder = backups_folder(path)
    target = folder / f"{path.stem}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}{path.suffix}"
    copy(connection, target)
    copies = f"{glob.escape(path.stem)}-[0-9]*-*-*{glob.escape(path.suffix)}"
    for old in sorted(folder.glob(copies))[:-KEPT]:
        old.unlink()
    return target
