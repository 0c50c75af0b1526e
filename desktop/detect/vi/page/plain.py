"""The head of a text that no page surrounds (a paper, minutes, a letter, a list of prices): nothing of it is thrown away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.detect.vi.page import card, foot, looks, official, rows
from desktop.model import Role
from desktop.text import lists
from desktop.text.lists import words
from desktop.text.patterns import pattern

_VOICE = 4  # first words of a line in which its writer may speak
_DRAWN = re.compile(r"[-–—_=*.~ \xa0\d/:|]+")  # a rule, a number, a bare date
_ABSTRACT = pattern("page.plain.abstract")
_OFFICE = 6  # words of an office that signs
_KICKER = 3  # words of a section's name over a headline
_FIELD = 24  # code points in which a field of a form has its colon
_TITLE = 4  # words of a headline under one
_SUBJECT = 130  # code points of what a paper is about
_BIRTH = 9  # first words of a life in which birth or home is told


def is_plain(bare: Sequence[str], first: int) -> bool:
    """Return whether no line over the first paragraph is a page's own: no menu, no button, no counter, no day of publication."""
    own = [at for at in range(first) if not _DRAWN.fullmatch(bare[at]) or card.is_dateline(bare[at])]
    paged = any(
        (foot.is_loose(bare, at) and not is_field(bare[at]) and not official.names_state(bare[at]))
        or (card.is_dateline(bare[at]) and not is_field(bare[at]))
        for at in own
    )
    return first > 0 and (not paged or any(map(is_abstract, bare[: first + 1])))


def head(bare: Sequence[str], first: int) -> list[Role]:
    """Return the roles of the lines over the first paragraph: a headline, which may go on in capitals, and what follows it."""
    roles = [rows.role("outside", rows.Place(bare, at, first), Role.BODY) for at in range(first)]
    title = _title(bare, roles)
    if title is None:
        return roles
    for at in range(title):
        roles[at] = Role.FURNITURE if roles[at] is Role.BODY else roles[at]
    after = entitle(bare, roles, title)
    rest = [at for at in range(after, first) if roles[at] is Role.BODY]
    if len(rest) == 1 and _sums_up(bare[rest[0]]):
        roles[rest[0]] = Role.LEAD
    return roles


def entitle(bare: Sequence[str], roles: list[Role], title: int) -> int:
    """Make headlines of a line and of those in which it goes on; return the line behind them."""
    roles[title] = Role.HEADLINE
    after = title + 1
    while after < len(roles) and roles[after] is Role.BODY and _goes_on(bare, title, after):
        roles[after] = Role.HEADLINE
        after += 1
    return after


def _goes_on(bare: Sequence[str], title: int, at: int) -> bool:
    """Return whether a headline in capitals goes on in a line: in capitals too, or with what a paper of its kind is about."""
    row = bare[at]
    begun = looks.is_numbered(row) or is_field(row)  # the text, not what it is about
    told = (
        len(bare[title].split()) <= _OFFICE or len(row.split()) >= _TITLE
    )  # under a long title a few words head a part
    kind = (
        at == title + 1 and _is_kind(bare[title]) and told and len(row) < _SUBJECT and row[-1:].isalnum() and not begun
    )
    return bare[title].isupper() and (row.isupper() or kind)


def _is_kind(row: str) -> bool:
    """Return whether a line is the kind of a paper, in capitals: `BIÊN BẢN`, `TIỂU SỬ TÓM TẮT`."""
    return row.isupper() and row.lower().startswith(tuple(words("official", "kinds") | words("page", "plain.kinds")))


def is_abstract(row: str) -> bool:
    """Return whether a line heads or opens the summary of a paper of a journal: `Tóm tắt: ...`."""
    return _ABSTRACT.match(row) is not None


def is_paper(bare: Sequence[str], roles: Sequence[Role]) -> bool:
    """Return whether the headline is the kind of a paper, whose first paragraph sums nothing up: a report, minutes, a life."""
    return any(role is Role.HEADLINE and _is_kind(row) for row, role in zip(bare, roles, strict=False))


def is_life(row: str) -> bool:
    """Return whether a paragraph opens a life, with birth or home, and sums nothing up."""
    opening = f"{' '.join(row.lower().split()[:_BIRTH])} "
    return any(f" {born} " in opening for born in words("page", "plain.births"))


def _title(bare: Sequence[str], roles: Sequence[Role]) -> int | None:
    """Return the headline: the first line of the text's own, or the one under a section's name."""
    own = [at for at, role in enumerate(roles) if role is Role.BODY]
    if len(own) > 1 and len(bare[own[0]].split()) <= _KICKER and not bare[own[0]].isupper():
        longer = next((at for at in own[1:3] if len(bare[at].split()) >= _TITLE and ":" not in bare[at][:_FIELD]), None)
        return own[0] if longer is None else longer
    return own[0] if own else None


def _sums_up(row: str) -> bool:
    """Return whether a line under the headline is a summary and no field of a form: `Chủ trì: ...`."""
    return (
        len(row.split()) >= _TITLE
        and ":" not in row[:_FIELD]
        and not (looks.is_item(row) or is_own_voice(row) or card.is_dateline(row))
    )


def is_own_voice(row: str) -> bool:
    """Return whether a line speaks of its writer, as a letter or a post does and no summary: `Tôi là ...`, `Chào các bác`."""
    low = f"{row.lower()} "
    spoken = words("page", "plain.voices")
    return low.startswith(tuple(f"{word} " for word in words("page", "plain.greetings"))) or any(
        word in spoken for word in (row[:1].lower() + row[1:]).split()[:_VOICE]
    )


def is_field(row: str) -> bool:
    """Return whether a line is a field of a form: `Thời gian: 8 giờ ...`."""
    return row.lower().startswith(tuple(words("page", "plain.fields")))


def signed(bare: Sequence[str], roles: list[Role]) -> list[Role]:
    """Return the roles with what stands over a name at the end as its signature: `Thư ký`, `Người làm đơn`."""
    at = len(roles) - 1
    while at > 0 and roles[at] is Role.BYLINE:
        at -= 1
    if 0 < at < len(roles) - 1 and roles[at] is Role.BODY and len(bare[at].split()) <= _OFFICE and _signs(bare[at]):
        return [*roles[:at], Role.BYLINE, *roles[at + 1 :]]
    return roles


def _signs(row: str) -> bool:
    return row[-1:].isalpha() and row.lower().startswith(tuple(words("official", "offices")))


rows.says(
    {
        "names the state": lambda place: official.names_state(place.row),
        "under an abstract": lambda place: any(map(is_abstract, place.lines[: place.at])),
        "over capitals": lambda place: any(map(str.isupper, place.lines[place.at + 1 : place.at + 2])),
        "top": lambda place: place.at == 0,
        "surname": lambda place: lists.key_of(place.row.split()[0]) in lists.keys("surnames"),
    }
)
