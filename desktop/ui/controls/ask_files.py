"""Asking for files and folders: one function, so that a test can answer, and where each question begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_OF = ": "  # between a purpose and its folder, as they are kept


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


class AskFiles:
    """Asks for files, and begins each time where an answer of the same purpose lay last; it outlives the window."""

    def __init__(self, choose: Choose = choose, kept: Sequence[str] = ()) -> None:
        """`kept` is what `kept` was in an earlier run."""
        self.choose = choose
        parted = (each.partition(_OF) for each in kept)
        self._folders = {purpose: Path(folder) for purpose, of, folder in parted if of}

    @property
    def kept(self) -> tuple[str, ...]:
        """What is to be remembered over the end of the program."""
        return tuple(f"{purpose}{_OF}{folder}" for purpose, folder in self._folders.items())

    def folder(self, purpose: str) -> Path:
        """Return the folder of the last answer if it is there still, or else the person's documents."""
        last = self._folders.get(purpose)
        return last if last is not None and last.is_dir() else documents()

    def remember(self, purpose: str, folder: Path) -> None:
        """Begin in a folder the next time."""
        self._folders[purpose] = folder

    def ask(self, purpose: str, parent: QWidget, question: Question) -> list[Path]:
        """Ask; a start that is no whole path lies in the folder of the last answer."""
        start = self.folder(purpose) / question.start
        found = self.choose(parent, replace(question, start=start))
        if found:
            self.remember(purpose, found[0].parent)
        return found


def documents() -> Path:
    """Return the person's folder of documents, or the home folder where there is none."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def local_files(content: QMimeData | None) -> list[Path]:
    """Return the files and folders of this machine that a drop or the clipboard names."""
    if content is None or not content.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
