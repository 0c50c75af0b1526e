"""Label Studio's JSON: a task an article; what a person settled are annotations, what is only suggested predictions.

Offsets are code points. What `write_config` writes is the labelling set-up that shows them, with the labels of the scheme.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.xml_words import attribute
from desktop.model import Annotation, AnnotationId, ArticleId, Label, Relation, Status

# What a person has rejected is no label of the task: Label Studio has no place for it.
_BRACKETS = ("[\n", "]\n")
_HELD = (Status.ACCEPTED, Status.SUGGESTED)


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that are not rejected."""
    return tuple(each for each in document.annotations if each.status in _HELD)


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write a list of tasks, a line each, UTF-8."""
    out.write(b"[")
    for number, document in enumerate(documents, 1):
        task = json.dumps(_task(number, document), ensure_ascii=False, separators=(",", ":"))
        out.write((b",\n" if number > 1 else b"\n") + task.encode("utf-8"))
    out.write(b"\n]\n")


def write_config(_documents: Iterable[Document], labels: Sequence[Label], out: BinaryIO) -> None:
    """Write the labelling set-up: the scheme's labels, a note on each region, relations, and the text as it stands."""
    shown = "".join(f"    <Label value={attribute(each.name)} hint={attribute(each.vi)}/>\n" for each in labels)
    out.write(
        (
            '<View style="white-space: pre-wrap">\n'
            f'  <Labels name="label" toName="text">\n{shown}  </Labels>\n'
            '  <Text name="text" value="$text"/>\n'
            '  <TextArea name="note" toName="text" perRegion="true" editable="true"/>\n'
            "  <Relations>\n"
            '    <Relation value="holds"/>\n'
            "  </Relations>\n"
            "</View>\n"
        ).encode()
    )


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written file, each cut again from the task's own text and compared with what the region says."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:  # a task a line, as `write` puts them: one in memory at a time
            if line not in _BRACKETS:
                yield from _quoted(json.loads(line.rstrip(",\n")))


def _quoted(task: dict[str, Any]) -> Iterator[Quoted]:
    text, article = task["data"]["text"], ArticleId(task["data"]["doc_id"])
    for answer in [*task["annotations"], *task["predictions"]]:
        for region in answer["result"]:
            if region["type"] == "labels":
                value = region["value"]
                start, end, (label,) = value["start"], value["end"], value["labels"]
                quote = text[start:end] if text[start:end] == value["text"] else ""
                yield Quoted(article, AnnotationId(region["id"]), start, end, label, quote)


def _task(number: int, document: Document) -> dict[str, Any]:
    article = document.article
    data = {"text": article.text, "doc_id": article.id, "title": article.title, "source": article.source}
    settled = [each for each in keeps(document) if each.status is Status.ACCEPTED]
    suggested = [each for each in keeps(document) if each.status is Status.SUGGESTED]
    annotation = {
        "id": number,
        "completed_by": 1,
        "was_cancelled": False,
        "ground_truth": False,
        "result": _result(article.text, settled, document.relations),
    }
    prediction = {
        "model_version": next((each.by for each in suggested if each.by), "butda"),
        "result": _result(article.text, suggested, document.relations),
    }
    return {
        "id": number,
        "data": data | {"url": article.url, "published": article.published or ""},
        "annotations": [annotation] if settled else [],
        "predictions": [prediction] if suggested else [],
    }


def _result(text: str, marks: Sequence[Annotation], relations: Iterable[Relation]) -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = []
    for each in marks:
        place = {"start": each.start, "end": each.end}
        region = {"id": each.id, "to_name": "text", "origin": "manual"}
        quote = text[each.start : each.end]
        score = {"score": each.score} if each.score is not None else {}
        value = place | {"text": quote, "labels": [each.label]}
        result.append(region | {"from_name": "label", "type": "labels", "value": value} | score)
        if each.note:
            result.append(region | {"from_name": "note", "type": "textarea", "value": place | {"text": [each.note]}})
    here = {each.id for each in marks}
    result += [
        {"type": "relation", "from_id": each.head, "to_id": each.tail, "direction": "right", "labels": [each.kind]}
        for each in relations
        if each.head in here and each.tail in here
    ]
    return result
