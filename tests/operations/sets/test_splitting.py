"""Articles dealt out: all of them once, the same each time, labels spread; and the sets that are written so."""

from collections import Counter

import pytest
from building import plain_page
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import operations
from desktop.errors import RequestError
from desktop.operations.sets.splitting import shares, split

ARTICLES = {f"a{at}": Counter(PERSON=5, EVENT=int(at % 10 == 0)) for at in range(100)}


def test_labels_are_spread_by_the_shares():
    parts = split(ARTICLES, (80, 10, 10), 1)
    told = [(len(part), sum(ARTICLES[each]["EVENT"] for each in part)) for part in parts]
    assert told == [(80, 8), (10, 1), (10, 1)]


def test_another_seed_deals_otherwise_and_the_same_seed_alike():
    parts = [
        split(dict(reversed(ARTICLES.items())) if back else ARTICLES, (80, 20), seed)
        for seed, back in ((1, 0), (1, 1), (2, 0))
    ]
    sets = [[frozenset(part) for part in each] for each in parts]
    assert (sets[0] == sets[1], sets[0] == sets[2]) == (True, False)


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(st.text(min_size=1, max_size=3), st.dictionaries(st.sampled_from("ABC"), st.integers(0, 5)), max_size=30),
    st.lists(st.integers(1, 90), min_size=2, max_size=4), st.integers(),
)  # fmt: skip
def test_every_article_is_in_one_set(drawn, given_shares, seed):
    labels = {article: Counter(counts) for article, counts in drawn.items()}
    parts = split(labels, given_shares, seed)
    assert sorted(each for part in parts for each in part) == sorted(labels)


@pytest.mark.parametrize("given", ["", "80", "80,0", "a,b", "80,-1,2", "80;10"])
def test_shares_that_are_none_are_refused(given):
    with pytest.raises(RequestError) as caught:
        shares(given)
    assert caught.value.kind == "split-shares"


@pytest.mark.parametrize(("name", "suffix"), [("csv", ".csv"), ("brat", "")])
def test_each_set_is_written_and_proved_for_itself(store, tmp_path, name, suffix):
    for at in range(10):
        (tmp_path / f"{at}.txt").write_text(f"Bài {at}\nBà Hoa.\n", "utf-8")
        (prepared,) = operations.prepare(tmp_path / f"{at}.txt", plain_page)
        operations.annotate(store, operations.add(store, prepared).article, 9, 12, "PERSON")
    done = operations.export_sets(
        store, name, tmp_path / f"set{suffix}", manner=operations.Manner(shares=(60, 20, 20), seed=3)
    )
    assert [(each.path.name, each.articles, each.verified, each.path.exists()) for each in done] == [
        (f"set.train{suffix}", 6, 6, True), (f"set.dev{suffix}", 2, 2, True), (f"set.test{suffix}", 2, 2, True),
    ]  # fmt: skip
