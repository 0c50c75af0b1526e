"""Python's search for cyclic garbage, held off while a text is read: reading leaves none, and it would look at every token again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_LET = {True: gc.enable, False: gc.disable}


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the search off; behind it is on or off as it was before."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _LET[before]()
