"""`detect -`: JSON lines in, JSON lines out."""

import io
import json
import os
import signal
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest
from hostile import HOSTILE, LONG_LINE
from mortal import answered

from desktop.streaming import shared, stream
from desktop.text.lines import lines
from desktop.text.normal import normal

ROOT = Path(__file__).parents[1]


def run(*rows):
    """Return the exit code, the answers and the lines told on stderr; a row that is no bytes becomes JSON."""
    sent = [row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows]
    out, errors = io.BytesIO(), io.BytesIO()
    code = stream(sent, out, errors)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], errors.getvalue().decode().splitlines()


BAD = {
    "not JSON": b"{\n",
    "not UTF-8": b'{"id": 1, "text": "\xff"}\n',
    "a list": [1],
    "a string": "text",
    "no text": {"id": 1},
    "a text that is no string": {"id": 1, "text": 7},
    "no id": {"text": "a"},
    "an id that is null": {"id": None, "text": "a"},
    "an id that is true": {"id": True, "text": "a"},
    "an id that is a list": {"id": [1], "text": "a"},
    "an id that JSON does not know": b'{"id": NaN, "text": "a"}\n',
    "an id beyond numbers": b'{"id": 1e999, "text": "a"}\n',
    "an id with too many digits": b'{"id": ' + b"1" * 5000 + b', "text": "a"}\n',
    "nested without end": b"[" * 100_000 + b"\n",
    "a date that is no string": {"id": 1, "text": "a", "published": 2024},
    "a date that is none": {"id": 1, "text": "a", "published": "03/05/2024"},
    "a day that is none": {"id": 1, "text": "a", "published": "2024-02-31"},
    "a time that is none": {"id": 1, "text": "a", "published": "2024-02-03T25:00"},
    "a date that is empty": {"id": 1, "text": "a", "published": ""},
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_line_is_told_by_its_number_and_the_rest_goes_on(bad):
    code, answers, told = run({"id": "before", "text": "một"}, b"\n", bad, {"id": "after", "text": "hai"})
    assert (code, [row["id"] for row in answers], [line.startswith("line 3: ") for line in told]) == (
        1, ["before", "after"], [True],
    )  # fmt: skip


IDS = ["a", "", "ừ 🎉", 'a"b\\\n\t', "\ud83d", "7", 7, 0, -1, 1.5, 10**30, 1e-7]


@pytest.mark.parametrize("given", IDS, ids=ascii)
def test_an_id_comes_back_as_it_was(given):
    code, (answer,), told = run({"id": given, "text": "một"})
    assert (code, answer["id"], type(answer["id"]), told) == (0, given, type(given), [])


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (None, None), ("2019-12-31", "2019-12-31"), ("2019-12-31T20:05", "2019-12-31"), ("2019-12-31T20:05+07:00", "2019-12-31"),
        ("2019-12-31T20:05:00.5Z", "2020-01-01"),
    ],
)  # fmt: skip
def test_a_date_is_taken_as_an_import_takes_it_on_the_clock_of_vietnam(published, value):
    _, (answer,), told = run({"id": 1, "text": "Sáng nay, bà Hoa đến.", "published": published})
    (found,) = [span["value"] for span in answer["spans"] if span["label"] == "TIME"]
    assert (found and found[:10], told) == (value, [])


@pytest.mark.parametrize("published", [None, "2024-05-03", "2024-05-03T09:30"])
def test_other_keys_are_ignored_and_a_date_may_be_given(published):
    code, (answer,), _ = run({"id": 1, "text": "một", "published": published, "spans": [1], "title": {}})
    assert (code, list(answer), answer["text"]) == (0, ["id", "text", "spans", "lines"], "một")


@pytest.mark.parametrize(
    "text", [*HOSTILE.values(), "", " \n", LONG_LINE[:4_000]], ids=[*HOSTILE, "empty", "blank", "long"]
)
def test_answers_are_about_the_text_in_normal_form(text):
    code, (answer,), told = run({"id": 1, "text": text})
    inside = all(0 <= each["start"] < each["end"] <= len(answer["text"]) for each in answer["spans"])
    assert (code, told, answer["text"], [tuple(each[:2]) for each in answer["lines"]], inside) == (
        0, [], normal(text), list(lines(normal(text))), True,
    )  # fmt: skip


