"""What is learned of decisions: the same rows of the same ones, whatever their order; of two that contradict each other nothing is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from desktop.model.learned import Effect, Learned, Sign
from desktop.operations.learning.decisions import Decision
from desktop.text.selecting.beside import signs

_Key = tuple[str, str]  # words, label
_By = dict[_Key, list[Decision]]
_Signed = tuple[Sign, str, str]  # a sign, its word, the label that was suggested

_TWICE = 2  # a rejection may be a slip
_WIDE = 3  # different words that a row needs which goes by one word of theirs or beside them
_NAME, _CAPITAL, _SINGLE, _COMMON = (
    1,
    2,
    3,
    4,
)  # how often words are decided on alike, by how much they look like a name
_MOST = 0.8  # of the places of common words, of which a row wants decisions
_KNOWN = 8  # words of a name whose case is looked at


class Evidence:
    """What decisions say for and against marks of some words and label, and which suggestions they left as they were."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.yes: _By = defaultdict(list)
        self.no: _By = defaultdict(list)
        self.moved: dict[_Key, dict[_Key, list[Decision]]] = defaultdict(lambda: defaultdict(list))
        self.labels: dict[str, set[str]] = defaultdict(set)  # by words: what they are accepted as
        self.kept: list[Decision] = []
        self.rejected: list[Decision] = []
        self.relabelled: list[Decision] = []
        self.resized: list[Decision] = []
        for each in decisions:
            if each.stands:
                self._accepted(each)
            else:
                self.no[each.words, each.label].append(each)
                self.rejected.append(each)

    def _accepted(self, each: Decision) -> None:
        now, was = (each.words, each.label), (each.was, each.was_label)
        self.yes[now].append(each)
        self.labels[each.words].add(each.label)
        if now == was:
            self.kept.append(each)
        elif each.was:
            self.no[was].append(each)
            self.moved[was][now].append(each)
            if each.words == each.was:
                self.relabelled.append(each)
            elif each.label == each.was_label:
                self.resized.append(each)


def learned(decisions: Iterable[Decision], texts: Mapping[str, str]) -> list[Learned]:
    """Return the rows that decisions make, in the order of their names; `texts` are those of their articles."""
    told = Evidence(decisions)
    rows = chain(_changed(told), _left(told), _marked(told, texts), _wide(told))
    return sorted(rows, key=lambda row: row.name)


def _changed(told: Evidence) -> Iterator[Learned]:
    """Yield the rows of suggestions that were always changed into the same, by another label or other edges."""
    for (words, label), ways in told.moved.items():
        if len(ways) > 1 or (words, label) in told.yes or _has_digit(words):
            continue
        (((became, other), moves),) = ways.items()
        if (became != words and other != label) or len(moves) < needed(words):
            continue
        effect = Effect.LABEL if became == words else Effect.EDGES
        yield _row(effect, Sign.NAME, words, label, other if became == words else became, told.no[words, label])


def _left(told: Evidence) -> Iterator[Learned]:
    """Yield the rows of words that were rejected more than once and never accepted."""
    for (words, label), against in told.no.items():
        if (words, label) in told.yes or (words, label) in told.moved or _has_digit(words):
            continue
        if len(against) >= max(_TWICE, needed(words)):
            yield _row(Effect.LEAVE, Sign.NAME, words, label, "", against)


def _marked(told: Evidence, texts: Mapping[str, str]) -> Iterator[Learned]:
    """Yield the rows of names that a person marked where the detector did not, always with one label.

    Words that are no name of several syllables must be marked nearly wherever they stand in those articles.
    """
    for (words, label), stands in told.yes.items():
        single = " " not in words and not words.isupper()
        alone = not single and len(told.labels[words]) == 1 and (words, label) not in told.no
        if not alone or _has_digit(words) or all(each.is_kept for each in stands):
            continue
        least = needed(words)
        if least == _COMMON and _articles(stands) < _WIDE:
            continue
        if len(stands) >= least and (least == _NAME or len(stands) >= _MOST * _often(words, stands, texts)):
            yield _row(Effect.MARK, Sign.NAME, words, label, "", stands)


def _often(words: str, stands: Iterable[Decision], texts: Mapping[str, str]) -> int:
    """Return how often words stand in the articles in which they were marked."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return sum(len(whole.findall(texts[article])) for article in {each.article for each in stands})


def needed(words: str) -> int:
    """Return how many decisions words need: a name of several syllables one, common words in small letters the most."""
    parts = words.split()[:_KNOWN]
    if all(part[0].isupper() for part in parts):
        return _NAME if len(parts) > 1 else _SINGLE
    return _CAPITAL if any(part[0].isupper() for part in parts) else _COMMON


def _has_digit(words: str) -> bool:
    return any(map(str.isdigit, words))


def _wide(told: Evidence) -> Iterator[Learned]:
    """Yield the rows that go by a word in or beside what was suggested, where all decisions on such marks agree."""
    left, others = _by(_signs, told.rejected), _by(_signs, told.relabelled)
    edges = _by(_moved, told.resized)
    wanted = {sign for each in (left, others, edges) for sign in each}
    kept = {sign for each in told.kept for sign in _signs(each) if sign in wanted}
    for sign, against in left.items():
        if sign not in kept and sign not in others and _differ(against) >= _WIDE:
            yield _row(Effect.LEAVE, *sign, "", against)
    for sign, moves in others.items():
        became = {each.label for each in moves}
        if sign not in kept and sign not in left and len(became) == 1 and _differ(moves) >= _WIDE:
            yield _row(Effect.LABEL, *sign, min(became), moves)
    for sign, moves in edges.items():
        if sign not in kept and _differ(moves) >= _TWICE:
            yield _row(Effect.EDGES, *sign, "", moves)


def _by(read: Callable[[Decision], Iterable[_Signed]], decisions: Iterable[Decision]) -> dict[_Signed, list[Decision]]:
    found: dict[_Signed, list[Decision]] = defaultdict(list)
    for each in decisions:
        for sign in read(each):
            found[sign].append(each)
    return found


def _signs(each: Decision) -> Iterator[_Signed]:
    """Yield by what a suggestion is known but its whole words."""
    return ((sign, word, each.was_label) for sign, word in signs(each.was, each.before, each.after))


def _moved(each: Decision) -> Iterator[_Signed]:
    """Yield the one word by which an edge was moved: inside what was suggested, or beside it."""
    parts, was = each.words.split(), each.was.split()
    ways = (
        (Sign.HEAD, was[0], was[1:]),
        (Sign.TAIL, was[-1], was[:-1]),
        (Sign.BEFORE, each.before, [each.before, *was]),
        (Sign.AFTER, each.after, [*was, each.after]),
    )
    return ((sign, word, each.label) for sign, word, became in ways if parts == became)


def _differ(decisions: Iterable[Decision]) -> int:
    return len({each.was for each in decisions})


def _articles(decisions: Iterable[Decision]) -> int:
    return len({each.article for each in decisions})


def _row(effect: Effect, sign: Sign, words: str, label: str, becomes: str, of: Iterable[Decision]) -> Learned:
    said = sorted({each.id: each for each in of}.values(), key=lambda each: each.id)
    kind = effect if sign is Sign.NAME else f"{effect}.{sign}"
    name = f"learned.{kind}.{label.lower()}.{'_'.join(words.split())}"
    return Learned(name, effect, sign, words, label, becomes, tuple(each.id for each in said), _articles(said))
