"""doccano's JSON lines: text and label, a triple a mark; what else is known of the article comes back as metadata.

Offsets are code points, as doccano's server counts; its editor counts UTF-16, which differs where emoji stand. A project takes
overlapping marks only if it allows them: otherwise doccano drops, without a word, each that begins before the one before ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.corpora import json_lines
from desktop.exchange.documents import Document, Quoted
from desktop.model import AnnotationId, ArticleId


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one line an article, UTF-8, no BOM."""
    json_lines.write(documents, out, _row)


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written file, each cut again from the file's own text."""
    for held in json_lines.read(path):
        for (start, end, label), known in zip(held["label"], held["ann_ids"], strict=True):
            yield Quoted(ArticleId(held["doc_id"]), AnnotationId(known), start, end, label, held["text"][start:end])


def _row(document: Document) -> dict[str, Any]:
    article = document.article
    return {
        "text": article.text,
        "label": [[each.start, each.end, each.label] for each in document.annotations],
        "doc_id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published or "",
        "ann_ids": [each.id for each in document.annotations],
    }
