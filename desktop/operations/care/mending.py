"""Put right what is in a library and should not be: after a copy, and as one step that undo takes back."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop import writing
from desktop.errors import LibraryError
from desktop.model import (
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
    OfNoArticle,
    Relation,
    RelationId,
    Role,
)
from desktop.operations.history import gesture
from desktop.operations.ids import now
from desktop.operations.scheme import labels
from desktop.store import Store
from desktop.store.equal_marks import merged
from desktop.store.faults import backups_folder
from desktop.text.borders import sound
from desktop.text.borders.published import published
from desktop.text.lines import lines


@dataclass(frozen=True, slots=True)
class Mended:
    """What was wrong, in words; the copy from before (None: nothing was wrong), and what the step changed."""

    wrong: tuple[str, ...]
    copy: Path | None = None
    changes: Changes = field(default_factory=Changes)


@gesture
def mend(store: Store) -> Mended:
    """Mend what is in a library; raise LibraryError if it cannot be copied, as one that SQLite finds damaged cannot.

    What the model cannot hold at all is put in place outside of the history; the copy has it.
    """
    found = store.faults()
    if not found:
        return Mended(())
    copy = _copied(store)
    store.repair()
    articles = dict.fromkeys(each.article for each in store.faults() if each.article is not None)
    scheme = [(label, _label(label)) for label in store.labels()]
    known = [after for _, after in scheme]
    changes = [each for before, after in scheme for each in _relabelled(before, after)]
    for article in articles:
        changes += _article(store, article, known)
    done = store.apply("Mend library", changes) if changes else Changes()
    return Mended(tuple(found), copy, done)


def _copied(store: Store) -> Path:
    folder = backups_folder(store.path)
    target = writing.free_name(folder / f"{store.path.stem}-before-mending{store.path.suffix}")
    try:
        store.backup(target)
    except OSError as error:
        raise LibraryError("library-place", path=target, reason=error.strerror) from error
    return target


def _label(label: Label) -> Label:
    """Return a label that is one: a name that can be no name gives way, what else is wrong to the usual."""
    wrong = {fault.key for fault in sound.label_faults(label)}
    name = LabelName(_name(label.name)) if "name" in wrong else label.name
    usual = {"vi": name, "en": name, "color": labels.OTHER, "key": "", "layer": labels.LAYERS[0]}
    return replace(label, name=name, **{key: usual[key] for key in wrong - {"name"}})  # type: ignore[arg-type]  # of one kind


def _relabelled(before: Label, after: Label) -> list[Change]:
    if before == after:
        return []
    return [Change(before, after)] if before.name == after.name else [Change(before, None), Change(None, after)]


def _article(store: Store, article_id: ArticleId, known: list[Label]) -> list[Change]:
    """Return the changes of one article and what is marked on it; labels that they need are added to those that are known."""
    card, marks, facts = store.article(article_id), store.annotations(article_id), store.relations(article_id)
    article = _card(card)
    right, ids = _marks(article, marks)
    tied = [replace(each, head=ids.get(each.head, each.head), tail=ids.get(each.tail, each.tail)) for each in facts]
    fresh = labels.made_for(right, known)
    known += fresh
    before: list[Item] = [*facts, *marks, card]
    after: list[Item] = [*fresh, article]
    for each in merged(right, _facts(article, right, tied)):  # two labels may have become one
        after += each
    there, given = ({(type(each), _key(each)): each for each in items} for items in (before, after))
    gone = [Change(each, None) for key, each in there.items() if key not in given]
    return gone + [Change(there.get(key), each) for key, each in given.items() if there.get(key) != each]


def _key(item: Item) -> str:
    return item.name if isinstance(item, OfNoArticle) else item.id


def _card(article: Article) -> Article:
    """Return an article that keeps to the rules: lines that cover its text, dates that are dates, an id and a hash that are words."""
    wrong = {fault.key.partition("[")[0] for fault in sound.article_faults(article)}
    values: dict[str, object] = {}
    if "id" in wrong:
        values["id"] = ArticleId(str(uuid.uuid4()))
    if "sha256" in wrong:
        values["sha256"] = hashlib.sha256(f"{article.id}\n{article.text}".encode()).hexdigest()
    if "lines" in wrong:
        roles = {(line.start, line.end): line for line in article.lines}
        values["lines"] = tuple(roles.get(each, Line(*each, Role.BODY)) for each in lines(article.text))
        values["detected"] = None  # so that it is looked through again
    if "tags" in wrong:
        values["tags"] = tuple(each for each in article.tags if each.strip())
    values |= {key: published(getattr(article, key) or "") for key in wrong & {"published", "retrieved"}}
    values |= {"added": now()} if "added" in wrong else {}
    return replace(article, **values)  # type: ignore[arg-type]  # each of its own kind


def _marks(article: Article, before: Iterable[Annotation]) -> tuple[list[Annotation], dict[AnnotationId, AnnotationId]]:
    """Return the marks that stand on the text, each as the rules want it, and the ids that changed."""
    marks, ids = [], {}
    for mark in before:
        wrong = {fault.key for _, fault in sound.mark_faults(article.text, [mark])}
        if "start" in wrong:
            continue
        values: dict[str, object] = {"article": article.id, "label": _name(mark.label)}
        if "id" in wrong:
            ids[mark.id] = values["id"] = AnnotationId(str(uuid.uuid4()))
        values |= {"score": None} if "score" in wrong else {}
        values |= {key: now() for key in wrong & {"created", "modified"}}
        marks.append(replace(mark, **values))  # type: ignore[arg-type]  # each of its own kind
    return marks, ids


def _facts(article: Article, marks: list[Annotation], before: Iterable[Relation]) -> list[Relation]:
    facts = []
    for fact in before:
        wrong = {fault.key for _, fault in sound.fact_faults(marks, [fact])}
        if not wrong - {"id"}:
            fresh = RelationId(str(uuid.uuid4())) if wrong else fact.id
            facts.append(replace(fact, id=fresh, article=article.id))
    return facts


def _name(said: str) -> str:
    """Return a label's name that can be one: a line of words of at most so many characters."""
    words = "".join(char if char.isprintable() else " " for char in said).strip()
    return words[: sound.LONGEST_LABEL].strip() or "UNKNOWN"
