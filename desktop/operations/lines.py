"""Correct what lines of a page are to their article: one step a gesture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.errors import RequestError
from desktop.model import Annotation, Article, ArticleId, Change, Changes, Line, Role
from desktop.operations.detecting import is_untouched
from desktop.operations.history import gesture
from desktop.store import Store
from desktop.text import typed


@gesture
def set_role(store: Store, article_id: ArticleId, start: int, end: int, role: Role | None) -> Changes:
    """Say what the lines are that a stretch touches (code points); None takes back what was said of them.

    The headline, the author and the date of publication are what the card says from then on: there is one truth.
    Suggestions in what is furniture now go with it. Raises RequestError.
    """
    article = store.article(article_id)
    if not 0 <= start <= end <= len(article.text):
        raise RequestError("annotation-range", start=start, end=end, id=article.id, length=len(article.text))
    lines = tuple(_said(line, role) if _touches(line, start, end) else line for line in article.lines)
    after = replace(article, lines=lines, **_card(article, start, end, role))
    if after == article:
        return Changes()
    changes = [Change(article, after)]
    gone = [line for old, line in zip(article.lines, lines, strict=True) if old != line and line.role is Role.FURNITURE]
    if gone:
        changes += _cleared(store, article_id, gone)
    return store.apply("Line role", changes)


def touched(article: Article, start: int, end: int) -> list[Line]:
    """Return the lines that a stretch touches; an empty stretch touches the line round it."""
    return [line for line in article.lines if _touches(line, start, end)]


def _touches(line: Line, start: int, end: int) -> bool:
    if start == end:
        return line.start <= start <= line.end
    return line.start < end and start < line.end


def _said(line: Line, role: Role | None) -> Line:
    detected = line.role if line.detected is None else line.detected
    if role is None:
        return Line(line.start, line.end, line.marked or detected, marked=line.marked)
    if line.detected is None and line.role is role:
        return line
    return Line(line.start, line.end, role, detected, line.marked)


def _card(article: Article, start: int, end: int, role: Role | None) -> dict[str, Any]:
    """Return the field of the card that lines of a role fill; none for other roles, and for lines in which nothing of the kind is read."""
    words = [" ".join(article.text[line.start : line.end].split()) for line in touched(article, start, end)]
    fields: dict[Role | None, tuple[str, str | None]] = {
        Role.HEADLINE: ("title", " ".join(words)),
        Role.BYLINE: ("byline", ", ".join(words)),
        Role.DATELINE: ("published", next(filter(None, map(typed.in_line, words)), None)),
    }
    name, value = fields.get(role, ("", None))
    return {name: value} if value else {}


def _cleared(store: Store, article: ArticleId, lines: list[Line]) -> list[Change]:
    """Return the changes that take away the suggestions nobody has said anything of, and the facts that hang on them."""

    def is_inside(each: Annotation) -> bool:
        return any(line.start <= each.start < line.end for line in lines)

    stale = [each for each in store.annotations(article) if is_untouched(each) and is_inside(each)]
    ids = {each.id for each in stale}
    facts = [each for each in store.relations(article) if each.head in ids or each.tail in ids]
    return [*(Change(each, None) for each in facts), *(Change(each, None) for each in stale)]
