"""What the terms of a query ask of cards and marks, and which articles that leaves."""

import sqlite3

import pytest

from desktop import operations
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Change, Listing, State, Status
from desktop.store.search.finding import Search
from desktop.store.search.questions import fitting
from desktop.text.queries.query import parsed

DETECTOR = "0.1.0+3.2b2bb3e3"
ARTICLES = [  # published, the newest first
    ("mưa", "Mưa lớn ở bến. Đảng viên giúp dân.", "Báo Đồi Chè", State.DONE, ("đọc lại",)),
    ("họp", "Đảng bộ họp. Một viên chức nghỉ.", "Báo An Khê", State.READING, ("đọc", "ảnh")),
    ("chợ", "Chợ đêm đông. Đang mưa.", "", State.UNREAD, ()),
]
MARKS = [  # article, start, end, label, status, by, note
    ("mưa", 0, 3, "EVENT", "accepted", "Lan", ""),
    ("mưa", 15, 19, "ORGANIZATION", "suggested", DETECTOR, "hỏi lại Đảng ủy"),
    ("họp", 0, 7, "ORGANIZATION", "accepted", "Minh", ""),
    ("họp", 17, 26, "PERSON", "suggested", DETECTOR, ""),
    ("chợ", 0, 3, "LOCATION", "rejected", "Lan", "không phải nơi chốn"),
]
CASES = {
    "": [],
    "label:ORGANIZATION": ["mưa", "họp"],
    'label:"tổ chức"': ["mưa", "họp"],
    "label:to": ["mưa", "họp"],
    "label:LOCATION": [],
    "label:LOCATION status:rejected": ["chợ"],
    "label:nothing": [],
    "-label:ORGANIZATION": ["chợ"],
    "label:ORGANIZATION label:PERSON": ["họp"],
    "label:ORGANIZATION by:Lan": [],
    "label:EVENT by:lan status:accepted": ["mưa"],
    "by:Lan": ["mưa"],
    "by:máy": ["mưa", "họp"],
    "-by:detector": ["chợ"],
    "-status:suggested": ["chợ"],
    "status:acc": ["mưa", "họp"],
    "note:": ["mưa", "chợ"],
    "-note:": ["họp"],
    "note:dang": ["mưa"],
    'note:"nơi chốn"': ["chợ"],
    "note:hỏi label:EVENT": [],
    "tag:đọc": ["họp"],
    "tag:đọ": ["mưa", "họp"],
    'tag:"doc lai"': ["mưa"],
    "-tag:ảnh": ["mưa", "chợ"],
    "source:an-khê": ["họp"],
    'source:"báo"': ["mưa", "họp"],
    "state:done": ["mưa"],
    "-state:done state:reading": ["họp"],
    "mưa": ["mưa", "chợ"],
    "mưa state:done": ["mưa"],
    "mưa -đảng": ["chợ"],
    'đảng -"viên chức"': ["mưa"],
    '-"đảng vien"': ["họp", "chợ"],
    '"đảng viên"': ["mưa"],
    '"đang viên"': [],
    "viên bộ": ["họp"],
    "hỏi lại": ["mưa"],
    "lại ủy": ["mưa"],
    "ủy không": [],
    "bến ủy": ["mưa"],
    '"nơi chốn" tag:x': [],
    "status:foo": [],
    "label:'; DROP TABLE article": [],
    'label:"%" OR 1=1': [],
    "note:\x00\ud83d": [],
    "NOT AND (": [],
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = operations.open_library(tmp_path_factory.mktemp("asked") / "library.butda")
    changes = [
        Change(
            None,
            Article(
                ArticleId(title), title, text, f"{at:064}", source=source, state=state, tags=tags,
                published=f"2020-01-0{9 - at}",
            ),
        )
        for at, (title, text, source, state, tags) in enumerate(ARTICLES)
    ]  # fmt: skip
    for at, (article, start, end, label, status, by, note) in enumerate(MARKS):
        mark = Annotation(
            AnnotationId(str(at)), ArticleId(article), start, end, label, status=Status(status), by=by, note=note
        )
        changes.append(Change(None, mark))
    opened.apply("Import", changes)
    yield opened
    opened.close()


@pytest.mark.parametrize(("typed", "expected"), CASES.items(), ids=map(ascii, CASES))
def test_a_query_finds_what_all_its_terms_ask_for(store, typed, expected):
    assert [hit.id for hit in store.search(typed)] == expected


@pytest.mark.parametrize("typed", CASES, ids=map(ascii, CASES))
def test_the_articles_that_match_are_those_of_the_hits(store, typed):
    assert store.matching(parsed(typed)) == [hit.id for hit in store.search(typed)]


def test_a_query_is_asked_of_what_a_listing_takes(store):
    assert store.matching("mưa", Listing(state=State.UNREAD)) == ["chợ"]


def test_a_hit_in_a_note_shows_the_note_and_stands_at_its_mark(store):
    (hit,) = store.search("lại đảng")
    assert (hit.snippet, hit.snippet[slice(*hit.mark)], hit.start, hit.end, hit.in_note) == (
        "hỏi lại Đảng ủy", "lại Đảng", 15, 19, True,
    )  # fmt: skip


def test_a_query_without_words_shows_the_first_mark_that_it_asks_for(store):
    (hit,) = store.search("label:PERSON")
    assert (hit.snippet, hit.snippet[slice(*hit.mark)], hit.in_note) == ("Một viên chức nghỉ.", "viên chức", False)


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("mưa", {"mưa": 1, "họp": 0, "chợ": 1}),
        ("đảng", {"mưa": 1, "họp": 1, "chợ": 0}),
        ("dan", {"mưa": 1, "họp": 0, "chợ": 0}),
        ('"đảng viên" hỏi', {"mưa": 1, "họp": 0, "chợ": 0}),
        ("label:ORGANIZATION", {"mưa": 1, "họp": 1, "chợ": 0}),
    ],
)
def test_places_are_counted_in_the_text_and_at_marks_with_notes(store, typed, counted):
    assert store.places(typed, ["mưa", "họp", "chợ", "gone"]) == counted


def test_a_search_reads_as_much_as_it_needs_and_writes_nothing(store):
    reader = operations.open_library(store.path, write=False)
    found = reader.matching('note: -by:Minh "đảng vien"')
    reader.close()
    assert found == ["mưa"]


@pytest.mark.parametrize(
    ("words", "names"),
    [("tho", ["thơ"]), ("thơ", ["thơ"]), ("thờ", []), ("ca", ["ca dao", "dân ca"]), ("!", ["!"]), ("", [])],
)
def test_names_fit_whole_or_else_hold_the_words(words, names):
    assert fitting(["thơ", "thơ mới", "ca dao", "dân ca", "!"], words) == names


def test_no_query_is_an_error_of_sqlite(store):
    signs = ['"', "'", "-", "*", ":", "(", "^", "note:", "label:", "by:", "\\", "AND", "\ufdd0"]
    lines = [f"{one}{two} đảng {two}{one}" for one in signs for two in signs]
    broken = []
    for line in lines:
        try:
            store.search(line, 1, prefix=True)
        except sqlite3.Error as error:
            broken.append((line, error))
    assert broken == []


def test_the_people_of_a_library_are_learnt_once_a_search_however_many_articles_it_finds(store):
    connection, asked = sqlite3.connect(store.path), []
    connection.row_factory = sqlite3.Row
    connection.set_trace_callback(asked.append)
    found = list(Search(connection, parsed("by:máy")).hits(9))
    connection.close()
    assert (len(found), sum("DISTINCT" in each for each in asked)) == (
        2,
        2,
    )  # for the condition, and for the first marks
