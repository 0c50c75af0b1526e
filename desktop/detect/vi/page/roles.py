"""The page around an article: what each line is to it, what the page says of it, and the day it was published."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from desktop.detect.vi.page import card, looks, official, plain, rows, several
from desktop.detect.vi.page.foot import end_of_article
from desktop.model import Line, Meta, Role
from desktop.text.lines import lines
from desktop.text.patterns import pattern

_PARAGRAPH = 110  # code points
_HEADLINE = 130  # code points; no paper prints a longer one
_LEAD = 500  # code points; a longer first paragraph sums nothing up, the article has begun
_NEAR = 6  # lines under the first paragraph in which the lead may be said again, and pictures stand
_DAYS = 2  # lines of dates over an article, at most
_TEXT = 2  # sentences that make a text
_NOTE = 3  # lines of a note, of which none is its author
_AGAIN = 40  # code points
_ITEM = re.compile(rf"(?:[*•+–-][ \xa0]?)?[{card.UPPER}][{card.UPPER} .,-]{{2,30}}[:.–-]")
_MARKDOWN = re.compile(
    r"^#{1,6}[ \xa0]+(?=\w)|(?<!\*)\*\*(?=\w)|(?<=[\w:.])\*\*(?!\*)"
)  # heads and bold of pages that are written in it
_APART = re.compile(r"[ \xa0]\([^()]+\)$")  # tells one of a name from others: Vĩnh Thạch (huyện)
_TOLD = pattern("page.roles.told")
_SIGN = re.compile(rf"\(?[{card.UPPER}]{{2,6}}\)?[ \xa0]?[-–][ \xa0]?(?=\w)")


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
    found, meta = outline(text, published, corrected)
    return Page(found, meta, card.reference(text, found, published))


def outline(
    text: str, published: str | None = None, corrected: Mapping[int, Role] | None = None
) -> tuple[tuple[Line, ...], Meta]:
    """Return the lines of a text with their roles, and what it says of itself: all that an import wants to know."""
    edges = list(lines(text))
    written = [text[start:end] for start, end in edges]
    begins, paper = official.found(written)
    roles = [*_over(written[:begins]), *paper.roles] if paper else _roles(written)
    said = corrected or {}
    found = tuple(
        Line(start, end, said[start], role) if start in said else Line(start, end, role)
        for (start, end), role in zip(edges, roles, strict=True)
    )
    if paper is not None:
        return found, replace(paper.meta, published=published or paper.meta.published)
    return found, card.read(text, found, published)


def _over(written: list[str]) -> list[Role]:
    """Return the roles of the lines over an official paper: a portal's, or a report's."""
    roles = zip(written, _roles(written), strict=True)
    return [(role, Role.FURNITURE)[looks.is_furniture(row.strip())] for row, role in roles]


def _roles(written: list[str]) -> list[Role]:
    bare = [_MARKDOWN.sub("", row.strip()) for row in written]
    first = next((at for at in range(len(bare)) if _opens(bare, at)), None)
    if first is None:
        return _short_page(bare)
    first = _after_headline(bare, first)
    last = end_of_article(bare, first)
    roles = plain.head(bare, first) if plain.is_plain(bare, first) else _head(bare, first)
    opening = (
        len(bare[first]) < _LEAD and not _is_listed(bare, first) and (Role.BODY not in roles or _is_entry(bare, first))
    )
    opening = opening and not looks.is_item(bare[first]) and not plain.is_own_voice(bare[first])
    opening = opening and not plain.is_paper(bare, roles) and not plain.is_life(bare[first])
    roles += [Role.LEAD if opening else Role.BODY]
    roles += _middle(bare, first, last)
    again = several.next_article(bare, first, last)
    if again is not None:
        return roles + _foot(bare[:again], last) + _roles(written[again:])
    roles = plain.signed(bare, roles + _foot(bare, last))
    told = [row for row, role in zip(bare, roles, strict=True) if role in (Role.HEADLINE, Role.LEAD)]
    return [Role.FURNITURE if looks.is_slug(row, told) else role for row, role in zip(bare, roles, strict=True)]


def _opens(bare: Sequence[str], at: int) -> bool:
    """Return whether the article may open here: a paragraph, and no picture's caption with a headline under it."""
    row = bare[at]
    if not looks.is_prose(row) or looks.is_furniture(row) or card.is_dateline(row):
        return False
    near = bare[at + 1 : at + 4]
    return not (looks.is_caption(row) and any(card.is_dateline(other) for other in near))


