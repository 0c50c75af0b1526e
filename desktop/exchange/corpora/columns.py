"""Tokens in columns with IOB2 or IOBES tags, as sequence labellers read them; CoNLL-U Plus keeps nesting.

There is no single "CoNLL": `iob2` and `iobes` are token, tab, tag; `conll2003` is four columns with -DOCSTART-, tags in IOB2;
`conllup` names its columns and writes all marks of a token, outermost first, parted by `|`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from desktop.exchange.corpora.tokens import Sentence, outermost, sentences
from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, Label

_OUTSIDE = "O"
_NO_TOKEN = ("-DOCSTART- ", "# global.columns ", "# newdoc ", "# sent_id ", "# text ")
COLUMNS = "# global.columns = ID FORM BUTDA:NER BUTDA:START BUTDA:END"


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that one column of tags can hold: no two over the same token, each with a token of its own."""
    return outermost(_tagged(document))


def keeps_nested(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that CoNLL-U Plus can hold: nested ones too, but of one label none that crosses another."""
    kept: list[Annotation] = []
    going: dict[str, list[Annotation]] = {}
    for each in sorted(_tagged(document), key=_outer_first):
        open_ = going[each.label] = [other for other in going.get(each.label, []) if other.end > each.start]
        if all(each.end <= other.end for other in open_):
            kept.append(each)
            open_.append(each)
    return tuple(kept)


def write_iob2(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write token and IOB2 tag, parted by a tab; an empty line between sentences."""
    _write(documents, out, "B-", "I-", "\t")


def write_iobes(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write token and IOBES tag, parted by a tab; an empty line between sentences."""
    _write(documents, out, "S-", "E-", "\t")


def write_conll2003(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write token, part of speech, chunk (both unknown) and IOB2 tag, parted by blanks; -DOCSTART- before each article."""
    _write(documents, out, "B-", "I-", " _ _ ", "-DOCSTART- -X- O O\n\n")


def write_conllup(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write CoNLL-U Plus: number, token, all its marks in IOB2, start and end of the token in code points of the article."""
    out.write(f"{COLUMNS}\n".encode())
    for document in documents:
        text, known = document.article.text, _line(document.article.id)
        marks = _Marks(keeps_nested(document), "B-", "I-")
        for number, sentence in enumerate(sentences(text, document.annotations), 1):
            if number == 1:
                out.write(f"# newdoc id = {known}\n".encode())
            shown = _line(text[sentence.starts[0] : sentence.ends[-1]])
            tags = marks.tags(sentence)
            rows = [
                f"{at}\t{text[start:end]}\t{tag}\t{start}\t{end}\n"
                for at, (start, end, tag) in enumerate(zip(sentence.starts, sentence.ends, tags, strict=True), 1)
            ]
            out.write(f"# sent_id = {known}-{number}\n# text = {shown}\n{''.join(rows)}\n".encode())


def write_offsets(documents: Iterable[Document], _labels: Sequence[Label], out: BinaryIO) -> None:
    """Write where each token of the columns stands: article, token, start and end in code points; an empty line between sentences."""
    out.write(b"doc_id\ttoken\tstart\tend\n")
    for document in documents:
        text, known = document.article.text, _line(document.article.id)
        for sentence in sentences(text, document.annotations):
            rows = [
                f"{known}\t{text[start:end]}\t{start}\t{end}\n"
                for start, end in zip(sentence.starts, sentence.ends, strict=True)
            ]
            out.write(f"{''.join(rows)}\n".encode())


def quotes(path: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written file of columns, found by its tokens and tags alone; raise ValueError if a token is not the text's."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        rows = (line.rstrip("\n") for line in lines)
        filled = (row for row in rows if row and not row.startswith(_NO_TOKEN))
        for document in documents:
            for sentence in sentences(document.article.text, document.annotations):
                yield from _read(document, sentence, [_cells(next(filled, "")) for _ in sentence.starts])


def _tagged(document: Document) -> Iterator[Annotation]:
    """Yield the marks that tags can tell: on one line, with a token, without white space at their edges, of a label in one word."""
    text = document.article.text
    for each in document.annotations:
        quote = text[each.start : each.end]
        if "\n" not in quote and quote.strip() == quote and not set(each.label) & set("| \t\n"):
            yield each


def _outer_first(mark: Annotation) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.label, mark.id


def _write(documents: Iterable[Document], out: BinaryIO, alone: str, last: str, parted: str, head: str = "") -> None:
    for document in documents:
        text = document.article.text
        out.write(head.encode())
        marks = _Marks(keeps(document), alone, last)
        for sentence in sentences(text, document.annotations):
            tagged = zip(sentence.starts, sentence.ends, marks.tags(sentence), strict=True)
            rows = [f"{text[start:end]}{parted}{tag}\n" for start, end, tag in tagged]
            out.write(f"{''.join(rows)}\n".encode())


class _Marks:
    """The marks of a document in order, outermost first, as tags of its sentences one after the other.

    `alone` and `last` are what stands before the label on a mark's only token, and on the last of several.
    """

    def __init__(self, marks: Sequence[Annotation], alone: str, last: str) -> None:
        self._marks, self._at = marks, 0
        self._alone, self._last = alone, last

    def tags(self, sentence: Sentence) -> list[str]:
        """Return the tag of each token of the next sentence, several parted by `|`."""
        tags = [_OUTSIDE] * len(sentence.starts)
        while self._at < len(self._marks) and self._marks[self._at].start < sentence.ends[-1]:
            mark = self._marks[self._at]
            first, stop = sentence.reach(mark)
            inside = stop - first - 2
            said = ["B-", *["I-"] * inside, self._last] if inside >= 0 else [self._alone]
            for at, place in enumerate(said, first):
                tag = place + mark.label
                tags[at] = tag if tags[at] == _OUTSIDE else f"{tags[at]}|{tag}"
            self._at += 1
        return tags


def _cells(row: str) -> tuple[str, list[str]]:
    """Return a row's token and its tags, whichever of the four forms it has."""
    cells = row.split("\t") if "\t" in row else row.split(" ")
    if len(cells) == 5:
        return cells[1], cells[2].split("|")
    return cells[0], cells[-1:]


def _read(document: Document, sentence: Sentence, rows: Sequence[tuple[str, list[str]]]) -> Iterator[Quoted]:
    """Yield the marks that the rows of a sentence tell, by the places of its tokens."""
    text = document.article.text
    told: dict[tuple[int, int, str], list[Annotation]] = {}
    for each in document.annotations:
        told.setdefault((each.start, each.end, each.label), []).append(each)
    going: list[tuple[int, int, str]] = []
    for start, end, (form, tags) in zip(sentence.starts, sentence.ends, rows, strict=True):
        if form != text[start:end]:
            raise ValueError(f"{form!r} is not the text's token")
        begun = [(start, end, tag[2:]) for tag in tags if tag[:2] in ("B-", "S-")]
        on = [tag[2:] for tag in tags if tag[:2] in ("I-", "E-")]
        kept: list[tuple[int, int, str]] = []
        for place in going:
            if place[2] in on:
                on.remove(place[2])
                kept.append((place[0], end, place[2]))
            else:
                yield from _known(document, told, place)
        going = kept + begun
    for place in going:
        yield from _known(document, told, place)


def _known(
    document: Document, told: dict[tuple[int, int, str], list[Annotation]], place: tuple[int, int, str]
) -> Iterator[Quoted]:
    start, end, label = place
    if told.get(place):
        known = told[place].pop(0)
        yield Quoted(document.article.id, known.id, start, end, label, document.article.text[start:end])


def _line(words: str) -> str:
    return " ".join(words.split())
