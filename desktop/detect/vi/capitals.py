"""Lines in capitals as they would be written otherwise, letter for letter: the rules read what a capital tells.

What is a name in a line of capitals is known from the article's other lines, from the lists, and from the words before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from desktop.detect import phrases
from desktop.detect.shapes import ROMAN
from desktop.detect.tokens import Tokens, tokens
from desktop.text import lists
from desktop.text.vietnamese import is_syllable
from desktop.text.words import compound

_LONGEST_HEAD = 5  # words of an office or of a place's head word
_SEATED = lists.keys("cues", "capitals.seated")
_SINGLE = lists.keys("cues", "capitals.single")
# Words behind a head word that begin no name.
_NO_NAMES = (lists.keys("cues", "bodies.stops") | lists.keys("cues", "capitals.units")) - lists.keys(
    "cues", "capitals.named"
)

Names = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]

_NOT_OF_FIRMS = lists.keys("cues", "capitals.not_of_firms")
_NUMBERED = lists.keys("cues", "capitals.numbered")
_DASHES = ("-", "–", "&")
_SHORTEST = 4  # letters of a line in capitals that has words at all
_TELLING = lists.keys("cues", "capitals.telling")
_PLACED = lists.keys("cues", "capitals.placed")
_SURE = lists.keys("cues", "capitals.sure")


def is_loud(line: str) -> bool:
    """Return whether nearly all letters of a line are capitals, so that they tell nothing."""
    letters = sum(map(str.isalpha, line))
    return letters > _SHORTEST and sum(map(str.isupper, line)) > 0.8 * letters


def spoken(line: str, known: Names) -> str:
    """Return a line in capitals with capitals where names begin, of the same length; `known` are names of the article."""
    found = tokens(line)
    chars = list(line)
    at = 0
    first = found.tokens[0].letter
    while at < len(found):
        token = found.tokens[at]
        if not token.letter:
            at += 1
            continue
        cased = _cased(found, at, known) or (_plain(found, at),)
        for step, written in enumerate(cased):
            here = found.tokens[at + step]
            if len(written) == here.end - here.start:
                chars[here.start : here.end] = written
        if first and chars[token.start].islower():
            chars[token.start] = chars[token.start].upper()
        first = False
        at += len(cased)
    return "".join(chars)


def names_of(lines: Iterable[tuple[Tokens, Sequence[tuple[int, int]]]]) -> Names:
    """Return names as they are written in the lines of an article, by the key of their first word.

    The word of a place's level is written small: a sentence may begin with it.
    """
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for line, places in lines:
        for start, end in places:
            cut = line.tokens[start:end]
            keys = tuple(token.key for token in cut)
            if keys and (len(keys) > 1 or not is_syllable(cut[0].text.lower())):
                head = (_levels().end(line.tokens, start) or start) - start
                written = [token.text.lower() for token in cut[:head]] + [token.text for token in cut[head:]]
                found.setdefault(keys[0], {}).setdefault(keys, tuple(written))
    return {key: sorted(rows.items(), key=lambda row: -len(row[0])) for key, rows in found.items()}


def _cased(line: Tokens, at: int, known: Names) -> tuple[str, ...] | None:
    """Return the words of a name that begins at a token, as it would be written, or None."""
    return (
        _listed(line, at, known, False)
        or _person(line, at)
        or _headed(line, at)
        or _listed(line, at, _places(), True)
        or (None if _is_word(line, at) and at + 2 == _end_of(line, at) else _listed(line, at, _bodies(), False))
        or _body(line, at)
    )


def _end_of(line: Tokens, at: int) -> int:
    """Return the index after the body of the lists that begins here, or before it where none does: THANH NIÊN is a word too."""
    found = _listed(line, at, _bodies(), False)
    return at + len(found) if found else at


def _plain(line: Tokens, at: int) -> str:
    token = line.tokens[at]
    low = token.text.lower()
    roman = ROMAN.match(token.text) is not None and (line.key(at - 1) in _NUMBERED or not is_syllable(low))
    coded = (line.tight(at) and line.key(at - 1) in ("-", "/")) or (line.tight(at + 1) and line.key(at + 1) == "/")
    return token.text if roman or coded or not is_syllable(low) else low


def _listed(line: Tokens, at: int, rows: Names, guarded: bool) -> tuple[str, ...] | None:
    """Return the longest name of a list that stands here; where `guarded`, no common word unless a word of place leads it."""
    for keys, written in rows.get(line.key(at), ()):
        end = at + len(keys)
        if end > len(line) or any(line.key(at + step) != key for step, key in enumerate(keys)):
            continue
        letters = [step for step in range(at, end) if line.tokens[step].letter]
        if guarded and len(letters) == 2 and _is_word(line, at) and not _led(line, at):
            continue
        return written
    return None


def _led(line: Tokens, at: int) -> bool:
    return at == 0 or line.key(at - 1) in _PLACED or line.key(at + 2) == ":"


def _is_word(line: Tokens, at: int) -> bool:
    return line.near(at + 1) and compound(line.tokens[at].text.lower(), line.tokens[at + 1].text.lower())


def _titled(text: str) -> str:
    return text[:1].upper() + text[1:].lower()


def _person(line: Tokens, at: int) -> tuple[str, ...] | None:
    """Return the person's name that begins with a surname: of two to four words, the last one a given name."""
    if line.key(at) not in lists.keys("surnames"):
        return None
    called = _called(line, at)
    longest = at + 1
    while longest < len(line) and longest - at < 4 and _may_name(line, longest):
        longest += 1
    for end in range(longest, at + 1, -1):
        length = end - at
        told = line.key(at + 1) in _TELLING
        named = line.key(end - 1) in lists.keys("given") or (told and length == 3)
        if not named or (end < len(line) and _is_word(line, end - 1) and length > 2):
            continue
        worded = any(_is_word(line, step) for step in range(at, end - 1))
        sure = called or told or (length == 3 and line.key(at) in _SURE and not worded)
        if sure and not (length == 2 and worded):
            return tuple(_titled(token.text) for token in line.tokens[at:end])
    return None


