"""Formats that write a folder: every mark they hold comes back, and no name of a file is given twice."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.corpora import brat, cas
from desktop.exchange.documents import Document
from desktop.exchange.filenames import file_names
from desktop.exchange.reports import markdown
from desktop.model import Annotation, Article, Label, Relation, Status
from desktop.text.normal import normal

FORMATS = {
    "brat": (brat.write, brat),
    "markdown": (markdown.write, markdown),
    "cas-json": (cas.write_json, cas),
    "cas-xmi": (cas.write_xmi, cas),
}
LABELS = (Label("PERSON", "Người", "Person", "person", "N", "entity", 1),)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=80, deadline=None)
@given(
    st.text(st.sampled_from("ab đ<>&\"'\n.T*_\\-“” \u2028\u00a0🎉\u0301=,;|#1\ufffe\t"), min_size=1, max_size=40),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["PERSON", "TIME", "a -->b"])), max_size=9
    ),
)
def test_every_mark_that_a_folder_holds_comes_back(tmp_path_factory, name, text, stretches):
    text, (write, module) = normal(text), FORMATS[name]
    cuts = sorted(
        {
            (min(a, b), min(max(a, b), len(text)), label)
            for a, b, label in stretches
            if min(a, b) < min(max(a, b), len(text))
        }
    )
    marks = tuple(
        Annotation(f"n{at}", "x", *cut, status=list(Status)[at % 3], note="một\n* hai", value=at)
        for at, cut in enumerate(cuts)
    )
    documents = [Document(Article("x", "Bài", text, "0" * 64), marks, (Relation("r", "x", "holds", "n0", "n1"),)),
                 Document(Article("y", "bài", "Bà Hoa", "1" * 64))]  # fmt: skip
    folder = tmp_path_factory.mktemp("any")
    write(documents, folder)
    read = sorted(
        (each.annotation, each.start, each.end, each.label, each.quote) for each in module.quotes(folder, documents)
    )
    kept = sorted(
        (each.id, each.start, each.end, each.label, text[each.start : each.end]) for each in module.keeps(documents[0])
    )
    assert read == kept


def test_brats_files_are_as_its_parser_wants_them(tmp_path):
    text = "Ông Nguyễn\nVăn A về Hà Nội"
    marks = (
        Annotation("p", "x", 4, 16, "PERSON", note="hai\ndòng", status=Status.ACCEPTED),
        Annotation("l", "x", 20, 26, "LOCATION"),
    )
    brat.write(
        [Document(Article("x", "a/b: c?", text, "0" * 64), marks, (Relation("r", "x", "holds", "p", "l"),))],
        tmp_path,
        LABELS,
    )
    assert (tmp_path / "a b c.ann").read_text("utf-8").split("\n") == [
        "T1\tPERSON 4 10;11 16\tNguyễn Văn A", "#1\tAnnotatorNotes T1\thai dòng", "T2\tLOCATION 20 26\tHà Nội", "A2\tSuggested T2",
        "R1\tholds Arg1:T1 Arg2:T2", "",
    ]  # fmt: skip


def test_a_markdown_head_is_yaml_that_keeps_every_word_a_word(tmp_path):
    article = Article("x", "3/10: [[a]] #b", "Bà Hoa", "0" * 64, published="2024-10-03", tags=("no", "1"))
    markdown.write([Document(article)], tmp_path)
    (file,) = tmp_path.iterdir()
    head = file.read_text("utf-8").split("---\n")[1].splitlines()
    assert {key: json.loads(value) for key, _, value in (line.partition(": ") for line in head)} == {
        "id": "x", "title": "3/10: [[a]] #b", "published": "2024-10-03", "tags": ["no", "1"],
    }  # fmt: skip


NAMES = ["Bài", "bài", "BÀI", "a/b", "a b", "", "...", "con", "CON.txt", "x" * 300, "\u202eabc", "tab\there", "<>:|?*"]


def test_names_of_files_are_safe_and_no_two_are_the_same():
    name = file_names()
    made = [name(Article(str(at), title, "t", "0" * 64)) for at, title in enumerate(NAMES)]
    unsafe = [
        each for each in made if set(each) & set('<>:"/\\|?*\t\u202e') or len(each) > 90 or each.strip(" .") != each
    ]
    assert (len({each.casefold() for each in made}), unsafe) == (len(NAMES), [])
