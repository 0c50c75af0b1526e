"""Tables of a page: values are told from layout, and become a line of cells a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from desktop.exchange.pages import markup

Grid = list[tuple[str, bool]]  # a row's cells with tabs between; whether it is the table's caption

_MOTTO = re.compile(r"độc\s*lập\s*[-–—]\s*tự\s*do\s*[-–—]\s*hạnh\s*phúc|đảng\s+cộng\s+sản\s+việt\s+nam", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\n\r\f\v\xa0]+")
_CELL, _SPAN = 400, 30  # code points that a cell of a table of values has at most; columns that one may cover
_TOLD = 600  # code points of what stands under a picture in its table
_BREAKS = 6  # lines that a cell of values has at most


def grid(table: HtmlElement) -> Grid | None:
    """Return the rows of a table of values, or None where a table only lays out the page."""
    if table.find(".//table") is not None or is_picture(table) or _is_head(table):
        return None
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if sum(len(row) > 1 for row in rows) < 2 or table.find(".//form") is not None:
        return None
    said = [[_words(cell) for cell in row] for row in rows]
    if sum(sum(map(bool, row)) > 1 for row in said) < 2 or any(len(cell) > _CELL for row in said for cell in row):
        return None
    if any(_breaks(cell) > _BREAKS for row in rows for cell in row):
        return None
    return [
        *((_words(each), True) for each in table.iterchildren("caption")),
        *((line, False) for line in _lines(rows, said)),
    ]


def _is_head(table: HtmlElement) -> bool:
    """Return whether a table lays out the head of an official paper: issuer and motto beside each other."""
    rows = next(table.iter("tr"), None)
    return rows is not None and _MOTTO.search(" ".join(rows.itertext())) is not None


def is_picture(table: HtmlElement) -> bool:
    """Return whether a table only holds a picture and what is said under it."""
    if table.find(".//img") is None or table.find(".//table") is not None or table.find(".//form") is not None:
        return False
    said = [words for cell in table.iter("td", "th") if (words := _words(cell))]
    return 0 < len(said) <= 2 and sum(map(len, said)) <= _TOLD


def _lines(rows: list[list[HtmlElement]], said: list[list[str]]) -> Iterator[str]:
    """Yield each row that says something; a cell over several columns or rows leaves the others of its place empty."""
    below: dict[int, int] = {}
    for row, words in zip(rows, said, strict=True):
        cells: list[str] = []
        for cell, text in zip(row, words, strict=True):
            while below.get(len(cells), 0) > 0:
                below[len(cells)] -= 1
                cells.append("")
            wide, high = _number(cell.get("colspan")), _number(cell.get("rowspan"))
            for place in range(len(cells), len(cells) + wide):
                below[place] = high - 1
            cells += [text, *[""] * (wide - 1)]
        line = "\t".join(cells).rstrip("\t")
        if line.strip():
            yield line


def _number(written: str | None) -> int:
    return min(int(written), _SPAN) if written and written.isdecimal() and int(written) > 0 else 1


def _words(cell: HtmlElement) -> str:
    return _BLANK.sub(" ", "".join(_drawn(cell))).strip()


def _drawn(cell: HtmlElement) -> Iterator[str]:
    """Yield what a cell draws; blocks and breaks in it are blanks."""
    events = etree.iterwalk(cell, events=("start", "end"))
    for event, element in events:
        gap = " " if element.tag in markup.tags("block") else ""
        if event == "start" and (not isinstance(element.tag, str) or markup.is_undrawn(element)):
            events.skip_subtree()
        elif event == "start":
            yield gap + (element.text or "")
        elif element is not cell:
            yield gap + (element.tail or "")


def _breaks(cell: HtmlElement) -> int:
    return sum(1 for _ in cell.iter("p", "br", "div", "li"))
