"""Times of the reader at 1 MB with 3,000 marks beside a bare read-only QTextEdit with the same text.

Run: QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.bench_reader (or the file itself, from the root of the checkout).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, LabelName, Line, Role, Status
from desktop.ui.look import fonts, theme
from desktop.ui.page.reader import Reader

SENTENCE = "Buổi sáng ở bến sông, người dân chở rau, cá và hoa quả ra chợ, tiếng gọi nhau vang cả một khúc nước. "
LABELS = [
    Label(LabelName(f"L{at}"), f"Nhãn {at}", f"Label {at}", role, str(at), "entity", at)
    for at, role in enumerate(("person", "title", "organization", "location", "time", "count"))
]
ROLES = (Role.HEADLINE, Role.LEAD, *[Role.BODY] * 6, Role.CAPTION, Role.FURNITURE)
JUDGED = "1 MB, 3,000 marks"
RATIO = 3.0  # of show and scroll to a bare QTextEdit
MOST = {"hide": 50.0, "add": 50.0}  # milliseconds


@dataclass(frozen=True)
class Row:
    """One measured action, in milliseconds."""

    name: str
    reader: float
    bare: float | None = None


def article(length: int, breaks: bool = True) -> Article:
    """Return an article of about `length` code points: paragraphs with blank lines between, or one endless line."""
    paragraph = SENTENCE * 5
    count = length // (len(paragraph) + 2)
    text = ("\n\n" if breaks else "  ").join([paragraph] * count)
    step = len(paragraph) + 2
    lines = [Line(at * step, at * step + len(paragraph), ROLES[at % len(ROLES)]) for at in range(count)]
    return Article(ArticleId("a"), "", text, "", lines=tuple(lines) if breaks else ())


def annotations(length: int, number: int) -> list[Annotation]:
    """Return annotations spread over a text, every fourth nested in the one before."""
    step = length // number
    return [
        Annotation(
            AnnotationId(f"m{at}"),
            ArticleId("a"),
            start := at * step if at % 4 else max(0, (at - 1) * step + 4),
            start + (24 if at % 4 else 8),
            LABELS[at % len(LABELS)].name,
            status=Status.ACCEPTED if at % 2 else Status.SUGGESTED,
        )
        for at in range(number)
    ]


def timed(action: Callable[[], object], widget: QTextEdit) -> float:
    """Return the milliseconds of an action and the painting after it."""
    begin = perf_counter()
    action()
    widget.viewport().repaint()
    return (perf_counter() - begin) * 1000


def bare(text: str) -> QTextEdit:
    """Return a read-only QTextEdit of the same face and size, empty."""
    widget = QTextEdit()
    widget.setReadOnly(True)
    widget.setUndoRedoEnabled(False)
    widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    widget.document().setDefaultFont(fonts.reading(13))
    return widget


def scroll(widget: QTextEdit) -> float:
    """Return the median milliseconds of one step of 60 pixels, painted."""
    bar = widget.verticalScrollBar()
    bar.setValue(4000)
    return median(timed(lambda: bar.setValue(bar.value() + 60), widget) for _ in range(40))


def measure(length: int, number: int, breaks: bool = True) -> list[Row]:
    """Return the rows for one size of article."""
    document, marks = article(length, breaks), annotations(length - 100, number)
    plain, reader = bare(document.text), Reader(theme.load("light"))
    for widget in (plain, reader):
        widget.resize(900, 1000)
        widget.show()
        QApplication.processEvents()
    # Another id each time: the same article would be refreshed in its place.
    opened = [replace(document, id=ArticleId(str(at))) for at in range(9)]
    shows = [timed(lambda one=one: reader.show_article(one, marks, LABELS), reader) for one in opened]
    plain_shows = [timed(lambda: plain.setPlainText(document.text), plain) for _ in range(9)]
    hides = [timed(lambda at=at: reader.set_hidden(frozenset({f"L{at % 6}"})), reader) for at in range(12)]
    reader.set_hidden(frozenset())
    adds = [timed(lambda at=at: reader.set_annotations(marks[:-at]), reader) for at in range(1, 12)]
    steps = [timed(lambda: reader.next_annotation(), reader) for _ in range(20)]
    rows = [
        Row("show", median(shows), median(plain_shows)),
        Row("scroll", scroll(reader), scroll(plain)),
        Row("hide", median(hides)),
        Row("add", median(adds)),
        Row("step", median(steps)),
        Row("refresh", timed(lambda: reader.show_article(opened[-1], marks, LABELS), reader)),
        Row("theme", timed(lambda: reader.set_theme(theme.load("dark")), reader)),
    ]
    for widget in (plain, reader):
        widget.close()
    return rows


def verdict(row: Row) -> str:
    """Return whether a row keeps its bar."""
    if row.bare is not None:
        return f"  (bar {RATIO:.1f}: {'ok' if row.reader / row.bare <= RATIO else 'MISSED'})"
    if row.name in MOST:
        return f"(bar {MOST[row.name]:.0f} ms: {'ok' if row.reader <= MOST[row.name] else 'MISSED'})"
    return ""


def main() -> None:
    """Print one table."""
    application = QApplication.instance() or QApplication(sys.argv)
    fonts.load()
    cases = {
        "100 kB, 1,250 marks": (100_000, 1250, True),
        JUDGED: (1_000_000, 3000, True),
        "1 MB on one line, 3,000 marks": (1_000_000, 3000, False),
        "4 MB, 12,000 marks": (4_000_000, 12000, True),
    }
    for name, case in cases.items():
        print(name)
        for row in measure(*case):
            ratio = f"{row.reader / row.bare:5.2f} x {row.bare:.1f} ms of a bare QTextEdit" if row.bare else ""
            print(f"  {row.name:8}{row.reader:9.1f} ms  {ratio}{verdict(row) if name == JUDGED else ''}")
    application.processEvents()


if __name__ == "__main__":
    main()
