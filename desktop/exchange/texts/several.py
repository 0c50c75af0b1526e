"""Several articles in one text: parted by rules, or each under a head of its own."""

from __future__ import annotations

import re

from desktop.exchange.texts.heads import head

_RULE = re.compile(r"^[ \t]*([=*#_~+-])(?:[ \t]*\1){4,}[ \t]*$", re.MULTILINE)
_TITLE = 160  # code points of a title
_PARAGRAPH = 60  # code points of a paragraph
_STOP = re.compile(r"[.!?…][\"”’)]*$")


def articles(text: str) -> list[str]:
    """Return the articles of a text, the text alone where it is one."""
    by_rule = [part.strip("\n") for part in _split_by_rules(text) if part.strip()]
    if len(by_rule) > 1 and all(map(_is_article, by_rule)):
        return by_rule
    by_head = _by_heads(text)
    return by_head if len(by_head) > 1 else [text]


def _split_by_rules(text: str) -> list[str]:
    parts, at = [], 0
    for match in _RULE.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
    return [*parts, text[at:]]


def _is_article(part: str) -> bool:
    """Return whether a part is a title, or a head, over at least one paragraph."""
    if head(part).at:
        return True
    rows = [row.strip() for row in part.split("\n") if row.strip()]
    if len(rows) < 2 or len(rows[0]) > _TITLE or (_STOP.search(rows[0]) and len(rows[0]) > _PARAGRAPH):
        return False
    return any(len(row) >= _PARAGRAPH and _STOP.search(row) for row in rows[1:])


def _by_heads(text: str) -> list[str]:
    """Return the parts that begin with a head behind a blank line, the same rows in each."""
    starts = [0] if head(text).at else []
    if not starts:
        return []
    for match in re.finditer(r"\n[ \t]*\n+", text):
        if head(text[match.end() : match.end() + 4000]).said.get("title"):
            starts.append(match.end())
    return [text[start:end].strip("\n") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
