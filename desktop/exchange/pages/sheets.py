"""The fonts of old encodings that a page sets in its own style sheet: by class, by id, by the name of an element."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from desktop.exchange import mending

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_FAMILY = re.compile(r"font(?:-family)?\s*:[^;{}]*?(\.?vn[\w .-]+|vni[\w .-]+|vps[\w .-]+)", re.IGNORECASE)
_LAST = re.compile(r"([a-z][\w-]*)?(?:([.#])([\w-]+))?$", re.IGNORECASE)

Fonts = Mapping[str, str]


def fonts(root: HtmlElement) -> Fonts:
    """Return the old fonts that the page's style sheets set, by `.class`, `#id` or the name of an element."""
    found: dict[str, str] = {}
    for style in root.iter("style"):
        for selectors, said in _RULE.findall(_COMMENT.sub(" ", style.text or "")):
            family = _FAMILY.search(said)
            font = family[1].split(",")[0].strip(" '\"") if family else ""
            for selector in selectors.split(",") if font and mending.encoding_of(font) is not None else ():
                last = _LAST.search(selector.strip().rpartition(" ")[2])
                if last is not None and last[0]:
                    found[f"{last[2]}{last[3]}" if last[2] else last[1].lower()] = font
    return found


def font_of(element: HtmlElement, known: Fonts) -> str | None:
    """Return the old font that a page's style sheet gives an element."""
    if not known:
        return None
    names = [f"#{element.get('id')}", *(f".{name}" for name in element.get("class", "").split()), element.tag]
    return next((known[name] for name in names if name in known), None)
