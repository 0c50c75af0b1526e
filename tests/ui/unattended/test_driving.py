"""What drives a window without a person waits for what is meant."""

import pytest

from desktop.ui.unattended import driving


def test_what_ended_again_in_the_same_turn_is_waited_for_again(qapp):
    seen = iter([False, True, False, True, True])
    driving.until(lambda: next(seen))
    assert list(seen) == []


def test_what_never_comes_is_waited_for_as_long_as_patience_lasts(qapp):
    with pytest.raises(TimeoutError):
        driving.until(lambda: False, seconds=0.1)
