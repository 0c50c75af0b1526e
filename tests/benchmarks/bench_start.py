"""Cold start against a bare window: first paint at most 2.0 times, last article readable at most 2.5 times as long.

Each start is a process of its own, the bare one beside ours each time; median of 9. With a library of one article, with one of
100,000, as the command a person types, and as the bundle in dist/butda if there is one.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 9
PAINTED, READABLE = 2.0, 2.5
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
class Window(QMainWindow):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1240, 800)
window.show()
app.exec()
"""
OURS = """
import sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
from desktop import app  # before Qt, as the program does
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextEdit
application = app.application()
session = app.Session(Path({settings!r}), app.detect, app.read_page)
session.window.shown.connect(lambda: print(time.time(), flush=True))
session.start(Path({library!r}), samples=False)
def look():
    reader = session.window.findChild(QTextEdit)
    if getattr(reader, "article", None) is not None:
        session.window.grab()
        print(time.time(), flush=True)
        timer.stop()
        session.window.close()
timer = QTimer(interval=1)
timer.timeout.connect(look)
timer.start()
application.exec()
"""
PAINTS = "Painting and flushing"  # what Qt's log says of a window's first frame


def environment(**more):
    """Return the environment of a start as a person has it, in which Python keeps what it has compiled."""
    return {**os.environ, **more} | {"PYTHONDONTWRITEBYTECODE": ""}


def start(script):
    """Return the seconds from the start of a process to each moment it prints."""
    begun = time.time()
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment()
    ).stdout  # fmt: skip
    return [float(line) - begun for line in out.split()]


def first_frame(command, **more):
    """Return the seconds from the start of a command to its first frame, as Qt's own log tells it; then end it."""
    rules = {"QT_LOGGING_RULES": "qt.widgets.painting=true", "QT_MESSAGE_PATTERN": "%{message}"}
    begun = time.time()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(**rules, **more),
    )
    try:
        if not any(line.startswith(PAINTS) for line in process.stderr):
            raise RuntimeError(f"nothing was painted: {command}")
        return time.time() - begun
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def fill_one(library):
    """Make a library of one article of some 7,000 characters."""
    from desktop import operations
    from desktop.app import detect, read_page

    source = library.with_suffix(".txt")
    source.write_text("Đồi chè vào vụ\n\n" + "Năm nay bản hái chè sớm hơn mọi năm 38 ngày. " * 150, encoding="utf-8")
    store = operations.open_library(library)
    added = operations.add(store, next(operations.prepare(source, read_page))).article
    operations.apply_detection(store, added, detect(store.article(added).text, None))
    store.close()


def tell(what, times, bare, bar):
    """Print the ratio of two medians."""
    ours, base = statistics.median(times), statistics.median(bare)
    verdict = "ok" if ours / base <= bar else "MISSED"
    print(
        f"  {what}: {ours * 1000:.0f} ms, {ours / base:.2f} x a bare window ({base * 1000:.0f} ms)  (bar {bar}: {verdict})",
        flush=True,
    )


def of_library(name, library, settings):
    """Measure the window's start over one library, with its article open from the day before."""
    ours = OURS.format(root=str(ROOT), settings=str(settings), library=str(library))
    start(BARE), start(ours), start(ours)  # the last article is known from the second on
    runs = [(start(BARE)[0], *start(ours)[:2]) for _ in range(RUNS)]
    bare, painted, readable = zip(*runs, strict=True)
    tell(f"first paint, {name}", painted, bare, PAINTED)
    tell(f"last article readable, {name}", readable, bare, READABLE)


def of_command(name, command, library, settings):
    """Measure a command as it is typed, to its first frame."""
    places = {"BUTDA_LIBRARY": str(library), "BUTDA_SETTINGS": str(settings)}
    bare = [sys.executable, "-c", BARE]
    first_frame(command, **places)
    runs = [(first_frame(bare), first_frame(command, **places)) for _ in range(RUNS)]
    tell(f"first frame, {name}", *reversed(list(zip(*runs, strict=True))), PAINTED)


def main():
    sys.path.insert(0, str(ROOT))
    from tests.benchmarks.filling import fill

    with tempfile.TemporaryDirectory() as folder:
        small, settings = Path(folder) / "b.butda", Path(folder) / "s.json"
        fill_one(small)
        of_library("one article", small, settings)
        of_command("the command", [sys.executable, "-m", "desktop"], small, settings)
        bundle = ROOT / "dist" / "butda" / "butda"
        if bundle.exists():
            of_command("the bundle", [str(bundle)], small, settings)
        large = Path(os.environ.get("BUTDA_BENCH_LIBRARY", Path(folder) / "large.butda"))
        if not large.exists():
            fill(large, 100_000)
        of_library("100,000 articles", large, Path(folder) / "large.json")


if __name__ == "__main__":
    main()
