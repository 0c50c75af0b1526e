"""A person's own word lists, and what becomes of the detector's labels in one library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from desktop.model.learned import Learned


@dataclass(frozen=True, slots=True)
class WordList:
    """Names or terms that are marked wherever they stand; `cased`: only as they are written."""

    name: str
    label: str
    entries: tuple[str, ...]
    cased: bool = True
    on: bool = True


@dataclass(frozen=True, slots=True)
class Renaming:
    """What marks of one of the detector's labels bear in a library: `other`, nothing where they are not wanted."""

    name: str
    other: str = ""


@dataclass(frozen=True)
class OwnLists:
    """What a library's own is: its lists, labels called otherwise, and what was learned of decisions.

    `renamed` holds pairs of a detector's label and the one it is shown as, empty for none.
    """

    lists: tuple[WordList, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    learned: tuple[Learned, ...] = ()

    @cached_property
    def mark(self) -> str:
        """Return what an answer's version says of what took part of it; empty where nothing did."""
        active: list[object] = [each for each in self.lists if each.on]
        taught = [(row.effect, row.sign, row.words, row.label, row.becomes) for row in self.learned if row.on]
        if not (active or self.renamed or taught):
            return ""
        import hashlib  # brings OpenSSL with it, which detecting without lists would wait for

        told = (active, self.renamed, taught) if taught else (active, self.renamed)
        return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:6]
