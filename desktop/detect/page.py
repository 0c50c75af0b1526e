"""The page around an article: what each line is to it, what the page says of it, and the day it was published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop.detect import headers
from desktop.model import Line, Meta, Role
from desktop.text.lines import lines
from desktop.text.tables import table

_SENTENCE, _PARAGRAPH = 60, 110  # code points: a line so long with a full stop, or so long without one, is prose
_HEADLINE = 130  # code points; no paper prints a longer one
_END = re.compile(r"[.!?…:;\"”’)][ \xa0]*$")
_SEPARATED = re.compile(r"[|»›~▾→·]|[ \xa0]{3,}|[^\s\d][ \xa0]+[/>][ \xa0]+[^\s\d]|\] \[")
_CELL = re.compile(r"[ \xa0]*[|\t][ \xa0]*|[ \xa0]{3,}")
_NUMERIC = re.compile(r"[-+−]?\d[\d.,%/: \xa0–-]*\w{0,3}")
_PARTED = re.compile(r"[|»›~▾→·]|[ \xa0]{3,}|[ \xa0][/>:-][ \xa0]")
_MENU = 32  # code points of a menu's piece, on the average at most
_TEMPLATE = re.compile(r"\{\w+\}|\[ *\]|\.{6,}|_{5,}|={5,}|\*{5,}")
_COMMENT = re.compile(r"[\w.-]{2,30}(?: \([^)]*\d{4}[^)]*\))?: ")
_LINKED = re.compile(r"[-–•»+][ \xa0].*\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)$")
_AUTHORS = re.compile(r"[ \xa0]?(?:[-–,&/+;]|\bvà\b)[ \xa0]?")
_AFTER_NAMES = re.compile(r"[ \xa0]?\([^()]{3,60}\)$")
_INITIALS = re.compile(r"(?:[A-ZĐ]\.[ \xa0]?){1,3}[A-ZĐ]?\w{0,6}\.?")
_AGENCY = re.compile(r"(?:Trung tâm|Phòng|Báo|Đài|Ban|Văn phòng|Cổng|Tạp chí|Sở|UBND|Công an|Hội|Trường)(?!\w)")
_NAME = re.compile(r"(?:[\w’']+[. ]{0,2}){1,5}")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text with their roles, what it says of itself, and the day from which its times are read."""

    lines: tuple[Line, ...]
    meta: Meta
    reference: date | None


def read(text: str, published: str | None = None, corrected: Mapping[int, Role] | None = None) -> Page:
    """Return the page of a text; published is ISO (`2019-07-01`, with or without a time) where it is known otherwise.

    Lines carry code points. Without a stated date the reference is inferred from the first paragraphs, or None.
    `corrected` holds what a person said of lines, by their starts: it stands, and what follows from roles follows from it.
    """
    edges = list(lines(text))
    roles = _roles([text[start:end] for start, end in edges])
    said = corrected or {}
    found = tuple(
        Line(start, end, said[start], role) if start in said else Line(start, end, role)
        for (start, end), role in zip(edges, roles, strict=True)
    )
    meta, reference = headers.read(text, found, published)
    return Page(found, meta, reference)


def _roles(rows: list[str]) -> list[Role]:
    bare = [row.strip() for row in rows]
    first = next((at for at, row in enumerate(bare) if _is_prose(row) and not _is_furniture(row)), None)
    if first is None:
        return _short_page(bare)
    first = _after_headline(bare, first)
    last = _end_of_article(bare, first)
    roles = _head(bare, first)
    roles += [Role.LEAD]
    roles += _middle(bare, first, last)
    for at in range(last, len(bare)):
        roles.append(_foot(bare, at, last))
    return roles


def _after_headline(bare: list[str], first: int) -> int:
    """Return the first paragraph's line where the one taken for it is a long headline: nothing else could be one."""
    others = [row for row in bare[:first] if not _is_furniture(row) and not _is_byline(row) and len(row.split()) >= 3]
    row, after = bare[first], bare[first + 1 : first + 4]
    paragraph = next((at for at, next_row in enumerate(after, first + 1) if len(next_row) >= _PARAGRAPH), None)
    if others or paragraph is None or len(row) > _HEADLINE or row.endswith((".", "”", '"', "…")):
        return first
    return paragraph


def _short_page(bare: list[str]) -> list[Role]:
    """A text without one paragraph: a note or a title; nothing of it is thrown away."""
    roles = [Role.DATELINE if headers.is_dateline(row) else Role.BODY for row in bare]
    if len(bare) > 1 and Role.BODY in roles:
        roles[roles.index(Role.BODY)] = Role.HEADLINE
    return roles


