"""JSON lines of our own: one article a line, complete, read again without loss."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeVar

from desktop.errors import ImportFileError
from desktop.exchange import objects, scheme
from desktop.exchange.charset import SAMPLE, sampled
from desktop.exchange.documents import Document, Quoted, Raw
from desktop.model import FACTS, Annotation, AnnotationId, Article, ArticleId, Label, Relation, Status
from desktop.model_json import Unfit, made, parsed
from desktop.text.borders import sound
from desktop.text.borders.published import published
from desktop.text.normal import normal
from desktop.writing import last_part

_T = TypeVar("_T", Article, Annotation, Relation)

# The keys that other programs rely on, in their order; what else an article or annotation holds follows where it is not empty.
ARTICLE_KEYS = ("id", "title", "source", "url", "byline", "published", "state", "tags", "sha256", "text", "lines")
ANNOTATION_KEYS = (
    "id", "start", "end", "label", "quote", "value", "unit", "counted", "status", "score", "note", "by", "created", "modified",
)  # fmt: skip

_NAMES = tuple(field.name for field in fields(Annotation))
LINE_LIMIT = 100_000_000  # bytes; the longest text that can be imported, with five times as much of marks on it
_SCHEME_LIMIT = 1_000_000  # bytes; a scheme of ours has 5,000
_PATIENCE = 100  # lines refused before the first article; then a file is none of ours
_SKIP = 1_000_000


def write(documents: Iterable[Document], out: BinaryIO) -> None:
    """Write one line an article, UTF-8, no BOM."""
    for document in documents:
        line = json.dumps(row(document), ensure_ascii=False, separators=(",", ":"))
        out.write(line.encode("utf-8") + b"\n")


def write_labels(_documents: Iterable[Document], labels: Iterable[Label], out: BinaryIO) -> None:
    """Write the label scheme beside."""
    out.write(scheme.write(labels).encode("utf-8"))


def row(document: Document) -> dict[str, Any]:
    """Return a document as JSON's types."""
    article = document.article
    lines = [
        [line.start, line.end, line.role, *([line.detected] if line.detected is not None else [])]
        for line in article.lines
    ]
    marked = [[line.start, line.marked] for line in article.lines if line.marked is not None]
    held = asdict(article) | {"lines": lines, "tags": list(article.tags), "marked": marked}
    held["origins"] = held.pop("origins")  # a newer key stands behind the older ones
    return {
        **_ordered(held, ARTICLE_KEYS, {"version"}),
        "annotations": [
            _ordered(values(each) | {"quote": article.text[each.start : each.end]}, ANNOTATION_KEYS, {"article"})
            for each in document.annotations
        ],
        "relations": [
            {key: value for key, value in asdict(each).items() if key != "article"} for each in document.relations
        ],
    }


def values(mark: Annotation) -> dict[str, Any]:
    """Return a mark's values by name; dataclasses.asdict copies what is inside, which takes most of the time."""
    return {name: getattr(mark, name) for name in _NAMES}


def quotes(path: Path, _documents: Iterable[Document] = ()) -> Iterator[Quoted]:
    """Yield the annotations of a written file, each quote cut again from the file's own text and compared with what it says."""
    with path.open("rb") as lines:
        yield from quoted(lines)


def quoted(lines: Iterable[bytes]) -> Iterator[Quoted]:
    """Yield the annotations of the lines of an export, as `quotes` does."""
    for line in lines:
        held = json.loads(line)
        for each in held["annotations"]:
            cut = held["text"][each["start"] : each["end"]]
            quote = cut if cut == each["quote"] else ""
            yield Quoted(
                ArticleId(held["id"]), AnnotationId(each["id"]), each["start"], each["end"], each["label"], quote
            )


def read(path: Path, file: BinaryIO, columns: objects.Columns | None = None) -> Iterator[Raw | ImportFileError]:
    """Yield the documents of an export line by line, and for a line that is none what is wrong with it; raise ImportFileError.

    Memory goes with the longest line, not with the file.
    """
    yield from read_rows(path, _lines(file, path), _labels(path), columns)


def read_lines(path: Path, file: BinaryIO) -> Iterator[Raw | ImportFileError]:
    """Yield the documents of an export that lies in another file, without a scheme beside it, as `read` does."""
    yield from read_rows(path, _lines(file, path), ())


def read_rows(
    path: Path,
    lines: Iterable[tuple[int, bytes | str | ImportFileError]],
    labels: tuple[Label, ...],
    columns: objects.Columns | None = None,
) -> Iterator[Raw | ImportFileError]:
    """Yield the documents of lines that are not blank, by number, as `read` does."""
    refused, taken, number = 0, 0, 0
    for number, line in lines:
        try:
            if isinstance(line, ImportFileError):
                raise line
            held = parsed(line)
            foreign = objects.document(held, columns) if objects.is_foreign(held, columns) else None
            document = None if foreign else _document(held)
        except Unfit as unfit:
            refused += 1
            yield ImportFileError(f"line-{unfit.kind}", path=path, number=number, key=unfit.key, wanted=unfit.wanted)
        except ImportFileError as error:
            refused += 1
            yield error
        else:
            taken += 1
            if foreign is not None:
                yield foreign
            elif document is not None:
                yield Raw(document.article.text, None, known=document, labels=labels)
        if refused >= _PATIENCE and not taken:
            raise ImportFileError("file-no-export", path=path, number=number)
    if not number:
        raise ImportFileError("file-empty", path=path)


