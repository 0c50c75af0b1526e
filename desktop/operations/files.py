"""Write files whole or not at all, and never over the open library."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from desktop.errors import ExportError
from desktop.store import Store


def not_the_library(store: Store, target: Path) -> None:
    if target.resolve() == store.path.resolve():
        raise ExportError("file-ours", path=target)


def write_atomic(target: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write to a temporary name in the same folder, sync, rename: the old file or the whole new one is there, never a part."""
    partial = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        partial = Path(name)
        with os.fdopen(handle, "wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        partial.chmod(0o666 & ~_umask())
        partial.replace(target)
    except OSError as error:
        raise ExportError("file-write", path=target, reason=error.strerror or str(error)) from error
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
