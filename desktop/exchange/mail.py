"""Read web archives (.mhtml) and letters (.eml): the page or the text that they hold; nothing is fetched."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from itertools import islice
from pathlib import Path

from desktop import writing
from desktop.errors import ImportFileError
from desktop.exchange import html, plain
from desktop.exchange.charset import decode
from desktop.exchange.documents import Raw
from desktop.exchange.office.epub_pages import paragraphs
from desktop.exchange.pages import papers
from desktop.exchange.pages.clock import in_vietnam
from desktop.exchange.taking import inside, pictures
from desktop.model import Meta

_PARTS = 3_000  # of a letter or an archive; the parser takes a millisecond for each
_MOST = 500  # files attached to one letter that are looked at
_SENT = ("To", "Cc", "Bcc", "Received", "Delivered-To", "Return-Path", "Message-ID", "X-Mailer")
ATTACHED = "attachments"  # the field of a card that names what came with a letter


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the page of an archive, or a letter and the documents attached to it; raise ImportFileError."""
    if content.lower().count(b"\ncontent-type:") > _PARTS:
        raise ImportFileError("file-unreadable", path=path, reason=f"it has more than {_PARTS:,} parts")
    try:
        letter = email.message_from_bytes(content.lstrip(b"\xef\xbb\xbf \r\n"), policy=email.policy.default)
        part = letter.get_body(("html", "plain")) if isinstance(letter, EmailMessage) else None
        body = part.get_payload(decode=True) if part is not None else None
    except (
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
        IndexError,
    ) as error:  # a head that breaks the rules of letters
        raise ImportFileError("file-html", path=path) from error
    if not isinstance(letter, EmailMessage):
        raise ImportFileError("file-html", path=path)
    if part is None or not isinstance(body, bytes) or not body.strip():
        attached = list(_attached(letter))
        if not attached:
            raise ImportFileError("file-html", path=path)
        return attached
    is_page = part.get_content_type() == "text/html"
    if _is_letter(letter):
        text = _unmarked(path, body, part) if is_page else _unflowed(body, part)
        (raw,) = plain.read(path, text, "utf-8" if is_page else part.get_content_charset())[:1]
        return [replace(raw, content=content, meta=_of_head(raw.meta, letter)), *_attached(letter)]
    read_part = html.read if is_page else plain.read
    (raw,) = read_part(path, body, part.get_content_charset())[:1]
    address = str(part.get("Content-Location") or letter.get("Snapshot-Content-Location") or "")
    raw = replace(raw, content=content, url=raw.url or papers.address(address if address.startswith("http") else ""))
    if raw.shown:
        raw = pictures.taken(raw, pictures.packed(_parts(letter), address))
    if is_page and letter.get_content_maintype() == "multipart" and letter.get("Snapshot-Content-Location"):
        return [raw]
    if "multipart/related" in letter.get_content_type():
        return [raw]
    return [replace(raw, meta=_of_head(raw.meta, letter)), *_attached(letter)]


def _is_letter(letter: EmailMessage) -> bool:
    """Return whether somebody sent it: web archives have a head like a letter's, but nobody to whom they went."""
    return any(letter.get(name) for name in _SENT) and not letter.get("Snapshot-Content-Location")


def _unmarked(path: Path, body: bytes, part: MIMEPart) -> bytes:
    """Return the paragraphs of a letter that was written as a page: all of them, for there is nothing beside it."""
    words = decode(body, path, part.get_content_charset())
    blocks = paragraphs(words.encode("utf-8", "surrogatepass"), path)
    return "\n\n".join(said for block in blocks if (said := " ".join(block.text.split()))).encode(
        "utf-8", "surrogatepass"
    )


def _unflowed(body: bytes, part: MIMEPart) -> bytes:
    """Return a letter's text with the lines joined that a program broke and says so (RFC 3676)."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return body
    blank = b"" if str(part.get_param("delsp") or "").lower() == "yes" else b" "
    return re.sub(rb"(?<!^--) (\r?\n)(?![>\r\n])", blank, body, flags=re.MULTILINE)


def _parts(letter: EmailMessage) -> dict[str, bytes]:
    """Return the pictures of an archive by their addresses, and by their numbers as pages name these."""
    found: dict[str, bytes] = {}
    for part in letter.walk():
        held = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(held, bytes):
            found[str(part.get("Content-Location") or "")] = held
            found["cid:" + str(part.get("Content-ID") or "").strip("<>")] = held
    return found


def _names(letter: EmailMessage) -> str:
    """Return the names of what is attached to a letter, whether it can be read or not."""
    named = (writing.last_part(part.get_filename() or "") for part in islice(letter.iter_attachments(), _MOST))
    return ", ".join(name for name in named if name)


def _attached(letter: EmailMessage) -> Iterator[Raw]:
    """Yield the documents attached to a letter; pictures and what else cannot be read are passed over."""
    for part in islice(letter.iter_attachments(), _MOST):
        name, held = part.get_filename() or "", part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822":  # a letter that was sent on
            inner = part.get_payload(0)
            name, held = "letter.eml", inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        if name and isinstance(held, bytes):
            shown = Path(writing.last_part(name) or "attachment")
            yield from (each for each in inside.read(shown.name, held, shown) if isinstance(each, Raw))


def _of_head(meta: Meta, letter: EmailMessage) -> Meta:
    """Return a card with what a letter's head says where the text says nothing."""
    subject = " ".join(_words(letter, "Subject").split())
    sender, _ = parseaddr(_words(letter, "From"))
    return replace(
        meta,
        title=meta.title or subject or None,
        byline=meta.byline or sender or None,
        published=meta.published or in_vietnam(str(letter.get("Date") or "")),
        fields=meta.fields | ({ATTACHED: names} if (names := _names(letter)) else {}),
    )


def _words(letter: EmailMessage, name: str) -> str:
    """Return what a letter's head says; bytes beyond ASCII that it does not encode are UTF-8 more often than anything else."""
    return str(letter.get(name) or "").encode("utf-8", "surrogateescape").decode("utf-8", "replace")
