"""Headings inside an article's body."""

import pytest

from desktop.model import Line, Role
from desktop.ui.page.reading.inner_headings import inner_headings

LONG = "Năm nay bản Mây hái chè sớm hơn mọi năm, kịp phiên chợ đầu mùa, người dân ai cũng mừng vì giá chè cao hơn năm ngoái."


def headings(*told):
    """Return the lines that are headings, of pairs of words and role, or words of the body."""
    pairs = [each if isinstance(each, tuple) else (each, Role.BODY) for each in told]
    text, lines = "", []
    for words, role, *detected in pairs:
        lines.append(Line(len(text), len(text) + len(words), role, *detected))
        text += words + "\n"
    return [text[line.start : line.end] for line in lines if line.start in inner_headings(text, lines)]


@pytest.mark.parametrize(
    "heading", ["Vụ chè đầu tiên", "1. Hái chè từ sáng sớm", "II. Giá cả", "Ai được lợi?", "“Vàng xanh” của bản"]
)
def test_a_short_line_that_ends_no_sentence_between_paragraphs_is_a_heading(heading):
    assert headings(LONG, heading, LONG) == [heading]


@pytest.mark.parametrize(
    "words",
    [
        "Ông Pha nói vậy.", "và thế là xong", "Gồm các xã:", "“Mừng lắm”", "Đồi chè vào vụ mới, người người hái chè " * 3,
    ],
)  # fmt: skip
def test_a_sentence_and_what_goes_on_is_no_heading(words):
    assert headings(LONG, words, LONG) == []


def test_lines_of_a_list_the_last_line_and_what_a_person_called_body_are_no_headings():
    seen = [
        headings(LONG, "Bản Mây", "Bản Nậm Ngọt", LONG),
        headings(LONG, LONG, "Tô Thị Nhài"),
        headings(LONG, ("Vụ chè", Role.BODY, Role.CAPTION), LONG),
        headings(("Đồi chè", Role.HEADLINE), "Bản Mây", LONG),
    ]
    assert seen == [[], [], [], []]
