"""Where the article's paragraphs stand on its page: trafilatura is asked which texts they are, the page where they lie."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from desktop.exchange.pages.blocks import Block

_SHORT = 25  # code points without blanks; a shorter line is found only where trafilatura has it whole
_PROSE, _SENTENCE = 80, 40  # code points of a paragraph, or of a shorter one that ends as a sentence does
_MOST = 0.85  # share of the found text that the container holds
_MANY = 20_000  # lines of a page; one that is longer is a list, a book or a log
_COMMENTS = re.compile(
    r"(?:\d{1,5} )?(?:bình luận|ý kiến|ý kiến bạn đọc|phản hồi|nhận xét|comments?)(?: ?\(\d{1,5}\)| về .{1,300})?:?",
    re.IGNORECASE,
)
_ABOVE = 2  # paragraphs over the head of readers' comments: in a bar of tools it stands over the text
_MISSED = 0.25  # share of the page's paragraphs that is more than chance
_RULING = 0.4  # share of it in an element that calls itself a menu or an advert: it is none


@dataclass(frozen=True, slots=True)
class Body:
    """The container of an article and the lines of the page that are surely its text, by their places."""

    container: HtmlElement
    told: frozenset[int]
    first: int
    last: int
    size: int  # code points of these lines


def body(root: HtmlElement, page: Sequence[Block]) -> Body | None:
    """Return the article's body, or None where the page has no paragraph."""
    told = _found(_extracted(root), page) if len(page) <= _MANY else _plain(page)
    prose = [at for at, block in enumerate(page) if _is_own(block)]
    taken = _size(page, [at for at in told if is_prose(page[at])])
    if _size(page, told) < _PROSE or taken < _MISSED * _size(page, prose):  # it took a list of links, or nothing
        told = prose or told
    if not told:
        return None
    told = _before_comments(page, told)
    own = [at for at in told if not page[at].is_link] or told  # a list of links is not what the page is about
    _weigh(page, own)
    size = _size(page, own)
    told = [at for at in told if not _stands_beside(page[at], size)] or told
    container = _container(root, page, told)
    inside = set(container.iter())
    own = [at for at in told if page[at].element in inside]
    return Body(container, frozenset(own), min(own), max(own), _size(page, own))


def _before_comments(page: Sequence[Block], told: Sequence[int]) -> list[int]:
    """Return the lines of a text up to where readers speak: behind a head that says so, with paragraphs above it."""
    prose = [at for at in told if is_prose(page[at])]
    heads = (at for at, block in enumerate(page) if heads_comments(block))
    head = next((at for at in heads if sum(each < at for each in prose) >= _ABOVE), len(page))
    return [at for at in told if at < head]


def heads_comments(block: Block) -> bool:
    """Return whether a line heads what readers wrote."""
    return not block.is_link and _COMMENTS.fullmatch(block.text) is not None


def _plain(page: Sequence[Block]) -> list[int]:
    """Return the lines that are no links and do not stand beside the text: of so long a page nobody asks more."""
    return [
        at for at, block in enumerate(page) if not block.is_link and all(mark.role is not None for mark in block.marks)
    ]


def is_prose(block: Block) -> bool:
    """Return whether a line is a paragraph, or a sentence, and no link."""
    text = block.text
    long_enough = len(text) >= _PROSE or (
        len(text) >= _SENTENCE and text.endswith((".", "!", "?", "…", ".”", '."', "”", '"', ":", ";"))
    )
    return long_enough and block.linked * 2 < len(text)


def is_beside(page: Sequence[Block], at: int, body: Body) -> bool:
    """Return whether a line stands in a part that calls itself a menu, an advert, comments, and does not hold the article."""
    return _stands_beside(page[at], body.size)


def _stands_beside(block: Block, size: int) -> bool:
    return any(mark.role is None and mark.told < _RULING * (size or 1) for mark in block.marks)


def _size(page: Sequence[Block], told: Sequence[int]) -> int:
    return sum(len(page[at].text) for at in told)


def _is_own(block: Block) -> bool:
    return is_prose(block) and all(mark.role is not None for mark in block.marks)


def _weigh(page: Sequence[Block], told: Sequence[int]) -> None:
    for at in told:
        for mark in page[at].marks:
            mark.told += len(page[at].text)


def _extracted(root: HtmlElement) -> str:
    """Return the main text that trafilatura sees in a page, empty where it sees none."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        root, with_metadata=False, include_comments=False, include_images=False, include_tables=True, fast=True
    )
    return "" if found is None or isinstance(found, dict) else found.text or ""


def _found(text: str, page: Sequence[Block]) -> list[int]:
    """Return the lines of the page that a text holds; blanks do not count, since everybody sets them otherwise."""
    lines = {_key(line) for line in text.split("\n")}
    whole = _key(text)
    keys = [_key(block.text) for block in page]
    return [at for at, key in enumerate(keys) if key in lines or (len(key) >= _SHORT and key in whole)]


def _key(text: str) -> str:
    return "".join(text.split())


def _container(root: HtmlElement, page: Sequence[Block], told: Sequence[int]) -> HtmlElement:
    """Return the smallest element that holds nearly all of the text."""
    weights: dict[HtmlElement, int] = defaultdict(int)
    for at in told:
        element, weight = page[at].element, len(page[at].text)
        weights[element] += weight
        for above in element.iterancestors():
            weights[above] += weight
    least = _MOST * sum(len(page[at].text) for at in told)
    found = root
    while (inner := next((child for child in found if weights.get(child, 0) >= least), None)) is not None:
        found = inner
    return found
