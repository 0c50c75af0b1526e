"""`butda explain`: the rules that made each span."""

import sys

import pytest

from desktop.detect import detect
from desktop.explaining import explain

TEXT = (
    "Sáng 1/7, ông Trần Văn Lực, Bí thư Huyện ủy Mộc Châu, trao 1,2 tỷ đồng theo Nghị quyết số 18-NQ/TW tại xã Tân Lập."
)


def test_every_span_of_the_detector_is_explained_once_in_its_order():
    told = list(explain(TEXT, "2024-07-02"))
    assert [span for span, _, _ in told] == list(detect(TEXT, "2024-07-02").spans)


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
    rules = next(rules for _, each, rules in explain(TEXT, "2024-07-02") if each == quote)
    assert next(each.says for each in rules if each.name == rule) != ""


def test_the_rows_that_decided_stand_in_the_order_of_what_they_read():
    rules = next(rules for _, quote, rules in explain(TEXT, "2024-07-02") if quote == "Sáng 1/7")
    assert [rule.name for rule in rules] == ["vi.time.part", "vi.time.bare_day"]


def test_the_profile_is_taken_off_again():
    list(explain("Hà Nội"))
    assert sys.getprofile() is None
