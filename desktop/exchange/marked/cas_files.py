"""Marks out of UIMA CAS, as JSON or XMI: a file, or a folder or zip of them as INCEpTION gives. Offsets are UTF-16."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import Given, GivenMark, GivenTie
from desktop.model import Meta, Status
from desktop.model_json import parsed
from desktop.text.offsets import PositionMap

_OURS = "ButdaMark"
_TIE = "ButdaRelation"
_ENTITY = "NamedEntity"
_LABELS = ("label", "value", "Label", "category", "kind")  # the features that a layer's label may stand in
_NOT = (
    "Token",
    "Sentence",
    "DocumentMetaData",
    "DocumentAnnotation",
    "Lemma",
    "POS",
    "TagsetDescription",
    "LayerDefinition",
)
_MOST = 200_000_000  # bytes of one file

_Structure = dict[str, Any]


def read(path: Path) -> Iterator[Given]:
    """Yield what each CAS of a path gives; raise ValueError for a file that is none."""
    for name, content in _files(path):
        text, structures = _json(content) if name.endswith(".json") else _xmi(content)
        yield _given(text, structures, PurePosixPath(name).stem)


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.suffix in (".json", ".xmi") and each.is_file():
                yield each.name, each.read_bytes()
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for member in packed.infolist():
                if member.filename.endswith((".json", ".xmi")) and member.file_size <= _MOST:
                    yield member.filename, packed.read(member)
    else:
        yield path.name, path.read_bytes()


def _json(content: bytes) -> tuple[str, list[_Structure]]:
    held = parsed(content)["%FEATURE_STRUCTURES"]
    listed = held if isinstance(held, list) else [each | {"%ID": name} for name, each in held.items()]
    text = next(each["sofaString"] for each in listed if each["%TYPE"] == "uima.cas.Sofa")
    return text, [
        {key.removeprefix("@"): value for key, value in each.items()}
        | {"kind of": each["%TYPE"], "number": each["%ID"]}
        for each in listed
    ]


def _xmi(content: bytes) -> tuple[str, list[_Structure]]:
    from lxml import etree

    root = etree.parse(io.BytesIO(content), etree.XMLParser(huge_tree=True, resolve_entities=False)).getroot()
    structures: list[_Structure] = []
    text = ""
    for each in root:
        if isinstance(each.tag, str):
            name = etree.QName(each)
            held: _Structure = {str(key): str(value) for key, value in each.items()}
            text = held.get("sofaString", text) if name.localname == "Sofa" else text
            number = int(held.get("{http://www.omg.org/XMI}id", -1))
            structures.append(held | {"kind of": name.localname, "number": number})
    return text, structures


def _given(text: str, structures: list[_Structure], name: str) -> Given:
    units = PositionMap(text)
    by_kind: dict[str, list[_Structure]] = {}
    for each in structures:
        by_kind.setdefault(str(each["kind of"]).rpartition(".")[2], []).append(each)
    chosen = (
        by_kind.get(_OURS)
        or by_kind.get(_ENTITY)
        or [
            each
            for kind, here in by_kind.items()
            if kind not in _NOT
            for each in here
            if _label(each) and "begin" in each
        ]
    )
    marks: list[GivenMark] = []
    places: dict[int, int] = {}
    for each in chosen:
        if _label(each):
            places[int(each["number"])] = len(marks)
            start, end = (units.to_code_points(int(each[edge])) for edge in ("begin", "end"))
            marks.append(_mark(each, start, end, text[start:end]))
    ties = [
        GivenTie(str(each["kind"]), places[int(each["Governor"])], places[int(each["Dependent"])])
        for each in by_kind.get(_TIE, [])
        if int(each.get("Governor", -1)) in places and int(each.get("Dependent", -1)) in places
    ]
    return Given(tuple(marks), tuple(ties), text=text, raw=Raw(text, None, Meta(name)), units=("code points",))


def _label(structure: Mapping[str, Any]) -> str:
    return next((str(structure[key]) for key in _LABELS if isinstance(structure.get(key), str) and structure[key]), "")


def _mark(held: _Structure, start: int, end: int, quote: str) -> GivenMark:
    value = held.get("value") if held["kind of"].endswith(_OURS) else None
    identifier = held.get("entity") or held.get("identifier")
    return GivenMark(
        _label(held), start, end, quote, 1, str(held.get("markId", "")), Status(held.get("status", Status.ACCEPTED)), _number(value),
        held.get("unit"), held.get("counted"), identifier, note=str(held.get("note", "")), by=str(held.get("by", "")),
    )  # fmt: skip


def _number(value: Any) -> int | float | str | None:
    for kind in (int, float):
        try:
            read = kind(value)
        except (TypeError, ValueError):
            continue
        if str(read) == value:
            return read
    return None if value is None else str(value)
