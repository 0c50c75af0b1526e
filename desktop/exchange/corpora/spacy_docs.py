"""spaCy's DocBin (.spacy): every token and every blank of a text, all marks as the span group `sc`, the outermost as entities.

Needs spaCy (`butda[spacy]`), which the program itself does without. A span's id is its mark's; the article's id stands in `user_data`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.corpora.prodigy import keeps
from desktop.exchange.corpora.tokens import outermost, tokens
from desktop.exchange.documents import Document, Quoted
from desktop.model import Annotation, AnnotationId, ArticleId

__all__ = ["keeps", "quotes", "write"]

GROUP = "sc"  # the key under which spaCy's span categorizer looks


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one document an article."""
    import spacy
    from spacy.tokens import Doc, DocBin, Span

    vocab = spacy.blank("xx").vocab
    packed = DocBin(attrs=["SPACY"], store_user_data=True)
    for document in documents:
        words, spaces, starts = _pieces(document)
        doc = Doc(vocab, words=words, spaces=spaces)
        doc.user_data["doc_id"] = document.article.id
        doc.user_data["title"] = document.article.title
        places = {start: at for at, start in enumerate(starts)}
        ends = {start + len(word): at + 1 for at, (start, word) in enumerate(zip(starts, words, strict=True))}

        def span(mark: Annotation, doc: Any = doc, places: Any = places, ends: Any = ends) -> Any:
            return Span(doc, places[mark.start], ends[mark.end], label=mark.label, span_id=mark.id)

        doc.spans[GROUP] = [span(mark) for mark in keeps(document)]
        doc.set_ents([span(mark) for mark in outermost(keeps(document))])
        packed.add(doc)
    out.write(packed.to_bytes())


def read(path: Path) -> Iterator[Any]:
    """Yield the documents of a file, as spaCy holds them."""
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("xx").vocab
    yield from DocBin(store_user_data=True).from_bytes(path.read_bytes()).get_docs(vocab)


def quotes(path: Path, documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the spans of a written file, each cut from the document's own text."""
    for doc in read(path):
        article = ArticleId(doc.user_data["doc_id"])
        for each in doc.spans.get(GROUP, []):
            start, end = each.start_char, each.end_char
            yield Quoted(article, AnnotationId(each.id_), start, end, each.label_, doc.text[start:end])


def _pieces(document: Document) -> tuple[list[str], list[bool], Sequence[int]]:
    """Return tokens that give the text letter by letter, which of them a blank follows, and where each begins."""
    text = document.article.text
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []

    def gap(start: int, end: int) -> None:
        if start < end and words and text[start] == " ":
            spaces[-1] = True
            start += 1
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
            starts.append(start)

    at = 0
    cut = tokens(text, document.annotations)
    for start, end in zip(cut.starts, cut.ends, strict=True):
        gap(at, start)
        words.append(text[start:end])
        spaces.append(False)
        starts.append(start)
        at = end
    gap(at, len(text))
    return words, spaces, starts