def _may_name(line: Tokens, at: int) -> bool:
    if at >= len(line):
        return False
    token = line.tokens[at]
    return token.letter and line.near(at) and is_syllable(token.text.lower())


def _called(line: Tokens, at: int) -> bool:
    """Return whether a word of respect or an office stands before."""
    return line.near(at) and any(rows.end(line.tokens, start) == at for rows in _calling() for start in _back(at))


def _headed(line: Tokens, at: int) -> tuple[str, ...] | None:
    """Return the bare name of a place behind its head word: TỈNH | KIÊN LÂM, CẦU | PHÚ LONG."""
    if not line.near(at) or not any(rows.end(line.tokens, start) == at for rows in _heads() for start in _back(at)):
        return None
    listed = _listed(line, at, _places(), False) or _listed(line, at, _communes(), False)
    if listed:
        return listed
    if _is_word(line, at - 1) or _is_word(line, at) or line.key(at) in _NO_NAMES:
        return None
    end = at + 1
    if _may_name(line, end) and not _is_word(line, end) and line.key(end) not in _NO_NAMES:
        end += 1
    single = line.key(at - 1) in _SINGLE and not _is_word(line, at - 1)
    plain = (end > at + 1 or single) and all(is_syllable(token.text.lower()) for token in line.tokens[at:end])
    return tuple(_titled(token.text) for token in line.tokens[at:end]) if plain else None


def _ends_word(line: Tokens, at: int) -> bool:
    """Return whether a word is the second half of one that is no office: NHIỆM VỤ, CÁN BỘ, but TRƯỞNG BAN."""
    return at > 0 and _is_word(line, at - 1) and not any(rows.end(line.tokens, at - 1) == at + 1 for rows in _calling())


def _back(at: int) -> range:
    return range(max(at - _LONGEST_HEAD, 0), at)


