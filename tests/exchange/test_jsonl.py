"""Exports of ours read again line by line; a line that the model cannot hold is left out whole, by number, key and what is wanted."""

import io
import json
from dataclasses import replace

import pytest

from desktop.errors import ImportFileError
from desktop.exchange import Document, jsonl, read
from desktop.model import Annotation, Article, Line, Relation, Role

ARTICLE = Article(
    "a1", "Bài", "Bà Hoa\u00a0ở\nxã", "0" * 64, published="2024-05-03",
    lines=(Line(0, 8, Role.LEAD), Line(9, 11, Role.BODY)), tags=("x",),
)  # fmt: skip
MARK = Annotation("n1", "a1", 3, 6, "PERSON", note="ghi\nchú", attributes={"k": "v"}, entity="e1", score=0.5)
OTHER = Annotation("n2", "a1", 0, 6, "TITLE", value=10**30, created="2024-05-03T02:30:00.123Z")
FACT = Relation("r1", "a1", "office_held", "n1", "n2")
WHOLE = Document(ARTICLE, (MARK, OTHER), (FACT,))
GOOD = jsonl.row(WHOLE)


def read_back(tmp_path, *rows):
    file = tmp_path / "x.jsonl"
    file.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    return list(read(file))


def test_an_export_reads_back_whole(tmp_path):
    (raw,) = read_back(tmp_path, GOOD)
    assert raw.known == WHOLE


def test_what_was_read_back_is_written_in_the_same_bytes(tmp_path):
    first, second = io.BytesIO(), io.BytesIO()
    jsonl.write([WHOLE, WHOLE], first)
    (tmp_path / "x.jsonl").write_bytes(first.getvalue())
    jsonl.write([raw.known for raw in read(tmp_path / "x.jsonl")], second)
    assert second.getvalue() == first.getvalue()


def test_a_corrected_line_keeps_both_words(tmp_path):
    lines = (Line(0, 8, Role.BODY, Role.FURNITURE), Line(9, 11, Role.LEAD))
    row = jsonl.row(Document(replace(ARTICLE, lines=lines)))
    (raw,) = read_back(tmp_path, row)
    assert (row["lines"], raw.known.article.lines) == ([[0, 8, "body", "furniture"], [9, 11, "lead"]], lines)


def test_what_the_mark_up_says_of_lines_stands_beside_them(tmp_path):
    lines = (Line(0, 8, Role.CAPTION, marked=Role.CAPTION), Line(9, 11, Role.LEAD, Role.BODY, Role.BYLINE))
    row = jsonl.row(Document(replace(ARTICLE, lines=lines)))
    (raw,) = read_back(tmp_path, row)
    assert (row["lines"][0], row["marked"], raw.known.article.lines) == (
        [0, 8, "caption"], [[0, "caption"], [9, "byline"]], lines,
    )  # fmt: skip


def test_keys_that_are_missing_take_their_defaults_and_unknown_ones_are_left(tmp_path):
    deep = json.loads("[" * 300 + "]" * 300)
    row = {"id": "a", "title": "t", "text": "Bà Hoa", "sha256": "0", "other": deep}
    (raw,) = read_back(tmp_path, row, b"", b"  ")
    assert raw.known == Document(Article("a", "t", "Bà Hoa", "0"))


def test_unknown_keys_of_marks_and_facts_are_left_and_their_status_is_accepted(tmp_path):
    marks = [{"id": name, "start": 0, "end": 6, "label": name, "x": [1]} for name in ("n1", "n2")]
    fact = {"id": "r", "kind": "office_held", "head": "n1", "tail": "n2", "x": {}}
    (raw,) = read_back(tmp_path, GOOD | {"annotations": marks, "relations": [fact]})
    held = [(type(each).__name__, each.id, each.status) for each in (*raw.known.annotations, *raw.known.relations)]
    assert held == [("Annotation", "n1", "accepted"), ("Annotation", "n2", "accepted"), ("Relation", "r", "accepted")]


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("/etc/cron.d/x", "x"), ("../../bài.html", "bài.html"), ("C:\\Users\\lan\\bài.txt", "bài.txt"), ("a/..", ""), ("..", ""),
        ("bài 1.txt", "bài 1.txt"), ("", ""),
    ],
)  # fmt: skip
def test_of_a_path_only_the_last_part_stays(tmp_path, said, held):
    (raw,) = read_back(tmp_path, GOOD | {"file": said})
    assert raw.known.article.file == held


