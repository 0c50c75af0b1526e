"""Official papers, of the state and of the Party: what each line is, and the fields of their register.

Fields have the names of Thông tư 05/2025/TT-BNV: typeName, codeNumber, codeNotation, issuedDate, organName, subject; beside them
superior, signer, signerTitle, grounds and recipients.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from desktop.detect.vi.page import rows as lines
from desktop.detect.vi.times import times
from desktop.model import Meta, Role
from desktop.text import fold
from desktop.text.lists import words
from desktop.text.patterns import pattern

_TOP = 24  # lines in which the head of a paper stands
_PORTAL = 60  # lines of a portal or a report over a paper, at most
_ISSUERS = 4  # lines of bodies over the state's name
_HEAD = 14  # lines from the first of the head to the kind of paper
_FOOT = 30  # lines at the end in which it is signed
_CLOSED = 60  # code points of a line that a signature does not run over
_SUBJECT = 6  # lines of a subject
_BESIDE = 80  # code points of what stands beside the state's name
_BEHIND = 15  # code points that stand behind the day in its line
_LONG = 220  # code points; a longer line over the text is a paragraph
_NUMBER = pattern("official.number")
_DATED = pattern("official.dated")
_DAY = pattern("official.day")
_COMMITTEE = pattern("official.committee")
_RANK = pattern("official.rank")
_BOTH = pattern("official.both")
_OF_WHOM = pattern("official.of_whom")
_RULE = pattern("official.rule")
_SIGNED = pattern("official.signed")
_COLUMNS = re.compile(r".*(?:[ \xa0]{3,}|\t|[ \xa0]\|[ \xa0])")
_NAME = re.compile(r"(?:[^\W\d_]+(?:['’-][^\W\d_]+)?[ \xa0.]){1,5}[^\W\d_]+(?:['’-][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Paper:
    """One official paper: a role for each line, and its card."""

    roles: tuple[Role, ...]
    meta: Meta


def found(rows: Sequence[str]) -> tuple[int, Paper | None]:
    """Return where an official paper begins in a text, and what its lines are: at its top, or under the lines of a portal or a report."""
    names = (at for at, row in enumerate(rows[:_PORTAL]) if _states(row.strip()) is not None)
    begins = [0, *(_issuers_above(rows, at) for at in islice(names, 1))]
    papers = ((at, read(rows[at:])) for at in dict.fromkeys(begins))
    return next(filter(lambda told: told[1] is not None, papers), (0, None))


def _issuers_above(rows: Sequence[str], at: int) -> int:
    """Return the first of the lines in capitals right over the state's name: the bodies that issue the paper."""
    above = takewhile(
        lambda row: row.strip().isupper() or _RULE.fullmatch(row.strip()) is not None,
        reversed(rows[max(0, at - _ISSUERS) : at]),
    )
    return at - sum(1 for _ in above)


def read(rows: Sequence[str]) -> Paper | None:
    """Return what the lines of a text are if they are an official paper's, else None. `rows` are lines without blanks at their ends."""
    top = [row.strip() for row in rows[:_TOP]]
    state = [at for at, row in enumerate(top) if _states(row) is not None]
    number = next((at for at, row in enumerate(top) if _number(row)), None)
    short = [row if len(row) < _LONG and "ngày" in row.lower() else "" for row in top]  # the pattern is dear
    dated = next((at for at, row in enumerate(short) if _is_day(row)), None)
    above = max([*state, -1 if number is None else number, -1 if dated is None else dated])
    kind = _kind_line(top, max(state, default=above), above)
    signs = (bool(state), number is not None, dated is not None, kind is not None)
    judged = number is not None and bool((found := _number(top[number])) and found["kind"])
    told = dated is not None or ((kind is not None or judged) and number is not None and _is_issued(top, number))
    issued = number is not None and told
    if sum(signs) + judged < 2 or not (state or issued) or not any(signs[1:]):
        return None
    head = [at for at in (*state, number, dated, kind) if at is not None]
    if min(head) > 6 or any(_is_paragraph(row) for row in top[: min(head)]):
        return None
    last, title = _title(top, max(head), kind)
    roles = [Role.BODY] * len(rows)
    for at in range(min(last + 1, len(rows))):
        roles[at] = lines.role("over", lines.Place(top, at, title.start, title.stop), Role.BODY)
    signed = _signed(rows, last + 1)
    for at in signed:
        roles[at] = Role.BYLINE
    for at in range(last + 1, len(rows)):
        if _RULE.fullmatch(rows[at].strip()) or _states(rows[at].strip()) is not None:
            roles[at] = Role.FURNITURE
    return Paper(tuple(roles), _meta(rows, roles, title, kind, signed))


def _is_day(row: str) -> bool:
    """Return whether a line of a paper's head tells its date."""
    found = _DATED.search(row)
    return _DAY.fullmatch(row) is not None or (found is not None and len(row) - found.end() <= _BEHIND)


