"""Marks out of a REFI-QDA project (.qdpx): the codings of its plain texts, with the notes that hang on them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import UNITS, Given, GivenMark
from desktop.model import Meta

_XML = "{urn:QDA-XML:project:1.0}"
_MOST = 200_000_000  # bytes of one text


def read(path: Path) -> Iterator[Given]:
    """Yield what each text of a project gives; raise ValueError for one that is not there."""
    from lxml import etree

    with zipfile.ZipFile(path) as project:
        root = etree.fromstring(project.read("project.qde"), etree.XMLParser(huge_tree=True, resolve_entities=False))
        codes = {str(each.get("guid")): str(each.get("name")) for each in root.iter(f"{_XML}Code")}
        people = {str(each.get("guid")): str(each.get("name") or "") for each in root.iter(f"{_XML}User")}
        notes = {str(each.get("guid")): _said(each, "PlainTextContent") for each in root.iter(f"{_XML}Note")}
        for source in root.iter(f"{_XML}TextSource"):
            text = _text(project, source)
            marks = [
                mark for each in source.iter(f"{_XML}PlainTextSelection") for mark in _marks(each, codes, people, notes)
            ]
            units = _units(text, source)
            name = str(source.get("name") or "")
            yield Given(tuple(marks), (), _said(source, "Description"), "", text, Raw(text, None, Meta(name)), units)


def _text(project: zipfile.ZipFile, source: Any) -> str:
    inline = source.find(f"{_XML}PlainTextContent")
    if inline is not None:
        return inline.text or ""
    name = str(source.get("plainTextPath") or "").rpartition("/")[2]
    member = next((each for each in project.infolist() if each.filename.lower() == f"sources/{name}".lower()), None)
    if member is None or member.file_size > _MOST:
        raise ValueError(f"its text {name} is missing")
    return project.read(member).decode("utf-8-sig")


def _marks(selection: Any, codes: dict[str, str], people: dict[str, str], notes: dict[str, str]) -> Iterator[GivenMark]:
    start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
    note = "\n".join(
        each for each in (
            _said(selection, "Description"),
            *(notes.get(str(reference.get("targetGUID")), "") for reference in selection.iter(f"{_XML}NoteRef")),
        ) if each
    )  # fmt: skip
    for reference in selection.iter(f"{_XML}CodeRef"):
        label = codes.get(str(reference.get("targetGUID")), "")
        if label:
            yield GivenMark(label, start, end, note=note, by=people.get(str(selection.get("creatingUser")), ""))


def _units(text: str, source: Any) -> tuple[str, ...]:
    """Return the units in order of how often the beginning of a selection's name stands where the selection begins."""
    if not any(letter > "\uffff" for letter in text) and "\r\n" not in text:
        return UNITS[:1]
    wide = text.encode("utf-16-le", "surrogatepass")
    counts = dict.fromkeys(UNITS[:2], 0)
    for each in source.iter(f"{_XML}PlainTextSelection"):
        words = re.sub(r"(\.{3}|…)$", "", str(each.get("name") or "")).split()
        start = int(each.get("startPosition", ""))
        for unit, found in zip(
            counts,
            (text[start : start + 200], wide[2 * start : 2 * start + 400].decode("utf-16-le", "replace")),
            strict=True,
        ):
            counts[unit] += bool(words) and found.split()[: len(words) - 1] == words[:-1]
    best = max(counts, key=lambda unit: counts[unit])
    return (best,)


def _said(element: Any, name: str) -> str:
    found = element.find(f"{_XML}{name}")
    return "" if found is None else str(found.text or "")
