"""What a person says of articles: tags, how far one has come, and the card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, listed, opened
from desktop.cli.saying import cell, say
from desktop.errors import RequestError
from desktop.model import Article, ArticleId, State
from desktop.operations.scheme.own_lists import own_lists
from desktop.operations.shelving import NOTE, OWN
from desktop.store import Store
from desktop.text import typed

_FIELDS = ("title", "source", "byline", "published", "place", "url", "file", "retrieved")
_DATES = ("published", "retrieved")


@command("tag")
@click.argument("articles", nargs=-1, required=True)
@click.option("--add", help="Tags, with commas between.")
@click.option("--remove", help="Tags, with commas between.")
def tag(articles: tuple[str, ...], add: str | None, remove: str | None, library: Path | None) -> None:
    """Give tags to articles and take others off, as one step; print each article with its tags."""
    with opened(library, write=True) as store:
        found = _found(store, articles)
        operations.tag(store, found, listed(add), listed(remove))
        for each in found:
            say(f"{each}\t{cell(', '.join(store.article(each).tags))}")


@command("state")
@click.argument("articles", nargs=-1, required=True)
@click.argument("state", type=click.Choice([str(each) for each in State]))
def state(articles: tuple[str, ...], state: str, library: Path | None) -> None:
    """Say how far one has come with articles, as one step; print each article with its state."""
    with opened(library, write=True) as store:
        found = _found(store, articles)
        operations.set_state(store, found, State(state))
        for each in found:
            say(f"{each}\t{store.article(each).state}")


@command("card")
@click.argument("article")
@click.argument("values", nargs=-1, metavar="[FIELD=VALUE...]")
def card(article: str, values: tuple[str, ...], library: Path | None) -> None:
    """Correct what the card of ARTICLE says, as one step, and print the card.

    FIELD is title, source, byline, published, place, url, file, retrieved or note, or fields.NAME for a field of your own; an empty
    VALUE takes it away. Dates are 15/6/2019 9:30, less of it, or 2019-06-15; times in the text that lean on the date are read anew.
    """
    with opened(library, write=bool(values)) as store:
        before = store.article(store.find(article))
        if values:
            wanted = before
            for each in values:
                wanted = _said(wanted, each)
            _correct(store, before, wanted)
        for name, value in _told(store.article(before.id)):
            say(f"{name}: {cell(value)}")


def _found(store: Store, articles: tuple[str, ...]) -> list[ArticleId]:
    return list(dict.fromkeys(store.find(each) for each in articles))


def _said(article: Article, given: str) -> Article:
    """Return an article whose card says what was given; raise RequestError for a field that is none, and for a date that is none."""
    name, equals, value = given.partition("=")
    if name in _DATES and value:
        day = typed.written(value)
        if day is None:
            raise RequestError("article-date", date=value)
        value = day
    if equals and name in _FIELDS:
        return replace(article, **{name: value})  # type: ignore[arg-type]  # all of them are text
    own = NOTE if name == NOTE else name.removeprefix(OWN) if name.startswith(OWN) else ""
    if not equals or not own:
        raise RequestError("card-field", field=given, fields=", ".join((*_FIELDS, NOTE, f"{OWN}NAME")))
    return replace(article, fields={**article.fields, own: value})


def _correct(store: Store, before: Article, wanted: Article) -> None:
    step = operations.correct(store, wanted).step
    after = store.article(before.id)
    if step is not None and after.published != before.published and after.detected is not None:
        from desktop.detect import detect

        own = own_lists(store)
        earlier = operations.look(detect, replace(after, published=before.published), own)
        operations.apply_detection(store, after.id, operations.look(detect, after, own), step, earlier)


def _told(article: Article) -> Iterator[tuple[str, str]]:
    yield "id", article.id
    for name in _FIELDS:
        yield name, getattr(article, name) or ""
    yield "state", article.state
    yield "tags", ", ".join(article.tags)
    for name, value in article.fields.items():
        yield (name if name == NOTE else f"{OWN}{name}"), value
