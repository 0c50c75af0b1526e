"""Asking for files and folders: one function, so that a test can answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class Kind(Enum):
    """What is asked for."""

    FILES = auto()
    FOLDER = auto()
    OPEN = auto()  # one file that is there
    SAVE = auto()
    LIBRARY = auto()  # one file that may not be there yet, and is not overwritten


@dataclass(frozen=True, slots=True)
class Question:
    """One question for files: its title, where to begin, and Qt's filter of names."""

    kind: Kind
    title: str
    start: Path
    names: str = ""


Choose = Callable[[QWidget, Question], list[Path]]


def choose(parent: QWidget, question: Question) -> list[Path]:
    """Ask the person with the system's dialog; nothing chosen gives an empty list."""
    start = str(question.start)
    if question.kind is Kind.FOLDER:
        found = [QFileDialog.getExistingDirectory(parent, question.title, start)]
    elif question.kind is Kind.FILES:
        found = QFileDialog.getOpenFileNames(parent, question.title, start, question.names)[0]
    elif question.kind is Kind.OPEN:
        found = [QFileDialog.getOpenFileName(parent, question.title, start, question.names)[0]]
    elif question.kind is Kind.LIBRARY:
        options = QFileDialog.Option.DontConfirmOverwrite
        found = [QFileDialog.getSaveFileName(parent, question.title, start, question.names, options=options)[0]]
    else:
        found = [QFileDialog.getSaveFileName(parent, question.title, start, question.names)[0]]
    return [Path(name) for name in found if name]