@pytest.mark.parametrize(
    ("said", "held"),
    [("2019-08-19T20:05+07:00", "2019-08-19T20:05"), ("2019-08-19T23:05:10Z", "2019-08-20T06:05"), (None, None)],
)
def test_a_date_with_seconds_or_a_zone_is_taken_on_the_clock_of_vietnam(tmp_path, said, held):
    (raw,) = read_back(tmp_path, GOOD | {"published": said})
    assert raw.known.article.published == held


def test_strings_come_in_in_normal_form(tmp_path):
    said = {"title": "Ba\u0300i\r\n\x07", "tags": ["Ho\u0300a"], "fields": {"o\u0301": "a\u0301"}}
    (raw,) = read_back(tmp_path, GOOD | said)
    article = raw.known.article
    assert (article.title, article.tags, article.fields) == ("Bài\n\ufffd", ("Hòa",), {"ó": "á"})


@pytest.mark.parametrize("text", ["Bà\u2028Hoa", "Bà\x85Hoa\x9b", "\u200bBà \ue000"])
def test_a_text_of_an_earlier_version_comes_in_as_it_went_out(tmp_path, text):
    (raw,) = read_back(tmp_path, {"id": "a", "title": "t", "text": text, "sha256": "0"})
    assert raw.known.article.text == text


@pytest.mark.parametrize("text", ["a\r\nb", "\ufeffa", "a\x07", "e\u0301", "\ufdd0"])
def test_a_text_that_no_version_kept_is_refused(tmp_path, text):
    (wrong, _) = read_back(tmp_path, {"id": "a", "title": "t", "text": text, "sha256": "0"}, GOOD)
    assert (wrong.kind, wrong.parameters["key"], wrong.parameters["wanted"]) == ("line-unfit", "text", "normal")


def without(key):
    return {name: value for name, value in GOOD.items() if name != key}


def mark(**values):
    return GOOD | {"annotations": [GOOD["annotations"][0] | values, GOOD["annotations"][1]]}


def fact(**values):
    return GOOD | {"relations": [GOOD["relations"][0] | values]}


def lines(*rows):
    return GOOD | {"lines": list(rows)}


