"""`butda rules`: the rows of the detector."""

import json

from desktop.detect.languages import LANGUAGES


def test_the_rules_of_a_label_are_listed_in_their_order(run):
    code, out, error = run("rules", "--label", "DOCUMENT")
    names = [rule.name for each in LANGUAGES for rule in each.rules if rule.label == "DOCUMENT"]
    assert (code, [line.split("\t")[1] for line in out.splitlines()], error) == (0, names, "")


def test_a_rule_is_a_json_line_with_all_that_is_known_of_it(run):
    row = json.loads(run("rules", "--json")[1].splitlines()[0])
    assert row == {
        "place": 1, "name": "vi.document.coded", "label": "DOCUMENT", "opens": "kind",
        "examples": ["Tỉnh triển khai [Kết luận 21-KL/TW] trong tháng."], "says": "a code: the surest sign, with or without `số`",
    }  # fmt: skip


def test_what_is_barred_stands_behind_the_rules_with_what_it_is(run):
    told = run("rules", "--label", "LOCATION")[1].splitlines()
    barred = told.index("-\tvi.place.no.mother\tLOCATION\ta title of honour\tBà được phong Mẹ Việt Nam anh hùng.")
    assert [line for line in told[barred:] if not line.startswith("-\t")] == []
