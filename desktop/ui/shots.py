"""Pictures of every main screen, in both themes and languages, for the eye and for the handbook."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from desktop.operations import Detector, PageReader
from desktop.settings import LANGUAGES, THEMES
from desktop.ui import driving
from desktop.ui.session import Session

_ACCEPTED = 9  # marks accepted one by one, so that both kinds are to be seen


def shots(directory: Path, detector: Detector, read_page: PageReader, samples: Sequence[Path]) -> list[Path]:
    """Write PNG files named screen-theme-language into a folder and return them."""
    directory.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="butda-") as folder:
        session = Session(Path(folder) / "settings.json", detector, read_page)
        session.start(Path(folder) / "shots.butda", samples=False)
        driving.until(lambda: driving.settled(session))
        session.window.resize(*driving.SIZE)
        for look in product(THEMES, LANGUAGES):
            driving.look(session, *look)
            taken.append(driving.picture(session.window, directory / f"empty-{'-'.join(look)}.png"))
        _fill(session, Path(folder), samples)
        for look in product(THEMES, LANGUAGES):
            driving.look(session, *look)
            for name, widget in _screens(session, Path(folder)):
                taken.append(driving.picture(widget, directory / f"{name}-{'-'.join(look)}.png"))
        session.window.close()
    return taken


def _fill(session: Session, folder: Path, samples: Sequence[Path]) -> None:
    window = session.window
    if window.transfers is None or window.desk is None:
        raise RuntimeError("the window has no workspace")
    window.transfers.start(samples)
    driving.until(lambda: driving.settled(session))
    for _ in range(_ACCEPTED):
        window.reader.next_annotation(True, True)
        window.desk.accept_selected()
    (folder / "anh.png").write_bytes(b"\x89PNG")
    (folder / "trong.txt").write_bytes(b"")


def _screens(session: Session, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield every screen by name, ready to be taken, and clear it away afterwards."""
    window = session.window
    window.notice.hide()
    window.reader.next_annotation(True, False)
    yield "main", window
    yield from _search(session)
    yield from _dialogs(session)
    if window.transfers is not None:
        window.status.show_progress(12, 300)
        yield "importing", window
        window.status.end_progress()
        window.transfers.start([folder / "anh.png", folder / "trong.txt"])
        driving.until(lambda: driving.settled(session) and bool(window.dialogs))
        yield from _open_dialog(session, "failures")
    window.reader.context_menu_requested.emit(window.mapToGlobal(QPoint(500, 300)))
    menu = QApplication.activePopupWidget()
    if menu is not None:
        yield "menu", menu
        menu.close()


def _search(session: Session) -> Iterator[tuple[str, QWidget]]:
    window = session.window
    for name, words in (("search", "dang"), ("nothing", "xyzzy")):
        window.shelf.box.setText(words)
        driving.until(lambda: driving.settled(session) and window.shelf.shows_hits)
        yield name, window
    window.shelf.box.clear()


def _dialogs(session: Session) -> Iterator[tuple[str, QWidget]]:
    acts = session.window.acts
    opening: tuple[tuple[str, Callable[[], None]], ...] = tuple(
        (name, acts[name].trigger) for name in ("export", "preferences", "keys", "note")
    )
    for name, wish in opening:
        wish()
        yield from _open_dialog(session, name)
    acts["about"].trigger()
    dialog = session.window.dialogs[-1]
    yield "about", dialog
    tabs = dialog.findChild(QTabWidget)
    if tabs is not None:
        tabs.setCurrentIndex(1)
        yield "licences", dialog
    dialog.close()


def _open_dialog(session: Session, name: str) -> Iterator[tuple[str, QWidget]]:
    if session.window.dialogs:
        dialog = session.window.dialogs[-1]
        yield name, dialog
        dialog.close()