def _is_issued(top: Sequence[str], number: int) -> bool:
    """Return whether a body in capitals stands over the number."""
    return any(row.isupper() and row.lower().startswith(tuple(words("official", "issuers"))) for row in top[:number])


def _states(row: str) -> str | None:
    """Return what stands beside the state's name, its motto or the Party's name in a line, empty for nothing; None where none is there."""
    low = fold.bare(row) if len(row) < _LONG else ""  # a scanner loses marks
    names = _plain("state") | (_plain("halves") if row.isupper() else frozenset())
    starts = [at for name in names if (at := low.find(name)) >= 0]
    if not starts:
        return None
    rest, behind = row[: min(starts)].strip(" \xa0\t*_-–|"), low[min(starts) :]
    for name in sorted(names, key=len, reverse=True):
        behind = behind.replace(name, "")
    if behind.strip(" \xa0\t*_-–.|") or (rest and not (rest.isupper() and len(rest) <= _BESIDE)):
        return None
    return rest


def names_state(row: str) -> bool:
    """Return whether the state's name or its motto stands in a line, whatever stands beside it."""
    return len(row) < _LONG and any(map(fold.bare(row).__contains__, _plain("state")))


@cache
def _plain(listed: str) -> frozenset[str]:
    """Return a list without its marks."""
    return frozenset(map(fold.bare, words("official", listed)))


def _number(row: str) -> re.Match[str] | None:
    """Return the number of a paper that a line begins with."""
    found = _NUMBER.match(row)
    if found is None or len(row) > _LONG or not (found["number"] or found["notation"]) or not row[:1].isupper():
        return None
    return found if found["notation"] or found.end() >= len(row.rstrip()) or "/" in row[:40] else None


def _kind_line(top: Sequence[str], state: int, above: int) -> int | None:
    """Return the line of the paper's kind: a name of kinds alone, in capitals, or with its subject behind it.

    `above` is the last line of the state's name, the number and the day, `state` of the first of these that the paper has.
    """
    opening = tuple(f"{kind} " for kind in _plain("kinds"))
    for at, row in enumerate(top[: max(above, 0) + _HEAD]):
        own = row.strip(" *_")
        low = fold.bare(own)
        alone = low in _plain("kinds") and own[:1].isupper() and (row.isupper() or at >= above)
        if alone or (at > state >= 0 and row.isupper() and len(row) < _LONG and low.startswith(opening)):
            return at
    return None


def _title(top: Sequence[str], head: int, kind: int | None) -> tuple[int, range]:
    """Return the last line over the text, and the lines of kind and subject."""
    if kind is None:  # a letter of an office names its subject alone
        first = next(
            (at for at, row in enumerate(top) if row.lower().startswith(tuple(words("official", "subjects")))), -1
        )
        if first < 0:
            return head, range(0)
    else:
        first = kind
    end = first + 1
    while end < len(top) and end - first <= _SUBJECT and lines.holds("subject", lines.Place(top, end)):
        end += 1
    last = max(head, end - 1)
    while last + 1 < len(top) and lines.holds("matter", lines.Place(top, last + 1)):
        last += 1
    return last, range(first, end)


def _is_paragraph(row: str) -> bool:
    return len(row) > 90 and row.endswith((".", "…", "!", "?"))


def _signed(rows: Sequence[str], first: int) -> list[int]:
    """Return the lines of the signature block at the end: acting for, offices, signed, name."""
    found: list[int] = []
    start = max(first, len(rows) - _FOOT)
    for at in range(start, len(rows)):
        row = _right(rows[at])
        low = row.lower()
        if found and any(len(between.strip()) > _CLOSED for between in rows[found[-1] + 1 : at]):
            found = []  # that was who decides, over the articles
        if len(row) > 90 or not row:
            continue
        acting = low.startswith(tuple(words("official", "acting"))) and (row.isupper() or row[:2].isupper())
        office = (
            (row.isupper() or found)
            and low.startswith(tuple(words("official", "offices")))
            and not row.endswith((".", ";", ":", ","))
        )
        named = bool(found) and at - found[-1] <= 2 and _is_name(row)
        both = _BOTH.fullmatch(row)
        office = office or (
            both is not None and _is_name(both["name"]) and low.startswith(tuple(words("official", "offices")))
        )
        if acting or office or _SIGNED.fullmatch(low) or named:
            found.append(at)
    return (
        found
        if any(_is_name(row) or _BOTH.fullmatch(row) for row in (_right(rows[at]) for at in found)) or len(found) > 1
        else []
    )


def _right(row: str) -> str:
    """Return what stands in the right one of two columns that ran together, else the line."""
    return _COLUMNS.sub("", row.strip()).strip(" \xa0|")


def _is_name(row: str) -> bool:
    bare = _RANK.sub("", row)
    if not _NAME.fullmatch(bare) or len(bare) > 40 or bare.lower().startswith(tuple(words("official", "offices"))):
        return False
    return bare.isupper() or all(part[0].isupper() for part in bare.split())


