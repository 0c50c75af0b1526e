"""Markdown's signs are read, not shown."""

import pytest

from desktop.exchange.texts.signs import is_markdown, lines, unquoted
from desktop.model import Role

SHOWN = {
    "**Cầu** mới *qua* suối": "Cầu mới qua suối",
    "_Cầu_ mới, ten_file_dai": "Cầu mới, ten_file_dai",
    "Theo [Báo Làng](https://lang.example/a_(b)) đưa tin": "Theo Báo Làng đưa tin",
    "![Ảnh cầu](a.jpg)": "",
    "- mục một": "mục một",
    "* [x] việc đã làm": "việc đã làm",
    "1. mục một": "1. mục một",
    "> > Cây còn thì làng còn": "Cây còn thì làng còn",
    "5 * 3 = 15 và 2 * 4": "5 * 3 = 15 và 2 * 4",
    r"giá \*tạm\* tính": "giá *tạm* tính",
    "giá `500` đồng~~cũ~~": "giá 500 đồngcũ",
    "| Năm | Số lò |": "Năm\tSố lò",
    "Xem thêm[^1] <https://lang.example>": "Xem thêm https://lang.example",
    "[1]: https://lang.example": "",
    "[^1]: Theo biên bản": "Theo biên bản",
    "<summary>Xem *thêm*</summary>": "Xem thêm\n",
}


@pytest.mark.parametrize(("written", "shown"), SHOWN.items())
def test_a_line_is_shown_without_its_signs(written, shown):
    assert lines(written) == [(line, None) for line in shown.split("\n")]


def test_the_first_heading_of_the_highest_level_is_the_headline():
    text = "# Cầu mới\n\nĐoạn một.\n\n## Việc sắp tới ##\n\nPhụ lục\n-------\n***\n"
    assert [each for each in lines(text) if each[0]] == [
        ("Cầu mới", Role.HEADLINE), ("Đoạn một.", None), ("Việc sắp tới", Role.BODY), ("Phụ lục", Role.BODY),
    ]  # fmt: skip


def test_a_table_loses_its_rule():
    assert [line for line, _ in lines("| a | b |\n|---|:-:|\n| 1 | |")] == ["a\tb", "1"]


def test_rows_of_a_table_in_html_are_lines_of_cells():
    table = "<table><tr><td>Kè đá</td><td>21 tỷ</td></tr><tr><td>Đường</td><td>12 tỷ</td></tr></table>"
    assert [line for line, _ in lines(table) if line] == ["Kè đá\t21 tỷ", "Đường\t12 tỷ"]


def test_paragraphs_and_items_broken_at_a_width_are_one_line_each():
    text = (
        "# Cầu mới\n\nSáng nay xã Hòa An khánh thành cây cầu\nmới qua suối Mơ sau tám tháng thi công.\n\n"
        "- Bà Thắm cho biết 48 hộ dân đã góp\n  công làm cầu.\n- Ông Sáu mừng.\n\n> Cây còn thì làng còn, các cụ\n> vẫn dặn thế."
    )
    assert [line for line, _ in lines(text) if line] == [
        "Cầu mới", "Sáng nay xã Hòa An khánh thành cây cầu mới qua suối Mơ sau tám tháng thi công.",
        "Bà Thắm cho biết 48 hộ dân đã góp công làm cầu.", "Ông Sáu mừng.", "Cây còn thì làng còn, các cụ vẫn dặn thế.",
    ]  # fmt: skip


TEXTS = {
    "# Cầu mới\n\nXã **Hòa An** có cầu.": True, "# Một\n\n## Hai\n": True, "# Cầu mới\n* một\n* hai": True,
    "Giải thưởng #1\n5 * 3 = 15": False, "# cấu hình\nport = 80": False, "**Chú ý**: họp lúc 8 giờ": False,
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TEXTS.items())
def test_a_text_shows_that_it_is_markdown(text, told):
    assert is_markdown(text) is told


def test_a_letter_that_is_quoted_whole_loses_the_signs_of_that():
    assert [unquoted(text) for text in ("> Cầu mới\n>\n> khánh thành", "> Cầu mới\nxong")] == [
        "Cầu mới\n\nkhánh thành", "> Cầu mới\nxong",
    ]  # fmt: skip
