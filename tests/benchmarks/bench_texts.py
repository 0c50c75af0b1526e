"""Texts of all lengths in, detection off, and found again: against bare rows with the same texts, and a bare regex over them."""

import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from desktop import assets, operations
from desktop.detect import read_page
from desktop.operations import Prepared
from desktop.store import Store
from desktop.text.fold import bare
from tests.benchmarks.filling import fill
from tests.benchmarks.timing import at_most, median, ratio

LENGTHS = [5_000] * 100 + [300_000] * 2  # code points
IMPORT, SEARCH, MANY = (
    8.0,
    25.0,
    60.0,
)  # times a bare row with its text; milliseconds; milliseconds over 10,000 articles
TOGETHER = 25  # documents that an import adds at a time
QUERIES = ("dang vien", "nguoi dan", "Đảng", "ủy ban", "tinh")


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = list(_files(folder))
        texts = [path.read_text("utf-8") for path in files]
        store = operations.open_library(folder / "ours.butda")
        read_page(texts[0], None)  # its lists are read once, whatever comes in
        began, step = time.perf_counter(), None
        for at in range(0, len(files), TOGETHER):
            read = [each for path in files[at : at + TOGETHER] for each in operations.prepare(path, read_page)]
            step = operations.add_several(store, [each for each in read if isinstance(each, Prepared)], step)[-1].step
        ours = (time.perf_counter() - began) * 1000
        what = "import 100 texts of 5 kB and two of 300 kB, detection off"
        ratio(what, ours, _rows(folder / "bare.db", texts), "bare rows with their text", IMPORT)
        for query in QUERIES:
            _search(store, query, texts)
        store.close()
        fill(folder / "many.butda", 10_000)
        many = operations.open_library(folder / "many.butda")
        at_most("search of 10,000 articles, words that are in each", median(lambda: many.search("dan gop cong")), MANY)
        many.close()


def _files(folder: Path) -> Iterator[Path]:
    """Write and yield texts of some lengths, out of the sample articles' lines, none of them like another."""
    lines = [line for path in assets.samples() for line in path.read_text("utf-8").split("\n") if line.strip()]
    at = count()
    for number, length in enumerate(LENGTHS):
        taken, long = [f"Bài số {number} trong tập"], 0
        while long < length:
            line = next(at)
            name = "".join(chr(97 + line // 26**place % 26) for place in range(4))
            taken.append(f"{lines[line % len(lines)]} {name.capitalize()} là tên dòng này.")
            long += len(taken[-1]) + 1
        path = folder / f"{number}.txt"
        path.write_text("\n".join(taken), "utf-8")
        yield path


def _rows(path: Path, texts: list[str]) -> float:
    """Return how long it takes to write texts into a bare table, each committed."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE t (a TEXT, b TEXT)")
    began = time.perf_counter()
    for text in texts:
        connection.execute("INSERT INTO t VALUES (?, ?)", ("x", text))
    took = (time.perf_counter() - began) * 1000
    connection.close()
    return took


def _search(store: Store, query: str, texts: list[str]) -> None:
    pattern = re.compile(re.escape(bare(query)))
    folded = [bare(text) for text in texts]
    scan = median(lambda: [match for text in folded if (match := pattern.search(text))])
    ours = median(lambda: store.search(query))
    ratio(f"search “{query}” among them, {len(store.search(query))} hits", ours, scan, "a bare regex over folded texts")
    at_most(f"search “{query}” among them", ours, SEARCH)


if __name__ == "__main__":
    main()