def _meta(rows: Sequence[str], roles: Sequence[Role], title: range, kind: int | None, signed: Sequence[int]) -> Meta:
    bare = [row.strip() for row in rows]
    number = next((found for row in bare[:_TOP] if (found := _number(row))), None)
    dates = (_DATED.search(row) or _DAY.fullmatch(row) for row in bare[:_TOP] if _is_day(row))
    dated = next(filter(None, dates), None)
    day = times.published("/".join(map(str, dated.group("day", "month", "year")))) if dated else None
    shown = [bare[at] for at in title]
    named, subject = _named(shown, kind)
    if not subject:
        subject = next((row for row in bare[:_TOP] if row.lower().startswith(tuple(words("official", "subjects")))), "")
    issuer = _issuer([row for row, role in zip(bare, roles, strict=True) if role is Role.DATELINE])
    block = [_right(bare[at]) for at in signed]
    signer = next((row for row in reversed(block) if _is_name(row)), "")
    post = " ".join(row for row in block if row != signer and not _SIGNED.fullmatch(row.lower()))
    fields = {
        "typeName": named or _judged(number) or ("Công văn" if subject else ""), "codeNumber": (number["number"] or "") if number else "",
        "codeNotation": number["notation"].lstrip("/-").strip() if number else "", "issuedDate": day[:10] if day else "",
        "organName": issuer[-1] if issuer else "", "superior": issuer[0] if len(issuer) > 1 else "", "subject": _subject(subject),
        "signer": _RANK.sub("", signer), "signerTitle": post,
        "grounds": "; ".join(row.rstrip(" ;.,") for row in bare if row.lower().startswith(tuple(words("official", "grounds")))),
        "recipients": _recipients(bare, signed),
    }  # fmt: skip
    whole = f"{named} {_lower_first(_subject(subject))}".strip() if named and subject else named or _subject(subject)
    place = _COLUMNS.sub("", dated.groupdict().get("place") or "").strip() if dated else ""
    return Meta(
        whole or None,
        fields["organName"] or None,
        None,
        day,
        place or None,
        {key: value for key, value in fields.items() if value},
    )


def _judged(number: re.Match[str] | None) -> str:
    """Return the kind of paper that stands in the line of its number: a judgement's."""
    return (number["kind"] or "").capitalize() if number else ""


def _named(shown: Sequence[str], kind: int | None) -> tuple[str, str]:
    """Return kind and subject of a title's lines."""
    if not shown or kind is None:
        return "", " ".join(shown)
    low = fold.bare(shown[0]).strip(" :*_")
    name = max(
        (each for each in words("official", "kinds") if f"{low} ".startswith(f"{fold.bare(each)} ")),
        key=len,
        default="",
    )
    rest = shown[0].lstrip(" :*_")[len(name) :].strip(" :*_")
    if _OF_WHOM.fullmatch(rest) and shown[1:]:
        rest = ""
    return name.capitalize(), " ".join(filter(None, [rest, *shown[1:]]))


def _subject(written: str) -> str:
    return re.sub(r"^(?:v/v|vv)[ \xa0:.]*", "về việc ", written, flags=re.I).strip() if written else ""


def _lower_first(written: str) -> str:
    return written if written.isupper() else written[:1].lower() + written[1:]


def _issuer(rows: Sequence[str]) -> list[str]:
    """Return the bodies over the number: one, or the superior and the issuer; a name over two lines is one."""
    found: list[str] = []
    ends = tuple(words("official", "openings"))
    for row in takewhile(lambda each: not each.lower().startswith(ends), rows):
        name = _states(row) or row
        if _number(name) or _is_day(name) or not name.isupper():
            continue
        name = name.strip(" *-–_")
        if found and name.lower().startswith(tuple(words("official", "levels"))) and not _COMMITTEE.match(name):
            found[-1] = f"{found[-1]} {name}"
        else:
            found.append(name)
    return found[:2]


def _recipients(bare: Sequence[str], signed: Sequence[int]) -> str:
    at = next(
        (at for at, row in enumerate(bare) if row.lower().startswith(tuple(words("official", "recipients")))), None
    )
    if at is None:
        return ""
    listed = [
        re.split(r"[ \xa0]{3,}|\t", row.lstrip("-–+• "))[0].rstrip(" ;.,")
        for row in bare[at + 1 :]
        if row[:1] in "-–+•"
    ]
    return "; ".join(filter(None, listed))


lines.says(
    {
        "a rule": lambda place: _RULE.fullmatch(place.row) is not None,
        "a paper's number": lambda place: _number(place.row) is not None,
        "a paper's day": lambda place: _is_day(place.row),
        "the state's": lambda place: _states(place.row) is not None,
        "the state's alone": lambda place: _states(place.row) == "",
        "of kind and subject": lambda place: place.first <= place.at < place.last,
        "over kind and subject": lambda place: place.at < place.first,
    }
)
