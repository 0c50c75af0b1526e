"""PDF: documents written by hand, in letters of one width, set as programs set them."""

import textwrap
from pathlib import Path
from unicodedata import normalize

import pytest
from handmade import LETTER, SIZE, STEP, document, shown

from desktop.exchange.office import pdf
from desktop.exchange.office.layout.lines import Line, Page
from desktop.exchange.office.layout.paragraphs import paragraphs, pieces
from desktop.model import Role

WORDS = (
    "the ferry at the bend of the river was worked by one family for three generations",
    "and nobody knows how it began",
)


def words(number, count):
    """A paragraph that no other one is like."""
    held = " ".join(WORDS).split()
    picked = [held[(number * 7 + at * (number % 5 + 1)) % len(held)] for at in range(count)]
    return f"House {number} {' '.join(picked)} {number}."


def read(content):
    (raw,) = pdf.read(Path("bài.pdf"), content)
    return raw.text.split("\n")


def column(text, letters, indent=0):
    """The lines of paragraphs that are broken at so many letters."""
    return [line for each in text for line in textwrap.wrap(each, letters, initial_indent=" " * indent)]


def set_(lines, x, y):
    return "".join(
        shown(line.lstrip(), x + (len(line) - len(line.lstrip())) * LETTER * SIZE, y + at * STEP)
        for at, line in enumerate(lines)
    )


def test_columns_are_read_one_after_the_other_and_paragraphs_go_on_over_columns_and_pages():
    text = [words(number, 20 + number % 9) for number in range(12)]
    lines = column(text, 36, indent=2)
    pages, at = [], 0
    for number in range(3):
        drawn = shown("Journal of the river", 200, 20) + shown(f"- {number + 1} -", 290, 770)
        for x in (50, 320):
            drawn += set_(lines[at : at + 14], x, 80)
            at += 14
        pages.append(drawn)
    assert read(document(*pages)) == text


