"""The shelf over 100,000 generated articles: first paint, scroll, sort, filter and search, against a bare QTableView and bare SQLite."""

import itertools
import os
import sqlite3
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop import app, operations
from desktop.model import Listing, Sorting, State
from desktop.ui.look import theme
from desktop.ui.shelf.shelf import Shelf
from tests.benchmarks.filling import fill
from tests.benchmarks.timing import median, ratio

ARTICLES = 100_000
SIZE = 320, 700  # pixels
PAUSE = 50.0  # milliseconds; what a person does not feel as one
FILTERS = {
    "state": Listing(state=State.UNREAD),
    "tag": Listing(tag="số liệu"),
    "source": Listing(source="Báo Đá Bạc"),
    "label": Listing(label="TIME"),
    "two years": Listing(since="2015-01-01", until="2016-12-31"),
    "all of them": Listing(
        state=State.UNREAD, tag="số liệu", source="Báo Đá Bạc", label="TIME", since="2012-01-01", until="2020-12-31"
    ),
}


class _Bare(QAbstractTableModel):
    """As many rows of words, without a library."""

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else ARTICLES

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"Xã Mây Trắng: chè vào vụ {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


def _bare_view(height: int) -> QTableView:
    view = QTableView()
    view.setModel(_Bare(view))
    view.horizontalHeader().hide()
    view.horizontalHeader().setStretchLastSection(True)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(view.verticalHeader().ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(height)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view


def _first_paint(make: object) -> float:
    def show() -> None:
        made = make()  # type: ignore[operator]  # a function without arguments
        made.resize(*SIZE)
        made.show()
        made.grab()
        made.close()
        made.deleteLater()

    return median(show, 9)


def _scrolled(view: QTableView, widget: QWidget) -> float:
    """Return the time of one frame of 60 pixels, in milliseconds."""
    bar = view.verticalScrollBar()

    def frame() -> None:
        bar.setValue(bar.value() + 60)
        widget.grab()

    return median(frame, 120)


def _jumped(view: QTableView, widget: QWidget) -> float:
    bar = view.verticalScrollBar()
    places = itertools.cycle((0.5, 0.9, 0.1, 0.7, 0.3, 1.0))

    def jump() -> None:
        bar.setValue(round(bar.maximum() * next(places)))
        widget.grab()

    return median(jump, 24)


def main() -> None:
    app.application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(os.environ.get("BUTDA_BENCH_LIBRARY", Path(folder) / "shelf.butda"))
        if not path.exists():
            fill(path, ARTICLES)
        store = operations.open_library(path)
        bare = sqlite3.connect(path, isolation_level=None)
        look = theme.load("light")

        def make() -> Shelf:
            shelf = Shelf(look, "vi")
            shelf.read(store.shelf.view)
            return shelf

        shelf = make()
        height = shelf.list.verticalHeader().defaultSectionSize()
        plain = _bare_view(height)
        for each in (shelf, plain):
            each.resize(*SIZE)
            each.show()
        ratio("first paint", _first_paint(make), _first_paint(lambda: _bare_view(height)), "a bare QTableView")
        ratio("scroll, a frame", _scrolled(shelf.list, shelf.list), _scrolled(plain, plain), "a bare QTableView", 6)
        ratio("jump, a frame", _jumped(shelf.list, shelf.list), _jumped(plain, plain), "a bare QTableView")
        scan = median(lambda: bare.execute("SELECT COUNT(*) FROM article WHERE byline = 'x'").fetchone())

        def show(listing: Listing) -> None:
            shelf.bar.set_listing(listing)
            shelf.reload()
            shelf.list.grab()

        worst = 0.0
        for name, times in (
            ("sort", {each: median(lambda each=each: show(Listing(each)), 5) for each in Sorting}),
            ("filter", {each: median(lambda each=each: show(FILTERS[each]), 5) for each in FILTERS}),
            (
                "jump to the middle of what is filtered",
                {
                    each: median(lambda each=each: (show(FILTERS[each]), _middle(shelf)), 5)
                    - median(lambda each=each: show(FILTERS[each]), 5)
                    for each in FILTERS
                },
            ),
        ):
            slowest = max(times, key=times.__getitem__)
            worst = max(worst, times[slowest])
            ratio(f"{name}, the slowest ({slowest})", times[slowest], scan, "a bare scan of the articles")
        like = median(lambda: bare.execute("SELECT COUNT(*) FROM article_text WHERE text LIKE '%lạnh%'").fetchone(), 3)
        for query in ("che", "đồi chè", "ho dan gop cong"):
            ratio(f"search “{query}”", median(lambda query=query: store.search(query, prefix=True), 5), like, "LIKE")
        article = store.shelf.view(Listing()).ids(0, 1)
        ratio("tag one article", median(lambda: _tag(store, article), 30), _commit(Path(folder)), "a bare commit")
        print(
            f"  longest wait of sort and filter: {worst:.0f} ms  (bar {PAUSE:.0f}: {'ok' if worst <= PAUSE else 'MISSED'})"
        )
        shelf.close()
        plain.close()
        bare.close()
        store.close()


_NUMBERS = itertools.count()


def _middle(shelf: Shelf) -> None:
    bar = shelf.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    shelf.list.grab()


def _tag(store: object, articles: list) -> None:
    operations.tag(store, articles, [f"thẻ {next(_NUMBERS) % 5}"], [f"thẻ {(next(_NUMBERS) - 3) % 5}"])


def _commit(folder: Path) -> float:
    other = sqlite3.connect(folder / "bare.db", isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("PRAGMA synchronous = FULL")
    other.execute("CREATE TABLE t (a TEXT)")
    time = median(lambda: other.execute("INSERT INTO t VALUES ('x')"), 100)
    other.close()
    return time


if __name__ == "__main__":
    main()
