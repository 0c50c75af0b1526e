"""Where the words of an article stand on the pages of the PDF that it was made from, told by the kept original."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.paper.boxes import Stretch
from desktop.model import Article
from desktop.text.normal import normal


def boxes(article: Article, content: bytes) -> list[Stretch]:
    """Return where each line of an article stands in its original; lines that are read otherwise today have no place.

    Nothing for an original that is no PDF. Raises ImportFileError for one that cannot be read. Touches no library.
    """
    if not content.startswith(b"%PDF-"):
        return []
    from desktop.exchange.office import pdf

    found: list[Stretch] = []
    at = 0
    for words, stands in pdf.places(Path(article.file or "original.pdf"), content):
        start = _place(article.text, words, at)
        if start is not None:
            at = start + len(words)
            found += [
                Stretch(start + each.start, start + each.end, each.page, each.box)
                for each in stands
                if each.end > each.start
            ]
    return found


def _place(text: str, words: str, at: int) -> int | None:
    """Return where a line stands whole in a text, behind the one before it; None for one whose letters are stored otherwise."""
    if normal(words) != words:
        return None
    while (start := text.find(words, at)) >= 0:
        end = start + len(words)
        if (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n"):
            return start
        at = start + 1
    return None
