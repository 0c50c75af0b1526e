"""`butda detect --score GOLD.jsonl`: how right the detector is, label by label, and what its errors are of.

A gold row holds id, text, published, spans (start, end, label, value; code points, end exclusive) and lines (start, end, role).
A row may hold relations, each [kind, start, end, label, start, end, label], head first; those of the kinds it knows are scored then.
Spans on furniture lines are not scored. A row with "blind": true belongs to a blind test: its errors are counted, never shown.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.detect import detect
from desktop.errors import RequestError
from desktop.model import Detection
from desktop.text.normal import normal

Key = tuple[int, int, str]
_RESAMPLES = 1000  # bootstrap draws of whole articles for the interval of F1
_ALL = "ALL"
_FACTS = frozenset(("office_held", "issued_by", "issued_on", "counted_in", "counted_on"))


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one label in one article: gold, predicted, right to the character, and those that overlap with one."""

    gold: int = 0
    predicted: int = 0
    right: int = 0
    gold_met: int = 0
    predicted_met: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.right + other.right,
            self.gold_met + other.gold_met,
            self.predicted_met + other.predicted_met,
        )

    def exact(self) -> tuple[float, float, float]:
        """Return precision, recall and F1 of spans that agree to the character."""
        return _f1(self.right, self.right, self.predicted, self.gold)

    def overlapping(self) -> tuple[float, float, float]:
        """Return precision, recall and F1 of spans that share a character with one of the same label."""
        return _f1(self.predicted_met, self.gold_met, self.predicted, self.gold)


@dataclass(frozen=True, slots=True)
class Error:
    """One gold span that was not met, or one predicted that is not gold; `kind` is missed, spurious, edges or label."""

    article: str
    kind: str
    label: str
    quote: str
    around: str


@dataclass(slots=True)
class Report:
    """What scoring a gold file found; `tallies` hold one table of labels an article."""

    tallies: list[dict[str, Tally]] = field(default_factory=list)
    errors: list[Error] = field(default_factory=list)
    values: dict[str, list[bool]] = field(default_factory=lambda: {"figures": [], "times": []})
    furniture: list[float] = field(default_factory=list)
    roles: list[bool] = field(default_factory=list)
    facts: dict[str, Tally] = field(default_factory=dict)
    blind: bool = False


def score(path: Path) -> Report:
    """Detect in each article of a gold file and compare; raise RequestError that names a line it cannot read."""
    report = Report()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                _score_row(json.loads(line), report)
            except (ValueError, KeyError, TypeError) as error:
                raise RequestError("detect-line", number=number, reason=f"no gold article ({error!r})") from None
    return report


def lines(report: Report, shown: int) -> Iterator[str]:
    """Yield the report's lines: the table of labels, values, line roles, errors by kind, and up to `shown` errors."""
    total = _sum(report.tallies)
    yield f"{'label':13}{'P':>7}{'R':>7}{'F1':>7}   {'overlapping':>11}{'gold':>7}{'predicted':>11}   95 % of F1"
    for label in [*sorted(set(total) - {_ALL}), *({_ALL} & set(total))]:
        tally = total[label]
        p, r, f = tally.exact()
        low, high = _interval(report.tallies, label)
        wide = tally.overlapping()[2]
        yield f"{label:13}{p:7.3f}{r:7.3f}{f:7.3f}   {wide:11.3f}{tally.gold:7}{tally.predicted:11}   {low:.3f}-{high:.3f}"
    told = ", ".join(f"{kind} {sum(right)}/{len(right)}" for kind, right in report.values.items())
    yield f"values right where the span is right: {told}"
    if report.roles:
        mean = f"{sum(report.furniture) / len(report.furniture):.3f}" if report.furniture else "none"
        yield f"lines: furniture F1 {mean}, other roles right {sum(report.roles)}/{len(report.roles)}"
    for kind, tally in sorted(report.facts.items()):
        p, r, f = tally.exact()
        yield f"relations, {kind}: P {p:.3f}  R {r:.3f}  F1 {f:.3f}  gold {tally.gold}  predicted {tally.predicted}"
    if report.facts:
        p, r, _ = _sum_of(report.facts.values()).exact()
        yield f"relations, all: P {p:.3f}  R {r:.3f}"
    kinds = Counter((error.kind, error.label) for error in report.errors)
    for kind in ("missed", "spurious", "edges", "label"):
        of = ", ".join(f"{label} {count}" for (each, label), count in kinds.most_common() if each == kind)
        yield f"errors, {kind}: {of or 'none'}"
    if report.blind and shown:
        yield "A blind test: its errors are not shown."
    elif shown:
        for error in report.errors[:shown]:
            yield f"{error.article}\t{error.kind}\t{error.label}\t{error.quote}\t{error.around}"


