"""The library against bare SQLite: one annotation committed, articles imported with both indexes, a search, opening."""

import itertools
import sqlite3
import tempfile
from pathlib import Path

from desktop import assets, operations
from desktop.detect import read_page
from tests.benchmarks.timing import median, ratio


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE t (a TEXT, b TEXT)")
        store = operations.open_library(Path(folder) / "ours.butda")
        texts = [path.read_text("utf-8") for path in assets.samples()]
        numbers = itertools.count()

        def import_one() -> None:
            number = next(numbers)
            text = f"{number} {texts[number % len(texts)]}"
            (prepared,) = operations.prepare_paste(text, False, read_page)
            operations.add(store, prepared)

        def insert_one() -> None:
            bare.execute("INSERT INTO t VALUES (?, ?)", ("x", texts[next(numbers) % len(texts)]))

        ratio(
            "import one article, indexes and history",
            median(import_one, 300),
            median(insert_one, 300),
            "a bare row with its text",
        )
        article = store.rows()[0].id
        text = store.article(article).text
        starts = (at for at in range(10, len(text)) if text[at : at + 3].strip())

        def mark() -> None:
            start = next(starts)
            operations.annotate(store, article, start, start + 3, "PERSON")

        ratio("mark and commit", median(mark, 200), median(insert_one, 200), "a bare commit")
        ratio("undo", median(lambda: operations.undo(store), 100), median(insert_one, 100), "a bare commit")
        scan = median(lambda: bare.execute("SELECT count(*) FROM t WHERE b LIKE '%đảng viên%'").fetchone())
        ratio(
            "search, 200 hits with their sentences", median(lambda: store.search("dang vien")), scan, "a bare LIKE scan"
        )
        store.close()

        def reopen() -> None:
            operations.open_library(Path(folder) / "ours.butda").close()

        def reopen_bare() -> None:
            again = sqlite3.connect(Path(folder) / "bare.db")
            again.execute("SELECT 1 FROM t").fetchone()
            again.close()

        ratio("open and close the library", median(reopen, 30), median(reopen_bare, 30), "bare SQLite")
