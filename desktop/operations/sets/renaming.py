"""Names replaced in what leaves the library: persons and bodies by numbers, in every text, marked there or not.

A name is all that a mark of its entity says, anywhere in the selection. Where a person's name stands in part, or the name of a body
without what it is, that goes too; a body's name that is also a place's stays where it stands alone. Names without blanks go too (hashtags,
names of accounts, addresses of pages), and all addresses of letters.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from desktop.exchange import Document
from desktop.model import Annotation, AnnotationId, ArticleId, Label, Relation, RelationId, Status, detector_counter
from desktop.operations.sets.glued import ADDRESS, JOINTS, Glued, addresses
from desktop.text import fold

# What is replaced, by label: the word before the number.
KINDS = {"PERSON": "Người", "ORGANIZATION": "Cơ quan"}
ANY = "Tên"  # a part of the names of several persons
_MARKER = "Người đánh dấu"
_RARE = ("TITLE", "LOCATION")  # labels that may still tell who is meant, where few marks say the same
_FEW = 2
_WORD = re.compile(r"[^\W_]+[\u0300-\u036f]*")
_BETWEEN = re.compile(r"(?:[^\w\n]|_){1,3}")  # what may stand between the words of a name


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a text that is replaced."""

    start: int
    end: int
    new: str


