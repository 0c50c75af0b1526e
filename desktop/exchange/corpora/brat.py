"""brat's standoff: a .txt and a .ann an article, with annotation.conf and visual.conf for all.

Offsets are code points. A mark over a line's end goes out in pieces, one a line, as brat wants; what a text column says is its
pieces joined by one blank. Names of types hold no blank; a rejected mark is no mark to brat and stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from desktop.exchange.documents import Document, Quoted
from desktop.exchange.filenames import file_names
from desktop.model import Annotation, AnnotationId, Label, Status

_KIND = re.compile(r"[^A-Za-z0-9_-]")
_NOTE_BREAK = re.compile(r"\s*[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+\s*")


def keeps(document: Document) -> tuple[Annotation, ...]:
    """Return the marks that brat can hold: not rejected, with no white space at a piece's edges, of a label that is a type's name."""
    text = document.article.text
    return tuple(
        each
        for each in document.annotations
        if each.status is not Status.REJECTED and not _KIND.search(each.label) and _pieces(text, each)
    )


def write(documents: Iterable[Document], folder: Path, labels: Sequence[Label] = ()) -> None:
    """Write the set into an empty folder."""
    names = file_names()
    kinds: set[str] = set()
    relations: set[str] = set()
    for document in documents:
        name = names(document.article)
        (folder / f"{name}.txt").write_text(document.article.text, encoding="utf-8", newline="")
        rows = list(_rows(document))
        (folder / f"{name}.ann").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8", newline="")
        kept = keeps(document)
        kinds |= {each.label for each in kept}
        relations |= {_KIND.sub("_", each.kind) for each in document.relations}
    known = [each.name for each in labels if not _KIND.search(each.name)]
    listed = [*known, *sorted(kinds - set(known))]
    (folder / "annotation.conf").write_text(_configuration(listed, sorted(relations)), encoding="utf-8", newline="")
    (folder / "visual.conf").write_text(_looks(labels), encoding="utf-8", newline="")


def quotes(folder: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the marks of a written folder, each found by its own pieces in the text file and compared with its text column."""
    names = file_names()
    for document in documents:
        name = names(document.article)
        with (folder / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        ids = [each.id for each in keeps(document)]
        with (folder / f"{name}.ann").open(encoding="utf-8", newline="\n") as rows:
            for row in rows:
                key, said, quote = [*row.rstrip("\n").split("\t"), "", ""][:3]
                if key.startswith("T"):
                    label, _, places = said.partition(" ")
                    pieces = [tuple(map(int, each.split(" "))) for each in places.split(";")]
                    start, end = pieces[0][0], pieces[-1][1]
                    right = quote == " ".join(text[low:high] for low, high in pieces)
                    known = AnnotationId(ids[int(key[1:]) - 1])
                    yield Quoted(document.article.id, known, start, end, label, text[start:end] if right else "")


def _pieces(text: str, mark: Annotation) -> list[tuple[int, int]]:
    """Return a mark's pieces, one a line; none if it begins or ends with white space, which brat cuts off."""
    quote = text[mark.start : mark.end]
    if quote.strip() != quote or not quote or "\t" in quote:
        return []
    pieces, start = [], mark.start
    for line in quote.split("\n"):
        kept = line.strip()
        if kept:
            begin = start + len(line) - len(line.lstrip())
            pieces.append((begin, begin + len(kept)))
        start += len(line) + 1
    return pieces


def _rows(document: Document) -> Iterator[str]:
    text = document.article.text
    numbers: dict[AnnotationId, str] = {}
    notes = 0
    for number, each in enumerate(keeps(document), 1):
        key = numbers[each.id] = f"T{number}"
        pieces = _pieces(text, each)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        yield f"{key}\t{each.label} {places}\t{' '.join(text[start:end] for start, end in pieces)}"
        if each.status is Status.SUGGESTED:
            yield f"A{number}\tSuggested {key}"
        said = [each.note] if each.note else []
        said += [f"= {each.value}{f' {each.unit}' if each.unit else ''}"] if each.value is not None else []
        for words in said:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes {key}\t{_NOTE_BREAK.sub(' ', words).replace(chr(9), ' ')}"
    ties = [each for each in document.relations if each.head in numbers and each.tail in numbers]
    for number, tie in enumerate(ties, 1):
        yield f"R{number}\t{_KIND.sub('_', tie.kind)} Arg1:{numbers[tie.head]} Arg2:{numbers[tie.tail]}"


def _configuration(kinds: Sequence[str], relations: Sequence[str]) -> str:
    ties = "".join(f"{each}\tArg1:<ENTITY>, Arg2:<ENTITY>\n" for each in relations)
    entities = "".join(f"{each}\n" for each in kinds)
    parts = (
        f"[entities]\n{entities}",
        f"[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n{ties}",
        "[events]\n",
        "[attributes]\nSuggested\tArg:<ENTITY>\n",
    )
    return "\n".join(parts)


def _looks(labels: Sequence[Label]) -> str:
    words = "".join(f"{each.name} | {each.vi} | {each.en}\n" for each in labels if not _KIND.search(each.name))
    return f"[labels]\n{words}\n[drawing]\nSuggested\tdashArray:3-3\n"
