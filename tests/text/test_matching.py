"""Words of a query in a text."""

import pytest
from hostile import HOSTILE, LONG_LINE

from desktop.text.matching import matches, sentence, words
from desktop.text.normal import normal

TEXT = "Các đảng viên trẻ đang họp. Hòa bình! Đảng-viên già; ĐANG VIÊN NGỌC, tệp_mới"
CASES = {
    "dang vien": ["đảng viên", "Đảng-viên", "ĐANG VIÊN"],
    "đảng viên": ["đảng viên", "Đảng-viên"],
    "đảng vien": ["đảng viên", "Đảng-viên"],
    "đang": ["đang", "ĐANG"],
    "hoà": ["Hòa"],
    "hòa binh": ["Hòa bình"],
    "vien dang": [],
    "đảng, viên": ["đảng viên", "Đảng-viên"],
    "dan": [],
    "tep_moi": ["tệp_mới"],
    "mới": ["mới"],
    "_": [],
    "": [],
    '"*()': [],
}


@pytest.mark.parametrize(("query", "expected"), CASES.items())
def test_matches(query, expected):
    assert [TEXT[start:end] for start, end in matches(TEXT, query)] == expected


@pytest.mark.parametrize(
    ("query", "expected"), {"đan": ["đan", "ĐAN"], "viên ng": ["VIÊN NG"], "hoà b": ["Hòa b"]}.items()
)
def test_prefix_lets_the_last_word_go_on(query, expected):
    assert [TEXT[start:end] for start, end in matches(TEXT, query, prefix=True)] == expected


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_word_of_a_hostile_text_is_found_in_it(text):
    text = normal(text)
    assert [word for word in words(text) if not list(matches(text, word))] == []


def test_a_text_of_one_long_line_is_searched_whole():
    assert len(list(matches(LONG_LINE, "lá thu"))) == LONG_LINE.count("lá thư") == 1_250


SENTENCES = {
    "Một. Hai ba! Bốn": ("ba", "Hai ba!"),
    "Đầu\nGiữa câu\nCuối": ("câu", "Giữa câu"),
    "Chỉ một câu": ("một", "Chỉ một câu"),
    "Hỏi gì? Nghe… Đáp": ("Nghe", "Nghe…"),
}


@pytest.mark.parametrize(("text", "hit", "expected"), [(text, *rest) for text, rest in SENTENCES.items()])
def test_sentence(text, hit, expected):
    start = text.index(hit)
    left, right = sentence(text, start, start + len(hit))
    assert text[left:right] == expected


def test_a_long_sentence_is_cut_at_white_space_round_the_hit():
    start = LONG_LINE.index("thư", 500_000)
    left, right = sentence(LONG_LINE, start, start + 3)
    assert (start - left <= 120, right - start - 3 <= 120, LONG_LINE[left - 1], LONG_LINE[right]) == (
        True,
        True,
        " ",
        " ",
    )
