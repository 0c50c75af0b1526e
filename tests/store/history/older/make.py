"""Make the libraries of earlier versions that lie beside this: `python tests/store/history/older/make.py` in a checkout of 5307b64.

That commit made schema 2; what its second migration made is taken away again for schema 1. All texts are invented.
"""

import gzip
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

from desktop import operations
from desktop.exchange import Document
from desktop.model import Detection, Fact, Label, LabelName, Line, Meta, Role, Span, State
from desktop.operations import Prepared
from desktop.text.lines import lines

TEXT = "Mùa chè ở Đồi Vắng\nBà Hạnh, trưởng bản, đếm được 12 gùi chè ở Đồi Vắng.\nTheo Báo Suối Lạnh\n"
SPANS = tuple(
    Span(TEXT.index(quote), TEXT.index(quote) + len(quote), label, value, None, counted, score)
    for quote, label, value, counted, score in (
        ("Đồi Vắng", "LOCATION", None, None, 0.75),
        ("Hạnh", "PERSON", None, None, 0.9),
        ("trưởng bản", "TITLE", None, None, 0.8125),
        ("12", "COUNT", 12, "gùi chè", 1.0),
    )
)


def page(text, published=None):
    return tuple(Line(start, end, Role.BODY) for start, end in lines(text)), Meta()


def detected(text, version="old-1", spans=SPANS):
    return Detection(version, page(text)[0], spans, (Fact("post", 1, 2),) if len(spans) > 2 else ())


def at(store, article, label):
    return next(each.id for each in store.annotations(article) if each.label == label)


def fill(store):
    """Make every kind of step, among them two that made marks equal; leave one step undone and one half undone."""
    first, second, third = (
        operations.add(store, operations.prepare_paste(f"{TEXT}Bài {number}\n", False, page)[0]).article
        for number in range(3)
    )
    for article in (first, second, third):
        operations.apply_detection(store, article, detected(store.article(article).text))
    mine = operations.annotate(store, first, 0, 3, "EVENT", note="của tôi", by="Nhài")
    operations.resize(store, mine.id, 0, 7, by="Nhài")
    twin = operations.annotate(store, first, 4, 7, "EVENT", note="cũng của tôi", by="Nhài")
    operations.resize(store, twin.id, 0, 7, by="Nhài")  # two equal marks of a person
    operations.relabel(store, at(store, second, "TITLE"), "ORGANIZATION", by="Nhài")
    operations.annotate(store, second, SPANS[1].start, SPANS[1].end, "TITLE", by="Nhài")
    operations.relabel_several(
        store, [at(store, second, "TITLE")], "PERSON"
    )  # equal to a suggestion that a fact hangs on
    operations.mark_all(store, third, [(0, 3), (10, 18)], "LOCATION", by="Nhài")
    operations.note(store, at(store, third, "COUNT"), "đếm lại")
    operations.reject(store, [at(store, third, "TITLE")])
    operations.reject_facts(store, [each.id for each in store.relations(first)])
    operations.set_role(store, third, TEXT.index("Theo"), TEXT.index("Theo") + 1, Role.FURNITURE)
    operations.tag(store, [first, second], ["chè", "đọc lại"])
    operations.set_state(store, [first, second, third], State.DONE)
    operations.correct(
        store, replace(store.article(first), title="Chè Đồi Vắng", published="2026-01-02", fields={"Trang": "3"})
    )
    label = Label(LabelName("NEW"), "Mới", "New", "new", "M", "entity", 99)
    moved = replace(store.article(first), id="other", sha256="f" * 64, title="Bài từ nơi khác")
    operations.add(
        store, Prepared(Document(moved, (replace(store.annotations(first)[0], id="n0"),)), b"bytes", (label,))
    )
    operations.apply_detection(store, third, detected(store.article(third).text, "old-2", SPANS[:2]))
    operations.delete(store, [each.id for each in store.annotations(third)])
    operations.delete_articles(store, [third])
    operations.accept(store, [each.id for each in store.annotations(first)])
    operations.note(store, at(store, first, "PERSON"), "bị lấy lại")
    operations.undo(store)
    operations.undo(store, 1)


def take_back_the_second_migration(path):
    connection = sqlite3.connect(path, isolation_level=None)
    for table in ("shelf", "shelf_tag", "shelf_label"):
        connection.execute(f"DROP TABLE {table}")
    for index in ("annotation_article_label_status", "change_step"):
        connection.execute(f"DROP INDEX idx_{index}")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm002_shelf'")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def main(folder):
    for schema in (1, 2):
        path = folder / f"schema-{schema}.butda"
        path.unlink(missing_ok=True)
        store = operations.open_library(path)
        fill(store)
        store.close()
        if schema == 1:
            take_back_the_second_migration(path)
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")
        connection.close()
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
        for left in (path, path.with_name(f"{path.name}.lock")):
            left.unlink(missing_ok=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
