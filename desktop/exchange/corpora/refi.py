"""REFI-QDA, the exchange form of programs for qualitative analysis (QualCoder, MAXQDA, NVivo, ATLAS.ti): a .qdpx is a zip.

`project.qde` holds the code book and the codings, `sources/` the texts with LF line ends. Positions are code points; the standard
names no unit, so programs that count UTF-16 read a place too far behind an emoji. GUIDs stay the same from one export to the next.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.label_colours import edge
from desktop.exchange.xml_words import attribute, content
from desktop.model import Annotation, AnnotationId, ArticleId, Label, Status

_SPACE = uuid.UUID("6f1d2a34-51f0-5c7e-9b39-0d3d5a7c8e10")
_EPOCH = "1970-01-01T00:00:00Z"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_XML = "urn:QDA-XML:project:1.0"


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected: a coding cannot say no."""
    return tuple(each for each in document.annotations if each.status is not Status.REJECTED)


def write(documents: Iterable[Document], out: BinaryIO, labels: Sequence[Label] = ()) -> None:
    """Write a project."""
    codes = {each.name: _code(each.name, each.vi, each.guideline_vi, edge(each.color)) for each in labels}
    held: dict[str, str] = {str(name): code for name, code in codes.items()}
    people: dict[str, str] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as project, TemporaryFile() as sources:
        for document in documents:
            guid = _guid("source", document.article.id)
            _put(project, f"sources/{guid}.txt", document.article.text)
            for each in keeps(document):
                if each.label not in held:
                    held[each.label] = _code(each.label, each.label, "", edge(""))
                if each.by not in people:
                    people[each.by] = _guid("user", each.by)
            sources.write(_source(document, guid, people).encode("utf-8"))
        head, foot = _project(held.values(), people, has_sources=sources.tell() > 0)
        sources.seek(0)
        with project.open(
            _member("project.qde"), "w", force_zip64=True
        ) as part:  # its head names who marked, whom the marks tell
            part.write(head.encode("utf-8"))
            shutil.copyfileobj(sources, part)
            part.write(foot.encode("utf-8"))


def quotes(path: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the codings of a written project, cut from its own texts."""
    from lxml import etree

    name, codes = f"{{{_XML}}}", {}
    wanted = iter(documents)
    with zipfile.ZipFile(path) as project, project.open("project.qde") as part:
        # Source by source, in the order of the documents: the whole tree of a large project takes hundreds of megabytes.
        for _, each in etree.iterparse(
            part, tag=(f"{name}Code", f"{name}TextSource"), huge_tree=True, resolve_entities=False
        ):
            if each.tag == f"{name}Code":
                codes[str(each.get("guid"))] = str(each.get("name"))
                continue
            text = project.read(f"sources/{each.get('guid')}.txt").decode("utf-8")
            yield from _quoted(each, text, codes, next(wanted, None))
            each.clear()


def _quoted(source: Any, text: str, codes: Mapping[str, str], document: Document | None) -> Iterator[Quoted]:
    """Yield the codings of one source; `document` is the one that it was made of."""
    name = f"{{{_XML}}}"
    ids = {_guid("mark", each.id): each.id for each in (document.annotations if document is not None else ())}
    article = ArticleId(str(source.findtext(f"{name}Description")))
    for each in source.iter(f"{name}PlainTextSelection"):
        start, end = int(each.get("startPosition", "")), int(each.get("endPosition", ""))
        label = codes[str(next(each.iter(f"{name}CodeRef")).get("targetGUID"))]
        known = AnnotationId(ids.get(str(each.get("guid")), AnnotationId("")))
        yield Quoted(article, known, start, end, label, text[start:end])


def _put(project: zipfile.ZipFile, name: str, words: str) -> None:
    project.writestr(_member(name), words.encode("utf-8"))


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)  # a fixed time: the same library gives the same bytes
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _guid(kind: str, key: str) -> str:
    """Return a GUID made of what it stands for (version 5); written out, since uuid.uuid5 takes most of the time of a project."""
    made = bytearray(hashlib.sha1(_SPACE.bytes + f"{kind}\n{key}".encode(), usedforsecurity=False).digest()[:16])
    made[6], made[8] = made[6] & 0x0F | 0x50, made[8] & 0x3F | 0x80
    said = made.hex()
    return f"{said[:8]}-{said[8:12]}-{said[12:16]}-{said[16:20]}-{said[20:]}"


def _code(name: str, words: str, guideline: str, colour: str) -> str:
    said = f"{words}. {guideline}" if guideline else words
    return (
        f'<Code guid="{_guid("code", name)}" name={attribute(name)} isCodable="true" color="{colour}">'
        f"<Description>{content(said)}</Description></Code>"
    )


def _source(document: Document, guid: str, people: dict[str, str]) -> str:
    article = document.article
    added = _time(article.added)
    selections = "".join(_selection(article.text, each, people[each.by]) for each in keeps(document))
    return (
        f'<TextSource guid="{guid}" name={attribute(article.title or article.id)} plainTextPath="internal://{guid}.txt" '
        f'creationDateTime="{added}"><Description>{content(article.id)}</Description>{selections}</TextSource>\n'
    )


def _selection(text: str, mark: Annotation, person: str) -> str:
    quote = " ".join(text[mark.start : mark.end].split())[:80]
    note = f"<Description>{content(mark.note)}</Description>" if mark.note else ""
    created, changed = _time(mark.created), _time(mark.modified or mark.created)
    return (
        f'<PlainTextSelection guid="{_guid("mark", mark.id)}" name={attribute(quote)} startPosition="{mark.start}" '
        f'endPosition="{mark.end}" creatingUser="{person}" creationDateTime="{created}" modifiedDateTime="{changed}">{note}'
        f'<Coding guid="{_guid("coding", mark.id)}" creatingUser="{person}" creationDateTime="{created}">'
        f'<CodeRef targetGUID="{_guid("code", mark.label)}"/></Coding></PlainTextSelection>'
    )


def _project(codes: Iterable[str], people: dict[str, str], has_sources: bool) -> tuple[str, str]:
    """Return what stands before the sources of a project, and behind them."""
    users = "".join(f'<User guid="{guid}" name={attribute(name or "butda")}/>' for name, guid in people.items())
    listed = "".join(codes)
    head = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="{_XML}" name="Bút Dạ" origin="Bút Dạ">\n',
        f"<Users>{users}</Users>\n" if users else "",  # the standard knows no list that is empty
        f"<CodeBook><Codes>{listed}</Codes></CodeBook>\n" if listed else "",
        "<Sources>\n" if has_sources else "",
    )
    return "".join(head), "</Sources>\n</Project>\n" if has_sources else "</Project>\n"


def _time(moment: str) -> str:
    """Return a time as xsd:dateTime; what has none, or one that another program wrote otherwise, began with the epoch."""
    return moment if _MOMENT.fullmatch(moment) else _EPOCH
