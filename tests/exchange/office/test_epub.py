"""Books: their chapters, notes, letters by name, pages that are no sound XML; put together by hand as programs of books do."""

import io
import zipfile
from pathlib import Path

import pytest

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.exchange.office import epub

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/p.opf"/>'
    "</rootfiles></container>"
)
TITLE = "Sách Bến Sông"


def page(body):
    return f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{body}</body></html>'


def book(pages, contents="", extra=()):
    """A book of pages by their names, of version 2 if `contents` lists some of them."""
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"/>' for at, name in enumerate(pages)
    )
    items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(pages)))
    said = f"<dc:title>{TITLE}</dc:title><dc:creator>Cúc Phạm</dc:creator>"
    head = f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{said}</metadata>'
    points = "".join(f'<navPoint><content src="{name}#x"/></navPoint>' for name in contents.split())
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr(
            "OPS/p.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf">{head}<manifest>{items}</manifest><spine>{spine}</spine></package>',
        )
        archive.writestr(
            "OPS/toc.ncx", f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
        )
        for name, content in [*((f"OPS/{name}", page(body)) for name, body in pages.items()), *extra]:
            archive.writestr(name, content)
    return held.getvalue()


def lines(body):
    (raw,) = epub.read(Path("sách.epub"), book({"a.xhtml": body}))
    return raw.text.split("\n")


PAGES = {
    "letters by name": ("<p>B&agrave;&nbsp;Hoa &amp; con</p>", ["Bà Hoa & con"]),
    "a page that is no sound XML": ("<p>Bà Hoa<br>đi chợ.<p>Ông Nam.", ["Bà Hoa", "đi chợ.", "Ông Nam."]),
    "marks of notes": (
        '<p>Bà Hoa<a epub:type="noteref" href="#n">1</a> và Nam<sup><a href="#m">[2]</a></sup> đi.</p>'
        '<aside epub:type="footnote" id="n"><p>Hoa nào. <a href="#b" role="doc-backlink">↩︎</a></p></aside>',
        ["Bà Hoa và Nam đi.", "Hoa nào."],
    ),
    "a power and a link": ('<p>10 m<sup>2</sup>, <a href="http://a.example">xem đây</a></p>', ["10 m2, xem đây"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_as_a_book_shows_it(name):
    body, shown = PAGES[name]
    assert lines(body) == shown


CHAPTERS = {
    "bia.xhtml": "<img src='b.png'/>",
    "a.xhtml": "<h1>Một</h1><p>Bà Hoa.</p>",
    "a2.xhtml": "<p>Ông Nam.</p>",
    "b.xhtml": "<h2>Hai</h2><p>Cô Lan.</p>",
}


def test_a_book_is_one_article_or_an_article_a_chapter():
    content = book(CHAPTERS, "a.xhtml b.xhtml")
    whole, each = (epub.read(Path("sách.epub"), content, chapters) for chapters in (False, True))
    told = [
        [(raw.meta.title or raw.named, raw.meta.source, raw.meta.byline, raw.text) for raw in raws]
        for raws in (whole, each)
    ]
    assert told == [
        [(TITLE, None, "Cúc Phạm", "Một\nBà Hoa.\nÔng Nam.\nHai\nCô Lan.")],
        [("Một", TITLE, "Cúc Phạm", "Một\nBà Hoa.\nÔng Nam."), ("Hai", TITLE, "Cúc Phạm", "Hai\nCô Lan.")],
    ]  # fmt: skip


def test_a_chapter_is_read_again_from_its_own_original():
    first, second = (epub.read(Path("sách.epub"), book(CHAPTERS, "a.xhtml b.xhtml"), True) for _ in range(2))
    again = [exchange.again(Path("sách.epub"), raw.content) for raw in first]
    assert (again, [raw.content for raw in first]) == ([[raw] for raw in first], [raw.content for raw in second])


def test_a_book_whose_pieces_are_encrypted_wants_a_password_and_one_with_such_fonts_does_not():
    locks = ("fonts/a.otf", "OPS/a.xhtml")
    told = []
    for locked in locks:
        said = f'<encryption><EncryptedData><CipherData><CipherReference URI="{locked}"/></CipherData></EncryptedData></encryption>'
        content = book({"a.xhtml": "<p>Bà Hoa.</p>"}, extra=[("META-INF/encryption.xml", said)])
        try:
            told.append(epub.read(Path("sách.epub"), content)[0].text)
        except ImportFileError as error:
            told.append(error.kind)
    assert told == ["Bà Hoa.", "file-locked"]


def test_who_imports_a_book_says_whether_it_is_one_article(tmp_path):
    (tmp_path / "sách.epub").write_bytes(book(CHAPTERS, "a.xhtml b.xhtml"))
    counts = [len(list(exchange.read(tmp_path / "sách.epub", chapters=each))) for each in (False, True)]
    assert counts == [1, 2]
