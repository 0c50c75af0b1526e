"""The CRF over names: what it is given, what it decides, and that training gives the same bytes."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import assets
from desktop.detect import detect
from desktop.detect.settle import model
from desktop.detect.vi.names.names import prepare
from desktop.model import Role, Span

ROOT = Path(__file__).parents[3]
LINE = "Sáng 1/7, ông Trần Văn Lực, Bí thư Huyện ủy Mộc Châu, đến Hà Nội."
TITLE = Span(28, 52, "TITLE")
RULES = [Span(0, 8, "TIME"), Span(14, 26, "PERSON"), TITLE, Span(35, 52, "ORGANIZATION"), Span(44, 52, "LOCATION")]


def line():
    return prepare(LINE, [])


def test_the_shipped_model_is_small_and_loads():
    assert 100_000 < assets.path(model.MODEL).stat().st_size < 3_000_000


def test_tags_are_iob2_of_the_outermost_spans():
    tags = model.tags(line(), model.outermost(RULES))
    assert [tag for tag in tags if tag != "O"] == [
        "B-TIME", *["I-TIME"] * 3, "B-PERSON", *["I-PERSON"] * 2, "B-TITLE", *["I-TITLE"] * 5,
    ]  # fmt: skip


def test_only_stretches_around_capitals_and_candidates_are_labelled():
    far = prepare("ông Lực nói rằng trời mưa từ đêm đến sáng nên không ai đi ra đồng được như đã hẹn với bà Hoa", [])
    edges = [(each.start, each.start + len(each.rows)) for each in model.stretches(far, Role.BODY, [])]
    assert edges == [(0, 4), (20, 23)]


def test_names_that_model_and_rules_agree_on_stay_with_what_nests_in_them():
    assert sorted(model.decide(line(), Role.BODY, RULES), key=lambda span: (span.start, -span.end))[1:5] == RULES[1:]


class _Fixed:
    """A model that says what it is told, and is as sure as it is told."""

    def __init__(self, wanted, sure):
        self.wanted, self.sure, self.rows = wanted, sure, []

    def set(self, rows):
        self.rows = rows

    def tag(self):
        return [self.wanted.get(row[0].removeprefix("w="), "O") for row in self.rows]

    def marginal(self, tag, step):
        return self.sure if self.tag()[step] == tag else 1 - self.sure


NAMED = {"trần": "B-PERSON", "văn": "I-PERSON", "lực": "I-PERSON"}


@pytest.mark.parametrize(
    ("rules", "wanted", "sure", "found"),
    [
        ([], NAMED, 0.9, [Span(14, 26, "PERSON")]),
        ([], NAMED, 0.7, []),
        ([Span(14, 22, "PERSON")], NAMED, 0.7, [Span(14, 26, "PERSON")]),
        ([Span(14, 22, "PERSON")], NAMED, 0.5, [Span(14, 22, "PERSON")]),
        ([Span(14, 26, "PERSON")], {}, 0.95, []),
        ([Span(14, 26, "PERSON")], {}, 0.8, [Span(14, 26, "PERSON")]),
        ([Span(0, 8, "TIME")], {}, 0.95, [Span(0, 8, "TIME")]),
    ],
    ids=["added", "not added", "moved", "not moved", "dropped", "not dropped", "not its business"],
)
def test_the_model_has_its_way_only_where_it_is_sure_enough(rules, wanted, sure, found):
    assert model.decide(line(), Role.BODY, rules, _Fixed(wanted, sure)) == found


def test_a_new_office_holds_its_body_and_the_place_in_it():
    tags = dict.fromkeys(["thư", "huyện", "uỷ", "mộc", "châu"], "I-TITLE") | {"bí": "B-TITLE"}
    found = model.decide(line(), Role.BODY, [], _Fixed(tags, 0.95))
    assert found == [TITLE, Span(35, 52, "ORGANIZATION"), Span(44, 52, "LOCATION")]


def test_training_on_the_same_articles_gives_the_same_bytes(tmp_path):
    script = (
        "import sys; sys.path.insert(0, 'corpus/tools'); import train, marks; from pathlib import Path; "
        "lines = [line for n in ('001', '002') for line in train.examples(marks.read(next(Path('corpus/gold').glob(n + '*'))))]; "
        "train.train(lines, Path(sys.argv[1]))"
    )
    for name in "ab":
        subprocess.run([sys.executable, "-c", script, str(tmp_path / name)], cwd=ROOT, check=True)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("text", ["", "a", "Ａ" * 3000, "Hà " * 2000, "\ufffd Hà\tNội \U0001f600 Ông A"])
def test_any_line_goes_through(text):
    found = detect(text)
    assert all(0 <= span.start < span.end <= len(text) for span in found.spans)
