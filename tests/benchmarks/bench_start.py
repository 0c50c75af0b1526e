"""Cold start against a bare window: first paint at most 2.0 times, last article readable at most 2.5 times as long.

Run from the project's root: `python tests/benchmarks/bench_start.py`. Each start is a process of its own; median of 9.
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
from PySide6.QtCore import QTimer
from desktop import app
application = app.application()
session = app.Session(Path({settings!r}), app.detect, app.read_page)
session.window.shown.connect(lambda: print(time.time(), flush=True))
session.start(Path({library!r}), samples=False)
def look():
    if session.window.reader.article is not None:
        session.window.grab()
        print(time.time(), flush=True)
        timer.stop()
        session.window.close()
timer = QTimer(interval=1)
timer.timeout.connect(look)
timer.start()
application.exec()
"""


def start(script):
    """Return the seconds from the start of a process to each moment it prints."""
    begun = time.time()
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    ).stdout  # fmt: skip
    return [float(line) - begun for line in out.split()]


def main():
    sys.path.insert(0, str(ROOT))
    from desktop import operations
    from desktop.app import detect, read_page

    with tempfile.TemporaryDirectory() as folder:
        library, source = Path(folder) / "b.butda", Path(folder) / "bai.txt"
        source.write_text(
            "Đồi chè vào vụ\n\n" + "Năm nay bản hái chè sớm hơn mọi năm 38 ngày. " * 150, encoding="utf-8"
        )
        store = operations.open_library(library)
        added = operations.add(store, operations.prepare(source, read_page)[0]).article
        operations.apply_detection(store, added, detect(store.article(added).text, None))
        store.close()
        ours = OURS.format(root=str(ROOT), settings=str(Path(folder) / "s.json"), library=str(library))
        start(BARE), start(ours)
        bare, painted, readable = [], [], []
        for _ in range(RUNS):
            bare += start(BARE)[:1]
            first, second = start(ours)[:2]
            painted.append(first)
            readable.append(second)
    base, first, second = (statistics.median(each) for each in (bare, painted, readable))
    print(f"bare window {base * 1000:.0f} ms")
    print(f"first paint {first * 1000:.0f} ms, ratio {first / base:.2f} (target 2.0)")
    print(f"article readable {second * 1000:.0f} ms, ratio {second / base:.2f} (target 2.5)")


if __name__ == "__main__":
    main()
