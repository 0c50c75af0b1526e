"""The program's main work done once without a person, told step by step, with pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.exchange import FORMATS, offered
from desktop.model import Annotation, Row, Status
from desktop.operations import Detector, Exported, PageReader, Selection
from desktop.settings import LANGUAGES, THEMES
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving
from desktop.ui.window.workbench import Workbench

Out = Callable[[str], object]
_OWN = ("tour.butda", "tour.butda-wal", "tour.butda-shm", "tour.butda.lock", "settings.json")
# What a reader might mark of his own: the label, another that it is given by mistake first, and the words that show it.
_CAPITAL = "[A-ZÀ-ỸĐ]"
_OWN_MARKS = (
    ("TITLE", "", r"\b(?:hiệu trưởng|trưởng thôn|trưởng bản|bí thư chi bộ)\b"),
    ("EVENT", "", rf"\b(?:[Ll]ễ hội {_CAPITAL}\w+|[Đđ]ợt học tập|[Ll]ớp học \w+|[Pp]hiên chợ \w+)\b"),
    ("LOCATION", "ORGANIZATION", rf"\b(?:điểm cầu phường|suối|dốc|đồi|bến|đèo|hồ)(?: {_CAPITAL}\w*)+"),
)
_DOUBTFUL = "một"  # an article as often as a figure
_SETTLED = 12  # suggestions accepted one by one


def tour(directory: Path, detector: Detector, read_page: PageReader, samples: Sequence[Path], out: Out) -> int:
    """Import, detect, review, mark, search, export and verify in a fresh library in a folder; return 0 if all of it held."""
    driving.own_folder(directory)
    for name in _OWN:
        (directory / name).unlink(missing_ok=True)
    session = Session(directory / "settings.json", detector, read_page, samples=lambda: tuple(samples))
    session.start(directory / "tour.butda", samples=False)
    driving.until(lambda: driving.settled(session))
    session.window.resize(*driving.SIZE)
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
        self._bench.commands.files.start(samples)
        driving.until(lambda: driving.settled(self._session))
        rows = self._rows()
        found = sum(row.annotations for row in rows)
        self._out(f"Imported {len(rows)} of {len(samples)} articles; the detector suggests {found} marks")
        self._picture("2-imported")

    def review(self) -> None:
        """Accept suggestions with the Enter key, and reject one with Backspace."""
        bench, desk = self._bench, self._desk
        bench.reader.setFocus()
        bench.reader.next_annotation(True, True)
        settled, last = 0, min(_SETTLED, len(desk.suggestions) - 1)  # one is left to be rejected
        while desk.selected is not None and desk.selected.status is Status.SUGGESTED and settled < last:
            driving.press(bench.reader, Qt.Key.Key_Return)
            settled += 1
        self._out(f"Accepted {settled} marks of “{self._title}” with the Enter key")
        doubtful = _doubtful(desk)
        if doubtful is not None:
            words = self._quote(doubtful.start, doubtful.end)
            bench.reader.select_annotation(doubtful.id)
            driving.press(bench.reader, Qt.Key.Key_Backspace)
            self._out(f"Rejected “{words}” with the Backspace key")

    def mark(self) -> None:
        """Mark words of the article by key, give a mark another label, and take that back and do it again."""
        bench, desk = self._bench, self._desk
        keys = {str(label.name): label.key for label in desk.labels}
        names = {str(label.name): label.en for label in desk.labels}
        for label, mistaken, start, end in _own_marks(desk):
            driving.select(self._session, start, end)
            for name in filter(None, (mistaken, label)):
                driving.press(bench.reader, Qt.Key(ord(keys[name])), keys[name].lower())
            corrected = f", after {names[mistaken]}" if mistaken else ""
            self._out(f"Marked “{self._quote(start, end)}” as {names[label]}{corrected}")
        bench.frame.acts["undo"].trigger()
        bench.frame.acts["redo"].trigger()
        self._out("Took the last change back and did it again")
        self._picture("3-marked")

    def search(self) -> None:
        """Search for the words of the first accepted mark."""
        bench, desk = self._bench, self._desk
        accepted = [each for each in desk.annotations if each.status is Status.ACCEPTED]
        bodies = [each for each in accepted if each.label in ("ORGANIZATION", "LOCATION")]
        chosen = (bodies or accepted)[0]
        words = self._quote(chosen.start, chosen.end)
        bench.shelf.box.setText(words)
        driving.until(lambda: driving.settled(self._session) and bench.shelf.shows_hits)
        self._out(f"Searched for “{words}”: found in {bench.shelf.model.rowCount()}")
        self._picture("4-search")
        bench.shelf.box.clear()

    def pictures(self) -> None:
        """Take the window and its dialogs in both languages and themes."""
        for theme, language in product(THEMES, LANGUAGES):
            look = f"{theme}-{language}"
            driving.look(self._session, theme, language)
            self._picture(f"8-window-{look}")
            window = self._session.window
            for name, action in (("5-export", "export"), ("6-about", "about"), ("7-keys", "keys")):
                window.acts[action].trigger()
                driving.until(lambda shown=window: bool(shown.dialogs))  # type: ignore[misc]  # bound at once
                driving.picture(window.dialogs[-1], self._directory / f"{name}-{look}.png")
                window.dialogs[-1].close()

    def export(self) -> int:
        workspace = self._session.workspace
        if workspace is None:
            raise RuntimeError("no library is open")
        wrong = 0
        for name in offered():
            ended: list[Exported] = []
            target = self._directory / f"export-{name}{FORMATS[name].suffix}"
            # The folder is our own, and a tour may have been here before.
            workspace.errands.export(name, target, Selection(), True, partial(_keep, ended), _raise)
            driving.until(lambda ended=ended: bool(ended))  # type: ignore[misc]  # bound at once
            done, all_, what = ended[0].verified, ended[0].annotations, "annotations"
            if ended[0].records is not None:
                done, all_, what = ended[0].records, ended[0].articles, "records"
            self._out(f"{done} of {all_} {what} verified: {target}")
            wrong += ended[0].annotations - ended[0].verified
        self._out(f"Pictures: {self._directory}")
        return 1 if wrong else 0

    @property
    def _bench(self) -> Workbench:
        return driving.bench(self._session)

    @property
    def _desk(self) -> OpenArticle:
        return self._bench.article

    @property
    def _title(self) -> str:
        return self._desk.article.title if self._desk.article else ""

    def _quote(self, start: int, end: int) -> str:
        return self._desk.text[start:end]

    def _rows(self) -> list[Row]:
        return list(self._session.workspace.reads.rows()) if self._session.workspace else []

    def _picture(self, name: str) -> None:
        driving.picture(self._session.window, self._directory / f"{name}.png")


def _doubtful(desk: OpenArticle) -> Annotation | None:
    """Return a suggestion that a reader may well reject; with none of that kind the last of all."""
    text = desk.text
    doubtful = [each for each in desk.suggestions if text[each.start : each.end].lower() == _DOUBTFUL]
    return next(iter([*doubtful, *desk.suggestions[-1:]]), None)


def _own_marks(desk: OpenArticle) -> list[tuple[str, str, int, int]]:
    """Return label, mistaken label and stretch (code points) of words that nobody has marked yet, one of a kind."""
    marked = [(each.start, each.end) for each in desk.annotations]
    found = []
    for label, mistaken, pattern in _OWN_MARKS:
        for match in re.finditer(pattern, desk.text):
            if match.span() not in marked:
                found.append((label, mistaken, *match.span()))
                break
    return found


def _keep(ended: list[Exported], exported: list[Exported] | None) -> None:
    ended.extend(exported or ())


def _raise(error: Exception) -> None:
    raise error
