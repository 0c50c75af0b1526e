"""Marks out of tokens in columns: IOB2, IOBES and their elder kin, CoNLL-2003, CoNLL-U Plus.

Where the places of the tokens lie beside (`NAME.offsets.tsv`), or stand in the rows, they are taken from there. Else the tokens are a
text of their own, with the letters by which its article is found; `_` in a token joins syllables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.exchange.documents import Raw
from desktop.exchange.marked.given import Given, GivenMark

_BEGINS, _INSIDE = ("B-", "S-", "U-"), ("I-", "E-", "L-", "M-")
_GLOBAL = "# global.columns"
_UNIVERSAL = [
    "ID",
    "FORM",
    "LEMMA",
    "UPOS",
    "XPOS",
    "FEATS",
    "HEAD",
    "DEPREL",
    "DEPS",
    "MISC",
]  # CoNLL-U: NER and places stand in MISC, as Stanza writes
_COMMENT = re.compile(r"# ?(?:id|sent_id|text|newpar|meta)\b[^\t]*(?: |=|\t)")
_NO_WORD = re.compile(r"\d+[-.]\d+\t")  # a word that is several tokens, or one that is not written


@dataclass(frozen=True, slots=True)
class _Token:
    """One row: its word, its tags, and its place where the file knows it."""

    form: str
    tags: tuple[str, ...]
    start: int = -1
    end: int = -1


def read(path: Path) -> Iterator[Given]:
    """Yield what each article of a file of columns gives; raise ValueError where rows and places do not go together."""
    sentences = list(_sentences(path))
    beside = path.with_name(f"{path.stem}.offsets.tsv")
    if beside.is_file():
        yield from _placed(sentences, beside)
        return
    articles: list[tuple[str, list[list[_Token]]]] = []
    for known, tokens in sentences:
        if known is not None or not articles:
            articles.append((known or "", []))
        articles[-1][1].append(tokens)
    for known, rows in articles:
        yield _at_places(known, rows) if all(each.end >= 0 for row in rows for each in row) else _joined(known, rows)


def _sentences(path: Path) -> Iterator[tuple[str | None, list[_Token]]]:
    """Yield the sentences of a file, each with the name of the article that begins with it, None where none does."""
    columns: list[str] = []
    begins: str | None = None
    tokens: list[_Token] = []
    with path.open(encoding="utf-8-sig", newline="\n") as lines:
        for line in (*lines, "\n"):
            row = line.rstrip("\r\n")
            if row.startswith(_GLOBAL):
                columns = row.partition("=")[2].split()
            elif row.startswith("-DOCSTART-"):
                begins = ""
            elif row.startswith("# newdoc"):
                begins = row.partition("=")[2].strip()
            elif not row.strip():
                if tokens:
                    yield begins, tokens
                    begins, tokens = None, []
            elif not (columns and row.startswith("#")) and not _COMMENT.match(row):
                columns = columns or (_UNIVERSAL if _is_universal(row) else [])
                if not (columns and _NO_WORD.match(row)):
                    tokens.append(_token(row, columns))


def _token(row: str, columns: Sequence[str]) -> _Token:
    cells = row.split("\t") if "\t" in row else row.split()
    if not columns:
        if len(cells) < 2:
            raise ValueError(f"{row[:60]!r} is no token with a tag")
        return _Token(cells[0], tuple(cells[-1].split("|")))
    held = dict(zip(columns, cells, strict=False))
    misc = dict(each.partition("=")[::2] for each in held.get("MISC", "").split("|"))
    told = {name.lower(): words for name, words in misc.items()}
    tags = next((held[name] for name in columns if name.endswith("NER")), told.get("ner", told.get("ne", "O")))
    start, end = (int(held.get(f"BUTDA:{edge}", told.get(f"{edge.lower()}_char", -1))) for edge in ("START", "END"))
    return _Token(held["FORM"], tuple(tags.split("|")), start, end)


def _is_universal(row: str) -> bool:
    """Return whether a row is one of CoNLL-U, whose ten columns no head names: a number first, the rest of what is known last."""
    cells = row.split("\t")
    return len(cells) == len(_UNIVERSAL) and cells[0].partition("-")[0].isdigit()


def _placed(sentences: Sequence[tuple[str | None, list[_Token]]], beside: Path) -> Iterator[Given]:
    """Yield the articles of tokens whose places lie beside, a row each."""
    rows = [line.split("\t") for line in beside.read_text(encoding="utf-8").split("\n")[1:] if line]
    tokens = [token for _, sentence in sentences for token in sentence]
    if [row[1] for row in rows] != [token.form for token in tokens]:
        raise ValueError(f"{beside.name} tells the places of other tokens")
    articles: dict[str, list[list[_Token]]] = {}
    at = 0
    for _, sentence in sentences:
        here = rows[at : at + len(sentence)]
        at += len(sentence)
        articles.setdefault(here[0][0], []).append(
            [
                _Token(token.form, token.tags, int(row[2]), int(row[3]))
                for token, row in zip(sentence, here, strict=True)
            ]
        )
    for known, held in articles.items():
        yield _at_places(known, held)


def _at_places(known: str, sentences: Sequence[Sequence[_Token]]) -> Given:
    """Return what tokens give whose places in their article are known; the first and the last token prove a mark."""
    marks = []
    for sentence in sentences:
        for first, last, label in _marks(sentence):
            marks.append(
                GivenMark(label, sentence[first].start, sentence[last].end, _quote(sentence[first : last + 1]))
            )
    return Given(tuple(marks), id=known, units=("code points",))


def _quote(tokens: Sequence[_Token]) -> str:
    """Return the words of tokens with as much blank between them as their places leave."""
    words, end = "", tokens[0].start
    for each in tokens:
        words += " " * (each.start - end) + each.form
        end = each.end
    return words


def _joined(known: str, sentences: Sequence[Sequence[_Token]]) -> Given:
    """Return what tokens give without places: a text of theirs, a line a sentence, and the marks in it."""
    text, marks = "", []
    for sentence in sentences:
        edges: list[tuple[int, int]] = []
        for each in sentence:
            text += " " if edges else ""
            word = each.form.replace("_", " ").strip() or each.form
            edges.append((len(text), len(text) + len(word)))
            text += word
        marks += [
            GivenMark(label, edges[first][0], edges[last][1], text[edges[first][0] : edges[last][1]])
            for first, last, label in _marks(sentence)
        ]
        text += "\n"
    return Given(tuple(marks), id=known, text=text, raw=Raw(text, None), units=("code points",))


def _marks(sentence: Sequence[_Token]) -> Iterator[tuple[int, int, str]]:
    """Yield first token, last token and label of each mark, whichever scheme the tags are of: an I that follows nothing begins one."""
    going: list[tuple[int, int, str]] = []
    for at, token in enumerate(sentence):
        on = [tag[2:] for tag in token.tags if tag.startswith(_INSIDE)]
        kept = []
        for first, last, label in going:
            if label in on:
                on.remove(label)
                kept.append((first, at, label))
            else:
                yield first, last, label
        begun = [tag[2:] for tag in token.tags if tag.startswith(_BEGINS)]
        going = kept + [(at, at, label) for label in (*begun, *on)]
    yield from going
