"""UIMA CAS for INCEpTION and dkpro-cassis, a file an article: CAS JSON, or XMI with its type system beside.

A mark goes out twice: as DKPro's NamedEntity, which INCEpTION shows without any set-up, and as webanno.custom.ButdaMark with all that
is known of it. Sentences and tokens come along, so that an editor can snap. Offsets in the file are UTF-16, as in Java.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.exchange.corpora.tokens import sentences
from desktop.exchange.documents import Document, Quoted
from desktop.exchange.filenames import file_names
from desktop.exchange.xml_words import UNHELD, attribute
from desktop.model import Annotation, AnnotationId
from desktop.text.offsets import PositionMap

_ANNOTATION, _STRING = "uima.tcas.Annotation", "uima.cas.String"
_SEGMENT = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
_SENTENCE, _TOKEN = f"{_SEGMENT}.Sentence", f"{_SEGMENT}.Token"
_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_MARK, _TIE = "webanno.custom.ButdaMark", "webanno.custom.ButdaRelation"
_FEATURES = ("label", "markId", "status", "value", "unit", "counted", "entity", "note", "by")
TYPES: dict[str, dict[str, str]] = {
    _SENTENCE: {},
    _TOKEN: {},
    _ENTITY: {"value": _STRING, "identifier": _STRING},
    _MARK: dict.fromkeys(_FEATURES, _STRING),
    _TIE: {"kind": _STRING, "Governor": _MARK, "Dependent": _MARK},
}


@dataclass(frozen=True, slots=True)
class _Structure:
    """One feature structure: words, and references to others by their numbers."""

    number: int
    kind: str
    begin: int
    end: int
    words: Mapping[str, str]
    references: Mapping[str, int]


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that both forms can hold: all whose words XML can hold."""
    text = document.article.text
    return tuple(
        each
        for each in document.annotations
        if not UNHELD.search(text[each.start : each.end]) and not UNHELD.search(each.label + each.id)
    )


def write_json(documents: Iterable[Document], folder: Path) -> None:
    """Write a CAS JSON file an article into an empty folder."""
    _write(documents, folder, ".json", _json)


def write_xmi(documents: Iterable[Document], folder: Path) -> None:
    """Write an XMI file an article into an empty folder, and TypeSystem.xml for all."""
    (folder / "TypeSystem.xml").write_text(_type_system(), encoding="utf-8", newline="")
    _write(documents, folder, ".xmi", _xmi)


