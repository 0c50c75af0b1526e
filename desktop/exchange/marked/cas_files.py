"""Marks out of UIMA CAS, as JSON or XMI: a file, or a folder or zip of them as INCEpTION gives. Offsets are UTF-16."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import Given, GivenMark, GivenTie
from desktop.model import Meta, Status
from desktop.model_json import parsed
from desktop.text.offsets import PositionMap

_OURS = "ButdaMark"
_LABELS = (
    "label",
    "value",
    "Label",
    "category",
    "kind",
    "type",
    "class",
)  # the features that a layer's label may stand in
_GRAMMAR = ("de.tudarmstadt.ukp.", "org.dkpro.", "uima.")  # packages of tokens, parts of speech and the like
_NAMES = ".ner.type."  # the one of them that holds marks
_NOT = (
    "Token",
    "Sentence",
    "Lemma",
    "POS",
    "DocumentMetaData",
    "DocumentAnnotation",
    "TagsetDescription",
    "LayerDefinition",
)
_PLACE = "begin", "end", "sofa", "kind of", "number"
_MOST = 200_000_000  # bytes of one file

_Structure = dict[str, Any]


def read(path: Path) -> Iterator[Given]:
    """Yield what each CAS of a path gives; raise ValueError for a file that is none."""
    for name, content in _files(path):
        text, structures = _viewed(*(_json(content) if name.endswith(".json") else _xmi(content)))
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


def _viewed(texts: Mapping[str, str | None], structures: list[_Structure]) -> tuple[str, list[_Structure]]:
    """Return the text that most structures speak of, with those: a CAS may hold others beside."""
    counts = Counter(str(each.get("sofa", "")) for each in structures if "begin" in each)
    chosen = max(texts, key=lambda known: counts[known], default="")
    text = texts.get(chosen)
    if text is None:
        raise ValueError("its text lies elsewhere")
    return text, [each for each in structures if str(each.get("sofa", chosen)) == chosen]


def _json(content: bytes) -> tuple[dict[str, str | None], list[_Structure]]:
    held = parsed(content)["%FEATURE_STRUCTURES"]
    listed = held if isinstance(held, list) else [each | {"%ID": name} for name, each in held.items()]
    texts = {str(each["%ID"]): each.get("sofaString") for each in listed if each["%TYPE"] == "uima.cas.Sofa"}
    return texts, [
        {key.removeprefix("@"): value for key, value in each.items()}
        | {"kind of": each["%TYPE"], "number": each["%ID"]}
        for each in listed
    ]


def _xmi(content: bytes) -> tuple[dict[str, str | None], list[_Structure]]:
    from lxml import etree

    root = etree.parse(io.BytesIO(content), etree.XMLParser(huge_tree=True, resolve_entities=False)).getroot()
    structures: list[_Structure] = []
    texts: dict[str, str | None] = {}
    for each in root:
        if isinstance(each.tag, str):
            name = etree.QName(each)
            held: _Structure = {str(key): str(value) for key, value in each.items()}
            number = held.pop("{http://www.omg.org/XMI}id", "-1")
            if name.localname == "Sofa":
                texts[number] = held.get("sofaString")
            package = str(name.namespace or "").removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
            structures.append(held | {"kind of": f"{package}.{name.localname}", "number": int(number)})
    return texts, structures


def _given(text: str, structures: list[_Structure], name: str) -> Given:
    units = PositionMap(text)
    ours = [each for each in structures if each["kind of"].endswith(_OURS)]
    marks: list[GivenMark] = []
    places: dict[int, int] = {}
    for each in ours or filter(_is_mark, structures):
        places[int(each["number"])] = len(marks)
        start, end = (units.to_code_points(int(each[edge])) for edge in ("begin", "end"))
        marks.append(_mark(each, start, end, text[start:end]))
    ties = [
        GivenTie(_label(each), places[int(each["Governor"])], places[int(each["Dependent"])])
        for each in filter(_is_tie, structures)
        if int(each["Governor"]) in places and int(each["Dependent"]) in places
    ]
    return Given(tuple(marks), tuple(ties), text=text, raw=Raw(text, None, Meta(name)), units=("code points",))


def _is_tie(structure: _Structure) -> bool:
    return all(str(structure.get(end, "")).isdigit() for end in ("Governor", "Dependent"))


def _is_mark(structure: _Structure) -> bool:
    """Return whether a structure marks words: of a layer of the project's own, or a named entity."""
    kind = structure["kind of"]
    if "begin" not in structure or int(structure["begin"]) >= int(structure["end"]) or _is_tie(structure):
        return False
    return _NAMES in kind or not (kind.startswith(_GRAMMAR) or kind.endswith(tuple(f".{name}" for name in _NOT)))


def _label(structure: _Structure) -> str:
    """Return what a structure is called: by a feature that names labels, by its only feature, else by its layer."""
    said = {key: value for key, value in structure.items() if isinstance(value, str) and value and key not in _PLACE}
    named = [said[key] for key in _LABELS if key in said]
    alone = list(said.values()) if len(said) == 1 and not named else []
    return next(iter([*named, *alone]), str(structure["kind of"]).rpartition(".")[2])


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
