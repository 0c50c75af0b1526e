"""Sizes that several parts keep to: those of the text to read, the map's width, the height of what stands over a page."""

from __future__ import annotations

from desktop.ui.look import system_look

SIZES = (9.0, 10.0, 11.0, 12.0, 13.0, 14.5, 16.0, 18.0, 20.0, 23.0, 26.0, 30.0)  # points, of the text to read
MAP_WIDTH = 18  # pixels of the map beside the page
_USUAL_SIZE = 13.0
_HEAD = 34  # pixels, for letters of the usual size


def head_height() -> int:
    """Return the height of the running head over a page, pixels."""
    return system_look.scaled(_HEAD)


def usual_size() -> float:
    """Return the one of SIZES in which a person reads who has chosen none: larger where the system's letters are."""
    return min(SIZES, key=lambda offered: abs(offered - _USUAL_SIZE * system_look.letter_scale()))


def size_at(zoom: int, size: float | None = None) -> float:
    """Return the one of SIZES that lies so many steps above (below, if negative) one of them, the usual one if none is named."""
    at = SIZES.index(usual_size() if size is None else size) + zoom
    return SIZES[min(max(at, 0), len(SIZES) - 1)]


def zoom_of(size: float) -> int:
    """Return how many steps one of SIZES lies above the usual one."""
    return SIZES.index(size) - SIZES.index(usual_size())
