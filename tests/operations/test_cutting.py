"""A part cut out of a mark: one step, what is left stays marked."""

import pytest
from building import TEXT, dump

from desktop import operations
from desktop.errors import RequestError
from desktop.model import Status

NAME = "Lê Thị Hạnh, Bí thư Chi bộ"


def place(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.fixture
def marked(store, imported):
    """The article, and a mark over a name and an office."""
    article = imported(TEXT)
    (mark,) = operations.annotate(store, article.id, *place(NAME), "PERSON", note="xem lại", by="Hoa").made
    return article, mark


CUT = {
    "the end": (", Bí thư Chi bộ", ["Lê Thị Hạnh"]),
    "the beginning": ("Lê Thị Hạnh", ["Bí thư Chi bộ"]),
    "the middle": ("Hạnh, Bí thư", ["Lê Thị", "Chi bộ"]),
    "beyond the end": ("Bí thư Chi bộ, nhận 12", ["Lê Thị Hạnh"]),
}


@pytest.mark.parametrize(("words", "left"), CUT.values(), ids=CUT)
def test_what_is_left_stays_marked_and_one_undo_brings_all_back(store, marked, words, left):
    article, mark = marked
    before = dump(store)
    operations.cut_out(store, mark.id, *place(words), by="Lan")
    there = store.annotations(article.id)
    first = next(each for each in there if each.id == mark.id)
    operations.undo(store)
    assert ([TEXT[each.start : each.end] for each in there], first.note, {each.by for each in there}, dump(store)) == (
        left, "xem lại", {"Lan"}, before,
    )  # fmt: skip


@pytest.mark.parametrize("words", [NAME, "Bà " + NAME, "12 lá thư"])
def test_what_would_leave_nothing_or_does_not_meet_is_refused(store, marked, words):
    before = dump(store)
    with pytest.raises(RequestError) as error:
        operations.cut_out(store, marked[1].id, *place(words))
    assert (error.value.kind, dump(store)) == ("cut-nothing", before)


def test_a_second_part_that_is_marked_already_is_not_marked_twice(store, marked):
    article, mark = marked
    operations.annotate(store, article.id, *place("Chi bộ"), "PERSON")
    operations.cut_out(store, mark.id, *place("Hạnh, Bí thư"))
    there = [TEXT[each.start : each.end] for each in store.annotations(article.id) if each.status is Status.ACCEPTED]
    assert there == ["Lê Thị", "Chi bộ"]
