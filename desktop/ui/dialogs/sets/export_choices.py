"""What a person chose in the export dialog the last time, as the settings hold it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.exchange import FORMATS
from desktop.model import Status
from desktop.operations import EXPORTED

_GROUPS = ("label", "entity", "article")


@dataclass(frozen=True, slots=True)
class Choices:
    """Format, marks by status, by what a report puts quotes together, names replaced, and by what shares articles are dealt out."""

    format: str = "jsonl"
    statuses: tuple[Status, ...] = EXPORTED
    group: str = "label"
    replace_names: bool = False
    shares: tuple[int, ...] = ()

    def words(self) -> tuple[str, ...]:
        """Return the choices as the settings hold them."""
        names = ("names",) if self.replace_names else ()
        shares = ",".join(map(str, self.shares))
        return (self.format, ",".join(self.statuses), self.group, shares, *names)

    @staticmethod
    def of(words: Iterable[str]) -> Choices:
        """Return the choices that settings hold; what they hold otherwise is the usual."""
        format_name, statuses, group, shares, *names = [*words, "", "", "", ""][: max(4, len(tuple(words)))]
        known = tuple(each for each in Status if each.value in statuses.split(","))
        usual = Choices()
        return Choices(
            format_name if format_name in FORMATS else usual.format, known or usual.statuses,
            group if group in _GROUPS else usual.group, "names" in names,
            tuple(int(each) for each in shares.split(",") if each.isdecimal()),
        )  # fmt: skip
