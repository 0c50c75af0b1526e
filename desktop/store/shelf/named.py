"""Who and what the articles of a library name, and who marked there."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.model import detector_counter
from desktop.text.fold import tones

Read = Callable[[str, Sequence[object]], list[sqlite3.Row]]


@dataclass(frozen=True, slots=True)
class Name:
    """One that is named: by what label, by what it is known, in the words it is named by most often, how often, in how many articles."""

    label: str
    known: str  # the detector's key, else its words folded
    words: str
    count: int
    articles: int


def names(read: Read, labels: Sequence[str], articles: int, most: int) -> list[Name]:
    """Return who and what the articles name that came last, by some labels; the most frequent first."""
    spoken: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    places: Counter[tuple[str, str]] = Counter()
    wanted = ", ".join("?" * len(labels))
    marks = (
        f'SELECT label, entity, start, "end" FROM annotation WHERE article = ? AND label IN ({wanted}) AND status != ?'
    )
    for (article,) in read("SELECT article FROM shelf ORDER BY key DESC LIMIT ?", (articles,)):
        (text,) = (row["text"] for row in read("SELECT text FROM article_text WHERE article = ?", (article,)))
        here = set()
        for label, entity, start, end in read(marks, (article, *labels, "rejected")):
            words = " ".join(text[start:end].split())
            key = label, entity or known_by(words)
            spoken[key][words] += 1
            here.add(key)
        places.update(here)
    found = (
        Name(label, key, said.most_common(1)[0][0], said.total(), places[label, key])
        for (label, key), said in spoken.items()
    )
    return sorted(found, key=_often)[:most]


def known_by(words: str) -> str:
    """Return by what that which is named is known, if the detector has no key for it."""
    return tones(" ".join(words.split()))


def people(read: Read) -> list[str]:
    """Return who made marks in a library, the detector left out; who made most comes first."""
    found = read('SELECT "by", COUNT(*) AS n FROM annotation GROUP BY "by" ORDER BY n DESC, "by"', ())
    return [row["by"] for row in found if row["by"] and not detector_counter(row["by"])]


def _often(name: Name) -> tuple[int, int]:
    return -name.articles, -name.count
