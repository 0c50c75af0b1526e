"""The second opinion on names: a CRF over the syllables of a line that weighs the rules' candidates with what stands around.

It has its say on the outermost PERSON, TITLE, ORGANIZATION, LOCATION and EVENT: where it is sure enough it adds a name, moves a
candidate's edges, or drops one. What nests in them comes from the rules, as every other label does. Only the stretches around
capitals and candidates are labelled: elsewhere no name begins, and that saves half the cost. The model is made by `make train`
from the corpus; resources/models/README.md is its card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pycrfsuite

from desktop import assets
from desktop.detect import phrases
from desktop.detect.openings import openings
from desktop.detect.settle.nesting import may_hold
from desktop.detect.tokens import Tokens, inside
from desktop.detect.vi.names import places
from desktop.model import Role, Span
from desktop.text import lists

LABELS = frozenset(("PERSON", "TITLE", "ORGANIZATION", "LOCATION", "EVENT"))
MODEL = "models/names.crfsuite"
_MARGIN = 2  # tokens beside a capital or a candidate that are labelled with it
# How sure the model must be to add a name, to move a candidate's edges or change its label, and how little it may believe in a
# candidate before that goes; chosen by cross-validation (make train prints it).
_ADDED, _MOVED, _DROPPED = 0.8, 0.6, 0.15
_OUTSIDE, _EDGE = "O", "|"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of a line that are labelled together: the first one's index, and the features of each."""

    start: int
    rows: list[list[str]]


def decide(line: Tokens, role: Role, spans: Sequence[Span], tagger: pycrfsuite.Tagger | None = None) -> list[Span]:
    """Return the spans of a line with the outermost names as the model has them; `spans` are the rules', of all labels.

    Offsets are code points of the line. A span of the rules that fits into none of the model's names is dropped.
    `tagger` is another model than the shipped one, as training tries it.
    """
    tagger = tagger or _tagger()
    rules = tags(line, outermost(spans))
    names: list[_Name] = []
    doubts: dict[int, float] = {}
    for stretch in _stretches(line, role, spans, rules):
        tagger.set(stretch.rows)
        found = tagger.tag()
        names += [_name(line, stretch.start, found, edges, tagger) for edges in _named(found)]
        for step in range(len(found)):
            tag = rules[stretch.start + step]
            if tag[2:] in LABELS:
                doubts[stretch.start + step] = _probability(tagger, tag, step)
    return _merged(line, spans, _chosen(line, spans, names, doubts))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that the model sees, and how sure it is of its weakest token and of its end."""

    span: Span
    sure: float


def _name(
    line: Tokens, first: int, found: Sequence[str], edges: tuple[int, int, str], tagger: pycrfsuite.Tagger
) -> _Name:
    start, end, label = edges
    sure = min(_probability(tagger, found[step], step) for step in range(start, end))
    if end < len(found):
        sure = min(sure, 1 - _probability(tagger, f"I-{label}", end))
    return _Name(Span(line.tokens[first + start].start, line.tokens[first + end - 1].end, label), sure)


def _probability(tagger: pycrfsuite.Tagger, tag: str, step: int) -> float:
    try:
        return float(tagger.marginal(tag, step))
    except ValueError:  # a tag that training never met
        return 0.0


def _chosen(line: Tokens, spans: Sequence[Span], names: Sequence[_Name], doubts: dict[int, float]) -> list[Span]:
    """Return the outermost names: the rules' where the model agrees or is not sure enough, else the model's."""
    chosen: list[Span] = []
    settled: set[Span] = set()
    for host in outermost(spans):
        if host.label not in LABELS:
            continue
        over = [name for name in names if name.span.start < host.end and host.start < name.span.end]
        same = any(
            (name.span.start, name.span.end, name.span.label) == (host.start, host.end, host.label) for name in over
        )
        weakest = min((doubts.get(at, 1.0) for at in inside(line, host.start, host.end)), default=1.0)
        if over and not same and min(name.sure for name in over) >= _MOVED:
            chosen += [name.span for name in over if name.span not in settled]
        elif over or weakest > _DROPPED:
            chosen.append(host)
        settled.update(name.span for name in over)
    for name in names:
        free = not any(name.span.start < other.end and other.start < name.span.end for other in chosen)
        if name.span not in settled and name.sure >= _ADDED and free:
            chosen.append(name.span)
    return chosen


def outermost(spans: Sequence[Span]) -> list[Span]:
    """Return the spans that stand in no other, of any label, in order of their starts."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def tags(line: Tokens, spans: Sequence[Span]) -> list[str]:
    """Return one tag a token in IOB2: the label of the span it stands in, O where none does; the spans do not overlap."""
    found = [_OUTSIDE] * len(line)
    for span in spans:
        for step, at in enumerate(inside(line, span.start, span.end)):
            found[at] = ("I-" if step else "B-") + span.label
    return found


