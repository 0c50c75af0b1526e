"""20,000 marks out in every format, beside the same marks as plain JSON lines: the processor's time, and the memory that it takes.

`python -m tests.benchmarks.bench_sets 1000` writes 100,000 marks of a thousand articles: the ratios stay what they are.
"""

import json
import resource
import sys
import tempfile
from dataclasses import fields
from pathlib import Path
from subprocess import run
from time import process_time

from desktop.exchange.documents import Context, Document
from desktop.exchange.writers import FORMATS, offered, writer
from desktop.model import Annotation, Article, Line, Role, Status

ARTICLES, MARKS = 200, 100
_HEAVY = ("xlsx", "report-docx", "pdf", "cas-json", "cas-xmi")
_SENTENCE = "Ông Nguyễn Văn An, Bí thư Chi bộ thôn Hạ, nhận 12 lá thư từ xã Hòa An. "


def documents(articles=ARTICLES):
    """Yield articles of some 7,500 characters, each with a hundred marks."""
    text = _SENTENCE * MARKS + "\n"
    for number in range(articles):
        known = f"article-{number}"
        article = Article(known, f"Bài {number}", text, f"{number:064}", lines=(Line(0, len(text) - 1, Role.BODY),))
        starts = [at * len(_SENTENCE) + 4 for at in range(MARKS)]
        yield Document(
            article,
            tuple(
                Annotation(
                    f"{known}-{at}",
                    known,
                    start,
                    start + 13,
                    "PERSON",
                    status=Status.ACCEPTED,
                    by="Lan",
                    note="x" * (at % 3),
                )
                for at, start in enumerate(starts)
            ),
        )


def plain(out, articles):
    """Write as many plain JSON lines as there are marks, each with all that is known of it: the yardstick."""
    names = [field.name for field in fields(Annotation)]
    for document in documents(articles):
        for mark in document.annotations:
            row = {name: getattr(mark, name) for name in names} | {
                "quote": document.article.text[mark.start : mark.end]
            }
            out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def _measure(name, articles):
    """Write one format in this process and print seconds and the most memory, in megabytes; `plain` is the yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out"
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = process_time()
        if name == "plain":
            with target.open("wb") as out:
                plain(out, articles)
        else:
            made = writer(name, Context())
            if made.folder:
                target.mkdir()
                made.write(documents(articles), target)
            else:
                with target.open("wb") as out:
                    made.write(documents(articles), out)
        print(
            json.dumps([process_time() - began, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024])
        )


def _told(name, articles):
    asked = [sys.executable, "-m", "tests.benchmarks.bench_sets", name, str(articles)]
    return json.loads(run(asked, capture_output=True, text=True, check=True).stdout)


def main(articles=ARTICLES):
    """Print a row a format: its time over that of plain JSON lines, the bar, and the memory."""
    yardstick, _ = _told("plain", articles)
    print(f"  plain JSON lines of {articles * MARKS:,} marks: {yardstick:.2f} s")
    for name in offered():
        seconds, memory = _told(name, articles)
        bar = 20 if name in _HEAVY else 3
        print(f"  {name:14}{seconds / yardstick:6.1f} times (bar {bar}) {memory:6.0f} MB")


if __name__ == "__main__":
    if sys.argv[1].isdigit():
        main(int(sys.argv[1]))
    else:
        assert sys.argv[1] == "plain" or sys.argv[1] in FORMATS
        _measure(sys.argv[1], int(sys.argv[2]))
