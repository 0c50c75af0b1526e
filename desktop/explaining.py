"""`butda explain TEXT`: which rule made each span, as the rules tell it themselves, and read from the detector's own calls.

A rule that decides says so (`detect.rules.decided`). Where no rule is a row yet, a profile of the calls inside `desktop.detect` tells
which functions returned a span, and which said where it ends; their names and the first sentences of their docstrings are the
explanation. Neither can differ from what was done.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

from desktop.detect import detect, rules
from desktop.detect.languages import LANGUAGES
from desktop.detect.rules import Decision
from desktop.detect.tokens import Match, Tokens
from desktop.model import Detection, Line, Span
from desktop.model.learned import Effect, Learned
from desktop.model.own_lists import OwnLists
from desktop.text.normal import normal

_INSIDE = "desktop.detect."
_LONGEST = 4  # rules of one span that are told: the outermost is the finder, the last the rule that knew the end


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the detector that had a hand in a span: a row of a language's rules, or a function."""

    name: str
    says: str


@dataclass(slots=True)
class _Trace:
    """What the calls returned: for a span's place and label in its line the functions that made it, innermost first."""

    made: dict[tuple[str, int, int, str], list[CodeType]] = field(default_factory=dict)
    ends: list[tuple[int, int, CodeType]] = field(default_factory=list)
    depth: int = 0

    def __call__(self, frame: FrameType, event: str, value: Any) -> None:
        if not frame.f_globals.get("__name__", "").startswith(_INSIDE):
            return
        if event == "call":
            self.depth += 1
        elif event == "return":
            self.depth -= 1
            self._returned(frame, value)

    def _returned(self, frame: FrameType, value: Any) -> None:
        if isinstance(value, int) and not isinstance(value, bool):
            self.ends.append((self.depth, value, frame.f_code))
        elif isinstance(value, Match):
            line = _line_of(frame)
            if line is not None:
                self._matched(line, value, frame.f_code)
        elif isinstance(value, Span) or (isinstance(value, list) and value and isinstance(value[0], Span)):
            line = _line_of(frame)
            texts = (each for each in frame.f_locals.values() if isinstance(each, str) and len(each) > 1)
            text = line.text if line is not None else next(texts, "")
            for span in [value] if isinstance(value, Span) else value:
                self._add((text[span.start : span.end], span.start, span.end, span.label), [frame.f_code])

    def _matched(self, line: Tokens, match: Match, code: CodeType) -> None:
        knew = [maker for depth, end, maker in self.ends if depth > self.depth and end == match.end][-1:]
        self.ends = [each for each in self.ends if each[0] <= self.depth]
        for start, end, label in match.marks:
            first, last = line.tokens[start].start, line.tokens[end - 1].end
            self._add((line.text[first:last], first, last, label), [*knew, code])

    def _add(self, key: tuple[str, int, int, str], codes: list[CodeType]) -> None:
        known = self.made.setdefault(key, [])
        known += [code for code in codes if code not in known and not code.co_name.startswith("<")]


def _line_of(frame: FrameType) -> Tokens | None:
    return next((each for each in frame.f_locals.values() if isinstance(each, Tokens)), None)


@dataclass(frozen=True, slots=True)
class Told:
    """One answer of the detector with what made it: a label with a mark's quote, a role with its line, a fact with its two marks."""

    kind: str
    quote: str
    rules: tuple[Rule, ...]
    span: Span | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """The marks of a text in the detector's order, its lines in theirs, and its facts by their heads."""

    spans: tuple[Told, ...]
    lines: tuple[Told, ...]
    facts: tuple[Told, ...]


def explain(text: str, published: str | None = None, own: OwnLists | None = None) -> Explained:
    """Return what made each mark, role and fact of a text, the finder first; `text` is made normal. `own` is a library's own.

    Of a role those rows of lines are told that held on the line; one that none held on was told by the lines around.
    """
    plain = normal(text)
    detect(plain, published, None, own)  # the lists are read once, outside the trace
    trace = _Trace()
    with rules.telling() as told:
        sys.setprofile(trace)
        try:
            found = detect(plain, published, None, own)
        finally:
            sys.setprofile(None)
    taught = {row.name: row for row in own.learned} if own is not None else {}
    spans = tuple(_of_span(plain, found, span, told, trace, taught) for span in found.spans)
    spans += tuple(_left_out(told, taught))
    return Explained(spans, tuple(_lines(plain, found, told)), tuple(_facts(plain, found, told)))