LEAD, BODY = [0, 8, "lead"], [9, 11, "body"]
REFUSED = {  # a line, and the kind, key and want of what is wrong with it
    "not JSON": (b"{", "json", "", None),
    "cut off": (json.dumps(GOOD)[:80].encode(), "json", "", None),
    "no UTF-8": (b'{"id": "\xff"}', "json", "", None),
    "not a number": (json.dumps(GOOD).replace("0.5", "NaN").encode(), "json", "", None),
    "infinite": (json.dumps(GOOD).replace("0.5", "1e999").encode(), "json", "", None),
    "nested without end": (b"[" * 100_000, "json", "", None),
    "a number without end": (b'{"id": ' + b"1" * 5_000 + b"}", "json", "", None),
    "half a surrogate": (json.dumps(GOOD | {"title": "a\ud800"}).encode(), "json", "", None),
    "a list": ([1], "unfit", "", "object"),
    "a number": (b"7", "unfit", "", "object"),
    "null": (b"null", "unfit", "", "object"),
    "no id": (without("id"), "missing", "id", ""),
    "no text": (without("text"), "missing", "text", ""),
    "no sha256": (without("sha256"), "missing", "sha256", ""),
    "an empty id": (GOOD | {"id": ""}, "unfit", "id", "name"),
    "a long id": (GOOD | {"id": "x" * 50_000}, "unfit", "id", "name"),
    "an id of two lines": (GOOD | {"id": "a\nb"}, "unfit", "id", "name"),
    "an id that is no string": (GOOD | {"id": 7}, "unfit", "id", "text"),
    "an empty sha256": (GOOD | {"sha256": " "}, "unfit", "sha256", "name"),
    "a title that is no string": (GOOD | {"title": None}, "unfit", "title", "text"),
    "a date that is an object": (GOOD | {"published": {}}, "unfit", "published", "text or null"),
    "a date that is none": (GOOD | {"published": "hôm qua"}, "unfit", "published", "date"),
    "a day that is none": (GOOD | {"published": "2024-02-31"}, "unfit", "published", "date"),
    "a day of retrieval that is none": (GOOD | {"retrieved": "x"}, "unfit", "retrieved", "date"),
    "a moment of adding that is none": (GOOD | {"added": "x"}, "unfit", "added", "moment"),
    "tags that are no list": (GOOD | {"tags": "x"}, "unfit", "tags", "list"),
    "a tag that is a number": (GOOD | {"tags": ["x", 1]}, "unfit", "tags[1]", "text"),
    "a tag that is null": (GOOD | {"tags": [None]}, "unfit", "tags[0]", "text"),
    "a tag that is an object": (GOOD | {"tags": [{}]}, "unfit", "tags[0]", "text"),
    "a blank tag": (GOOD | {"tags": [" "]}, "unfit", "tags[0]", "tag"),
    "a field that is a number": (GOOD | {"fields": {"a": 1}}, "unfit", "fields", "text"),
    "a text in another form": (GOOD | {"text": "a\r\nb", "lines": []}, "unfit", "text", "normal"),
    "an unknown state": (GOOD | {"state": "lost"}, "unknown", "state", "unread, reading, done"),
    "lines that are no list": (GOOD | {"lines": {}}, "unfit", "lines", "list"),
    "an unknown role": (lines([0, 8, "poem"], BODY), "unknown", "lines[0].role", ", ".join(Role)),
    "lines of two": (lines([0, 8], BODY), "unfit", "lines[0]", "line"),
    "lines of six": (lines([0, 8, "lead", "body", "body", 1], BODY), "unfit", "lines[0]", "line"),
    "lines of words": (lines(["a", "b", "body"]), "unfit", "lines[0].start", "whole"),
    "lines of fractions": (lines([0.5, 1.5, "body"]), "unfit", "lines[0].start", "whole"),
    "lines of true": (lines([False, True, "body"]), "unfit", "lines[0].start", "whole"),
    "lines of null": (lines([None, 8, "body"]), "unfit", "lines[0].start", "whole"),
    "lines of objects": (lines([{}, [], "body"]), "unfit", "lines[0].start", "whole"),
    "lines far outside": (lines([-3, 10**9, "body"]), "unfit", "lines[0]", "cover"),
    "a line too few": (lines(LEAD), "unfit", "lines[1]", "cover"),
    "a line too many": (lines(LEAD, BODY, [10, 11, "body"]), "unfit", "lines[2]", "no line"),
    "lines in another order": (lines(BODY, LEAD), "unfit", "lines[0]", "cover"),
    "annotations that are no list": (GOOD | {"annotations": {}}, "unfit", "annotations", "list"),
    "a mark that is no object": (GOOD | {"annotations": [3]}, "unfit", "annotations[0]", "object"),
    "no label": (GOOD | {"annotations": [{"id": "n", "start": 0, "end": 1}]}, "missing", "annotations[0].label", ""),
    "an empty label": (mark(label=""), "unfit", "annotations[0].label", "name"),
    "a label without end": (mark(label="X" * 100_000), "unfit", "annotations[0].label", "name"),
    "an empty id of a mark": (mark(id=""), "unfit", "annotations[0].id", "name"),
    "two marks of one id": (mark(id="n2"), "unfit", "annotations[1].id", "own id"),
    "a quote of another text": (mark(quote="Lan"), "unfit", "annotations[0].quote", "quote"),
    "a quote that is a number": (mark(quote=1), "unfit", "annotations[0].quote", "quote"),
    "outside its text": (mark(end=900), "unfit", "annotations[0].start", "range"),
    "beyond all numbers": (mark(end=10**400), "unfit", "annotations[0].end", "smaller"),
    "beyond SQLite's numbers": (mark(end=2**64), "unfit", "annotations[0].end", "smaller"),
    "empty": (mark(end=3), "unfit", "annotations[0].start", "range"),
    "end before start": (mark(end=1), "unfit", "annotations[0].start", "range"),
    "negative": (mark(start=-3), "unfit", "annotations[0].start", "range"),
    "a fraction": (mark(start=3.0), "unfit", "annotations[0].start", "whole"),
    "true as a number": (mark(start=True), "unfit", "annotations[0].start", "whole"),
    "an unknown status": (mark(status="maybe"), "unknown", "annotations[0].status", "suggested, accepted, rejected"),
    "a score that is true": (mark(score=True), "unfit", "annotations[0].score", "number or null"),
    "a score beyond 1": (mark(score=10**20), "unfit", "annotations[0].score", "probability"),
    "a value that is a list": (mark(value=[1]), "unfit", "annotations[0].value", "value"),
    "a value that is true": (mark(value=True), "unfit", "annotations[0].value", "value"),
    "an attribute that is a list": (mark(attributes={"a": []}), "unfit", "annotations[0].attributes", "text"),
    "a moment that is none": (mark(created="x"), "unfit", "annotations[0].created", "moment"),
    "a relation that is a word": (GOOD | {"relations": ["x"]}, "unfit", "relations[0]", "object"),
    "a relation without a tail": (GOOD | {"relations": [{"id": "r", "kind": "k", "head": "n1"}]}, "missing", "relations[0].tail", ""),
    "a relation to nothing": (fact(tail="n9"), "unfit", "relations[0].tail", "mark"),
    "a relation to itself": (fact(tail="n1"), "unfit", "relations[0].tail", "other mark"),
    "a relation of unknown kind": (
        fact(kind="k"), "unknown", "relations[0].kind", "office_held, office_of, issued_by, issued_on, counted_in, counted_on",
    ),
    "two relations of one id": (GOOD | {"relations": GOOD["relations"] * 2}, "unfit", "relations[1].id", "own id"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "kind", "key", "wanted"), REFUSED.values(), ids=REFUSED)
