"""One page's source to one raw document: tree, lines, body, headline, card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.pages import markup, official, papers, pictures, titles
from desktop.exchange.pages.blocks import Block, blocks
from desktop.exchange.pages.body import Body, body, is_prose
from desktop.exchange.pages.lines import Told, lines
from desktop.exchange.pages.said import Said, said
from desktop.model import Meta, Origin, Role

_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d]+(?: [^\W\d]+){1,4}")
_INNER = 40  # elements of a line that are asked for its author
_ITEMS = 4  # titles of other articles, each with its summary, that make a page a list
_APART = 0.5  # share of a list's paragraphs that may stand under no such title
_TITLED = 4  # words of such a title


def article(source: str, content: bytes | None, path: Path) -> Raw | None:
    """Return the article of a page, or None where it has no text; raise ImportFileError where it is a list of articles."""
    root = tree(source)
    if root is None:
        return None
    page = blocks(root)
    about = said(root, source)
    found = body(root, page)
    if found is None:
        return _short(page, content, about)
    whole = official.paper(page, found)
    if whole is not None:  # its own words say what its lines and its card are
        return Raw("\n".join(each.text for each in whole), content, url=papers.address(about.address))
    place = titles.headline(page, found, about.titles, papers.is_site)
    if _is_list(page, found, about, place):
        raise ImportFileError("file-list", path=path)
    told = lines(page, found, place, about.published)
    if not about.authors:
        about = replace(about, authors=tuple(_shown_authors(told)))
    raw = _raw(told, content, page[place].text if place is not None else "", about)
    return replace(raw, shown=pictures.named(root, told))


def _shown_authors(told: Sequence[Told]) -> Iterator[str]:
    """Yield the names that stand in an element of their own in the line of the date."""
    for each in told:
        inner = each.block.element.iterdescendants() if each.role is Role.DATELINE else ()
        for element in islice(inner, _INNER):
            if isinstance(element.tag, str) and markup.role(element) is Role.BYLINE:
                name = " ".join(element.text_content().split()).strip(" ,;|-–•")
                if _NAME.fullmatch(name) and all(word[0].isupper() for word in name.split()):
                    yield name


def tree(source: str) -> HtmlElement | None:
    """Return a page's tree without its comments, or None where nothing of it is mark-up."""
    source = _DECLARED.sub("", source).replace("\x00", "")
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    root = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser) if source.strip() else None
    return root if isinstance(root, HtmlElement) else None


def _short(page: Sequence[Block], content: bytes | None, about: Said) -> Raw | None:
    """Return a page without a paragraph as it stands: a note, some items; nothing where links are all of it."""
    kept = [
        Told(block.text, None, block)
        for block in page
        if not block.is_link and all(mark.role is not None for mark in block.marks)
    ]
    return _raw(kept, content, "", about) if kept else None


def _raw(told: Sequence[Told], content: bytes | None, shown: str, about: Said) -> Raw:
    text = "\n".join(each.text for each in told)
    roles = tuple((number, each.role) for number, each in enumerate(told) if each.role is not None)
    source = papers.source(about, shown)
    byline = papers.byline(about.authors, source)
    place = next((each.text.rstrip(" -–") for each in told if each.block.stamp), None)
    title = titles.title(shown, about.titles, [source, about.site, about.publisher])
    is_told = bool(shown) or not papers.is_site(title)
    meta = Meta((title if is_told else None) or None, source or None, byline or None, about.published, place)
    origins = {  # what the page shows in the line of its date is the page's
        "title": Origin.PAGE if shown else _origin(about, "titles"),
        "source": _origin(about, "publisher") if source == about.publisher else Origin.META,
        "byline": _origin(about, "authors"),
        "published": _origin(about, "published"),
        "place": Origin.PAGE,
        "url": Origin.META,
    }
    return Raw(text, content, meta, papers.address(about.address), roles=roles, named=title, origins=origins)


def _origin(about: Said, part: str) -> Origin:
    return Origin.LINKED if part in about.linked else Origin.META


def _is_list(page: Sequence[Block], found: Body, about: Said, place: int | None) -> bool:
    """Return whether a page is a list of articles: titles that are links, and no more paragraphs than these have summaries.

    One with a headline is a list where every paragraph stands right under such a title.
    """
    if about.is_article:
        return False
    inside = set(found.container.iter())
    titled = {
        at
        for at, each in enumerate(page)
        if each.is_link and len(each.text.split()) >= _TITLED and each.element in inside
    }
    paragraphs = [at for at in found.told if is_prose(page[at])]
    if len(titled) < _ITEMS:
        return False
    if place is None:
        apart = sum(len(page[at].text) for at in paragraphs if titled.isdisjoint((at - 1, at - 2)))
        return len(paragraphs) <= len(titled) * 1.5 and apart < _APART * sum(len(page[at].text) for at in paragraphs)
    return all(at - 1 in titled for at in paragraphs)
