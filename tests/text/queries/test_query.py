"""What is typed into a search, as a value, and back."""

import pytest

from desktop.text.queries.query import Field, Query, Term, parsed

W = Field.WORDS
CASES = {
    "": (),
    " \t\n": (),
    '"': (),
    "-": (),
    "- -- *": (),
    "đảng viên": (Term(W, "đảng"), Term(W, "viên")),
    '"đảng  viên" trẻ': (Term(W, "đảng viên", whole=True), Term(W, "trẻ")),
    "“đảng viên” -“nghỉ hưu”": (Term(W, "đảng viên", whole=True), Term(W, "nghỉ hưu", whole=True, without=True)),
    '"đảng viê': (Term(W, '"đảng'), Term(W, "viê")),
    "-họp": (Term(W, "họp", without=True),),
    "-2 độ": (Term(W, "-2"), Term(W, "độ")),
    "Nam-Bắc": (Term(W, "Nam-Bắc"),),
    "label:PERSON": (Term(Field.LABEL, "PERSON"),),
    'Label:"tổ chức" -tag:đọc': (Term(Field.LABEL, "tổ chức"), Term(Field.TAG, "đọc", without=True)),
    "source:Nhân-Dân by:Lan": (Term(Field.SOURCE, "Nhân-Dân"), Term(Field.BY, "Lan")),
    "label: tag:": (),
    "note:": (Term(Field.NOTE, ""),),
    "note:hỏi": (Term(Field.NOTE, "hỏi"),),
    'note:"hỏi lại"': (Term(Field.NOTE, "hỏi lại", whole=True),),
    "note:*": (),
    "status:acc": (Term(Field.STATUS, "accepted"),),
    "state:DONE": (Term(Field.STATE, "done"),),
    "state:": (),
    "status:foo": (Term(W, "status:foo"),),
    "title:một": (Term(W, "title:một"),),
    "https://lang.example/1": (Term(W, "https://lang.example/1"),),
    "NEAR(đang) OR": (Term(W, "NEAR(đang)"), Term(W, "OR")),
}


@pytest.mark.parametrize(("typed", "terms"), CASES.items(), ids=map(ascii, CASES))
def test_a_line_is_read_as_its_terms(typed, terms):
    assert parsed(typed) == Query(terms)


@pytest.mark.parametrize("typed", CASES, ids=map(ascii, CASES))
def test_a_query_written_down_asks_for_the_same(typed):
    query = parsed(typed)
    again = parsed(str(query))
    assert (again.words, [term for term in again.terms if term.field is not W], again.phrases) == (
        query.words, [term for term in query.terms if term.field is not W], query.phrases,
    )  # fmt: skip


def test_the_words_are_those_of_loose_terms_and_no_more_than_fifty():
    query = parsed(f'Nam-Bắc "một nhà" -xa {" ".join(f"từ{at}" for at in range(99))}')
    assert (query.words[:3], len(query.words), query.phrases) == (("Nam", "Bắc", "từ0"), 49, ("một nhà",))


def test_a_chip_puts_a_term_in_and_takes_it_out():
    term = Term(Field.LABEL, "tổ chức")
    with_it = parsed("họp").toggled(term)
    assert (str(with_it), str(with_it.toggled(term))) == ('họp label:"tổ chức"', "họp")
