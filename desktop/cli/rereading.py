"""Articles read again from their originals, and the marks that wait for a place since."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from desktop import operations
from desktop.cli.group import command, opened
from desktop.cli.saying import cell, say
from desktop.errors import KnownError, RequestError
from desktop.model import AnnotationId, ArticleId
from desktop.operations.rereading.placing import Place
from desktop.operations.scheme.own_lists import own_lists
from desktop.store import Store

_AROUND = 25  # characters of the text that are shown beside a place


@command("reread")
@click.argument("articles", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All articles that keep their original.")
def reread(articles: tuple[str, ...], every: bool, library: Path | None) -> None:
    """Read articles again from their kept originals, as one step; your marks and corrections are carried over.

    Says of each article what became of it, of each mark placed with less than certainty how sure it is, and which marks wait.
    """
    if bool(articles) == every:
        raise click.UsageError("Name articles, or give --all.")
    with opened(library, write=True) as store:
        named = [store.find(each) for each in articles] if articles else [row.id for row in store.rows()]
        failed, step = 0, None
        for article in dict.fromkeys(named):
            try:
                step = _reread(store, article, step, every) or step
            except KnownError as error:
                failed += 1
                say(f"failed\t{article}\t{cell(str(error))}")
        store.end_offer()
    if failed:
        sys.exit(1)


def _reread(store: Store, article_id: ArticleId, step: int | None, every: bool) -> int | None:
    """Read one article again as part of a step, say what became of it, and return the step."""
    from desktop.detect import read_page

    before, content = store.article(article_id), store.original(article_id)
    if content is None:
        if not every:
            raise RequestError("article-original", id=article_id)
        return None
    done = taken(store, article_id, operations.read_again(before, content, read_page), step)
    for line in told(store, done):
        say(line)
    return done.step


def taken(store: Store, article_id: ArticleId, read: operations.Prepared, step: int | None) -> operations.Reread:
    """Let an article be what was read of it now, as part of a step; one that was looked through is looked through again."""
    from desktop.detect import detect

    was_seen = store.article(article_id).detected is not None
    done = operations.reread(store, article_id, read, step)
    if done.step is not None and was_seen:
        found = operations.look(detect, store.article(article_id), own_lists(store))
        operations.apply_detection(store, article_id, found, done.step)
    return done


def told(store: Store, done: operations.Reread, word: str = "read again") -> Iterator[str]:
    """Yield what became of an article that was read again."""
    word = word if done.step is not None else "same"
    yield (f"{word}\t{done.article}\t{done.placed}\t{len(done.orphans)}\t{cell(done.title)}")
    text = store.article(done.article).text
    for mark, confidence in done.unsure:
        yield (f"placed\t{mark.id}\t{confidence:.2f}\t{mark.label}\t{cell(text[mark.start : mark.end])}")
    for each in done.orphans:
        yield (f"waits\t{each.id}\t{each.mark.label}\t{cell(each.quote)}")
    if done.lost:
        yield (f"facts\t{done.article}\t{done.lost}\tgone with the marks that wait; undo brings them back")


@command("orphans")
@click.argument("articles", nargs=-1)
@click.option("--place", metavar="MARK", help="Put this mark on the stretch of --at.")
@click.option(
    "--at", nargs=2, type=int, metavar="START END", help="Where: characters of the text, as `show` counts them."
)
@click.option("--drop", multiple=True, metavar="MARK", help="Let this mark go; may stand several times.")
def orphans(
    articles: tuple[str, ...],
    place: str | None,
    at: tuple[int, int] | None,
    drop: tuple[str, ...],
    library: Path | None,
) -> None:
    """List the marks that wait for a place since their article was read again, each with where it may belong; place or drop them."""
    if (place is None) != (at is None):
        raise click.UsageError("--place and --at go together.")
    with opened(library, write=bool(place or drop)) as store:
        if place is not None and at is not None:
            operations.give_home(store, _found(store, place), *at)
        operations.drop_orphans(store, [_found(store, each) for each in drop])
        wanted = [store.find(each) for each in articles]
        count = 0
        for each in store.readings.orphans():
            if not wanted or each.article in wanted:
                text = store.article(each.article).text
                say(f"{each.id}\t{each.article}\t{each.mark.label}\t{cell(each.quote)}\t{cell(each.mark.note)}")
                count += 1
                for where in operations.suggestions(store, each):
                    say(f"\t{where.start}\t{where.end}\t{where.confidence:.2f}\t{_shown(text, where)}")
    say(f"waiting\t{count}")


def _found(store: Store, beginning: str) -> AnnotationId:
    found = [each.id for each in store.readings.orphans() if each.id.startswith(beginning)]
    if len(found) != 1:
        raise RequestError("orphan-unknown", id=beginning)
    return found[0]


def _shown(text: str, where: Place) -> str:
    before, after = text[max(where.start - _AROUND, 0) : where.start], text[where.end : where.end + _AROUND]
    return cell(f"{before}[{text[where.start : where.end]}]{after}")
