"""Read web archives (.mhtml) and letters (.eml): the page or the text that they hold; nothing is fetched."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from desktop import writing
from desktop.errors import ImportFileError
from desktop.exchange import html, plain
from desktop.exchange.documents import Raw
from desktop.exchange.pages import papers
from desktop.exchange.pages.clock import in_vietnam
from desktop.exchange.taking import inside, pictures
from desktop.model import Meta

ATTACHED = "attachments"  # the field of a card that names what came with a letter


def read(path: Path, content: bytes) -> list[Raw]:
    """Return the page of an archive, or a letter and the documents attached to it; raise ImportFileError."""
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
    if part is None or not isinstance(body, bytes) or not body.strip():
        raise ImportFileError("file-html", path=path)
    is_page = part.get_content_type() == "text/html"
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
    named = (writing.last_part(part.get_filename() or "") for part in letter.iter_attachments())
    return ", ".join(name for name in named if name)


def _attached(letter: EmailMessage) -> Iterator[Raw]:
    """Yield the documents attached to a letter; pictures and what else cannot be read are passed over."""
    for part in letter.iter_attachments():
        name, held = part.get_filename() or "", part.get_payload(decode=True)
        if name and isinstance(held, bytes):
            shown = Path(writing.last_part(name) or "attachment")
            yield from (each for each in inside.read(shown.name, held, shown) if isinstance(each, Raw))


def _of_head(meta: Meta, letter: EmailMessage) -> Meta:
    """Return a card with what a letter's head says where the text says nothing."""
    subject = " ".join(str(letter.get("Subject") or "").split())
    sender, _ = parseaddr(str(letter.get("From") or ""))
    return replace(
        meta,
        title=meta.title or subject or None,
        byline=meta.byline or sender or None,
        published=meta.published or in_vietnam(str(letter.get("Date") or "")),
        fields=meta.fields | ({ATTACHED: names} if (names := _names(letter)) else {}),
    )
