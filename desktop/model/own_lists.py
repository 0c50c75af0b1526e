"""A person's own word lists, and what becomes of the detector's labels in one library."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class OwnLists:
    """The lists of a library; `renamed` holds pairs of a detector's label and the one it is shown as, empty for none."""

    lists: tuple[WordList, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    @property
    def mark(self) -> str:
        """Return what an answer's version says of the lists that took part; empty where none did."""
        active = [each for each in self.lists if each.on]
        if not (active or self.renamed):
            return ""
        import hashlib  # brings OpenSSL with it, which detecting without lists would wait for

        return hashlib.sha256(repr((active, self.renamed)).encode()).hexdigest()[:6]
