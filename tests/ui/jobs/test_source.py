"""A file on its way in: a batch at a time, and ended as soon as a person says so."""

import json
import multiprocessing
from functools import partial

import pytest
from building import plain_page

from desktop import operations
from desktop.errors import ImportFileError
from desktop.ui.jobs import source
from desktop.ui.jobs.source import Source


@pytest.fixture
def lines(tmp_path, monkeypatch):
    """A file of 120 lines, the third of which is no article, with batches of 50 however slow the machine is."""
    monkeypatch.setattr(source, "_SECONDS", 1000.0)
    rows = [{"id": f"a{at}", "title": "t", "text": "Bà Hoa", "sha256": f"{at}"} for at in range(120)]
    rows[2] = {}
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return Source(partial(operations.prepare, tmp_path / "x.jsonl", plain_page))


def test_a_file_comes_in_batches_with_what_is_wrong_in_its_place(lines):
    batches = [lines.more() for _ in range(3)]
    wrong = [each for batch in batches for each in batch if isinstance(each, ImportFileError)]
    sizes = [len(batch) for batch in batches]
    assert (sizes, [each.parameters["number"] for each in wrong], batches[0][2] is wrong[0], lines.ended, lines.share) == (
        [50, 50, 20], [3], True, True, 1.0,
    )  # fmt: skip


def test_of_a_file_that_was_stopped_nothing_more_comes(lines):
    first = len(lines.more())
    before = lines.share
    lines.stop()
    assert (first, lines.more(), lines.ended, 0 < before < 1) == (50, [], True, True)


def test_a_file_that_is_not_there_is_told_as_the_last_of_it(tmp_path):
    gone = Source(partial(operations.prepare, tmp_path / "none.txt", plain_page))
    (error,) = gone.more()
    assert (error.kind, gone.ended) == ("file-missing", True)


def test_a_large_page_that_is_stopped_is_read_no_further(tmp_path):
    words = "<p>Bà Lê Thị Hạnh nhận lá thư ở xã Hòa An, huyện Mộc Châu.</p>" * 20_000
    (tmp_path / "x.html").write_text(f"<html><body><article>{words}</article></body></html>", "utf-8")

    def prepare(told):
        def first_then_stop(done, of):
            large.stop()
            told(done, of)

        return operations.prepare(tmp_path / "x.html", plain_page, first_then_stop)

    large = Source(prepare)
    assert (large.more(), large.ended, multiprocessing.active_children()) == ([], True, [])
