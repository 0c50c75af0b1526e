"""An official paper on a page: its head, with the state's name and the motto, is part of it, and its mark-up says no roles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from desktop.exchange.pages.blocks import Block
from desktop.exchange.pages.body import Body, is_beside, is_prose

MOTTO = re.compile(
    r"độc\s*lập\s*[-–—]\s*tự\s*do\s*[-–—]\s*hạnh\s*phúc|^\W*đảng\s+cộng\s+sản\s+việt\s+nam\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(r"^\s*số\s*[:：]|ngày\s.{1,12}\stháng\s.{1,12}\snăm\s", re.IGNORECASE)
_NEAR = 9  # lines round the motto in which the head stands
_LONGEST = 120  # code points of a line of the head


def paper(page: Sequence[Block], found: Body) -> list[Block] | None:
    """Return the lines of the official paper that a page is, from its head to its recipients; None where it is none."""
    motto = next(
        (at for at, block in enumerate(page) if MOTTO.search(block.text) and len(block.text) <= _LONGEST), None
    )
    if motto is None or any(at < motto - _NEAR and is_prose(page[at]) for at in found.told):
        return None
    if not any(_NUMBER.search(block.text) for block in page[max(motto - _NEAR, 0) : motto + _NEAR]):
        return None
    holder = _holder(page[motto].element)
    top = motto
    while top and motto - top < _NEAR and _is_of_head(page, top - 1, holder, found):
        top -= 1
    whole = next(
        each for each in (holder, *holder.iterancestors()) if each is found.container or found.container in each.iter()
    )
    inside = set(whole.iter())
    return [
        block
        for at, block in enumerate(page[top:], top)
        if block.element in inside and not block.is_link and not is_beside(page, at, found)
    ]


def _holder(element: HtmlElement) -> HtmlElement:
    """Return the table of the head, or what its line stands in."""
    table = next(element.iterancestors("table"), None)
    parent = element.getparent()
    return table if table is not None else parent if parent is not None else element


def _is_of_head(page: Sequence[Block], at: int, holder: HtmlElement, found: Body) -> bool:
    block = page[at]
    return (
        holder in block.element.iterancestors()
        and len(block.text) <= _LONGEST
        and not block.is_link
        and not block.is_heading
        and not is_beside(page, at, found)
    )