def quotes(folder: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written folder of either form, cut from the file's own text by its own offsets."""
    names = file_names()
    for document in documents:
        name = names(document.article)
        path = folder / f"{name}.json"
        text, marks = _read_json(path) if path.exists() else _read_xmi(folder / f"{name}.xmi")
        units = PositionMap(text)
        for begin, end, label, known in marks:
            start, stop = units.to_code_points(begin), units.to_code_points(end)
            yield Quoted(document.article.id, AnnotationId(known), start, stop, label, text[start:stop])


def _write(
    documents: Iterable[Document], folder: Path, suffix: str, form: Callable[[str, list[_Structure]], str]
) -> None:
    names = file_names()
    for document in documents:
        content = form(document.article.text, list(_structures(document)))
        (folder / f"{names(document.article)}{suffix}").write_text(content, encoding="utf-8", newline="")


def _structures(document: Document) -> Iterator[_Structure]:
    units = PositionMap(document.article.text)
    number = 1  # the text itself

    def made(kind: str, start: int, end: int, words: Mapping[str, Any], references: Mapping[str, int]) -> _Structure:
        nonlocal number
        number += 1
        said = {key: str(value) for key, value in words.items() if value not in (None, "")}
        return _Structure(number, kind, units.to_utf16(start), units.to_utf16(end), said, references)

    for tokens in sentences(document.article.text, document.annotations):
        yield made(_SENTENCE, tokens.starts[0], tokens.ends[-1], {}, {})
        for start, end in zip(tokens.starts, tokens.ends, strict=True):
            yield made(_TOKEN, start, end, {}, {})
    places: dict[AnnotationId, tuple[int, Annotation]] = {}
    for each in keeps(document):
        yield made(_ENTITY, each.start, each.end, {"value": each.label, "identifier": each.entity}, {})
        words = {key: getattr(each, key) for key in _FEATURES if key != "markId"} | {"markId": each.id}
        mark = made(_MARK, each.start, each.end, words, {})
        places[each.id] = (mark.number, each)
        yield mark
    for tie in document.relations:
        if tie.head in places and tie.tail in places:
            (head, _), (tail, at) = places[tie.head], places[tie.tail]
            yield made(_TIE, at.start, at.end, {"kind": tie.kind}, {"Governor": head, "Dependent": tail})


def _json(text: str, structures: list[_Structure]) -> str:
    types = {
        kind: {"%NAME": kind, "%SUPER_TYPE": _ANNOTATION}
        | {name: {"%NAME": name, "%RANGE": range_} for name, range_ in features.items()}
        for kind, features in TYPES.items()
    }
    sofa = {
        "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain", "sofaString": text,
    }  # fmt: skip
    held = [
        {"%ID": each.number, "%TYPE": each.kind, "@sofa": 1, "begin": each.begin, "end": each.end}
        | dict(each.words)
        | {f"@{key}": number for key, number in each.references.items()}
        for each in structures
    ]
    members = [each.number for each in structures]
    whole = {
        "%TYPES": types,
        "%FEATURE_STRUCTURES": [sofa, *held],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _xmi(text: str, structures: list[_Structure]) -> str:
    spaces = {kind: f"n{at}" for at, kind in enumerate(TYPES)}
    declared = "".join(
        f' xmlns:{short}="http:///{kind.rpartition(".")[0].replace(".", "/")}.ecore"' for kind, short in spaces.items()
    )
    rows = []
    for each in structures:
        words = "".join(f" {key}={attribute(value)}" for key, value in each.words.items())
        ties = "".join(f' {key}="{number}"' for key, number in each.references.items())
        name = f"{spaces[each.kind]}:{each.kind.rpartition('.')[2]}"
        rows.append(f'<{name} xmi:id="{each.number}" sofa="1" begin="{each.begin}" end="{each.end}"{words}{ties}/>\n')
    members = " ".join(str(each.number) for each in structures)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
        f'{declared} xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n{"".join(rows)}'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString={attribute(text)}/>\n'
        f'<cas:View sofa="1" members="{members}"/>\n</xmi:XMI>\n'
    )


def _type_system() -> str:
    kinds = []
    for kind, features in TYPES.items():
        held = "".join(
            f"<featureDescription><name>{name}</name><description/><rangeTypeName>{range_}</rangeTypeName></featureDescription>"
            for name, range_ in features.items()
        )
        kinds.append(
            f"<typeDescription><name>{kind}</name><description/><supertypeName>{_ANNOTATION}</supertypeName>"
            f"<features>{held}</features></typeDescription>\n"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>\n'
        f"{''.join(kinds)}</types></typeSystemDescription>\n"
    )


def _read_json(path: Path) -> tuple[str, list[tuple[int, int, str, str]]]:
    structures = json.loads(path.read_text(encoding="utf-8"))["%FEATURE_STRUCTURES"]
    marks = [
        (each["begin"], each["end"], each["label"], each["markId"]) for each in structures if each["%TYPE"] == _MARK
    ]
    return structures[0]["sofaString"], marks


def _read_xmi(path: Path) -> tuple[str, list[tuple[int, int, str, str]]]:
    from lxml import etree

    root = etree.parse(path, etree.XMLParser(huge_tree=True, resolve_entities=False)).getroot()
    text = next(str(each.get("sofaString")) for each in root if etree.QName(each).localname == "Sofa")
    marks = [
        (int(each.get("begin", "")), int(each.get("end", "")), str(each.get("label")), str(each.get("markId")))
        for each in root
        if etree.QName(each).localname == "ButdaMark"
    ]
    return text, marks
