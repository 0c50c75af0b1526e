"""A text that was typed without tone marks (`Chu tich huyen Dong Son`), with the marks that it most likely has, place for place.

pyvi's model of accents reads a line letter by letter; names of the lists go before it, by their capitals.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import pycrfsuite

from desktop.text import lists
from desktop.text.fold import bare
from desktop.text.language import is_bare
from desktop.text.words import model_file

_LONGEST = 400  # letters that are read at once
_NAMED = ("provinces", "districts", "world", "regions", "bodies", "famous", "contests")
_RUN = re.compile(r"[A-Z][A-Za-z]*(?:[ \xa0-][A-Z][A-Za-z]*)*")
_WORD = re.compile(r"\w+")
_STOPS = ".!?"
_NEIGHBOURS = 2  # words to each side that the model sees
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_BASES = {
    ("a", "m"): "â", ("a", "w"): "ă", ("e", "m"): "ê", ("o", "m"): "ô", ("o", "w"): "ơ", ("u", "w"): "ư", ("d", "m"): "đ",
}  # fmt: skip


def restored(text: str) -> str:
    """Return a text with its tone marks where it has next to none and is Vietnamese, else as it is; of the same length."""
    if not is_bare(text):
        return text
    return "".join(_line(line) for line in text.splitlines(keepends=True))


def _line(line: str) -> str:
    marked = "".join(map(_marked, _pieces(line)))
    chars = list(marked if len(marked) == len(line) else line)
    for start, written in (*_spoken(line), *_names(line)):
        chars[start : start + len(written)] = written
    return "".join(new.upper() if old.isupper() else new for old, new in zip(line, chars, strict=True))


def _pieces(line: str) -> Iterator[str]:
    """Yield a line in pieces that end at a blank."""
    at = 0
    while at < len(line):
        end = len(line) if len(line) - at <= _LONGEST else line.rfind(" ", at, at + _LONGEST) + 1
        end = end if end > at else min(at + _LONGEST, len(line))
        yield line[at:end]
        at = end


def _spoken(line: str) -> Iterator[tuple[int, str]]:
    """Yield the words whose marks are known from what stands beside them, with where they begin."""
    yield from _told(line)
    for pattern, words in _beside():
        for match in pattern.finditer(line):
            written = words[" ".join(match["word"].lower().split())]
            if len(written) == len(match["word"]):
                yield match.start("word"), written


@cache
def _beside() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Return patterns of bare words, each with the words as they are written."""
    rows = (
        (r"(?<!\w){}(?= \d)", lists.entries("accents", "before_number")),
        (r"(?<=\d ){}(?!\w)", lists.entries("accents", "after_number")),
        (r"(?<!\w)(?i:{})(?= [A-Z])", lists.entries("accents", "before_name")),
    )
    return tuple(
        (_any(shape, {bare(entry): entry for entry in entries}), {bare(e): e.lower() for e in entries})
        for shape, entries in rows
    )


def _any(shape: str, words: dict[str, str]) -> re.Pattern[str]:
    """Return the pattern of a shape, with the bare words in its place."""
    named = "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))
    return re.compile(shape.replace("{}", f"(?P<word>(?i:{named}))"))


def _told(line: str) -> Iterator[tuple[int, str]]:
    """Yield the phrases of the lists that stand in a line, the longest first, with where they begin."""
    words = [match.span() for match in _WORD.finditer(line)]
    low, at = line.lower(), 0
    while at < len(words):
        start, end = words[at]
        ends = [words[last][1] for last in range(at + 1, min(at + _phrases()[1].get(low[start:end], 0), len(words)))]
        stop = next((stop for stop in reversed(ends) if low[start:stop] in _phrases()[0]), None)
        if stop is not None:
            yield start, _phrases()[0][low[start:stop]]
            at += low.count(" ", start, stop)
        at += 1


@cache
def _phrases() -> tuple[dict[str, str], dict[str, int]]:
    """Return phrases of two words and more by their bare letters, and the most words of those that a word begins.

    They are those of the list, and offices and head words of bodies and places.
    """
    heads = [entry for name in ("heads", "places") for row in lists.table(name)["heads"].values() for entry in row]
    told = (*lists.entries("accents", "phrases"), *lists.entries("offices"), *lists.entries("ranks"), *heads)
    entries = [entry for entry in told if " " in entry and entry.replace(" ", "").isalpha()]
    found = {bare(entry).lower(): entry.lower() for entry in dict.fromkeys(entries)}
    longest: dict[str, int] = {}
    for phrase in found:
        words = phrase.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return found, longest


