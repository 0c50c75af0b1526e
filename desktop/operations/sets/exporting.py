"""Write annotations in a format, and prove the file by reading it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from desktop import exchange
from desktop.errors import ExportError, ImportFileError
from desktop.exchange.paper.boxes import Stretch
from desktop.model import (
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Label,
    Status,
)
from desktop.operations.files import may_write, write_file
from desktop.operations.pdf_boxes import boxes
from desktop.operations.sets.choosing import Selection, chosen, documents
from desktop.operations.sets.folders import may_write_folder, write_folder
from desktop.operations.sets.past import told_history
from desktop.operations.sets.renaming import Names, plain_labels
from desktop.operations.sets.splitting import names as names_of_parts
from desktop.operations.sets.splitting import split
from desktop.store import Store

LOST = "lost"  # the list of marks that a format cannot hold
KEY = "key"  # what stands for which name
_PASSES = 3  # counting, writing, proving
_ALL = Selection(statuses=tuple(Status))
_NAMELESS = ("status", "label", "state", "since", "until")  # of a selection, what holds no name


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and how many annotations were found again in it, each equal to its text.

    `lost` are marks that the format cannot hold: they stand in a list of their own beside it. `records` are articles found again
    in a format that holds no marks. `key` says what stands for which name, where names were replaced, and `telling` are the offices
    and places that may still tell who is meant.
    """

    path: Path
    articles: int
    annotations: int
    verified: int
    lost: int = 0
    records: int | None = None
    key: Path | None = None
    telling: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How an export is written: by what a report puts its quotes together (label, entity, article), and whether names are replaced.

    `shares` deals the articles out to so many sets, such as 80, 10, 10, by `seed`.
    """

    group: str = "label"
    replace_names: bool = False
    shares: tuple[int, ...] = ()
    seed: int = 0


Told = Callable[[int, int], object]


@dataclass(slots=True)
class _Export:
    """One export: a writer, and the documents that it is given as often as it asks."""

    store: Store
    writer: exchange.Writer
    articles: tuple[ArticleId, ...]
    selection: Selection
    names: Names | None = None
    told: Told | None = None
    read: int = 0  # documents so far, in all passes

    def documents(self) -> Iterator[exchange.Document]:
        """Yield the documents, each read anew; `told` hears of each, and what it raises ends the export."""
        for each in documents(self.store, self.articles, self.selection):
            if self.told is not None:
                self.told(min(self.read // _PASSES, len(self.articles)), len(self.articles))
            self.read += 1
            yield each if self.names is None else self.names.document(each)

    def document(self, known: ArticleId) -> exchange.Document | None:
        """Return one of the documents by the id that it goes out with."""
        article = known if self.names is None else self.names.articles.get(known)
        if article is None or article not in self.articles:
            return None
        (found,) = documents(self.store, (article,), self.selection)
        return found if self.names is None else self.names.document(found)

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
    manner: Manner | None = None,
    told: Told | None = None,
) -> Exported:
    """Write annotations in a format, then read what was written again and compare every quote with its text.

    Raises RequestError, ExportError; what does not verify is not kept, and what it would have replaced stays. A file that is there
    and that this program did not write there is replaced only with `force`, those beside one too. `told` hears of articles done and
    all, and what it raises ends it: then nothing was written.
    """
    (done,) = export_sets(store, format_name, target, selection, force, replace(manner or Manner(), shares=()), told)
    return done


def export_sets(
    store: Store,
    format_name: str,
    target: Path,
    selection: Selection | None = None,
    force: bool = False,
    manner: Manner | None = None,
    told: Told | None = None,
) -> list[Exported]:
    """Write a set, or as many as the manner deals the articles out to, each as `export` does."""
    wanted, how = selection or Selection(), manner or Manner()
    plain = exchange.writer(format_name)
    places = _places(plain, target, how)
    key = target.with_name(f"{target.name.partition('.')[0]}.{KEY}.tsv") if how.replace_names and target.name else None
    for place in places:
        _refuse(store, plain, place, force)
    may_write(store, *([key] if key else []), force=force)
    articles = chosen(store, wanted)
    parts = [articles] if not how.shares else _dealt(store, articles, wanted, how)
    names = Names.of(documents(store, articles, _ALL)) if how.replace_names else None
    done = []
    for place, here in zip(places, parts, strict=True):
        context = _context(store, here, wanted, how, names)
        export_ = _Export(store, exchange.writer(format_name, context), here, wanted, names, told)
        kept, lost = export_.counted()
        if plain.folder:
            _write_folder(export_, place, kept, lost, force)
        else:
            _write_file(export_, place, context.labels, kept, lost, force)
        records = len(here) if plain.records else None
        done.append(Exported(place, len(here), kept, kept, lost, records))
    if names is not None and key is not None:
        rows = "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in names.key())
        write_file(store, key, rows.encode("utf-8", "replace"), force=force, private=True)
        done = [replace(each, key=key, telling=tuple(names.telling())) for each in done]
    return done


def _places(writer: exchange.Writer, target: Path, how: Manner) -> list[Path]:
    """Return where each set is written."""
    if not how.shares:
        return [target]
    base = target.name.removesuffix(writer.suffix)
    return [target.with_name(f"{base}.{name}{writer.suffix}") for name in names_of_parts(len(how.shares))]


def _dealt(
    store: Store, articles: tuple[ArticleId, ...], wanted: Selection, how: Manner
) -> list[tuple[ArticleId, ...]]:
    """Return the articles of each set."""
    labels = {
        each.article.id: Counter(mark.label for mark in each.annotations) for each in documents(store, articles, wanted)
    }
    return split(labels, how.shares, how.seed)


def _context(
    store: Store, articles: tuple[ArticleId, ...], wanted: Selection, how: Manner, names: Names | None
) -> exchange.Context:
    """Return what a writer may ask for; where names are replaced, nothing that holds them."""
    labels = tuple(store.labels())
    if names is not None:
        said = tuple(each for each in wanted.told() if each[0] in _NAMELESS)
        return exchange.Context(plain_labels(labels), said, how.group)
    past = partial(told_history, store, frozenset(articles))
    return exchange.Context(labels, wanted.told(), how.group, store.original, store.readings.pictures, past, _stretches)


def _stretches(article: Article, original: bytes) -> Sequence[Stretch]:
    """Return where the lines of an article stand in its PDF; nothing where it cannot be read as it was: then quotes alone tell."""
    try:
        return boxes(article, original)
    except ImportFileError:
        return ()


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
    """Return how many annotations of what was written are those that were to be, each with the quote that its text has."""
    right: set[AnnotationId] = set()
    document: exchange.Document | None = None
    there: dict[AnnotationId, Annotation] = {}
    for each in done.writer.quotes(written, done.documents()):
        if document is None or document.article.id != each.article:
            document = done.document(each.article)
            there = {annotation.id: annotation for annotation in document.annotations} if document is not None else {}
        annotation = there.get(each.annotation)
        if document is not None and annotation is not None:
            said = (each.start, each.end, each.label, each.quote)
            if said == _brief(annotation, document.article.text):
                right.add(annotation.id)
    return len(right)


def _brief(annotation: Annotation, text: str) -> tuple[int, int, str, str]:
    return annotation.start, annotation.end, annotation.label, text[annotation.start : annotation.end]
