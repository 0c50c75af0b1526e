"""What a file is: its bytes speak before its name."""

import gzip
from pathlib import Path

import pytest

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.exchange.taking import kinds

PAGE = b"<!DOCTYPE html><html><head><title>x</title></head></html>"
ARCHIVE = (
    b"From: <Saved by Blink>\n"
    b"Snapshot-Content-Location: https://lang.example/1.html\nMIME-Version: 1.0\nContent-Type: multipart/related\n"
)
READ = {
    ("a.html", PAGE): "html",
    ("a.php", b"\xef\xbb\xbf\n<!-- saved from url=(0014)about:internet -->\n<html>"): "html",
    ("a", PAGE): "html",
    ("a.xhtml", b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">'): "html",
    ("a.txt", b"<html> is a sign, said the writer"): "plain",
    ("a", "Bà Hoa".encode()): "plain",
    ("a.html", ARCHIVE): "mail",
    ("a.mht", ARCHIVE): "mail",
    ("a.eml", b"From: a@lang.example\nSubject: Tin\nContent-Type: text/plain\n\nx"): "mail",
    ("a.txt", b"Subject: a header block\n\nx"): "plain",
    ("a.json", b'{"text": "x"}'): "objects",
    ("a.jsonl", b' [{"text": "x"}]'): "objects",
    ("a.jsonl", b'{"text": "x"}'): "jsonl",
    ("a.docx", b"PK\x03\x04"): "office.word",
    ("a.txt", b"PK\x03\x04" + b"\0" * 22 + b"\x05\0\0\0word/document.xml"): "office.word",
    ("a.epub", b"PK\x03\x04" + b"\0" * 22 + b"\x08\0\0\0mimetypeapplication/epub+zip"): "office.epub",
    ("a.zip", b"PK\x03\x04" + b"\0" * 22 + b"\x05\0\0\0a.docxPK..word/document.xml"): "office.archive",
    ("a.html", b"%PDF-1.4"): "office.pdf",
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"): "office.word97",
    ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"): "office.word",
    ("a.txt", b"{\\rtf1"): "office.rich",
    ("a.csv", b"a,b"): "office.tables",
    ("a.html", b"\x1f\x8b\x08"): "taking.gzipped",
    ("a.xyz", b"x"): None,
    ("a.mhtml", b"x"): None,
}
OTHER = {
    ("a.pptx", b"PK\x03\x04"): "PowerPoint (.pptx)",
    ("a.txt", b"PK\x03\x04" + b"\0" * 22 + b"\x04\0\0\0ppt/slides"): "PowerPoint (.pptx)",
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"): "Excel (.xls)",
    ("a.pdf", b"\x89PNG"): "PNG (.png)",
    ("a.txt", "Bà Hoa".encode()): None,
}


@pytest.mark.parametrize(("file", "module"), READ.items())
def test_a_file_has_the_reader_of_its_bytes(file, module):
    assert kinds.reader(Path(file[0]), file[1]) == module


@pytest.mark.parametrize(("file", "name"), OTHER.items())
def test_known_kinds_that_are_not_read_have_a_name(file, name):
    assert kinds.other(Path(file[0]), file[1]) == name


def test_a_kind_that_is_not_read_is_refused_by_name(tmp_path):
    path = tmp_path / "bài.txt"
    path.write_bytes(b"\x89PNG")
    with pytest.raises(ImportFileError) as refused:
        exchange.read(path)
    assert (refused.value.kind, refused.value.parameters["what"]) == ("file-other", "PNG (.png)")


@pytest.mark.parametrize("name", ["a.html", "a.html.gz"])
def test_a_packed_page_is_read_as_the_page_in_it(tmp_path, name):
    page = b"<!DOCTYPE html><html><head><title>x</title></head><body><p>Con \xc4\x91\xc6\xb0\xe1\xbb\x9dng.</p></body></html>"
    (tmp_path / name).write_bytes(gzip.compress(page))
    (found,) = exchange.read(tmp_path / name)
    again = exchange.again(Path(name), found.content)
    assert (found.text, found.content, again[0].text) == ("Con đường.", page, "Con đường.")


def test_a_packed_file_that_is_damaged_is_told_as_such(tmp_path):
    (tmp_path / "a.gz").write_bytes(b"\x1f\x8b\x08 nothing")
    with pytest.raises(ImportFileError) as told:
        list(exchange.read(tmp_path / "a.gz"))
    assert told.value.kind == "file-unreadable"
