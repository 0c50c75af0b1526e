"""Words of one line with their parts of speech, by the two CRF models that pyvi carries; pyvi itself is never imported.

Importing pyvi loads scikit-learn and SciPy only to unpickle the models. Here CRFsuite reads them straight from the
pickles, with pyvi's features, so the words and tags are those of ViTokenizer and ViPosTagger.
"""

from __future__ import annotations

import importlib.util
import pickle
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from pathlib import Path
from typing import Any

import pycrfsuite

# A run without white space is cut here: the pattern for e-mail addresses is quadratic in the length of its run.
_LONGEST_RUN = 200
# Syllables given to the models at once; longer lines go in pieces, which bounds memory.
_LONGEST_PIECE = 2000
_RUN = re.compile(rf"\S{{1,{_LONGEST_RUN}}}")
_SYLLABLE = re.compile(
    r"[A-ZĐ]+\.|Tp\.|Mr\.|Mrs\.|Ms\.|Dr\.|ThS\.|==>|->|\.\.\.|>>"
    r"|\w+://[^\s]+|[a-zA-Z0-9_.+-]+@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+"
    r"|\d+(?:[.,_]\d+)+|[^\w\s]|\w+"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_FILTERED = frozenset(string.punctuation) | {"…", "”", "“", "’", "..."}
_STUBS = {
    ("sklearn_crfsuite.estimator", "CRF"),
    ("sklearn_crfsuite._fileresource", "FileResource"),
    ("pycrfsuite._logparser", "TrainLogParser"),
    ("numpy.core.multiarray", "scalar"),
    ("numpy", "dtype"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line, in code points of the line; `text` is the line's own, `tag` is pyvi's (Np, N, V ...)."""

    start: int
    end: int
    text: str
    tag: str


class _Stub:
    """Stands for any class the pickles name; keeps the state it is given."""

    def __new__(cls, *_: object) -> _Stub:
        return super().__new__(cls)

    def __init__(self, *_: object) -> None:
        self.state: dict[str, Any] = {}

    def __setstate__(self, state: Any) -> None:
        self.state = state


class _ModelReader(pickle.Unpickler):
    """Reads a pickled model without the packages that wrote it, and nothing but what pyvi's pickles name."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _STUBS:
            return _Stub
        if (module, name) == ("_codecs", "encode"):
            return str.encode
        raise pickle.UnpicklingError(f"a word model names {module}.{name}")


class _Labeller:
    """One CRFsuite model, held together with its bytes: the tagger reads them in place and does not own them."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes: bytes = _ModelReader(file).load().state["modelfile"].state["__FILE_RESOURCE_DATA__"]
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._bytes)

    def labels(self, rows: list[list[bytes]]) -> list[str]:
        labels: list[str] = self._tagger.tag(rows)
        return labels


@dataclass(frozen=True, slots=True)
class _Models:
    """What segmentation needs: the model, and the list's words of two and of three syllables."""

    words: _Labeller
    pairs: frozenset[str]
    triples: frozenset[str]


def _folder() -> Path:
    spec = importlib.util.find_spec("pyvi")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package pyvi, which carries the word models, is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "models"


def model_file(name: str) -> Path:
    """Return where a model of pyvi's lies; raise FileNotFoundError where pyvi is not installed."""
    return _folder() / name


@lru_cache(maxsize=1)  # one model a process
def _tags() -> _Labeller:
    return _Labeller(_folder() / "pyvipos3.pkl")


@lru_cache(maxsize=1)
def _models() -> _Models:
    folder = _folder()
    entries = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    pairs, triples = (frozenset([entry for entry in entries if entry.count(" ") == spaces]) for spaces in (1, 2))
    return _Models(_Labeller(folder / "pyvi3.pkl"), pairs, triples)


def compound(first: str, second: str) -> bool:
    """Return whether two syllables in small letters are a word of pyvi's list."""
    return f"{first} {second}" in _models().pairs


def pairs() -> frozenset[str]:
    """Return the words of two syllables of pyvi's list, a blank between."""
    return _models().pairs


def words(line: str) -> list[Word]:
    """Return the words of one line of normal-form text, in order; together they cover all but the white space.

    Raises FileNotFoundError where pyvi's models are not installed.
    """
    return [word for groups in _pieces(line) for word in _tagged(line, groups)]


def segments(line: str) -> list[tuple[int, int]]:
    """Return where the words of one line stand, as `words` does, without the cost of their parts of speech.

    Raises FileNotFoundError where pyvi's models are not installed.
    """
    return [(group[0][0], group[-1][1]) for groups in _pieces(line) for group in groups]


def _pieces(line: str) -> Iterator[list[list[tuple[int, int]]]]:
    """Yield the words of a line, each as its syllables, some thousand syllables at once."""
    syllables: list[tuple[int, int]] = []
    for run in _RUN.finditer(line):
        if run[0].isalnum():  # most runs: one syllable and no mark
            syllables.append(run.span())
        else:
            first = run.start()
            syllables += [(first + part.start(), first + part.end()) for part in _SYLLABLE.finditer(run[0])]
    for at in range(0, len(syllables), _LONGEST_PIECE):
        yield _joined(line, syllables[at : at + _LONGEST_PIECE])


def _joined(line: str, syllables: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    models = _models()
    clean = _clean(line)
    texts = [clean[start:end] for start, end in syllables]
    labels = models.words.labels(_syllable_features(texts, models))
    groups: list[list[tuple[int, int]]] = []
    for index, (label, place) in enumerate(zip(labels, syllables, strict=True)):
        if index and label == "I_W" and _may_join(texts[index - 1], texts[index]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _may_join(before: str, text: str) -> bool:
    return (
        text not in string.punctuation
        and before not in string.punctuation
        and not text[0].isdigit()
        and not before[0].isdigit()
        and not (text[0].istitle() and not before[0].istitle())
    )


def _tagged(line: str, groups: list[list[tuple[int, int]]]) -> list[Word]:
    clean = _clean(line)
    joined = ["_".join([clean[start:end] for start, end in group]) for group in groups]
    tags = _tags().labels(_word_features(joined))
    return [
        Word(group[0][0], group[-1][1], line[group[0][0] : group[-1][1]], tag)
        for group, tag in zip(groups, tags, strict=True)
    ]


def _clean(text: str) -> str:
    # CRFsuite takes UTF-8 only, and a lone surrogate has none.
    return _SURROGATE.sub("\ufffd", text)


_Features = tuple[bytes, ...]  # as bytes, which CRFsuite takes as they are


def _features(names: Iterable[str]) -> _Features:
    return tuple([name.encode() for name in names])


@lru_cache(maxsize=16384)  # the syllables of a language: each is looked at once
def _seen(text: str) -> tuple[_Features, _Features, _Features]:
    """Return the features of a syllable as its own row, the row after and the row before it have them."""
    tests = (("istitle()", text.istitle()), ("isupper()", text.isupper()))
    names = [f"word.lower():{text.lower()}", *(f"word.{name}" for name, true in tests if true)]
    own = ("bias", *names, "word.isdigit()") if text.isdigit() else ("bias", *names)
    return _features(own), _features(f"-1:{name}" for name in names), _features(f"+1:{name}" for name in names)


def _syllable_features(texts: list[str], models: _Models) -> list[list[bytes]]:
    """Return pyvi's features for segmentation; a false one has no weight and is left out."""
    lower = [text.lower() for text in texts]
    seen = [_seen(text) for text in texts]
    rows = [list(own) for own, _, _ in seen]
    for at in range(1, len(texts)):
        before, row = rows[at - 1], rows[at]
        row += seen[at - 1][1]
        before += seen[at][2]
        pair = f"{lower[at - 1]} {lower[at]}"
        if pair in models.pairs:
            row.append(b"-1:word.bi_gram()")
            before.append(b"+1:word.bi_gram()")
        if at > 1 and f"{lower[at - 2]} {pair}" in models.triples:
            row.append(b"-2:word.tri_gram()")
            rows[at - 2].append(b"+2:word.tri_gram()")
    return rows


_TITLE, _DIGIT, _UPPER3, _UPPER = _TESTS = (
    "word.istitle()",
    "word[:1].isdigit()",
    "word[:3].isupper()",
    "word.isupper()",
)
# Which of these pyvi looks at depends on how far the neighbour stands: the second after, the next, the one before, the second before.
_LOOKED_AT = {
    "-2:": (_TITLE, _UPPER),
    "-1:": (_TITLE, _DIGIT, _UPPER3),
    "+1:": (_TITLE, _DIGIT, _UPPER),
    "+2:": (_TITLE, _UPPER),
}
_NONE: tuple[_Features, ...] = ((),) * (1 + len(_LOOKED_AT))


@lru_cache(maxsize=16384)
def _known(text: str) -> tuple[_Features, ...]:
    """Return the features of a word as its own row has them, and as those of its neighbours do."""
    low = f"word.lower():{text.lower()}"
    true = (text.istitle(), text[:1].isdigit(), text[:3].isupper(), text.isupper())
    shape = frozenset(compress(_TESTS, true))
    more = compress(("word.isdigit()", "word.isfiltered"), (text.isdigit(), text in _FILTERED))
    own = _features(["bias", low, *filter(shape.__contains__, (_TITLE, _DIGIT, _UPPER3)), *more])
    beside = [[low, *filter(shape.__contains__, names)] for names in _LOOKED_AT.values()]
    return own, *(_features(f"{step}{name}" for name in names) for step, names in zip(_LOOKED_AT, beside, strict=True))


def _word_features(texts: list[str]) -> list[list[bytes]]:
    """Return pyvi's features for parts of speech; a false one has no weight and is left out."""
    known = [_NONE, _NONE, *map(_known, texts), _NONE, _NONE]
    rows = [
        [*own[0], *second_before[1], *before[2], *after[3], *second_after[4]]
        for second_before, before, own, after, second_after in zip(
            known[:-4], known[1:-3], known[2:-2], known[3:-1], known[4:], strict=True
        )
    ]
    rows[0].append(b"BOS")
    rows[-1].append(b"EOS")
    return rows