def _of_span(
    plain: str, found: Detection, span: Span, told: list[Decision], trace: _Trace, taught: Mapping[str, Learned]
) -> Told:
    line, quote = _line(found, span), plain[span.start : span.end]
    start, end = span.start - line.start, span.end - line.start
    learned = [
        taught[each.rule] for each in told if each.rule in taught and (each.start, each.end) == (span.start, span.end)
    ]
    if learned:
        return Told(span.label, quote, tuple(Rule(row.name, row.says) for row in learned), span)
    codes = trace.made.get((quote, start, end, span.label), [])
    rows = tuple(_rows(told, quote, start, end, span.label))
    return Told(span.label, quote, rows or tuple(map(_rule, reversed(codes[:_LONGEST]))), span)


def _left_out(told: list[Decision], taught: Mapping[str, Learned]) -> Iterator[Told]:
    """Yield the marks that a learned row left out, each with `-` for its kind."""
    for each in told:
        row = taught.get(each.rule)
        if row is not None and row.effect is Effect.LEAVE:
            yield Told("-", each.line[each.start : each.end], (Rule(row.name, f"{row.label}: {row.says}"),))


def _line(found: Detection, span: Span) -> Line:
    return next(each for each in found.lines if each.start <= span.start < each.end)


def _lines(plain: str, found: Detection, told: list[Decision]) -> Iterator[Told]:
    """Yield the lines with the rows that held on each, once each, in the order in which they were asked."""
    held: dict[str, dict[str, None]] = {}
    for each in told:
        held.setdefault(each.line, {})[each.rule] = None
    rows = {rule.name: rule for language in LANGUAGES for rule in language.lines}
    for line in found.lines:
        quote = plain[line.start : line.end]
        names = [name for name in held.get(quote.strip(), {}) if name in rows]
        yield Told(line.role, quote, tuple(Rule(name, rows[name].says) for name in names))


def _facts(plain: str, found: Detection, told: list[Decision]) -> Iterator[Told]:
    """Yield the facts with the row that tied each; a body that stands in its office is tied by that alone."""
    rows = {rule.name: rule for language in LANGUAGES for rule in language.facts}
    for fact in found.relations:
        head, tail = found.spans[fact.head], found.spans[fact.tail]
        start, end = min(head.start, tail.start), max(head.end, tail.end)
        line = _line(found, head)
        tied = [
            each.rule
            for each in told
            if each.rule in rows
            and rows[each.rule].label == fact.kind
            and (each.start, each.end) == (start - line.start, end - line.start)
            and each.line[each.start : each.end] == plain[start:end]
        ]
        names = dict.fromkeys(tied)
        quotes = (plain[span.start : span.end] for span in (head, tail))
        yield Told(fact.kind, next(quotes), tuple(Rule(name, _says(rows[name])) for name in names), other=next(quotes))


def _rows(told: list[Decision], quote: str, start: int, end: int, label: str) -> Iterator[Rule]:
    """Yield the rows that decided a span, or the pieces of it, each once, in the order of their places."""
    rows = {rule.name: rule for language in LANGUAGES for rule in language.rules if rule.label == label}
    inside = [
        each
        for each in told
        if each.rule in rows and start <= each.start < each.end <= end and each.line[start:end] == quote
    ]
    whole = [each for each in inside if (each.start, each.end) == (start, end)]
    for name in dict.fromkeys(each.rule for each in sorted(whole or inside, key=lambda each: each.start)):
        yield Rule(name, _says(rows[name]))


def _says(row: rules.Rule[Any]) -> str:
    return row.says or row.examples[0]


def _rule(code: CodeType) -> Rule:
    module = next((each for each in sys.modules.values() if getattr(each, "__file__", None) == code.co_filename), None)
    made = getattr(module, code.co_name, None)
    says = (inspect.getdoc(made) or "").split("\n")[0] if made is not None else ""
    where = (module.__name__ if module else "").removeprefix(_INSIDE)
    return Rule(f"{where}.{code.co_name}", says)
