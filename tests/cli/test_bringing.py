"""Marks that come in by the command line: what is said of them before, and what is done then."""

import json

import pytest
from building import TEXT


@pytest.fixture
def article(run, tmp_path):
    (tmp_path / "bài.txt").write_text(TEXT, "utf-8")
    return run("import", tmp_path / "bài.txt")[1].split("\t")[1]


def test_a_dry_run_tells_what_would_be_and_the_run_does_it(run, article, tmp_path):
    start = TEXT.index("xã")
    row = {"text": TEXT, "label": [[start, start + 9, "LOC"], [0, 4, "VIP"]]}
    (tmp_path / "set.jsonl").write_text(json.dumps(row), "utf-8")
    told = run("marks", tmp_path / "set.jsonl", "--labels", "LOC=LOCATION", "--dry-run")
    done = run("marks", tmp_path / "set.jsonl", "--labels", "LOC=LOCATION")
    shown = [line.split("\t")[3] for line in run("show", article)[1].splitlines() if "accepted" in line]
    assert (told, done[:2], shown) == (
        (
            0,
            "2 new\t0 equal\t0 moved\t0 conflicting\t0 not found\n"
            "1 articles of the library\t0 that come along\t0 unknown\nnew labels\tVIP\n",
            "",
        ),
        told[:2],
        ["VIP", "LOCATION"],
    )


def test_what_needs_a_look_is_told_with_its_article(run, article, tmp_path):
    (tmp_path / "x.csv").write_text("doc_id,quote,occurrence,label\nbài,không có,1,EVENT\nkhác,Bà,1,EVENT\n", "utf-8")
    code, out, _ = run("marks", tmp_path / "x.csv")
    assert (code, out.splitlines()[2:]) == (
        0,
        ["unknown article\tkhác", f"not found\tEVENT\tkhông có\t{TEXT.partition(chr(10))[0]}\t"],
    )


def test_a_pair_that_is_none_and_a_file_that_is_none_are_refused(run, article, tmp_path):
    (tmp_path / "x.bin").write_bytes(b"\0")
    told = [run("marks", tmp_path / "x.bin", *more)[::2] for more in (["--labels", "PER"], [])]
    assert [(code, error.split(":")[0].split(" ")[0]) for code, error in told] == [
        (1, "PER"),
        (1, str(tmp_path / "x.bin")),
    ]