def _is_prose(row: str) -> bool:
    if _is_menu(row):
        return False
    return len(row) >= _PARAGRAPH or (len(row) >= _SENTENCE and _END.search(row) is not None)


def _is_menu(row: str) -> bool:
    """Return whether a line is short pieces with marks between and no sentence: sections of a site, scores, counters."""
    parts = _PARTED.split(row)
    return len(parts) > 3 and len(row) < _MENU * len(parts) and not row.endswith((".", "!", "?", "…", ";"))


def _is_furniture(row: str) -> bool:
    low = row.lower()
    rows = table("page")["furniture"]
    if low in _equals() or low.startswith(tuple(rows["starts"])):
        return True
    if _TEMPLATE.search(row) or _LINKED.match(row) or not any(char.isalpha() for char in row):
        return True
    if len(row) > 260:  # a paragraph may speak of a hotline or of Facebook
        return False
    if any(word in low for word in rows["contains"]) and (
        len(row) < 120 or not _END.search(row) or "©" in row or "giấy phép" in low
    ):
        return True
    if _is_menu(row):
        return not headers.is_dateline(row)
    seps = len(_SEPARATED.findall(row))
    return seps >= 1 and not _is_prose(row) and not headers.is_dateline(row) and not _is_byline(row)


@lru_cache(maxsize=1)
def _equals() -> frozenset[str]:
    return frozenset(table("page")["furniture"]["equals"])


def _is_loose(bare: list[str], at: int) -> bool:
    return _is_furniture(bare[at]) and not _is_caption(bare[at]) and not _is_table(bare, at)


def _is_table(bare: list[str], at: int) -> bool:
    """Return whether a line is a row of a table of numbers, or its head: a neighbour has as many cells, and figures."""
    width = len(_CELL.split(bare[at]))
    if width < 2:
        return False
    beside = [bare[near] for near in (at - 1, at + 1) if 0 <= near < len(bare)]
    like = [row for row in beside if len(_CELL.split(row)) == width and _has_figures(row)]
    return bool(like) and (_has_figures(bare[at]) or (at + 1 < len(bare) and bare[at + 1] in like))


def _has_figures(row: str) -> bool:
    cells = _CELL.split(row)[1:]
    return sum(_NUMERIC.fullmatch(cell) is not None for cell in cells) * 2 >= max(len(cells), 1)


def _is_byline(row: str) -> bool:
    low = row.lower().lstrip("(")
    rows = table("page")["byline"]
    if len(row) > 70 or headers.is_dateline(row):
        return False
    if low.startswith(tuple(rows["starts"])) and len(row.split()) <= 12 and not row.endswith("."):
        return True
    for tail in rows["tails"]:
        if low.endswith(f" {tail}"):
            row = row[: -len(tail)].rstrip(" (-")
    if _INITIALS.fullmatch(row):
        return True
    authors = _AUTHORS.split(_AFTER_NAMES.sub("", row).strip("() \xa0*"))
    if len(row) < 4 or len(authors) > 5:
        return False
    if len(authors) == 2 and _AGENCY.match(authors[1]) and len(authors[1].split()) <= 7 and _is_name(authors[0]):
        return len(authors[0].split()) > 1  # Hoàng Lan - Trung tâm Văn hóa huyện
    return all(_is_name(author) for author in authors)


def _is_name(written: str) -> bool:
    """Return whether every word begins with a capital, as in a person's or a newspaper's name."""
    parts = written.replace("\xa0", " ").split()
    return (
        0 < len(parts) <= 5
        and all(part[0].isupper() for part in parts)
        and _NAME.fullmatch(" ".join(parts)) is not None
    )


def _head(bare: list[str], first: int) -> list[Role]:
    """Return the roles of the lines above the first paragraph: one headline, a date, names, and the page's menus."""
    roles = [Role.FURNITURE] * first
    dates = [at for at in range(first) if headers.is_dateline(bare[at])]
    titles = [
        at
        for at in range(first)
        if at not in dates and not _is_furniture(bare[at]) and not _is_byline(bare[at]) and len(bare[at].split()) >= 3
    ]
    title = max(titles, key=lambda at: (min(len(bare[at].split()), 8), at), default=None)
    if title is not None:
        for at in titles:
            if bare[at] == bare[title]:
                roles[at] = Role.HEADLINE
        for at in range(title + 1, first):
            if roles[at] is Role.FURNITURE and not _is_furniture(bare[at]):
                roles[at] = _between(bare[at], at in dates)
    if dates:
        near = dates if title is None else sorted(dates, key=lambda at: (at < title, abs(at - title)))
        roles[near[0]] = Role.DATELINE
    return roles


