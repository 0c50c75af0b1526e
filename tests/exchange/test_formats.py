"""Written files through their real readers: json, csv and an HTML parser that is not ours."""

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace

import lxml.html
import pytest
from hostile import HOSTILE, LONG_LINE
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange import Document, table, writer
from desktop.model import Annotation, Article, Line, Relation, Role, Status
from desktop.text.lines import lines
from desktop.text.normal import normal

ROLES = list(Role)


def document(text, title="Bài", note=""):
    """Return a text with nested, crossing and touching annotations, and one over all of it."""
    text = normal(text)
    size = len(text)
    third, half = size // 3, size // 2
    cuts = {
        (0, size),
        (0, half),
        (third, size),
        (third, half),
        (third, third + 1),
        (half, size),
        (0, 1),
        (size - 1, size),
    }
    article = Article(
        "a<1>", title, text, "0" * 64, source='Báo "Làng"', byline="=B", url="http://x/?a=1&b=2", tags=("=t", "ừ"), fields={"k": "v"},
        lines=tuple(Line(start, end, ROLES[at % 7]) for at, (start, end) in enumerate(lines(text))),
    )  # fmt: skip
    annotations = [
        Annotation(f"n{at}", article.id, start, end, ("PERSON", "COUNT")[at % 2], [None, 12, 3.5, "5..7", -4][at % 5],
                   "-kg", "@lá", attributes={"a": "b"}, note=note, status=list(Status)[at % 3], score=0.5, by="+Hoa")
        for at, (start, end) in enumerate(sorted(cuts)) if start < end
    ]  # fmt: skip
    annotations.sort(key=lambda each: (each.start, -each.end, each.label, each.id))
    return Document(article, tuple(annotations), (Relation("r", article.id, "k", "n0", "n1"),))


NOTES = {
    "quotes": "một \"hai\"\n; ba, 'bốn'",
    "formula": "=1+1",
    "carriage return": "a\r\nb",
    "apostrophe": "'=x",
    "empty": "",
}
DOCUMENTS = {name: document(text) for name, text in HOSTILE.items()}
DOCUMENTS |= {f"note: {name}": document("Bà Hoa", title=note, note=note) for name, note in NOTES.items()}
DOCUMENTS["one line of 1 MB"] = document(LONG_LINE)


def written(name, whole, tmp_path):
    path = tmp_path / "out"
    with path.open("wb") as out:
        writer(name).write([whole], out)
    return path


def expected(whole):
    return [
        (whole.article.id, each.id, each.start, each.end, each.label, whole.article.text[each.start : each.end])
        for each in whole.annotations
    ]


@pytest.mark.parametrize("name", ["jsonl", "csv", "html"])
@pytest.mark.parametrize("whole", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_quote_comes_back_intact(tmp_path, name, whole):
    read = [
        (each.article, each.annotation, each.start, each.end, each.label, each.quote)
        for each in writer(name).quotes(written(name, whole, tmp_path))
    ]
    assert sorted(read) == sorted(expected(whole))


@pytest.mark.parametrize("whole", DOCUMENTS.values(), ids=DOCUMENTS)
def test_jsonl_is_a_line_an_article_that_any_json_reader_knows(tmp_path, whole):
    content = written("jsonl", whole, tmp_path).read_bytes()
    held = json.loads(content)
    cut = [(each["start"], each["end"], each["quote"]) for each in held["annotations"]]
    assert (content.count(b"\n"), content[-1:], held["text"], cut, list(held)[:3]) == (
        1, b"\n", whole.article.text, [each[2:4] + each[5:] for each in expected(whole)], ["id", "title", "source"],
    )  # fmt: skip


@pytest.mark.parametrize("whole", DOCUMENTS.values(), ids=DOCUMENTS)
def test_no_cell_of_a_csv_can_run_and_each_comes_back(tmp_path, whole):
    content = written("csv", whole, tmp_path).read_bytes()
    csv.field_size_limit(2**31 - 1)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    risky = [
        cell for row in rows for cell in row.values()
        if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell) and not re.fullmatch(r"-?[\d.]+", cell)
    ]  # fmt: skip
    back = [(table.plain(row["quote"]), table.plain(row["note"]), table.plain(row["by"])) for row in rows]
    assert (content[:3], risky, back) == (
        b"\xef\xbb\xbf", [],
        [(each[5], mark.note, mark.by) for each, mark in zip(expected(whole), whole.annotations, strict=True)],
    )  # fmt: skip


def test_csv_ends_its_lines_as_spreadsheets_do(tmp_path):
    whole = document("Bà Hoa")
    content = written("csv", whole, tmp_path).read_bytes()
    rows = 1 + len(whole.annotations)
    assert (content.count(b"\r\n"), content.count(b"\n")) == (rows, rows)


