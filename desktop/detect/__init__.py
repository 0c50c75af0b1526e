"""Detect what the label scheme names in one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop import assets
from desktop.detect import own, road
from desktop.detect.en import reading
from desktop.detect.settle import classes, scores
from desktop.detect.settle import keys as entity_keys
from desktop.detect.uncollected import uncollected
from desktop.detect.vi import facts
from desktop.detect.vi.page import roles
from desktop.detect.vi.page.roles import Page
from desktop.model import Detection, Fact, Line, Meta, Role, Span
from desktop.model.own_lists import OwnLists
from desktop.text.language import ENGLISH, VIETNAMESE, language, of_line
from desktop.text.lines import lines
from desktop.text.views.accents import restored
from desktop.text.views.glued import apart
from desktop.text.views.headed import joined
from desktop.text.views.old_spelling import modern
from desktop.text.views.visible import Visible, read_alike, visible
from desktop.text.views.wrapped import flat

VERSION = assets.detector_version()


def read_page(
    text: str, published: str | None = None, said: Mapping[int, Role] | None = None
) -> tuple[tuple[Line, ...], Meta]:
    """Return the roles of a normal text's lines and what the text says of its article, without looking for spans.

    `said` holds the roles that are known already, by the lines' starts in code points.
    """
    text = read_alike(text)
    seen = apart(text, visible(text))
    if seen is not None:
        said = {seen.seen(start): role for start, role in (said or {}).items()}
    shown = seen.text if seen else text
    whole = joined(flat(shown, said or ()))
    found, meta = roles.outline(whole, published, said)
    told = found if whole is shown else tuple(_parts(shown, found))
    return tuple(_whole_lines(text, seen, told)) if seen else told, meta


def detect(
    text: str,
    published: str | None = None,
    corrected: Mapping[int, Role] | None = None,
    lists: OwnLists | None = None,
) -> Detection:
    """Return the roles of the text's lines, its spans, the facts that tie them, and what it says of itself.

    `text` is in normal form; `published` is YYYY-MM-DD, with THH:MM if known, and dates that name no year lean on it.
    `corrected` holds the roles that a person gave to lines, by the lines' starts in code points.
    Characters that nobody sees are passed over: the offsets are those of the whole text all the same.
    `lists` are a person's own, which go before the rules.
    """
    with uncollected():
        found = _seen(text, published, corrected)
    return own.marked(text, found, lists) if lists is not None else found


def _seen(text: str, published: str | None, corrected: Mapping[int, Role] | None) -> Detection:
    """Return what is found in what is seen of a text, at its places in the whole text."""
    text = restored(modern(read_alike(text)))
    seen = apart(text, visible(text))
    if seen is None:
        return _read(text, published, corrected)
    found = _read(seen.text, published, {seen.seen(start): role for start, role in (corrected or {}).items()})
    spans = tuple(
        replace(span, start=start, end=end)
        for span in found.spans
        for start, end in (seen.whole(span.start, span.end),)
    )
    return replace(found, lines=tuple(_whole_lines(text, seen, found.lines)), spans=spans)


def _read(text: str, published: str | None, corrected: Mapping[int, Role] | None) -> Detection:
    """Return what is found in a text whose lines may be broken by hand: a name may go on over the break."""
    whole = joined(flat(text, corrected or ()))
    found = _detect(whole, published, corrected)
    return found if whole is text else replace(found, lines=tuple(_parts(text, found.lines)))


def _parts(text: str, found: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a text with the roles of the paragraphs that they are parts of."""
    at = 0
    for start, end in lines(text):
        while found[at].end <= start:
            at += 1
        yield Line(start, end, found[at].role)


def _detect(text: str, published: str | None, corrected: Mapping[int, Role] | None) -> Detection:
    """Return what is found in a text, in each line by the rules of its own language; in those without rules nothing is."""
    read = roles.read(text, published, corrected)
    spoken = language(text)
    told: dict[str, list[Line]] = {VIETNAMESE: [], ENGLISH: []}
    for line in read.lines:
        told.setdefault(of_line(text[line.start : line.end], spoken), []).append(line)
    found, relations = _vietnamese(text, replace(read, lines=tuple(told[VIETNAMESE])))
    english = reading.find(text, told[ENGLISH], read.reference) if told[ENGLISH] else ()
    spans = (*found, *english)
    order = sorted(range(len(spans)), key=lambda at: (spans[at].start, at))
    places = {at: place for place, at in enumerate(order)}
    facts_told = tuple(Fact(fact.kind, places[fact.head], places[fact.tail]) for fact in relations)
    scored = tuple(scores.scored(text, [spans[at] for at in order]))
    return Detection(VERSION, tuple(read.lines), scored, facts_told, read.meta, spoken)


def _vietnamese(text: str, page: Page) -> tuple[list[Span], list[Fact]]:
    """Return the marks of the Vietnamese lines of a page, with their keys, and the facts that tie them."""
    spans: list[Span] = []
    relations: list[Fact] = []
    read_lines = list(road.read(text, page))
    named = ((line, span) for line in read_lines for span in line.spans if span.label == "ORGANIZATION")
    classed = classes.unnamed(text, (line.content[span.start : span.end] for line, span in named))
    for line in read_lines:
        found = [
            each
            for each in line.spans
            if not (each.label == "ORGANIZATION" and line.content[each.start : each.end] in classed)
        ]
        first = len(spans)
        relations += [Fact(fact.kind, first + fact.head, first + fact.tail) for fact in facts.find(line.content, found)]
        spans += [span.shifted(line.offset) for span in found]
    keys = entity_keys.keys(text, spans, relations)
    keyed = [replace(span, entity=key) if key else span for span, key in zip(spans, keys, strict=True)]
    return keyed, relations


def _whole_lines(text: str, seen: Visible, found: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the lines of the whole text with the roles of what is seen of them; a line of which nothing is seen is furniture."""
    known = {seen.whole(line.start, line.end)[0]: line for line in found}
    for start, end in lines(text):
        place = seen.seen(start)
        first = seen.kept[place] if place < len(seen.kept) else end
        line = known.get(first) if first < end else None
        yield replace(line, start=start, end=end) if line else Line(start, end, Role.FURNITURE)
