"""Which program set the marks of a file, by what the file holds; and the one way to read them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from desktop.errors import ImportFileError, RequestError
from desktop.exchange.marked import tables
from desktop.exchange.marked.given import Given, GivenMark
from desktop.model import Annotation, AnnotationId, ArticleId
from desktop.model_json import Unfit, made
from desktop.text.borders import sound

# By the name of `--format`, as of the formats that go out: the module and its function.
READERS = {
    "jsonl": ("json_sets", "ours"),
    "bundle": ("json_sets", "ours"),
    "csv": ("tables", "read_csv"),
    "xlsx": ("tables", "read_xlsx"),
    "doccano": ("json_sets", "doccano"),
    "label-studio": ("json_sets", "label_studio"),
    "prodigy": ("json_sets", "prodigy"),
    "spacy": ("spacy_set", "read"),
    "brat": ("standoff", "read"),
    "iob2": ("token_columns", "read"),
    "conll2003": ("token_columns", "read"),
    "conllup": ("token_columns", "read"),
    "cas-json": ("cas_files", "read"),
    "cas-xmi": ("cas_files", "read"),
    "refi": ("refi_project", "read"),
}
_HEAD = 65_536
_BY_ENDING = {
    ".qdpx": "refi", ".spacy": "spacy", ".ann": "brat", ".xmi": "cas-xmi", ".csv": "csv", ".tsv": "csv", ".xlsx": "xlsx", ".iob2": "iob2",
    ".iobes": "iob2", ".iob": "iob2", ".bio": "iob2", ".conll": "conll2003", ".conllup": "conllup", ".conllu": "conllup",
}  # fmt: skip
# What one of the first keys of JSON tells, in this order.
_BY_KEY = (
    (b'"%FEATURE_STRUCTURES"', "cas-json"),
    (b'"annotations":[{"id":"', "jsonl"),
    (b'"sha256"', "jsonl"),
    (b'"_view_id"', "prodigy"),
    (b'"spans"', "prodigy"),
    (b'"start_offset"', "doccano"),
    (b'"annotation_id"', "label-studio"),
    (b'"completed_by"', "label-studio"),
    (b'"predictions"', "label-studio"),
    (b'"completions"', "label-studio"),
    (b'"data"', "label-studio"),
    (b'"label"', "doccano"),
    (b'"labels"', "doccano"),
    (b'"entities"', "doccano"),
)
_IN_ZIP = (("project.qde", "refi"), ("manifest.json", "bundle"), ("xl/workbook.xml", "xlsx"))


def read(path: Path, format_name: str | None = None) -> Iterator[Given]:
    """Yield what a file or a folder gives, text by text; raise ImportFileError, RequestError."""
    name = format_name or kind(path)
    if name not in READERS:
        raise RequestError("format-unknown", format=name, formats=", ".join(READERS))
    if name == "spacy" and find_spec("spacy") is None:
        raise RequestError("format-extra", format=name, package="spacy")
    module, function = READERS[name]
    try:
        for given in getattr(import_module(f"desktop.exchange.marked.{module}"), function)(path):
            yield replace(given, marks=tuple(_sound(at, each) for at, each in enumerate(given.marks)))
    except OSError as error:
        raise ImportFileError("file-unreadable", path=path, reason=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        reason = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise ImportFileError("marks-broken", path=path, format=name, reason=reason) from error


def _sound(at: int, mark: GivenMark) -> GivenMark:
    """Return a mark that the library can hold, wherever it stands; raise Unfit."""
    try:
        held = made(GivenMark, asdict(mark))
    except Unfit as unfit:
        raise unfit.under(f"mark {at + 1}") from None
    probe = Annotation(
        AnnotationId(held.id or "new"),
        ArticleId(""),
        0,
        1,
        held.label,
        score=held.score,
        created=held.created,
        modified=held.modified,
    )
    for _, fault in sound.mark_faults("x", [probe]):
        raise fault.under(f"mark {at + 1}")
    return held


def kind(path: Path) -> str:
    """Return which format a file or a folder is of; raise ImportFileError where nothing tells."""
    try:
        found = _of_folder(path) if path.is_dir() else _of_file(path)
    except OSError as error:
        raise ImportFileError("file-unreadable", path=path, reason=error.strerror or str(error)) from error
    except zipfile.BadZipFile as error:
        raise ImportFileError("marks-broken", path=path, format="zip", reason=str(error)) from error
    if found is None:
        raise ImportFileError("marks-kind", path=path, formats=", ".join(READERS))
    return found


def _of_folder(path: Path) -> str | None:
    endings = {each.suffix for each in path.rglob("*")}
    return next(
        (name for ending, name in ((".ann", "brat"), (".xmi", "cas-xmi"), (".json", "cas-json")) if ending in endings),
        None,
    )


def _of_file(path: Path) -> str | None:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return _of_zip(path)
    if path.suffix.lower() in _BY_ENDING:
        return _BY_ENDING[path.suffix.lower()]
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] in (b"{", b"["):
        return next((name for key, name in _BY_KEY if key in head), None)
    first = text.partition(b"\n")[0].decode("utf-8", "replace").strip()
    if any(tables.is_table(first.replace('"', "").split(each)) for each in ",;\t"):
        return "csv"
    if first.startswith("-DOCSTART-"):
        return "conll2003"
    if first.startswith("# global.columns"):
        return "conllup"
    return "iob2" if "\t" in first and first.rpartition("\t")[2][:2] in ("O", "B-", "I-", "S-", "E-") else None


def _of_zip(path: Path) -> str | None:
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
    by_name = next((name for member, name in _IN_ZIP if member in names), None)
    if by_name is not None:
        return by_name
    return next(
        (
            name
            for ending, name in ((".qde", "refi"), (".xmi", "cas-xmi"), (".json", "cas-json"))
            if any(each.endswith(ending) for each in names)
        ),
        None,
    )
