"""What a step is about: enough to say it, and to go there."""

import pytest
from building import SPANS, TEXT, detection

from desktop import operations
from desktop.model import Role


@pytest.fixture
def article(store, imported):
    made = imported(TEXT)
    operations.apply_detection(store, made.id, detection())
    return store.article(made.id)


def all_of(store, article):
    return [each.id for each in store.annotations(article.id)]


def another(store, article, imported):
    operations.tag(store, [article.id, imported("Bài khác\n\nMột câu.\n").id], ["quê"], [])


REACHED = {
    "several marks": (
        lambda s, a, _: operations.accept(s, all_of(s, a)),
        ("Accept", 1, True, 4, SPANS[0].start, SPANS[0].end),
    ),
    "one mark and the value read in it": (
        lambda s, a, _: operations.note(s, all_of(s, a)[2], "xem lại"),
        ("Note", 1, True, 1, *sorted((each.start, each.end) for each in SPANS)[2]),
    ),
    "a fact": (
        lambda s, a, _: operations.accept_facts(s, [each.id for each in s.relations(a.id)]),
        ("Accept fact", 1, True, 1, SPANS[0].start, SPANS[0].end),
    ),
    "a line": (
        lambda s, a, _: operations.set_role(s, a.id, 20, 20, Role.CAPTION),
        ("Line role", 1, True, 0, TEXT.index("Bà"), len(TEXT) - 1),
    ),
    "a card": (lambda s, a, _: operations.tag(s, [a.id], ["quê"], []), ("Tag", 1, True, 0, 0, 0)),
    "an article whole": (lambda s, a, _: operations.delete_articles(s, [a.id]), ("Delete article", 1, True, 0, 0, 0)),
    "several articles": (another, ("Tag", 2, False, 0, 0, 0)),
}


@pytest.mark.parametrize(("do", "expected"), REACHED.values(), ids=REACHED)
def test_a_step_says_what_it_reaches_before_and_after_it_is_undone(store, article, imported, do, expected):
    do(store, article, imported)
    told = []
    for undone in (False, True):
        known = store.reach(undone)
        told.append(
            (known.step.title, known.articles, known.article == article.id, known.marks, known.start, known.end)
        )
        store.undo()
    assert told == [expected] * 2


def test_the_title_is_the_one_the_article_has_now_and_had_last(store, article):
    operations.accept(store, all_of(store, article)[:1])
    before = store.reach(False).title
    store.begin(article.id)
    operations.delete_articles(store, [article.id])
    assert (before, store.reach(False).title, store.reach(True)) == (article.title, article.title, None)
