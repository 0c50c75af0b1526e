"""`butda detect --score`: the detector against gold articles."""

import json

import pytest
from click.testing import CliRunner

from desktop.cli import butda
from desktop.errors import RequestError
from desktop.scoring import lines, score

TEXT = "Ngày 1/7/2024, ông Trần Văn Lực đến Hà Nội.\n\nHọ có 12 bò.\n\nChia sẻ"
SPANS = [
    {"start": 0, "end": 13, "label": "TIME", "value": "2024-07-01"},
    {"start": 19, "end": 31, "label": "PERSON"},
    {"start": 36, "end": 42, "label": "LOCATION"},
    {"start": 51, "end": 53, "label": "COUNT", "value": 12},
]
LINES = [[0, 43, "body"], [45, 57, "body"], [59, 66, "furniture"]]


def gold(tmp_path, spans, **more):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "one", "text": TEXT, "spans": spans, "lines": LINES, **more}) + "\n", "utf-8")
    return path


def changed(at, **fields):
    return [span | fields if index == at else span for index, span in enumerate(SPANS)]


ERRORS = {
    "all right": (SPANS, []),
    "missed and nothing else": ([*SPANS, {"start": 43, "end": 44, "label": "EVENT"}], [("missed", "EVENT")]),
    "spurious": (SPANS[1:], [("spurious", "TIME")]),
    "other edges": (changed(1, start=20), [("edges", "PERSON"), ("edges", "PERSON")]),
    "another label": (changed(2, label="ORGANIZATION"), [("label", "LOCATION"), ("label", "ORGANIZATION")]),
    "a span on furniture": ([*SPANS, {"start": 59, "end": 66, "label": "EVENT"}], []),
}


@pytest.mark.parametrize(("spans", "wanted"), ERRORS.values(), ids=ERRORS)
def test_errors_are_told_by_kind_and_label(tmp_path, spans, wanted):
    assert [(error.kind, error.label) for error in score(gold(tmp_path, spans)).errors] == wanted


def test_the_table_counts_spans_values_and_roles(tmp_path):
    # In so short a text the page reader takes the first line for a headline and the last for the article's.
    told = list(lines(score(gold(tmp_path, changed(0, value="2023-07-01"))), 0))
    assert (told[5].split(), told[6], told[7]) == (
        ["ALL", "1.000", "1.000", "1.000", "1.000", "4", "4", "1.000-1.000"],
        "values right where the span is right: figures 1/1, times 0/1",
        "lines: furniture F1 0.000, other roles right 1/2",
    )


def test_a_blind_test_is_counted_but_never_shown(tmp_path):
    told = list(lines(score(gold(tmp_path, SPANS[1:], blind=True)), 10))
    assert (told[-5:-1], told[-1]) == (
        ["errors, missed: none", "errors, spurious: TIME 1", "errors, edges: none", "errors, label: none"],
        "A blind test: its errors are not shown.",
    )


def test_a_line_that_is_no_gold_article_is_told_by_its_number(tmp_path):
    path = gold(tmp_path, SPANS)
    path.write_text(path.read_text("utf-8") + '{"id": "two"}\n', "utf-8")
    with pytest.raises(RequestError, match="line 2"):
        score(path)


def test_the_command_prints_the_table(tmp_path):
    result = CliRunner().invoke(butda, ["detect", "--score", str(gold(tmp_path, SPANS)), "--errors", "5"])
    assert (result.exit_code, result.output.splitlines()[5].split()[:4]) == (0, ["ALL", "1.000", "1.000", "1.000"])