@dataclass(slots=True)
class Names:
    """The names of a selection, learnt from its marks; then what takes their places."""

    given: dict[str, str] = field(default_factory=dict)  # entity or folded name: what stands for it
    said: dict[str, dict[str, None]] = field(default_factory=dict)  # what stands for a name: how it is written
    rare: dict[tuple[str, str], int] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)  # who marked
    space: uuid.UUID = field(default_factory=uuid.uuid4)  # ids are made anew, the same in one export
    articles: dict[ArticleId, ArticleId] = field(default_factory=dict)  # new to old
    _whole: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    _parts: dict[str, str] = field(default_factory=dict)
    _glued: Glued = field(default_factory=Glued)
    _addresses: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def of(documents: Iterable[Document]) -> Names:
        """Return the names that the marks of documents tell, rejected ones left aside."""
        names = Names()
        counts: dict[str, int] = {}
        parts: dict[str, set[str]] = {}
        own: dict[tuple[str, ...], str] = {}
        places: set[tuple[str, ...]] = set()
        for document in documents:
            names.articles[ArticleId(names._id(document.article.id))] = document.article.id
            for mark in document.annotations:
                quote = " ".join(document.article.text[mark.start : mark.end].split())
                if mark.status is Status.REJECTED or not quote:
                    continue
                if mark.label in _RARE:
                    names.rare[mark.label, quote] = names.rare.get((mark.label, quote), 0) + 1
                if mark.label == "LOCATION":
                    places.add(_proper(quote))
                if mark.label in KINDS and _WORD.search(quote):
                    new = names._learn(mark, quote, counts)
                    syllables = tuple(_folded(quote))
                    names._take(syllables, new)
                    if mark.label == "PERSON":
                        for each in _WORD.findall(quote):
                            parts.setdefault(fold.tones(each), set()).add(new)
                    elif len(_proper(quote)) > 1:
                        own.setdefault(_proper(quote), new)
        for syllables in own.keys() - places:
            names._take(syllables, own[syllables])
        _number(parts, names._parts)
        for known in names._whole.values():
            known.sort(key=lambda each: -len(each[0]))
        return names

    def document(self, document: Document) -> Document:
        """Return a document without the names, its own ids, its file, and who marked it; marks stand where their words went."""
        article = document.article
        cuts = list(self.cuts(article.text))
        text = _without(article.text, cuts)
        moved = _Moved(cuts)
        own = ArticleId(self._id(article.id))
        lines = tuple(replace(each, start=moved.start(each.start), end=moved.end(each.end)) for each in article.lines)
        plain = replace(
            article, id=own, title=self.plain(article.title), text=text, lines=lines, byline="", url="", file="", retrieved=None,
            fields={}, source=self.plain(article.source), place=self.plain(article.place), tags=tuple(map(self.plain, article.tags)),
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), origins={},
        )  # fmt: skip
        found: dict[tuple[int, int, str], Annotation] = {}
        for each in document.annotations:
            mark = self._mark(each, own, moved)
            found.setdefault((mark.start, mark.end, mark.label), mark)
        held = {each.id for each in found.values()}
        ties = tuple(
            made
            for each in document.relations
            if (made := self._relation(each, own)).head in held and made.tail in held
        )
        return Document(plain, tuple(found.values()), ties)

    def plain(self, words: str) -> str:
        """Return words without the names."""
        return _without(words, list(self.cuts(words)))

    def cuts(self, text: str) -> Iterator[Cut]:
        """Yield the stretches of a text that are names or parts of one: the longest first, none over a line's end."""
        words = list(_WORD.finditer(text))
        letters = addresses(text)
        letter = next(letters, None)
        at = 0
        while at < len(words):
            if letter is not None and words[at].start() >= letter[0]:
                yield Cut(*letter, self._address(text[slice(*letter)]))
                at = next((later for later in range(at, len(words)) if words[later].start() >= letter[1]), len(words))
                letter = next(letters, None)
                continue
            size, new = self._at(text, words, at)
            if size:
                yield Cut(words[at].start(), words[at + size - 1].end(), new)
            at += max(size, 1)

    def key(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of the key: what stands for what, of names, of articles, of those who marked."""
        for new, said in self.said.items():
            yield "name", new, *said
        for part, new in self._parts.items():
            if new.startswith(ANY):
                yield "part", new, part
        for new_id, old in self.articles.items():
            yield "article", new_id, old
        for person, new in self.people.items():
            yield "by", new, person
        for address, new in self._addresses.items():
            yield "address", new, address

    def telling(self) -> list[tuple[str, str]]:
        """Return the offices and places of which so few marks speak that they may still tell who is meant."""
        return [(label, self.plain(words)) for (label, words), count in self.rare.items() if count <= _FEW]

    def _learn(self, mark: Annotation, quote: str, counts: dict[str, int]) -> str:
        known = mark.entity or f"{mark.label}/{' '.join(_folded(quote))}"
        if known not in self.given:
            kind = KINDS[mark.label]
            counts[kind] = counts.get(kind, 0) + 1
            self.given[known] = f"{kind} {counts[kind]}"
        new = self.given[known]
        self.said.setdefault(new, {})[quote] = None
        return new

    def _take(self, syllables: tuple[str, ...], new: str) -> None:
        known = self._whole.setdefault(syllables[0], [])
        if all(syllables != each for each, _ in known):
            known.append((syllables, new))
            self._glued.learn(syllables, new)

    def _address(self, words: str) -> str:
        return self._addresses.setdefault(words.casefold(), f"{ADDRESS} {len(self._addresses) + 1}")

    def _at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, str]:
        """Return how many words from one on are a name, and what stands for it; 0 where none begins."""
        first = words[at][0]
        glued = self._glued.of(first)
        if glued is not None:
            return 1, glued
        if not first[0].isupper():
            return self._joined(text, words, at)
        for syllables, new in self._whole.get(fold.bare(first), ()):
            size = len(syllables)
            here = words[at : at + size]
            if (
                len(here) == size
                and all(fold.bare(word[0]) == each for word, each in zip(here, syllables, strict=True))
                and all(_BETWEEN.fullmatch(text[one.end() : other.start()]) for one, other in pairwise(here))
                and (size > 1 or fold.tones(first) in self._parts or new.startswith(KINDS["ORGANIZATION"]))
            ):
                return size, self._parts.get(fold.tones(first), new) if size == 1 else new
        part = self._parts.get(fold.tones(first))
        return (1, part) if part is not None else (0, "")

    def _joined(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, str]:
        """Return how many small words from one on are a name in an address, `nguyen-van-a`, and what stands for it."""
        for syllables, new in self._whole.get(fold.bare(words[at][0]), ()):
            here = words[at : at + len(syllables)]
            if (
                len(syllables) > 1
                and tuple(fold.bare(word[0]) for word in here) == syllables
                and all(text[one.end() : other.start()] in JOINTS for one, other in pairwise(here))
            ):
                return len(syllables), new
        return 0, ""

    def _id(self, known: str) -> str:
        return str(uuid.uuid5(self.space, known))

    def _mark(self, mark: Annotation, article: ArticleId, moved: _Moved) -> Annotation:
        entity = self.given.get(mark.entity) if mark.entity else None
        return replace(
            mark, id=AnnotationId(self._id(mark.id)), article=article, start=moved.start(mark.start), end=moved.end(mark.end),
            entity=entity, note=self.plain(mark.note), by=self._person(mark.by),
            value=self.plain(mark.value) if isinstance(mark.value, str) else mark.value,
            attributes={self.plain(key): self.plain(words) for key, words in mark.attributes.items()},
        )  # fmt: skip

    def _relation(self, tie: Relation, article: ArticleId) -> Relation:
        head, tail = (AnnotationId(self._id(each)) for each in (tie.head, tie.tail))
        return replace(
            tie, id=RelationId(self._id(tie.id)), article=article, head=head, tail=tail, by=self._person(tie.by)
        )

    def _person(self, by: str) -> str:
        if not by or detector_counter(by):
            return by
        return self.people.setdefault(by, f"{_MARKER} {len(self.people) + 1}")


def plain_labels(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Return a scheme without the examples and guidelines, in which names stand."""
    return tuple(replace(each, guideline_vi="", guideline_en="", example="") for each in labels)


class _Moved:
    """Where offsets go when stretches of a text are replaced; one inside a stretch goes to its edge."""

    def __init__(self, cuts: list[Cut]) -> None:
        self._starts = [each.start for each in cuts]
        self._cuts = cuts
        self._shifts = [0]
        for each in cuts:
            self._shifts.append(self._shifts[-1] + len(each.new) - (each.end - each.start))

    def start(self, offset: int) -> int:
        return self._to(offset, lambda cut, shift: cut.start + shift)

    def end(self, offset: int) -> int:
        return self._to(offset, lambda cut, shift: cut.start + shift + len(cut.new))

    def _to(self, offset: int, inside: Callable[[Cut, int], int]) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self._cuts[at].start < offset < self._cuts[at].end:
            return inside(self._cuts[at], self._shifts[at])
        before = at + 1 if at >= 0 and self._cuts[at].end <= offset else max(at, 0)
        return offset + self._shifts[before]


def _number(parts: dict[str, set[str]], found: dict[str, str]) -> None:
    """Give each part of a person's name what stands for it: the person, or a number of its own where several bear it."""
    several = 0
    for part, people in parts.items():
        if len(people) > 1:
            several += 1
        found[part] = next(iter(people)) if len(people) == 1 else f"{ANY} {several}"


def _folded(quote: str) -> list[str]:
    return [fold.bare(each) for each in _WORD.findall(quote)]


def _proper(quote: str) -> tuple[str, ...]:
    """Return the name that a body or a place bears behind what it is: its last words with capital letters on end."""
    words = [each for each in _WORD.findall(quote) if not each.isdigit()]
    start = len(words)
    while start and words[start - 1][0].isupper():
        start -= 1
    return tuple(map(fold.bare, words[start:]))


def _without(text: str, cuts: list[Cut]) -> str:
    pieces, at = [], 0
    for each in cuts:
        pieces += [text[at : each.start], each.new]
        at = each.end
    return "".join([*pieces, text[at:]])
