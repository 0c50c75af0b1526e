"""The fonts of old encodings that a page sets in its own style sheet: by class, by id, by the name of an element."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from desktop.exchange import mending

_FAMILY = re.compile(r"font(?:-family)?\s*:[^;{}]*?(\.?vn[\w .-]+|vni[\w .-]+|vps[\w .-]+)", re.IGNORECASE)
_LAST = re.compile(r"([a-z][\w-]*)?(?:([.#])([\w-]+))?", re.IGNORECASE)
_SAID, _NAME = 4000, 100  # code points of a rule, and of one of its names, that are read

Fonts = Mapping[str, str]


def fonts(root: HtmlElement) -> Fonts:
    """Return the old fonts that the page's style sheets set, by `.class`, `#id` or the name of an element."""
    found: dict[str, str] = {}
    for style in root.iter("style"):
        for rule in _plain(style.text or "").split("}"):
            selectors, _, said = rule.partition("{")
            family = _FAMILY.search(said[:_SAID])
            font = family[1].split(",")[0].strip(" '\"") if family else ""
            if font and mending.encoding_of(font) is not None:
                found |= {name: font for each in selectors[-_SAID:].split(",") if (name := _named(each))}
    return found


def _plain(sheet: str) -> str:
    """Return a style sheet without its comments."""
    first, *others = sheet.replace("<!--", " ").replace("-->", " ").split("/*")
    return "".join([first, *(each.partition("*/")[2] for each in others)])


def _named(selector: str) -> str:
    """Return what the last part of a selector means: `.class`, `#id` or an element; nothing for others."""
    last = _LAST.fullmatch(selector.strip().rpartition(" ")[2][-_NAME:])
    return "" if last is None else f"{last[2]}{last[3]}" if last[2] else (last[1] or "").lower()


def font_of(element: HtmlElement, known: Fonts) -> str | None:
    """Return the old font that a page's style sheet gives an element."""
    if not known:
        return None
    classes = element.get("class", "")[:_SAID].split()
    names = [f"#{element.get('id')}", *(f".{name}" for name in classes), element.tag]
    return next((known[name] for name in names if name in known), None)
