"""Tokens in columns with IOB2 or IOBES tags, as sequence labellers read them; CoNLL-U Plus keeps nesting.

There is no single "CoNLL": `iob2` and `iobes` are token, tab, tag; `conll2003` is four columns with -DOCSTART-, tags in IOB2;
`conllup` names its columns and writes all marks of a token, outermost first, parted by `|`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from desktop.exchange.corpora.tokens import Token, outermost, sentences
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
    _write(documents, out, "iob2", lambda form, tag: f"{form}\t{tag}")


def write_iobes(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write token and IOBES tag, parted by a tab; an empty line between sentences."""
    _write(documents, out, "iobes", lambda form, tag: f"{form}\t{tag}")


def write_conll2003(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write token, part of speech, chunk (both unknown) and IOB2 tag, parted by blanks; -DOCSTART- before each article."""
    _write(documents, out, "iob2", lambda form, tag: f"{form} _ _ {tag}", "-DOCSTART- -X- O O\n\n")


def write_conllup(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write CoNLL-U Plus: number, token, all its marks in IOB2, start and end of the token in code points of the article."""
    out.write(f"{COLUMNS}\n".encode())
    for document in documents:
        text = document.article.text
        marks, at_mark = keeps_nested(document), 0
        open_: list[Annotation] = []
        for number, sentence in enumerate(sentences(text, document.annotations), 1):
            if number == 1:
                out.write(f"# newdoc id = {_line(document.article.id)}\n".encode())
            shown = _line(text[sentence[0].start : sentence[-1].end])
            out.write(f"# sent_id = {_line(document.article.id)}-{number}\n# text = {shown}\n".encode())
            for at, token in enumerate(sentence, 1):
                while at_mark < len(marks) and marks[at_mark].start <= token.start:
                    open_.append(marks[at_mark])
                    at_mark += 1
                open_ = [each for each in open_ if each.end >= token.end]
                tags = "|".join(_tag(each, token, "iob2") for each in open_) or _OUTSIDE
                form = text[token.start : token.end]
                out.write(f"{at}\t{form}\t{tags}\t{token.start}\t{token.end}\n".encode())
            out.write(b"\n")


def write_offsets(documents: Iterable[Document], _labels: Sequence[Label], out: BinaryIO) -> None:
    """Write where each token of the columns stands: article, token, start and end in code points; an empty line between sentences."""
    out.write(b"doc_id\ttoken\tstart\tend\n")
    for document in documents:
        for sentence in sentences(document.article.text, document.annotations):
            for token in sentence:
                form = document.article.text[token.start : token.end]
                out.write(f"{_line(document.article.id)}\t{form}\t{token.start}\t{token.end}\n".encode())
            out.write(b"\n")


def quotes(path: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written file of columns, found by its tokens and tags alone; raise ValueError if a token is not the text's."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        rows = (line.rstrip("\n") for line in lines)
        filled = (row for row in rows if row and not row.startswith(_NO_TOKEN))
        for document in documents:
            for sentence in sentences(document.article.text, document.annotations):
                yield from _read(document, sentence, [_cells(next(filled, "")) for _ in sentence])


def _tagged(document: Document) -> Iterator[Annotation]:
    """Yield the marks that tags can tell: on one line, with a token, without white space at their edges, of a label in one word."""
    text = document.article.text
    for each in document.annotations:
        quote = text[each.start : each.end]
        if "\n" not in quote and quote.strip() == quote and not set(each.label) & set("| \t\n"):
            yield each


def _outer_first(mark: Annotation) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.label, mark.id


def _write(
    documents: Iterable[Document], out: BinaryIO, scheme: str, row: Callable[[str, str], str], head: str = ""
) -> None:
    for document in documents:
        text = document.article.text
        out.write(head.encode())
        marks = iter(keeps(document))
        mark = next(marks, None)
        for sentence in sentences(text, document.annotations):
            for token in sentence:
                while mark is not None and mark.end <= token.start:
                    mark = next(marks, None)
                inside = mark is not None and mark.start <= token.start
                tag = _tag(mark, token, scheme) if mark is not None and inside else _OUTSIDE
                out.write(f"{row(text[token.start : token.end], tag)}\n".encode())
            out.write(b"\n")


def _tag(mark: Annotation, token: Token, scheme: str) -> str:
    first, last = token.start == mark.start, token.end == mark.end
    if scheme == "iobes":
        place = {(True, True): "S", (True, False): "B", (False, True): "E"}.get((first, last), "I")
    else:
        place = "B" if first else "I"
    return f"{place}-{mark.label}"


def _cells(row: str) -> tuple[str, list[str]]:
    """Return a row's token and its tags, whichever of the four forms it has."""
    cells = row.split("\t") if "\t" in row else row.split(" ")
    if len(cells) == 5:
        return cells[1], cells[2].split("|")
    return cells[0], cells[-1:]


def _read(document: Document, sentence: Sequence[Token], rows: Sequence[tuple[str, list[str]]]) -> Iterator[Quoted]:
    """Yield the marks that the rows of a sentence tell, by the places of its tokens."""
    text = document.article.text
    told: dict[tuple[int, int, str], list[Annotation]] = {}
    for each in document.annotations:
        told.setdefault((each.start, each.end, each.label), []).append(each)
    going: list[tuple[int, int, str]] = []
    for token, (form, tags) in zip(sentence, rows, strict=True):
        if form != text[token.start : token.end]:
            raise ValueError(f"{form!r} is not the text's token")
        begun = [(token.start, token.end, tag[2:]) for tag in tags if tag[:2] in ("B-", "S-")]
        on = [tag[2:] for tag in tags if tag[:2] in ("I-", "E-")]
        kept: list[tuple[int, int, str]] = []
        for start, end, label in going:
            if label in on:
                on.remove(label)
                kept.append((start, token.end, label))
            else:
                yield from _known(document, told, (start, end, label))
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
