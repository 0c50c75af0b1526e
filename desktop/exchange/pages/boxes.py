"""Boxes inside an article that show another one (its title as a link, a summary), told from the article by how little they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lxml.html import HtmlElement

from desktop.exchange.pages.blocks import Block
from desktop.exchange.pages.body import Body, is_prose

_TITLE = 4  # words of another article's title
_MOST = 3  # lines of such a box
_SHARE = (
    0.25  # of the article's paragraphs; where more stands in such boxes, they are the article: a list of ten places
)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def others(page: Sequence[Block], body: Body) -> frozenset[int]:
    """Return the places of the lines that stand in boxes of other articles."""
    titles = [at for at in range(body.first, body.last + 1) if _is_title(page[at])]
    if not titles:
        return frozenset()
    held: dict[HtmlElement, list[int]] = defaultdict(list)
    for at in range(body.first, body.last + 1):
        for element in (page[at].element, *page[at].element.iterancestors()):
            if element is body.container:
                break
            held[element].append(at)
    found: set[int] = set()
    for at in titles:
        above = [page[at].element, *page[at].element.iterancestors()]
        inside = above[: above.index(body.container)] if body.container in above else []
        box = next((each for each in reversed(inside) if len(held[each]) <= _MOST), None)
        if box is not None and _shows_another(box, [page[each] for each in held[box]]):
            found.update(held[box])
    told = sum(len(page[at].text) for at in found if is_prose(page[at]))
    return frozenset(found) if told <= _SHARE * body.size else frozenset()


def _is_title(block: Block) -> bool:
    """Return whether a line is the title of another page and leads there."""
    if not block.is_link or len(block.text.split()) < _TITLE:
        return False
    links = [*block.element.iter("a"), *block.element.iterancestors("a")]
    return any(not each.get("href", "#").startswith(("#", "javascript:")) for each in links)


def _shows_another(box: HtmlElement, lines: Sequence[Block]) -> bool:
    """Return whether a box holds a title and its summary, and sets the title as one or shows a picture with it."""
    summaries = [each for each in lines if not each.is_link]
    is_set = box.find(".//img") is not None or any(each.element.tag in _HEADINGS for each in lines if each.is_link)
    return len(summaries) == 1 and is_set and box.tag not in ("p", "table", "figure")
