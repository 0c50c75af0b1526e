"""What the history costs: thousands of marks stored, undone and redone in the window, and the space of detections."""

import os
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop import app, assets, operations
from desktop.detect import detect, read_page
from desktop.model import Annotation, AnnotationId, ArticleId, Change, Status
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving
from tests.benchmarks.bench_reader import article
from tests.benchmarks.timing import at_most

MARKS = 4000
STORED, UNDONE, TURN, SPACE = (
    20.0,
    300.0,
    50.0,
    2.0,
)  # microseconds a mark, milliseconds in all and of one turn, times the text


def space(folder: Path) -> None:
    """Print how large the history of imported and detected samples is beside their texts."""
    store, text, join = operations.open_library(folder / "space.butda"), 0, None
    for path in assets.samples():
        for prepared in operations.prepare(path, read_page):
            join = operations.add(store, prepared, join).step
            made = store.article(prepared.document.article.id)
            join = operations.apply_detection(store, made.id, operations.look(detect, made), join).step or join
            text += len(made.text.encode())
    store.close()
    held = sqlite3.connect(folder / "space.butda").execute("SELECT SUM(LENGTH(content)) FROM block").fetchone()[0]
    ratio = held / text
    print(
        f"  history of detected samples: {ratio:.2f} x their text  (bar {SPACE}: {'ok' if ratio <= SPACE else 'MISSED'})"
    )


def fill(library: Path) -> ArticleId:
    """Make a library of one article, mark much of it as one step, and print what a mark took of the processor."""
    store = operations.open_library(library)
    made = replace(article(300_000), id=ArticleId("00000000-0000-4000-8000-000000000000"), detected="vi-1")
    marks = [
        Annotation(
            AnnotationId(f"mark-{at}"), made.id, at * 60, at * 60 + 4, "PERSON", status=Status.ACCEPTED, by="Nhài"
        )
        for at in range(MARKS)
    ]
    store.apply("Import", [Change(None, made)])
    begun = thread_time()
    store.apply("Mark all", [Change(None, each) for each in marks])
    took = (thread_time() - begun) * 1e6 / MARKS
    store.close()
    print(
        f"  one of {MARKS:,} marks stored: {took:.1f} microseconds  (bar {STORED:.0f}: {'ok' if took <= STORED else 'MISSED'})"
    )
    return made.id


def travel(session: Session, opened: ArticleId) -> None:
    """Print what undo and redo of the step take of the main thread while the article lies open."""
    window, library = session.window, session.workspace
    worst = last = 0.0

    def beat() -> None:
        nonlocal worst, last
        now = thread_time()
        worst, last = max(worst, now - last), now

    heart = QTimer(interval=5)
    heart.timeout.connect(beat)
    for way, left in (("undo", 0), ("redo", MARKS), ("undo", 0)):
        driving.until(lambda: driving.settled(session))
        begun = last = thread_time()
        worst = 0.0
        heart.start()
        window.acts[way].trigger()
        while session.bench.jobs.going or len(session.bench.reader.marks.all) != left:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        heart.stop()
        at_most(f"{way} of {MARKS:,} marks on the open article, in all", (thread_time() - begun) * 1000, UNDONE)
        at_most(f"{way}, the longest turn", worst * 1000, TURN)
    assert len(library.reads.annotations(opened)) == 0


def main() -> None:
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        space(Path(folder))
        opened = fill(Path(folder) / "h.butda")
        session = Session(Path(folder) / "s.json", app.detect, app.read_page)
        session.start(Path(folder) / "h.butda", samples=False)
        driving.until(lambda: driving.settled(session))
        travel(session, opened)
        session.window.close()


if __name__ == "__main__":
    main()
