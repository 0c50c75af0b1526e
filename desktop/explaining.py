"""`butda explain TEXT`: which rule made each span, as the rules tell it themselves, and read from the detector's own calls.

A rule that decides says so (`detect.rules.decided`). Where no rule is a row yet, a profile of the calls inside `desktop.detect` tells
which functions returned a span, and which said where it ends; their names and the first sentences of their docstrings are the
explanation. Neither can differ from what was done.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

from desktop.detect import detect, rules
from desktop.detect.languages import LANGUAGES
from desktop.detect.rules import Decision
from desktop.detect.tokens import Match, Tokens
from desktop.model import Span
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


def explain(text: str, published: str | None = None) -> Iterator[tuple[Span, str, tuple[Rule, ...]]]:
    """Yield each span of a text with its quote and the rules that made it, the finder first; `text` is made normal."""
    plain = normal(text)
    detect(plain, published)  # the lists are read once, outside the trace
    trace = _Trace()
    with rules.telling() as told:
        sys.setprofile(trace)
        try:
            found = detect(plain, published)
        finally:
            sys.setprofile(None)
    for span in found.spans:
        line = next(each for each in found.lines if each.start <= span.start < each.end)
        quote = plain[span.start : span.end]
        start, end = span.start - line.start, span.end - line.start
        codes = trace.made.get((quote, start, end, span.label), [])
        yield (
            span,
            quote,
            tuple(_rows(told, quote, start, end, span.label)) or tuple(map(_rule, reversed(codes[:_LONGEST]))),
        )


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
        yield Rule(name, rows[name].says or rows[name].examples[0])


def _rule(code: CodeType) -> Rule:
    module = next((each for each in sys.modules.values() if getattr(each, "__file__", None) == code.co_filename), None)
    made = getattr(module, code.co_name, None)
    says = (inspect.getdoc(made) or "").split("\n")[0] if made is not None else ""
    where = (module.__name__ if module else "").removeprefix(_INSIDE)
    return Rule(f"{where}.{code.co_name}", says)
