"""The program's main work done once without a person, told step by step, with pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.exchange import WRITERS
from desktop.model import Row, Status
from desktop.operations import Detector, Exported, PageReader, Selection
from desktop.ui import driving
from desktop.ui.session import Session

Out = Callable[[str], object]
_OWN = ("tour.butda", "tour.butda-wal", "tour.butda-shm", "tour.butda.lock", "settings.json")
_WORD = 6  # a word worth searching for has so many letters
_SETTLED = 12  # suggestions accepted one by one


def tour(directory: Path, detector: Detector, read_page: PageReader, samples: Sequence[Path], out: Out) -> int:
    """Import, detect, review, mark, search, export and verify in a fresh library in a folder; return 0 if all of it held."""
    directory.mkdir(parents=True, exist_ok=True)
    for name in _OWN:
        (directory / name).unlink(missing_ok=True)
    session = Session(directory / "settings.json", detector, read_page, samples=lambda: tuple(samples))
    session.start(directory / "tour.butda", samples=False)
    driving.until(lambda: driving.settled(session))
    guide = _Guide(session, directory, out)
    try:
        guide.empty()
        guide.bring_in(samples)
        guide.review()
        guide.mark()
        guide.search()
        guide.pictures()
        return guide.export()
    finally:
        session.window.close()


class _Guide:
    """The stations of the tour."""

    def __init__(self, session: Session, directory: Path, out: Out) -> None:
        self._session = session
        self._directory = directory
        self._out = out

    def empty(self) -> None:
        self._out(f"A new library: {self._directory / 'tour.butda'}")
        self._picture("1-empty")

    def bring_in(self, samples: Sequence[Path]) -> None:
        window = self._session.window
        if window.transfers is None:
            raise RuntimeError("the window has no workspace")
        window.transfers.start(samples)
        driving.until(lambda: driving.settled(self._session))
        rows = self._rows()
        found = sum(row.annotations for row in rows)
        self._out(f"Imported {len(rows)} of {len(samples)} articles; the detector suggests {found} marks")
        self._picture("2-imported")

    def review(self) -> None:
        window = self._session.window
        desk = window.desk
        if desk is None or desk.article is None:
            raise RuntimeError("no article is open")
        window.reader.setFocus()
        window.reader.next_annotation(True, True)
        settled = 0
        while desk.selected is not None and desk.selected.status is Status.SUGGESTED and settled < _SETTLED:
            driving.press(window.reader, Qt.Key.Key_Return)
            settled += 1
        self._out(f"Accepted {settled} marks of “{desk.article.title}” with the Enter key")

    def mark(self) -> None:
        """Mark the first words of the article by key, and take one back and do it again."""
        window = self._session.window
        desk = window.desk
        if desk is None or desk.article is None:
            raise RuntimeError("no article is open")
        words = list(islice(_words(desk.article.text), 3))
        for label, (start, end) in zip(desk.labels, words, strict=False):
            driving.select(self._session, start, end)
            driving.press(window.reader, Qt.Key(ord(label.key.upper())), label.key.lower())
        window.acts["undo"].trigger()
        window.acts["redo"].trigger()
        self._out(f"Marked {len(words)} words by key; took the last back and did it again")
        self._picture("3-marked")

    def search(self) -> None:
        window = self._session.window
        desk = window.desk
        if desk is None or desk.article is None:
            raise RuntimeError("no article is open")
        start, end = next(span for span in _words(desk.article.text) if span[1] - span[0] >= min(_WORD, 3))
        word = desk.article.text[start:end]
        window.shelf.box.setText(word)
        driving.until(lambda: driving.settled(self._session) and window.shelf.shows_hits)
        self._out(f"Searched for “{word}”: {window.shelf.model.rowCount()} articles")
        self._picture("4-search")
        window.shelf.box.clear()

    def pictures(self) -> None:
        """Take the dialogs and the dark window too."""
        window = self._session.window
        for name, action in (("5-export", "export"), ("6-about", "about"), ("7-keys", "keys")):
            window.acts[action].trigger()
            driving.until(lambda: bool(window.dialogs))
            driving.picture(window.dialogs[-1], self._directory / f"{name}.png")
            window.dialogs[-1].close()
        for theme in ("dark", "light"):
            self._session.set_theme(theme)
            driving.until(lambda name=theme: self._session.window.theme.name == name and driving.settled(self._session))  # type: ignore[misc]  # bound at once
            self._picture(f"8-{theme}")

    def export(self) -> int:
        workspace = self._session.workspace
        if workspace is None:
            raise RuntimeError("no library is open")
        wrong = 0
        for name, (_, suffix) in WRITERS.items():
            ended: list[Exported] = []
            target = self._directory / f"export{suffix}"
            workspace.export(name, target, Selection(), ended.append, _raise)
            driving.until(lambda ended=ended: bool(ended))  # type: ignore[misc]  # bound at once
            self._out(f"{ended[0].verified} of {ended[0].annotations} annotations verified: {target}")
            wrong += ended[0].annotations - ended[0].verified
        self._out(f"Pictures: {self._directory}")
        return 1 if wrong else 0

    def _rows(self) -> list[Row]:
        return list(self._session.workspace.rows()) if self._session.workspace else []

    def _picture(self, name: str) -> None:
        driving.picture(self._session.window, self._directory / f"{name}.png")


def _words(text: str) -> list[tuple[int, int]]:
    """Return the stretches of the words long enough to be marked."""
    found, start = [], 0
    for piece in text.split(" "):
        end = start + len(piece)
        if len(piece) >= 3 and piece.isalpha():
            found.append((start, end))
        start = end + 1
    return found


def _raise(error: Exception) -> None:
    raise error
