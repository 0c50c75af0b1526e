"""Which pictures a page shows over which of its captions, by the names that the page calls them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from lxml.html import HtmlElement

from desktop.exchange.pages.lines import Told
from desktop.exchange.pages.tables import is_picture
from desktop.model import Role


def named(root: HtmlElement, told: Sequence[Told]) -> tuple[tuple[int, str], ...]:
    """Return the captions, by the numbers of their lines, each with a picture of it; one of several pictures stands several times.

    A caption is that of the pictures of its figure, or of those between it and the line above. A picture has one caption.
    """
    lines: dict[HtmlElement, list[int]] = {}
    for number, each in enumerate(told):
        lines.setdefault(each.block.element, []).append(number)
    found: dict[str, int] = {}
    above: list[str] = []
    for element in root.iter():
        if element.tag == "img":
            above += _names([element])
        for number in lines.get(element, ()):
            if told[number].role is Role.CAPTION:
                for name in _of_figure(element) or above:
                    found.setdefault(name, number)
            above = []
    return tuple(sorted(((number, name) for name, number in found.items()), key=itemgetter(0)))


def _of_figure(caption: HtmlElement) -> list[str]:
    """Return the pictures of the figure that a caption stands in, or of the caption's own element."""
    for holder in (caption, *caption.iterancestors("figure", "table")):
        if holder is caption or holder.tag == "figure" or is_picture(holder):
            names = _names(holder.iter("img"))
            if names:
                return names
    return []


def _names(pictures: Iterable[HtmlElement]) -> list[str]:
    return [name for each in pictures if (name := (each.get("src") or "").strip())]