def stretches(line: Tokens, role: Role, spans: Sequence[Span]) -> Iterator[Stretch]:
    """Yield the stretches of a line that may hold a name, with their features; `spans` are the rules', of all labels."""
    return _stretches(line, role, spans, tags(line, outermost(spans)))


def _stretches(line: Tokens, role: Role, spans: Sequence[Span], rules: Sequence[str]) -> Iterator[Stretch]:
    places_of = _places(line, rules)
    if not places_of:
        return
    inner = _inner(line, spans)
    for start, end in places_of:
        words = [_word(line, at) for at in range(start - 2, end + 2)]
        shapes = [_shape(line, at) for at in range(start - 1, end + 1)]
        lists = [_lists(line, at) for at in range(start - 1, end + 1)]
        ruled = [rules[at] if 0 <= at < len(rules) else _EDGE for at in range(start - 1, end + 1)]
        rows: list[list[str]] = []
        for step, at in enumerate(range(start, end)):
            near = "" if line.near(at) else _EDGE
            three = slice(step, step + 3)
            row = _features(words[step : step + 5], shapes[three], lists[three], ruled[three], near, inner[at])
            row.append(f"b={line.word_end[at] - at}{line.opens_word(at)}")
            row.append(f"role={role}{rules[at]}")
            rows.append(row)
        yield Stretch(start, rows)


def _features(
    words: Sequence[str], shapes: Sequence[str], lists: Sequence[str], rules: Sequence[str], near: str, inner: str
) -> list[str]:
    """Return the features of the token in the middle of five words and of three of the rest."""
    before2, before, word, after, after2 = words
    shape_before, shape, shape_after = shapes
    list_before, opens, list_after = lists
    rule_before, rule, rule_after = rules
    return [
        f"w={word}",
        f"-w={before}",
        f"+w={after}",
        f"--w={before2}",
        f"++w={after2}",
        f"-ww={before} {word}",
        f"+ww={word} {after}",
        f"rw={rule}{word}",
        f"r-w={rule}{before}",
        f"r+w={rule}{after}",
        f"s={shape}{near}",
        f"sss={shape_before}{shape}{shape_after}{near}",
        f"l={opens}",
        f"-l={list_before}",
        f"+l={list_after}",
        f"r={rule}",
        f"rr={rule_before}{rule}",
        f"rrr={rule_before}{rule}{rule_after}",
        f"ri={rule}{inner}",
        f"rs={rule}{shape}{shape_after}",
    ]


