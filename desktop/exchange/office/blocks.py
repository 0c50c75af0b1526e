"""What every reader of documents gives: paragraphs in reading order, some with a role that the document's form tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NoReturn

from desktop.errors import ImportFileError
from desktop.exchange.documents import Raw
from desktop.model import Meta, Role

TAB = "\x1f"  # a tab in a paragraph, as readers give it; between two cells it is a tab
_TABS = re.compile(f"{TAB}+")
_COLUMNS = re.compile(
    r"độc\s*lập\s*[-–—]\s*tự\s*do|cộng\s*(?:hòa|hoà)\s*xã\s*hội|đảng\s*cộng\s*sản\s*việt\s*nam|^nơi\s*nhận\s*:",
    re.IGNORECASE,
)
_MOST = 20_000_000  # letters of one document, as many as a text may have
_BLANK = re.compile(r"[^\S\t]+")
# Names that programs write where nobody said who wrote a document; none of them is an author.
_NOBODY = {
    "",
    "user",
    "admin",
    "administrator",
    "pc",
    "home",
    "windows user",
    "microsoft",
    "unknown",
    "python-docx",
    "owner",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `role` where the document says it: its title, a caption, who wrote it. `is_heading` of any rank."""

    text: str
    role: Role | None = None
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a document's properties say; `published` only where the document shows a date as its own."""

    title: str = ""
    author: str = ""
    published: str = ""
    tags: tuple[str, ...] = field(default=())


def raw(path: Path, content: bytes, blocks: Iterable[Block], said: Said | None = None) -> Raw:
    """Return the document of one file; raise ImportFileError if there is no word in it."""
    kept = [Block(text, each.role) for each in untabbed(list(blocks)) if (text := line(each.text))]
    if not kept:
        raise ImportFileError("file-empty", path=path)
    if sum(len(each.text) for each in kept) > _MOST:
        raise ImportFileError("file-large", path=path, limit=_MOST // 1_000_000)
    said = said or Said()
    roles = tuple((number, each.role) for number, each in enumerate(kept) if each.role is not None)
    shown = next((each.text for each in kept if each.role is Role.HEADLINE), "")
    names = [each.text for each in kept if each.role is Role.BYLINE]
    meta = Meta(title=shown or None, byline=(names[0] if names else "") or None, published=said.published or None)
    return Raw(
        "\n".join(each.text for each in kept),
        content,
        meta,
        roles=roles,
        tags=said.tags,
        named="" if shown else said.title,
    )


def untabbed(blocks: list[Block]) -> list[Block]:
    """Return paragraphs without the tabs that are none between cells; two columns that are set by them, one after the other.

    So the heads and feet of many official papers are set: the body and the state beside each other in one paragraph.
    """
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and TAB in blocks[end].text.strip(" "):
            end += 1
        halves = [[half.strip() for half in _TABS.split(block.text, maxsplit=1)] for block in blocks[at:end]]
        if any(_COLUMNS.search(half) for pair in halves for half in pair) and all(len(pair) == 2 for pair in halves):
            found += [Block(pair[side].replace(TAB, " ")) for side in (0, 1) for pair in halves if pair[side]]
        else:
            found += [replace(block, text=block.text.replace(TAB, " ")) for block in blocks[at:end]]
        at = end
        if at < len(blocks) and TAB not in blocks[at].text.strip(" "):
            found.append(blocks[at])
            at += 1
    return found


def rows(table: Iterable[list[list[Block]]]) -> Iterator[Block]:
    """Yield a table, its cells by rows: a line a row where it has data; where it only lays out, cell by cell."""
    held = [row for row in table if row]
    if _lays_out(held):
        yield from (block for row in held for cell in row for block in cell)
        return
    for row in held:
        cells = [" ".join(text for block in cell if (text := block.text.replace(TAB, " ").strip())) for cell in row]
        yield Block("\t".join(cells).strip("\t"))


def _lays_out(table: list[list[list[Block]]]) -> bool:
    """Return whether a table is none of data: the two columns of an official paper's head, a frame round everything."""
    filled = [cell for row in table for cell in row if any(block.text.strip() for block in cell)]
    several = sum(len([block for block in cell if block.text.strip()]) > 1 for cell in filled)
    return len(table) == 1 or max(map(len, table), default=0) == 1 or several * 2 >= len(filled)


def line(text: str) -> str:
    """Return a paragraph as one line: runs of blanks as one, tabs between cells kept."""
    return "\t".join(_BLANK.sub(" ", cell).strip() for cell in text.split("\t")).strip()


def person(name: str) -> str:
    """Return who a document's properties name, or nothing where a program wrote the name of no one."""
    plain = line(name)
    return "" if plain.casefold() in _NOBODY else plain


def unreadable(path: Path, reason: str) -> NoReturn:
    """Raise ImportFileError that says why a document cannot be read."""
    raise ImportFileError("file-unreadable", path=path, reason=reason)
