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


def short_quote(text: str, start: int, end: int, most: int) -> str:
    """Return a stretch of a text on one line; a longer one than `most` (code points) is cut at its end."""
    quote = " ".join(text[start : min(end, start + most)].split())
    return quote if end - start <= most else f"{quote} …"


def cut_in_the_middle(quote: str, most: int) -> str:
    """Return words on one line; of more than `most` code points the middle is left out."""
    quote = " ".join(quote.split())
    return quote if len(quote) <= most else f"{quote[: most // 2]} … {quote[-most // 2 :]}"


def published(article: Article, language: str) -> str:
    """Return the day an article was published in a language's own order; empty if it is not known."""
    if not article.published:
        return ""
    try:
        return day_words(date.fromisoformat(article.published[:10]), language)
    except ValueError:
        return article.published
