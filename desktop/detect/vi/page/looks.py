"""What one line of a saved page looks like by itself: prose, a menu, a byline, a caption, the page's own furniture."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop.detect import rules
from desktop.detect.vi.page import card, rows
from desktop.text import lists
from desktop.text.fold import bare
from desktop.text.lists import table
from desktop.text.patterns import pattern

_SENTENCE, _PARAGRAPH = 60, 110  # code points of a sentence and of a paragraph, at least
_NOTICE = 160  # code points; a longer one is told from a paragraph by its © alone
_LONG = 120  # code points; a longer line that closes as a sentence is one, whatever its words
_BRIEF = 260  # code points; a longer line is a paragraph, which may speak of a hotline or of Facebook
_AUTHORED = 5  # authors of one article, at most
_OFFICE = 7  # words of an office behind a name
_NAMES = 4  # lines of names beside one of a list of them
_HEADING = 3  # words in capitals of a heading, at least
_SPELLED = 4  # first words of a headline that the name of a picture's file repeats
_KEPT = 4096  # lines whose reading is kept: each is asked for several times
_END = re.compile(r"(?:[.!?…:;][\"”’)]*|[\"”’])[ \xa0]*$")
_STOP = re.compile(r"(?:[.!?…;]|\./\.)[\"”’)]*$")
_SEPARATED = re.compile(r"[|»›~▾→·]|[ \xa0]{3,}|\xa0{2,}|[^\s\d][ \xa0]+[/>][ \xa0]+[^\s\d]|\] \[|<<|>>")
_KEYED = re.compile(r"\|?[ \xa0]*[^|:]{2,40}:[ \xa0]*\|[^|]*\w[^|]*\|?")  # | Số hiệu: | 34/2025 |
_BRACKETED = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"\d{1,2}[.)][ \xa0]")
_ITEM = pattern("page.looks.item")
_PARTED = re.compile(r"[|»›~▾→·]|[ \xa0]{3,}|[ \xa0][/>:-][ \xa0]")
_MENU = 32  # code points of a menu's piece, on the average at most
_COMMENT = re.compile(r"[\w.-]{2,30}(?: \([^)]*\d{4}[^)]*\))?: ")
_AUTHORS = pattern("page.looks.authors")
_AFTER_NAMES = pattern("page.looks.after_names")
_AGENCY = pattern("page.looks.agency")
_TAIL = pattern("page.looks.tail")
_OPENED = pattern("page.looks.opened")
_BAR = re.compile(r"[ \xa0]*\|$")  # what closes a cell of a saved page
_NAME = re.compile(r"[\w’'-]+(?:[. ]{1,2}[\w’'-]+){0,4}[. ]{0,2}")
_OUTLET = pattern("page.looks.outlet")


@lru_cache(maxsize=_KEPT)
def is_prose(row: str) -> bool:
    """Return whether a line is a paragraph, or a sentence long enough for one."""
    return rows.holds("prose", rows.Place((row,)))


def is_sentence(row: str) -> bool:
    """Return whether a line of some words closes as a sentence does."""
    return _STOP.search(row) is not None and len(row.split()) >= 7


def is_item(row: str) -> bool:
    """Return whether a line is a numbered head or item of a paper: `II. NHIỆM VỤ`, `Điều 21. Hành lang bảo vệ`."""
    found = _ITEM.match(row)
    return found is not None and (row[0] in "ĐKCMP" or row[found.end() :].isupper() or len(row) >= _SENTENCE)


def is_numbered(row: str) -> bool:
    """Return whether a line opens with a number as an item of a list does."""
    return _NUMBERED.match(row) is not None


def is_comment(row: str) -> bool:
    """Return whether a line opens as a reader's comment: `minhtam: ...`."""
    return _COMMENT.match(row) is not None


def is_menu(row: str) -> bool:
    """Return whether a line is short pieces with marks between and no sentence: sections of a site, scores, counters."""
    return rows.holds("menu", rows.Place((row,)))


def _is_cut_short(row: str) -> bool:
    parts = _PARTED.split(row)
    return len(parts) > 3 and len(row) < _MENU * len(parts)