def _is_listed(bare: Sequence[str], first: int) -> bool:
    """Return whether the first paragraph is one of a list of short news, each under its place in capitals."""
    return all(_ITEM.match(row) for row in bare[first : first + 2]) and first + 1 < len(bare)


def _after_headline(bare: list[str], first: int) -> int:
    """Return the first paragraph's line where the one taken for it is a long headline: nothing else could be one."""
    above = [row for row in bare[:first] if not looks.is_furniture(row) and not looks.is_byline(row)]
    row, after = bare[first], bare[first + 1 : first + 4]
    paragraph = next((at for at, other in enumerate(after, first + 1) if len(other) >= _PARAGRAPH), None)
    if paragraph is None or len(row) > _HEADLINE or row.endswith(_closed(bare, first)):
        return first
    longest = max((len(other.split()) for other in above if not card.is_dateline(other)), default=0)
    return paragraph if longest < (6 if row.endswith(("?", "!")) else 3) else first


def _closed(bare: Sequence[str], at: int) -> tuple[str, ...]:
    """Return what no headline ends with in a line: a stop, nor a quote's end unless the date stands right under it."""
    return (".", "…", "”", '"')[: 2 + 2 * (not any(map(card.is_dateline, bare[at + 1 : at + 2])))]


def _short_page(bare: list[str]) -> list[Role]:
    """A text without one paragraph: a note or a title; nothing of it is thrown away."""
    roles = [rows.role("short", rows.Place(bare, at, 0, len(bare)), Role.BODY) for at in range(len(bare))]
    if len(bare) > 1 and Role.BODY in roles:
        plain.entitle(bare, roles, roles.index(Role.BODY))
    return roles


def _head(bare: list[str], first: int) -> list[Role]:
    """Return the roles of the lines above the first paragraph: one headline, a date, names, and the page's menus."""
    dates = [at for at in range(first) if card.is_dateline(bare[at])]
    title = _title(bare, first, dates)
    day = min(dates, key=lambda at: (at < title, abs(at - max(title, 0))), default=-1)
    return [rows.role("head", rows.Place(bare, at, first, title=title, day=day), Role.LEAD) for at in range(first)]


def _title(bare: list[str], first: int, dates: Sequence[int]) -> int:
    """Return the headline above the first paragraph, -1 for none: of many words, beside the date or over the text."""
    free = list(filter(lambda at: rows.holds("title", rows.Place(bare, at, first)), range(first)))
    free = free or [0][: first > 0 and looks.is_byline(bare[0]) and not dates]  # the name of what an entry is about
    entries = set(filter(lambda at: _names_entry(bare[at], bare[first]), free))
    titles = [at for at in free if len(bare[at].split()) >= 3 or at in entries]
    beside = {near for at in [*dates, first] for near in (at - 1, at + 1)}
    beside |= {at - 1 for at in range(first) if looks.is_byline(bare[at])}
    if not titles:
        return free[-1] if free and (free[-1] in beside or len(free) == 1) else -1
    return max(titles, key=lambda at: (at in entries, _weight(bare[at], at in beside), at))


def _is_entry(bare: Sequence[str], first: int) -> bool:
    """Return whether the first paragraph is an entry's of an encyclopedia: it opens with a line over it and tells what it is."""
    return any(_names_entry(row, bare[first]) for row in bare[:first])


def _names_entry(row: str, paragraph: str) -> bool:
    """Return whether an entry's first paragraph opens with a line and tells what it is."""
    name = _APART.sub("", row)
    return paragraph.startswith(name) and _TOLD.match(paragraph, len(name)) is not None


def _weight(row: str, beside: bool) -> int:
    """Return how much a line looks like the headline: its words, up to eight, and its place."""
    words = len(row.split())
    return min(words, 8) + (4 if beside and words >= 4 else 0)


def _sentences(place: rows.Place) -> int:
    """Return how many sentences stand over a line with nothing of a page between."""
    above = takewhile(lambda row: not looks.is_furniture(row), reversed(place.lines[: place.at]))
    return sum(map(looks.is_sentence, above))


def _sentences_below(place: rows.Place) -> int:
    """Return how many sentences stand from a line on, up to the first paragraph, with nothing of a page between."""
    below = takewhile(lambda row: not looks.is_furniture(row), place.lines[place.at : place.first])
    return sum(map(looks.is_sentence, below))


def _middle(bare: list[str], first: int, last: int) -> list[Role]:
    """Return the roles of the lines after the first paragraph up to the article's end."""
    roles: list[Role] = []
    linked = _linked(bare, first, last)
    for at in range(first + 1, last):
        roles.append(rows.role("inside", rows.Place(bare, at, first, last, roles, linked), Role.BODY))
    return roles


