"""Markdown read, not shown: headings, emphasis, links, lists, quotes, tables and rules without their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.model import Role
from desktop.text.views.wrapped import breaks

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
_NOTED = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:\s+\S+.*")
_NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:\s+")
_CELL_END = re.compile(r"</t[dh]>\s*<t[dh](?:\s[^<>]*)?>", re.IGNORECASE)
_LINE_END = re.compile(r"</(?:tr|p|div|li|h[1-6]|summary|table|blockquote)>|<br\s*/?>", re.IGNORECASE)
_HEADED = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_TELLING = (  # signs that Markdown has and other texts do not
    _HEADED,
    re.compile(r"(?<![\w*])\*\*\w[^*\n]*\w\*\*(?![\w*])"),
    re.compile(r"!?\[[^\[\]\n]*\]\([^()\s]+(?: \"[^\"\n]*\")?\)"),
    re.compile(r"^[ \t]*[*+] \S", re.MULTILINE),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"^\|[ :|-]+\|$", re.MULTILINE),
)
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)"), ""),
    (re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)"), r"\1"),
    (re.compile(r"\[([^\[\]^]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE), ""),
    (re.compile(r"(\*\*\*|\*\*|\*)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
)


def is_markdown(text: str) -> bool:
    """Return whether a text that is not called so is Markdown: it has a heading and other signs, or several headings."""
    found = _HEADED.findall(text)
    return bool(found) and (len(found) > 1 or any(each.search(text) for each in _TELLING[1:]))


def unquoted(text: str) -> str:
    """Return a text of which all is quoted, as in a letter, without the signs of that."""
    rows = [row for row in text.split("\n") if row.strip()]
    return _QUOTED.sub("", text) if len(rows) > 1 and all(row.startswith(">") for row in rows) else text


def lines(text: str) -> list[tuple[str, Role | None]]:
    """Return the lines that a Markdown text shows: the first heading of the highest level is the headline, others are body."""
    text = _LINE_END.sub("\n", _CELL_END.sub("\t", _COMMENT.sub("", text)))
    shown = list(_shown(_joined(text.split("\n"))))
    levels = [level for _, level in shown if level]
    top = shown.index(next(each for each in shown if each[1] == min(levels))) if levels else -1
    above = any(line.strip() for line, _ in shown[: max(top, 0)])
    return [
        (line, None if not level else Role.HEADLINE if at == top and not above else Role.BODY)
        for at, (line, level) in enumerate(shown)
    ]


def _joined(rows: list[str]) -> list[str]:
    """Return rows with the paragraphs in one each that were broken at a width; headings, tables and code stay as they are."""
    flowing: list[str] = []
    coded = False
    for at, row in enumerate(rows):
        fence = _FENCE.fullmatch(row) is not None
        coded = coded != fence
        under = _UNDERLINE.fullmatch(rows[at + 1]) if at + 1 < len(rows) and row.strip() else None
        apart = coded or fence or under or any(each.fullmatch(row) for each in (_HEADING, _RULE, _CELLS, _NOTED))
        quoted = _QUOTED.match(row) and at and _QUOTED.match(rows[at - 1])
        flowing.append("" if apart else _QUOTED.sub("", row) if quoted else row)
    broken = breaks(flowing)
    joined: list[str] = []
    for at, row in enumerate(rows):
        if at - 1 in broken:
            joined[-1] = f"{joined[-1].rstrip()} {flowing[at].strip()}"
        else:
            joined.append(row)
    return joined


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
            yield _plain(_NOTE.sub("", row)), 0


def _plain(row: str) -> str:
    if len(row) > _LONGEST:
        return row
    row = _ESCAPED.sub(lambda match: _HELD[match[1]], row)
    for pattern, put in _INLINE:
        row = pattern.sub(put, row)
    return row.translate(_BACK)
