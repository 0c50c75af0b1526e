"""Which pictures a page shows over which of its captions, by the names that the page calls them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from lxml.html import HtmlElement

from desktop.exchange.pages.body import is_prose
from desktop.exchange.pages.lines import Told
from desktop.exchange.pages.tables import is_picture
from desktop.model import Role

_LONGEST = 400  # code points of a caption that only its words tell


def named(root: HtmlElement, told: Sequence[Told]) -> tuple[tuple[int, str], ...]:
    """Return the captions, by the numbers of their lines, each with a picture of it; one of several pictures stands several times.

    A caption is that of the pictures of its figure, or of those between it and the line above. A picture has one caption.
    A short line of which the mark-up says nothing is taken too: whether it is a caption is told by its words, later.
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
            for name in _of_caption(element, told[number], above):
                found.setdefault(name, number)
            above = []
    return tuple(sorted(((number, name) for name, number in found.items()), key=itemgetter(0)))


def _of_caption(element: HtmlElement, line: Told, above: list[str]) -> list[str]:
    """Return the pictures of a line that is a caption, or may be one; `above` are those between it and the line over it."""
    if line.role is Role.CAPTION:
        return _of_figure(element) or above
    may_be = (
        line.role is None and len(line.text) <= _LONGEST and (not is_prose(line.block) or "ảnh" in line.text.lower())
    )
    return above if may_be else []


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
