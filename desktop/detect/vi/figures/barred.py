"""What stands around a number and makes no figure of it, as rows of `lexicon/vi/veto_figures.toml`: patterns of the words beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from desktop.detect import rules
from desktop.text.lists import table
from desktop.text.patterns import filled

_REACH = 45  # code points before a number that are looked at
_AROUND = 400  # and on both sides, where the text is on something


@dataclass(frozen=True)
class Barred:
    """A row: what is written, and what stands before, behind or around it; an empty pattern is not asked."""

    name: str
    label: str
    why: str
    examples: tuple[str, ...]
    written: str
    before: str
    after: str
    near: str

    def holds(self, line: str, start: int, end: int) -> bool:
        """Return whether the row bars the number from start to end, in code points of the line."""
        written, before, after, near = self._patterns
        return (
            (written is None or written.fullmatch(line, start, end) is not None)
            and (before is None or before.search(line[max(0, start - _REACH) : start]) is not None)
            and (after is None or after.match(line, end) is not None)
            and (near is None or near.search(line[max(0, start - _AROUND) : start + _AROUND]) is not None)
        )

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str] | None, ...]:
        parts = (self.written, self.before, self.after, self.near)
        return tuple(re.compile(filled(part, "figures")) if part else None for part in parts)


@cache
def rows(family: str) -> tuple[Barred, ...]:
    """Return the rows of a family in their order."""
    held = table("veto_figures")[family]
    parts = ("written", "before", "after", "near")
    return tuple(
        Barred(
            f"vi.{family}.no.{name}",
            row.get("label", held["label"]),
            row["why"],
            tuple(row["examples"]),
            *(row.get(part, "") for part in parts),
        )
        for name, row in held.items()
        if isinstance(row, dict)
    )


def everything() -> Iterator[Barred]:
    """Yield the rows of all families."""
    for family in table("veto_figures"):
        yield from rows(family)


def barred(family: str, line: str, start: int, end: int) -> bool:
    """Return whether a row of a family bars the number from start to end, in code points of the line."""
    for row in rows(family):
        if row.holds(line, start, end) and rules.stands(row.name):
            rules.decided(row.name, line, start, end)
            return True
    return False
