"""Drive a real window without a person: wait for what it does, press its keys, take its picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop import writing
from desktop.errors import ExportError
from desktop.text.offsets import PositionMap
from desktop.ui.page.minimap import Minimap
from desktop.ui.session.session import Session
from desktop.ui.window.workbench import Workbench

_LOOK_MS = 2
_MARK = ".butda-pictures"  # lies in a folder that we made for pictures
_SIZE_HINTS = "This plugin does not support propagateSizeHints()"  # said of every window that is drawn without a screen
_QUALITY = 80  # of a PNG: nothing is lost, only less pressed, which takes half the time
SIZE = 1240, 800  # pixels of a window that is pictured
PATIENCE = 120.0  # seconds; an import of the samples on a slow machine


def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Let the window work until a condition holds; raise TimeoutError if it does not come to that."""
    loop = QEventLoop()
    look = QTimer(interval=_LOOK_MS)
    watcher = _Watcher(condition, loop)  # held here: Qt does not hold whose method it calls
    look.timeout.connect(watcher.look)
    end = QTimer(singleShot=True, interval=round(seconds * 1000))
    end.timeout.connect(loop.quit)
    look.start()
    end.start()
    while not condition():  # what was due in the same turn may have ended it again
        if not end.isActive():
            raise TimeoutError("the window did not come to it in time")
        loop.exec()


@contextmanager
def quiet() -> Iterator[None]:
    """Leave out the one message that Qt has for every window without a screen; all others come out as ever."""
    before = qInstallMessageHandler(_tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if message != _SIZE_HINTS and sys.stderr is not None:
        sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")


def settled(session: Session) -> bool:
    """Return whether the window is drawn, the library is open and nothing goes on in the background."""
    opened = session.bench
    return (
        session.window.painted
        and opened is not None
        and session.workspace is opened.library
        and not opened.library.tasks.busy
        and not opened.jobs.going
    )


def bench(session: Session) -> Workbench:
    """Return the workbench over the open library; raise ValueError if none is open."""
    if session.bench is None:
        raise ValueError("no library is open")
    return session.bench


def look(session: Session, theme: str, language: str) -> None:
    """Change theme and language, and wait until the new window stands in the size of the old one, its page laid out."""
    size = session.window.size()
    session.set_theme(theme)
    until(lambda: session.window.theme.name == theme and settled(session))
    session.set_language(language)
    until(lambda: session.window.language == language and settled(session))
    session.window.resize(size)


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and release one key in a widget, as Qt would deliver it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def select(session: Session, start: int, end: int) -> None:
    """Select a stretch (code points) of the open article, as a mouse would."""
    opened = bench(session)
    positions = PositionMap(opened.article.text)
    cursor = opened.reader.textCursor()
    cursor.setPosition(positions.to_utf16(start))
    cursor.setPosition(positions.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
    opened.reader.setTextCursor(cursor)


def picture(widget: QWidget, file: Path) -> Path:
    """Write a widget's picture as PNG; raise OSError if it cannot be written."""
    QCoreApplication.processEvents()  # what was hidden gives its room away, in a turn of its own
    widget.grab()  # lays the page out, which the marks of the next picture need
    QCoreApplication.processEvents()  # what was shown or hidden finds its place
    for each in widget.findChildren(Minimap):
        each.read_again()
    drawn = QBuffer()
    if not widget.grab().save(drawn, "PNG", _QUALITY):
        raise OSError(f"no picture written: {file}")
    writing.whole(file, bytes(drawn.data().data()))
    return file


def own_folder(folder: Path) -> None:
    """Make a folder that is ours to fill, or take one that was; raise ExportError for one that holds anything else."""
    mark = folder / _MARK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not mark.exists():
            if any(folder.iterdir()):
                raise ExportError("folder-taken", path=folder)
            writing.whole(mark, b"")
    except OSError as error:
        raise ExportError("file-write", path=folder, reason=error.strerror) from error


def colors(widget: QWidget) -> int:
    """Return how many colours a widget's picture has: without fonts or painting there are few."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    step = 2  # every second point of every second row is enough
    return len({image.pixel(x, y) for y in range(0, image.height(), step) for x in range(0, image.width(), step)})


class _Watcher:
    def __init__(self, condition: Callable[[], bool], loop: QEventLoop) -> None:
        self._condition, self._loop = condition, loop

    def look(self) -> None:
        if self._condition():
            self._loop.quit()