def _lines(file: BinaryIO, path: Path) -> Iterator[tuple[int, bytes | str | ImportFileError]]:
    """Yield the lines that are not blank by number, UTF-8 as bytes; raise ImportFileError for what is no text."""
    encoding = sampled(file.read(SAMPLE), path)
    file.seek(0)
    if encoding is None:
        yield from numbered(file, path)
        return
    wide = io.TextIOWrapper(file, encoding, newline="\n")
    try:
        yield from numbered(wide, path)
    except UnicodeDecodeError:
        raise ImportFileError("file-encoding", path=path) from None
    finally:
        wide.detach()


def numbered(file: IO[bytes] | io.TextIOWrapper, path: Path) -> Iterator[tuple[int, bytes | str | ImportFileError]]:
    """Yield the lines of a file that are not blank, each with its number; one that is too long as what is wrong with it."""
    number = 0
    while line := file.readline(LINE_LIMIT + 1):
        number += 1
        if number == 1 and isinstance(line, bytes):
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > LINE_LIMIT:
            while line and line[-1] not in (10, "\n"):
                line = file.readline(_SKIP)
            yield number, ImportFileError("line-long", path=path, number=number, limit=LINE_LIMIT // 1_000_000)
        elif line.strip():
            yield number, line


def _labels(path: Path) -> tuple[Label, ...]:
    beside = path.with_name(f"{path.stem}.labels.toml")
    if not beside.is_file():  # a pipe would be waited for, for ever
        return ()
    try:
        if beside.stat().st_size > _SCHEME_LIMIT:
            raise ImportFileError("file-large", path=beside, limit=_SCHEME_LIMIT // 1_000_000)
        return tuple(scheme.read(beside.read_text(encoding="utf-8")))
    except (ValueError, OSError, RecursionError) as error:
        raise ImportFileError("file-unreadable", path=beside, reason=str(error)) from error


def _document(held: Any) -> Document:
    article = _article(made(Article, held))
    marks = [_mark(article, at, each) for at, each in enumerate(_list(held, "annotations"))]
    facts = [_fact(article, at, each) for at, each in enumerate(_list(held, "relations"))]
    if not sound.is_settled(article.text):
        raise Unfit("text", "normal")
    for fault in sound.article_faults(article):
        raise fault
    for mark, fault in sound.mark_faults(article.text, marks):
        raise fault.under(f"annotations[{_place(marks, mark)}]")
    for fact, fault in sound.fact_faults(marks, facts):
        raise fault.under(f"relations[{_place(facts, fact)}]")
    for at, (mark, each) in enumerate(zip(marks, _list(held, "annotations"), strict=True)):
        cut = article.text[mark.start : mark.end]
        if each.get("quote", cut) != cut:
            raise Unfit(f"annotations[{at}].quote", "quote")
    return Document(article, tuple(marks), tuple(facts))


def _place(items: Sequence[object], item: object) -> int:
    return next(at for at, each in enumerate(items) if each is item)


def _list(held: dict[str, Any], key: str) -> list[Any]:
    found = held.get(key, [])
    if not isinstance(found, list):
        raise Unfit(key, "list")
    return found


def _article(article: Article) -> Article:
    """Return an article with its strings in normal form, its date on Vietnam's clock, and of a path the last part."""
    article = replace(article, file=last_part(article.file))
    if article.published is not None:
        article = replace(article, published=published(article.published) or article.published)
    return replace(_normal(article), text=article.text)


def _mark(article: Article, at: int, held: Any) -> Annotation:
    if not isinstance(held, dict):
        raise Unfit(f"annotations[{at}]", "object")
    try:
        return _normal(made(Annotation, {"status": Status.ACCEPTED} | held | {"article": article.id}))
    except Unfit as unfit:
        raise unfit.under(f"annotations[{at}]") from None


def _fact(article: Article, at: int, held: Any) -> Relation:
    if not isinstance(held, dict):
        raise Unfit(f"relations[{at}]", "object")
    try:
        fact = _normal(made(Relation, {"status": Status.ACCEPTED} | held | {"article": article.id}))
        if fact.kind not in FACTS:
            raise Unfit("kind", ", ".join(FACTS), "unknown")
        return fact
    except Unfit as unfit:
        raise unfit.under(f"relations[{at}]") from None


def _normal(item: _T) -> _T:
    """Return a value of the model with every string in normal form: the library holds no other."""
    values = {}
    for field in fields(item):
        value = getattr(item, field.name)
        after = _clean(value)
        if after is not value:
            values[field.name] = after
    return replace(item, **values) if values else item


def _clean(value: Any) -> Any:
    if type(value) is str:  # an enum's word is one of ours
        return value if value.isascii() and value.isprintable() else normal(value)
    if type(value) is dict and value:
        return {normal(key): normal(words) for key, words in value.items()}
    if type(value) is tuple and value and type(value[0]) is str:
        return tuple(normal(each) for each in value)
    return value


def _ordered(values: dict[str, Any], keys: Iterable[str], without: Iterable[str] = ()) -> dict[str, Any]:
    rest = {
        key: value
        for key, value in values.items()
        if key not in keys and key not in without and value not in (None, "", {}, [])
    }
    return {key: values[key] for key in keys} | rest
