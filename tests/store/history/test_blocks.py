"""The blocks of the history: what goes in comes out, small; rows of an earlier schema are converted; any moment may be the last."""

import json
import random
import zlib
from dataclasses import replace

import pytest
from building import TEXT, detection, span

from desktop import operations
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Change,
    Label,
    LabelName,
    Line,
    Relation,
    RelationId,
    Role,
    State,
    Status,
)
from desktop.store import mapping
from desktop.store.history import blocks

ARTICLE = Article(
    ArticleId("a"), "Tên", TEXT, "f" * 64, source="Báo", published="2026-01-02", state=State.READING, tags=("chè", "lúa"),
    fields={"Trang": "3"}, lines=(Line(0, 13, Role.HEADLINE), Line(14, 73, Role.BODY, Role.FURNITURE)), detected="x-1",
)  # fmt: skip
MARK = Annotation(
    AnnotationId("m"), ArticleId("a"), 0, 4, "COUNT", 12, "kg", "gùi", "k", {"a": "b"}, "ghi\nchú", Status.REJECTED, 0.1 + 0.2,
    "x", "t", "u",
)  # fmt: skip
FACT = Relation(
    RelationId("r"), ArticleId("a"), "post", AnnotationId("m"), AnnotationId("n"), Status.ACCEPTED, "x", "t", "u"
)
LABEL = Label(LabelName("NEW"), "Mới", "New", "new", "M", "entity", 99)
CHANGES = {
    "made": [Change(None, each) for each in (LABEL, ARTICLE, MARK, FACT)],
    "gone": [Change(each, None) for each in (FACT, MARK, ARTICLE, LABEL)],
    "a mark": [
        Change(MARK, replace(MARK, status=Status.ACCEPTED, value=12.0, note="")),
        Change(MARK, replace(MARK, value=None)),
    ],
    "a fact": [Change(FACT, replace(FACT, status=Status.REJECTED))],
    "a label": [Change(LABEL, replace(LABEL, vi="Khác", order=1))],
    "a title": [Change(ARTICLE, replace(ARTICLE, title="Khác", tags=(), fields={}))],
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_what_goes_into_a_block_comes_out(changes):
    assert blocks.unpacked(mapping.SCHEMA, blocks.packed(changes), lambda *_: TEXT)[: len(changes)] == [
        change
        if not isinstance(change.item, Article) or change.before is None or change.after is None
        else Change(
            *(
                Article(each.id, each.title, TEXT, "", tags=each.tags, fields=each.fields)
                for each in (change.before, change.after)
            )
        )
        for change in changes
    ]


def test_of_an_article_that_goes_on_a_block_holds_only_what_changed():
    content = blocks.packed([Change(ARTICLE, replace(ARTICLE, state=State.DONE))])
    assert json.loads(zlib.decompress(content))[1] == [["article", {"id": "a", "state": "reading"}, {"state": "done"}]]


def test_a_detection_takes_at_most_twice_the_space_of_its_text(store, imported):
    chance = random.Random(7)
    words = [chance.choice(("chè", "lúa", "Hạnh", "Nhài", "xã", "Vắng", "bản")) + str(at % 97) for at in range(3000)]
    text = " ".join(words)
    article = imported(text)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    spans = [
        replace(span("12", "PERSON"), start=at, end=at + 3, score=chance.random(), entity=f"person/{at % 40}")
        for at in starts[:-1:8]
    ]
    operations.apply_detection(store, article.id, detection(text, spans=spans, relations=()))
    held = store._one("SELECT SUM(LENGTH(content)) FROM block WHERE step = 2")[0]
    assert (len(spans), held <= 2 * len(text.encode())) == (375, True)


def test_a_row_of_an_earlier_schema_is_converted_when_it_is_read(store, imported, monkeypatch):
    article = imported(TEXT)
    made = operations.annotate(store, article.id, 0, 4, "EVENT").made[0]
    operations.note(store, made.id, "cũ")
    content = store._one("SELECT content FROM block WHERE step = 3")[0]
    earlier = zlib.compress(zlib.decompress(content).replace(b'"note"', b'"remark"'))
    store._connection.execute("UPDATE block SET content = ?, schema = 3 WHERE step = 3", (earlier,))
    renamed = {4: lambda kind, row: {"note" if name == "remark" else name: value for name, value in row.items()}}
    monkeypatch.setattr(mapping, "CONVERSIONS", {**mapping.CONVERSIONS, **renamed})
    operations.undo(store)
    back = store.annotation(made.id)
    operations.redo(store)
    assert (back.note, store.annotation(made.id).note) == ("", "cũ")
