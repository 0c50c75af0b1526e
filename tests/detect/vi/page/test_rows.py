"""Every row of what a line is has an example: read so with the row, and not so with the row switched off."""

import pytest

from desktop.detect import rules
from desktop.detect.vi.page import card, looks, roles, rows

PARAGRAPHS = {
    "¶": "Sau ba tháng thi công, đoạn kè dài hơn hai cây số đã giữ được bờ sông trước mùa nước lên, người dân yên tâm gieo vụ mới, "
    "không còn lo sạt lở như những năm nước lớn trước đây.",
    "§": "Ban quản lý cho biết phần việc còn lại là trồng cỏ và lắp đèn chiếu sáng dọc tuyến, hạn cuối là trước Tết để bà con đi lại "
    "cho tiện.",
}
LOOKS = {
    "furniture": looks.is_furniture, "caption": looks.is_caption, "prose": looks.is_prose, "menu": looks.is_menu,
    "links": looks.is_links_head, "byline": looks.is_byline, "dated": card.is_dateline,
}  # fmt: skip


def read(example):
    """The lines of an example's page with their roles."""
    text = "\n".join(line.partition("| ")[2] for line in example.split("\n"))
    for sign, paragraph in PARAGRAPHS.items():
        text = text.replace(sign, paragraph)
    lines, _ = roles.outline(text)
    told = "\n".join(f"{line.role.value}| {text[line.start : line.end]}" for line in lines)
    for sign, paragraph in PARAGRAPHS.items():
        told = told.replace(paragraph, sign)
    return told


def is_so(rule, example):
    """Whether an example is read as it says: it is what the family is called, or not, where the row says so."""
    look = LOOKS.get(rule.name.split(".")[2])
    return look(example) is (rule.label != "no") if look else read(example) == example


@pytest.mark.parametrize("rule", rows.everything(), ids=lambda rule: rule.name)
def test_an_example_is_read_so_with_its_row_alone(rule):
    so = [is_so(rule, example) for example in rule.examples]
    with rules.without(rule.name):
        without = [is_so(rule, example) for example in rule.examples]
    assert (so, without, so != []) == ([True] * len(so), [False] * len(so), True)
