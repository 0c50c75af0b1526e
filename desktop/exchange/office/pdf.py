"""PDF with a text layer: its lines by pypdfium2, put together to paragraphs in reading order (`columns`, `paragraphs`)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Said, line, raw, unreadable
from desktop.exchange.office.fonts import decoded
from desktop.exchange.office.pdf_lines import Line, Page, lines
from desktop.exchange.office.pdf_paragraphs import Piece, paragraphs, pieces

_FEW = 16  # characters a page, below which a document is pictures of pages
_PASSWORD = 4  # FPDF_ERR_PASSWORD, public/fpdfview.h of PDFium
_FONT_NAME = 256  # bytes
_HYPHEN = "\x02"  # a word broken at a line's end, as PDFium tells it


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the file's one document; raise ImportFileError for pictures of pages, a password, a damaged file."""
    pages, title = _pages(path, content)
    return [raw(path, content, paragraphs(pages), Said(title=title))]


def places(path: Path, content: bytes) -> list[tuple[str, list[Piece]]]:
    """Return the lines of the document as `read` gives them, each with where on which pages it stands; raise ImportFileError.

    Nothing of that is stored: the kept original tells it, as long as it is read as it was.
    """
    pages, _ = _pages(path, content)
    return [(words, stands) for block, stands in pieces(pages) if (words := line(block.text))]


def _pages(path: Path, content: bytes) -> tuple[list[Page], str]:
    """Return a document's pages with their lines, and the title that its properties say."""
    import pypdfium2
    from pypdfium2 import raw as pdfium

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).casefold():
            zipped.locked(path)
        unreadable(path, "it is damaged or no PDF")
    try:
        pages = [_page(document[number], pdfium) for number in range(len(document))]
        title = str(document.get_metadata_dict().get("Title", ""))
    except pypdfium2.PdfiumError:
        unreadable(path, "a page of it is damaged")
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page.lines) < _FEW * len(pages):
        raise ImportFileError("file-scan", path=path)
    return pages, title


def _page(page: Any, pdfium: Any) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    pictures = [_top(each, height) for each in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,))]
    try:
        return Page(width, height, lines(_characters(text.raw, pdfium, height)), pictures)
    finally:
        text.close()
        page.close()


def _top(picture: Any, height: float) -> tuple[float, float, float, float]:
    left, bottom, right, top = picture.get_bounds()
    return left, height - top, right, height - bottom


def _characters(page: Any, pdfium: Any, height: float) -> Iterator[Line]:
    """Yield each character as a line of one, with its box (points, from the page's upper left corner), font and weight."""
    loose, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(_FONT_NAME), ctypes.c_int()
    for at in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, at)
        if pdfium.FPDFText_IsHyphen(page, at) == 1:
            code = ord(_HYPHEN)
        if pdfium.FPDFText_IsGenerated(page, at) == 1:  # PDFium's own guess of blanks and line ends
            continue
        if not pdfium.FPDFText_GetLooseCharBox(page, at, loose):
            continue
        used = pdfium.FPDFText_GetFontInfo(page, at, name, _FONT_NAME, flags)
        font = name.raw[: max(0, used - 1)].decode("utf-8", "replace").rpartition("+")[2]
        bold = pdfium.FPDFText_GetFontWeight(page, at) >= 600 or "bold" in font.casefold()
        italic = bool(flags.value & 0x40) or "italic" in font.casefold() or "oblique" in font.casefold()
        char = chr(code) if code < 0x110000 else "\ufffd"
        size = pdfium.FPDFText_GetFontSize(page, at) * (
            abs(matrix.d) if pdfium.FPDFText_GetMatrix(page, at, matrix) else 1
        )
        place = (loose.left, height - loose.top, loose.right, height - loose.bottom)
        yield Line(decoded(char, font), *place, size or loose.top - loose.bottom, bold, italic)
