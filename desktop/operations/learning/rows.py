"""What is learned of decisions: the same rows of the same ones, whatever their order; of two that contradict each other nothing is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from desktop.model.learned import Effect, Learned, Sign
from desktop.operations.learning.decisions import Decision
from desktop.text.learned.places import places
from desktop.text.selecting.beside import AROUND, signs

_Key = tuple[str, str]  # words, label
_By = dict[_Key, list[Decision]]
_Signed = tuple[Sign, str, str]  # a sign, its word, the label that was suggested

_TWICE = 2  # a rejection may be a slip
_WIDE = 3  # different words that a row needs which goes by one word of theirs or beside them
# How often words are decided on alike, by how much they look like a name
_NAME, _CAPITAL, _SINGLE, _COMMON = 1, 2, 3, 4
_MOST = 0.8  # of the places of common words, of which a row wants decisions
_KNOWN = 8  # words of a name whose case is looked at


class Evidence:
    """What decisions say for and against marks of some words and label; most leave a suggestion as it was, and are looked at least."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.kept: list[Decision] = []
        others: list[Decision] = []
        for each in decisions:
            (self.kept if each.is_kept else others).append(each)
        self.rejected = [each for each in others if not each.stands]
        changed = [each for each in others if each.stands and each.was]
        self.relabelled = [each for each in changed if each.words == each.was]
        self.resized = [each for each in changed if each.words != each.was and each.label == each.was_label]
        self.no = _grouped(
            (each.was or each.words, each.was_label or each.label, each) for each in self.rejected + changed
        )
        self.moved: dict[_Key, _By] = {
            key: _grouped((each.words, each.label, each) for each in of if each.stands) for key, of in self.no.items()
        }
        asked = {words for each in others for words in (each.words, each.was)}
        stand = [each for each in chain(self.kept, others) if each.stands and each.words in asked]
        self.yes = _grouped((each.words, each.label, each) for each in stand)
        self.labels: dict[str, set[str]] = defaultdict(set)  # by words: what they are accepted as
        for words, label in self.yes:
            self.labels[words].add(label)


def _grouped(rows: Iterable[tuple[str, str, Decision]]) -> _By:
    found: _By = defaultdict(list)
    for words, label, each in rows:
        found[words, label].append(each)
    return dict(found)


def learned(decisions: Iterable[Decision]) -> list[Learned]:
    """Return the rows that decisions make, in the order of their names."""
    told = Evidence(decisions)
    rows = chain(_changed(told), _left(told), _marked(told), _wide(told))
    return sorted(rows, key=lambda row: row.name)


def _changed(told: Evidence) -> Iterator[Learned]:
    """Yield the rows of suggestions that were always changed into the same, by another label or other edges."""
    for (words, label), ways in told.moved.items():
        if len(ways) != 1 or (words, label) in told.yes or _has_digit(words):
            continue
        (((became, other), moves),) = ways.items()
        is_relabelled = became == words
        least = max(_TWICE, needed(words)) if is_relabelled else needed(words)
        if (is_relabelled or other == label) and len(moves) >= least:
            effect = Effect.LABEL if is_relabelled else Effect.EDGES
            yield _row(effect, Sign.NAME, words, label, other if is_relabelled else became, told.no[words, label])


def _left(told: Evidence) -> Iterator[Learned]:
    """Yield the rows of words that were rejected more than once and never accepted."""
    for (words, label), against in told.no.items():
        if (words, label) in told.yes or told.moved[words, label] or _has_digit(words):
            continue
        if len(against) >= max(_TWICE, needed(words)):
            yield _row(Effect.LEAVE, Sign.NAME, words, label, "", against)


def _marked(told: Evidence) -> Iterator[Learned]:
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
        if len(stands) >= least and (least == _NAME or len(stands) >= _MOST * _often(words, stands)):
            yield _row(Effect.MARK, Sign.NAME, words, label, "", stands)


def _often(words: str, stands: Iterable[Decision]) -> int:
    """Return how often words stand in the articles in which they were marked."""
    texts = {each.article: each.text for each in stands}
    return sum(1 for text in texts.values() for _ in places(text, words))


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
    for sign, against in left.items():
        if sign not in others and _is_wide(against) and not _is_kept(sign, told.kept):
            yield _row(Effect.LEAVE, *sign, "", against)
    for sign, moves in others.items():
        became = {each.label for each in moves}
        if sign not in left and len(became) == 1 and _is_wide(moves) and not _is_kept(sign, told.kept):
            yield _row(Effect.LABEL, *sign, min(became), moves)
    for sign, moves in _by(_moved, told.resized).items():
        if len({each.was for each in moves}) >= _TWICE and not _is_kept(sign, told.kept):
            yield _row(Effect.EDGES, *sign, "", moves)


def _by(read: Callable[[Decision], Iterable[_Signed]], decisions: Iterable[Decision]) -> dict[_Signed, list[Decision]]:
    found: dict[_Signed, list[Decision]] = defaultdict(list)
    for each in decisions:
        for sign in read(each):
            found[sign].append(each)
    return found


def _is_kept(sign: _Signed, kept: Iterable[Decision]) -> bool:
    """Return whether a suggestion of this sign was left as it was."""
    _, word, label = sign
    near = (
        each
        for each in kept
        if each.label == label and word in each.text[max(0, each.start - AROUND) : each.end + AROUND]
    )
    return any(sign in _signs(each) for each in near)


def _signs(each: Decision) -> Iterator[_Signed]:
    """Yield by what a suggestion is known but its whole words."""
    return ((sign, word, each.was_label) for sign, word in signs(each.was, *each.beside))


def _moved(each: Decision) -> Iterator[_Signed]:
    """Yield the one word by which an edge was moved: inside what was suggested, or beside it."""
    parts, was, (before, after) = each.words.split(), each.was.split(), each.beside
    ways = (
        (Sign.HEAD, was[0], was[1:]),
        (Sign.TAIL, was[-1], was[:-1]),
        (Sign.BEFORE, before, [before, *was]),
        (Sign.AFTER, after, [*was, after]),
    )
    return ((sign, word, each.label) for sign, word, became in ways if parts == became)


def _is_wide(decisions: Sequence[Decision]) -> bool:
    """Return whether decisions are on many words, in more than one article."""
    return len({each.was for each in decisions}) >= _WIDE and _articles(decisions) >= _TWICE


def _articles(decisions: Iterable[Decision]) -> int:
    return len({each.article for each in decisions})


def _row(effect: Effect, sign: Sign, words: str, label: str, becomes: str, of: Iterable[Decision]) -> Learned:
    said = sorted({each.id: each for each in of}.values(), key=lambda each: each.id)
    kind = effect if sign is Sign.NAME else f"{effect}.{sign}"
    name = f"learned.{kind}.{label.lower()}.{'_'.join(words.split())}"
    return Learned(name, effect, sign, words, label, becomes, tuple(each.id for each in said), _articles(said))
