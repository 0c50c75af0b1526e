"""Blocks of JSON lines and their parts: cut, shared out, written whole, taken up again; and the sentence where Dask is missing."""

import io
import json
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop import blocks, clustering
from desktop.blocks import Answer
from desktop.cli import butda
from desktop.clustering import answer, cluster
from desktop.errors import RequestError
from desktop.streaming import stream

BAD = b'{"id": 7}\n'


def row(number):
    return (
        json.dumps(
            {"id": number, "text": f"Ngày {number + 1}-5-2024, bà Nguyễn Thị Hoa nhận {number} lá thư."}
        ).encode()
        + b"\n"
    )


@pytest.fixture
def inputs(tmp_path):
    """Two files: the second has a bad line, an empty one, and no end to its last."""
    first, second = tmp_path / "báo.jsonl", tmp_path / "tin.jsonl"
    first.write_bytes(b"".join(row(number) for number in range(6)))
    second.write_bytes(row(6) + BAD + b"\n" + row(8).rstrip())
    return [first, second]


def here(waiting, told):
    """Share blocks out to nobody, last first: parts do not lean on the order."""
    for block in reversed(list(waiting)):
        yield block, answer(block, told)


def streamed(inputs, told=False):
    out = io.BytesIO()
    lines = [line for each in inputs for line in each.read_bytes().splitlines(keepends=True)]
    stream(lines, out, io.BytesIO(), told=told)
    return out.getvalue()


def parts(out):
    return sorted(each.name for each in out.glob("*.jsonl"))


def joined(out):
    return b"".join((out / each).read_bytes() for each in parts(out))


@pytest.mark.parametrize("told", [False, True])
def test_the_parts_in_order_are_the_answers_of_one_stream(inputs, tmp_path, told):
    said = list(blocks.run(inputs, tmp_path / "out", here, told, size=250))
    assert (joined(tmp_path / "out"), said) == (
        streamed(inputs, told), [f"{inputs[1]}: line 2: text is missing"],
    )  # fmt: skip


def test_a_part_is_named_after_its_block_and_a_block_ends_with_a_line(inputs):
    made = [(each.part, each.first, each.lines.count(b"\n")) for each in blocks.blocks(inputs, 250)]
    assert made == [
        ("0001-báo-000001.jsonl", 1, 3), ("0001-báo-000002.jsonl", 4, 3), ("0002-tin-000001.jsonl", 1, 3),
    ]  # fmt: skip


def test_a_run_that_broke_off_is_taken_up_where_it_was_and_says_again_what_was_wrong(inputs, tmp_path):
    out, asked = tmp_path / "out", []

    def noted(waiting, told):
        for block in waiting:
            asked.append(block.part)
            yield block, answer(block, told)

    list(blocks.run(inputs, out, here, size=250))
    whole, gone = joined(out), parts(out)[1]
    (out / gone).unlink()
    said = list(blocks.run(inputs, out, noted, size=250))
    assert (asked, joined(out) == whole, said) == ([gone], True, [f"{inputs[1]}: line 2: text is missing"])


def test_a_block_that_kills_its_workers_is_told_and_left_for_the_next_run(inputs, tmp_path):
    def killed(waiting, told):
        for block in waiting:
            lost = block.part.startswith("0001") and block.first == 4
            yield block, None if lost else answer(block, told)

    said = list(blocks.run(inputs[:1], tmp_path / "out", killed, size=250))
    assert (said, parts(tmp_path / "out")) == (
        [str(RequestError("cluster-block", path=inputs[0], number=4))], ["0001-báo-000001.jsonl"],
    )  # fmt: skip


def test_an_answer_of_another_detector_is_not_kept(inputs, tmp_path):
    def older(waiting, told):
        yield next(waiting), Answer("0.0.1", b"{}\n", b"")

    with pytest.raises(RequestError) as error:
        list(blocks.run(inputs, tmp_path / "out", older))
    assert (error.value.kind, parts(tmp_path / "out")) == ("cluster-version", [])


@pytest.mark.parametrize("change", ["facts", "inputs", "another folder"])
def test_a_folder_of_something_else_is_refused(inputs, tmp_path, change):
    out = tmp_path / "out"
    if change == "another folder":
        out.mkdir()
        (out / "thư.txt").write_text("của tôi")
    else:
        list(blocks.run(inputs, out, here))
    before = sorted((each.name, each.read_bytes()) for each in out.iterdir())
    with pytest.raises(RequestError) as error:
        list(blocks.run(inputs[: 1 if change == "inputs" else 2], out, here, told=change == "facts"))
    assert (error.value.kind, sorted((each.name, each.read_bytes()) for each in out.iterdir())) == (
        "cluster-other",
        before,
    )


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RequestError) as error:
        list(blocks.run([tmp_path / "none.jsonl"], tmp_path / "out", here))
    assert (error.value.kind, Path(error.value.parameters["path"]).name) == ("file-unreadable", "none.jsonl")


def test_without_dask_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RequestError) as error, cluster("local:2"):
        pass
    assert (
        str(error.value) == "Work on a cluster needs Dask, which is not installed here (pip install 'butda[cluster]')."
    )


def test_the_command_hands_files_to_a_cluster_and_tells_bad_lines_on_stderr(inputs, tmp_path, monkeypatch):
    monkeypatch.setattr(clustering, "cluster", lambda address: nullcontext(here))
    given = ["detect", "--cluster", "local:2", *map(str, inputs), "--out", str(tmp_path / "out"), "--facts"]
    done = CliRunner().invoke(butda, given)
    assert (done.exit_code, done.stdout, done.stderr, joined(tmp_path / "out")) == (
        1, "", f"{inputs[1]}: line 2: text is missing\n", streamed(inputs, told=True),
    )  # fmt: skip


@pytest.mark.parametrize(
    "given", [["--cluster", "local:2", "a"], ["--out", "b", "a"], ["--cluster", "local:2", "--out", "b"]]
)
def test_cluster_files_and_folder_go_together(given):
    done = CliRunner().invoke(butda, ["detect", *given])
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (
        2, "Error: --cluster ADDRESS, files and --out DIR go together.",
    )  # fmt: skip
