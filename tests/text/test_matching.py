"""Words of a query in a text."""

import re

import pytest
from hostile import HOSTILE, LONG_LINE
from hypothesis import given
from hypothesis import strategies as st

from desktop.text import matching
from desktop.text.fold import bare, is_bare, tones
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


def folded_whole(text, query, prefix):
    """Find a query's words in a text that is folded from end to end: what `matches` must give, at any price."""
    typed = words(query)
    pieces = [f"({re.escape(bare(word))})" for word in typed]
    pattern = matching._START + matching._BETWEEN.join(pieces) + ("" if prefix else matching._END)
    toned = tones(text)
    for match in re.finditer(pattern, bare(text)) if typed else ():
        found = [toned[slice(*match.span(at + 1))] for at in range(len(typed))]
        told = [
            one[: len(tones(word))] if prefix and at == len(typed) - 1 else one
            for at, (one, word) in enumerate(zip(found, typed, strict=True))
        ]
        if all(is_bare(word) or one == tones(word) for one, word in zip(told, typed, strict=True)):
            yield match.span()


SYLLABLES = st.sampled_from(
    [
        "hoà",
        "hòa",
        "HÒA",
        "hoa",
        "ho",
        "hò",
        "đang",
        "Đảng",
        "dang",
        "a",
        "a\u0301b",
        "x",
        "thủy",
        "thuỷ",
        "ﬁ",
        "İ",
        "ΑΣ",
    ]
)
GAPS = st.sampled_from([" ", "  ", "\n", ", ", "_", " … ", "", "-", "\u0300"])
TEXTS = st.lists(st.tuples(SYLLABLES, GAPS), max_size=40).map(lambda parts: "".join(a + b for a, b in parts))


@given(TEXTS, st.lists(SYLLABLES, min_size=1, max_size=3).map(" ".join), st.booleans(), st.integers(1, 9))
def test_a_text_that_is_folded_piece_by_piece_gives_what_one_folded_whole_gives(text, query, prefix, piece):
    usual, matching._FOLDED = matching._FOLDED, piece
    try:
        assert list(matches(text, query, prefix)) == list(folded_whole(text, query, prefix))
    finally:
        matching._FOLDED = usual


def test_no_more_of_a_text_is_folded_than_its_first_place_asks_for(monkeypatch):
    folded = []
    monkeypatch.setattr(matching, "bare", lambda text: folded.append(len(text)) or bare(text))
    first = next(matches(LONG_LINE, "lá thu"))
    assert (first[0] < 1000, sum(folded) < 5000) == (True, True)


@given(
    st.lists(st.sampled_from(["a", "bc ", " ", ". ", ".", "?", "! ", "\n", "… "]), max_size=60).map("".join), st.data()
)
def test_a_sentence_is_cut_the_same_whatever_lies_further_off(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    around = data.draw(st.integers(1, 12))
    far = "xy " * 200 + text + " zw" * 200
    shift = len("xy " * 200)
    left, right = sentence(far, start + shift, end + shift, around)
    assert (left, right) == cut_whole(far, start + shift, end + shift, around)


def cut_whole(text, start, end, around):
    """Cut a sentence out of a text that is looked through from end to end."""
    stops = (". ", "? ", "! ", "… ")
    left = max(text.rfind("\n", 0, start), *(text.rfind(stop, 0, start) for stop in stops)) + 1
    right = min(at if (at := text.find(stop, end)) >= 0 else len(text) for stop in ("\n", *stops))
    right += text[right : right + 1] in (".", "?", "!", "…") and right < len(text)
    if start - left > around:
        left = text.find(" ", start - around, start) + 1 or start
    if right - end > around:
        cut = text.rfind(" ", end, end + around)
        right = cut if cut > end else end
    while left < start and text[left].isspace():
        left += 1
    return left, right
