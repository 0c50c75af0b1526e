"""How a page to read may look: how loud its marks are, how far apart its lines stand, how wide its column is."""

from __future__ import annotations

from dataclasses import dataclass

QUIET, NORMAL, LOUD = LOUDNESS = ("quiet", "normal", "loud")
PITCHES = (14, 15, 16, 17, 18, 20)  # tenths of an em from one line to the next where no tags stand between
FOR_TAGS = 5  # tenths of an em more where tags stand between
COLUMNS = (30, 34, 38, 42, 46, 54)  # em; 38 are some 72 letters a line
USUAL_PITCH, USUAL_COLUMN = 16, 38


@dataclass(frozen=True, slots=True)
class Typography:
    """How the text stands: size in points, one of fonts.FACES, one of PITCHES, one of COLUMNS, and whether its lines make room for tags."""

    size: float
    face: str
    pitch: int = USUAL_PITCH
    column: int = USUAL_COLUMN
    roomy: bool = False


def nearest(offered: tuple[int, ...], wanted: int) -> int:
    """Return the one of some values that is nearest to a wanted one."""
    return min(offered, key=lambda each: abs(each - wanted))


def stepped(offered: tuple[int, ...], now: int, step: int) -> int:
    """Return the value that lies so many steps after (before, if negative) one of them; it stops at both ends."""
    return offered[min(max(offered.index(now) + step, 0), len(offered) - 1)]
