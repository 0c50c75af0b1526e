"""Marks out of spaCy's DocBin: the span group `sc`, else every span group, else the entities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.exchange.corpora.spacy_docs import GROUP
from desktop.exchange.corpora.spacy_docs import read as docs
from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import Given, GivenMark
from desktop.model import Meta


def read(path: Path) -> Iterator[Given]:
    """Yield what each document of a file gives."""
    for doc in docs(path):
        groups = [doc.spans[GROUP]] if GROUP in doc.spans else list(doc.spans.values())
        spans: list[Any] = [each for group in groups for each in group] or list(doc.ents)
        marks = tuple(GivenMark(each.label_, each.start_char, each.end_char, each.text, id=each.id_) for each in spans)
        known, title = (str(doc.user_data.get(key, "")) for key in ("doc_id", "title"))
        yield Given(marks, (), known, "", doc.text, Raw(doc.text, None, Meta(title or None)), units=("code points",))
