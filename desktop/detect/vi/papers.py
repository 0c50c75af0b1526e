"""DOCUMENT spans of one line: legal and party papers by their number, their code, their meeting or their name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from desktop.detect import rules
from desktop.detect.rules import Rule
from desktop.detect.shapes import GAP, MAYBE
from desktop.model import Span
from desktop.text.lists import table, words
from desktop.text.patterns import pattern

_LAW_YEAR = re.compile(rf"{GAP}(?:19|20)\d\d(?![\w/.-])")
_LAW_AMENDED = pattern("papers.law_amended")
_LAW = pattern("papers.law")
_AMENDING = pattern("papers.amending")
_WITH_CODE = pattern("papers.with_code")
_PARTED = re.compile(rf"{MAYBE}([/\-–]){MAYBE}")  # số 15 /KH-UBND
_BESIDE = pattern("papers.beside")
_STANDARD = pattern("papers.standard")
_SHORT = re.compile(rf"{GAP}\(([A-Z]{{3,8}})\)")  # a paper's initials after its name
_CASE = pattern("papers.case")
_MET = pattern("papers.met")
_ACT_ALONE = 8  # letters of the word for an act, with nothing behind it
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
            match = rule.pattern.match(line, head.end())
            end = rule.read(match) if match else None
            if end is not None:
                yield head.start(), end, rule.name


def _anywhere(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield the papers that their code, their short word or their name tells, with their rules."""
    low = line.lower()
    present = {word for word in _waited() if word in low}
    for rule in rules.standing(rows()):
        if not rule.opens or not present.isdisjoint(rule.opens):
            for match in rule.pattern.finditer(line):
                end = rule.read(match)
                if end is not None:
                    yield match.start(), end, rule.name


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
    if text[end - 1] == ")" and "(" not in match[0]:
        end -= 1
    return end


def _code(match: re.Match[str]) -> int | None:
    if not re.search(r"[^\W\d]", match["code"]):
        return None if "số" not in match[0].lower() else match.end()
    return _trimmed(match, match.end())


def _described(match: re.Match[str]) -> int | None:
    """Take words between a head and its number where none of them begins another clause."""
    between = re.split(r"số[ \xa0]?:?", match[0])[0].lower().split()
    return None if words("documents", "parting").intersection(between) else _trimmed(match, match.end())


def _code_alone(match: re.Match[str]) -> int | None:
    code = match[0].split()[-1]
    if _CASE.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None  # a case's number is none of a paper's
    return _trimmed(match, match.end()) if re.search(r"[/\-–][A-ZĐ]", code) else None


def _numbered(match: re.Match[str]) -> int | None:
    """Take a bare number where no counted noun follows it."""
    said = re.search(r"số[ \xa0]", match[0], re.I)
    after = None if said else re.match(r"[ \xa0]{1,3}([^\W\d_]+)", match.string[match.end() : match.end() + 24])
    if after and after[1].islower() and after[1] not in table("documents")["after"]:
        return match.start("list") if match["list"] and match.start("list") > match.start() else None
    if re.match(r"\s?%|[.,]\d", match.string[match.end() : match.end() + 3]):
        return None
    return match.end()


def _meeting(match: re.Match[str]) -> int | None:
    text = match[0]
    return _trimmed(match, match.end()) if _MET.search(text) else None


def _congress(match: re.Match[str]) -> int | None:
    end = match.end()
    text = match[0]
    return None if len(text.split()) < 5 and not re.search(r"\d|[IVX]+$", text) else end


def _law(match: re.Match[str]) -> int | None:
    before = match.string[max(0, match.start() - 8) : match.start()].lower().split()
    if before[-1:] and before[-1] in words("documents", "no_law_before"):
        return None  # Trường Đại học Luật Hà Nội
    last = match[0].split()[-1]
    if last.islower() and last in words("documents", "after"):
        return match.start() + len(match[0].rstrip()) - len(last) - 1
    return match.end()


def _act(match: re.Match[str]) -> int | None:
    stop = frozenset(table("documents")["after"])
    end = match.start()
    for count, word in enumerate(re.finditer(r"[^\W\d_]+", match[0])):
        if count > 1 and (word[0] in stop or word[0][0].isupper()):
            break
        end = match.start() + word.end()
    return end if end - match.start() > _ACT_ALONE else None


READERS: dict[str, _Ends] = {
    "act": _act,
    "code": _code,
    "code_alone": _code_alone,
    "congress": _congress,
    "described": _described,
    "law": _law,
    "listed_law": _listed_law,
    "listed_treaty": _listed_treaty,
    "meeting": _meeting,
    "numbered": _numbered,
    "standard": _standard,
    "whole": _whole,
}
