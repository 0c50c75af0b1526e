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
    ".mbox": "office.mailbox",
    ".mbx": "office.mailbox",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "objects",
    ".docx": "office.word",
    ".docm": "office.word",
    ".dotx": "office.word",
    ".doc": "office.word97",
    ".odt": "office.opendocument",
    ".rtf": "office.rich",
    ".epub": "office.epub",
    ".pdf": "office.pdf",
    ".xlsx": "office.tables",
    ".xlsm": "office.tables",
    ".csv": "office.tables",
    ".tsv": "office.tables",
    ".zip": "office.archive",
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
    rb"^[\s\xef\xbb\xbf]*(?:From|To|Subject|Date|Received|Delivered-To|Return-Path|X-[\w-]+"
    rb"|MIME-Version|Content-Type|Message-ID|Snapshot-Content-Location): ?",
    re.IGNORECASE,
)
_MAILBOX = re.compile(rb"From [^\r\n]{3,200}\r?\n[!-9;-~]+:")
_MIME = re.compile(
    rb"^(?:MIME-Version|Content-Type|Message-ID|Snapshot-Content-Location): ?", re.IGNORECASE | re.MULTILINE
)
# What is known and not read: first bytes, and the name of the kind.
_OTHER = (
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
# What first bytes alone tell, and the module that reads it.
_READ = ((b"%PDF-", "office.pdf"), (b"{\\rtf", "office.rich"), (b"\x1f\x8b\x08", "taking.gzipped"))
_PACKED = (  # a zip is what stands in it, or what its name says: the mark, the ending, the module, or the name of a kind not read
    (b"word/", ".docx", "office.word", ""),
    (b"xl/", ".xlsx", "office.tables", ""),
    (b"application/vnd.butda-bundle", ".butda.zip", "bundle", ""),
    (b"application/epub", ".epub", "office.epub", ""),
    (b"opendocument.text", ".odt", "office.opendocument", ""),
    (b"ppt/", ".pptx", None, "PowerPoint (.pptx)"),
    (b"opendocument.spreadsheet", ".ods", None, "OpenDocument (.ods)"),
    (b"opendocument.presentation", ".odp", None, "OpenDocument (.odp)"),
)
# What a document's zip begins with: one of documents may hold the marks above in any of them.
_FIRST = (
    b"[Content_Types]",
    b"_rels/",
    b"docProps/",
    b"word/",
    b"xl/",
    b"ppt/",
    b"customXml/",
    b"mimetype",
    b"META-INF/",
)
_OF_MANY = (
    "office.archive",
    "office.mailbox",
    "office.tables",
    "jsonl",
    "objects",
)  # modules that read many articles in a file
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # older files of Office, and newer ones with a password
_OLD = {".xls": "Excel (.xls)", ".ppt": "PowerPoint (.ppt)", ".msg": "Outlook (.msg)", ".pub": "Publisher (.pub)"}


def reader(path: PurePath, head: bytes) -> str | None:
    """Return the module that reads a file, None where there is none; `head` is the file's beginning."""
    if other(path, head) is not None:
        return None
    told = _told(path, head)
    if told is not None:
        return told
    named = READERS.get(path.suffix.lower())
    if named in ("jsonl", "objects"):
        return "objects" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") else named
    if is_mail(head) and (named != "plain" or _MIME.search(head) is not None):
        return "mail"
    if _MAILBOX.match(head) and named in (None, "mail", "office.mailbox"):
        return "office.mailbox"
    if _PAGE.match(head) and named != "plain":
        return "html"
    if named == "mail":
        return None
    return named or ("plain" if path.suffix == "" else None)


def kept(path: PurePath, content: bytes) -> str:
    """Return the module that reads bytes that were kept: a file's, or of one part of it, which its name does not tell of."""
    head = content[:HEAD]
    found = reader(path, head)
    if found in _OF_MANY and not head.startswith((*_ZIP, _OLE)):  # a row, an object, a file of an archive
        inside = head.lstrip().startswith(b"{")
        found = "objects" if inside else reader(PurePath("part"), head)
    return found or "plain"


def is_page(head: bytes) -> bool:
    """Return whether a file begins as a web page does, saved plain or as a web archive."""
    return _PAGE.match(head) is not None or (is_mail(head) and b"multipart/related" in head.lower())


def is_mail(head: bytes) -> bool:
    """Return whether a file begins with the head of a letter, as web archives do too."""
    return _MAIL.match(head) is not None and (_MIME.search(head) is not None or head.lower().count(b"\nsubject:") == 1)


def other(path: PurePath, head: bytes) -> str | None:
    """Return the name of a known kind that is not read, None for others."""
    suffix = path.suffix.lower()
    if head.startswith(_OLE):
        return _OLD.get(suffix)
    if head.startswith(_ZIP):
        packed = _packed(suffix, head)
        return packed[1] or None
    return next((name for mark, name in _OTHER if head.startswith(mark)), None)


def _told(path: PurePath, head: bytes) -> str | None:
    """Return the module that a file's first bytes name, whatever its ending."""
    if head.startswith(_OLE):
        named = READERS.get(path.suffix.lower())
        return named if named is not None and named.startswith("office.") else "office.word97"
    if head.startswith(_ZIP):
        return _packed(path.suffix.lower(), head)[0]
    return next((module for mark, module in _READ if head.startswith(mark)), None)


def _packed(suffix: str, head: bytes) -> tuple[str | None, str]:
    first = head[30 : 30 + int.from_bytes(head[26:28], "little")]  # the first name in it (APPNOTE 4.3.7)
    whole = first.startswith(_FIRST) or not first
    by_mark = next(((module, name) for mark, _, module, name in _PACKED if whole and mark in head), None)
    by_name = next(((module, name) for _, ending, module, name in _PACKED if suffix == ending), None)
    return by_mark or by_name or ("office.archive", "")
