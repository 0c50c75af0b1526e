"""Names of papers as a person writes them, authors that are no papers, and addresses without what only follows readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import rtoml

from desktop import assets
from desktop.exchange.pages.said import Said
from desktop.exchange.pages.titles import tails
from desktop.text.fold import bare

_PARTS = re.compile(r"\s+[|»«–—·•:-]+\s+|\s*\|\s*|[.,;]\s+")
_FOLLOWING = re.compile(
    r"utm_|(?:fbclid|gclid|zarsrc|gidzl|mibextid|_ga|ref|ref_src|source|src|igshid|msclkid|dclid|yclid|spm|vn_source|vn_campaign|vn_medium|vn_term|vn_thumb|amp)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info|tv))/?", re.IGNORECASE)
_SURELY = re.compile(
    r"(?:báo|tạp chí|thời báo|tuần báo|bản tin|cổng thông tin|trang thông tin|thông tấn xã|truyền hình"
    r"|đài (?:phát thanh|truyền hình|truyền thanh|tiếng nói|pt|th))\b",
    re.IGNORECASE,
)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/(?=https?://)", re.IGNORECASE)
_DESK = re.compile(
    r"^(?:ban biên tập|bbt|tòa soạn|admin|administrator|editor|quản trị|biên tập viên|phóng viên|nhóm pv"
    r"|webmaster|user|root|super user|news|btv|pv)\b",
    re.IGNORECASE,
)


def source(about: Said, shown: str) -> str:
    """Return the paper that a page is of: known by its address, else as the page names it, without slogan and owner."""
    known = by_domain(about.address)
    if known:
        return known
    named = [name for each in (about.site, about.publisher) for name in _named(each)]
    if not any(map(_is_name, named)):  # a page that calls itself by its address may say its name behind the headline
        addresses = named
        named = [name for each in tails(about.titles, shown) for name in _named(each) if _is_paper(name)]
        named = named or [name for each in _whole(about.titles, shown) for name in _named(each)] or addresses
    return next((each for each in named if _is_paper(each)), named[0] if named else "")


def _is_name(named: str) -> bool:
    return " " in named or "." not in named


def by_domain(address: str) -> str:
    """Return the known paper of an address, or nothing."""
    host = (urlsplit(address).hostname or "") if address else ""
    names = _table()["names"]
    parts = host.lower().split(".")
    return next((names[tail] for at in range(len(parts)) if (tail := ".".join(parts[at:])) in names), "")


def written(source: str) -> str:
    """Return a source as a person writes it: a known paper's name for its domain, `Baothanhhoa.vn`."""
    match = _ADDRESS.fullmatch(source)
    return (by_domain(f"https://{match[1]}") if match else "") or source


def is_site(title: str) -> bool:
    """Return whether a title is a paper's or an office's name and no headline."""
    return _is_paper(title) or _has(title, "office")


def is_paper(name: str) -> bool:
    """Return whether a name is surely a paper's or a station's: a person may be called Trang or Đài."""
    return name in _names() or _SURELY.match(name) is not None


def byline(authors: Sequence[str], paper: str) -> str:
    """Return the persons among those that a page names as authors: papers, owners, desks and addresses are none."""
    kept = [each for each in authors if not _is_nobody(each, paper)]
    return ", ".join(dict.fromkeys(kept))


def address(found: str) -> str:
    """Return an address without its fragment and without what only tells where a reader came from."""
    if not found:
        return ""
    parts = urlsplit(_ARCHIVED.sub("", found))
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _FOLLOWING.match(key)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def _named(stated: str) -> Iterator[str]:
    """Yield the names in what a page calls itself: the paper's before slogans, none that is an owner."""
    match = _ADDRESS.fullmatch(stated.strip())
    if stated.strip().startswith(("http://", "https://")) and not match:
        stated = (urlsplit(stated.strip()).hostname or "").removeprefix("www.")
    if match:
        yield by_domain(f"https://{match[1]}") or match[1].lower()
        return
    parts = [part.strip() for part in _PARTS.split(stated) if part.strip()]
    own = [part for part in parts if not _has(part, "owner", start=False)]
    plain = [part for part in own if not _has(part, "slogan")]
    for part in sorted(plain or own[:1], key=lambda part: not _is_paper(part)):
        yield _bare(part)


def _bare(name: str) -> str:
    """Return a paper's name without what only says where it is read: `Báo Làng Online` is Báo Làng."""
    for word in _table()["words"]["edition"]:
        if name.lower().endswith(f" {word}") and len(name.split()) > len(word.split()) + 1:
            return name[: -len(word)].strip(" -|")
    return name


def _is_paper(name: str) -> bool:
    return _has(name, "paper") or name in _names()


def _has(name: str, kind: str, start: bool = True) -> bool:
    low = name.lower()
    return any(low.startswith(word) if start else word in low for word in _table()["words"][kind])


def _is_nobody(name: str, paper: str) -> bool:
    key = bare(_key(name))
    return (
        key in (bare(_key(paper)), "")
        or "@" in name
        or (len(_key(paper)) > 3 and bare(_key(paper)) in key)
        or name in _names()
        or (_has(name, "paper") and len(name.split()) > 1)
        or _has(name, "owner", start=False)
        or _ADDRESS.fullmatch(name) is not None
        or _DESK.match(name) is not None
    )


def _whole(titles: Sequence[str], shown: str) -> Iterator[str]:
    """Yield titles that are a portal's name and no headline."""
    parts = [part for each in titles if _key(each) != _key(shown) for part in _PARTS.split(each)]
    return (each for each in parts if _has(each, "paper") or _has(each, "office"))


@cache
def _names() -> frozenset[str]:
    return frozenset(_table()["names"].values())


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


@cache
def _table() -> dict[str, Any]:
    return rtoml.loads(assets.text("papers.toml"))
