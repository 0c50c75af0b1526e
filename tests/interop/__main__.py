"""Export a hostile library in every format, with what each file must hold, for the programs of the field to read.

Usage: python -m tests.interop FOLDER. Then tests/interop/read.py, in its own environment, reads and compares.
"""

import json
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hostile import HOSTILE

from desktop import exchange, operations
from desktop.detect import detect, read_page
from desktop.exchange.writers import FORMATS
from desktop.model import Meta, Status
from desktop.text.selecting.visible import visible

NOTES = ("=cmd|' /C calc'!A0", "hai\ndòng\tvà tab", 'một "hai" <b>')


def fill(store, folder):
    """Import the hostile texts and an empty-looking one, let the detector mark them, and mark by hand what it would never."""
    for number, (name, text) in enumerate(
        [*HOSTILE.items(), ("long", "Bà Nguyễn Thị Hoa nói với ông Lê Văn A. " * 1000)]
    ):
        path = folder / f"{number:02} {name}.txt".replace("/", "-")
        path.write_bytes(text.encode("utf-8", "replace"))
        for prepared in operations.prepare(
            path, lambda text, published: (read_page(text, published)[0], Meta("= Bài [x]"))
        ):
            article = store.article(operations.add(store, prepared).article)
            operations.apply_detection(store, article.id, operations.look(detect, article))
            _mark(store, article)


def _mark(store, article):
    size = len(article.text)
    for number, (start, end) in enumerate({(0, size // 2), (size // 3, size), (size // 3, size // 2), (0, 1)}):
        if visible(article.text, start, end):
            made = operations.annotate(
                store, article.id, start, end, ("PERSON", "EVENT")[number % 2], note=NOTES[number % 3], by="Lan"
            ).made
            if number == 3:
                operations.reject(store, [each.id for each in made])


def main(folder: Path) -> int:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    store = operations.open_library(folder / "library.butda")
    (folder / "in").mkdir()
    fill(store, folder / "in")
    selection = operations.Selection(statuses=tuple(Status))
    documents = [exchange.Document(store.article(row.id), tuple(store.annotations(row.id))) for row in store.rows()]
    told = {
        "texts": {each.article.id: each.article.text for each in documents},
        "all": sum(len(each.annotations) for each in documents),
        "files": {},
        "marks": {},
    }
    for name, row in FORMATS.items():
        if row.extra:  # written where its package is: tests/interop/extras.py
            continue
        target = folder / f"set-{name}{row.suffix}"
        done = operations.export(store, name, target, selection, force=True)
        writer = exchange.writer(name)
        told["files"][name] = target.name
        told["marks"][name] = [
            (each.article, each.start, each.end, each.label)
            for document in documents
            for each in writer.keeps(document)
        ]
        if name == "ftm":
            told["marks"][name] = [
                (" ".join(told["texts"][article][start:end].split()), 0, 0, "")
                for article, start, end, _ in told["marks"][name]
            ]
        if name == "report-docx":
            told["marks"][name] = [
                (told["texts"][article][start:end], 0, 0, "") for article, start, end, _ in told["marks"][name]
            ]
        if name == "pdf":
            told["marks"][name] = [(each.id, 0, 0, "") for document in documents for each in writer.keeps(document)]
        if done.records is not None:
            told["marks"][name] = [(each.article.id, 0, 0, "") for each in documents]
    (folder / "expected.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
