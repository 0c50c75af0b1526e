"""Words copied with their source: quotation, title, paper and date, as the interface's language writes them."""

from __future__ import annotations

from datetime import date

from desktop.model import Article
from desktop.ui.words.value_words import day_words


def with_source(words: str, article: Article, language: str) -> str:
    """Return words as they are quoted in a text: “words” (title, paper, date); what is not known is left out."""
    inner = " ".join(words.split()).replace("“", "‘").replace("”", "’")
    known = (article.title, article.source or article.byline, published(article, language))
    source = ", ".join(part for part in known if part)
    return f"“{inner}” ({source})" if source else f"“{inner}”"


def published(article: Article, language: str) -> str:
    """Return the day an article was published in a language's own order; empty if it is not known."""
    if not article.published:
        return ""
    try:
        return day_words(date.fromisoformat(article.published[:10]), language)
    except ValueError:
        return article.published