def _score_row(row: dict[str, Any], report: Report) -> None:
    text = normal(row["text"])
    report.blind = report.blind or row.get("blind") is True
    found = detect(text, (row.get("published") or "")[:16] or None)
    dull = [(start, end) for start, end, role in row.get("lines", []) if role == "furniture"]
    gold = _keyed(((s["start"], s["end"], s["label"], s.get("value")) for s in row["spans"]), dull)
    predicted = _keyed(((s.start, s.end, s.label, s.value) for s in found.spans), dull)
    report.tallies.append(_tallies(gold, predicted))
    for key in gold.keys() & predicted.keys():
        if gold[key] is not None:
            report.values["times" if key[2] == "TIME" else "figures"].append(_same(gold[key], predicted[key]))
    if "relations" in row:
        _score_facts(row["relations"], found, report)
    report.errors += _errors(str(row["id"]), text, set(gold), set(predicted))
    _score_roles(text, row.get("lines", []), [(each.start, each.end, str(each.role)) for each in found.lines], report)


def _score_facts(gold: list[list[Any]], found: Detection, report: Report) -> None:
    wanted = {(kind, *edges) for kind, *edges in gold}
    told = set()
    for fact in found.relations:
        head, tail = found.spans[fact.head], found.spans[fact.tail]
        if fact.kind in _FACTS:
            told.add((fact.kind, head.start, head.end, head.label, tail.start, tail.end, tail.label))
    for kind in {each[0] for each in (*wanted, *told)}:
        g, p = ({each for each in side if each[0] == kind} for side in (wanted, told))
        report.facts[kind] = report.facts.get(kind, Tally()) + Tally(len(g), len(p), len(g & p))


def _keyed(spans: Iterable[tuple[int, int, str, Any]], dull: list[tuple[int, int]]) -> dict[Key, Any]:
    return {
        (start, end, label): value
        for start, end, label, value in spans
        if not any(start < stop and begin < end for begin, stop in dull)
    }


def _tallies(gold: dict[Key, Any], predicted: dict[Key, Any]) -> dict[str, Tally]:
    found: dict[str, Tally] = {}
    for label in {key[2] for key in (*gold, *predicted)}:
        g = [key for key in gold if key[2] == label]
        p = [key for key in predicted if key[2] == label]
        found[label] = Tally(
            len(g), len(p), len(set(g) & set(p)), sum(_meets(key, p) for key in g), sum(_meets(key, g) for key in p)
        )
    found[_ALL] = _sum_of(found.values())
    return found


def _meets(key: Key, others: Iterable[Key]) -> bool:
    return any(other[0] < key[1] and key[0] < other[1] for other in others)


def _errors(article: str, text: str, gold: set[Key], predicted: set[Key]) -> Iterator[Error]:
    for key in sorted(gold ^ predicted):
        others = predicted if key in gold else gold
        kind = "missed" if key in gold else "spurious"
        if any(other[:2] == key[:2] for other in others):
            kind = "label"
        elif _meets(key, [other for other in others if other[2] == key[2]]):
            kind = "edges"
        start, end, label = key
        around = text[max(0, start - 30) : end + 20].replace("\n", " ")
        yield Error(article, kind, label, text[start:end], around)


def _score_roles(text: str, gold: Any, found: list[tuple[int, int, str]], report: Report) -> None:
    wanted = {_visible(text, start, end): role for start, end, role in gold}
    told = {_visible(text, start, end): role for start, end, role in found}
    both = sum(role == "furniture" == told.get(key) for key, role in wanted.items())
    g, p = (sum(role == "furniture" for role in side.values()) for side in (wanted, told))
    if g:
        report.furniture.append(_f1(both, both, p, g)[2])
    report.roles += [role == told.get(key) for key, role in wanted.items() if role != "furniture"]


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _same(gold: Any, found: Any) -> bool:
    try:
        return abs(float(gold) - float(found)) <= 1e-9 * max(1.0, abs(float(gold)))
    except (TypeError, ValueError):
        return str(gold) == str(found)


def _f1(right_predicted: int, right_gold: int, predicted: int, gold: int) -> tuple[float, float, float]:
    p = right_predicted / predicted if predicted else 0.0
    r = right_gold / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _sum(tallies: Iterable[dict[str, Tally]]) -> dict[str, Tally]:
    found: dict[str, Tally] = {}
    for table in tallies:
        for label, tally in table.items():
            found[label] = found.get(label, Tally()) + tally
    return found


def _sum_of(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total += tally
    return total


def _interval(tables: list[dict[str, Tally]], label: str) -> tuple[float, float]:
    """Return the 2.5th and 97.5th percentile of F1 over draws of whole articles, the same draws each time."""
    chance = random.Random(0)
    none = Tally()
    rows = [table.get(label, none) for table in tables]
    scores = sorted(
        _sum_of(chance.choices(rows, k=len(rows))).exact()[2] for _ in range(_RESAMPLES if len(rows) > 1 else 1)
    )
    return scores[int(0.025 * len(scores))], scores[int(0.975 * len(scores))]
