"""Several articles in one text, as a press digest or a week's file has them: where the next one begins."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.detect.vi.page import card, looks
from desktop.text.lists import words

_PARAGRAPH = 150  # code points; the summaries of a list of links are shorter
_LEAST = 3  # paragraphs of an article
_SHARE = 0.4  # of the first article's paragraphs that a next one measures at least
_AMONG = 0.7  # the same behind readers' comments, which may be long
_TITLE = 4  # words of a headline
_UNDER = 4  # lines from a headline to the first paragraph


def next_article(bare: Sequence[str], first: int, last: int) -> int | None:
    """Return the line in which the next article begins behind one from `first` to `last`, or None.

    It has paragraphs as an article has them, and its own day or its author: comments and links have neither. It has a headline,
    or follows the foot of the page before; behind readers' comments it has both.
    """
    long = [at for at in range(last, len(bare)) if _is_paragraph(bare[at])]
    told = sum(len(row) for row in bare[first:last] if looks.is_prose(row))
    commented = any(looks.is_comments_head(row) for row in bare[last:])
    if len(long) < _LEAST or sum(len(bare[at]) for at in long) < (_SHARE, _AMONG)[commented] * told:
        return None
    feet = list(filter(lambda at: _closes(bare[at]), range(last, long[0])))
    begins = max([last, *feet]) + 1
    headed = filter(lambda at: _is_headline(bare, at, long[0]), range(begins, long[0]))
    start = next(headed, (None, begins)[bool(feet)])
    if start is None or (commented and not feet):
        return None
    opened = any(card.is_dateline(row) or looks.is_byline(row) for row in bare[start + 1 : long[0]])
    signed = any(looks.is_byline(row) for row in bare[long[_LEAST - 1] + 1 :])
    return start if opened or signed else None


def _closes(row: str) -> bool:
    """Return whether a line closes a page: its notice, its licence, its address; no button or comment does."""
    return looks.is_notice(row) or any(word in row.lower() for word in words("page", "furniture.closing"))


def _is_paragraph(row: str) -> bool:
    return len(row) >= _PARAGRAPH and looks.is_prose(row) and not looks.is_furniture(row) and not looks.is_comment(row)


def _is_headline(bare: Sequence[str], at: int, paragraph: int) -> bool:
    """Return whether a line heads the paragraph that follows it: some words, no sentence, nothing of a page."""
    row = bare[at]
    plain = not (looks.is_furniture(row) or looks.is_byline(row) or card.is_dateline(row) or looks.is_prose(row))
    return plain and len(row.split()) >= _TITLE and paragraph - at <= _UNDER
