"""States and tags of 20,000 of 100,000 articles in the real window, and an older library's upgrade: how long each holds the main thread."""

import os
import shutil
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QTimer

from desktop import app, operations
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving
from tests.benchmarks.filling import fill
from tests.benchmarks.timing import at_most
from tests.building import make_older

ARTICLES, CHOSEN = 100_000, 20_000
BAR = 50.0  # milliseconds


class Heart:
    """Beats as often as the main thread lets it, and remembers the longest wait between two beats."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self.beat)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Forget the waits so far."""
        self._last, self.worst = perf_counter(), 0.0

    def beat(self) -> None:
        """Count the wait since the last beat."""
        now = perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000)
        self._last = now


def run(session: Session) -> None:
    """Print the longest wait of each gesture."""
    window, bench = session.window, session.bench
    heart = Heart()
    chosen = QItemSelection(bench.shelf.model.index(0, 0), bench.shelf.model.index(CHOSEN - 1, 6))
    bench.shelf.list.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    for name, gesture in (
        ("state", window.acts["done"].trigger),
        ("tag", lambda: bench.commands.articles.tag(bench.shelf.selected, ["đọc lại"], [])),
    ):
        driving.until(lambda: driving.settled(session))
        heart.begin()
        begun = perf_counter()
        gesture()
        heart.beat()
        driving.until(lambda: driving.settled(session) and bench.jobs.going == (), 300)
        at_most(f"{name} of {CHOSEN:,}: longest wait, {perf_counter() - begun:.1f} s in all", heart.worst, BAR)
        for way in ("undo", "redo", "undo"):
            driving.until(lambda: driving.settled(session))
            heart.begin()
            begun = perf_counter()
            window.acts[way].trigger()
            heart.beat()
            driving.until(lambda: bench.jobs.going == (), 300)
            at_most(f"{way} of it: longest wait, {perf_counter() - begun:.1f} s in all", heart.worst, BAR)


def main() -> None:
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "bulk.butda"
        given = os.environ.get("BUTDA_BENCH_LIBRARY")
        if given:
            operations.open_library(Path(given)).close()
            shutil.copy(given, library)
        else:
            fill(library, ARTICLES)
        os.sync()  # or the first checkpoint waits for the whole library to reach the disk
        settings = Path(folder) / "s.json"
        session = Session(settings, app.detect, app.read_page)
        session.start(library, samples=False)
        driving.until(lambda: driving.settled(session))
        run(session)
        session.window.close()
        make_older(library)
        session = Session(settings, app.detect, app.read_page)
        begun = perf_counter()
        session.start(library, samples=False)
        driving.until(lambda: session.window.painted)
        heart = Heart()
        driving.until(lambda: driving.settled(session), 300)
        at_most(
            f"upgrade of {ARTICLES:,} articles: longest wait, {perf_counter() - begun:.1f} s in all", heart.worst, BAR
        )
        session.window.close()


if __name__ == "__main__":
    main()