def _places(line: Tokens, rules: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches, from the first token to the one after the last."""
    found: list[tuple[int, int]] = []
    for at, token in enumerate(line.tokens):
        if rules[at][2:] in LABELS or (token.capital and rules[at] == _OUTSIDE):
            start, end = max(at - _MARGIN, 0), min(at + _MARGIN + 1, len(line))
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _inner(line: Tokens, spans: Sequence[Span]) -> list[str]:
    """Return for each token the innermost span's label, shortened."""
    found = [""] * len(line)
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        for step, at in enumerate(inside(line, span.start, span.end)):
            found[at] = ("I" if step else "B") + span.label[:2]
    return found


def _word(line: Tokens, at: int) -> str:
    if not 0 <= at < len(line.tokens):
        return _EDGE
    token = line.tokens[at]
    return _mark(token.key) if not token.text.isdigit() else "0" * min(len(token.text), 5)


def _mark(text: str) -> str:
    """Return what CRFsuite takes: UTF-8, which has no lone surrogate."""
    return "\ufffd" if "\ud800" <= text[:1] <= "\udfff" else text


def _shape(line: Tokens, at: int) -> str:
    if not 0 <= at < len(line.tokens):
        return _EDGE
    token = line.tokens[at]
    if not token.letter:
        return "0" if token.text.isdigit() else _mark(token.text[:1])
    base = "U" if token.upper and len(token.text) > 1 else "X" if token.capital else "x"
    return base + ("f" if token.capital and line.foreign(at) else "") + ("1" if token.first else "")


def _lists(line: Tokens, at: int) -> str:
    """Return which lists a token opens an entry of."""
    if not 0 <= at < len(line.tokens):
        return _EDGE
    token = line.tokens[at]
    if not token.letter:
        return ""
    found = str(openings(not token.capital).get(token.key, 0))
    if token.key in lists.keys("surnames"):
        found += "s"
    if token.capital:
        if token.key in lists.keys("given"):
            found += "g"
        if phrases.phrases("provinces", "districts", "world", "regions").end(line.tokens, at):
            found += "p"
    return found


@cache
def _tagger() -> pycrfsuite.Tagger:
    """Return the model, read once a process; raise FileNotFoundError where it is missing."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(assets.path(MODEL)))
    return tagger


def _named(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first, index after the last, label) of what IOB2 tags name."""
    start = None
    for step, tag in enumerate([*labels, _OUTSIDE]):
        if start is not None and not tag.startswith("I-"):
            yield start, step, labels[start][2:]
            start = None
        if tag.startswith("B-"):
            start = step


def _merged(line: Tokens, spans: Sequence[Span], names: Sequence[Span]) -> list[Span]:
    """Return the rules' spans that agree with the model's names or nest in them, and the names that the rules lack."""
    chosen = {(name.start, name.end, name.label) for name in names}
    hosts = outermost(spans)
    kept: list[Span] = []
    for span in spans:
        host = next(each for each in hosts if each.start <= span.start and span.end <= each.end)
        if host.label not in LABELS or (span.start, span.end, span.label) in chosen:
            kept.append(span)
            continue
        around = next((name for name in names if name.start <= span.start and span.end <= name.end), None)
        if around is not None and may_hold(around.label, span.label):
            kept.append(span)
    known = {(span.start, span.end, span.label) for span in kept}
    for name in names:
        if (name.start, name.end, name.label) not in known:
            kept += [name, *_nested(line, name, kept)]
    return kept


def _nested(line: Tokens, name: Span, kept: Sequence[Span]) -> Iterator[Span]:
    """Yield the body and the places inside a name that the rules did not see."""
    covered = inside(line, name.start, name.end)
    held = {span.label for span in kept if name.start <= span.start and span.end <= name.end}
    if name.label == "TITLE" and "ORGANIZATION" not in held:
        start = next((at for at in covered[1:] if _opens_body(line, at, covered.stop)), None)
        if start is not None:
            yield Span(line.tokens[start].start, name.end, "ORGANIZATION")
    if name.label in ("TITLE", "ORGANIZATION", "EVENT") and "LOCATION" not in held:
        at = covered.start + 1
        while at < covered.stop:
            headed = places.headed(line, at)
            end = headed[1] if headed else places.known(line, at)
            if end and end <= covered.stop:
                yield Span(line.tokens[at].start, line.tokens[end - 1].end, "LOCATION")
                at = end
            at += 1


def _opens_body(line: Tokens, at: int, stop: int) -> bool:
    kinds = ("alone", "capital", "named", "small", "plain")
    ends = (phrases.row("heads", f"heads.{kind}", False).end(line.tokens, at) for kind in kinds)
    return any(end is not None and end <= stop for end in ends)
