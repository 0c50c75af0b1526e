from pathlib import Path

from tests.mutants.__main__ import mutants

ROOT = Path(__file__).parents[1]


def test_every_changed_line_stands_once_where_it_is_to_be_changed():
    stale = [row["name"] for row in mutants() if (ROOT / row["file"]).read_text("utf-8").count(row["before"]) != 1]
    assert stale == []