@lru_cache(maxsize=_KEPT)
def is_furniture(row: str) -> bool:
    """Return whether a line belongs to the page and not to its article, by its words and its marks."""
    return rows.holds("furniture", rows.Place((row,)))


def is_notice(row: str) -> bool:
    """Return whether a line has words of a page's notices; an article may have them too, unless it is over."""
    low, found = row.lower(), table("page")["furniture"]
    return "©" in row or (len(row) < _NOTICE and any(word in low for word in found["contains"]))


def _is_tools(low: str) -> bool:
    """Return whether every word is one of a bar of buttons: `Email Print PDF`, `Like 0`, `A- A A+`."""
    parts = re.findall(r"[^\s\d,.|/:()\[\]+-]+", low)
    return bool(parts) and all(part in _set("tools") for part in parts)


def _is_shared(low: str) -> bool:
    """Return whether two places to share in stand side by side: `Facebook Zalo`; a headline sets words between."""
    parts = re.findall(r"\w+", low)
    sharing = _set("sharing")
    return len(parts) <= 12 and any(one in sharing and two in sharing for one, two in itertools.pairwise(parts))


@lru_cache(maxsize=_KEPT)
def is_links_head(row: str) -> bool:
    """Return whether a short line heads other articles or readers' comments: `Các tin khác`, `Ý kiến (12)`."""
    return rows.holds("links", rows.Place((row.lower().strip("-–•»>[*▼ \xa0"),)))


def is_comments_head(row: str) -> bool:
    """Return whether a line heads what readers wrote."""
    low = row.lower()
    return is_links_head(row) and any(word in low for word in table("page")["links"]["comments"])


@lru_cache(maxsize=8)
def _set(name: str) -> frozenset[str]:
    return frozenset(table("page")["furniture"][name])


def is_slug(row: str, others: Iterable[str]) -> bool:
    """Return whether a line is the name of a picture's file: it ends like one, or spells another line's opening without a mark."""
    return rows.holds("slug", rows.Place((row, *others)))


def _spells(place: rows.Place) -> bool:
    """Return whether a line without marks has the first words of another."""
    opening = re.split(r"[ _-]", place.row)[:_SPELLED]
    others = [lists.pieces(bare(other))[: len(opening)] for other in filter(place.row.__ne__, place.lines)]
    return opening in others


def is_title(row: str) -> bool:
    """Return whether a line could be the title of another article: some words, no sentence, nothing that counts."""
    return (
        len(row.split()) >= 5
        and len(row) < _PARAGRAPH
        and row[0].isupper()
        and not (row.isupper() or re.search(r"[.:;,…]$|\d", row))
    )


@lru_cache(maxsize=_KEPT)
def is_byline(row: str) -> bool:
    """Return whether a line names who wrote the article, by its opening words or as nothing but names."""
    return rows.holds("byline", rows.Place((_BAR.sub("", row).replace(" :", ":"),)))


@lru_cache(maxsize=_KEPT)
def _authors(row: str) -> tuple[str, ...]:
    """Return the pieces of a line that may be names, without what stands before each and behind them all."""
    plain = _AFTER_NAMES.sub("", _TAIL.sub("", row)).strip("() \xa0*")
    return tuple(map(_bare, _AUTHORS.split(plain)))


def _are_names(row: str) -> bool:
    """Return whether a line is nothing but names of persons and outlets."""
    return all(_is_name(author) or author in _media() for author in _authors(row))


def _has_office(row: str) -> bool:
    """Return whether a line is one name with the office of who bears it: `Hoàng Lan - Trung tâm Văn hóa huyện`."""
    named, *bodies = _authors(row)
    return (
        len(bodies) == 1
        and _is_name(named)
        and _AGENCY.match(bodies[0]) is not None
        and len(bodies[0].split()) <= _OFFICE
    )


def is_agency(row: str) -> bool:
    """Return whether a line is one office or one outlet: it may sign an article at its end."""
    return _AGENCY.match(row) is not None and row[0].isupper() and 2 <= len(row.split()) <= 8 and row[-1].isalnum()


