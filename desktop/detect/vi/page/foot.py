"""Where an article ends on its page: at its author, or where links, comments and the page's foot begin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from desktop.detect.vi.page import card, looks, rows
from desktop.text.patterns import pattern

_CELL = re.compile(r"[ \xa0]*[|\t][ \xa0]*|[ \xa0]{3,}")
_BUTTONS = pattern("page.foot.buttons")
_NUMERIC = re.compile(r"[-+−]?\d[\d.,%/: \xa0–-]*\w{0,3}")
_ROWS = 2  # more of them make a list
_FOLLOWING = 0.6  # comments and the like measure so much of the article at most; where more follows, it goes on
_LOOKED = 200  # lines behind a head that are asked whether they are links
_BEHIND, _NEAR = 2, 4  # lines right behind a line of names, and near it
_SIGNED = 0.35  # the same behind a line of names alone, which may be a line of the article itself


def end_of_article(bare: Sequence[str], first: int) -> int:
    """Return the first line that the article no longer holds; `first` is its first paragraph's line."""
    lines = tuple(bare)
    heads = filter(lambda at: looks.is_links_head(lines[at]), range(first + 1, len(lines)))
    stop = next(filter(lambda at: rows.holds("stop", rows.Place(lines, at, first)), heads), len(lines))
    ends = filter(lambda at: rows.holds("end", rows.Place(lines, at, first, stop)), range(first + 1, stop))
    return next(ends, None) or _trailing(bare, first, stop)


def is_loose(bare: Sequence[str], at: int) -> bool:
    """Return whether a line is the page's own and no caption, no row of a table, no number over a name in a list."""
    numbers = bare[at].isdigit() and any(map(looks.is_byline, bare[at + 1 : at + 2]))
    return looks.is_furniture(bare[at]) and not numbers and not looks.is_caption(bare[at]) and not is_table(bare, at)


def is_table(bare: Sequence[str], at: int) -> bool:
    """Return whether a line is a row of a table of numbers, or its head: a neighbour has as many cells, and figures."""
    return rows.holds("table", rows.Place(bare, at))


def _has_figures_beside(place: rows.Place) -> bool:
    """Return whether a neighbour of a row has as many cells and figures, and the row has some too or heads it."""
    bare, at = place.lines, place.at
    width = len(_CELL.split(place.row))
    beside = [bare[near] for near in (at - 1, at + 1) if 0 <= near < len(bare)]
    like = [row for row in beside if len(_CELL.split(row)) == width and _has_figures(row)]
    return bool(like) and (_has_figures(bare[at]) or (at + 1 < len(bare) and bare[at + 1] in like))


def _has_figures(row: str) -> bool:
    cells = _CELL.split(row)[1:]
    return _figures(row) * 2 >= max(len(cells), 1)


def _figures(row: str) -> int:
    return sum(_NUMERIC.fullmatch(cell) is not None for cell in _CELL.split(row)[1:])


def _in_list(place: rows.Place) -> bool:
    """Return whether a line is one of three or more of as many cells, all but their head with a figure: a list of prices."""
    bare, start, end = place.lines, place.at, place.at + 1
    width = len(_CELL.split(place.row))
    while start and len(_CELL.split(bare[start - 1])) == width:
        start -= 1
    while end < len(bare) and len(_CELL.split(bare[end])) == width:
        end += 1
    return end - start > _ROWS and all(_figures(row) for row in bare[start + 1 : end])


def _mass(row: str) -> int:
    """Return the code points of a paragraph, none for other lines: what would be lost with it."""
    return len(row) if looks.is_prose(row) and not looks.is_furniture(row) and not looks.is_comment(row) else 0


@lru_cache(maxsize=8)
def _masses(bare: Sequence[str], first: int) -> tuple[int, Sequence[int]]:
    """Return the first head of comments under a line, and for each line what the paragraphs over it hold."""
    comments = next((at for at in range(first + 1, len(bare)) if looks.is_comments_head(bare[at])), len(bare))
    return comments, [0, *itertools.accumulate(map(_mass, bare))]


def _among_comments(place: rows.Place) -> bool:
    """Return whether a head is the readers' comments' own, or stands behind it."""
    return place.at >= _masses(place.lines, place.first)[0]


def _end(place: rows.Place) -> int:
    """Return the end of what may go on with an article behind a head: the comments, or all."""
    comments, _ = _masses(place.lines, place.first)
    return (comments, len(place.lines))[_among_comments(place)]


def _follows(place: rows.Place) -> int:
    """Return how much follows a head."""
    _, upto = _masses(place.lines, place.first)
    return upto[_end(place)] - upto[place.at + 1]


