"""Who and what the articles of a library name, and who marked there."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.model import detector_counter
from desktop.text.fold import tones

Key = tuple[str, str]  # a label, and by what that which is named is known
Read = Callable[[str, Sequence[object]], list[sqlite3.Row]]


@dataclass(frozen=True, slots=True)
class Name:
    """What is called by the same words under one label, in whatever articles: how often, in how many, and by what that is known."""

    label: str
    words: str
    count: int
    articles: int
    known: frozenset[str]  # the detector's keys, else the words folded


def names(read: Read, labels: Sequence[str], articles: int, most: int) -> list[Name]:
    """Return who and what the articles name that came last, by some labels, in the words used most often; the most frequent first."""
    spoken: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    places: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    wanted = ", ".join("?" * len(labels))
    marks = (
        f'SELECT label, entity, start, "end" FROM annotation WHERE article = ? AND label IN ({wanted}) AND status != ?'
    )
    for (article,) in read("SELECT article FROM shelf ORDER BY key DESC LIMIT ?", (articles,)):
        (text,) = (row["text"] for row in read("SELECT text FROM article_text WHERE article = ?", (article,)))
        for label, entity, start, end in read(marks, (article, *labels, "rejected")):
            words = " ".join(text[start:end].split())
            key = label, entity or known_by(words)
            spoken[key][words] += 1
            places[key].add(article)
    return sorted(_called(spoken, places), key=_often)[:most]


def _called(spoken: Mapping[Key, Counter[str]], places: Mapping[Key, set[str]]) -> Iterator[Name]:
    """Yield what is known by several keys, but called the same, as one."""
    alike: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, said in spoken.items():
        alike[key[0], tones(said.most_common(1)[0][0])].append(key)
    for (label, _), keys in alike.items():
        said = sum((spoken[key] for key in keys), Counter[str]())
        where = set().union(*(places[key] for key in keys))
        yield Name(label, said.most_common(1)[0][0], said.total(), len(where), frozenset(key[1] for key in keys))


def known_by(words: str) -> str:
    """Return by what that which is named is known, if the detector has no key for it."""
    return tones(" ".join(words.split()))


def people(read: Read) -> list[str]:
    """Return who made marks in a library, the detector left out; who made most comes first."""
    found = read('SELECT "by", COUNT(*) AS n FROM annotation GROUP BY "by" ORDER BY n DESC, "by"', ())
    return [row["by"] for row in found if row["by"] and not detector_counter(row["by"])]


def _often(name: Name) -> tuple[int, int]:
    return -name.articles, -name.count
