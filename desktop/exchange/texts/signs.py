"""Markdown read, not shown: headings, emphasis, links, lists, quotes, tables and rules without their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.model import Role

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})\s*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_ITEM = re.compile(r"(\s*)(?:[-*+]\s+(?:\[[ xX]\]\s+)?|>\s?)(.*)", re.DOTALL)
_CELLS = re.compile(r"\s*\|(.*)\|\s*")
_PART = re.compile(r"\s*:?-+:?\s*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_HELD = {char: chr(0xFDD2 + at) for at, char in enumerate("\\`*_{}[]()#+.!|>~-")}  # code points that no text holds
_BACK = str.maketrans({held: char for char, held in _HELD.items()})
_LONGEST = 5000  # code points of a line whose signs are read: to find their pairs costs the square of it
_FENCE = re.compile(r"\s*(?:```|~~~)\s*[\w-]*\s*")
_NOTED = re.compile(r" {0,3}\[[^\]]+\]:\s+\S+.*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)"), ""),
    (re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)"), r"\1"),
    (re.compile(r"\[([^\[\]^]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"</?(?:b|i|em|strong|u|br|p|sup|sub|span|div|center|mark|small)(?:\s[^<>]*)?/?>", re.IGNORECASE), ""),
    (re.compile(r"(\*\*\*|\*\*|\*)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
)


def lines(text: str) -> list[tuple[str, Role | None]]:
    """Return the lines that a Markdown text shows: the first heading of the highest level is the headline, others are body."""
    shown = list(_shown(_COMMENT.sub("", text).split("\n")))
    levels = [level for _, level in shown if level]
    top = shown.index(next(each for each in shown if each[1] == min(levels))) if levels else -1
    above = any(line.strip() for line, _ in shown[: max(top, 0)])
    return [
        (line, None if not level else Role.HEADLINE if at == top and not above else Role.BODY)
        for at, (line, level) in enumerate(shown)
    ]


def _shown(rows: list[str]) -> Iterator[tuple[str, int]]:
    """Yield each line without its signs, and the level of a heading, else 0."""
    at = 0
    while at < len(rows):
        row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else ""
        heading, cells, under = _HEADING.fullmatch(row), _CELLS.fullmatch(row), _UNDERLINE.fullmatch(after)
        at += 1
        if under and row.strip() and not _ITEM.match(row) and not cells and len(under[1]) > 2:
            yield _plain(row), 1 if under[1][0] == "=" else 2
            at += 1
        elif heading:
            yield _plain(heading[2]), len(heading[1])
        elif _RULE.fullmatch(row) or _FENCE.fullmatch(row) or _NOTED.fullmatch(row):
            yield "", 0
        elif cells:
            parts = re.split(r"(?<!\\)\|", cells[1])
            if not all(_PART.fullmatch(part) for part in parts):
                yield "\t".join(_plain(part.strip()) for part in parts).rstrip("\t"), 0
        else:
            item = _ITEM.fullmatch(row)
            while item:
                row = item[1] + item[2]
                item = _ITEM.fullmatch(row) if row.lstrip().startswith(">") else None
            yield _plain(row), 0


def _plain(row: str) -> str:
    if len(row) > _LONGEST:
        return row
    row = _ESCAPED.sub(lambda match: _HELD[match[1]], row)
    for pattern, put in _INLINE:
        row = pattern.sub(put, row)
    return row.translate(_BACK)
