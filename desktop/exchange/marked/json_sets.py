"""Marks out of JSON: our own lines and bundles, doccano, Prodigy, Label Studio."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.exchange.documents import Document, Raw
from desktop.exchange.marked.given import Given, GivenMark, GivenTie
from desktop.model import Meta, Status
from desktop.model_json import Unfit, parsed

# Where Label Studio puts answers, today and before version 1.0; and the words beside a text in JSON-MIN that are none.
_ANSWERED = (
    ("annotations", Status.ACCEPTED),
    ("completions", Status.ACCEPTED),
    ("predictions", Status.SUGGESTED),
)
_OF_ANSWER = ("created_at", "updated_at", "lead_time", "agreement")
_ANSWERS = {"accept": Status.ACCEPTED, "reject": Status.REJECTED}


def ours(path: Path) -> Iterator[Given]:
    """Yield what an export of ours, or a bundle, holds; raise ImportFileError for a line that is none."""
    for each in exchange.read(path):
        if isinstance(each, ImportFileError):
            raise each
        if each.known is None:
            raise ValueError("a line holds no article of ours")
        yield of_document(each.known, each)


def of_document(document: Document, raw: Raw) -> Given:
    """Return what a document of ours gives."""
    article = document.article
    places = {each.id: at for at, each in enumerate(document.annotations)}
    marks = tuple(
        GivenMark(
            each.label, each.start, each.end, article.text[each.start : each.end], 1, each.id, each.status, each.value, each.unit,
            each.counted, each.entity, each.attributes, each.note, each.score, each.by, each.created, each.modified,
        )
        for each in document.annotations
    )  # fmt: skip
    ties = tuple(GivenTie(each.kind, places[each.head], places[each.tail], each.status) for each in document.relations)
    return Given(marks, ties, article.id, article.sha256, article.text, raw, units=("code points",))


def doccano(path: Path) -> Iterator[Given]:
    """Yield the lines of doccano: triples under `label` or `labels`, or entities and relations with ids (once called annotations)."""
    for held in _lines(path):
        entities = held.get("entities") or held.get("annotations") or []
        if entities:
            places = {each.get("id", at): at for at, each in enumerate(entities)}
            marks = tuple(
                GivenMark(_word(each["label"]), each["start_offset"], each["end_offset"]) for each in entities
            )
            ties = tuple(
                GivenTie(each["type"], places[each["from_id"]], places[each["to_id"]])
                for each in held.get("relations") or []
            )
        else:
            triples = held.get("label", held.get("labels")) or []
            if any(isinstance(each, str) for each in triples):
                raise ValueError("its labels are of whole texts, not of words in them")
            ids = held.get("ann_ids") or []
            marks = tuple(
                GivenMark(label, start, end, id=ids[at] if len(ids) == len(triples) else "")
                for at, (start, end, label) in enumerate(triples)
            )
            ties = ()
        yield Given(marks, ties, str(held.get("doc_id", "")), "", held["text"], _raw(held["text"], held))


def prodigy(path: Path) -> Iterator[Given]:
    """Yield the tasks of Prodigy; one that was ignored gives nothing, one that was rejected rejected marks."""
    for held in _lines(path):
        answer = held.get("answer", "accept")
        if answer == "ignore":
            continue
        spans = [*(held.get("spans") or [])]
        places: dict[tuple[int, int, str], int] = {}
        for at, each in enumerate(spans):
            places.setdefault((each["start"], each["end"], each["label"]), at)
        ties = []
        for each in held.get("relations") or []:
            head, tail = (_span_of(each, side, spans) for side in ("head", "child"))
            if head in places and tail in places:
                ties.append(GivenTie(each["label"], places[head], places[tail]))
        text = held["text"]
        marks = tuple(
            GivenMark(
                each["label"], each["start"], each["end"], text[each["start"] : each["end"]], id=_word(each.get("id")),
                status=Status(each.get("status", _ANSWERS[answer])), value=each.get("value"), note=_word(each.get("note")),
            )
            for each in spans
        )  # fmt: skip
        meta = held.get("meta") or {}
        yield Given(marks, tuple(ties), _word(meta.get("doc_id")), "", text, _raw(text, meta), units=("code points",))


def _span_of(relation: Mapping[str, Any], side: str, spans: Sequence[Mapping[str, Any]]) -> tuple[int, int, str] | None:
    """Return one side of a relation: as the relation tells it, or the span that ends with the token that it names."""
    told = relation.get(f"{side}_span")
    if told is None:
        last = relation.get(side)
        told = next((each for each in spans if each.get("token_end", -1) == last), None)
    return (told["start"], told["end"], told["label"]) if told and "label" in told else None


def label_studio(path: Path) -> Iterator[Given]:
    """Yield the tasks of Label Studio: annotations are accepted, predictions suggested; a cancelled one gives nothing.

    JSON-MIN is read too, and what was called completions once.
    """
    for each in _tasks(path.read_bytes()):
        task = each if "data" in each else _task_of(each)
        data = task["data"]
        text = (
            data["text"] if "text" in data else max((each for each in data.values() if isinstance(each, str)), key=len)
        )
        if not isinstance(text, str):
            raise ValueError("a task holds no text")
        marks: list[GivenMark] = []
        ties: list[GivenTie] = []
        for kind, status in _ANSWERED:
            for answer in task.get(kind) or []:
                if not answer.get("was_cancelled"):
                    _regions(answer, status, marks, ties)
        yield Given(tuple(marks), tuple(ties), _word(data.get("doc_id")), "", text, _raw(text, data))


def _tasks(content: bytes) -> list[dict[str, Any]]:
    """Return the tasks of a file: a list of them, one alone, or one a line."""
    try:
        held = parsed(content)
    except Unfit:
        held = [parsed(line) for line in content.split(b"\n") if line.strip()]
    return held if isinstance(held, list) else [held]


def _task_of(small: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of JSON-MIN as a task: its data stands beside its regions, under the name of their control each."""
    values = [
        each
        for held in small.values()
        for each in (held if isinstance(held, list) else ())
        if isinstance(each, dict) and "start" in each
    ]
    regions = [{"type": "labels", "value": each} for each in values]
    data = {name: held for name, held in small.items() if isinstance(held, str) and name not in _OF_ANSWER}
    return {"data": data, "annotations": [{"result": regions}]}