def _between(row: str, dated: bool) -> Role:
    """Return the role of a line between headline and first paragraph."""
    if dated:
        return Role.FURNITURE
    if _is_byline(row):
        return Role.BYLINE
    return Role.CAPTION if _is_caption(row) else Role.FURNITURE if len(row.split()) < 4 else Role.LEAD


def _is_caption(row: str) -> bool:
    low, rows = row.lower(), table("page")["caption"]
    if len(row) > 260:
        return False
    if any(word in low for word in rows["contains"]) and not low.startswith(tuple(table("page")["byline"]["starts"])):
        return True
    if len(row) > 150:
        return False
    if low.startswith(tuple(rows["starts"])) and (not _is_prose(row) or len(row) < 110):
        return True
    return low.startswith(tuple(rows["persons"])) and any(act in low for act in rows["acts"]) and len(row) < 120


def _middle(bare: list[str], first: int, last: int) -> list[Role]:
    """Return the roles of the lines after the first paragraph up to the article's end."""
    roles: list[Role] = []
    lead = bare[first]
    for at in range(first + 1, last):
        row = bare[at]
        previous = roles[-1] if roles else Role.LEAD
        near = at - first <= 6 and Role.BODY not in roles
        if near and len(row) > 40 and (row in lead or lead in row):
            roles.append(Role.LEAD)
        elif _is_table(bare, at):
            roles.append(Role.BODY)
        elif _is_furniture(row) and not _is_caption(row):
            roles.append(Role.FURNITURE)
        elif headers.is_dateline(row):
            roles.append(Role.DATELINE)
        elif (
            _is_caption(row)
            or _goes_on(bare, at, previous)
            or (near and not _is_prose(row) and _is_picture(bare, at, last))
        ):
            roles.append(Role.CAPTION)
        elif _is_byline(row) and (at + 1 >= last or (near and not row.isupper())):
            roles.append(Role.BYLINE)
        else:
            roles.append(Role.BODY)
    return roles


def _goes_on(bare: list[str], at: int, previous: Role) -> bool:
    """Return whether a caption that broke off at a comma goes on here."""
    return previous is Role.CAPTION and bare[at - 1].endswith(",") and not _is_prose(bare[at])


def _is_picture(bare: list[str], at: int, last: int) -> bool:
    """Return whether a short line under the lead is a caption and no inner heading: said twice, or going on."""
    row = bare[at]
    return bare.count(row) > 1 or (row.endswith(",") and at + 1 < last and not _is_prose(bare[at + 1]))


def _end_of_article(bare: list[str], first: int) -> int:
    """Return the first line that the article no longer holds: after its byline, or where links and comments begin."""
    ends = tuple(table("page")["furniture"]["ends"])
    stop = len(bare)
    for at in range(first + 1, len(bare)):
        low = bare[at].lower()
        if low.startswith(ends) and _is_furniture(bare[at]):
            stop = at
            break
    for at in range(first + 2, stop):
        if _is_byline(bare[at]) and not _is_caption(bare[at]) and _closes(bare, at, stop):
            return at
    while stop > first + 1 and _is_loose(bare, stop - 1):
        stop -= 1
    return stop


def _closes(bare: list[str], at: int, stop: int) -> bool:
    """Return whether a line of names ends the article: nothing follows but furniture, other names or a date."""
    after = [row for row in bare[at + 1 : stop] if not _is_byline(row) and not headers.is_dateline(row)]
    if not after:
        return True
    tail = all(_is_furniture(row) or not _is_prose(row) or _COMMENT.match(row) for row in after)
    return tail and (_is_furniture(after[0]) or len(after) > 2)


def _foot(bare: list[str], at: int, last: int) -> Role:
    """Return the role of a line behind the article: its author or its date right there, else furniture."""
    row = bare[at]
    if not all(_is_byline(other) or headers.is_dateline(other) for other in bare[last:at]):
        return Role.FURNITURE
    if _is_byline(row) and not _is_furniture(row):
        return Role.BYLINE
    return Role.DATELINE if headers.is_dateline(row) else Role.FURNITURE
