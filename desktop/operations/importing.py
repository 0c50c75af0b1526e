"""Bring documents into the library: read by a pure function, added by a step."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path, PurePath
from typing import Protocol

from desktop import exchange
from desktop.errors import ImportFileError
from desktop.model import (
    CARD,
    Annotation,
    AnnotationId,
    Article,
    ArticleId,
    Change,
    Changes,
    Item,
    Label,
    LabelName,
    Line,
    Meta,
    Origin,
    Picture,
    Relation,
    RelationId,
    Role,
)
from desktop.operations import columns as remembered
from desktop.operations.history import gesture
from desktop.operations.ids import NAMESPACE, is_suggested_id, now, suggestion_id
from desktop.operations.kept import encodings
from desktop.operations.scheme import labels
from desktop.operations.sets.past import earlier_steps
from desktop.operations.shelving import OWN
from desktop.store import Store
from desktop.store.equal_marks import merged
from desktop.store.history.earlier import Earlier, of_article
from desktop.text.normal import normal


class PageReader(Protocol):
    """Reads a page's line roles and what it says of itself, without looking for spans; handed the known roles, if there are any."""

    def __call__(
        self, text: str, published: str | None, said: Mapping[int, Role] = ..., /
    ) -> tuple[tuple[Line, ...], Meta]: ...


_HEADLINE = 4  # words of a headline that two articles do not share by chance
_TITLE_LENGTH = 90  # characters, what two lines of the shelf hold


@dataclass(frozen=True, slots=True)
class Prepared:
    """One document read and ready to be added; made by a pure function that any thread may call."""

    document: exchange.Document
    content: bytes | None
    labels: tuple[Label, ...] = ()
    mended: str = ""  # the encoding from which its text was brought back
    pictures: tuple[Picture, ...] = ()
    pictures_left: int = 0  # how many were left out as too much
    past: tuple[Earlier, ...] = ()  # the steps that made it in another library

    @property
    def size(self) -> int:
        """How much of it waits in memory: code points of its text and bytes of its pictures."""
        return len(self.document.article.text) + sum(len(each.content) for each in self.pictures)