def test_a_span_has_its_six_keys():
    _, (answer,), _ = run({"id": 1, "text": "Sáng 3-5-2024, bà Nguyễn Thị Thắm nhận 12 lá thư.\n"})
    assert {tuple(each) for each in answer["spans"]} <= {("start", "end", "label", "value", "unit", "counted")}


def test_a_byte_order_mark_and_windows_line_ends_are_borne():
    code, answers, _ = run(b'\xef\xbb\xbf{"id": 1, "text": "a"}\r\n', b"\r\n", b'{"id": 2, "text": "b"}')
    assert (code, [row["id"] for row in answers]) == (0, [1, 2])


def test_each_answer_appears_before_the_next_line_is_sent():
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "detect", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    seen = []
    for at in range(3):
        process.stdin.write(json.dumps({"id": at, "text": f"Bài số {at}"}).encode() + b"\n")
        process.stdin.flush()
        seen.append(json.loads(process.stdout.readline())["id"])
    rest, _ = process.communicate(timeout=30)
    assert (seen, rest, process.returncode) == ([0, 1, 2], b"", 0)


def test_several_processes_give_the_same_answers_in_the_same_order():
    texts = [f"Ngày {day}/7/2024, ông Trần Văn Lực đến Hà Nội lần thứ {day}." for day in range(1, 31)]
    sent = [json.dumps({"id": at, "text": text}).encode() + b"\n" for at, text in enumerate(texts)] + [b"{\n"]
    one, two = (io.BytesIO(), io.BytesIO()), (io.BytesIO(), io.BytesIO())
    codes = stream(sent, *one), stream(sent, *two, jobs=2)
    assert (codes, one[0].getvalue(), one[1].getvalue()) == ((1, 1), two[0].getvalue(), two[1].getvalue())


def test_lines_whose_process_is_killed_are_read_again_and_the_order_stays():
    sent = [json.dumps({"id": at, "text": f"Ngày {at}/7/2024, Hà Nội có mưa."}).encode() + b"\n" for at in range(1, 31)]

    def lines_and_a_kill():
        for at, line in enumerate(sent):
            if at in (10, 20):  # answers have come, so that processes are there
                os.kill(active_children()[0].pid, signal.SIGKILL)
            yield line

    one, two = (io.BytesIO(), io.BytesIO()), (io.BytesIO(), io.BytesIO())
    codes = stream(sent, *one), stream(lines_and_a_kill(), *two, jobs=2)
    assert (codes, two[0].getvalue(), two[1].getvalue()) == ((0, 0), one[0].getvalue(), b"")


def test_a_line_that_kills_its_process_twice_is_named_and_the_rest_goes_on():
    lines = [(number, b"kill\n" if number in (4, 9) else b"%d\n" % number) for number in range(1, 21)]
    answers = list(shared(answered, iter(lines), 2))
    told = [
        (number, wrong.decode().split(": ")[0]) for (number, _), (_, wrong) in zip(lines, answers, strict=True) if wrong
    ]
    kept = [answer for answer, _ in answers if answer]
    assert (told, kept) == ([(4, "line 4"), (9, "line 9")], [line for _, line in lines if line != b"kill\n"])


def test_facts_are_told_where_they_are_asked_for():
    out = io.BytesIO()
    text = "Bí thư Huyện ủy Lê Thị Mận phát biểu."
    stream([json.dumps({"id": 1, "text": text}).encode()], out, io.BytesIO(), told=True)
    (answer,) = [json.loads(line) for line in out.getvalue().splitlines()]
    held = next(each for each in answer["relations"] if each[0] == "office_held")
    quotes = [text[answer["spans"][at]["start"] : answer["spans"][at]["end"]] for at in held[1:]]
    assert (quotes, answer["spans"][held[1]]["entity"]) == (
        ["Lê Thị Mận", "Bí thư Huyện ủy"], "person/lê thị mận/huyện uỷ",
    )  # fmt: skip
