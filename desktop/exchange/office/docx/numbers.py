"""The numbers that Word draws before paragraphs of lists and headings: no text of theirs, yet read (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop.exchange.office.docx.package import Package, W, value
from desktop.exchange.office.numerals import drawn

_LEVELS = 9
_SIGNS = frozenset("-–—+*")  # of unnumbered lists: those that a person would type
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    """One level of a list: how it counts, what it draws, from where."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbers:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, tuple[str, dict[int, _Level]]] = field(
        default_factory=dict
    )  # by number: whose count, and its levels
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    def before(self, paragraph: Any, package: Package, style: str) -> str:
        """Return what is drawn before a paragraph, and count on."""
        said = _said(paragraph, package, style)
        counted, levels = self.lists.get(said[0], ("", {})) if said else ("", {})
        if said is None or not levels:
            return ""
        at = min(int(said[1]) if said[1].isdigit() else 0, _LEVELS - 1)
        level = levels.get(at, _Level())
        counts = self._counts.setdefault(counted, [None] * _LEVELS)
        now = counts[at]
        counts[at] = level.start if now is None else now + 1
        counts[at + 1 :] = [None] * (_LEVELS - at - 1)
        if level.form == "bullet":
            return level.text if level.text in _SIGNS else ""
        return _PLACE.sub(_drawn(counts, levels), level.text) if level.form != "none" else level.text


def numbers(package: Package) -> Numbers:
    """Return the lists of a document."""
    root = package.tree(package.related("numbering", "word/numbering.xml"))
    found = Numbers()
    if root is None:
        return found
    abstract = {
        each.get(f"{W}abstractNumId", ""): {_at(level): _level(level) for level in each.findall(f"{W}lvl")}
        for each in root.findall(f"{W}abstractNum")
    }
    for each in root.findall(f"{W}num"):
        key, counted = each.get(f"{W}numId", ""), value(each, "abstractNumId")
        levels = dict(abstract.get(counted, {}))
        for own in each.findall(f"{W}lvlOverride"):
            inner, start = own.find(f"{W}lvl"), value(own, "startOverride")
            level = _level(inner) if inner is not None else levels.get(_at(own), _Level())
            levels[_at(own)] = _Level(level.form, level.text, int(start)) if start.isdigit() else level
            counted = f"{counted} {key}"  # it counts for itself
        found.lists[key] = (counted, levels)
    return found


def _said(paragraph: Any, package: Package, style: str) -> tuple[str, str] | None:
    """Return the list and the level that a paragraph says, or its style."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    styled = next((each.number for each in package.chain(style) if each.number is not None), None)
    if own is None:
        return styled
    return value(own, "numId") or (styled[0] if styled else ""), value(own, "ilvl") or (styled[1] if styled else "")


def _at(level: Any) -> int:
    said = level.get(f"{W}ilvl", "0")
    return int(said) if said.isdigit() else 0


def _level(level: Any) -> _Level:
    start = value(level, "start")
    return _Level(value(level, "numFmt") or "decimal", value(level, "lvlText"), int(start) if start.isdigit() else 1)


def _drawn(counts: list[int | None], levels: dict[int, _Level]) -> Callable[[re.Match[str]], str]:
    def place(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        level = levels.get(at, _Level())
        count = counts[at]
        return drawn(level.start if count is None else count, level.form)

    return place
