"""DOCUMENT spans of one line: legal and party papers by their number, their code, their meeting or their name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.detect.shapes import GAP, MAYBE
from desktop.model import Span
from desktop.text.lists import words
from desktop.text.patterns import pattern

_LAW_YEAR = re.compile(rf"{GAP}(?:19|20)\d\d(?![\w/-]|\.\d)")
_LAW_AMENDED = pattern("papers.law_amended")
_LAW = pattern("papers.law")
_AMENDING = pattern("papers.amending")
_WITH_CODE = pattern("papers.with_code")
_PARTED = re.compile(rf"{MAYBE}([/\-–]){MAYBE}")  # số 15 /KH-UBND
_BESIDE = pattern("papers.beside")
_STANDARD = pattern("papers.standard")
_SHORT = re.compile(rf"{GAP}\(([A-Z]{{3,8}})\)")  # a paper's initials after its name
_MET = pattern("papers.met")
_CLOSE = re.compile(r"[\w)]")

_Ends = Callable[[re.Match[str]], int | None]  # where the paper that a match begins ends; None where it is none


def find(line: str) -> list[Span]:
    """Return the DOCUMENT spans of a line in order, none overlapping; who issued a paper and its date stay outside."""
    found = sorted((*_headed(line), *_anywhere(line)), key=lambda row: (row[0], -row[1]))
    kept: list[tuple[int, int]] = []
    for start, end, name in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
            rules.decided(name, line, start, end)
    short = [after.span(1) for _, end in kept if (after := _SHORT.match(line, end))]
    edges = sorted({*kept, *short})
    return [Span(start, end, "DOCUMENT", _code_of(line[start:end])) for start, end in edges]


@lru_cache(maxsize=1)
def rows() -> tuple[Rule[_Ends], ...]:
    """Return the rules of papers in their order."""
    return rules.rules_of("papers", "DOCUMENT", READERS)


def _headed(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield the papers that open with their kind, with their rules: each kind is found once, then what may follow it is tried."""
    tails = [rule for rule in rules.standing(rows()) if "kind" in rule.opens]
    for head in pattern("papers.kind").finditer(line):
        kind = " ".join(head[0].lower().split())
        strong = kind in words("documents", "strong")
        for rule in tails:
            # A bare number makes a paper after a strong head, or after a weak one that is written large.
            bare = next(iter(rule.opens - {"kind"}), "")
            if bare and not (strong or (kind in words("documents", bare) and head[0][0].isupper())):
                continue
            yield from _ended(rule, len(head[0]), filter(None, (rule.pattern.match(line, head.end()),)))


def _anywhere(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield the papers that their code, their short word or their name tells, with their rules."""
    low = line.lower()
    present = {word for word in _waited() if word in low}
    for rule in rules.standing(rows()):
        if not rule.opens or not present.isdisjoint(rule.opens):
            yield from _ended(rule, 0, rule.pattern.finditer(line))


def _ended(rule: Rule[_Ends], head: int, matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the papers of a rule's matches; `head` is how long the head is that they follow."""
    for match in matches:
        end = rule.read(match)
        if end is not None:
            yield match.start() - head, end, rule.name


@lru_cache(maxsize=1)
def _waited() -> frozenset[str]:
    """Return the words that rules wait for which read anywhere in a line."""
    return frozenset(word for rule in rows() if "kind" not in rule.opens for word in rule.opens)


def _listed_law(match: re.Match[str]) -> int | None:
    """Return the end of a law of the list, with a bare year behind: Luật Đất đai 2013."""
    amending = _AMENDING.match(match.string, match.end())  # Luật Sửa đổi, bổ sung một số điều của | Luật Thủy lợi
    amended = _LAW.match(match.string, amending.end()) if amending else None
    line, at = match.string, (amended or match).end()
    plain = line[at : at + 160].replace("\xa0", " ").lower()
    for name in _law_names().get(plain.split(" ", 1)[0].strip(","), ()):
        if plain.startswith(name) and not plain[len(name) : len(name) + 1].isalnum():
            end = at + len(name)
            after = _LAW_AMENDED.match(line, end) or _LAW_YEAR.match(line, end)
            return after.start() + len(after[0].rstrip(".")) if after else end
    return None


def _listed_treaty(match: re.Match[str]) -> int | None:
    """Return the end of a treaty or declaration of the list, with a bare year behind."""
    after = _LAW_YEAR.match(match.string, match.end())
    return after.end() if after else match.end()


def _standard(match: re.Match[str]) -> int | None:
    return match.end()


def _code_of(written: str) -> str | None:
    """Return the one code in a paper's name, without blanks: 26/2015/NĐ-CP; None for a bare number, or where several stand."""
    if _STANDARD.fullmatch(written):
        return "".join(written.split())
    close = _PARTED.sub(r"\1", written)
    codes = _WITH_CODE.findall(close)
    return codes[0] if len(codes) == 1 and _BESIDE.search(close) is None else None


@lru_cache(maxsize=1)
def _law_names() -> dict[str, list[str]]:
    """Return the names of laws in small letters by their first words, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(map(str.lower, words("documents", "laws")), key=len, reverse=True):
        found.setdefault(name.split(" ", 1)[0].strip(","), []).append(name)
    return found


def _whole(match: re.Match[str]) -> int | None:
    return _trimmed(match, match.end())


def _trimmed(match: re.Match[str], end: int) -> int | None:
    text = match.string
    while end > match.start() and not _CLOSE.match(text[end - 1]):
        end -= 1
    return end


def _meeting(match: re.Match[str]) -> int | None:
    text = match[0]
    return _trimmed(match, match.end()) if _MET.search(text) else None


READERS: dict[str, _Ends] = {
    "listed_law": _listed_law,
    "listed_treaty": _listed_treaty,
    "meeting": _meeting,
    "standard": _standard,
    "whole": _whole,
}
