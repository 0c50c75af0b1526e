"""The report as a Word document: quotes by label, entity or article with context, note and source, behind a page that says what was chosen.

Written as it is read, part by part of the zip, so that its length costs no memory. A bookmark `m1`, `m2`, ... round each quote counts
the marks in the order of the documents.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import IO, BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.reports import gathered
from desktop.exchange.reports.gathered import GROUPS, Entry, Gathered, told
from desktop.exchange.xml_words import UNHELD, content
from desktop.model import Annotation, Label

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/></Types>'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = (
    ("[Content_Types].xml", _TYPES),
    (
        "_rels/.rels",
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    ),
    (
        "word/_rels/document.xml.rels",
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATION}/styles" '
        'Target="styles.xml"/></Relationships>',
    ),
)
# Name, what it is based on, and its looks: of the paragraph, of the letters.
_STYLES = (
    ("Normal", "", '<w:spacing w:after="80" w:line="288" w:lineRule="auto"/>', '<w:sz w:val="22"/>'),
    ("Title", "Normal", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="40"/>'),
    ("heading 1", "Normal", '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="28"/>'),
    ("Quote", "Normal", '<w:spacing w:before="160"/><w:ind w:left="284"/>', ""),
    ("Note", "Normal", '<w:ind w:left="284"/>', "<w:i/>"),
    ("Source", "Normal", '<w:ind w:left="284"/>', '<w:color w:val="6A655C"/><w:sz w:val="18"/>'),
)  # fmt: skip
_MARKED = '<w:shd w:val="clear" w:fill="F6E7A8"/>'
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected and whose words XML can hold."""
    text = document.article.text
    return tuple(each for each in gathered.keeps(document) if not UNHELD.search(text[each.start : each.end]))


def write(
    documents: Iterable[Document],
    out: BinaryIO,
    labels: Sequence[Label] = (),
    filters: Iterable[tuple[str, str]] = (),
    group: str = "label",
) -> None:
    """Write the document."""
    with (
        Gathered(documents, labels, group, keeps) as quoted,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name, words in (*_PARTS, ("word/styles.xml", _styles())):
            package.writestr(zipfile.ZipInfo(name), words.encode())
        with package.open(zipfile.ZipInfo("word/document.xml"), "w", force_zip64=True) as part:
            _write_body(part, quoted, filters, GROUPS[group])


def quotes(path: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written report, each with the words between the ends of its bookmark."""
    from lxml import etree

    shown: dict[int, str] = {}
    number, words = 0, ""
    wanted = [f"{{{_MAIN}}}{name}" for name in ("bookmarkStart", "bookmarkEnd", "t", "br", "tab")]
    with zipfile.ZipFile(path) as package, package.open("word/document.xml") as part:
        for _, each in etree.iterparse(part, tag=[*wanted, f"{{{_MAIN}}}p"], huge_tree=True):
            kind = each.tag.rpartition("}")[2]
            if kind == "bookmarkStart":
                number, words = int(each.get(f"{{{_MAIN}}}id")), ""
            elif kind == "bookmarkEnd":
                shown[number] = words
            elif kind != "p":
                words += {"br": "\n", "tab": "\t"}.get(kind) or each.text or ""
            else:
                each.clear()
    numbers = count(1)
    for document in documents:
        for mark, number in zip(keeps(document), numbers, strict=False):
            if number in shown:
                quote = shown[number]
                yield Quoted(document.article.id, mark.id, mark.start, mark.end, mark.label, quote)


def _write_body(part: IO[bytes], quoted: Gathered, filters: Iterable[tuple[str, str]], by: str) -> None:
    groups = quoted.groups()
    part.write(f'{_HEAD}<w:document xmlns:w="{_MAIN}"><w:body>'.encode())
    part.write(_paragraph("Title", _run(f"Trích dẫn theo {by}")).encode())
    part.write(_paragraph("Normal", _run(f"{quoted.articles} bài, {quoted.marks} chỗ đánh dấu.")).encode())
    for name, words in told(filters):
        part.write(_paragraph("Normal", _run(f"{name}: {words}")).encode())
    for each in groups:
        part.write(_paragraph("Normal", _run(f"{each.head}\t{each.count}")).encode())
    part.write(_BREAK.encode())
    for each in groups:
        part.write(_paragraph("heading1", _run(each.head)).encode())
        for entry in quoted.entries(each):
            part.write(_block(entry).encode())
    part.write(b"</w:body></w:document>")


def _block(entry: Entry) -> str:
    start, end = (
        f'<w:bookmarkStart w:id="{entry.number}" w:name="m{entry.number}"/>',
        f'<w:bookmarkEnd w:id="{entry.number}"/>',
    )
    quote = _run(entry.before) + start + _run(entry.quote, _MARKED) + end + _run(entry.after)
    note = "".join(_paragraph("Note", _run(line)) for line in entry.note.splitlines() if line.strip())
    return f"{_paragraph('Quote', quote)}{note}{_paragraph('Source', _run(entry.said))}"


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(words: str, looks: str = "") -> str:
    if not words:
        return ""
    held = content(words).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    held = held.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    look = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{held}</w:t></w:r>'


def _styles() -> str:
    made = []
    for name, based, paragraph, letters in _STYLES:
        above = f'<w:basedOn w:val="{based}"/>' if based else ""
        usual = "" if based else ' w:default="1"'
        made.append(
            f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"{usual}><w:name w:val="{name}"/>{above}'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        )
    return f'{_HEAD}<w:styles xmlns:w="{_MAIN}">{"".join(made)}</w:styles>'
