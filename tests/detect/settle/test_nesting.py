"""Which spans stand in which, and who keeps the ground."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect.settle import nesting
from desktop.model import Span

LABELS = ["PERSON", "TITLE", "ORGANIZATION", "LOCATION", "TIME", "DOCUMENT", "EVENT", "COUNT", "MONEY"]


@pytest.mark.parametrize(
    ("outer", "inner", "stays"),
    [
        ("TITLE", "ORGANIZATION", True),
        ("TITLE", "LOCATION", True),
        ("ORGANIZATION", "LOCATION", True),
        ("DOCUMENT", "EVENT", True),
        ("EVENT", "ORGANIZATION", True),
        ("ORGANIZATION", "ORGANIZATION", False),
        ("EVENT", "TITLE", False),
        ("PERSON", "LOCATION", False),
        ("TIME", "COUNT", False),
        ("DOCUMENT", "COUNT", False),
        ("LOCATION", "LOCATION", False),
    ],
)
def test_what_may_stand_inside(outer, inner, stays):
    spans = [Span(0, 10, outer), Span(2, 5, inner)]
    assert nesting.resolve(spans) == (spans if stays else spans[:1])


def test_of_two_that_cross_the_higher_rank_stays():
    assert nesting.resolve([Span(0, 6, "LOCATION"), Span(4, 9, "TIME")]) == [Span(4, 9, "TIME")]


def test_of_two_alike_that_cross_the_longer_stays():
    assert nesting.resolve([Span(0, 4, "PERSON"), Span(2, 9, "PERSON")]) == [Span(2, 9, "PERSON")]


@settings(max_examples=200, deadline=None, database=None)
@given(st.lists(st.builds(Span, st.integers(0, 30), st.integers(0, 30), st.sampled_from(LABELS)), max_size=12))
def test_no_two_spans_cross_and_all_are_in_order(spans):
    kept = nesting.resolve(spans)
    assert kept == sorted(kept, key=lambda span: (span.start, -span.end, span.label))
    assert [
        (a, b)
        for a in kept
        for b in kept
        if a.start < b.start < a.end < b.end or (a != b and (a.start, a.end) == (b.start, b.end) and a.label == b.label)
    ] == []