@dataclass(frozen=True, slots=True)
class Alike:
    """An article that was there already and may be the same: by its `address`, its `text` or its `headline`; which came first."""

    article: ArticleId
    title: str
    by: str
    is_first: bool  # published before the one that came, or as it says nothing of that, added before it


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a prepared document: the article, and whether it is new."""

    article: ArticleId
    title: str
    new: bool
    changes: Changes = field(default_factory=Changes)
    alike: Alike | None = None  # what was there already and is nearly the same
    labels: tuple[LabelName, ...] = ()  # made for it, since neither the library nor the file beside it knew them

    @property
    def step(self) -> int | None:
        """The step that it is part of; None: it was there."""
        return self.changes.step


def prepare(
    path: Path,
    read_page: PageReader,
    told: Callable[[int, int], object] | None = None,
    columns: exchange.Columns | None = None,
    way: str | None = None,
    chapters: bool = False,
) -> Iterator[Prepared | ImportFileError]:
    """Yield one file's documents, and what is wrong with a line of an export that is left out. Touches no library.

    Raises ImportFileError, at once or when an export is broken later on. `told` hears of bytes read and all bytes; `columns`
    says what the parts of an article are called in a table, `way` in which encoding a text is, `chapters` that a book is an
    article a chapter.
    """
    read = exchange.read(path, told, columns or remembered.for_file(path), way or encodings.for_file(path), chapters)
    return (each if isinstance(each, ImportFileError) else prepared(each, path, read_page) for each in read)


def prepare_paste(content: str, is_html: bool, read_page: PageReader) -> list[Prepared]:
    """Make a document of pasted text or HTML; raise ImportFileError if it holds no text."""
    name = Path("clipboard")
    if not content.strip():
        raise ImportFileError("file-empty", path=name)
    if exchange.is_address(content):
        raise ImportFileError("file-address", path=content.strip())
    if is_html:
        from desktop.exchange import html

        return [prepared(html.article(content, None, name), None, read_page)]
    return [prepared(exchange.Raw(content, None), None, read_page)]


@gesture
def add(store: Store, prepared: Prepared, join: int | None = None) -> Added:
    """Put a prepared document into the library, unless the same file is there; `join` makes it part of that step."""
    document = prepared.document
    article = document.article
    there = store.with_content(article.sha256) or store.readings.former(article.sha256)
    if there is not None:
        return Added(there, store.article(there).title, new=False)
    alike = like(store, article)
    article = replace(article, added=article.added or now())
    kept = store.kept_text(article.id)
    # Deleted once and read another way now: undo needs the old text. Or an id that another article has.
    if (kept is not None and kept != article.text) or store.has_article(article.id):
        article = replace(article, id=ArticleId(str(uuid.uuid4())))
    ids = _ids(store, document, article.id)
    annotations, relations = _moved(document, article.id, ids)
    items: list[Item] = [article, *annotations, *relations]
    changes = [Change(None, each) for each in items]
    known = store.labels() if prepared.labels or annotations else []
    given = labels.missing(known, prepared.labels)
    made = labels.made_for(annotations, [*known, *given])
    changes += [Change(None, label) for label in (*given, *made)]
    originals = {article.sha256: prepared.content} if prepared.content is not None else None
    with store.together():
        done = store.apply("Import", changes, originals, join, {article.sha256: prepared.pictures})
        if prepared.past and done.step is not None:
            store.keep_earlier(done.step, article.id, of_article(prepared.past, article.id, ids))
    names = tuple(label.name for label in made)
    return Added(article.id, article.title, new=True, changes=done, alike=alike, labels=names)


def like(store: Store, article: Article) -> Alike | None:
    """Return the article that is there and may be the same as one that comes, by what tells most; None: there is none."""
    headline = article.title if len(article.title.split()) >= _HEADLINE else ""
    for by, found in (
        ("address", store.likeness.of_address(article.url)),
        ("text", store.likeness.of_text(article.text)),
        ("headline", store.likeness.of_title(headline)),
    ):
        if found is not None:
            there = store.article(found)
            is_first = (there.published or "") <= (article.published or there.published or "")
            return Alike(found, there.title, by, is_first)
    return None


def earlier(store: Store, prepared: Prepared) -> ArticleId | None:
    """Return the article of which a document is a newer version: of the same address, or of the same file and headline or nearly its text.

    None too where the very file is there.
    """
    article = prepared.document.article
    if prepared.content is None or store.with_content(article.sha256) is not None:
        return None
    found = store.likeness.of_address(article.url)
    for there in (store.likeness.of_text(article.text), store.likeness.of_title(article.title)):
        if found is None and there is not None and store.article(there).file == article.file:
            found = there
    return found


def add_several(store: Store, prepared: Sequence[Prepared], join: int | None = None) -> list[Added]:
    """Put prepared documents into the library, all of them or none, as one step or as part of step `join`."""
    added: list[Added] = []
    with store.together():
        for each in prepared:
            added.append(add(store, each, join))
            join = added[-1].step or join
    return added


def _ids(store: Store, document: exchange.Document, article: ArticleId) -> dict[str, str]:
    """Return new ids for marks and facts of a document that is to be `article`, where the library has given theirs away."""
    ids: dict[str, str] = {}
    for each in document.annotations:
        if article != document.article.id and is_suggested_id(each.id):
            ids[each.id] = suggestion_id(article, each.start, each.end, each.label)
        elif store.has_annotation(each.id):
            ids[each.id] = str(uuid.uuid4())
    return ids | {each.id: str(uuid.uuid4()) for each in document.relations if store.has_relation(each.id)}


def _moved(
    document: exchange.Document, article: ArticleId, ids: Mapping[str, str]
) -> tuple[list[Annotation], list[Relation]]:
    """Return what is marked on a document as of `article`, under its new ids; equal marks are one."""

    def mark(known: AnnotationId) -> AnnotationId:
        return AnnotationId(ids.get(known, known))

    annotations = [replace(each, id=mark(each.id), article=article) for each in document.annotations]
    relations = [
        replace(
            each,
            id=RelationId(ids.get(each.id, each.id)),
            article=article,
            head=mark(each.head),
            tail=mark(each.tail),
        )
        for each in document.relations
    ]
    return merged(annotations, relations)


def prepared(raw: exchange.Raw, path: PurePath | None, read_page: PageReader) -> Prepared:
    """Make a document of what a file holds; touches no library."""
    if raw.known is not None:
        shown = tuple(_pictures(raw, raw.known.article.text, raw.known.article.lines))
        past = earlier_steps(raw.past, path or PurePath())
        return Prepared(raw.known, raw.content, raw.labels, pictures=shown, past=past)
    text = normal(raw.text)
    known = _known_roles(raw, text)
    lines, found = read_page(text, raw.meta.published, known) if known else read_page(text, raw.meta.published)
    lines = tuple(Line(each.start, each.end, each.role, marked=known.get(each.start)) for each in lines)
    content = raw.content if raw.content is not None else raw.text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(content).hexdigest()
    # What a page says of itself, and a file's name, can hold anything; the name also bytes that are no text.
    said = {name: normal(value) for name, value in asdict(raw.meta).items() if value and name != "fields"}
    file = normal(path.name) if path else ""
    name = normal(path.stem) if path else ""
    title = said.get("title") or found.title or normal(raw.named)
    fields = found.fields | raw.meta.fields
    byline, source, place = _named(said, found, text)
    article = Article(
        id=ArticleId(str(uuid.uuid5(NAMESPACE, sha256))),
        title=title or _opening(text, lines) or name,
        text=text,
        sha256=sha256,
        source=source,
        byline=byline,
        published=found.published or said.get("published"),
        place=place,
        url=normal(raw.url),
        file=file,
        fields={normal(key): normal(value) for key, value in fields.items()},
        tags=tuple(dict.fromkeys(normal(tag) for tag in raw.tags)),
        lines=lines,
        origins={name: each for name, each in _origins(raw, found).items() if name != "byline" or byline},
    )
    shown = tuple(_pictures(raw, text, lines))
    return Prepared(exchange.Document(article), raw.content, (), raw.mended, shown, raw.pictures_left)


def _named(said: Mapping[str, str], found: Meta, text: str) -> tuple[str, str, str]:
    """Return who wrote, whence it comes and where it was written, by what a file and then its text say."""
    byline, source = said.get("byline") or found.byline or "", said.get("source") or found.source or ""
    if exchange.is_paper(byline):  # a paper or a station that is named under a text is where it comes from
        byline, source = "", said.get("source") or byline
    source = exchange.source_written(source)
    is_sign = (
        source.endswith(f" {found.place}") and f"({found.place})" in text
    )  # (Sông Mã) - opens what Báo Sông Mã says
    return byline, source, said.get("place") or ("" if is_sign else found.place) or ""


def _pictures(raw: exchange.Raw, text: str, told: Sequence[Line]) -> Iterator[Picture]:
    """Yield a page's pictures with the words of their captions, by which they are found whatever becomes of the text around."""
    lines = text.split("\n") if raw.pictures else []
    captions = {text[line.start : line.end] for line in told if line.role is Role.CAPTION} if lines else set()
    for number, content in raw.pictures:
        if number < len(lines) and lines[number] in captions:
            yield Picture(lines[number], lines[:number].count(lines[number]), content)


