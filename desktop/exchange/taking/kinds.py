"""What a file is, by its first bytes and then by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

# Readers by the file's ending: the module whose read(path, content) -> list[Raw]; that of exports yields line by line.
READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".mhtml": "mail",
    ".mht": "mail",
    ".eml": "mail",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "objects",
}
# Endings of addresses, under which browsers and other programs save pages.
PAGES = frozenset(
    {".php", ".aspx", ".asp", ".jsp", ".cfm", ".vnp", ".vov", ".chn", ".amp", ".tpo", ".ldo", ".html~", ""}
)
HEAD = 4096  # bytes that are looked at
_PAGE = re.compile(
    rb"^[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html|<head|<body|<meta|<title)",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(
    rb"^[\s\xef\xbb\xbf]*(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Return-Path|Received|Delivered-To|Message-ID): ?",
    re.IGNORECASE,
)
_MIME = re.compile(
    rb"^(?:MIME-Version|Content-Type|Message-ID|Snapshot-Content-Location): ?", re.IGNORECASE | re.MULTILINE
)
# What is known and not read: first bytes, and the name of the kind.
_OTHER = (
    (b"%PDF-", "PDF (.pdf)"),
    (b"{\\rtf", "Rich Text (.rtf)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word, Excel (.doc, .xls)"),
    (b"\x1f\x8b", "gzip (.gz)"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip (.7z)"),
    (b"Rar!", "RAR (.rar)"),
    (b"\x89PNG", "PNG (.png)"),
    (b"\xff\xd8\xff", "JPEG (.jpg)"),
    (b"GIF8", "GIF (.gif)"),
    (b"II*\x00", "TIFF (.tif)"),
    (b"MM\x00*", "TIFF (.tif)"),
    (b"AT&TFORM", "DjVu (.djvu)"),
    (b"SQLite format 3\x00", "SQLite (.db)"),
    (b"ITSF", "CHM (.chm)"),
    (b"OggS", "Ogg (.ogg)"),
    (b"ID3", "MP3 (.mp3)"),
)
_PACKED = (  # a zip is what stands in it, or what its name says
    (b"word/", ".docx", "Word (.docx)"),
    (b"xl/", ".xlsx", "Excel (.xlsx)"),
    (b"ppt/", ".pptx", "PowerPoint (.pptx)"),
    (b"application/epub", ".epub", "EPUB (.epub)"),
    (b"opendocument.text", ".odt", "OpenDocument (.odt)"),
    (b"opendocument.spreadsheet", ".ods", "OpenDocument (.ods)"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_NAMED = {".doc": "Word (.doc)", ".xls": "Excel (.xls)", ".csv": "CSV (.csv)"}


def reader(path: PurePath, head: bytes) -> str | None:
    """Return the module that reads a file, None where there is none; `head` is the file's beginning."""
    if other(path, head) is not None:
        return None
    named = READERS.get(path.suffix.lower())
    if named in ("jsonl", "objects"):
        return "objects" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") else named
    if is_mail(head) and (named != "plain" or _MIME.search(head) is not None):
        return "mail"
    if _PAGE.match(head) and named != "plain":
        return "html"
    if named == "mail":
        return None
    return named or ("plain" if path.suffix == "" else None)


def is_page(head: bytes) -> bool:
    """Return whether a file begins as a web page does, saved plain or as a web archive."""
    return _PAGE.match(head) is not None or (is_mail(head) and b"multipart/related" in head.lower())


def is_mail(head: bytes) -> bool:
    """Return whether a file begins with the head of a letter, as web archives do too."""
    return _MAIL.match(head) is not None and (_MIME.search(head) is not None or head.lower().count(b"\nsubject:") == 1)


def other(path: PurePath, head: bytes) -> str | None:
    """Return the name of a known kind that is not read, None for others."""
    suffix = path.suffix.lower()
    if head.startswith(_ZIP):
        return next((name for mark, ending, name in _PACKED if mark in head or suffix == ending), "ZIP (.zip)")
    found = next((name for mark, name in _OTHER if head.startswith(mark)), None)
    return _NAMED.get(suffix, found) if found and found.startswith("Word") else found
