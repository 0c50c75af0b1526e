"""The program's log: one rotating file that its owner alone can read, whichever of its turns is made."""

from __future__ import annotations

import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop import writing

_BYTES = 500_000


class PrivateLog(RotatingFileHandler):
    """A rotating file in a folder; both are made for the owner alone, and keep their rights where they are there."""

    def __init__(self, folder: Path) -> None:
        """Log into a folder; raise OSError if it cannot be made."""
        writing.make_folder(folder)
        super().__init__(folder / "butda.log", maxBytes=_BYTES, backupCount=1, encoding="utf-8", delay=True)

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        return super()._open()
