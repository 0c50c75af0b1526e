"""Put articles in order: their tags and state, and what their cards say of them. One gesture is one step."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from desktop.errors import RequestError
from desktop.model import CARD, Article, ArticleId, Change, Changes, Origin, State
from desktop.model import NOTE as NOTE
from desktop.operations.history import gesture
from desktop.store import Store
from desktop.text.normal import normal

OWN = "fields."  # before the name of a field of the person's own, where all fields of a card are named

# What a card can correct, with the title of a step that corrects no more than that.
TITLES = {
    "title": "Correct title",
    "source": "Correct source",
    "byline": "Correct byline",
    "published": "Correct date",
    "place": "Correct place",
    "url": "Correct address",
    "file": "Correct file name",
    "retrieved": "Correct date retrieved",
    "tags": "Tag",
    "state": "Set state",
    "fields": "Correct fields",
}
_SEVERAL = "Correct card"
_ARTICLE_NOTE = "Note on article"
CORRECTIONS = frozenset({*TITLES.values(), _SEVERAL, _ARTICLE_NOTE})  # every title that a step of `correct` can have
_SHAPE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?")


def begin_reading(store: Store, article: ArticleId) -> bool:
    """Say of an unread article that it is being read; return whether it was unread.

    Not a step of the history: a look at an article is nothing that a person wants to take back, and it must not drop what redo would do.
    """
    return store.begin(article)


@gesture
def set_state(store: Store, articles: Iterable[ArticleId], state: State, join: int | None = None) -> Changes:
    """Say how far a person has come with articles, as one step or as part of step `join`."""
    before = [store.article(each) for each in articles]
    return _write(store, "Set state", [(each, replace(each, state=state)) for each in before], join)


@gesture
def tag(
    store: Store, articles: Iterable[ArticleId], add: Iterable[str], remove: Iterable[str] = (), join: int | None = None
) -> Changes:
    """Give tags to articles and take others off, as one step or as part of step `join`."""
    wanted, unwanted = clean_tags(add), set(clean_tags(remove))
    before = [store.article(each) for each in articles]
    return _write(
        store,
        "Tag",
        [
            (each, replace(each, tags=tuple(dict.fromkeys(name for name in (*each.tags, *wanted) if name not in unwanted))))
            for each in before
        ],
        join,
    )  # fmt: skip


@gesture
def correct(store: Store, article: Article) -> Changes:
    """Write what a card says of an article, as one step named by what was corrected.

    Text, lines and what else a card does not show stay as they are in the library. Raises RequestError for an empty title
    and for a date that is none. Times in the text that depend on a corrected date are resolved anew by `apply_detection`
    with `join`, so that they are part of this step.
    """
    before = store.article(article.id)
    values = {each.name: _cleaned(getattr(article, each.name)) for each in fields(Article) if each.name in TITLES}
    after = replace(before, **values)  # type: ignore[arg-type]  # each of its own kind
    after = replace(
        after, tags=clean_tags(after.tags), published=after.published or None, retrieved=after.retrieved or None
    )
    changed = [name for name in CARD if getattr(before, name) != getattr(after, name)]
    changed += [f"{OWN}{name}" for name, words in after.fields.items() if before.fields.get(name) != words]
    after = replace(after, origins=before.origins | dict.fromkeys(changed, str(Origin.PERSON)))
    if not after.title:
        raise RequestError("article-untitled")
    for day in (after.published, after.retrieved):
        if day is not None and not _SHAPE.fullmatch(day):
            raise RequestError("article-date", date=day)
    return _write(store, _title(before, after), [(before, after)])


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without white space at their ends, commas, and repetitions; the order stays."""
    cleaned = (" ".join(normal(each).replace(",", " ").split()) for each in tags)
    return tuple(dict.fromkeys(each for each in cleaned if each))


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return value if isinstance(value, State) else normal(value).strip()
    if isinstance(value, dict):
        cleaned = {normal(name).strip(): normal(words).strip() for name, words in value.items()}
        return {name: words for name, words in cleaned.items() if name and words}
    return value


def _title(before: Article, after: Article) -> str:
    changed = [name for name in TITLES if getattr(before, name) != getattr(after, name)]
    if changed == ["fields"]:
        rest = [{name: words for name, words in each.fields.items() if name != NOTE} for each in (before, after)]
        return _ARTICLE_NOTE if rest[0] == rest[1] else TITLES["fields"]
    return TITLES[changed[0]] if len(changed) == 1 else _SEVERAL


def _write(store: Store, title: str, pairs: Iterable[tuple[Article, Article]], join: int | None = None) -> Changes:
    changes = [Change(before, after) for before, after in pairs if before != after]
    return store.apply(title, changes, join=join) if changes else Changes()
