"""What was decided on in a library, told by the marks as they stand there."""

import pytest
from building import SPANS, TEXT, detection, span

from desktop import operations
from desktop.operations.learning.decisions import decisions

PERSON, TITLE, COUNT, PLACE = SPANS


@pytest.fixture
def marks(store, imported):
    """The suggestions of an article, by their labels."""
    article = imported(TEXT).id
    operations.apply_detection(store, article, detection(version="0.1.0+7.abc"))
    return {each.label: each for each in store.annotations(article)}


def decided(store):
    labels = [each.name for each in store.labels()]
    return [each for article in store.decided.stamps() for each in decisions(store, article, labels)]


def told(store):
    """The decisions without their ids, which are others each time."""
    return [(each.words, each.label, each.stands, each.was, each.was_label, *each.beside) for each in decided(store)]


def resized(store, mark, quote):
    place = span(quote, mark.label)
    operations.resize(store, mark.id, place.start, place.end)


DECIDED = {
    "nothing": (lambda store, marks: None, []),
    "accepted": (
        lambda store, marks: operations.accept(store, [marks["PERSON"].id]),
        [("Lê Thị Hạnh", "PERSON", True, "Lê Thị Hạnh", "PERSON", "Bà", ",")],
    ),
    "rejected": (
        lambda store, marks: operations.reject(store, [marks["LOCATION"].id]),
        [("xã Hòa An", "LOCATION", False, "xã Hòa An", "LOCATION", "từ", ".")],
    ),
    "deleted, which is rejected": (
        lambda store, marks: operations.delete(store, [marks["COUNT"].id]),
        [("12", "COUNT", False, "12", "COUNT", "nhận", "lá")],
    ),
    "made by hand": (
        lambda store, marks: operations.annotate(store, marks["COUNT"].article, 0, 13, "ORGANIZATION", by="Hoa"),
        [("Đảng viên trẻ", "ORGANIZATION", True, "", "", "", "")],
    ),
    "relabelled": (
        lambda store, marks: operations.relabel(store, [marks["LOCATION"].id], "ORGANIZATION", by="Hoa"),
        [("xã Hòa An", "ORGANIZATION", True, "xã Hòa An", "LOCATION", "từ", ".")],
    ),
    "made shorter": (
        lambda store, marks: resized(store, marks["LOCATION"], "Hòa An"),
        [("Hòa An", "LOCATION", True, "xã Hòa An", "LOCATION", "từ", ".")],
    ),
    "made longer at both ends": (
        lambda store, marks: resized(store, marks["COUNT"], "nhận 12 lá thư"),
        [("nhận 12 lá thư", "COUNT", True, "12", "COUNT", "nhận", "lá")],
    ),
    "decided and undone": (
        lambda store, marks: (operations.reject(store, [marks["COUNT"].id]), operations.undo(store)), [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DECIDED)
def test_a_decision_tells_what_stands_and_what_had_been_suggested(store, marks, case):
    decide, wanted = DECIDED[case]
    decide(store, marks)
    assert told(store) == wanted


def test_a_mark_that_got_its_first_label_back_is_kept_as_it_was(store, marks):
    changed = operations.relabel(store, [marks["PERSON"].id], "TITLE").made[0]
    operations.relabel(store, [changed.id], "PERSON")
    assert [each.is_kept for each in decided(store)] == [True]