def _origins(raw: exchange.Raw, found: Meta) -> dict[str, str]:
    """Return from where each field of a card comes that a file or its text says; a day that the text says finer is the text's."""
    said = asdict(raw.meta) | {"url": raw.url}
    origins = {name: str(raw.origins.get(name, Origin.META)) for name in CARD if said[name]}
    for name in CARD[:-1]:
        value = getattr(found, name)
        if value and (name not in origins or (name == "published" and value != said[name])):
            origins[name] = str(Origin.TEXT)
    own = {f"{OWN}{normal(name)}": Origin.TEXT for name in found.fields} | {
        f"{OWN}{normal(name)}": Origin.META for name in raw.meta.fields
    }
    return origins | {name: str(origin) for name, origin in own.items()}


def _known_roles(raw: exchange.Raw, text: str) -> dict[int, Role]:
    """Return the roles that a file's mark-up gives to lines, by their starts in the stored text."""
    starts, at = [], 0
    for line in text.split("\n") if raw.roles else ():
        starts.append(at)
        at += len(line) + 1
    return {starts[number]: role for number, role in raw.roles if number < len(starts)}


def _opening(text: str, lines: tuple[Line, ...]) -> str:
    """Return the beginning of a text that has no headline: its first words, cut at white space."""
    shown = [line for line in lines if line.role in (Role.LEAD, Role.BODY)]
    words = " ".join(text[shown[0].start : shown[0].end].split()) if shown else ""
    if len(words) <= _TITLE_LENGTH:
        return words
    return (words[:_TITLE_LENGTH].rpartition(" ")[0] or words[:_TITLE_LENGTH]).rstrip(",;:–- ") + "…"