def test_a_line_that_the_model_cannot_hold_is_left_out_and_the_rest_goes_on(tmp_path, row, kind, key, wanted):
    before, wrong, after = read_back(tmp_path, GOOD, b"", row, GOOD)
    said = wrong.parameters
    told = wrong.kind, said["number"], said["key"], said["wanted"] if wanted is not None else None
    assert (before.known, after.known, told) == (WHOLE, WHOLE, (f"line-{kind}", 3, key, wanted))


def test_the_sentence_names_file_line_key_and_what_is_wanted(tmp_path):
    wrong, _ = read_back(tmp_path, mark(start=True), GOOD)
    assert str(wrong) == f"{tmp_path}/x.jsonl: line 1 was left out: annotations[0].start must be a whole number."


def test_two_megabytes_of_something_else_are_refused_by_their_first_lines(tmp_path):
    with pytest.raises(ImportFileError) as caught:
        read_back(tmp_path, *[b"127.0.0.1 GET /" * 10] * 14_000)
    assert (caught.value.kind, caught.value.parameters["number"]) == ("file-no-export", 100)


class Counted(io.BytesIO):
    """Bytes that say how many of them were read at most before each answer."""

    taken = 0

    def read(self, size=-1):
        self.taken += size
        return super().read(size)

    def readline(self, size=-1):
        line = super().readline(size)
        self.taken += len(line)
        return line


