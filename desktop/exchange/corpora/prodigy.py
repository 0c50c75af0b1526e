"""Prodigy's JSON lines (spans_manual, relations): tokens with their places, spans by characters and by tokens.

`token_end` is the span's last token, inclusive; `end` is exclusive; offsets are code points. A task's answer is "accept": what a
person has said of each mark stands in the span's own `status`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.corpora import json_lines
from desktop.exchange.corpora.tokens import Sentence, tokens
from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, AnnotationId, ArticleId

_WS = ("false", "true")
_ESCAPED = {
    each: json.dumps(each)[1:-1] for each in ('"', "\\", *map(chr, range(32)))
}  # signs that stand alone as tokens


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that hold a token, with no white space at their edges: Prodigy refuses spans that no token begins or ends."""
    text = document.article.text
    return tuple(
        each for each in document.annotations if (quote := text[each.start : each.end]).strip() == quote and quote
    )


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one task an article, UTF-8, no BOM."""
    for document in documents:
        out.write(_task(document).encode("utf-8") + b"\n")


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written file whose characters and tokens say the same, each cut again from the file's own text."""
    for held in json_lines.read(path):
        tokens = held["tokens"]
        for each in held["spans"]:
            start, end = each["start"], each["end"]
            by_tokens = (tokens[each["token_start"]]["start"], tokens[each["token_end"]]["end"])
            quote = held["text"][start:end] if by_tokens == (start, end) else ""
            yield Quoted(ArticleId(held["meta"]["doc_id"]), AnnotationId(each["id"]), start, end, each["label"], quote)


def _task(document: Document) -> str:
    article = document.article
    cut = tokens(article.text, document.annotations)
    spans = {each.id: _span(each, cut) for each in keeps(document)}
    relations = [
        _relation(each.kind, spans[each.head], spans[each.tail])
        for each in document.relations
        if each.head in spans and each.tail in spans
    ]
    meta = {"doc_id": article.id, "title": article.title, "source": article.source, "published": article.published}
    rest = {
        "spans": list(spans.values()),
        **({"relations": relations} if relations else {}),
        "meta": {key: value for key, value in meta.items() if value},
        "answer": "accept",
        "_view_id": "relations" if relations else "spans_manual",
    }
    return f'{{"text":{_json(article.text)},"tokens":[{",".join(_tokens(article.text, cut))}],{_json(rest)[1:]}'


def _tokens(text: str, cut: Sentence) -> list[str]:
    """Return each token as JSON: written out here, since there are twenty times as many of them as of anything else."""
    said = _ESCAPED.get
    return [
        f'{{"text":"{said(form := text[start:end], form)}","start":{start},"end":{end},"id":{at},"ws":{_WS[text[end : end + 1] == " "]}}}'
        for at, (start, end) in enumerate(zip(cut.starts, cut.ends, strict=True))
    ]


def _json(held: Any) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def _span(mark: Annotation, cut: Sentence) -> dict[str, Any]:
    first, stop = cut.reach(mark)
    return {
        "start": mark.start,
        "end": mark.end,
        "token_start": first,
        "token_end": stop - 1,
        "label": mark.label,
        "id": mark.id,
        "status": mark.status,
        **({"note": mark.note} if mark.note else {}),
        **({"value": mark.value} if mark.value is not None else {}),
    }


def _relation(kind: str, head: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    keys = ("start", "end", "token_start", "token_end", "label")
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": {key: head[key] for key in keys},
        "child_span": {key: child[key] for key in keys},
        "label": kind,
    }
