"""Libraries of earlier versions: brought up to this one, they are undone to their beginning and done again, before and after compaction."""

import gzip
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from building import dump

from desktop import operations
from desktop.model import Status
from desktop.operations.history import tend

OLDER = Path(__file__).parent / "older"
SCHEMAS = sorted(path.name.removesuffix(".butda.gz") for path in OLDER.glob("*.gz"))


@pytest.fixture(params=SCHEMAS)
def older(request, tmp_path):
    """The path of a library as an earlier version left it: one step half undone, two steps that made marks equal."""
    path = tmp_path / "library.butda"
    path.write_bytes(gzip.decompress((OLDER / f"{request.param}.butda.gz").read_bytes()))
    return path


def counts(path):
    connection = sqlite3.connect(path)
    try:
        return {
            table: connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in ("change", "block", "step")
        }
    finally:
        connection.close()


def travelled(store):
    """Undo all; return the number of steps, and what is left of articles and marks."""
    steps = 0
    while operations.undo(store):
        steps += 1
    there = dump(store)
    return steps, [there[table] for table in ("article", "annotation", "relation", "text", "tones", "original")]


def places(store):
    return [(row.id, each.start, each.end, each.label) for row in store.rows() for each in store.annotations(row.id)]


@pytest.mark.parametrize("compacted", [False, True], ids=["as it is", "compacted"])
def test_it_is_undone_to_its_beginning_and_done_again(older, compacted):
    store = operations.open_library(older)
    begun = counts(older)
    while compacted and tend(store, 0):
        pass
    rows = counts(older)["change"]
    waiting = [step.title for step in (store.next_undo(), store.next_redo())]
    undone, left = travelled(store)
    labels = len(store.labels())
    while operations.redo(store):
        pass
    after = places(store)
    ends = Counter(step.undone for step in store.steps(most=100))
    store.close()
    assert (begun["block"], begun["step"], rows == 0, waiting, undone, left, labels, max(Counter(after).values()), ends) == (
        0, 27, compacted, ["Delete article", "Accept"], 25, [[]] * 6, 13, 1, {False: 27},
    )  # fmt: skip


def test_equal_marks_are_one_and_it_knows_what_both_knew(older):
    store = operations.open_library(older)
    twins = Counter(places(store))
    marks = [each for row in store.rows() if row.id != "other" for each in store.annotations(row.id)]
    notes = [each.note for each in marks if each.end == 7]
    persons = [each for each in marks if each.label == "PERSON" and each.status is Status.ACCEPTED]
    tied = {end for row in store.rows() for each in store.relations(row.id) for end in (each.head, each.tail)}
    wrong = store.check()
    store.close()
    assert (max(twins.values()), notes, len(persons), persons[0].id in tied, wrong) == (
        1, ["của tôi\ncũng của tôi"], 1, True, [],
    )  # fmt: skip
