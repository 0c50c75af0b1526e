"""A long article opened at the place where it was left, beside the same opened at its top."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

LENGTH, MARKS = 300_000, 1_000
RATIO = 1.2  # of at a place to at the top


def main() -> None:
    from PySide6.QtWidgets import QApplication

    from desktop import app
    from desktop.model import ArticleId
    from desktop.ui.look import fonts, theme
    from desktop.ui.page.reader import Reader
    from tests.benchmarks.bench_reader import LABELS, annotations, article, timed
    from tests.benchmarks.timing import ratio

    app.application()
    fonts.load()
    reader = Reader(theme.load("light"))
    reader.resize(900, 1000)
    reader.show()
    QApplication.processEvents()
    held, marks = article(LENGTH), annotations(LENGTH - 1000, MARKS)

    def opened(number: int, place: int) -> float:
        def show() -> None:
            reader.show_article(replace(held, id=ArticleId(f"{number}-{place}")), marks, LABELS)
            if place:
                reader.show_top(place)

        return timed(show, reader)

    times = [
        (opened(number, 0), opened(number, LENGTH // 2)) for number in range(9)
    ]  # by turns: both meet the same noise
    top, place = (median(each) for each in zip(*times, strict=True))
    ratio(f"{LENGTH:,} characters opened where they were left", place, top, "at the top", RATIO)


if __name__ == "__main__":
    main()
