"""Articles opened from the shelf by Enter, with everything around the page painted; and the memory of the program that did it."""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

LENGTH = 5000  # code points
ARTICLES = 30
OPENING = 30.0  # milliseconds
MEMORY = 110  # MB


def fill_samples(library: Path) -> None:
    """Make the library of the first start: all sample articles, looked through."""
    from desktop import assets, operations
    from desktop.app import detect, read_page

    store = operations.open_library(library)
    for sample in assets.samples():
        added = operations.add(store, next(operations.prepare(sample, read_page)))
        found = detect(store.article(added.article).text, store.article(added.article).published)
        operations.apply_detection(store, added.article, found, added.step)
    store.close()


def fill_equal(library: Path) -> None:
    """Make a library of articles of LENGTH, written of the samples' lines and looked through."""
    from desktop import assets, operations
    from desktop.app import detect, read_page

    lines = [line for sample in assets.samples() for line in sample.read_text("utf-8").split("\n") if line.strip()]
    store = operations.open_library(library)
    for number in range(ARTICLES):
        text, at = f"Bài số {number}", number * 7
        while len(text) < LENGTH:
            text += "\n\n" + lines[at % len(lines)]
            at += 1
        prepared = operations.prepare_paste(text[:LENGTH], False, read_page)[0]
        added = operations.add(store, prepared)
        found = detect(prepared.document.article.text, "2024-01-01")
        operations.apply_detection(store, added.article, found, added.step)
    store.close()


def opened(library: Path, side: int, count: int) -> list[float]:
    """Return the milliseconds of each opening; `side` is how the marks are listed beside the page."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from desktop import app, settings
    from desktop.ui.session.session import Session
    from desktop.ui.unattended import driving

    app.application()
    file = library.with_suffix(".json")
    settings.save(replace(settings.load(file), side=side), file)
    session = Session(file, app.detect, app.read_page)
    session.start(library, samples=False)
    driving.until(lambda: driving.settled(session))
    window, bench = session.window, session.bench
    driving.press(bench.shelf.list, Qt.Key.Key_Home)
    times = []
    for _ in range(count):
        row = bench.shelf.list.currentIndex().row()
        driving.press(bench.shelf.list, Qt.Key.Key_Down)
        QApplication.processEvents()
        begin = perf_counter()
        driving.press(bench.shelf.list, Qt.Key.Key_Return)
        window.repaint()
        times.append((perf_counter() - begin) * 1000)
        begin = perf_counter()
        QApplication.processEvents()  # what follows a moment later is a wait of its own
        times.append((perf_counter() - begin) * 1000)
        driving.until(lambda: driving.settled(session))
        assert bench.shelf.list.currentIndex().row() == row + 1
    session.window.close()
    return times


def resident() -> float:
    """Return the memory of this process, MB."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024  # type: ignore[index]


def main() -> None:
    from tests.benchmarks.timing import at_most

    with tempfile.TemporaryDirectory() as folder:
        equal, samples = Path(folder) / "equal.butda", Path(folder) / "samples.butda"
        fill_equal(equal)
        fill_samples(samples)
        for side, name in enumerate(("tree", "list")):
            times = opened(equal, side, ARTICLES - 2)
            at_most(f"open {LENGTH} characters beside the {name}", median(times[::2]), OPENING)
            at_most(f"what follows, beside the {name}", median(times[1::2]), OPENING)
        if sys.platform == "linux":
            script = (
                f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); "
                "import desktop.ui; from tests.benchmarks import bench_open as b; "  # Qt after ours, as in the program
                f"b.opened(b.Path({str(samples)!r}), 0, 3); print(b.resident())"
            )
            told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
            megabytes = float(told.split()[-1])
            verdict = "ok" if megabytes <= MEMORY else "MISSED"
            print(f"  memory after three articles of the samples: {megabytes:.0f} MB  (bar {MEMORY}: {verdict})")


if __name__ == "__main__":
    main()
