"""Exports of ours read again, and damaged ones refused by line."""

import json
from dataclasses import replace

import pytest

from desktop.errors import ImportFileError
from desktop.exchange import Document, jsonl
from desktop.model import Annotation, Article, Line, Relation, Role

ARTICLE = Article(
    "a1", "Bài", "Bà Hoa\u2028ở xã", "0" * 64, published="2024-05-03", lines=(Line(0, 11, Role.LEAD),), tags=("x",)
)
MARK = Annotation("n1", "a1", 3, 6, "PERSON", note="ghi\nchú", attributes={"k": "v"}, entity="e1")
GOOD = jsonl.row(Document(ARTICLE, (MARK,), (Relation("r1", "a1", "k", "n1", "n1"),)))


def read(tmp_path, *rows):
    content = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return jsonl.read(tmp_path / "x.jsonl", content.encode())


def test_an_export_reads_back_whole(tmp_path):
    (raw,) = read(tmp_path, GOOD)
    assert raw.known == Document(ARTICLE, (MARK,), (Relation("r1", "a1", "k", "n1", "n1"),))


def test_a_corrected_line_keeps_both_words(tmp_path):
    lines = (Line(0, 6, Role.BODY, Role.FURNITURE), Line(7, 11, Role.LEAD))
    row = jsonl.row(Document(replace(ARTICLE, lines=lines)))
    (raw,) = read(tmp_path, row)
    assert (row["lines"], raw.known.article.lines) == ([[0, 6, "body", "furniture"], [7, 11, "lead"]], lines)


def test_keys_that_are_missing_take_their_defaults_and_unknown_ones_are_left(tmp_path):
    (raw,) = read(tmp_path, {"id": "a", "title": "t", "text": "Bà Hoa", "sha256": "0", "other": [1]}, "", "  ")
    assert raw.known == Document(Article("a", "t", "Bà Hoa", "0"))


def without(key):
    return {name: value for name, value in GOOD.items() if name != key}


def mark(**values):
    return GOOD | {"annotations": [GOOD["annotations"][0] | values]}


DAMAGED = {
    "not JSON": ("{", "Expecting"),
    "cut off": (json.dumps(GOOD)[:80], "Unterminated"),
    "a list": ([1], "object"),
    "a number": ("7", "object"),
    "null": ("null", "object"),
    "nested without end": ("[" * 100_000, "recursion"),
    "a number without end": ('{"id": ' + "1" * 5_000 + "}", "digits"),
    "no id": (without("id"), "'id' is missing"),
    "no text": (without("text"), "'text' is missing"),
    "no sha256": (without("sha256"), "'sha256' is missing"),
    "an id that is no string": (GOOD | {"id": 7}, "id cannot be 7"),
    "a title that is no string": (GOOD | {"title": None}, "title cannot be null"),
    "a date that is an object": (GOOD | {"published": {}}, "published cannot be {}"),
    "tags that are no list": (GOOD | {"tags": "x"}, 'tags cannot be "x"'),
    "a text in another form": (GOOD | {"text": "a\r\nb"}, "form"),
    "a text with a lone surrogate": (json.dumps(GOOD | {"text": "a\ud800"}), "form"),
    "an unknown state": (GOOD | {"state": "lost"}, "lost"),
    "an unknown role": (GOOD | {"lines": [[0, 1, "poem"]]}, "poem"),
    "lines of two": (GOOD | {"lines": [[0, 1]]}, "unpack"),
    "a quote of another text": (mark(quote="Lan"), "n1 does not quote"),
    "outside its text": (mark(end=900), "n1 lies outside"),
    "empty": (mark(end=3), "n1 lies outside"),
    "negative": (mark(start=-3), "n1 lies outside"),
    "a fraction": (mark(start=3.0), "start cannot be 3.0"),
    "true as a number": (mark(start=True), "start cannot be true"),
    "an unknown status": (mark(status="maybe"), "maybe"),
    "a value that is a list": (mark(value=[1]), "value cannot be"),
    "no label": (GOOD | {"annotations": [{"id": "n", "start": 0, "end": 1}]}, "'label' is missing"),
    "a mark that is no object": (GOOD | {"annotations": [3]}, ""),
    "a relation without a tail": (GOOD | {"relations": [{"id": "r", "kind": "k", "head": "n1"}]}, "'tail' is missing"),
    "a relation with more": (GOOD | {"relations": [GOOD["relations"][0] | {"x": 1}]}, "'x'"),
}


@pytest.mark.parametrize(("row", "said"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_line_is_named(tmp_path, row, said):
    with pytest.raises(ImportFileError) as caught:
        read(tmp_path, GOOD, "", row)
    message = str(caught.value)
    assert (caught.value.kind, "line 3" in message, said in message) == ("file-unreadable", True, True)


SCHEMES = {
    "not TOML": "[[label",
    "no labels": "x = 1",
    "a label without a name": "[[label]]\nvi='x'",
    "not a table": "label = 3",
    "no text": b"\xff",
}


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_damaged_scheme_beside_an_export_is_named(tmp_path, scheme):
    (tmp_path / "x.labels.toml").write_bytes(scheme if isinstance(scheme, bytes) else scheme.encode())
    with pytest.raises(ImportFileError) as caught:
        read(tmp_path, GOOD)
    assert (caught.value.kind, "x.labels.toml" in str(caught.value)) == ("file-unreadable", True)
