"""Markdown's signs are read, not shown."""

import pytest

from desktop.exchange.texts.signs import lines
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
}


@pytest.mark.parametrize(("written", "shown"), SHOWN.items())
def test_a_line_is_shown_without_its_signs(written, shown):
    assert lines(written) == [(shown, None)]


def test_the_first_heading_of_the_highest_level_is_the_headline():
    text = "# Cầu mới\n\nĐoạn một.\n\n## Việc sắp tới ##\n\nPhụ lục\n-------\n***\n"
    assert [each for each in lines(text) if each[0]] == [
        ("Cầu mới", Role.HEADLINE), ("Đoạn một.", None), ("Việc sắp tới", Role.BODY), ("Phụ lục", Role.BODY),
    ]  # fmt: skip


def test_a_table_loses_its_rule():
    assert [line for line, _ in lines("| a | b |\n|---|:-:|\n| 1 | |")] == ["a\tb", "1"]
