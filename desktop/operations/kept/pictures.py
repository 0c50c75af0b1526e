"""The pictures that are kept with an article: which lines they belong to, and copies of them to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import RequestError
from desktop.model import ArticleId, Line, Picture
from desktop.operations.files import write_file
from desktop.store import Store


@dataclass(frozen=True, slots=True)
class Captioned:
    """A picture with the line that is its caption, and the ending of its kind."""

    line: Line
    picture: Picture
    ending: str


def pictures_of(store: Store, article_id: ArticleId) -> list[Captioned]:
    """Return the pictures of an article whose captions stand in its text, in the order of the page."""
    from desktop.exchange.taking.pictures import kind

    kept = store.readings.pictures(article_id)
    if not kept:
        return []
    article = store.article(article_id)
    lines: dict[str, list[Line]] = {}
    for line in article.lines:
        lines.setdefault(article.text[line.start : line.end], []).append(line)
    found = []
    for each in kept:
        same, ending = lines.get(each.caption, []), kind(each.content)
        if each.nth < len(same) and ending is not None:
            found.append(Captioned(same[each.nth], each, ending))
    return found


def save_picture(store: Store, article_id: ArticleId, number: int, target: Path, force: bool = False) -> None:
    """Write one of an article's pictures, counted from 1; raise RequestError or ExportError."""
    found = pictures_of(store, article_id)
    if not 0 < number <= len(found):
        raise RequestError("article-picture", id=article_id, number=number, count=len(found))
    write_file(store, target, found[number - 1].picture.content, force=force)
