"""Words of a line: pyvi's own, with exact offsets."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text.normal import normal
from desktop.text.words import Word, segments, words

LINES = [
    "Ngày 3-2, Ban Tổ chức Tỉnh ủy Quảng Ngãi sơ kết công tác quý I/2021.",
    "Bà Đinh Thị Hồng Minh nói: “UBND. huyện đã chi 12,5 tỷ đồng cho 4 xã...”",
    "TP.HCM - Công ty CP Sông Ba (SBA) -> báo lãi 1.234 triệu; liên hệ abc@example.vn hoặc https://example.vn/a?b=c",
    "KẾT QUẢ BÓNG ĐÁ: Việt Nam 2-1 Thái Lan",
    "Mr. Brown gặp ThS. Lan và Dr. Ký tại Tp. Huế",
    "   thụt đầu dòng\tvà tab\u00a0và dấu cách cứng   ",
    "một_hai ba_bốn == >> ==> … ’ ‘",
]


@pytest.fixture(scope="module")
def pyvi():
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyvi import ViPosTagger, ViTokenizer
    return ViTokenizer.ViTokenizer, ViPosTagger.ViPosTagger


def by_pyvi(pyvi, line):
    tokenizer, tagger = pyvi
    texts, tags = tagger.postagging(tokenizer.tokenize(line))
    return list(zip(texts, tags, strict=True))


def by_us(line):
    return [("_".join(word.text.split()), word.tag) for word in words(line)]


@pytest.mark.parametrize("line", LINES)
def test_words_and_tags_are_those_of_pyvi(pyvi, line):
    assert by_us(line) == by_pyvi(pyvi, line)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(" ".join(LINES).split(" ")), min_size=1, max_size=12))
def test_any_mixture_of_words_is_read_as_pyvi_reads_it(pyvi, parts):
    line = " ".join(part for part in parts if part)
    if line.strip():
        assert by_us(line) == by_pyvi(pyvi, line)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_words_cover_all_but_white_space(text):
    line = normal(text).replace("\n", " ")
    found = words(line)
    assert [line[word.start : word.end] for word in found] == [word.text for word in found]
    assert [(word.start, word.end) for word in found] == sorted((word.start, word.end) for word in found)
    assert "".join("".join(word.text.split()) for word in found) == "".join(line.split())


@pytest.mark.parametrize("line", LINES)
def test_segments_stand_where_the_words_do(line):
    assert segments(line) == [(word.start, word.end) for word in words(line)]


def test_a_lone_surrogate_is_a_word_like_another():
    assert [(word.start, word.end) for word in words("a \ud800 b")] == [(0, 1), (2, 3), (4, 5)]


def test_a_line_without_spaces_stays_linear():
    line = "a.b" * 20_000
    assert sum(len(word.text) for word in words(line)) == len(line)


def test_a_word_of_two_syllables_keeps_the_space_of_the_line():
    assert words("Kế\u00a0hoạch mới")[0] == Word(0, 8, "Kế\u00a0hoạch", "N")


def test_nothing_of_pyvi_or_scikit_learn_is_imported():
    code = "import sys; from desktop.text.words import words; words('một hai'); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert loaded & {"pyvi", "sklearn", "scipy", "numpy", "sklearn_crfsuite"} == set()


def test_an_empty_line_has_no_words():
    assert words("") + words(" \t ") == []
