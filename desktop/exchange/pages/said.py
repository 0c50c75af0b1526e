"""What a page says of itself where nobody reads it: JSON-LD, OpenGraph, meta elements, the browser's note of its address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from desktop.exchange.pages.clock import in_vietnam

_ARTICLES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "Article",
    "BlogPosting",
    "ReviewNewsArticle",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "LiveBlogPosting",
)
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:\s*)(\S+?)\s*(?:-->|\n)", re.IGNORECASE
)
_PAGE = re.compile(r"https?://[^/\s]+\.[^/\s]+/(?=\S)", re.IGNORECASE)  # no address is that of a whole site
_WRAPPED = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*$")
_COMMA = re.compile(r",(\s*[}\]])")
_HEAD = 4096  # code points in which a browser writes where it saved the page from
_DEPTH = 6  # levels of JSON that are looked through
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "published_time",
    "date.issued", "dc.date.issued", "dc.date.created", "dc.date", "dcterms.created", "article.published", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "its_publication", "date", "article:published", "publication_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What the head of a page says, each field empty where it says nothing; titles and descriptions in order of trust."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    site: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    address: str = ""
    is_article: bool = False
    linked: frozenset[str] = frozenset()  # those of its fields that JSON-LD says


def said(root: HtmlElement, source: str) -> Said:
    """Return what a page says of itself; `source` is its text, of which only the beginning is read."""
    metas = dict(_metas(root))
    objects = list(_linked(root))
    title = root.findtext(".//title") or ""
    articles = [each for each in objects if _is_article(each)]
    named_so = _key(metas.get("og:title", "") + title)
    own = [each for each in articles if (headline := _key(_text(each.get("headline")))) and headline in named_so]
    ld = (own or articles or [{}])[0]
    by_id = {each["@id"]: each for each in objects if isinstance(each.get("@id"), str) and each.get("name")}
    titles = (
        _text(ld.get("headline")),
        metas.get("og:title", ""),
        metas.get("twitter:title", ""),
        metas.get("dc.title", ""),
        _words(title),
        _text(ld.get("name")),
    )
    descriptions = (_text(ld.get("description")), metas.get("og:description", ""), metas.get("description", ""))
    named = [_name(_meant(each, by_id)) for each in _listed(ld.get("author"))]
    of_ld = _names(named)
    authors = tuple(
        of_ld
        or _names(
            [metas.get(name, "") for name in ("author", "article:author", "dc.creator", "news_author", "dable:author")]
        )
    )
    publisher = next((name for each in _listed(ld.get("publisher")) if (name := _name(_meant(each, by_id))[1])), "")
    published = in_vietnam(_moment(ld.get("datePublished")))
    linked = {
        "titles": titles[0],
        "authors": of_ld,
        "published": published,
        "publisher": publisher,
    }
    dates = [published, *(in_vietnam(metas.get(name, "")) for name in _DATES)]
    return Said(
        tuple(dict.fromkeys(filter(None, titles))), tuple(dict.fromkeys(filter(None, descriptions))),
        metas.get("og:site_name", ""), publisher or metas.get("dc.publisher", "") or metas.get("copyright", ""),
        authors, next(filter(None, dates), None), _address(root, metas, ld, source),
        bool(articles) or metas.get("og:type") in ("article", "news") or any(metas.get(name) for name in _DATES[:2]),
        frozenset(name for name, value in linked.items() if value),
    )  # fmt: skip


def _metas(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield names and contents of meta elements and of elements with a property, the first of a name last: it wins."""
    for element in reversed(list(root.iter("meta"))):
        content = _words(element.get("content", ""))
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                yield element.get(key, "").lower().strip(), content
    for element in root.iter("time"):
        if element.get("itemprop", "").lower() == "datepublished" or "pubdate" in element.attrib:
            yield "datepublished", element.get("datetime", "")
    for part, name in (("published", "datepublished"), ("fn", "author")):  # microformats of one entry
        found = [each for each in root.iter("abbr", "time", "span", "a") if part in each.get("class", "").split()]
        if len(found) == 1 and len(root.find_class("hentry")) == 1:
            yield name, found[0].get("title") or found[0].get("datetime") or _words(found[0].text_content())


def _linked(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD."""
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            yield from _objects(_parsed(_WRAPPED.sub("", script.text).strip().strip(";")), _DEPTH)


def _parsed(written: str) -> Any:
    """Return what JSON holds, also where a comma too much stands in it; nothing where it is none."""
    for each in (written, _COMMA.sub(r"\1", written)):
        try:
            return json.loads(each, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(held: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(held, list):
        for each in held:
            yield from _objects(each, depth - 1)
    elif isinstance(held, dict):
        yield held
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(held.get(key), depth - 1)


def _meant(held: Any, by_id: Mapping[str, Any]) -> Any:
    """Return the object that another one only names by its number."""
    return by_id.get(str(held.get("@id")), held) if isinstance(held, dict) and not held.get("name") else held


def _key(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())


def _is_article(held: dict[str, Any]) -> bool:
    return any(each in _ARTICLES for each in _listed(held.get("@type")))


def _listed(held: Any) -> Sequence[Any]:
    return held if isinstance(held, list) else [] if held is None else [held]


def _text(held: Any) -> str:
    return _words(held) if isinstance(held, str) else ""


def _moment(held: Any) -> str:
    """Return a point of time of JSON-LD, which may be a number of seconds, or the first of several."""
    first = next(iter(_listed(held)), "")
    return str(first) if isinstance(first, int) else _text(first)


def _name(held: Any) -> tuple[str, str]:
    """Return the type and the name of a person or a body of JSON-LD."""
    if isinstance(held, dict):
        kinds = _listed(held.get("@type"))
        names = [_text(each) for each in _listed(held.get("name"))]
        return str(kinds[0]) if kinds else "", next(filter(None, names), "")
    return "", _text(held)


def _names(named: Sequence[tuple[str, str] | str]) -> list[str]:
    """Return those that may be persons: no body of JSON-LD, no address."""
    found = []
    for each in named:
        kind, name = ("", each) if isinstance(each, str) else each
        if name and "Organization" not in kind and not re.match(r"https?://", name):
            found.append(name)
    return list(dict.fromkeys(found))


def _words(written: str) -> str:
    """Return a text without mark-up and twice-written entities, its blanks as one."""
    return " ".join(html.unescape(re.sub(r"<!\[CDATA\[|\]\]>|<[^<>]{1,80}>", "", written)).split())


def _address(root: HtmlElement, metas: dict[str, str], ld: dict[str, Any], source: str) -> str:
    """Return the page's own address: what it calls so, else where the browser saved it from."""
    links = [link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower().strip() == "canonical"]
    page = ld.get("mainEntityOfPage")
    whole = ld.get("isPartOf")
    of_ld = [
        _text(ld.get("url")),
        *(_text(each.get("@id")) if isinstance(each, dict) else _text(each) for each in (page, whole)),
    ]
    found = _SAVED.search(source[:_HEAD])
    shown = [link.get("href", "") for link in root.find_class("reader-domain")]  # a browser's view for reading
    told = [*links, metas.get("og:url", ""), *of_ld, found[1] if found else "", *shown]
    return next((each.strip() for each in told if _PAGE.match(each.strip())), "")
