"""Who and what a library names, and who marked there."""

import pytest
from building import detection

from desktop import operations
from desktop.store.shelf.named import Name

TEXT = "Chị Tô Thị Nhài và anh Lò Pha. TÔ THỊ NHÀI nói."


NHAI = Name("PERSON", "Tô Thị Nhài", 4, 2, frozenset({"tô thị nhài"}))
PHA = Name("PERSON", "Lò Pha", 1, 1, frozenset({"lò pha"}))


def mark(store, article, words, by, at=0):
    start = TEXT.index(words, at)
    operations.annotate(store, article, start, start + len(words), "PERSON", by=by)


@pytest.fixture
def named(store, imported):
    articles = [imported(f"{TEXT}\n{name}\n", f"{name}.txt").id for name in "abc"]
    for article in articles[:2]:
        for words in ("Tô Thị Nhài", "TÔ THỊ NHÀI"):
            mark(store, article, words, "Lụa")
    mark(store, articles[2], "Lò Pha", "Pha")
    rejected = store.annotations(articles[2])
    operations.reject(store, [each.id for each in rejected])
    mark(store, articles[1], "Lò Pha", "Pha")
    return store


@pytest.mark.parametrize(
    ("labels", "articles", "most", "expected"),
    [
        (
            ["PERSON"],
            9,
            9,
            [NHAI, PHA],
        ),
        (["PERSON"], 9, 1, [NHAI]),
        (["PERSON"], 1, 9, []),
        (["LOCATION"], 9, 9, []),
    ],
)
def test_names_are_told_once_by_their_most_frequent_words_and_by_how_many_articles(
    named, labels, articles, most, expected
):
    assert named.shelf.names(labels, articles, most) == expected


def test_people_are_told_without_the_detector(named):
    operations.apply_detection(named, named.rows()[0].id, detection())
    assert named.shelf.people() == ["Lụa", "Pha"]
