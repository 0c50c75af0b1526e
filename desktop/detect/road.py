"""What the rules read in each line of a text, in two readings: the second knows what the article says further down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.detect.memory import Memory
from desktop.detect.settle import nesting
from desktop.detect.tokens import Tokens, inside
from desktop.detect.vi import capitals, papers
from desktop.detect.vi.figures import figures, prices
from desktop.detect.vi.names import names, places
from desktop.detect.vi.page.roles import Page
from desktop.detect.vi.times import times
from desktop.model import Role, Span
from desktop.text.lines import pieces
from desktop.text.patterns import pattern
from desktop.text.views.careless import called, unsaid

_LONGEST = 4000  # code points of a line that are read at once; the longest paragraph of a newspaper has half of it


_LABEL = pattern("names.forms.label")  # of a field of a form, which belongs to no name
_NAMED = frozenset(("PERSON", "LOCATION", "ORGANIZATION"))  # what a line in capitals may name again
_TELLING = frozenset({Role.LEAD, Role.BODY})  # the lines whose last day the next line goes on from


@dataclass(frozen=True, slots=True)
class Reading:
    """One line, or a piece of a long one, as the rules read it; `offset` is its place in the text, in code points.

    The spans' offsets are the line's own, and they stand together as the scheme allows.
    """

    content: str
    offset: int
    role: Role
    tokens: Tokens
    spans: list[Span]


def read(text: str, page: Page) -> Iterator[Reading]:
    """Yield the lines of a page that are the article's, as the rules read them, in order.

    Lines in capitals, and those without any, are read last, as they would be written otherwise, with the names of the others.
    """
    memory = Memory()
    small = unsaid(text)
    started: dict[int, _Started] = {}
    loud: list[tuple[str, int, Role, prices.Told | None]] = []
    listed: prices.Told | None = None
    named = times.Named()
    for line in page.lines:
        if line.role is Role.FURNITURE:
            continue
        for start, end in pieces(text, line.start, line.end, _LONGEST):
            content = text[start:end]
            listed = prices.told(content, listed)
            if line.role is not Role.BYLINE and (capitals.is_loud(content) or small(content)):
                loud.append((content, start, line.role, listed))
                continue
            started[start] = _start(content, start, line.role, page.reference, memory, listed, named)
            if line.role in _TELLING:
                named = times.last_named(started[start].moments, page.reference, named)
    known = capitals.names_of((one.tokens, _places_of(one)) for one in started.values()) if loud else {}
    for content, start, role, listed in loud:
        started[start] = _start(
            called(capitals.spoken(content, known)), start, role, page.reference, memory, listed, times.Named()
        )
    for _, one in sorted(started.items()):
        yield Reading(one.content, one.offset, one.role, one.tokens, _finished(one, memory))


def _places_of(one: _Started) -> list[tuple[int, int]]:
    """Return where the names of a line stand, in tokens."""
    named = [span for span in one.found if span.label in _NAMED]
    covered = [inside(one.tokens, span.start, span.end) for span in named]
    bare = [found for each in covered if (found := places.headed(one.tokens, each.start)) and found[1] == each.stop]
    return [*((each.start, each.stop) for each in covered), *bare]


@dataclass(frozen=True, slots=True)
class _Started:
    """One line after the first reading, which fills the memory; `known` is how much that held before.

    The second reading takes what the memory learned since; a line that names nothing of it is not read again.
    """

    content: str
    offset: int
    role: Role
    moments: list[Span]
    papers: list[Span]
    tokens: Tokens
    found: list[Span]
    known: int
    listed: prices.Told | None


def _start(
    content: str,
    offset: int,
    role: Role,
    reference: date | None,
    memory: Memory,
    listed: prices.Told | None,
    named: times.Named,
) -> _Started:
    moments = times.find(content, reference, named)
    cited = papers.find(content)
    labels = (Span(*label.span(), "") for label in _LABEL.finditer(content))
    tokens = names.prepare(content, [*moments, *cited, *labels])
    known = len(memory.news)
    found = names.find(tokens, role, memory, cited)
    return _Started(content, offset, role, moments, cited, tokens, found, known, listed)


def _finished(one: _Started, memory: Memory) -> list[Span]:
    again = memory.newer(one.tokens, one.known, one.found)
    found = names.find(one.tokens, one.role, memory, one.papers) if again else one.found
    taken = [*one.moments, *one.papers, *(span for span in found if span.label == "EVENT")]
    numbers = figures.find(one.content, taken, one.listed)
    return [span for span in nesting.resolve([*taken, *found, *numbers]) if _clean(one.content, span)]


def _clean(content: str, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(content) and not (
        content[span.start].isspace() or content[span.end - 1].isspace()
    )
