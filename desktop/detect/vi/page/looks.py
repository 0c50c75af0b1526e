"""What one line of a saved page looks like by itself: prose, a menu, a byline, a caption, the page's own furniture."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.detect.vi.page import card
from desktop.text import lists
from desktop.text.fold import bare
from desktop.text.lists import table
from desktop.text.patterns import pattern

_SENTENCE, _PARAGRAPH = 60, 110  # code points: a line so long with a full stop, or so long without one, is prose
_NOTICE = 160  # code points; a longer one is told from a paragraph by its © alone
_BRIEF = 260  # code points; a longer line is a paragraph, which may speak of a hotline or of Facebook
_SPELLED = 4  # first words of a headline that the name of a picture's file repeats
_KEPT = 4096  # lines whose reading is kept: each is asked for several times
_END = re.compile(r"(?:[.!?…:;][\"”’)]*|[\"”’])[ \xa0]*$")
_STOP = re.compile(r"(?:[.!?…;]|\./\.)[\"”’)]*$")
_GAP = re.compile(r"\S(?:[ \xa0]{3,}|\t)[ \xa0\t]*\S")
_SEPARATED = re.compile(r"[|»›~▾→·]|[ \xa0]{3,}|\xa0{2,}|[^\s\d][ \xa0]+[/>][ \xa0]+[^\s\d]|\] \[|<<|>>")
_BRACKETED = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"\d{1,2}[.)][ \xa0]")
_ITEM = pattern("page.looks.item")
_PARTED = re.compile(r"[|»›~▾→·]|[ \xa0]{3,}|[ \xa0][/>:-][ \xa0]")
_MENU = 32  # code points of a menu's piece, on the average at most
_TEMPLATE = re.compile(  # the set in front lets the search leap to one of these marks
    r"[{\[._=*](?:(?<=\{)\w+\}|(?<=\[) *\]|(?<=\.)\.{5,}|(?<=_)_{4,}|(?<==)={4,}|(?<=\*)\*{4,})"
)
_ADDRESS = re.compile(r"https?://|\bwww\.")
_COMMENT = re.compile(r"[\w.-]{2,30}(?: \([^)]*\d{4}[^)]*\))?: ")
_LINKED = re.compile(r"(?:[-–•»+➤►→*][ \xa0].*)?\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)$")
_PICTOGRAM = re.compile(r"[\U0001F000-\U0001FAFF❤♥★☆☰≡⤷▼▲↑↗]")
_FIELD = re.compile(r"[\d:|(*]")
_COUNTED = pattern("page.looks.counted")
_AUTHORS = pattern("page.looks.authors")
_AFTER_NAMES = pattern("page.looks.after_names")
_INITIALS = pattern("page.looks.initials")
_AGENCY = pattern("page.looks.agency")
_NAME = re.compile(r"[\w’'-]+(?:[. ]{1,2}[\w’'-]+){0,4}[. ]{0,2}")
_SLUG = re.compile(r"[a-z0-9]+(?:[ _-][a-z0-9]+){2,}(?:\.\w{3,4})?")
_FILE = re.compile(r"\S{1,120}\.(?:jpe?g|png|gif|webp|bmp|avif)", re.IGNORECASE)
_OUTLET = pattern("page.looks.outlet")


@lru_cache(maxsize=_KEPT)
def is_prose(row: str) -> bool:
    """Return whether a line is a paragraph, or a sentence long enough for one."""
    if is_menu(row) or (len(row) < _PARAGRAPH * 2 and _GAP.search(row)):
        return False
    return len(row) >= _PARAGRAPH or (len(row) >= _SENTENCE and _END.search(row) is not None)


def is_sentence(row: str) -> bool:
    """Return whether a line of some words closes as a sentence does."""
    return _STOP.search(row) is not None and len(row.split()) >= 7


def is_item(row: str) -> bool:
    """Return whether a line is a numbered head or item of a paper: `II. NHIỆM VỤ`, `Điều 21. Hành lang bảo vệ`."""
    found = _ITEM.match(row)
    return found is not None and (row[0] in "ĐKCMP" or row[found.end() :].isupper() or len(row) >= _SENTENCE)


def is_comment(row: str) -> bool:
    """Return whether a line opens as a reader's comment: `minhtam: ...`."""
    return _COMMENT.match(row) is not None


def is_menu(row: str) -> bool:
    """Return whether a line is short pieces with marks between and no sentence: sections of a site, scores, counters."""
    if row.endswith((".", "!", "?", "…", ";")):
        return False
    parts = _PARTED.split(row)
    return len(parts) > 3 and len(row) < _MENU * len(parts)


@lru_cache(maxsize=_KEPT)
def is_furniture(row: str) -> bool:
    """Return whether a line belongs to the page and not to its article, by its words and its marks."""
    low = row.lower()
    rows = table("page")["furniture"]
    if low in _set("equals") or low.startswith(tuple(rows["firmly"])) or is_links_head(row):
        return True
    if _TEMPLATE.search(row) or _LINKED.fullmatch(row) or not any(char.isalpha() for char in row):
        return True
    if len(row) > _BRIEF:
        return False
    if any(word in low for word in rows["notices"]):
        return True
    return not is_sentence(row) and _is_scrap(row, low)


def is_notice(row: str) -> bool:
    """Return whether a line has words of a page's notices; an article may have them too, unless it is over."""
    low, found = row.lower(), table("page")["furniture"]
    return "©" in row or (len(row) < _NOTICE and any(word in low for word in found["contains"]))