def _body(line: Tokens, at: int) -> tuple[str, ...] | None:
    """Return a body's head word with the fields behind it: SỞ | GIAO THÔNG VẬN TẢI; a head of one word asks for one."""
    end, here = _head_end(line, at), at
    if end is None or (end == at + 1 and _ends_word(line, at)):
        return None
    words = [_titled(line.tokens[at].text), *(_plain(line, step) for step in range(at + 1, end))]
    here, fields = end, 0
    while (field := _fields().end(line.tokens, here + _dash(line, here))) is not None and line.near(here):
        start = here + _dash(line, here)
        words += [token.text for token in line.tokens[here:start]]
        words += [_titled(line.tokens[start].text), *(_plain(line, step) for step in range(start + 1, field))]
        here, fields = field, fields + 1
    own = [plain[:1].upper() + plain[1:] for plain in _firm(line, at, here)]
    here += len(own)
    seated = _levels().end(line.tokens, here) is not None or _listed(line, here, _places(), False) is not None
    named = end > at + 1 or fields or (seated and line.key(at) in _SEATED)
    return (*words, *own, *_closing(line, end - at, here)) if named else None


def _dash(line: Tokens, at: int) -> int:
    """Return how many tokens of a dash between two fields begin here: none or one."""
    return int(line.key(at) in _DASHES and line.near(at + 1))


def _closing(line: Tokens, head: int, here: int) -> tuple[str, ...]:
    """Return the last words of a line behind a firm's or a school's whole head, which are its name: CÔNG TY CP | Ô TÔ SÔNG QUÊ."""
    rest = line.tokens[here:]
    plain = all(token.letter for token in rest) and {token.key for token in rest}.isdisjoint(_NO_NAMES)
    closes = head > 2 and 0 < len(rest) <= _LONGEST_HEAD and plain and _doing().end(line.tokens, here) is None
    return tuple(_titled(token.text) for token in rest) if closes else ()


def _firm(line: Tokens, at: int, end: int) -> Iterator[str]:
    """Yield the words of a firm's own name behind its legal form, as far as they run: CÔNG TY CỔ PHẦN | KIM KHÍ PHÚ AN."""
    legal = _legal().end(line.tokens, at) is not None
    own = takewhile(lambda here: legal and _names_firm(line, here), range(end, len(line)))
    return (_plain(line, here) for here in own)


def _names_firm(line: Tokens, at: int) -> bool:
    """Return whether a word goes on with a firm's name: no word of the sentence around it, unless it is half of another."""
    return line.near(at) and line.tokens[at].letter and (line.key(at) not in _NOT_OF_FIRMS or _is_word(line, at - 1))


def _head_end(line: Tokens, at: int) -> int | None:
    ends = [rows.end(line.tokens, at) for rows in _bodied()]
    return max((end for end in ends if end is not None), default=None)


@cache
def _places() -> Names:
    return _rows("provinces", "districts", "world", "regions")


@cache
def _communes() -> Names:
    return _rows("communes")


@cache
def _bodies() -> Names:
    return _rows("bodies", "media", "clubs", "contests", "famous")


def _rows(*names: str) -> Names:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for entry in (entry for name in names for entry in lists.entries(name)):
        written = tuple(lists.pieces(entry))
        keys = tuple(map(lists.key_of, written))
        if len(keys) > 1 or not is_syllable(written[0].lower()):
            found.setdefault(keys[0], []).append((keys, written))
    return {key: sorted(rows, key=lambda row: -len(row[0])) for key, rows in found.items()}


@cache
def _calling() -> tuple[phrases.Phrases, ...]:
    return tuple(phrases.phrases(name, cased=False) for name in ("honorifics", "offices", "ranks"))


@cache
def _heads() -> tuple[phrases.Phrases, ...]:
    return tuple(phrases.row("places", f"heads.{kind}", False) for kind in ("unit", "sight"))


@cache
def _bodied() -> tuple[phrases.Phrases, ...]:
    return tuple(phrases.row("heads", f"heads.{kind}", False) for kind in ("alone", "capital", "named", "small"))


@cache
def _fields() -> phrases.Phrases:
    return phrases.phrases("fields", cased=False)


@cache
def _legal() -> phrases.Phrases:
    return phrases.row("cues", "capitals.legal", False)


@cache
def _levels() -> phrases.Phrases:
    return phrases.row("cues", "bodies.levels", False)


@cache
def _doing() -> phrases.Phrases:
    return phrases.row("cues", "bodies.doing", False)