def _is_near(place: rows.Place) -> bool:
    """Return whether a line stands right under the first paragraph, no other between."""
    between = enumerate(place.roles, place.first + 1)
    return place.at - place.first <= _NEAR and not any(
        role is Role.BODY and looks.is_prose(place.lines[on]) for on, role in between
    )


def _is_told_again(place: rows.Place) -> bool:
    """Return whether a line is a part of the lead, or holds it."""
    lead = place.lines[place.first]
    return len(place.row) > _AGAIN and (place.row in lead or lead in place.row)


def _linked(bare: list[str], first: int, last: int) -> frozenset[int]:
    """Return the titles of other articles inside this one: several right under the lead, or under a head of links."""
    found: set[int] = set()
    match = _SIGN.match(bare[first])
    signed = [at for at in range(first + 1, last) if match and bare[at].startswith(match[0])]
    for at in signed if len(signed) == 1 else ():  # one summary with the paper's sign, under its title
        if not looks.is_prose(bare[at - 1]) and bare[at] not in bare[first] and at > first + 1:
            found.update((at - 1, at))
    for head in [first, *filter(lambda at: looks.is_links_head(bare[at]), range(first + 1, last))]:
        end = head + 1
        while end < last and _is_link(bare[end], head == first):
            end += 1
        if end < last and looks.is_prose(bare[end]) and end - head > (2 if head == first else 1):
            found.update(range(head + 1, end))
    return frozenset(found)


def _is_link(row: str, unannounced: bool) -> bool:
    """Return whether a line may be another article's title; where nothing announced it, no item of a list either."""
    return looks.is_title(row) and not looks.is_caption(row) and not (unannounced and re.search(r"[:(]", row))


def _goes_on(place: rows.Place) -> bool:
    """Return whether a caption that broke off at a comma goes on here."""
    broken = place.roles[-1:] == [Role.CAPTION] and place.lines[place.at - 1].endswith(",")
    return broken and not looks.is_prose(place.row)


def _is_picture(place: rows.Place) -> bool:
    """Return whether a short line under the lead is a caption and no inner heading: said twice, or going on."""
    bare, at = place.lines, place.at
    going = place.row.endswith(",") and at + 1 < place.last and not looks.is_prose(bare[at + 1])
    return bare.count(place.row) > 1 or going


def _foot(bare: list[str], last: int) -> list[Role]:
    """Return the roles of the lines behind the article: its author or its date right there, else furniture."""
    return [rows.role("foot", rows.Place(bare, at, 0, last), Role.FURNITURE) for at in range(last, len(bare))]


def _is_signed_so_far(place: rows.Place) -> bool:
    """Return whether nothing but names and dates stands between the article and a line."""
    return all(_signs(place.lines, at, place.last) for at in range(place.last, place.at))


def _signs(bare: Sequence[str], at: int, last: int) -> bool:
    row = bare[at]
    return looks.is_byline(row) or card.is_dateline(row) or (at <= last + 1 and looks.is_agency(row))


rows.says(
    {
        "names the entry": lambda place: _names_entry(place.row, place.lines[place.first]),
        "of an entry": lambda place: _names_entry(place.lines[place.title], place.lines[place.first]),
        "under text": lambda place: _sentences(place) >= _TEXT,
        "of short sentences": lambda place: _sentences(place) + _sentences_below(place) >= _TEXT,
        "one of many days": lambda place: sum(map(card.is_dateline, place.lines[: place.first])) > _DAYS,
        "over the day": lambda place: any(map(card.is_dateline, place.lines[place.at + 1 : place.at + 2])),
        "second or last": lambda place: 0 < place.at in (1, place.last - 1) and place.last > _NOTE,
        "item": lambda place: looks.is_item(place.row),
        "near the lead": _is_near,
        "told again": _is_told_again,
        "numbered": lambda place: looks.is_numbered(place.row),
        "linked": lambda place: place.at in place.linked,
        "the day of the page": lambda place: place.at == place.day,
        "said as the headline": lambda place: place.title >= 0 and place.row == place.lines[place.title],
        "over the headline": lambda place: place.at < place.title,
        "under the headline": lambda place: 0 <= place.title < place.at,
        "furniture": lambda place: looks.is_furniture(place.row),
        "caption": lambda place: looks.is_caption(place.row),
        "goes on": _goes_on,
        "picture": _is_picture,
        "outlet": lambda place: looks.is_outlet(place.row),
        "capitals": lambda place: place.row.isupper(),
        "signed so far": _is_signed_so_far,
        "signs": lambda place: _signs(place.lines, place.at, place.last),
    }
)
