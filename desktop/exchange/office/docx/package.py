"""The parts of a package of Word: where each lies, its styles, its notes, and what its properties say (ECMA-376, parts 1 and 2).

A package of the strict form is read as one of the usual: its names are only spelled otherwise.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from desktop.exchange.office import zipped
from desktop.exchange.office.blocks import Said

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = (  # ECMA-376, part 1, annex A, and part 4
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATED[1:-3].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_OFF = frozenset({"0", "false", "off"})
_DEEP = 30  # styles one above the other


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its words itself, and the style above it; `hidden` and `number` (list, level) None: nothing."""

    name: str = ""
    above: str = ""
    font: str = ""
    hidden: bool | None = None
    number: tuple[str, str] | None = None


@dataclass(slots=True)
class Package:
    """A package with what the paragraphs of its document refer to."""

    archive: ZipFile
    path: Path
    main: str = "word/document.xml"
    styles: dict[str, Style] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)  # footnotes and endnotes by kind and number

    def tree(self, name: str) -> Any:
        """Return the root of a part, None where there is none; raise ImportFileError."""
        content = zipped.part(self.archive, name, self.path)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        return zipped.tree(content, self.path) if content else None

    def related(self, kind: str, usual: str = "") -> str:
        """Return the name of the part that the document refers to as `kind`; `usual` where it does not say."""
        return next((target for _, type_, target in self._relations(self.main) if type_ == kind), usual)

    def target(self, element: Any) -> str:
        """Return the name of the part that an element refers to; empty where there is none."""
        wanted = element.get(_RELATED, "")
        return next((target for name, _, target in self._relations(self.main) if name == wanted), "")

    def chain(self, style: str) -> Iterator[Style]:
        """Yield a style and those above it; the default one for none."""
        for _ in range(_DEEP):
            found = self.styles.get(style)
            if found is None:
                return
            yield found
            style = found.above

    def font(self, style: str) -> str:
        """Return the font of a style, else that of the document."""
        return next((each.font for each in self.chain(style) if each.font), self.styles.get(" ", Style()).font)

    def _relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Yield the parts that a part refers to: the name, the kind, and the part's own name."""
        folder, _, last = name.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{last}.rels"))
        for each in root if root is not None else ():
            target = each.get("Target", "")
            if each.get("TargetMode") != "External" and target:
                place = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                yield each.get("Id", ""), each.get("Type", "").rpartition("/")[2], place


def opened(archive: ZipFile, path: Path) -> Package:
    """Return the package of an archive; raise ImportFileError."""
    package = Package(archive, path)
    whole = Package(archive, path, "")
    package.main = whole.related("officeDocument", package.main)
    styles = package.tree(package.related("styles", "word/styles.xml"))
    if styles is not None:
        package.styles = dict(_styles(styles))
    for kind in ("footnote", "endnote"):
        root = package.tree(package.related(f"{kind}s", f"word/{kind}s.xml"))
        for each in root.iter(f"{W}{kind}") if root is not None else ():
            if each.get(f"{W}type") in (None, "normal"):
                package.notes[f"{kind} {each.get(f'{W}id')}"] = each
    return package


@cache
def _place(path: str) -> str:
    return "/".join(f"{W}{name}" for name in path.split("/"))


def value(element: Any, path: str) -> str:
    """Return what an element says below itself; empty where it says nothing."""
    found = element.find(_place(path))
    return str(found.get(f"{W}val", "")) if found is not None else ""


def is_on(element: Any, path: str) -> bool | None:
    """Return whether a switch below an element is on, None where there is none."""
    found = element.find(_place(path))
    return found.get(f"{W}val", "1") not in _OFF if found is not None else None


def font(properties: Any) -> str:
    """Return the font that properties of words name: for letters of one byte beyond ASCII, in which old encodings differ."""
    found = properties.find(f"{W}rFonts") if properties is not None else None
    return str(found.get(f"{W}hAnsi") or found.get(f"{W}ascii") or "") if found is not None else ""


def _styles(root: Any) -> Iterator[tuple[str, Style]]:
    """Yield the styles by their ids: under a blank what holds for all, under nothing the default one of paragraphs."""
    yield " ", Style(font=font(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))
    for each in root.iter(f"{W}style"):
        key = each.get(f"{W}styleId", "")
        listed = each.find(f"{W}pPr/{W}numPr")
        number = (value(listed, "numId"), value(listed, "ilvl")) if listed is not None else None
        style = Style(
            value(each, "name") or key, value(each, "basedOn"), font(each.find(f"{W}rPr")), is_on(each, "rPr/vanish"), number,
        )  # fmt: skip
        yield key, style
        if each.get(f"{W}default") in ("1", "true") and each.get(f"{W}type") == "paragraph":
            yield "", style


def properties(archive: ZipFile, path: Path) -> Said:
    """Return what a document's properties say."""
    content = zipped.part(archive, "docProps/core.xml", path)
    if not content:
        return Said()
    root = zipped.tree(content, path)
    title = root.findtext(f"{_DC}title") or ""
    words = next((each.text for each in root if str(each.tag).endswith("}keywords")), "") or ""
    return Said(title=title, tags=tuple(each for word in re.split(r"[;,]", words) if (each := word.strip())))
