"""What the mark-up of an element says: never drawn, beside the article, or the part of the article that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import rtoml
from lxml.html import HtmlElement

from desktop import assets
from desktop.model import Role

_CUT = re.compile(r"[^0-9A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_UNDRAWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{4}",
    re.IGNORECASE,
)
_ROLES = {
    "lead": Role.LEAD,
    "headline": Role.HEADLINE,
    "caption": Role.CAPTION,
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
}
_PROPERTIES = {
    "headline": "headline", "description": "lead", "caption": "caption", "author": "byline", "datepublished": "dateline",
}  # fmt: skip
_SHOWN = re.compile(r"(?:d-)?(?:sm|md|lg|xl|xxl|2xl)[:-](?:block|flex|grid|table|contents|inline(?:-\w+)?)")
_HEADS = frozenset({"top", "header"})  # whole classes of a page's head; `detail-top` is an article's
_LONGEST = 1000  # code points of a class or an id that are read
_KEPT = 8192  # attributes whose reading is kept: a page repeats a few hundred


def is_undrawn(element: HtmlElement) -> bool:
    """Return whether a browser shows nothing of an element."""
    if element.tag in tags("never") or not element.attrib:
        return element.tag in tags("never")
    return (
        "hidden" in element.attrib
        or _UNDRAWN.search(element.get("style", "")) is not None
        or _is_hidden(element.get("class", ""))
    )


@lru_cache(maxsize=_KEPT)
def _is_hidden(attribute: str) -> bool:
    """Return whether one of a class's names is one of what is hidden, and none says that it is drawn on a larger screen."""
    names = attribute[:_LONGEST].split()
    hidden = any(" ".join(filter(None, _CUT.split(name))).lower() in _table()["words"]["hidden"] for name in names)
    return hidden and not any(_SHOWN.fullmatch(name) for name in names)


def is_beside(element: HtmlElement) -> bool:
    """Return whether an element says that it is no part of the article: menus, links, adverts, comments, tools."""
    return (
        element.tag in tags("beside")
        or element.get("role") in ("navigation", "complementary", "contentinfo", "search")
        or element.get("type") in ("RelatedOneNews", "RelatedNews")
        or _has("beside", element.get("class", ""))
        or _has("beside", element.get("id", ""))
    )


def role(element: HtmlElement) -> Role | None:
    """Return the role that an element's name, properties or classes give to what it holds."""
    if element.tag in ("figcaption", "caption"):
        return Role.CAPTION
    said = _PROPERTIES.get(element.get("itemprop", "").lower())
    if said is None:
        said = _said(element.get("class", ""), element.get("id", ""), element.get("data-role", ""))
    if said is None and element.tag == "time":
        said = "dateline"
    return _ROLES[said] if said else None


def is_bio(element: HtmlElement) -> bool:
    """Return whether an element says who the author is, below the article."""
    return _has("bio", element.get("class", "")) or _has("bio", element.get("id", ""))


def is_quote(element: HtmlElement) -> bool:
    """Return whether an element sets words of somebody apart: who is named in it is no author."""
    return element.tag == "blockquote" or element.get("type") == "quote" or _has("quote", element.get("class", ""))


def is_stamp(element: HtmlElement) -> bool:
    """Return whether an element is the place in front of a summary."""
    return _has("stamp", element.get("class", ""))


def is_masthead(element: HtmlElement) -> bool:
    """Return whether an element is the head of a page, with the paper's name and the day of today."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return not _HEADS.isdisjoint(names.lower()[:_LONGEST].split()) or _has("masthead", names)


def is_title(element: HtmlElement) -> bool:
    """Return whether an element calls itself a title of something."""
    return _has("title", element.get("class", "")) or _has("title", element.get("id", ""))


@cache
def tags(kind: str) -> frozenset[str]:
    """Return the names of elements of a kind: `never` drawn, `beside` the article, `block`."""
    return frozenset(_table()["tags"][kind])


@cache
def openings(kind: str) -> tuple[str, ...]:
    """Return how lines of a kind begin: `links`, `tools`."""
    return tuple(_table()["lines"][kind])


@lru_cache(maxsize=_KEPT)
def _said(*attributes: str) -> str | None:
    return next((name for name in _ROLES for each in attributes if each and _has(name, each)), None)


@lru_cache(maxsize=_KEPT)
def _has(kind: str, attribute: str) -> bool:
    """Return whether a class, an id or the like has one of a kind's words, whole."""
    if not attribute:
        return False
    names = _table()["words"][kind]
    return any(f" {word} " in written for written in _cut(attribute) for word in names)


def _cut(attribute: str) -> Iterable[str]:
    for name in attribute[:_LONGEST].split():
        yield f" {' '.join(part.lower() for part in _CUT.split(name) if part)} "


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return rtoml.loads(assets.text("pages.toml"))