def _regions(answer: Mapping[str, Any], status: Status, marks: list[GivenMark], ties: list[GivenTie]) -> None:
    result = answer["result"]
    notes: dict[str, str] = {}
    said: dict[str, dict[str, str]] = {}
    for each in result:
        if each.get("type") == "textarea" and "id" in each:
            words = each["value"]["text"]
            notes[each["id"]] = words if isinstance(words, str) else "\n".join(words)
        elif each.get("type") == "choices" and "id" in each:
            said.setdefault(each["id"], {})[_word(each.get("from_name"))] = "; ".join(
                each["value"].get("choices") or []
            )
    by = answer.get("model_version") if status is Status.SUGGESTED else _person(answer.get("completed_by"))
    places: dict[str, int] = {}
    for each in result:
        value, known = each.get("value") or {}, _word(each.get("id"))
        if "hypertextlabels" in value or "paragraphlabels" in value:
            raise ValueError("its marks stand in HTML or in dialogues; only those of a Text are read")
        for label in value.get("labels") or []:
            places.setdefault(known, len(marks))
            marks.append(
                GivenMark(
                    label, value["start"], value["end"], value.get("text", ""), id=known, status=status, by=_word(by),
                    note=notes.get(known, ""), score=each.get("score"), attributes=said.get(known, {}),
                )
            )  # fmt: skip
    for each in result:
        if each.get("type") == "relation" and each["from_id"] in places and each["to_id"] in places:
            for kind in each.get("labels") or []:
                ties.append(GivenTie(kind, places[each["from_id"]], places[each["to_id"]], status))


def _person(told: object) -> str:
    return _word(told.get("email")) if isinstance(told, dict) else ""


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines):
            if line.strip():
                held = parsed(line.removeprefix(b"\xef\xbb\xbf") if not number else line)
                if not isinstance(held, dict) or not isinstance(held.get("text"), str):
                    raise ValueError(f"line {number + 1} holds no text")
                yield held


def _raw(text: str, said: Mapping[str, Any]) -> Raw:
    meta = Meta(
        _word(said.get("title")) or None, _word(said.get("source")) or None, None, _word(said.get("published")) or None
    )
    return Raw(text, None, meta, _word(said.get("url")))


def _word(told: object) -> str:
    return told if isinstance(told, str) else str(told) if isinstance(told, int) else ""
