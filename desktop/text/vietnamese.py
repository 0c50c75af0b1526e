"""Vietnamese as it is spelt: which share of a text is, and where syllables ran together when a page was copied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from desktop.text.fold import bare

_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvxđ])?"
    r"(?:uye|uya|uyu|oai|oay|oeo|uay|uoi|uou|ieu|yeu|[iuy]e|ia|ua|uo|oa|oe|ue|uy|oo|ai|ao|au|ay|eo|eu|iu|oi|ui|uu|[aeiouy])"
    r"(?:ch|ng|nh|[ckmnpt])?"
)
_LETTERS = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED = re.compile(r"(?:ch|[cpt])$")
_SIGNS = "“”‘’«»–—…•°§©®™·±×²³½€₫\u00a0"  # of print, which stand beside words
_PART = re.compile(rf"[^\s\d!-/:-@\[-`{{-~{_SIGNS}]+")
_STAMP = re.compile(r"(?:[^\W\d_a-z][^\W\d_A-Z]* ){0,3}(?P<last>[^\W\d_]+) \S+ \S+ \S+ ")
_BEGINNING = 20_000  # characters, some 3,000 words beyond ASCII of a Vietnamese text
_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"  # for a set of a pattern
_SEAM = re.compile(rf"(?<![\w#@/.])([{_SMALL.upper()}]?[{_SMALL}]+)([{_SMALL.upper()}][{_SMALL}]+)(?![\w/.]\w)(?!\w)")


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Return whether a word is one Vietnamese syllable: sounds that stand together, at most one tone, the right one before a stop."""
    word = unicodedata.normalize("NFC", word)
    return _is_syllable(word) if len(word) <= 8 else False


def _is_syllable(word: str) -> bool:
    plain = bare(word)
    if _SYLLABLE.fullmatch(plain) is None or any(char > "\x7f" and char not in _LETTERS for char in word):
        return False
    tones = [mark for mark in unicodedata.normalize("NFD", word) if mark in _TONES]
    if len(tones) > 1 or not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    return not (_STOPPED.search(plain) and tones and tones[0] not in "\u0301\u0323")


def share(text: str) -> tuple[int, float]:
    """Return how many words of a text hold letters beyond ASCII, and which share of them are Vietnamese syllables.

    Of a long text its beginning is looked at.
    """
    words = [word for word in _PART.findall(text[:_BEGINNING]) if not word.isascii()]
    return len(words), sum(map(is_syllable, words)) / len(words) if words else 0.0


def stamp(line: str) -> tuple[str, str] | None:
    """Return the place that a page shows in front of a summary, and the line behind it, where a copy ran them together.

    `Hà NộiBộ Quốc phòng tổ chức ...` are Hà Nội and the rest. None where a line begins otherwise.
    """
    found = _STAMP.match(line)
    seam = _SEAM.search(line, found.start("last")) if found else None
    if found is None or seam is None or seam.start() != found.start("last") or not _are_two(seam):
        return None
    return line[: seam.end(1)], line[seam.end(1) :]


def parted(text: str) -> str:
    """Return a text with a blank between two Vietnamese syllables that ran together where a small letter meets a capital.

    Only where one of the two has a mark: names such as YouTube and VietinBank stay as they are.
    """
    return _SEAM.sub(lambda match: f"{match[1]} {match[2]}" if _are_two(match) else match[0], text)


def seams(text: str) -> Iterator[int]:
    """Yield the places between two Vietnamese syllables that ran together where a small letter meets a capital."""
    return (match.end(1) for match in _SEAM.finditer(text) if _are_two(match))


def _are_two(match: re.Match[str]) -> bool:
    return not match[0].isascii() and all(is_syllable(part) for part in match.groups())
