"""`mark`, `accept` and `reject`: the marks of a library without the window."""

import pytest

from desktop.store import Store


def marks(run, article):
    store = Store(run.library, write=False)
    try:
        return store.annotations(article)
    finally:
        store.close()


@pytest.fixture
def numbers(run, tmp_path):
    """The id of an imported article of figures."""
    path = tmp_path / "số.txt"
    path.write_text("Giá chè tăng 1.500 đồng, tỉ lệ 1-2, họp ngày 5/8/2026 ở xã Hòa An.\n", "utf-8")
    return run("import", path)[1].split("\t")[1]


READ = [
    ("1.500 đồng", "MONEY", 1500, "VND"),
    ("ngày 5/8/2026", "TIME", "2026-08-05", None),
    ("Hòa An", "LOCATION", None, None),
]


@pytest.mark.parametrize(("quote", "label", "value", "unit"), READ, ids=[row[1] for row in READ])
def test_a_mark_made_in_a_terminal_has_the_value_that_the_window_reads(run, numbers, quote, label, value, unit):
    text = run("show", numbers)[1].split("\n\n", 1)[1]
    start = text.index(quote)
    made = run("mark", numbers, start, start + len(quote), label)[1].strip()
    (mark,) = marks(run, numbers)
    run("undo")
    assert (mark.id, mark.value, mark.unit, marks(run, numbers)) == (made, value, unit, [])


def test_marks_are_accepted_and_rejected_by_the_beginnings_of_their_ids_as_one_step(run, article):
    run("detect", article)
    ids = [each.id for each in marks(run, article)]
    accepted = run("accept", *(each[:13] for each in ids[:2]), ids[0])
    rejected = run("reject", ids[1])
    now = [each.status.value for each in marks(run, article)][:2]
    run("undo")
    run("undo")
    back = {each.status.value for each in marks(run, article)}
    assert (accepted, rejected, now, back) == (
        (0, f"{ids[0]}\n{ids[1]}\n", ""), (0, f"{ids[1]}\n", ""), ["accepted", "rejected"], {"suggested"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "given"),
    [("accept", "không"), ("reject", ""), ("accept", "x" * 50_000)],
    ids=["unknown", "empty", "long"],
)
def test_marks_that_are_none_are_told_in_one_line(run, article, command, given):
    code, out, error = run(command, given)
    assert (code, out, error.startswith("There is no annotation "), error.count("\n")) == (1, "", True, 1)
