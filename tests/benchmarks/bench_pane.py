"""The annotations' pane with 3,000 annotations: shown, following the page, filtered, sorted, and after one edit.

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

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.model import Status
from desktop.ui.look import fonts, theme
from desktop.ui.marks.marks_model import QUOTE
from desktop.ui.marks.marks_pane import AnnotationsPane
from tests.benchmarks.bench_reader import LABELS, annotations, article

MARKS = 3000
BARS = {"show": 50.0, "follow": 10.0}  # milliseconds


def timed(pane: AnnotationsPane, action: Callable[[], object]) -> float:
    """Return the milliseconds of an action and the painting after it."""
    begin = perf_counter()
    action()
    pane.list.viewport().repaint()
    return (perf_counter() - begin) * 1000


def measure(width: int) -> dict[str, list[float]]:
    """Return the times of each action at one width of the pane."""
    text = article(1_000_000).text
    marks = [replace(each, by="vi-1", value=7) for each in annotations(len(text) - 100, MARKS)]
    pane = AnnotationsPane(theme.load("light"), "vi")
    pane.set_labels(LABELS)
    pane.resize(width, 800)
    pane.show()
    QApplication.processEvents()
    times: dict[str, list[float]] = {name: [] for name in ("show", "follow", "edit", "sort", "filter", "clear")}
    for turn in range(9):
        pane.show_annotations([], "", None)
        times["show"].append(timed(pane, lambda: pane.show_annotations(marks, text, "vi-1")))
        for at in range(turn, MARKS, 311):
            times["follow"].append(timed(pane, lambda at=at: pane.select(marks[at].id)))
        edited = list(marks)
        edited[turn * 7] = replace(marks[turn * 7], status=Status.ACCEPTED)
        times["edit"].append(timed(pane, lambda edited=edited: pane.show_annotations(edited, text, "vi-1")))
        times["sort"].append(timed(pane, lambda: pane._sort_by(QUOTE, Qt.SortOrder.AscendingOrder)))
        pane._sort_by(-1, Qt.SortOrder.AscendingOrder)
        pane.words.setText("song cho")
        times["filter"].append(timed(pane, pane._choose))
        pane.words.clear()
        times["clear"].append(timed(pane, pane._choose))
    pane.close()
    return times


def main() -> None:
    """Print one table a look."""
    application = QApplication.instance() or QApplication(sys.argv)
    fonts.load()
    for look, width in (("cards", 260), ("columns", 800)):
        print(f"{look}, {MARKS} marks")
        for name, each in measure(width).items():
            bar = BARS.get(name)
            told = f"  (bar {bar:.0f} ms: {'ok' if median(each) <= bar else 'MISSED'})" if bar else ""
            print(f"  {name:8}{median(each):7.1f} ms, worst {max(each):7.1f}{told}")
    application.processEvents()


if __name__ == "__main__":
    main()
