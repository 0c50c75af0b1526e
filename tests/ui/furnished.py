"""A window over a library of three small articles of ours, with a detector that knows a few words."""

import re
import shutil

import pytest
from person import Person
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop import operations
from desktop.model import Detection, Line, Meta, Role, Span
from desktop.text.lines import lines
from desktop.ui.library.workspace import Workspace
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

KNOWN = {"Tô Thị Nhài": "PERSON", "xã Mây Trắng": "LOCATION", "38": "COUNT", "UBND xã Mây Trắng": "ORGANIZATION"}
TEXTS = {
    "lop-hoc.txt": "Xã Mây Trắng mở lớp học đêm\n\nChị Tô Thị Nhài, cán bộ UBND xã Mây Trắng, cho biết lớp có 38 người.\n",
    "che.txt": "Đồi chè vào vụ\n\nNăm nay xã Mây Trắng hái chè sớm hơn mọi năm, đặng kịp phiên chợ.\n",
    "cau.txt": "Cây cầu mới\n\nCầu treo bắc qua suối Lạnh đã thông, đảng viên trong bản góp công đầu tiên.\n",
}


def detect(text, published=None, roles=None, lists=None):
    found = [
        Span(match.start(), match.end(), label)
        for words, label in KNOWN.items()
        for match in re.finditer(re.escape(words), text)
    ]
    return Detection(
        "test-1", read_page(text, published)[0], tuple(sorted(found, key=lambda each: (each.start, -each.end)))
    )


def read_page(text, published=None, roles=None):
    places, said = list(lines(text)), roles or {}
    roles = [said.get(start, Role.BODY if nth else Role.HEADLINE) for nth, (start, _) in enumerate(places)]
    head = text[places[0][0] : places[0][1]] if places else None
    return tuple(Line(start, end, role) for (start, end), role in zip(places, roles, strict=False)), Meta(
        head, "Báo Đồi Chè", published="2026-08-05"
    )


def quotes(workspace, article, status=None):
    text = workspace.reads.article(article).text
    return [
        (text[each.start : each.end], each.label)
        for each in workspace.reads.annotations(article)
        if status is None or each.status is status
    ]


def press(widget, key, text="", modifiers=Qt.KeyboardModifier.NoModifier):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "bai"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in TEXTS]


class Detecting:
    """The detector of a test, which can be told to answer otherwise: `now` is what answers."""

    def __init__(self):
        self.now = detect

    def __call__(self, *asked):
        return self.now(*asked)


@pytest.fixture
def detecting():
    return Detecting()


@pytest.fixture
def samples():
    """The files that the window offers as samples."""
    return []


@pytest.fixture
def workspace(qapp, tmp_path, detecting):
    made = Workspace(operations.open_library(tmp_path / "w.butda"), detecting, read_page, "Nhài")
    yield made
    made.close(backup=False)


@pytest.fixture
def articles(workspace, files):
    added = [workspace.intake.add(next(workspace.intake.prepare(path)), None).article for path in files]
    for article in added:
        workspace.detecting.apply(article, detect(workspace.reads.article(article).text))
    return added


@pytest.fixture
def answers():
    """What the person chooses when files are asked for, one list a question; the questions are kept in `asked`."""
    return []


@pytest.fixture
def asked():
    return []


@pytest.fixture(scope="session")
def read_library(tmp_path_factory):
    """A closed library of the three articles, imported and looked through as one step, to copy."""
    folder, step = tmp_path_factory.mktemp("read"), None
    store = operations.open_library(folder / "read.butda")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
        (prepared,) = operations.prepare(folder / name, read_page)
        added = operations.add(store, prepared, step)
        step = operations.apply_detection(store, added.article, detect(text), step or added.step).step
    store.close()
    return folder / "read.butda"


@pytest.fixture
def session(request, qtbot, tmp_path, answers, asked, detecting, samples):
    """A window that is shown, over an empty library, or for `full` over one with the three articles; both are copies."""
    held = request.getfixturevalue("read_library" if "full" in request.fixturenames else "new_library")
    shutil.copy(held, tmp_path / "s.butda")

    def choose(_parent, question):
        asked.append(question)
        return answers.pop(0) if answers else []

    made = Session(tmp_path / "settings.json", detecting, read_page, choose, samples=lambda: tuple(samples))
    made.start(tmp_path / "s.butda", samples=False)
    driving.until(lambda: driving.settled(made))
    yield made
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def person(session):
    """A person before that window."""
    return Person(session)


@pytest.fixture
def full(session):
    """The window with the three articles, the first one open."""
    return session
