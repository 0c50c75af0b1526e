"""The fields of a card that are written in one line: what they show, and what a person writes into them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.model import Article
from desktop.operations.shelving import clean_tags
from desktop.text import typed
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

NO_DATE = QT_TRANSLATE_NOOP("Card", "This is no date. Write it as 15/6/2019.")
NO_TITLE = QT_TRANSLATE_NOOP("Card", "An article needs a title.")


class RefusedError(Exception):
    """What was written cannot be; its words say why, untranslated."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it is called, its words in an article, and the article with other words in it."""

    name: str
    words: str
    shown: Callable[[Article], str]
    written: Callable[[Article, str], Article]


def corrected(article: Article, field: Field, words: str) -> Article:
    """Return an article with what was written; what was not touched stays to the letter. Raises RefusedError."""
    return article if words == field.shown(article) else field.written(article, words.strip())


def called(field: Field) -> str:
    """Return what a field is called, in the language of the window."""
    return QCoreApplication.translate("Card", field.words)


def _title(article: Article, words: str) -> Article:
    if not words:
        raise RefusedError(NO_TITLE)
    return replace(article, title=words)


def _date(article: Article, words: str) -> Article:
    day = typed.written(words) if words else None
    if words and day is None:
        raise RefusedError(NO_DATE)
    return replace(article, published=day)


def _tags(article: Article, words: str) -> Article:
    return replace(article, tags=clean_tags(words.split(",")))


def _title_of(article: Article) -> str:
    return " ".join(article.title.split())


def _date_of(article: Article) -> str:
    return typed.told(article.published)


def _tags_of(article: Article) -> str:
    return ", ".join(article.tags)


def _source_of(article: Article) -> str:
    return article.source


def _source(article: Article, words: str) -> Article:
    return replace(article, source=words)


def _place_of(article: Article) -> str:
    return article.place


def _place(article: Article, words: str) -> Article:
    return replace(article, place=words)


FIELDS = (
    Field("title", QT_TRANSLATE_NOOP("Card", "Title"), _title_of, _title),
    Field("source", QT_TRANSLATE_NOOP("Card", "Source"), _source_of, _source),
    Field("published", QT_TRANSLATE_NOOP("Card", "Date"), _date_of, _date),
    Field("place", QT_TRANSLATE_NOOP("Card", "Place"), _place_of, _place),
    Field("tags", QT_TRANSLATE_NOOP("Card", "Tags"), _tags_of, _tags),
)
