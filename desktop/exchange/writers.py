"""The formats that go out: a row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

from desktop.errors import RequestError
from desktop.exchange.documents import Context, Document, Quoted
from desktop.model import Annotation, Label


@dataclass(frozen=True, slots=True)
class Format:
    """One row: which module writes it and by which of its functions, and what it asks for.

    A format without a suffix is a folder. `asks`: what its write takes of the `Context`, by name. `keeps` says which marks it can
    hold (else all), and `keeps_asks` what that takes. `beside` are files that go with it: their ending and the function that
    writes them. `records` counts what is written of articles in a format that holds no marks.
    `lacks`: what it has no place for of a mark that it holds, by the names of `LACKING`.
    `extra`: the package that it needs, of the extra of that name.
    """

    module: str
    suffix: str
    write: str = "write"
    keeps: str = ""
    quotes: str = "quotes"
    asks: tuple[str, ...] = ()
    keeps_asks: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    records: str = ""
    lacks: tuple[str, ...] = ()
    extra: str = ""


_CORPORA = "corpora."
_SCHEME = ("labels",)
_REPORT = ("labels", "filters", "group")
# What a mark may lose in a format that holds it: a note, a value, attributes, what a person said of it, facts.
LACKING = ("notes", "values", "attributes", "answers", "relations")
# By the name of `--format`; in the order in which they are offered. What each is for, and who reads it, says the README.
FORMATS = {
    "jsonl": Format("jsonl", ".jsonl", beside=((".labels.toml", "write_labels"),)),
    "csv": Format("table", ".csv", lacks=("relations",)),
    "html": Format("page", ".html", lacks=("notes", "attributes", "relations")),
    "xlsx": Format("reports.workbook", ".xlsx", keeps="keeps", asks=_SCHEME, lacks=("relations",)),
    "markdown": Format("reports.markdown", "", keeps="keeps", asks=_SCHEME, lacks=("attributes",)),
    "report-docx": Format(
        "reports.report_docx", ".docx", keeps="keeps", asks=_REPORT, lacks=("attributes", "relations")
    ),
    "report-html": Format("reports.report", ".html", keeps="keeps", asks=_REPORT, lacks=("attributes", "relations")),
    "bundle": Format("bundle", ".butda.zip", asks=("labels", "filters", "original", "pictures", "history")),
    "pdf": Format(
        "paper.pdf",
        "",
        keeps="keeps",
        asks=("labels", "original", "stretches"),
        keeps_asks=("original", "stretches"),
        lacks=("attributes", "relations"),
    ),
    "prodigy": Format(_CORPORA + "prodigy", ".jsonl", keeps="keeps", lacks=("attributes",)),
    "spacy": Format(_CORPORA + "spacy_docs", ".spacy", keeps="keeps", lacks=LACKING, extra="spacy"),
    "iob2": Format(
        _CORPORA + "columns", ".iob2", "write_iob2", "keeps", beside=((".offsets.tsv", "write_offsets"),), lacks=LACKING
    ),
    "iobes": Format(
        _CORPORA + "columns",
        ".iobes",
        "write_iobes",
        "keeps",
        beside=((".offsets.tsv", "write_offsets"),),
        lacks=LACKING,
    ),
    "conll2003": Format(
        _CORPORA + "columns",
        ".conll",
        "write_conll2003",
        "keeps",
        beside=((".offsets.tsv", "write_offsets"),),
        lacks=LACKING,
    ),
    "conllup": Format(_CORPORA + "columns", ".conllup", "write_conllup", "keeps_nested", lacks=LACKING),
    "label-studio": Format(
        _CORPORA + "label_studio",
        ".json",
        keeps="keeps",
        beside=((".config.xml", "write_config"),),
        lacks=("values", "attributes"),
    ),
    "doccano": Format(_CORPORA + "doccano", ".jsonl", lacks=LACKING),
    "brat": Format(_CORPORA + "brat", "", keeps="keeps", asks=_SCHEME, lacks=("attributes",)),
    "cas-json": Format(_CORPORA + "cas", "", "write_json", "keeps", lacks=("attributes",)),
    "cas-xmi": Format(_CORPORA + "cas", "", "write_xmi", "keeps", lacks=("attributes",)),
    "refi": Format(
        _CORPORA + "refi", ".qdpx", keeps="keeps", asks=_SCHEME, lacks=("values", "attributes", "answers", "relations")
    ),
    "register": Format("records.register", "", keeps="keeps", records="records"),
    "parquet": Format("records.parquet", "", lacks=("attributes",), extra="pyarrow"),
    "ris": Format("records.citations", ".ris", "write_ris", "keeps", records="records"),
    "csl": Format("records.citations", ".csl.json", "write_csl", "keeps", records="records"),
    "ftm": Format("records.follow_the_money", ".ftm.json", keeps="keeps", lacks=LACKING),
    "w3c": Format(_CORPORA + "web_annotation", ".jsonld", keeps="keeps", lacks=("attributes", "relations")),
    "tei": Format(_CORPORA + "tei", "", keeps="keeps", asks=_SCHEME, lacks=("attributes", "answers", "relations")),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that goes with an export."""

    suffix: str
    write: Callable[[Iterable[Document], Sequence[Label], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: its write puts documents into a stream or an empty folder, its quotes reads the marks of what was written back.

    `keeps` returns the marks of a document that the format can hold. `records`, in a format without marks, counts its articles.
    """

    name: str
    suffix: str
    write: Callable[[Iterable[Document], Any], None]
    quotes: Callable[..., Iterator[Quoted]]  # of the written path, and of the documents where a format names no article
    keeps: Callable[[Document], tuple[Annotation, ...]]
    beside: tuple[Beside, ...] = ()
    records: Callable[[Path], int] | None = None

    @property
    def folder(self) -> bool:
        """Whether what is written is a folder."""
        return not self.suffix


def writer(name: str, context: Context | None = None) -> Writer:
    """Return a format's writer, which is told what it asks for; raise RequestError if there is none of this name."""
    row = FORMATS.get(name)
    if row is None:
        raise RequestError("format-unknown", format=name, formats=", ".join(FORMATS))
    if not is_there(row):
        raise RequestError("format-extra", format=name, package=row.extra)
    module = import_module(f"desktop.exchange.{row.module}")
    return Writer(
        name,
        row.suffix,
        _with(getattr(module, row.write), context, row.asks),
        getattr(module, row.quotes),
        _with(getattr(module, row.keeps), context, row.keeps_asks) if row.keeps else _all,
        tuple(Beside(suffix, getattr(module, function)) for suffix, function in row.beside),
        getattr(module, row.records) if row.records else None,
    )


def is_there(row: Format) -> bool:
    """Return whether what a format needs is installed."""
    return not row.extra or find_spec(row.extra) is not None


def offered() -> list[str]:
    """Return the formats that can be written here."""
    return [name for name, row in FORMATS.items() if is_there(row)]


def _with(function: Callable[..., Any], context: Context | None, asks: tuple[str, ...]) -> Callable[..., Any]:
    """Return a writer's function with what it asks for of the context."""
    return partial(function, **{each: getattr(context or Context(), each) for each in asks}) if asks else function


def _all(document: Document) -> tuple[Annotation, ...]:
    return document.annotations
