"""Reports: the same quotes by label, by entity or by article, behind a page that says what was chosen."""

import zipfile
from io import BytesIO

import pytest

from desktop.exchange.documents import Document
from desktop.exchange.reports import report, report_docx
from desktop.exchange.reports.gathered import Gathered
from desktop.model import Annotation, Article, Label, Status

DOCUMENTS = [
    Document(
        Article("x", "Bài một", "Bà Hoa đến. Hoa ở Hà Nội.", "0" * 64),
        (
            Annotation("1", "x", 3, 6, "PERSON", entity="hoa", note="một\nhai"),
            Annotation("2", "x", 12, 15, "PERSON", entity="hoa"),
            Annotation("3", "x", 18, 24, "LOCATION"),
            Annotation("4", "x", 0, 2, "TITLE", status=Status.REJECTED),
        ),
    ),
    Document(Article("y", "Bài hai", "An ở\tHà\nNội", "1" * 64), (Annotation("5", "y", 5, 11, "LOCATION"),)),
]
LABELS = (
    Label("PERSON", "Người", "Person", "person", "N", "entity", 1),
    Label("LOCATION", "Nơi chốn", "Place", "location", "D", "entity", 2),
)
FILTERS = [("status", "accepted"), ("query", "Hoa <b>")]


@pytest.mark.parametrize(
    ("group", "heads"),
    [
        ("label", [("Người", ["1", "2"]), ("Nơi chốn", ["3", "5"])]),
        ("entity", [("Hà Nội (Nơi chốn)", ["3", "5"]), ("hoa (Người)", ["1", "2"])]),
        ("article", [("Bài một", ["1", "2", "3"]), ("Bài hai", ["5"])]),
    ],
)
def test_quotes_stand_together_as_asked(group, heads):
    with Gathered(DOCUMENTS, LABELS, group) as gathered:
        told = [(each.head, [entry.id for entry in gathered.entries(each)]) for each in gathered.groups()]
    assert told == heads


@pytest.mark.parametrize(("write", "member"), [(report.write, ""), (report_docx.write, "word/document.xml")])
def test_the_first_page_says_what_was_chosen(write, member):
    out = BytesIO()
    write(DOCUMENTS, out, LABELS, FILTERS, "entity")
    words = out.getvalue()
    if member:
        with zipfile.ZipFile(out) as packed:
            words = packed.read(member)
    at = [words.find(each.encode()) for each in ("theo tên", "Trạng thái", "accepted", "Hoa &lt;b&gt;", "hoa (Người)")]
    assert (at == sorted(at), -1 in at) == (True, False)


def test_a_quote_over_lines_and_tabs_comes_back_from_word(tmp_path):
    with (tmp_path / "out.docx").open("wb") as out:
        report_docx.write(DOCUMENTS, out, LABELS)
    assert [(each.annotation, each.quote) for each in report_docx.quotes(tmp_path / "out.docx", DOCUMENTS)] == [
        ("1", "Hoa"), ("2", "Hoa"), ("3", "Hà Nội"), ("5", "Hà\nNội"),
    ]  # fmt: skip
