"""One edit in an article of 1 MB with 3,000 marks, from the gesture to the painted window: at most 50 ms each."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop import app, operations
from desktop.model import AnnotationId, ArticleId, Change, Status
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving
from tests.benchmarks.bench_reader import annotations, article
from tests.benchmarks.timing import at_most, median

LENGTH, MARKS = 1_000_000, 3000
BAR = 50.0  # milliseconds
TURNS = 15


def fill(library: Path) -> None:
    """Make a library of one long article with its marks."""
    store = operations.open_library(library)
    text = article(LENGTH)
    made = replace(text, id=ArticleId("00000000-0000-4000-8000-000000000000"), title="Bến sông", detected="vi-1")
    labels = [label.name for label in store.labels()]
    marks = [
        replace(
            each, id=AnnotationId(f"mark-{at}"), article=made.id, label=labels[at % len(labels)], by="vi-1", value=at
        )
        for at, each in enumerate(annotations(len(text.text) - 100, MARKS))
    ]
    store.apply("Import", [Change(None, each) for each in (made, *marks)])
    store.close()


def measure(session: Session) -> dict[str, float]:
    """Return the median of each gesture, painted."""
    bench, window = driving.bench(session), session.window
    desk, marks = bench.article, bench.commands.marks
    waiting = (each.id for each in desk.annotations if each.status is Status.SUGGESTED)
    going = (each.id for each in desk.annotations if each.status is Status.ACCEPTED)
    starts = iter(range(103, LENGTH, 997))

    def painted(work: object) -> None:
        work()  # type: ignore[operator]  # a function without arguments
        QApplication.processEvents()
        window.repaint()

    gestures = {
        "accept": lambda: marks.accept_one(next(waiting)),
        "add": lambda: marks.annotate(start := next(starts), start + 5, "PERSON"),
        "relabel": lambda: marks.relabel_one(next(waiting), "TIME"),
        "delete": lambda: marks.delete_one(next(going)),
        "undo": window.acts["undo"].trigger,
        "redo": window.acts["redo"].trigger,
        "hide a label": lambda: bench.marks.hidden_changed.emit(frozenset({desk.labels[next(turns) % 6].name})),
    }
    turns = iter(range(1000))
    return {name: median(lambda each=each: painted(each), TURNS) for name, each in gestures.items()}


def main() -> None:
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "e.butda"
        fill(library)
        session = Session(Path(folder) / "s.json", app.detect, app.read_page)
        session.start(library, samples=False)
        driving.until(lambda: driving.settled(session))
        for side, name in enumerate(("tree", "list")):
            session.bench.marks.show_tree(side == 0)
            QApplication.processEvents()
            for what, time in measure(session).items():
                at_most(f"{what}, beside the {name}", time, BAR)
        session.window.close()


if __name__ == "__main__":
    main()