def test_no_text_is_refused_by_a_sample(tmp_path):
    file = Counted(bytes(5_000_000))
    with pytest.raises(ImportFileError) as caught:
        next(jsonl.read(tmp_path / "x.jsonl", file))
    assert (caught.value.kind, file.taken) == ("file-binary", 65_536)


def test_a_line_is_read_when_its_turn_comes(tmp_path):
    line = json.dumps(GOOD).encode() + b"\n"
    file = Counted(line * 1000)
    documents = jsonl.read(tmp_path / "x.jsonl", file)
    taken = [next(documents) and file.taken for _ in range(3)]
    assert [each - 65_536 for each in taken] == [len(line), 2 * len(line), 3 * len(line)]


def test_a_line_without_end_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "LINE_LIMIT", 1_000_000)
    row = json.dumps(GOOD | {"id": "after"}).encode()
    before, long, after = read_back(tmp_path, GOOD, b'{"id": "' + b"x" * 3_000_000 + b'"}', row)
    assert (before.known, long.kind, long.parameters["number"], after.known.article.id) == (
        WHOLE, "line-long", 2, "after",
    )  # fmt: skip


def test_how_far_the_reading_is_is_told_before_each_document(tmp_path):
    line = json.dumps(GOOD).encode() + b"\n"
    (tmp_path / "x.jsonl").write_bytes(line * 3)
    heard = []
    list(read(tmp_path / "x.jsonl", lambda *told: heard.append(told)))
    assert heard == [(len(line) * at, len(line) * 3) for at in (1, 2, 3)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path, encoding):
    source = "".join(json.dumps(GOOD, ensure_ascii=False) + "\r\n" for _ in range(2))
    (tmp_path / "x.jsonl").write_bytes(source.encode(encoding))
    assert [raw.known for raw in read(tmp_path / "x.jsonl")] == [WHOLE, WHOLE]


SCHEMES = {
    "not TOML": "[[label",
    "no labels": "x = 1",
    "a label without a name": "[[label]]\nvi='x'",
    "not a table": "label = 3",
    "no text": b"\xff",
    "an order beyond numbers": "[[label]]\nname='X'\nvi='x'\nen='x'\ncolor='c'\nkey=''\nlayer='l'\norder="
    + "1"
    + "0" * 20,
    "a name that is a table": "[[label]]\nname='X'\nvi={a=1}\nen='x'\ncolor='c'\nkey=''\nlayer='l'\norder=1",
    "a name that stands twice": "[[label]]\nname='X'\nvi='x'\nen='x'\ncolor='c'\nkey=''\nlayer='l'\norder=1\n" * 2,
    "an empty name": "[[label]]\nname=''\nvi='x'\nen='x'\ncolor='c'\nkey=''\nlayer='l'\norder=1",
}


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_damaged_scheme_beside_an_export_is_named(tmp_path, scheme):
    (tmp_path / "x.labels.toml").write_bytes(scheme if isinstance(scheme, bytes) else scheme.encode())
    with pytest.raises(ImportFileError) as caught:
        read_back(tmp_path, GOOD)
    assert (caught.value.kind, "x.labels.toml" in str(caught.value)) == ("file-unreadable", True)


def test_a_scheme_of_megabytes_is_not_read(tmp_path):
    (tmp_path / "x.labels.toml").write_bytes(b"# " + b"x" * 1_000_000)
    with pytest.raises(ImportFileError) as caught:
        read_back(tmp_path, GOOD)
    assert (caught.value.kind, caught.value.parameters["path"].name) == ("file-large", "x.labels.toml")
