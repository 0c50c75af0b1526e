"""Sizes of the text, by steps."""

import pytest

from desktop.ui.look.measures import SIZES, size_at, usual_size, zoom_of


@pytest.mark.parametrize("size", SIZES)
def test_a_size_comes_back_from_its_steps(size):
    assert size_at(zoom_of(size)) == size


def test_steps_end_at_the_smallest_and_the_largest(qapp):
    assert (size_at(-99), size_at(99), size_at(0), size_at(1, SIZES[0])) == (
        SIZES[0],
        SIZES[-1],
        usual_size(),
        SIZES[1],
    )
