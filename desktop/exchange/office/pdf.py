"""PDF with a text layer: its letters by pypdfium2, put together to lines, tables and paragraphs in reading order (`layout`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Said, line, raw, unreadable
from desktop.exchange.office.layout import characters
from desktop.exchange.office.layout.lines import Page, lines
from desktop.exchange.office.layout.paragraphs import Piece, paragraphs, pieces

_FEW = 16  # characters a page, below which a document is pictures of pages
_PASSWORD = 4  # FPDF_ERR_PASSWORD, public/fpdfview.h of PDFium
_PAGES = 20_000  # of a document at most
_LOST = 0.3  # of a document's letters: where it does not say what its signs are


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
        if len(document) > _PAGES:
            unreadable(path, f"it has more than {_PAGES:,} pages")
        pages = [_page(document[number], pdfium) for number in range(len(document))]
        title = str(document.get_metadata_dict().get("Title", ""))
    except pypdfium2.PdfiumError:
        unreadable(path, "a page of it is damaged")
    finally:
        document.close()
    text = "".join(line.text for page in pages for line in page.lines)
    if len(text) < _FEW * len(pages):
        raise ImportFileError("file-scan", path=path)
    lost = text.count("\ufffd")
    if lost > _LOST * len(text):
        raise ImportFileError("file-broken", path=path, count=lost)
    return pages, title


def _page(page: Any, pdfium: Any) -> Page:
    width, height = page.get_size()
    shown = characters.view(page, pdfium)
    text = page.get_textpage()
    pictures = [shown.box(*each.get_bounds()) for each in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,))]
    try:
        return Page(width, height, lines(characters.letters(text.raw, pdfium, shown)), pictures)
    finally:
        text.close()
        page.close()
