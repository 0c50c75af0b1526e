"""What reading costs: an article with a thousand marks opened quietly beside the same without any, and another theme over a megabyte.

Run from the project's root: `python tests/benchmarks/bench_reading.py`. Medians in milliseconds, in the whole window.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "ui")]

from furnished import read_page  # noqa: E402

from desktop import app, operations  # noqa: E402
from desktop.model import Detection, Span  # noqa: E402
from desktop.ui.session.session import Session  # noqa: E402
from desktop.ui.unattended import driving  # noqa: E402
from tests.benchmarks.timing import at_most, ratio  # noqa: E402

WORDS = "Chị Tô Thị Nhài ở xã Mây Trắng hái {0} sọt chè, bán được một ít ngoài chợ, còn lại đem về sao. "
MARKS = 1000
OPENING, THEME = 1.3, 250.0  # the bars: times the bare text, milliseconds


def text(length):
    """Return a text of paragraphs, about so many code points long."""
    lines = length // (len(WORDS) * 4)
    return "\n\n".join("".join(WORDS.format(4 * line + at) for at in range(4)) for line in range(lines))


def detected(content, number):
    """Return a detection with so many marks, spread over a text."""
    step = len(content) // max(number, 1)
    spans = tuple(Span(at * step, at * step + 12, "PERSON") for at in range(number))
    return Detection("bench-1", read_page(content)[0], spans)


def put(store, content, number):
    prepared = operations.prepare_paste(content, False, read_page)[0]
    added = operations.add(store, prepared)
    operations.apply_detection(store, added.article, detected(prepared.document.article.text, number), added.step)
    return added.article


def opened(session, article):
    bench = session.bench
    bench.article.open("")
    bench.reader.viewport().repaint()

    def work():
        bench.article.open(article)
        bench.reader.viewport().repaint()

    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def themed(session, name):
    begun = time.perf_counter()
    session.set_theme(name)
    driving.until(lambda: session.window.theme.name == name)
    session.window.repaint()
    took = (time.perf_counter() - begun) * 1000
    driving.until(lambda: driving.settled(session))  # or the next change would wait for what is done afterwards
    return took


def main():
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        store = operations.open_library(Path(folder) / "b.butda")
        marked, bare = put(store, text(120_000), MARKS), put(store, text(120_000) + "\n\nHết.", 0)
        large = put(store, text(1_000_000), MARKS)
        store.close()
        session = Session(Path(folder) / "s.json", lambda *_: Detection("bench-1", (), ()), read_page)
        session.start(Path(folder) / "b.butda", samples=False)
        driving.until(lambda: driving.settled(session))
        session.window.acts["panes"].trigger()  # the page alone, as one reads
        times = {article: sorted(opened(session, article) for _ in range(9))[4] for article in (bare, marked)}
        ratio("open, 1,000 marks", times[marked], times[bare], "the same text bare", OPENING)
        session.window.acts["panes"].trigger()
        session.bench.article.open(large)
        session.bench.reader.show_top(400_000)
        at_most("another theme, 1 MB open", sorted(themed(session, name) for name in ("dark", "light") * 4)[3], THEME)
        session.window.close()


if __name__ == "__main__":
    main()
