"""What every family of commands is given of the window it works in, and nothing of the library."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.errors import KnownError
from desktop.ui.controls.ask_files import AskFiles
from desktop.ui.controls.notice import Notice
from desktop.ui.look.theme import Theme
from desktop.ui.words import error_words
from desktop.ui.words.numbers import number


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Over what dialogs open, how all looks and speaks, where something is told, and who asks for files."""

    parent: QWidget
    theme: Theme
    language: str
    notice: Notice
    files: AskFiles

    def warn(self, error: KnownError) -> None:
        """Say what went wrong, and what to do."""
        self.notice.warn(error_words.sentence(error))

    def number(self, count: int) -> str:
        """Return a number as the language writes it."""
        return number(count, self.language)