def _names(line: str) -> Iterator[tuple[int, str]]:
    """Yield the names of the lists that stand in a line in capitals, with where they begin: the longest first."""
    for run in _RUN.finditer(line):
        words = [(match.start() + run.start(), match[0]) for match in re.finditer(r"[A-Za-z]+", run[0])]
        at = 0
        while at < len(words):
            for end in range(len(words), at, -1):
                folded = " ".join(word.lower() for _, word in words[at:end])
                name = _folded().get(folded)
                if name is not None and len(name) == words[end - 1][0] + len(words[end - 1][1]) - words[at][0]:
                    yield words[at][0], name
                    at = end - 1
                    break
            at += 1


@cache
def _folded() -> dict[str, str]:
    """Return the lists' names of two words and more by their bare letters; one that two names share is the first's."""
    found: dict[str, str] = {}
    for entry in (entry for name in _NAMED for entry in lists.entries(name)):
        key = bare(entry).lower()
        if " " in entry and key.replace(" ", "").isalpha():
            found.setdefault(key, entry)
    return found


@lru_cache(maxsize=1)
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model_file("vidiac.crfsuite")))
    return tagger


def _marked(piece: str) -> str:
    text = piece.lower()
    return "".join(map(_letter, text, _tagger().tag(list(_rows(text)))))


def _letter(char: str, label: str) -> str:
    """Return a letter with the mark that a label tells: `m` doubles it, `w` hooks it, `s f r x j` are tones."""
    shape = next((mark for mark in label if mark in "mw"), "")
    base = _BASES.get((char, shape), char)
    tone = next((_TONES[mark] for mark in label if mark in _TONES), "")
    return unicodedata.normalize("NFC", base + tone) if tone else base


def _rows(text: str) -> Iterator[list[str]]:
    """Yield what the model asks of each letter and blank: its word letter by letter, and two words to each side up to a stop."""
    places = [(match.start(), match.end()) for match in re.finditer("(?<![^ ])[^ ]*", text)]
    before = [_before(text, start) for start, _ in places]
    behind = [_behind(text, end - 1) for _, end in places]
    parted = [any(char in _STOPS for char in text[start:end]) for start, end in places]
    for number, (start, end) in enumerate(places):
        segment, first = text[max(start - 1, 0) : end + 1], min(start, 1)
        for at in range(start, end):
            told = _letters(segment, at - start + first)
            left = [] if parted[number] and _stopped(text, start, at) else before[number]
            right = [] if parted[number] and _stopped(text, at + 1, end) else behind[number]
            yield [*told, *left, *right]
        if end < len(text):
            left = [] if parted[number] else before[number]
            right = [] if parted[number + 1] else behind[number + 1]
            yield [*_BLANK, *left, *right]


def _stopped(text: str, start: int, end: int) -> bool:
    return any(char in _STOPS for char in text[start:end])


@lru_cache(maxsize=65536)  # most words of a text stand in it often
def _letters(segment: str, at: int) -> tuple[str, ...]:
    """Return what a word, with the blanks that stand around it, tells of its letter at a place."""
    last = len(segment) - 1 if segment.endswith(" ") else len(segment)
    told = ["bias", f"current_char_{{}}:{segment[at]}", *_kinds(segment[at], "is_digit_", "is_punc_")]
    for other in range(len(segment)):
        if other != at:
            told.append(f"{other - at}_char_:{segment[other]}")
            told += _kinds(segment[other], f"{other - at}_isdigit_", f"{other - at}_ispunct_")
    inner = segment[: min(last, len(segment) - 1)]
    return (*told, f"inner_word_:{inner}") if len(segment) > 1 else tuple(told)


def _kinds(char: str, digit: str, mark: str) -> list[str]:
    return [digit] * char.isdigit() + [mark] * (char in string.punctuation)


_BLANK = ("bias", "current_char_{}: ")


def _before(text: str, at: int) -> list[str]:
    words, last, here = 0, at, at
    while words < _NEIGHBOURS and here > 0:
        here -= 1
        if text[here] == " " or here == 0:
            words += 1
            if words > 1:
                return [f"{1 - words}_word_:{text[here + 1 : last]}"]
            last = here
        if text[here] in _STOPS:
            break
    return []


def _behind(text: str, at: int) -> list[str]:
    words, last, here = 0, at, at
    while words < _NEIGHBOURS and here < len(text) - 1:
        here += 1
        if text[here] == " ":
            words += 1
            if words > 1:
                return [f"{words - 1}_word_:{text[last + 1 : here]}"]
            last = here
        if text[here] in _STOPS:
            break
    return []