@lru_cache(maxsize=1)
def _media() -> frozenset[str]:
    return frozenset(lists.entries("media"))


def is_listed(bare: Sequence[str], at: int) -> bool:
    """Return whether a line of names is one of a list of them, each on its line: no article has so many authors."""
    above = sum(1 for _ in itertools.takewhile(is_byline, reversed(bare[max(0, at - _NAMES) : at])))
    below = sum(1 for _ in itertools.takewhile(is_byline, bare[at + 1 : at + 1 + _NAMES]))
    return above + below >= _NAMES


def is_outlet(row: str) -> bool:
    """Return whether a line is a newspaper's name alone."""
    return _OUTLET.fullmatch(row) is not None or row in _media()


def _bare(author: str) -> str:
    """Return an author without what may stand before the name: `ảnh: `, `CTV `, a rank."""
    low = author.lower()
    before = next((word for word in table("page")["byline"]["before"] if low.startswith(word)), "")
    return author[len(before) :].strip()


def _is_name(written: str) -> bool:
    """Return whether every word begins with a capital, as in a person's or a newspaper's name."""
    parts = written.replace("\xa0", " ").split()
    return (
        0 < len(parts) <= 5
        and all(part[0].isupper() for part in parts)
        and _NAME.fullmatch(" ".join(parts)) is not None
    )


def is_heading(row: str) -> bool:
    """Return whether several words in capitals are no person's name and no office: no surname opens them, and one is in no name."""
    keys = [lists.key_of(part) for part in row.split()]
    office = row.lower().startswith(tuple(lists.words("official", "offices")))
    named = office or keys[0] in lists.keys("surnames") or _in_names().issuperset(keys)
    return row.isupper() and len(keys) >= _HEADING and not named


@lru_cache(maxsize=1)
def _in_names() -> frozenset[str]:
    return lists.keys("surnames") | lists.keys("middles") | lists.keys("given")


@lru_cache(maxsize=_KEPT)
def is_caption(row: str) -> bool:
    """Return whether a line tells of a picture, by its credit or its opening words."""
    return rows.holds("caption", rows.Place((row,)))


def _is_separated(row: str) -> bool:
    """Return whether pieces of a line stand apart, and no number opens it as an item of a list."""
    return not is_numbered(row) and _SEPARATED.search(_BRACKETED.sub("", row).strip(" \xa0|")) is not None


rows.says(
    {
        "letters": lambda place: any(map(str.isalpha, place.row)),
        "heads links": lambda place: is_links_head(place.row),
        "a sentence": lambda place: is_sentence(place.row),
        "prose": lambda place: is_prose(place.row),
        "dated": lambda place: card.is_dateline(place.row),
        "signed by names": lambda place: is_byline(place.row),
        "one of a list of names": lambda place: is_listed(place.lines, place.at),
        "a heading": lambda place: is_heading(place.row),
        "menu": lambda place: is_menu(place.row),
        "a paragraph": lambda place: len(place.row) >= _PARAGRAPH and is_prose(place.row),
        "opened as a byline": lambda place: _OPENED.match(place.row) is not None,
        "short pieces": lambda place: _is_cut_short(place.row),
        "spells another line": _spells,
        "more than five names": lambda place: len(_authors(place.row)) > _AUTHORED,
        "a name and its office": lambda place: _has_office(place.row),
        "an outlet of the list": lambda place: _TAIL.sub("", place.row).strip("()") in _media(),
        "nothing but names": lambda place: _are_names(place.row),
        "of tools": lambda place: _is_tools(place.low),
        "shared": lambda place: _is_shared(place.low),
        "separated": lambda place: _is_separated(place.row),
        "a key with its value": lambda place: _KEYED.fullmatch(place.row) is not None,
        "long and closed": lambda place: len(place.row) > _LONG and _END.search(place.row) is not None,
    }
)
for look in (is_prose, is_furniture, is_links_head, is_byline, is_caption):
    rules.forgotten(look.cache_clear)
