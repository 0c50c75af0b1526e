"""Which library to open: a new one, one that is there, or one of those that were open lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop import identity
from desktop.ui.controls.ask_files import Choose, Kind, Question
from desktop.ui.controls.plain_words import entry, tooltip

SUFFIX = ".butda"


def ask_new(choose: Choose, parent: QWidget, beside: Path) -> Path | None:
    """Ask where a new library shall lie; one that is there already is never written over, it is opened."""
    title = QCoreApplication.translate("Libraries", "Make a new library")
    start = _free(beside.with_name(QCoreApplication.translate("Libraries", "New library") + SUFFIX))
    for path in choose(parent, Question(Kind.LIBRARY, title, start, _names())):
        return path if path.suffix else path.with_suffix(SUFFIX)
    return None


def ask_open(choose: Choose, parent: QWidget, beside: Path) -> Path | None:
    """Ask for a library that is there."""
    title = QCoreApplication.translate("Libraries", "Open a library")
    return next(iter(choose(parent, Question(Kind.OPEN, title, beside, _names()))), None)


def fill_recent(menu: QMenu, paths: Sequence[str], current: Path, wish: Callable[[str], object]) -> None:
    """List the libraries of a menu, the open one ticked; two of the same name are told apart by their folders."""
    menu.clear()
    stems = [Path(each).stem for each in paths]
    for number, path in enumerate(paths, 1):
        name = Path(path).stem
        told = f"{name} ({Path(path).parent.name})" if stems.count(name) > 1 else name
        action = menu.addAction(f"&{number}  {entry(told)}")
        action.setToolTip(tooltip(path))
        action.setCheckable(True)
        action.setChecked(identity.same(Path(path), current))
        action.triggered.connect(_Chosen(wish, path))
    menu.setToolTipsVisible(True)
    menu.menuAction().setEnabled(bool(paths))


class _Chosen:
    """A wish for one path, without the argument that QAction.triggered brings."""

    def __init__(self, wish: Callable[[str], object], path: str) -> None:
        self._wish, self._path = wish, path

    def __call__(self, *_: object) -> None:
        self._wish(self._path)


def _names() -> str:
    return QCoreApplication.translate("Libraries", "Libraries") + f" (*{SUFFIX})"


def _free(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free, number = path.with_stem(f"{path.stem} {number}"), number + 1
    return free
