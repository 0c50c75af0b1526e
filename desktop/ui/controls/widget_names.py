"""Names by which tests and assistive programs find a widget."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)


def named(made: T, name: str) -> T:
    """Give an object its name and return it."""
    made.setObjectName(name)
    return made
