"""How long an article takes to read."""

from __future__ import annotations

from math import ceil

from desktop.model import Article, Role

_A_MINUTE = 230  # syllables that are read silently; Vietnamese parts them by blanks


def reading_minutes(article: Article) -> int:
    """Return the whole minutes, at least one; the page's furniture is not read."""
    text = article.text
    blanks = text.count(" ") + text.count("\n")
    for line in article.lines:
        if line.role is Role.FURNITURE:
            blanks -= text.count(" ", line.start, line.end) + 1
    return max(ceil((blanks + 1) / _A_MINUTE), 1)
