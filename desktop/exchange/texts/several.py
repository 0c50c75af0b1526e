"""Several articles in one text: parted by rules, each under a head of its own, with its paper below its title, or signed."""

from __future__ import annotations

import re

from desktop.exchange.texts.heads import head

_RULE = re.compile(r"^[ \t]*([=*#_~+-])(?:[ \t]*\1){4,}[ \t]*$", re.MULTILINE)
_TITLE = 160  # code points of a title
_PARAGRAPH = 60  # code points of a paragraph
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}|[IVX]{1,5})[.)]\s+")
# The paper and the day below a title, as press digests have them: (Báo Làng, 12/6/2026), Theo Báo Làng ngày 12-6-2026
_PAPER = re.compile(
    r"\s*[(\[]?(?:(?:theo|nguồn)\b:?\s*)?(?:báo|tạp chí|đài|cổng|trang|thông tấn|[^\W\d_][\w.]+)\b[^.!?]{0,60}?"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}[^.!?]{0,20}[)\]]?\s*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\s*(?:theo\s+)?[^\W\d_a-zà-ỹđ][^\W\d_]*(?:[ -]+[^\W\d_a-zà-ỹđ][^\W\d_]*){1,4}"
    r"(?:\s*\((?:tổng hợp|ghi|thực hiện|dịch|lược dịch|st|sưu tầm)\))?\s*"
)
_NAMED = 40  # code points of a name under an article
_STOP = re.compile(r"[.!?…][\"”’)]*$")


def articles(text: str) -> list[str]:
    """Return the articles of a text, the text alone where it is one."""
    by_rule = [part.strip("\n") for part in _split_by_rules(text) if part.strip()]
    if len(by_rule) > 1 and all(map(_is_article, by_rule)):
        return by_rule
    return next((parts for found in (_by_heads, _by_papers, _by_names) if len(parts := found(text)) > 1), [text])


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


def _by_papers(text: str) -> list[str]:
    """Return the parts whose title has the paper and the day below it; what stands over the first is its."""
    rows = _rows(text)
    starts = [
        rows[at][0]
        for at in range(len(rows) - 2)
        if _is_title(rows[at][1]) and _PAPER.fullmatch(rows[at + 1][1]) and _is_paragraph(rows[at + 2][1])
    ]
    return _cut(text, starts) if len(starts) > 1 else []


def _by_names(text: str) -> list[str]:
    """Return the parts that a name ends, each a title over paragraphs; all of them do, or it is one text."""
    rows = _rows(text)
    names = [
        at
        for at in range(2, len(rows))
        if len(rows[at][1]) <= _NAMED and _NAME.fullmatch(rows[at][1]) and _is_paragraph(rows[at - 1][1])
    ]
    if len(names) < 2 or names[-1] != len(rows) - 1:
        return []
    starts = [0, *(at + 1 for at in names[:-1])]
    if not all(_is_title(rows[at][1]) and _is_paragraph(rows[at + 1][1]) for at in starts):
        return []
    return _cut(text, [rows[at][0] for at in starts])


def _rows(text: str) -> list[tuple[int, str]]:
    """Return the lines that are not blank, each with where it begins."""
    return [(match.start(), match.group().strip()) for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def _is_title(row: str) -> bool:
    bare = _NUMBERED.sub("", row)
    return len(bare) <= _TITLE and len(bare.split()) >= 3 and not _STOP.search(bare) and not _PAPER.fullmatch(bare)


def _is_paragraph(row: str) -> bool:
    return len(row) >= _PARAGRAPH and _STOP.search(row) is not None


def _cut(text: str, starts: list[int]) -> list[str]:
    """Return the parts that begin there; what stands over the first is its, and numbers before titles are left out."""
    starts[0] = 0 if not text[: starts[0]].strip() else starts[0]
    above = text[: starts[0]].strip("\n")
    parts = [text[start:end].strip("\n") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    parts = [_NUMBERED.sub("", part, count=1) for part in parts]
    return [f"{above}\n\n{parts[0]}" if above else parts[0], *parts[1:]]
