"""Marks out of a REFI-QDA project (.qdpx): the codings of its texts, also of those beside its PDFs and pictures, with their notes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import UNITS, Given, GivenMark
from desktop.exchange.marked.line_ends import counted
from desktop.model import Meta

_SOURCES = ("TextSource", "PDFSource", "PictureSource")
_BESIDE = ("Representation", "TextDescription")  # the text beside a source that is none
_MOST = 200_000_000  # bytes of one text
_CUT = re.compile(r"(\.{3}|…)$")


@dataclass(frozen=True, slots=True)
class _Project:
    """What a project calls its codes, its people and its notes, by their GUIDs."""

    codes: Mapping[str, str]
    people: Mapping[str, str]
    notes: Mapping[str, str]


def read(path: Path) -> Iterator[Given]:
    """Yield what each text of a project gives; one that the project holds no plain text of is named alone."""
    from lxml import etree

    with zipfile.ZipFile(path) as packed:
        root = etree.fromstring(packed.read(_head(packed)), etree.XMLParser(huge_tree=True, resolve_entities=False))
        for each in root.iter(etree.Element):  # some programs leave the name space out
            each.tag = etree.QName(each).localname
        project = _Project(
            {str(each.get("guid")): str(each.get("name")) for each in root.iter("Code")},
            {str(each.get("guid")): str(each.get("name") or "") for each in root.iter("User")},
            {str(each.get("guid")): _note(packed, each) for each in root.iter("Note")},
        )
        for source in root.iter(*_SOURCES):
            yield _given(packed, source, project)


def _given(packed: zipfile.ZipFile, source: Any, project: _Project) -> Given:
    name = str(source.get("name") or "")
    selections = list(source.iter("PlainTextSelection"))
    text = _text(packed, source)
    if text is None:
        return Given((), id=name)
    text = counted(text, ((*_places(each), _begins(each)) for each in selections))
    marks = tuple(mark for each in selections for mark in _marks(each, project))
    raw = Raw(text, None, Meta(name))
    return Given(marks, (), _said(source, "Description"), "", text, raw, _units(text, selections))


def _head(packed: zipfile.ZipFile) -> str:
    """Return the name of the project's own member: programs call it project.qde, or by the name of the project."""
    names = [each for each in packed.namelist() if each.lower().endswith(".qde") and "/" not in each]
    if not names:
        raise ValueError("it holds no project.qde")
    return min(names, key=lambda name: name.lower() != "project.qde")


def _text(packed: zipfile.ZipFile, source: Any) -> str | None:
    """Return the plain text of a source, or of what represents it; None where the project holds none."""
    for each in (source, *source.iter(*_BESIDE)):
        inline = each.find("PlainTextContent")
        if inline is not None and inline.text:
            return str(inline.text)
        found = _member(packed, str(each.get("plainTextPath") or ""))
        if found is not None:
            return found
    return None


def _member(packed: zipfile.ZipFile, path: str) -> str | None:
    """Return the text of a member by its path in the project, `internal://` and folders aside."""
    name = PurePosixPath(path).name.lower()
    member = next(
        (each for each in packed.infolist() if name and PurePosixPath(each.filename).name.lower() == name), None
    )
    if member is None or member.file_size > _MOST:
        return None
    return packed.read(member).decode("utf-8-sig")


def _note(packed: zipfile.ZipFile, note: Any) -> str:
    return _said(note, "PlainTextContent") or _member(packed, str(note.get("plainTextPath") or "")) or ""


def _marks(selection: Any, project: _Project) -> Iterator[GivenMark]:
    start, end = _places(selection)
    note = "\n".join(
        each for each in (
            _said(selection, "Description"),
            *(project.notes.get(str(reference.get("targetGUID")), "") for reference in selection.iter("NoteRef")),
        ) if each
    )  # fmt: skip
    for reference in selection.iter("CodeRef"):
        label = project.codes.get(str(reference.get("targetGUID")), "")
        person = reference.getparent().get("creatingUser") or selection.get("creatingUser")
        if label:
            yield GivenMark(label, start, end, note=note, by=project.people.get(str(person), ""))


def _places(selection: Any) -> tuple[int, int]:
    return int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))


def _begins(selection: Any) -> str:
    """Return the words with which a selection begins, as its name tells; the last may be cut off."""
    words = str(selection.get("name") or "")
    cut = _CUT.sub("", words)
    return words if cut == words else cut.rpartition(" ")[0]


def _units(text: str, selections: list[Any]) -> tuple[str, ...]:
    """Return the unit in which the names of most selections stand where the selections begin; all of them where no name tells."""
    if not any(letter > "\uffff" for letter in text):
        return UNITS[:1]
    wide = text.encode("utf-16-le", "surrogatepass")
    counts = dict.fromkeys(UNITS[:2], 0)
    for each in selections:
        words, (start, _) = _begins(each).split(), _places(each)
        for unit, found in zip(
            counts,
            (text[start : start + 200], wide[2 * start : 2 * start + 400].decode("utf-16-le", "replace")),
            strict=True,
        ):
            counts[unit] += bool(words) and found.split()[: len(words) - 1] == words[:-1]
    best = max(counts, key=lambda unit: counts[unit])
    return (best,) if counts[best] else UNITS[:2]


def _said(element: Any, name: str) -> str:
    found = element.find(name)
    return "" if found is None else str(found.text or "")
