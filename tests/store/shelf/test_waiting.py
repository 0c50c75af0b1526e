"""Which articles wait for a review, in the order of a listing."""

import pytest
from building import TEXT, detection

from desktop import operations
from desktop.model import Listing, Sorting


@pytest.fixture
def articles(store, imported):
    made = [imported(f"{TEXT}Bài {name}.\n", f"{name}.txt").id for name in "cab"]
    for article in made:
        operations.apply_detection(store, article, detection())
    return made


LISTINGS = {
    "by title": (Listing(Sorting.TITLE, descending=False), (), {1: 4, 2: 4}),
    "the other way": (Listing(Sorting.TITLE), (), {2: 4, 1: 4}),
    "a filter": (Listing(Sorting.TITLE, tag="quê"), (), {2: 4}),
    "without a label": (Listing(Sorting.TITLE), ("PERSON", "TITLE"), {2: 2, 1: 2}),
    "without all": (Listing(), ("PERSON", "TITLE", "COUNT", "LOCATION"), {}),
}


@pytest.mark.parametrize(("listing", "hidden", "expected"), LISTINGS.values(), ids=LISTINGS)
def test_articles_with_suggestions_are_counted_in_the_order_of_the_shelf(store, articles, listing, hidden, expected):
    operations.reject(store, [each.id for each in store.annotations(articles[0])])
    operations.tag(store, [articles[0], articles[2]], ["quê"], [])
    found = store.shelf.waiting(listing, hidden)
    assert list(found.items()) == [(articles[at], count) for at, count in expected.items()]


def test_named_articles_are_counted_in_their_own_order(store, articles):
    operations.accept(store, [store.annotations(articles[1])[0].id])
    found = store.shelf.waiting_in([articles[2], articles[1], "gone"], ("COUNT",))
    assert list(found.items()) == [(articles[2], 3), (articles[1], 2)]
