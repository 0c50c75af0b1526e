"""Write annotations in a format, and prove the file by reading it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from desktop import exchange
from desktop.errors import ExportError
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Label,
)
from desktop.operations.files import may_write, write_file
from desktop.operations.sets.choosing import Selection, chosen, documents
from desktop.operations.sets.folders import may_write_folder, write_folder
from desktop.operations.sets.past import told_history
from desktop.store import Store

LOST = "lost"  # the list of marks that a format cannot hold


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and how many annotations were found again in it, each equal to its text.

    `lost` are marks that the format cannot hold: they stand in a list of their own beside it. `records` are articles found again
    in a format that holds no marks.
    """

    path: Path
    articles: int
    annotations: int
    verified: int
    lost: int = 0
    records: int | None = None


@dataclass(frozen=True, slots=True)
class _Export:
    """One export: a writer, and the documents that it is given as often as it asks."""

    store: Store
    writer: exchange.Writer
    articles: tuple[ArticleId, ...]
    selection: Selection

    def documents(self) -> Iterator[exchange.Document]:
        """Yield the documents, each read anew."""
        return documents(self.store, self.articles, self.selection)

    def counted(self) -> tuple[int, int]:
        """Return how many marks the format can hold of those that are wanted, and how many it cannot."""
        kept = wanted = 0
        for each in self.documents():
            wanted += len(each.annotations)
            kept += len(self.writer.keeps(each))
        return kept, 0 if self.writer.records else wanted - kept

    def prove(self, target: Path, part: Path, expected: int) -> None:
        """Raise ExportError if what was written is not what was to be written."""
        try:
            if self.writer.records is not None:
                verified, expected = self.writer.records(part), len(self.articles)
            else:
                verified = _verified(self, part)
        except (ValueError, KeyError, IndexError):  # the file is no file of its format
            verified = 0
        if verified != expected:
            raise ExportError("export-verify", path=target, wrong=abs(expected - verified), total=expected)

    def write_lost(self, out: BinaryIO) -> None:
        """Write the marks that the format cannot hold, a line each."""
        out.write(b"doc_id\tann_id\tlabel\tstart\tend\tquote\n")
        for document in self.documents():
            kept = {each.id for each in self.writer.keeps(document)}
            for each in document.annotations:
                if each.id not in kept:
                    quote = document.article.text[each.start : each.end]
                    row = (each.article, each.id, each.label, each.start, each.end, quote)
                    out.write("\t".join(" ".join(str(cell).split()) for cell in row).encode("utf-8", "replace") + b"\n")


def export(
    store: Store,
    format_name: str,
    target: Path,
    selection: Selection | None = None,
    force: bool = False,
    group: str = "label",
) -> Exported:
    """Write annotations in a format, then read what was written again and compare every quote with its text.

    `group` is by what a report puts its quotes together: label, entity, article. Raises RequestError, ExportError; what does not
    verify is not kept, and what it would have replaced stays. A file that is there and that this program did not write there is
    replaced only with `force`, those beside one too.
    """
    _refuse(store, exchange.writer(format_name), target, force)
    wanted = selection or Selection()
    articles = chosen(store, wanted)
    context = exchange.Context(
        tuple(store.labels()), wanted.told(), group, store.original, partial(told_history, store, frozenset(articles))
    )
    done = _Export(store, exchange.writer(format_name, context), articles, wanted)
    kept, lost = done.counted()
    if done.writer.folder:
        _write_folder(done, target, kept, lost, force)
    else:
        _write_file(done, target, context.labels, kept, lost, force)
    records = len(done.articles) if done.writer.records else None
    return Exported(target, len(done.articles), kept, kept, lost, records)


def _refuse(store: Store, writer: exchange.Writer, target: Path, force: bool) -> None:
    """Raise ExportError before anything is read if a target may not be written."""
    if writer.folder:
        may_write_folder(store, target, force)
    else:
        may_write(store, target, *_beside(writer, target), force=force)


def _beside(writer: exchange.Writer, target: Path) -> list[Path]:
    return [target.with_name(f"{target.stem}{each.suffix}") for each in writer.beside if target.name]


def _write_folder(done: _Export, target: Path, kept: int, lost: int, force: bool) -> None:
    def write(part: Path) -> None:
        done.writer.write(done.documents(), part)
        if lost:
            with (part / f"{LOST}.tsv").open("wb") as out:
                done.write_lost(out)

    write_folder(done.store, target, done.writer.name, write, lambda part: done.prove(target, part, kept), force)


def _write_file(done: _Export, target: Path, labels: Sequence[Label], kept: int, lost: int, force: bool) -> None:
    writes = [each.write for each in done.writer.beside]
    beside = dict(zip(_beside(done.writer, target), writes, strict=False))
    if lost and target.name:
        beside[target.with_name(f"{target.stem}.{LOST}.tsv")] = lambda _documents, _labels, out: done.write_lost(out)
    may_write(done.store, target, *beside, force=force)
    write_file(
        done.store,
        target,
        lambda out: done.writer.write(done.documents(), out),
        lambda part: done.prove(target, part, kept),
        force,
    )
    for path, write in beside.items():
        write_file(done.store, path, partial(write, done.documents(), labels), force=force)


def _verified(done: _Export, written: Path) -> int:
    """Return how many annotations of what was written are the library's own, each with the quote that its text has."""
    store, known = done.store, frozenset(done.articles)
    right: set[AnnotationId] = set()
    article: Article | None = None
    there: dict[AnnotationId, Annotation] = {}
    for each in done.writer.quotes(written, done.documents()):
        if each.article not in known:
            continue
        if article is None or article.id != each.article:
            article = store.article(each.article)
            there = {annotation.id: annotation for annotation in store.annotations(article.id)}
        annotation = there.get(each.annotation)
        if annotation is not None and _brief(annotation, article.text) == (
            each.start,
            each.end,
            each.label,
            each.quote,
        ):
            right.add(annotation.id)
    return len(right)


def _brief(annotation: Annotation, text: str) -> tuple[int, int, str, str]:
    return annotation.start, annotation.end, annotation.label, text[annotation.start : annotation.end]
