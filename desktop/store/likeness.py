"""Texts that are nearly the same: of each a sketch, the least of the numbers that its runs of words give, and who shares how many."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache
from heapq import nsmallest
from zlib import crc32

from desktop.model import ArticleId
from desktop.text.fold import bare

SIZE = 24  # numbers of a sketch: two texts share about as large a part of them as of their runs of words (Broder 1997)
SAME = 0.6  # of the numbers that two sketches share, from which the texts are told to be nearly the same
_MOST = 100_000  # code points of a text that are looked at
_LEAST = 12  # runs of four words of a text that can be told by them
_WORD = re.compile(r"\w+")
_SPREAD = 0x9E3779B97F4A7C15  # an odd number that scatters the words' checksums
_WHOLE = 2**70 - 1  # the bits of a run's number that count
_DROPPED = 7  # of them, the last

Read = Callable[[str, Iterable[object]], list[sqlite3.Row]]


@lru_cache(maxsize=2)
def sketch(text: str) -> tuple[int, ...]:
    """Return a text's sketch, nothing of one that is too short to tell; case, tone marks and signs count for nothing."""
    words = list(map(_scattered, _WORD.findall(bare(text[:_MOST]))))
    runs = {
        (a[0] + b[1] + c[2] + d[3] & _WHOLE) >> _DROPPED
        for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False)
    }
    return tuple(nsmallest(SIZE, runs)) if len(runs) >= _LEAST else ()


@lru_cache(maxsize=16384)  # the syllables of a language
def _scattered(word: str) -> tuple[int, int, int, int]:
    """Return what a word gives to a run's number as its first, second, third and fourth."""
    number, given = crc32(word.encode("utf-8", "surrogatepass")), []
    for _ in range(4):
        number = number * _SPREAD & _WHOLE
        given.append(number)
    return given[3], given[2], given[1], given[0]


def keep(connection: sqlite3.Connection, article: ArticleId, text: str | None) -> None:
    """Let this be the sketch of an article's text; None: the article is gone."""
    connection.execute("DELETE FROM sketch WHERE article = ?", (article,))
    if text is not None:
        connection.executemany(
            "INSERT OR IGNORE INTO sketch (number, article) VALUES (?, ?)",
            [(number, article) for number in sketch(text)],
        )


class Likeness:
    """Finds articles of a library that may be the same as one that comes."""

    def __init__(self, read: Read) -> None:
        self._read = read

    def of_address(self, url: str) -> ArticleId | None:
        """Return the first article of a page's address."""
        return self._first("SELECT id FROM article WHERE url = ? AND url != '' ORDER BY added LIMIT 1", url)

    def of_title(self, title: str) -> ArticleId | None:
        """Return the first article of a headline."""
        return self._first("SELECT id FROM article WHERE title = ? AND title != '' ORDER BY added LIMIT 1", title)

    def of_text(self, text: str) -> ArticleId | None:
        """Return the article whose text is nearly this one, the most alike if several are."""
        numbers = sketch(text)
        if not numbers:
            return None
        wanted = ", ".join("?" * len(numbers))
        return self._first(
            f"SELECT article AS id, COUNT(*) AS shared FROM sketch WHERE number IN ({wanted}) GROUP BY article "
            "HAVING shared >= ? ORDER BY shared DESC, article LIMIT 1",
            *numbers,
            SAME * len(numbers),
        )

    def _first(self, sql: str, *parameters: object) -> ArticleId | None:
        found = self._read(sql, parameters)
        return ArticleId(found[0]["id"]) if found else None
