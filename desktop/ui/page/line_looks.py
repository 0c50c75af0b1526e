"""How an article's text stands on the reader's page: what the document holds, and each line's look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop.model import Article, Role
from desktop.text.offsets import PositionMap
from desktop.ui.look import fonts
from desktop.ui.look.reading_looks import FOR_TAGS, Typography
from desktop.ui.look.theme import Theme
from desktop.ui.page.reading.inner_headings import inner_headings

PLAIN_ABOVE = 2_000_000  # code points; longer texts are shown without the looks of lines, which would cost seconds

# What Qt would take for a break, an object or nothing, and what stands for it: always one UTF-16 unit for one.
_UNFIT = re.compile("[\r\u0085\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\x00-\x08\x0b-\x1f\ud800-\udfff]")
_STAND_IN = {"\u2028": " ", "\u2029": " ", "\u0085": " ", "\r": " ", "\ufeff": "\u2060"}


@dataclass(frozen=True, slots=True)
class Look:
    """One kind of line: size and space above and below as shares of the body's size, colour as a role of the theme.

    `pitch` is from one line to the next, as a share of the body's pitch at the same size.
    """

    size: float
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    color: str = "text"
    above: float = 0.0
    below: float = 0.5
    pitch: float = 1.0


_TAG_ROOM = 0.6  # em of the body between two lines with a tag
_BODY = Look(1.0)
_HEADING = "heading"  # inside the body: no role of its own
_LOOKS: dict[Role | str, Look] = {
    Role.HEADLINE: Look(1.55, QFont.Weight.Bold, above=0.25, pitch=0.8),
    Role.LEAD: Look(1.1, below=0.7),
    Role.CAPTION: Look(0.88, italic=True, color="muted", below=0.3),
    Role.BYLINE: Look(0.9, QFont.Weight.DemiBold, color="muted"),
    Role.DATELINE: Look(0.84, color="muted"),
    Role.FURNITURE: Look(0.78, color="muted", below=0.0, pitch=0.94),
    _HEADING: Look(1.12, QFont.Weight.DemiBold, above=0.6, below=0.2, pitch=0.9),
}
_BLANK_LINES = re.compile(r"\n((?:[^\S\n]*\n)+)")
_BLANK = 0.45  # height of a blank line, as a share of the body's size


def display(text: str) -> str:
    """Return what is put into the document for a stored text: the same length in UTF-16 units, the same line breaks."""
    return _UNFIT.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    return _STAND_IN.get(found.group(), "\ufffd")


def dress(
    document: QTextDocument, article: Article, positions: PositionMap, theme: Theme, typography: Typography
) -> None:
    """Give each line of a document that holds an article's text the look of its role."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_block_format(_BODY, typography))
    cursor.setCharFormat(QTextCharFormat())  # Qt keeps the format at the caret for the next text
    if len(article.text) <= PLAIN_ABOVE:
        _dress_lines(cursor, article, positions, theme, typography)
    cursor.endEditBlock()


def _dress_lines(
    cursor: QTextCursor, article: Article, positions: PositionMap, theme: Theme, typography: Typography
) -> None:
    blank = _blank_format(typography.size)
    for start, end in _blanks(article.text):
        _select(cursor, positions, start, end)
        cursor.setBlockFormat(blank)
    formats = {
        kind: (_block_format(look, typography), _char_format(look, theme, typography.size))
        for kind, look in _LOOKS.items()
    }
    for start, end, kind in _stretches(article):
        block, chars = formats[kind]
        _select(cursor, positions, start, end)
        cursor.setBlockFormat(block)
        cursor.setCharFormat(chars)


def _select(cursor: QTextCursor, positions: PositionMap, start: int, end: int) -> None:
    cursor.setPosition(positions.to_utf16(start))
    if end > start:
        cursor.setPosition(positions.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)


def _stretches(article: Article) -> Iterator[tuple[int, int, Role | str]]:
    """Yield the lines that do not look like body, neighbours of one kind together: each costs one change of format."""
    inner = inner_headings(article.text, article.lines)
    start, end, kind = 0, -1, ""
    for line in article.lines:
        told = _HEADING if line.start in inner else line.role
        if told == kind and line.start == end + 1:
            end = line.end
            continue
        if kind in _LOOKS:
            yield start, end, kind
        start, end, kind = line.start, line.end, told
    if kind in _LOOKS:
        yield start, end, kind


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    """Yield each run of blank lines between others, without the break after the last."""
    for found in _BLANK_LINES.finditer(text):
        yield found.start(1), found.end(1) - 1


def _block_format(look: Look, typography: Typography) -> QTextBlockFormat:
    block, size = QTextBlockFormat(), typography.size
    own = ceil(QFontMetricsF(fonts.reading(size, face=typography.face)).height()) / (size * _PIXELS)
    # Lines of large letters stand closer, but never so close that they would touch, or their tags: as high as over small letters.
    least = 1.0 if look.pitch < 1.0 else 0.0
    if typography.roomy:
        least = 1.0 + _TAG_ROOM / own / look.size
    share = max((look.pitch * typography.pitch + FOR_TAGS * typography.roomy) / 10 / own, least)
    block.setLineHeight(100 * share, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setTopMargin(look.above * size * _PIXELS)
    block.setBottomMargin(look.below * size * _PIXELS)
    return block


def _blank_format(size: float) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(_BLANK * size * _PIXELS, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return block


_ROLE = QTextFormat.Property.UserProperty.value  # of letters in another colour than the text's: the role of that colour
_PIXELS = 96 / 72  # Qt scales logical pixels of 1/96 inch itself


def _char_format(look: Look, theme: Theme, size: float) -> QTextCharFormat:
    chars = QTextCharFormat()
    chars.setFontPointSize(look.size * size)
    chars.setFontWeight(look.weight)
    chars.setFontItalic(look.italic)
    if look.color != _BODY.color:
        _dye(chars, look.color, theme)
    return chars


def _dye(chars: QTextCharFormat, role: str, theme: Theme) -> None:
    chars.setProperty(_ROLE, role)
    chars.setForeground(QColor(getattr(theme, role)))


def dye_again(document: QTextDocument, start: int, end: int, theme: Theme) -> None:
    """Give the blocks of a stretch of a document (UTF-16 units) the colours of another theme; how they stand stays."""
    cursor, block = QTextCursor(document), document.findBlock(start)
    cursor.beginEditBlock()
    while block.isValid() and block.position() <= end:
        letters = block.begin()
        role = letters.fragment().charFormat().property(_ROLE) if not letters.atEnd() else None
        chars = QTextCharFormat()
        if role is not None:
            _dye(chars, role, theme)
        if role is not None and letters.fragment().charFormat().foreground() != chars.foreground():
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(chars)
        block = block.next()
    cursor.endEditBlock()
