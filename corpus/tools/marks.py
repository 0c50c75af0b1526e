"""Read the corpus's gold files: one article with nested inline marks, one role a line.

The format is described in corpus/README.md. Offsets are code points of the article's text, end exclusive.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ROLES = ("headline", "lead", "body", "caption", "byline", "dateline", "furniture")
LABELS = {
    "PER": "PERSON",
    "TITLE": "TITLE",
    "ORG": "ORGANIZATION",
    "LOC": "LOCATION",
    "TIME": "TIME",
    "DOC": "DOCUMENT",
    "EVENT": "EVENT",
    "COUNT": "COUNT",
    "PCT": "PERCENT",
    "RATIO": "RATIO",
    "MONEY": "MONEY",
    "MEAS": "MEASURE",
    "ORD": "ORDINAL",
}
VALUED = frozenset({"COUNT", "PERCENT", "RATIO", "MONEY", "MEASURE", "ORDINAL"})
_HEAD = re.compile(r"\{(" + "|".join(LABELS) + r")( [^|{}\n]*)?\|")
_ROLE = re.compile(r"(" + "|".join(ROLES) + r")> ")
_Open = tuple[int, str, str]


class MarkError(ValueError):
    """A gold file breaks the format; the message names the line and says what to mend."""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    start: int
    end: int
    label: str
    value: int | float | str | None = None
    unit: str | None = None
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    name: str
    text: str
    lines: tuple[tuple[int, int, str], ...]
    spans: tuple[GoldSpan, ...]
    header: dict[str, object] = field(default_factory=dict)


def read(path: Path) -> GoldArticle:
    """Return the gold article of one file; raise MarkError with its name and line."""
    source = path.read_text(encoding="utf-8")
    try:
        return parse(source, path.name.partition(".")[0])
    except MarkError as error:
        raise MarkError(f"{path.name}: {error}") from None


def parse(source: str, name: str) -> GoldArticle:
    """Return the article that a gold file's source describes."""
    opening, _, rest = source.partition("+++\n")
    head, closed, body = rest.partition("\n+++\n")
    if opening or not closed:
        raise MarkError("line 1: the file must open with a TOML header between two lines +++")
    first = head.count("\n") + 4
    text, lines, spans = "", [], []
    pending: list[_Open] = []
    for number, line in enumerate(body.removesuffix("\n").split("\n"), first):
        if line.strip():
            match = _ROLE.match(line)
            if not match:
                raise MarkError(f"line {number}: a line begins with its role, such as 'body> '")
            plain, found = _unmark(line[match.end() :], len(text), number, pending)
            lines.append((len(text), len(text) + len(plain), match[1]))
            spans += found
            text += plain
        elif pending:
            raise MarkError(f"line {number}: a mark {pending[-1][1]} is not closed")
        text += "\n"
    if pending:
        raise MarkError(f"the last line: a mark {pending[-1][1]} is not closed")
    spans.sort(key=lambda span: (span.start, -span.end, span.label))
    return GoldArticle(name, text, tuple(lines), tuple(spans), tomllib.loads(head))


def _unmark(line: str, offset: int, number: int, open_marks: list[_Open]) -> tuple[str, list[GoldSpan]]:
    plain: list[str] = []
    spans = []
    at = 0
    while at < len(line):
        char = line[at]
        if char == "\\" and at + 1 < len(line):
            plain.append(line[at + 1])
            at += 2
        elif char == "~":
            plain.append("\u00a0")
            at += 1
        elif char == "{":
            match = _HEAD.match(line, at)
            if not match:
                raise MarkError(f"line {number}: no label known at {line[at : at + 20]!r}")
            open_marks.append((offset + len(plain), LABELS[match[1]], (match[2] or "").strip()))
            at = match.end()
        elif char == "}":
            if not open_marks:
                raise MarkError(f"line {number}: a }} closes nothing before {line[at : at + 20]!r}")
            start, label, fields = open_marks.pop()
            spans.append(_span(start, offset + len(plain), label, fields, number))
            at += 1
        else:
            plain.append(char)
            at += 1
    return "".join(plain), spans


def _span(start: int, end: int, label: str, fields: str, number: int) -> GoldSpan:
    value, unit, counted = ([part.strip() for part in fields.split(";")] + ["", "", ""])[:3]
    if label in VALUED and not value:
        raise MarkError(f"line {number}: a {label} needs its value, such as {{COUNT 7;;phòng|7}}")
    if value and label not in VALUED | {"TIME"}:
        raise MarkError(f"line {number}: a {label} takes no value")
    if end <= start:
        raise MarkError(f"line {number}: an empty {label}")
    return GoldSpan(
        start, end, label, _number(value) if label != "TIME" else value or None, unit or None, counted or None
    )


def _number(value: str) -> int | float | str | None:
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value or None