def _is_little(place: rows.Place) -> bool:
    """Return whether less follows a head than the article would go on with."""
    _, upto = _masses(place.lines, place.first)
    return _follows(place) <= _FOLLOWING * (upto[place.at] - upto[place.first])


def _are_links(place: rows.Place) -> bool:
    """Return whether titles follow with a summary here and there: no more paragraphs than others, no signature."""
    rest = place.lines[place.at + 1 : min(_end(place), place.at + _LOOKED)]
    own = [row for row in rest if not looks.is_furniture(row)]
    paragraphs = sum(looks.is_prose(row) for row in own)
    return paragraphs * 2 <= len(own) and not any(looks.is_byline(row) for row in own)


def _is_told(place: rows.Place) -> bool:
    """Return whether more than a lead stands between the first paragraph and a line."""
    return sum(looks.is_prose(row) or looks.is_sentence(row) for row in place.lines[place.first : place.at]) > 1


def _is_tool(row: str) -> bool:
    return looks.is_furniture(row) or looks.is_byline(row)


def _is_foot(row: str) -> bool:
    """Return whether a line may stand behind an article's author."""
    return _is_tool(row) or card.is_dateline(row)


def _behind(place: rows.Place) -> list[str]:
    """Return what follows a line of names: no other names, no date, no office right under it."""
    after = [
        row for row in place.lines[place.at + 1 : place.last] if not looks.is_byline(row) and not card.is_dateline(row)
    ]
    office = after[:1] == list(place.lines[place.at + 1 : place.at + 2]) and any(map(looks.is_agency, after[:1]))
    return after[int(office) :]


def _has_paragraph_behind(place: rows.Place) -> bool:
    return any(
        looks.is_prose(row) and not looks.is_comment(row) and not looks.is_furniture(row) for row in _behind(place)
    )


def _is_small(place: rows.Place) -> bool:
    """Return whether what follows measures little of what stands over a line of names."""
    return sum(map(_mass, _behind(place))) <= _SIGNED * sum(map(_mass, place.lines[place.first : place.at]))


def _trailing(bare: Sequence[str], first: int, stop: int) -> int:
    """Return the line behind the last that is not furniture, or where the furniture behind the last sentence begins."""
    last = max(
        (at for at in range(first, stop) if rows.holds("text", rows.Place(bare, at))),
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


def _has_buttons(place: rows.Place, lines: int) -> bool:
    """Return whether the buttons of a reply in a thread stand in the lines right under one."""
    return any(map(_BUTTONS.match, place.lines[place.at + 1 : place.at + 1 + lines]))


rows.says(
    {
        "row of a table": lambda place: is_table(place.lines, place.at),
        "figures beside": _has_figures_beside,
        "one of a list of rows": _in_list,
        "names above": lambda place: looks.is_byline(place.lines[place.at - 1]),
        "furniture above": lambda place: looks.is_furniture(place.lines[place.at - 1]),
        "a sentence above": lambda place: looks.is_sentence(place.lines[place.at - 1]),
        "told": _is_told,
        "nothing follows": lambda place: not _follows(place),
        "little follows": _is_little,
        "among comments": _among_comments,
        "links follow": _are_links,
        "under a number": lambda place: place.lines[place.at - 1].strip(".)").isdigit(),
        "second or below": lambda place: place.at > 1,
        "office": lambda place: looks.is_agency(place.row),
        "the foot right behind": lambda place: all(
            map(_is_tool, place.lines[place.at + 1 : min(place.at + 3, place.last)])
        ),
        "the foot behind": lambda place: all(map(_is_foot, place.lines[place.at + 1 : place.last])),
        "a reply": lambda place: _has_buttons(place, 1),
        "over a reply": lambda place: _has_buttons(place, _BEHIND),
        "could sign": lambda place: rows.holds("signature", place),
        "right under the lead": lambda place: place.at == place.first + 1,
        "last": lambda place: place.at + 1 == place.last,
        "nothing behind": lambda place: not _behind(place),
        "a paragraph behind": _has_paragraph_behind,
        "a tool behind": lambda place: any(map(looks.is_furniture, _behind(place)[:1])),
        "three lines behind": lambda place: len(_behind(place)) > _BEHIND,
        "cut off by links": lambda place: place.last < len(place.lines),
        "short lines behind": lambda place: not any(map(looks.is_prose, _behind(place)[:_BEHIND])),
        "a tool near behind": lambda place: any(map(looks.is_furniture, _behind(place)[:_NEAR])),
        "small behind": _is_small,
        "comment": lambda place: looks.is_comment(place.row),
        "notice": lambda place: looks.is_notice(place.row),
    }
)