def _is_scrap(row: str, low: str) -> bool:
    """Return whether a line that is no sentence has the words, the marks or the pictograms of a page's tools."""
    rows, count = table("page")["furniture"], len(row.split())
    if any(word in low for word in rows["contains"]) and not (len(row) > 120 and _END.search(row)):
        return True
    if low.startswith(tuple(rows["starts"])) or _ADDRESS.search(row) or "©" in row:
        return True
    if count <= 6 and _is_tools(low):
        return True
    if (count <= 4 and low.startswith(tuple(rows["briefly"]))) or _is_shared(low):
        return True
    if count <= 8 and _FIELD.search(low) and any(word in low for word in rows["briefly"]):
        return True
    if _PICTOGRAM.search(row) and count <= 14:
        return True
    if is_menu(row):
        return not card.is_dateline(row)
    found = not _NUMBERED.match(row) and _SEPARATED.search(_BRACKETED.sub("", row)) is not None
    return found and not is_prose(row) and not card.is_dateline(row) and not is_byline(row)


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
    if len(row) > 120:
        return False
    low = row.lower().strip("-–•»>[*▼ \xa0")
    if _COUNTED.match(low) or low.startswith(tuple(table("page")["links"]["labels"])):
        return True
    match = _heads().match(low)
    if match is None:
        return False
    rest = low[match.end() :].strip()
    if not rest or rest[0] in ":<>»«(…":
        return not rest.startswith(":") or len(rest) == 1 or match["kind"] is not None
    return all(word in _set("beside") for word in re.findall(r"[^\W\d]+", rest)) and not _STOP.search(rest)


def is_comments_head(row: str) -> bool:
    """Return whether a line heads what readers wrote."""
    low = row.lower()
    return is_links_head(row) and any(word in low for word in table("page")["links"]["comments"])


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    rows = table("page")["links"]
    kinds, which, whole = ("|".join(map(re.escape, rows[key])) for key in ("kinds", "which", "heads"))
    return re.compile(rf"(?:(?:các |những )?(?P<kind>{kinds}) (?:{which})|(?:{whole}))(?!\w)")


@lru_cache(maxsize=8)
def _set(name: str) -> frozenset[str]:
    return frozenset(table("page")["links" if name == "beside" else "furniture"][name])


def is_slug(row: str, others: Iterable[str]) -> bool:
    """Return whether a line is the name of a picture's file: it ends like one, or spells another line's opening without a mark."""
    if _FILE.fullmatch(row):
        return True
    if not _SLUG.fullmatch(row):
        return False
    opening = re.split(r"[ _-]", row)[:_SPELLED]
    return any(other != row and lists.pieces(bare(other))[: len(opening)] == opening for other in others)


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
    rows = table("page")["byline"]
    low = row.lower().lstrip("(")
    if len(row) > 70 or card.is_dateline(row) or row.endswith(("!", "?", ":", ";", "…", ",")) or _is_tools(low):
        return False
    if low.startswith(tuple(rows["starts"])) and len(row.split()) <= 12 and not row.endswith("."):
        return _names_after(row.lstrip("("), low, rows["starts"])
    for tail in rows["tails"]:
        if low.endswith(f" {tail}"):
            row = row[: -len(tail)].rstrip(" (-")
    if _INITIALS.fullmatch(row) or row.strip("()") in _media():
        return True
    authors = [_bare(author) for author in _AUTHORS.split(_AFTER_NAMES.sub("", row).strip("() \xa0*"))]
    if len(row) < 4 or len(authors) > 5:
        return False
    if len(authors) == 2 and _AGENCY.match(authors[1]) and len(authors[1].split()) <= 7 and _is_name(authors[0]):
        return len(authors[0].split()) > 1  # Hoàng Lan - Trung tâm Văn hóa huyện
    return all(_is_name(author) for author in authors)


def _names_after(row: str, low: str, starts: list[str]) -> bool:
    """Return whether a name follows `theo`, `người đăng:` and the like, where one must."""
    opening = max((start for start in starts if low.startswith(start)), key=len)
    return not opening.endswith((":", "theo ", "bởi ")) or row[len(opening) :].strip()[:1].isupper()


def is_signed(row: str) -> bool:
    """Return whether a line says in words who wrote: `Tác giả: ...`, `Nguồn: ...`."""
    return is_byline(row) and row.lower().lstrip("(").startswith(tuple(table("page")["byline"]["starts"]))


def is_agency(row: str) -> bool:
    """Return whether a line is one office or one outlet: it may sign an article at its end."""
    return _AGENCY.match(row) is not None and row[0].isupper() and 2 <= len(row.split()) <= 8 and row[-1].isalnum()


@lru_cache(maxsize=1)
def _media() -> frozenset[str]:
    return frozenset(lists.entries("media"))


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


@lru_cache(maxsize=_KEPT)
def is_caption(row: str) -> bool:
    """Return whether a line tells of a picture, by its credit or its opening words."""
    low, rows = row.lower(), table("page")["caption"]
    if len(row) > _BRIEF:
        return False
    if any(word in low for word in rows["contains"]) and not low.startswith(tuple(table("page")["byline"]["starts"])):
        return not is_byline(row)
    if len(row) > 150:
        return False
    if low.startswith(tuple(rows["starts"])) and (not is_prose(row) or len(row) < _PARAGRAPH):
        return True
    return low.startswith(tuple(rows["persons"])) and any(act in low for act in rows["acts"]) and len(row) < 120
