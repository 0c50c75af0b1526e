"""Where an article ends on its page: at its author, or where links, comments and the page's foot begin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from desktop.detect.vi.page import card, looks

_CELL = re.compile(r"[ \xa0]*[|\t][ \xa0]*|[ \xa0]{3,}")
_MARKS = ("|", "\t", "   ", "\xa0")  # one of them stands in each row of more than one cell
_NUMERIC = re.compile(r"[-+−]?\d[\d.,%/: \xa0–-]*\w{0,3}")
_ROWS = 2  # more of them make a list
_FOLLOWING = 0.6  # comments and the like measure so much of the article at most; where more follows, it goes on
_LOOKED = 200  # lines behind a head that are asked whether they are links
_SIGNED = 0.35  # the same behind a line of names alone, which may be a line of the article itself


def end_of_article(bare: Sequence[str], first: int) -> int:
    """Return the first line that the article no longer holds; `first` is its first paragraph's line."""
    stop = _links(bare, first)
    for at in range(first + 1, stop):
        if _signs(bare, at, stop) and _closes(bare, first, at, stop):
            return at
    return _trailing(bare, first, stop)


def is_loose(bare: Sequence[str], at: int) -> bool:
    """Return whether a line is the page's own and no caption, no row of a table."""
    return looks.is_furniture(bare[at]) and not looks.is_caption(bare[at]) and not is_table(bare, at)


def is_table(bare: Sequence[str], at: int) -> bool:
    """Return whether a line is a row of a table of numbers, or its head: a neighbour has as many cells, and figures."""
    if not any(mark in bare[at] for mark in _MARKS):
        return False
    width = len(_CELL.split(bare[at]))
    if width < 2:
        return False
    beside = [bare[near] for near in (at - 1, at + 1) if 0 <= near < len(bare)]
    like = [row for row in beside if len(_CELL.split(row)) == width and _has_figures(row)]
    told = bool(like) and (_has_figures(bare[at]) or (at + 1 < len(bare) and bare[at + 1] in like))
    return told or (width > 2 and _in_list(bare, at, width))


def _has_figures(row: str) -> bool:
    cells = _CELL.split(row)[1:]
    return _figures(row) * 2 >= max(len(cells), 1)


def _figures(row: str) -> int:
    return sum(_NUMERIC.fullmatch(cell) is not None for cell in _CELL.split(row)[1:])


def _in_list(bare: Sequence[str], at: int, width: int) -> bool:
    """Return whether a line is one of three or more of as many cells, all but their head with a figure: a list of prices."""
    start, end = at, at + 1
    while start and len(_CELL.split(bare[start - 1])) == width:
        start -= 1
    while end < len(bare) and len(_CELL.split(bare[end])) == width:
        end += 1
    return end - start > _ROWS and all(_figures(row) for row in bare[start + 1 : end])


def _mass(row: str) -> int:
    """Return the code points of a paragraph, none for other lines: what would be lost with it."""
    return len(row) if looks.is_prose(row) and not looks.is_furniture(row) and not looks.is_comment(row) else 0


def _links(bare: Sequence[str], first: int) -> int:
    """Return the line of the first head of links or comments that no part of the article follows."""
    heads = [at for at in range(first + 1, len(bare)) if looks.is_links_head(bare[at])]
    if not heads:
        return len(bare)
    comments = next((at for at in heads if looks.is_comments_head(bare[at])), len(bare))
    upto = [0, *itertools.accumulate(_mass(row) for row in bare)]
    for at in heads:
        if _is_signed(bare, first, at):
            return at
        end = len(bare) if at >= comments else comments
        follows, told = upto[end] - upto[at + 1], upto[at] - upto[first]
        rest = bare[at + 1 : min(end, at + _LOOKED)]
        if not follows or (follows <= _FOLLOWING * told and (at >= comments or _are_links(rest))):
            return at
    return len(bare)


def _are_links(rest: Sequence[str]) -> bool:
    """Return whether lines are titles with a summary here and there: no more paragraphs than others, no signature."""
    own = [row for row in rest if not looks.is_furniture(row)]
    paragraphs = sum(looks.is_prose(row) for row in own)
    return paragraphs * 2 <= len(own) and not any(looks.is_byline(row) for row in own)


def _is_signed(bare: Sequence[str], first: int, at: int) -> bool:
    """Return whether the article above a line is signed right there, and no mere lead with its author's name."""
    if not looks.is_byline(bare[at - 1]) or looks.is_furniture(bare[at - 1]):
        return False
    return sum(looks.is_prose(row) or looks.is_sentence(row) for row in bare[first:at]) > 1


def _signs(bare: Sequence[str], at: int, stop: int) -> bool:
    """Return whether a line could be the signature: names, or one office right under a paragraph and over the foot."""
    row = bare[at]
    if looks.is_byline(row) and not looks.is_caption(row) and not looks.is_furniture(row):
        heads = looks.is_heading(row) and not all(map(_is_foot, bare[at + 1 : stop]))
        return at > 1 and not heads and not looks.is_listed(bare, at)
    after = bare[at + 1 : min(at + 3, stop)]
    return (
        looks.is_agency(row)
        and not looks.is_caption(row)
        and looks.is_sentence(bare[at - 1])
        and all(looks.is_furniture(other) or looks.is_byline(other) for other in after)
    )


def _is_foot(row: str) -> bool:
    """Return whether a line may stand behind an article's author."""
    return looks.is_furniture(row) or looks.is_byline(row) or card.is_dateline(row)


def _closes(bare: Sequence[str], first: int, at: int, stop: int) -> bool:
    """Return whether a line of names ends the article: nothing follows but furniture, other names or a date."""
    after = [row for row in bare[at + 1 : stop] if not looks.is_byline(row) and not card.is_dateline(row)]
    if after and after[0] == bare[at + 1] and looks.is_agency(after[0]):
        after.pop(0)
    if not after:
        return at > first + 1 or stop == at + 1
    tools = [looks.is_furniture(row) for row in after]
    if not any(
        looks.is_prose(row) and not looks.is_comment(row) and not tool for row, tool in zip(after, tools, strict=True)
    ):
        return at > first + 1 and (tools[0] or len(after) > 2 or (stop < len(bare) and looks.is_sentence(bare[at - 1])))
    short = not any(looks.is_prose(row) for row in after[:2])
    return (
        at > first + 1
        and short
        and any(tools[:4])
        and sum(map(_mass, after)) <= _SIGNED * sum(map(_mass, bare[first:at]))
    )


def _trailing(bare: Sequence[str], first: int, stop: int) -> int:
    """Return the line behind the last that is not furniture, or where the furniture behind the last sentence begins."""
    last = max(
        (at for at in range(first, stop) if _is_text(bare[at])),
        default=first,
    )
    own = [is_loose(bare, at) for at in range(last + 1, stop)]
    behind = sum(own)
    for step, loose in enumerate(own):
        if loose and 3 * behind >= len(own) - step:
            return last + 1 + step
        behind -= loose
    while stop > first + 1 and is_loose(bare, stop - 1):
        stop -= 1
    return stop


def _is_text(row: str) -> bool:
    if looks.is_furniture(row) or looks.is_comment(row) or looks.is_notice(row):
        return False
    return looks.is_prose(row) or looks.is_sentence(row)
