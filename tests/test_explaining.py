"""`butda explain`: the rules that made each span."""

import sys

import pytest

from desktop.detect import detect
from desktop.explaining import explain

TEXT = (
    "Sáng 1/7, ông Trần Văn Lực, Bí thư Huyện ủy Mộc Châu, trao 1,2 tỷ đồng theo Nghị quyết số 18-NQ/TW tại xã Tân Lập."
)


def test_every_span_of_the_detector_is_explained_once_in_its_order():
    told = explain(TEXT, "2024-07-02").spans
    assert [each.span for each in told] == list(detect(TEXT, "2024-07-02").spans)


@pytest.mark.parametrize(
    ("quote", "rule"),
    [
        ("Sáng 1/7", "vi.time.bare_day"),
        ("Trần Văn Lực", "vi.person.surname_called"),
        ("Bí thư Huyện ủy Mộc Châu", "vi.office.with_body"),
        ("1,2 tỷ đồng", "vi.figure.money"),
        ("Nghị quyết số 18-NQ/TW", "vi.document.coded"),
        ("xã Tân Lập", "vi.place.headed"),
    ],
)
def test_the_rule_that_made_a_span_is_named_with_what_it_says(quote, rule):
    rules = next(each.rules for each in explain(TEXT, "2024-07-02").spans if each.quote == quote)
    assert next(each.says for each in rules if each.name == rule) != ""


def test_the_rows_that_decided_stand_in_the_order_of_what_they_read():
    rules = next(each.rules for each in explain(TEXT, "2024-07-02").spans if each.quote == "Sáng 1/7")
    assert [rule.name for rule in rules] == ["vi.time.part", "vi.time.bare_day"]


def test_the_profile_is_taken_off_again():
    explain("Hà Nội")
    assert sys.getprofile() is None


PAGE = "Xã Hòa Lạc đón trường mới\n\nÔng Trần Văn Nam, Chủ tịch xã Hòa Lạc, cắt băng khánh thành ngôi trường sáng nay.\n\nẢnh: Đỗ Minh Tú"


def test_a_line_s_role_is_explained_by_the_rows_that_held_on_it():
    lines = {each.quote[:6]: (each.kind, {rule.name for rule in each.rules}) for each in explain(PAGE).lines}
    sure = {"Ông Tr": ("lead", "vi.line.prose.sentence"), "Ảnh: Đ": ("byline", "vi.line.byline.names")}
    assert [quote for quote, (kind, row) in sure.items() if lines[quote][0] != kind or row not in lines[quote][1]] == []


def test_a_fact_is_explained_by_the_row_that_tied_it():
    facts = [(each.kind, each.quote, each.other, [rule.name for rule in each.rules]) for each in explain(PAGE).facts]
    assert facts == [("office_held", "Trần Văn Nam", "Chủ tịch xã Hòa Lạc", ["vi.fact.told"])]
