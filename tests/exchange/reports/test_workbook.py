"""The workbook through openpyxl: types kept, nothing a formula or a date, every quote that fits a cell back."""

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.exchange.documents import Document
from desktop.exchange.reports import workbook
from desktop.model import Annotation, Article, Label, Status
from desktop.text.normal import normal

TEXT = "Bà Hoa (Hà Nội) nhận 1.500 đồng ngày 3/10, mã 0912."
MARKS = (
    Annotation("1", "x", 3, 6, "PERSON", entity="hoa", note="=1+1", status=Status.ACCEPTED, by="Lan"),
    Annotation("2", "x", 21, 31, "MONEY", value=1500, unit="VND"),
    Annotation("3", "x", 37, 41, "TIME", value="2024-10-03"),
    Annotation("4", "x", 46, 50, "X", value=3.5),
)
LABELS = (
    Label("PERSON", "Người", "Person", "person", "N", "entity", 1),
    Label("EVENT", "Sự kiện", "Event", "event", "S", "entity", 2),
)


def book(*documents, labels=LABELS):
    out = BytesIO()
    workbook.write(documents, out, labels)
    return load_workbook(BytesIO(out.getvalue()))


def cells(sheet, *names):
    head, *rows = sheet.iter_rows()
    places = [[cell.value for cell in head].index(name) for name in names]
    return [tuple(row[at].value for at in places) for row in rows]


def test_figures_stay_figures_and_words_stay_words():
    sheet = book(Document(Article("x", "=A1", TEXT, "0" * 64, published="2024-10-04"), MARKS))["marks"]
    assert cells(sheet, "doc_title", "doc_date", "quote", "value", "note") == [
        ("=A1", "2024-10-04", "Hoa", None, "=1+1"), ("=A1", "2024-10-04", "1.500 đồng", 1500, None),
        ("=A1", "2024-10-04", "3/10", "2024-10-03", None), ("=A1", "2024-10-04", "0912", 3.5, None),
    ]  # fmt: skip


def test_no_cell_is_a_formula_or_a_date():
    made = book(Document(Article("x", "=A1", TEXT, "0" * 64, source="-2+3", tags=("@a", "3/10")), MARKS))
    assert {cell.data_type for sheet in made for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


def test_every_sheet_tells_its_own():
    made = book(Document(Article("x", "Bài", TEXT, "0" * 64), MARKS))
    told = {sheet.title: len(list(sheet.iter_rows())) - 1 for sheet in made}
    labels = cells(made["labels"], "label", "vi", "marks")
    assert (told, labels[:2]) == (
        {"marks": 4, "articles": 1, "entities": 4, "figures": 2, "labels": 5}, [("PERSON", "Người", 1), ("EVENT", "Sự kiện", 0)],
    )  # fmt: skip


def test_what_fits_no_cell_is_not_kept():
    article = Article("x", "Bài", "a" * 40_000 + " \ufffe _x0041_ ok", "0" * 64)
    marks = tuple(
        Annotation(name, "x", start, end, "X")
        for name, start, end in (
            ("long", 0, 40_000),
            ("non", 40_001, 40_002),
            ("coded", 40_003, 40_010),
            ("ok", 40_011, 40_013),
        )
    )
    assert [each.id for each in workbook.keeps(Document(article, marks))] == ["ok"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab đ=+@'\"\n\t\u2028\u00a0🎉\u0301;\ufffe_x0041"), min_size=1, max_size=30))
def test_every_kept_quote_comes_back(tmp_path_factory, text):
    text = normal(text)
    marks = tuple(Annotation(f"n{at}", "x", at, len(text), "X") for at in range(len(text)))
    document = Document(Article("x", text, text, "0" * 64), marks)
    path = tmp_path_factory.mktemp("book") / "out.xlsx"
    with path.open("wb") as out:
        workbook.write([document], out)
    assert [(each.annotation, each.quote) for each in workbook.quotes(path, [document])] == [
        (each.id, text[each.start : each.end]) for each in workbook.keeps(document)
    ]