CELLS = [
    "",
    "a",
    "=1",
    "+",
    "-",
    "@x",
    "\tx",
    "\rx",
    "\nx",
    "'",
    "''=",
    "＝1",
    "-5",
    "-5.5",
    "5",
    "-5x",
    " =1",
    "1.900",
]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_made_safe_comes_back(cell):
    assert table.plain(table.safe(cell)) == cell


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("a5-=+@'＝;\t\n\r ,\"\u00a0\u200b\ufeff."), max_size=12))
def test_any_cell_made_safe_comes_back(cell):
    assert table.plain(table.safe(cell)) == cell


UNSEEN = [
    chr(code) for code in range(0x110000)
    if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zs", "Zl", "Zp") or code in (0x034F, 0x115F, 0x3164, 0xFE0F, 0xE0100)
]  # fmt: skip
STARTS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "－1", "﹦1"]
BEFORE = [
    "",
    " ",
    "\u00a0",
    "\u200b",
    "\u3000",
    "\u2028",
    "\ufeff",
    "a;",
    "a; ",
    "a\t",
    "a\t\u200b",
    "a\n",
    "a\n\u00a0",
    "a;\n;",
    "'",
    ";'",
]


def begins_a_formula(cell):
    bare = cell.strip("".join(UNSEEN) + '"')
    return bare[:1] in set("=+-@＝＋－＠﹦﹢﹣﹫") and re.fullmatch(r"-?\d+(\.\d+)?", bare) is None


# As programs cut a file: at commas with the quotation marks of cells, at others with these or without.
CUTS = [
    (",", csv.QUOTE_MINIMAL),
    *((each, quoting) for each in ";\t" for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE)),
]


@pytest.mark.parametrize(("separator", "quoting"), CUTS)
def test_no_cell_can_run_whatever_separates_cells(tmp_path, separator, quoting):
    whole = document("Bà Hoa\n- mục;=1+1\tx\n=2")
    marks = [
        replace(whole.annotations[0], id=f"n{at}", note=said, unit=said, attributes={"k": said}, value=said)
        for at, said in enumerate(before + start for before in BEFORE for start in STARTS)
    ]
    path = written("csv", replace(whole, annotations=(*whole.annotations, *marks)), tmp_path)
    text = path.read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting))
    rows.append(re.split(r"[;\t\r\n]", text))
    assert [cell for row in rows for cell in row if begins_a_formula(cell)] == []


@pytest.mark.parametrize("before", UNSEEN, ids=ascii)
def test_nothing_unseen_hides_the_beginning_of_a_formula(before):
    made = table.safe(f"{before}=1")
    assert (begins_a_formula(made), table.plain(made)) == (False, f"{before}=1")


def test_words_are_quoted_and_numbers_are_not(tmp_path):
    whole = document("Bà Hoa")
    marks = (replace(whole.annotations[0], value=-5, unit="", score=0.5),)
    row = written("csv", replace(whole, annotations=marks), tmp_path).read_text("utf-8-sig").splitlines()[1]
    bare = [cell for cell in row.split(",") if not cell.startswith('"')]
    assert bare == [str(marks[0].start), str(marks[0].end), "-5", "0.5"]


def page_text(element):
    return "".join(element.itertext())


@pytest.mark.parametrize(
    "whole", [each for name, each in DOCUMENTS.items() if name != "noncharacters"], ids=[n for n in DOCUMENTS if n != "noncharacters"]
)  # fmt: skip
def test_a_browsers_parser_sees_the_text_and_the_marks_of_a_page(tmp_path, whole):
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = lxml.html.fromstring(written("html", whole, tmp_path).read_bytes(), parser=parser)
    (body,) = root.xpath('//article/div[@class="text"]')
    pieces = {}
    for mark in body.iter("mark"):
        pieces.setdefault(mark.get("data-id"), []).append(page_text(mark))
    quotes = {each[1]: each[5] for each in expected(whole)}
    assert (page_text(body), {key: "".join(parts) for key, parts in pieces.items()}, root.xpath("//script")) == (
        whole.article.text, quotes, [],
    )  # fmt: skip


def test_a_page_loads_nothing(tmp_path):
    content = written("html", DOCUMENTS["markup"], tmp_path).read_text("utf-8")
    tags = set(re.findall(r"<(\w+)", content))
    assert (tags <= {"html", "head", "meta", "title", "style", "body", "article", "p", "br", "div", "span", "mark"}, "url(" in content) == (
        True, False,
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("ab đ<>&\"'\n\u2028\u00a0🎉\u0301=,;"), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=9),
    st.sampled_from(["jsonl", "csv", "html"]),
)
def test_any_annotations_of_any_text_come_back(tmp_path_factory, text, stretches, name):
    article = document(text).article
    size = len(article.text)
    cuts = sorted({(min(pair), min(max(pair), size)) for pair in stretches if min(pair) < min(max(pair), size)})
    marks = tuple(Annotation(f"n{at}", article.id, start, end, "PERSON") for at, (start, end) in enumerate(cuts))
    given_ = Document(article, marks)
    path = written(name, given_, tmp_path_factory.mktemp("any"))
    read = [
        (each.article, each.annotation, each.start, each.end, each.label, each.quote)
        for each in writer(name).quotes(path)
    ]
    assert sorted(read) == sorted(expected(given_))
