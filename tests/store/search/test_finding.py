"""Search in titles and texts the Vietnamese way."""

import unicodedata
from dataclasses import replace

import pytest
from hostile import HOSTILE

from desktop import operations
from desktop.model import Change, Role
from desktop.text.matching import words
from desktop.text.queries.query import Field, parsed

TEXTS = {
    "một": "Chi bộ có ba đảng viên mới. Họ đến từ xã Hòa An.",
    "hai": "Đang mưa ở bến; viên gạch ướt.",
    "ba": "Đảng bộ họp. Có một Viên chức nghỉ.",
    "bốn": "Thuỷ lợi và hoà bình; ĐẢNG-VIÊN trẻ.",
    "Năm đảng viên": "Tiêu đề riêng, không có từ kia.",
}
CASES = {
    "dang vien": ["Năm đảng viên", "bốn", "một"],
    "đảng viên": ["Năm đảng viên", "bốn", "một"],
    "đảng vien": ["Năm đảng viên", "bốn", "một"],
    "dang-vien": ["Năm đảng viên", "bốn", "một"],
    "ĐẢNG VIÊN": ["Năm đảng viên", "bốn", "một"],
    unicodedata.normalize("NFD", "đảng viên"): ["Năm đảng viên", "bốn", "một"],
    "đảng": ["Năm đảng viên", "ba", "bốn", "một"],
    "đang": ["hai"],
    "hoà an": ["một"],
    "hòa": ["bốn", "một"],
    "hoa": ["bốn", "một"],
    "thủy": ["bốn"],
    "vien dang": ["Năm đảng viên", "ba", "bốn", "hai", "một"],
    "gạch đang": ["hai"],
    "gạch đảng": [],
    "viên chuc": ["ba"],
    "vie": [],
    "không đâu": [],
    "": [],
    " \t\n": [],
    '"': [],
    "*": [],
    "🎉": [],
    "-": [],
    '"đang mưa"': ["hai"],
    "đang* OR": [],
    "NEAR(đang)": [],
    "title:một": [],
    "đang AND gạch": [],
    "họp) OR (mưa": [],
    "đang\x00mưa": ["hai"],
    "\ud83d đang": ["hai"],
}


@pytest.fixture
def filled(store, imported):
    """The library with the articles of TEXTS."""
    for title, text in TEXTS.items():
        imported(text, f"{title}.txt")
    return store


@pytest.mark.parametrize(("query", "expected"), CASES.items(), ids=map(ascii, CASES))
def test_search(filled, query, expected):
    assert sorted(hit.title for hit in filled.search(query)) == sorted(expected)


def test_words_that_stand_together_come_alone_and_others_only_without_them(filled, imported):
    apart = "viên chức mới của bộ"
    imported(apart, "sáu.txt")
    together = [hit.title for hit in filled.search("bộ có")]
    anywhere = [hit.title for hit in filled.search("bộ viên")]
    assert (together, anywhere) == (["một"], ["ba", "một", "sáu"])


def test_the_snippet_is_the_sentence_and_marks_the_hit(filled):
    (hit,) = filled.search("hoa an")
    text = filled.article(hit.id).text
    assert (hit.snippet, hit.snippet[slice(*hit.mark)], text[hit.start : hit.end]) == (
        "Họ đến từ xã Hòa An.", "Hòa An", "Hòa An",
    )  # fmt: skip


def test_every_snippet_holds_its_hit(filled):
    marked = {hit.snippet[slice(*hit.mark)].casefold() for query in CASES for hit in filled.search(query)}
    assert (marked - {""}) == marked


def test_a_hit_in_the_title_alone_shows_the_title(filled):
    hit = next(hit for hit in filled.search("đảng viên") if hit.title.startswith("Năm"))
    assert (hit.snippet, hit.mark, hit.start, hit.end) == ("Năm đảng viên", (4, 13), 0, 0)


def test_prefix_lets_the_last_word_go_on(filled):
    found = [{hit.title for hit in filled.search(query, prefix=True)} for query in ("vie", "đảng vi", "đan", "họp mộ")]
    assert found == [set(TEXTS), {"Năm đảng viên", "bốn", "một"}, {"hai"}, {"ba"}]


def titles(store, query):
    return [hit.title for hit in store.search(query)]


def test_a_deleted_article_is_not_found_until_undo(filled):
    (hit,) = filled.search("gạch")
    operations.delete_articles(filled, [hit.id])
    deleted = titles(filled, "gach")
    operations.undo(filled)
    restored = titles(filled, "gach"), titles(filled, "gạch")
    operations.redo(filled)
    assert (deleted, restored, titles(filled, "gạch")) == ([], (["hai"], ["hai"]), [])


def test_a_corrected_title_is_found_and_the_old_one_is_not(filled):
    (hit,) = filled.search("tiêu đề riêng")
    article = filled.article(hit.id)
    filled.apply("Title", [Change(article, replace(article, title="Lá thư mới"))])
    after = titles(filled, "la thu moi"), titles(filled, "năm đảng viên")
    operations.undo(filled)
    assert (after, titles(filled, "lá thư"), titles(filled, "năm đảng viên")) == (
        (["Lá thư mới"], []), [], ["Năm đảng viên"],
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_found_by_each_of_its_words_and_as_a_query_by_itself(store, imported, text):
    article = imported(text.encode("utf-8", "replace"))
    missed = [word for word in words(article.text) if not store.search(word)]
    asks_itself_away = bool(parsed(text).of(Field.WORDS, without=True))
    assert (missed, bool(store.search(text))) == ([], bool(words(article.text)) and not asks_itself_away)


def test_a_pasted_page_is_a_query(filled, imported):
    page = " ".join(f"từ{at} đảng" for at in range(2_000))
    imported(page, "trang.txt")
    assert titles(filled, page) == ["trang"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tin chợ | In bài\nBản mở chợ đêm.\n", "Bản mở chợ đêm."),
        ("Tin chợ | In bài\nBản mở hội.\n", "Tin chợ | In bài"),
    ],
    ids=["in the article", "nowhere else"],
)
def test_a_hit_in_the_furniture_is_shown_where_there_is_no_other(store, imported, text, expected):
    article = imported(text, "sáu.txt")
    operations.set_role(store, article.id, 0, 3, Role.FURNITURE)
    (hit,) = store.search("chợ")
    assert (hit.snippet, text[hit.start : hit.end]) == (expected, "chợ")
