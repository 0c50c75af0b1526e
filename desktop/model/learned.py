"""What a library has learned from a person's decisions: rows that are made of them anew, and which of these are switched off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What a learned row does where the detector reads."""

    MARK = "mark"  # a name is marked wherever it stands
    LEAVE = "leave"  # a mark of these words is left out
    LABEL = "label"  # a mark of these words bears another label
    EDGES = "edges"  # a mark of these words is longer or shorter


class Sign(StrEnum):
    """By what a learned row knows the marks that it is about."""

    NAME = "name"  # all their words, as they are written
    HEAD = "head"  # their first word
    TAIL = "tail"  # their last word
    BEFORE = "before"  # the word before them
    AFTER = "after"  # the word behind them


@dataclass(frozen=True, slots=True)
class Learned:
    """One row: marks of `label` that are known by `words` are changed into `becomes`: another label, or other words.

    `decisions` are the ids of the marks that a person decided on so, `articles` how many hold them.
    """

    name: str
    effect: Effect
    sign: Sign
    words: str
    label: str
    becomes: str = ""
    decisions: tuple[str, ...] = ()
    articles: int = 0
    on: bool = True

    @property
    def score(self) -> float:
        """Return how sure a mark is that the row made, by as many decisions that agree (Laplace's rule of succession)."""
        return (len(self.decisions) + 1) / (len(self.decisions) + 2)

    @property
    def says(self) -> str:
        """Return what the row does, in a few words."""
        shown = self.words if self.sign is Sign.NAME else f"{self.sign}: {self.words}"
        return f"{shown} -> {self.becomes}" if self.becomes else shown


@dataclass(frozen=True, slots=True)
class Switched:
    """That a person switched a learned row off; rows that nobody switched are on."""

    name: str
    on: bool = False
