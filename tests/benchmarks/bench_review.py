"""A review of the samples by keys, over the ends of articles: from each key to the next suggestion painted, at most 40 ms (p95)."""

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop import app, assets, operations
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving
from tests.benchmarks.timing import at_most

DECISIONS = 400
BAR = 40.0  # milliseconds
_KEYS = ((Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Backspace, "\b"))


def fill(library: Path) -> None:
    """Make a library of the samples, looked through."""
    store = operations.open_library(library)
    for file in assets.samples():
        for prepared in operations.prepare(file, app.read_page):
            article = store.article(operations.add(store, prepared).article)
            operations.apply_detection(store, article.id, operations.look(app.detect, article))
    store.close()


def decide(session: Session, count: int) -> tuple[list[float], list[float]]:
    """Decide so many suggestions; return how long each took, and each step into another article."""
    bench, window = driving.bench(session), session.window
    within: list[float] = []
    across: list[float] = []
    for at in range(count):
        here = bench.article.id
        begin = time.perf_counter()
        driving.press(bench.reader, *_KEYS[at % len(_KEYS) if bench.article.selected is not None else 0])
        QApplication.processEvents()
        window.repaint()
        (within if bench.article.id == here else across).append((time.perf_counter() - begin) * 1000)
    return within, across


def main() -> None:
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "r.butda"
        fill(library)
        session = Session(Path(folder) / "s.json", app.detect, app.read_page)
        session.start(library, samples=False)
        driving.until(lambda: driving.settled(session))
        session.window.acts["review"].trigger()
        driving.until(lambda: driving.settled(session) and driving.bench(session).article.selected is not None)
        within, across = decide(session, DECISIONS)
        for what, times in (
            ("within an article", within),
            ("into the next article", across),
            ("both", within + across),
        ):
            at_most(f"decisions {what} ({len(times)}), p95", sorted(times)[int(len(times) * 0.95)], BAR)
        session.window.close()


if __name__ == "__main__":
    main()