def test_columns_that_were_drawn_line_by_line_across_are_read_one_after_the_other():
    text = [words(number, 40) for number in range(6)]
    lines = column(text, 28, indent=2)
    third = -(-len(lines) // 3)
    drawn = "".join(
        set_([lines[at]], x, 60 + row * STEP)
        for row in range(third)
        for x, at in ((40, row), (230, row + third), (420, row + 2 * third))
        if at < len(lines)
    )
    assert read(document(drawn)) == text


def test_a_line_that_goes_on_as_far_as_it_can_goes_on_in_the_next_and_no_other_does():
    text = ["One line.", words(3, 30), "Another line.", words(4, 25)]
    assert read(document(set_(column(text, 60), 50, 60))) == text


def test_rows_of_a_table_are_lines_of_cells_and_no_part_of_what_stands_by():
    cells = [("Village", ("Houses of", "all kinds"), "People"), ("Bend", ("86",), "412"), ("Ford", ("91",), "377")]
    drawn, y = set_(column([words(1, 30)], 80), 50, 60), 140
    for village, houses, people in cells:
        drawn += shown(village, 60, y) + set_(houses, 200, y) + shown(people, 340, y)
        y += 2.5 * STEP
    drawn += set_(column([words(2, 30)], 80), 50, y + 10)
    assert read(document(drawn)) == [
        words(1, 30),
        "Village\tHouses of all kinds\tPeople",
        "Bend\t86\t412",
        "Ford\t91\t377",
        words(2, 30),
    ]


def test_a_foot_note_stands_behind_the_paragraph_that_goes_on_over_it_and_its_mark_is_gone():
    lines = column([words(5, 60)], 80)
    first = set_(lines[:2], 50, 60) + shown("1", 50 + len(lines[1]) * LETTER * SIZE, 60 + STEP - 2, size=6)
    first += shown("1 As the old ferryman told it.", 50, 700, size=7)
    second = set_(lines[2:], 50, 60)
    assert read(document(first, second)) == [words(5, 60), "1 As the old ferryman told it."]


@pytest.mark.parametrize(("turn", "matrix"), [(90, "0 1 -1 0"), (270, "0 -1 1 0"), (180, "-1 0 0 -1")])
def test_a_turned_page_is_read_as_it_is_shown(turn, matrix):
    lines = column([words(6, 20), words(7, 20)], 60)

    def place(at):
        along, down = 50, 60 + at * STEP
        x, y = {90: (down + SIZE, along), 270: (600 - down - SIZE, 800 - along), 180: (600 - along, down + SIZE)}[turn]
        return f"BT /F {SIZE} Tf {matrix} {x} {y} Tm ({lines[at]}) Tj ET\n"

    drawn = "".join(place(at) for at in range(len(lines)))
    assert read(document(drawn, extra=f"/Rotate {turn}")) == [words(6, 20), words(7, 20)]


def test_what_stands_across_comes_last_and_what_is_drawn_twice_comes_once():
    drawn = shown("Sold by the museum", 30, 700, matrix="0 1 -1 0") + set_(column([words(8, 30)], 60), 50, 60) * 2
    assert read(document(drawn)) == [words(8, 30), "Sold by the museum"]


def test_a_page_whose_corner_is_not_at_the_origin_is_read_as_any():
    lines = column([words(9, 30), words(10, 30)], 60)
    drawn = "".join(
        f"BT /F {SIZE} Tf 1 0 0 1 {1050} {2740 - at * STEP} Tm ({line}) Tj ET\n" for at, line in enumerate(lines)
    )
    (places,) = {
        tuple(round(each) for each in stands[0].box[:2])
        for _, stands in pdf.places(Path("a.pdf"), document(drawn, size="1000 2000 1600 2800"))[:1]
    }
    assert (read(document(drawn, size="1000 2000 1600 2800")), places[0]) == ([words(9, 30), words(10, 30)], 50)


def lines_of(*said, left=50.0):
    """Lines of a page that are as long as they can be, but for the last one."""
    return Page(
        600,
        800,
        [
            Line(each, left, 100.0 + at * 12, 300.0 if at + 1 < len(said) else 200.0, 110.0 + at * 12, 10.0, first=20.0)
            for at, each in enumerate(said)
        ],
    )


HYPHENS = {
    "of an English word": (("the ferryman's cor-", "respondence"), "the ferryman's correspondence"),
    "of a Vietnamese syllable": (("đi thuyề-", "n trên sông"), "đi thuyền trên sông"),
    "between two syllables": (("phát triển kinh tế-", "xã hội"), "phát triển kinh tế-xã hội"),
    "of a name": (("chủ nghĩa Mác-", "Lênin"), "chủ nghĩa Mác-Lênin"),
}


@pytest.mark.parametrize("name", HYPHENS)
def test_a_hyphen_at_a_line_s_end_goes_where_it_parts_a_word_and_stays_where_it_joins_two(name):
    said, whole = HYPHENS[name]
    assert [block.text for block in paragraphs([lines_of(*said)])] == [whole]


def test_letters_whose_marks_stand_apart_are_stored_as_one_and_have_their_place():
    whole = "Bà Hoa đi chợ và về nhà"
    ((block, stands),) = pieces([lines_of(*(normalize("NFD", each) for each in ("Bà Hoa đi chợ", "và về nhà")))])
    assert (block.text, [block.text[each.start : each.end] for each in stands]) == (
        whole,
        ["Bà Hoa đi chợ", "và về nhà"],
    )


def test_small_lines_at_the_foot_of_an_official_paper_are_no_foot_note():
    body = [
        Line(f"Điều {at}. Giữ rừng.", 50.0, 400.0 + at * 30, 200.0, 413.0 + at * 30, 13.0, first=30.0)
        for at in range(3)
    ]
    foot = [
        Line(each, 50.0, 520.0 + at * 14, 60.0 + 5 * len(each), 532.0 + at * 14, 11.0, first=20.0)
        for at, each in enumerate(("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."))
    ]
    assert [block.text for block in paragraphs([Page(600, 800, [*body, *foot])])] == [
        line.text for line in (*body, *foot)
    ]


def test_the_head_of_an_official_paper_is_no_table():
    left = [
        Line(each, 50.0, 50.0 + at * 14, 180.0, 60.0 + at * 14, 11.0, first=20.0)
        for at, each in enumerate(("ỦY BAN NHÂN DÂN", "XÃ PHÚ LÃNH"))
    ]
    right = [
        Line(each, 300.0, 50.0 + at * 14, 500.0, 60.0 + at * 14, 11.0, first=20.0)
        for at, each in enumerate(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"))
    ]
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    assert all("\t" not in block.text for block in paragraphs([Page(600, 800, rows)]))


def test_a_caption_and_a_title_are_told_by_their_looks():
    title = Line("Cầu mới", 50.0, 40.0, 200.0, 62.0, 20.0, first=40.0)
    body = [
        Line(f"Dòng {at} của bài báo", 50.0, 100.0 + at * 12, 300.0, 110.0 + at * 12, 10.0, first=20.0)
        for at in range(4)
    ]
    caption = Line("Ảnh: Lê Thu", 50.0, 262.0, 120.0, 270.0, 8.0, italic=True, first=20.0)
    blocks = list(paragraphs([Page(600, 800, [title, *body, caption], [(50.0, 180.0, 300.0, 260.0)])]))
    assert [block.role for block in blocks] == [Role.HEADLINE, None, Role.CAPTION]
