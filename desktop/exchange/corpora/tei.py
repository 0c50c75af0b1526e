"""TEI P5, a file an article: its lines as paragraphs, and the marks as standOff annotations with string-range pointers.

A pointer counts characters (code points, NFC) from 0 within the paragraph in which a mark begins; one that goes on over a line's end
points into each paragraph. A rejected mark is no annotation. What stands beside an annotation of ours is its label and its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.filenames import file_names
from desktop.exchange.xml_words import UNHELD, attribute, content
from desktop.model import Annotation, AnnotationId, Label, Status
from desktop.text.lines import lines

_TEI = "http://www.tei-c.org/ns/1.0"
_POINTER = re.compile(r"#string-range\((p\d+),(\d+),(\d+)\)")
_BARE = re.compile(r"[^A-Za-z0-9_-]")


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected, whose words XML can hold, and that begin and end on a line with words."""
    text = document.article.text
    return tuple(
        each
        for each in document.annotations
        if each.status is not Status.REJECTED
        and not UNHELD.search(text[each.start : each.end])
        and (pieces := _pieces(document, each))
        and (pieces[0][1], pieces[-1][2]) == (each.start, each.end)
    )


def write(documents: Iterable[Document], folder: Path, labels: Sequence[Label] = ()) -> None:
    """Write a file an article into an empty folder."""
    names = file_names()
    for document in documents:
        path = folder / f"{names(document.article)}.xml"
        path.write_text("".join(_lines(document, labels)), encoding="utf-8", newline="")


def quotes(folder: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the annotations of a written folder, cut from its own paragraphs by its own pointers."""
    from lxml import etree

    names = file_names()
    for document in documents:
        path = folder / f"{names(document.article)}.xml"
        root = etree.parse(path, etree.XMLParser(huge_tree=True, resolve_entities=False)).getroot()
        paragraphs = {str(each.get(_xml("id"))): each.text or "" for each in root.iter(f"{{{_TEI}}}p")}
        starts = {f"p{at}": start for at, (start, _) in enumerate(lines(document.article.text), 1)}
        for each in root.iter(f"{{{_TEI}}}annotation"):
            ranges = [(name, int(at), int(size)) for name, at, size in _POINTER.findall(str(each.get("target")))]
            shown = [paragraphs[name][at : at + size] for name, at, size in ranges]
            start = starts[ranges[0][0]] + ranges[0][1]
            end = starts[ranges[-1][0]] + ranges[-1][1] + ranges[-1][2]
            quote = document.article.text[start:end]
            right = [row for row in quote.split("\n") if row.strip()] == shown
            known = next(str(note.text) for note in each.iter(f"{{{_TEI}}}note") if note.get("type") == "id")
            label = next(str(note.text) for note in each.iter(f"{{{_TEI}}}note") if note.get("type") == "label")
            yield Quoted(document.article.id, AnnotationId(known), start, end, label, quote if right else "")


def _xml(name: str) -> str:
    return f"{{http://www.w3.org/XML/1998/namespace}}{name}"


def _pieces(document: Document, mark: Annotation) -> list[tuple[str, int, int, int]]:
    """Return the pieces of a mark, one a paragraph: its name, start and end of the piece, and where the paragraph begins."""
    found = []
    for at, (start, end) in enumerate(lines(document.article.text), 1):
        low, high = max(start, mark.start), min(end, mark.end)
        if low < high and document.article.text[low:high].strip():
            found.append((f"p{at}", low, high, start))
    return found


def _target(document: Document, mark: Annotation) -> str:
    pieces = _pieces(document, mark)
    return " ".join(f"#string-range({name},{low - start},{high - low})" for name, low, high, start in pieces)


def _lines(document: Document, labels: Sequence[Label]) -> Iterator[str]:
    article = document.article
    marks = keeps(document)
    words: dict[str, str] = {each.name: each.vi for each in labels}
    kinds = dict.fromkeys([*words, *(each.label for each in marks)])
    categories = "".join(
        f'<category xml:id="l-{_BARE.sub("_", kind)}"><catDesc>{content(words.get(kind, kind))}</catDesc></category>'
        for kind in kinds
    )
    source = f"<p>{content(article.source or article.file or article.id)}</p>"
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{_TEI}" xml:lang="vi"><teiHeader><fileDesc>'
    yield f"<titleStmt><title>{content(article.title)}</title></titleStmt><publicationStmt><p>{content(article.id)}</p></publicationStmt>"
    yield f"<sourceDesc>{source}</sourceDesc></fileDesc><encodingDesc><p>NFC; string-range counts Unicode code points from 0.</p>"
    yield f"<classDecl><taxonomy>{categories}</taxonomy></classDecl></encodingDesc></teiHeader>\n<text><body>\n"
    for at, (start, end) in enumerate(lines(article.text), 1):
        yield f'<p xml:id="p{at}" xml:space="preserve">{content(article.text[start:end])}</p>\n'
    yield '</body></text>\n<standOff type="annotations"><listAnnotation>\n' if marks else "</body></text>\n"
    for number, mark in enumerate(marks, 1):
        note = f'<note type="comment">{content(mark.note)}</note>' if mark.note else ""
        value = f'<note type="value">{content(str(mark.value))}</note>' if mark.value is not None else ""
        yield (
            f'<annotation xml:id="a{number}" motivation="classifying" target={attribute(_target(document, mark))}>'
            f'<ptr target="#l-{_BARE.sub("_", mark.label)}"/><note type="label">{content(mark.label)}</note>'
            f'<note type="id">{content(mark.id)}</note>{note}{value}</annotation>\n'
        )
    yield "</listAnnotation></standOff></TEI>\n" if marks else "</TEI>\n"
