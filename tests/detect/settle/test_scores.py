"""A mark's score is the share of marks of its kind that were right on gold that no rule has seen."""

import importlib.util
import sys
from pathlib import Path

from desktop.detect import detect
from desktop.detect.settle.scores import kinds, scored
from desktop.model import Span
from desktop.text import lists

TOOLS = Path(__file__).parents[3] / "corpus" / "tools"


def load(name):
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sys.path.insert(0, str(TOOLS))
tool = load("scores")


def test_a_name_said_again_is_of_another_kind_than_one_said_once():
    text = "Hà ra Huế, rồi chị Hà về Đồng Hới"
    spans = [Span(0, 2, "PERSON"), Span(6, 9, "LOCATION"), Span(19, 21, "PERSON"), Span(25, 33, "LOCATION")]
    assert list(kinds(text, spans)) == ["one-again", "one-once", "one-again", "two-once"]


def test_the_score_is_what_was_measured_of_the_kind():
    measured = lists.table("scores")
    found = [each.score for each in scored("ở Huế", [Span(2, 5, "LOCATION")])]
    assert found == [measured["LOCATION"]["one-once"]]


def test_every_kind_of_every_label_was_measured():
    assert {label: sorted(row) for label, row in lists.table("scores").items()} == {
        label: sorted(tool.SIZES) for label in tool.marks.LABELS.values()
    }


def test_an_answers_marks_bear_scores_between_nothing_and_certainty():
    found = detect("Ngày 3-5-2021, ông Trần Văn Lực, Bí thư Huyện ủy Mộc Châu, trao 12 suất quà tại xã Vân Hồ.\n")
    assert [span.label for span in found.spans if not 0.5 < span.score < 1] == []


def test_few_marks_of_a_kind_are_drawn_towards_the_wider_kind():
    rows = [tool.Told("a", "PERSON", "one-once", True)] * 30 + [tool.Told("a", "PERSON", "two-once", False)]
    made = tool.table(rows)["PERSON"]
    assert (made["one-once"] > 0.95, 0.9 < made["two-once"] < made["one-once"]) == (True, True)


def test_a_table_is_off_by_what_its_bands_are_off():
    rows = [tool.Told("a", "PERSON", "one-once", at % 2 == 0) for at in range(100)]
    made = {"PERSON": {"one-once": 0.75}}
    assert tool.deviations(made, rows) == [-0.25] * tool.BANDS
