"""Values that may be missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def then(value: Given | None, make: Callable[[Given], Made | None]) -> Made | None:
    """Return what is made of a value; nothing of none."""
    return None if value is None else make(value)
