"""PDF, a file an article, each mark a highlight that any reader shows, with label, value and note beside it.

An article that came from a PDF goes out as that very PDF with its highlights: what is not found again there is listed among the lost.
Others are laid out with the bundled faces. A highlight's /NM is the mark's id.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.filenames import file_names
from desktop.exchange.label_colours import fill, rgb
from desktop.exchange.paper import laid_out
from desktop.exchange.paper import original as originals
from desktop.exchange.paper.boxes import Box, Stretch, letters
from desktop.model import Annotation, AnnotationId, Article, ArticleId, Label, Status

_MAGIC = b"%PDF-"
_PRINTED = 4  # the flag of an annotation that is printed

Original = Callable[[ArticleId], bytes | None]
Stretches = Callable[[Article, bytes], Sequence[Stretch]]


def keeps(
    document: Document, original: Original = lambda _: None, stretches: Stretches = lambda _article, _original: ()
) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected and, in an article that came from a PDF, are found in it."""
    marks = tuple(each for each in document.annotations if each.status is not Status.REJECTED)
    content = _pdf(document, original)
    if content is None:
        return marks
    with closing(_opened(content)) as pages:
        found = _places(pages, document.article, marks, content, stretches)
    return tuple(each for each in marks if each.id in found)


def write(
    documents: Iterable[Document],
    folder: Path,
    labels: Sequence[Label] = (),
    original: Original = lambda _: None,
    stretches: Stretches = lambda _article, _original: (),
) -> None:
    """Write a PDF an article into an empty folder."""
    names = file_names()
    known: dict[str, Label] = {each.name: each for each in labels}
    for document in documents:
        marks = [each for each in document.annotations if each.status is not Status.REJECTED]
        content = _pdf(document, original)
        if content is not None:
            pages = _opened(content)
            placed = _places(pages, document.article, marks, content, stretches)
            _Highlights(marks, placed, known).put(pages)
        else:
            rows = laid_out.laid_out(document.article)
            placed = {each.id: laid_out.boxes(rows, each.start, each.end) for each in marks}
            pages = laid_out.pages(document.article, rows, _Highlights(marks, placed, known).put_on)
        with closing(pages):
            pages.save(folder / f"{names(document.article)}.pdf")


def quotes(folder: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the highlights of a written folder whose letters, read from their pages, are those of their quote."""
    names = file_names()
    for document in documents:
        article = document.article
        path = folder / f"{names(article)}.pdf"
        rows = laid_out.laid_out(article)
        with closing(_opened(path.read_bytes())) as pages:
            shown = highlights(pages)
        for each in document.annotations:
            quote = article.text[each.start : each.end]
            if shown.get(each.id, ("", ""))[0] in (letters(quote), laid_out.drawn_letters(quote, rows, each.start)):
                yield Quoted(article.id, each.id, each.start, each.end, each.label, quote)


def _places(
    pages: Any, article: Article, marks: Sequence[Annotation], content: bytes, stretches: Stretches
) -> dict[AnnotationId, list[Box]]:
    return originals.places(pages, article.text, marks, lambda: stretches(article, content))


def _pdf(document: Document, original: Original) -> bytes | None:
    content = original(document.article.id)
    return content if content is not None and content.startswith(_MAGIC) else None


def _opened(content: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(content)


class _Highlights:
    """The highlights of a document, by the page on which they lie."""

    def __init__(
        self, marks: Iterable[Annotation], placed: Mapping[AnnotationId, Sequence[Box]], known: Mapping[str, Label]
    ) -> None:
        self._known = known
        self._by_page: dict[int, list[tuple[Annotation, list[Box]]]] = {}
        for mark in marks:
            boxes = placed.get(mark.id, ())
            for number in sorted({each.page for each in boxes}):
                here = [each for each in boxes if each.page == number]
                self._by_page.setdefault(number, []).append((mark, here))

    def put(self, pages: Any) -> None:
        """Put them on the pages of a document; each page is opened once."""
        for number in sorted(self._by_page):
            page = pages[number]
            self.put_on(page, number)
            page.close()

    def put_on(self, page: Any, number: int) -> None:
        """Put those of one page on it."""
        for mark, boxes in self._by_page.get(number, ()):
            _put(page, mark, boxes, self._known.get(mark.label))


def _put(page: Any, mark: Annotation, boxes: Sequence[Box], label: Label | None) -> None:
    from pypdfium2 import raw

    made = raw.FPDFPage_CreateAnnot(page.raw, raw.FPDF_ANNOT_HIGHLIGHT)
    colour = rgb(fill(label.color if label is not None else ""))
    raw.FPDFAnnot_SetColor(made, raw.FPDFANNOT_COLORTYPE_Color, *colour, 255)
    for each in boxes:
        quad = (each.left, each.top, each.right, each.top, each.left, each.bottom, each.right, each.bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(made, raw.FS_QUADPOINTSF(*quad))
    edges = raw.FS_RECTF(
        min(each.left for each in boxes), max(each.top for each in boxes), max(each.right for each in boxes),
        min(each.bottom for each in boxes),
    )  # fmt: skip
    raw.FPDFAnnot_SetRect(made, edges)
    raw.FPDFAnnot_SetFlags(made, _PRINTED)
    for key, words in _words(mark, label):
        content = ctypes.create_string_buffer((words + "\0").encode("utf-16-le"))
        raw.FPDFAnnot_SetStringValue(made, key, ctypes.cast(content, raw.FPDF_WIDESTRING))
    raw.FPDFPage_CloseAnnot(made)


def _words(mark: Annotation, label: Label | None) -> Iterator[tuple[bytes, str]]:
    value = [] if mark.value is None else [f"= {mark.value}{f' {mark.unit}' if mark.unit else ''}"]
    suggested = ["(gợi ý)"] if mark.status is Status.SUGGESTED else []
    head = " ".join([label.vi if label is not None else mark.label, *value, *suggested])
    yield b"NM", mark.id
    yield b"Contents", f"{head}\n{mark.note}" if mark.note else head
    yield b"Subj", mark.label
    yield b"T", mark.by


def highlights(pages: Any) -> dict[str, tuple[str, str]]:
    """Return the letters under the highlights of a document and what their notes say, by their names."""
    from pypdfium2 import raw

    found: dict[str, tuple[str, str]] = {}
    for number in range(len(pages)):
        page = pages[number]
        words = page.get_textpage()
        for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            each = raw.FPDFPage_GetAnnot(page.raw, at)
            if raw.FPDFAnnot_GetSubtype(each) == raw.FPDF_ANNOT_HIGHLIGHT:
                name = _string(each, b"NM")
                shown = "".join(words.get_text_bounded(*box.middle) for box in _quads(each, number))
                found[name] = found.get(name, ("", ""))[0] + letters(shown), _string(each, b"Contents")
            raw.FPDFPage_CloseAnnot(each)
        words.close()
        page.close()
    return found


def _quads(annotation: Any, page: int) -> Iterator[Box]:
    from pypdfium2 import raw

    for at in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
        quad = raw.FS_QUADPOINTSF()
        raw.FPDFAnnot_GetAttachmentPoints(annotation, at, quad)
        yield Box(page, quad.x1, quad.y3, quad.x2, quad.y1)


def _string(annotation: Any, key: bytes) -> str:
    from pypdfium2 import raw

    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    content = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(content, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return content.raw.decode("utf-16-le").rstrip("\0")
