"""The annotations' pane, a tree of 12,000 annotations or a list of 3,000: shown, following the page, filtered, sorted, edited.

Run: QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.bench_pane (or the file itself, from the root of the checkout).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from desktop.model import Status
from desktop.ui.look import fonts, theme
from desktop.ui.marks.marks_model import QUOTE
from desktop.ui.marks.marks_pane import AnnotationsPane
from tests.benchmarks.bench_reader import LABELS, annotations, article

LOOKS = (("tree", 260, 12_000), ("cards", 260, 3000), ("columns", 800, 3000))  # pixels, annotations
BARS = {"show": 50.0, "follow": 10.0, "edit": 50.0, "first letter": 50.0, "filter": 50.0}  # milliseconds


def timed(pane: AnnotationsPane, action: Callable[[], object]) -> float:
    """Return the milliseconds of an action and the painting after it."""
    begin = perf_counter()
    action()
    pane.view.viewport().repaint()
    return (perf_counter() - begin) * 1000


def measure(look: str, width: int, count: int) -> dict[str, list[float]]:
    """Return the times of each action in one look of the pane."""
    text = article(1_000_000).text
    marks = [replace(each, by="vi-1", value=7) for each in annotations(len(text) - 100, count)]
    pane = AnnotationsPane(theme.load("light"), "vi")
    pane.set_labels(LABELS)
    pane.show_tree(look == "tree")
    pane.resize(width, 800)
    pane.show()
    QApplication.processEvents()
    times: dict[str, list[float]] = {
        name: [] for name in ("show", "follow", "edit", "sort", "first letter", "filter", "clear")
    }
    for turn in range(9):
        pane.show_annotations([], "", None)
        times["show"].append(timed(pane, lambda: pane.show_annotations(marks, text, "vi-1")))
        for at in range(turn, count, count // 10):
            times["follow"].append(timed(pane, lambda at=at: pane.select(marks[at].id)))
        edited = list(marks)
        edited[turn * 7] = replace(marks[turn * 7], status=Status.ACCEPTED)
        times["edit"].append(timed(pane, lambda edited=edited: pane.show_annotations(edited, text, "vi-1")))
        if look != "tree":
            order = pane.filter.order
            times["sort"].append(timed(pane, lambda order=order: order.setCurrentIndex(order.findData(QUOTE))))
            order.setCurrentIndex(order.findData(-1))
        pane.words.setText("song cho")
        times["first letter"].append(timed(pane, pane.filter.begun.emit))
        times["filter"].append(timed(pane, pane.filter.settle))
        pane.words.clear()
        times["clear"].append(timed(pane, pane.filter.settle))
    pane.close()
    return times


def main() -> None:
    """Print one table a look."""
    application = QApplication.instance() or QApplication(sys.argv)
    fonts.load()
    for look, width, count in LOOKS:
        print(f"{look}, {count} marks")
        for name, each in measure(look, width, count).items():
            if not each:
                continue
            bar = BARS.get(name)
            told = f"  (bar {bar:.0f} ms: {'ok' if median(each) <= bar else 'MISSED'})" if bar else ""
            print(f"  {name:8}{median(each):7.1f} ms, worst {max(each):7.1f}{told}")
    application.processEvents()


if __name__ == "__main__":
    main()
