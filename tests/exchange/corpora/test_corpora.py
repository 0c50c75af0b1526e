"""Sets for people who make data: every mark that a format can hold comes back from the file alone."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.corpora import columns, doccano, label_studio, prodigy, refi, web_annotation
from desktop.exchange.corpora.tokens import sentences
from desktop.exchange.documents import Document
from desktop.exchange.reports import report
from desktop.model import Annotation, Article, Status
from desktop.text.normal import normal


def everything(document):
    return document.annotations


FORMATS = {
    "doccano": (doccano.write, doccano.quotes, everything),
    "prodigy": (prodigy.write, prodigy.quotes, prodigy.keeps),
    "label-studio": (label_studio.write, label_studio.quotes, label_studio.keeps),
    "iob2": (columns.write_iob2, columns.quotes, columns.keeps),
    "iobes": (columns.write_iobes, columns.quotes, columns.keeps),
    "conll2003": (columns.write_conll2003, columns.quotes, columns.keeps),
    "w3c": (web_annotation.write, web_annotation.quotes, web_annotation.keeps),
    "refi": (refi.write, refi.quotes, refi.keeps),
    "report-html": (report.write, report.quotes, report.keeps),
    "conllup": (columns.write_conllup, columns.quotes, columns.keeps_nested),
}


def told(name, documents, path):
    write, quotes, keeps = FORMATS[name]
    with path.open("wb") as out:
        write(documents, out)
    read = sorted(
        (each.article, each.annotation, each.start, each.end, each.label, each.quote)
        for each in quotes(path, documents)
    )
    kept = sorted(
        (each.article, each.id, each.start, each.end, each.label, document.article.text[each.start : each.end])
        for document in documents
        for each in keeps(document)
    )
    return read, kept


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=120, deadline=None)
@given(
    st.text(st.sampled_from("ab đ<>&\"'\n.T \u2028\u00a0🎉\u0301=,;|#1-\ufffe\t"), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["PERSON", "TIME", "a|b"])), max_size=9),
)
def test_every_mark_that_a_format_holds_comes_back(tmp_path_factory, name, text, stretches):
    text = normal(text)
    cuts = sorted(
        {
            (min(a, b), min(max(a, b), len(text)), label)
            for a, b, label in stretches
            if min(a, b) < min(max(a, b), len(text))
        }
    )
    marks = tuple(
        Annotation(f"n{at}", "x", start, end, label, status=list(Status)[at % 3])
        for at, (start, end, label) in enumerate(cuts)
    )
    documents = [Document(Article("x", "Bài", text, "0" * 64), marks), Document(Article("y", "=", "Bà Hoa", "1" * 64))]
    read, kept = told(name, documents, tmp_path_factory.mktemp("any") / "out")
    assert read == kept


TEXT = "Ông Nguyễn Văn A (Hà Nội) đến. Bà Hoa cũng đến.\nNgày 3/10."
MARKS = (
    Annotation("1", "x", 4, 16, "PERSON"),
    Annotation("2", "x", 4, 10, "FAMILY"),
    Annotation("3", "x", 18, 24, "LOCATION"),
    Annotation("4", "x", 34, 37, "PERSON"),
)


def rows(write):
    out = BytesIO()
    write([Document(Article("x", "Bài", TEXT, "0" * 64), MARKS)], out)
    return out.getvalue().decode("utf-8").split("\n")


def test_a_project_without_marks_or_articles_has_no_empty_lists_and_a_strange_time_is_none():
    texts = []
    for documents in (
        [],
        [Document(Article("x", "Bài", "a", "0"))],
        [Document(Article("x", "Bài", "a", "0", added="hôm qua"))],
    ):
        out = BytesIO()
        refi.write(documents, out)
        with zipfile.ZipFile(out) as packed:
            texts.append(packed.read("project.qde").decode())
    assert [[words in each for words in ("<Users>", "<CodeBook>", "<Sources>", "hôm qua")] for each in texts] == [
        [False, False, False, False], [False, False, True, False], [False, False, True, False],
    ]  # fmt: skip


def test_a_sentence_begins_with_any_capital_and_with_no_small_letter():
    text = "Xong. Đảng bộ họp. Ấp Đông xa. ông về! (Ở nhà."
    assert [text[each.starts[0] : each.ends[-1]] for each in sentences(text, ())] == [
        "Xong.", "Đảng bộ họp.", "Ấp Đông xa. ông về!", "(Ở nhà.",
    ]  # fmt: skip


def test_iob2_is_token_tab_tag_with_an_empty_line_between_sentences():
    assert rows(columns.write_iob2)[:12] == [
        "Ông\tO", "Nguyễn\tB-PERSON", "Văn\tI-PERSON", "A\tI-PERSON", "(\tO", "Hà\tB-LOCATION", "Nội\tI-LOCATION", ")\tO", "đến\tO", ".\tO",
        "", "Bà\tO",
    ]  # fmt: skip


def test_iobes_tells_single_tokens_and_ends():
    assert [row for row in rows(columns.write_iobes) if "-" in row] == [
        "Nguyễn\tB-PERSON", "Văn\tI-PERSON", "A\tE-PERSON", "Hà\tB-LOCATION", "Nội\tE-LOCATION", "Hoa\tS-PERSON",
    ]  # fmt: skip


def test_conllup_keeps_nesting_and_the_places():
    assert rows(columns.write_conllup)[:6] == [
        "# global.columns = ID FORM BUTDA:NER BUTDA:START BUTDA:END", "# newdoc id = x", "# sent_id = x-1",
        "# text = Ông Nguyễn Văn A (Hà Nội) đến.", "1\tÔng\tO\t0\t3", "2\tNguyễn\tB-PERSON|B-FAMILY\t4\t10",
    ]  # fmt: skip


def test_the_offsets_beside_cut_every_token_from_the_text():
    cells = [
        row.split("\t") for row in rows(lambda documents, out: columns.write_offsets(documents, (), out))[1:] if row
    ]
    assert [TEXT[int(start) : int(end)] for _, _, start, end in cells] == [token for _, token, _, _ in cells]
