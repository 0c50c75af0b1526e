"""Parquet in the shape of Hugging Face's data sets: `data/`, a dataset card, and Croissant's metadata beside.

Needs pyarrow (`butda[parquet]`), which the program itself does without. A row is an article, its marks a list of structures.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from desktop.exchange.documents import Document, Quoted
from desktop.model import AnnotationId, ArticleId

DATA = "data/train-00000-of-00001.parquet"
_ROWS = 500  # articles a row group: what is held in memory
_WORDS = ("id", "title", "text", "source", "byline", "published", "place", "url")
_SPAN_WORDS = ("id", "label", "quote", "value", "unit", "entity", "note", "status", "by")
_FACTS = ("kind", "head", "tail")


def write(documents: Iterable[Document], folder: Path) -> None:
    """Write the data set into an empty folder."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = _schema(pyarrow)
    (folder / "data").mkdir()
    rows = map(_row, documents)
    count = 0
    with ParquetWriter(folder / DATA, schema, compression="zstd") as out:
        while some := list(islice(rows, _ROWS)):
            count += len(some)
            out.write_table(pyarrow.Table.from_pylist(some, schema=schema))
    digest = hashlib.sha256((folder / DATA).read_bytes()).hexdigest()
    (folder / "README.md").write_text(_card(count), encoding="utf-8", newline="")
    (folder / "croissant.json").write_text(
        json.dumps(_croissant(digest), ensure_ascii=False, indent=1), encoding="utf-8"
    )


def quotes(folder: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written data set, each cut again from the row's own text and compared with what it says."""
    from pyarrow.parquet import ParquetFile

    with ParquetFile(folder / DATA) as held:
        for batch in held.iter_batches(batch_size=_ROWS, columns=["id", "text", "spans"]):
            for row in batch.to_pylist():
                for each in row["spans"]:
                    cut = row["text"][each["start"] : each["end"]]
                    quote = cut if cut == each["quote"] else ""
                    known = ArticleId(row["id"]), AnnotationId(each["id"])
                    yield Quoted(*known, each["start"], each["end"], each["label"], quote)


def _schema(pyarrow: Any) -> Any:
    string = pyarrow.string()
    span = [
        ("start", pyarrow.int64()),
        ("end", pyarrow.int64()),
        *((name, string) for name in _SPAN_WORDS),
        ("score", pyarrow.float64()),
    ]
    return pyarrow.schema(
        [
            *((name, string) for name in _WORDS),
            ("tags", pyarrow.list_(string)),
            ("spans", pyarrow.list_(pyarrow.struct(span))),
            ("relations", pyarrow.list_(pyarrow.struct([(name, string) for name in _FACTS]))),
        ]
    )


def _row(document: Document) -> dict[str, Any]:
    article = document.article
    spans = [
        {
            "start": each.start, "end": each.end, "id": each.id, "label": each.label, "quote": article.text[each.start : each.end],
            "value": None if each.value is None else str(each.value), "unit": each.unit, "entity": each.entity,
            "note": each.note, "status": each.status.value, "by": each.by, "score": each.score,
        }
        for each in document.annotations
    ]  # fmt: skip
    relations = [{"kind": each.kind, "head": each.head, "tail": each.tail} for each in document.relations]
    held = {name: getattr(article, name) or "" for name in _WORDS}
    return {**held, "tags": list(article.tags), "spans": spans, "relations": relations}


def _card(count: int) -> str:
    size = next(
        name
        for most, name in ((1000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (2**63, "n>100K"))
        if count <= most
    )
    return (
        f"---\nlanguage:\n- vi\ntask_categories:\n- token-classification\nsize_categories:\n- {size}\nconfigs:\n- config_name: default\n"
        f"  data_files:\n  - split: train\n    path: data/train-*\n---\n\n# Văn bản đã đánh dấu\n\n{count} bài. `spans` là chỗ đánh dấu: "
        "`start` và `end` đếm theo điểm mã Unicode của `text` (NFC), `end` không tính vào; `quote` là chữ ở chỗ ấy.\n"
    )


def _croissant(digest: str) -> dict[str, Any]:
    fields = [_field(name, "sc:Text") for name in _WORDS]
    return {
        "@context": {
            "@language": "vi", "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
            "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo", "recordSet": "cr:recordSet", "field": "cr:field",
            "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "source": "cr:source", "fileObject": "cr:fileObject",
            "extract": "cr:extract", "column": "cr:column",
        },
        "@type": "sc:Dataset",
        "name": "butda",
        "description": "Văn bản tiếng Việt đã đánh dấu",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "license": "https://spdx.org/licenses/LicenseRef-unknown",
        "url": "https://example.org/butda",
        "version": "1.0.0",
        "datePublished": "2025-01-01",
        "distribution": [
            {
                "@type": "cr:FileObject", "@id": "articles", "name": "articles", "contentUrl": DATA,
                "encodingFormat": "application/x-parquet", "sha256": digest,
            }
        ],
        "recordSet": [{"@type": "cr:RecordSet", "@id": "default", "name": "default", "field": fields}],
    }  # fmt: skip


def _field(name: str, kind: str) -> dict[str, Any]:
    source = {"fileObject": {"@id": "articles"}, "extract": {"column": name}}
    return {"@type": "cr:Field", "@id": f"default/{name}", "name": name, "dataType": kind, "source": source}
