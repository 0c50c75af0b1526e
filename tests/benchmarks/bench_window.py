"""What a person waits for in a full library: the shelf read, an article opened, a mark made, undo, a search.

Run from the project's root: `python tests/benchmarks/bench_window.py`. Medians in milliseconds.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "ui")]

from furnished import detect, read_page  # noqa: E402

from desktop import app, operations  # noqa: E402
from desktop.ui.session.session import Session  # noqa: E402
from desktop.ui.unattended import driving  # noqa: E402

ARTICLES, TURNS = 1000, 15


def timed(work):
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def fill(library):
    store, join = operations.open_library(library), None
    for number in range(ARTICLES):
        words = " ".join(
            f"Chị Tô Thị Nhài ở xã Mây Trắng hái {number + line} sọt chè, bán được 38 sọt." for line in range(30)
        )
        prepared = operations.prepare_paste(f"Đồi chè vào vụ {number}\n\n{words}\n", False, read_page)[0]
        added = operations.add(store, prepared, join)
        join = operations.apply_detection(store, added.article, detect(prepared.document.article.text), added.step).step
    store.close()


def searched(session, query):
    session.bench.shelf.box.setText(query)
    session.workspace.errands.search(query)
    driving.until(lambda: session.bench.shelf.shows_hits)
    session.bench.shelf.box.clear()


def main():
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "b.butda")
        session = Session(Path(folder) / "s.json", detect, read_page)
        session.start(Path(folder) / "b.butda", samples=False)
        driving.until(lambda: driving.settled(session))
        window, workspace = session.window, session.workspace
        bench = session.bench
        rows = workspace.reads.rows()
        times = {"shelf": [], "open": [], "mark": [], "undo": [], "search": [], "theme": []}
        for turn in range(TURNS):
            times["shelf"].append(timed(workspace.intake.say_added))
            times["open"].append(timed(lambda turn=turn: (bench.article.open(rows[turn * 7].id), bench.reader.grab())))
            times["mark"].append(
                timed(lambda turn=turn: (bench.commands.marks.annotate(turn, turn + 5, "EVENT"), bench.reader.grab()))
            )
            times["undo"].append(timed(lambda: (window.acts["undo"].trigger(), bench.reader.grab())))
            times["search"].append(timed(lambda turn=turn: searched(session, f"sot che ban duoc {turn}")))
        for turn in range(4):
            name = ("dark", "light")[turn % 2]
            times["theme"].append(
                timed(
                    lambda name=name: (
                        session.set_theme(name),
                        driving.until(lambda: session.window.theme.name == name),
                    )
                )
            )
        session.window.close()
    for name, each in times.items():
        print(f"{name:8} {statistics.median(each):7.1f} ms, worst {max(each):7.1f}")


if __name__ == "__main__":
    main()
