"""Many stretches and many annotations at once: one step each."""

import pytest
from building import TEXT, detection, dump

from desktop import operations
from desktop.errors import RequestError
from desktop.model import Span, Status


@pytest.fixture
def article(imported):
    return imported(TEXT)


def brief(annotations):
    return [(each.start, each.end, each.label, each.status.value) for each in annotations]


def suggest(store, article, *spans):
    operations.apply_detection(store, article.id, detection(spans=[Span(*each) for each in spans], relations=()))


def test_all_are_marked_as_one_step(store, article):
    before = dump(store)
    operations.mark_all(store, article.id, [(0, 4), (5, 9), (0, 4)], "EVENT", by="Hoa")
    made = store.annotations(article.id)
    title = store.next_undo().title
    operations.undo(store)
    assert (brief(made), title, dump(store)) == (
        [(0, 4, "EVENT", "accepted"), (5, 9, "EVENT", "accepted")], "Mark all", before,
    )  # fmt: skip


def test_what_is_there_already_is_taken_up(store, article):
    suggest(store, article, (0, 4, "EVENT"), (5, 9, "PERSON"))
    operations.annotate(store, article.id, 10, 13, "TITLE")
    operations.mark_all(store, article.id, [(0, 4), (5, 9), (10, 13), (14, 16)], "EVENT")
    assert brief(store.annotations(article.id)) == [
        (0, 4, "EVENT", "accepted"), (5, 9, "EVENT", "accepted"), (10, 13, "TITLE", "accepted"), (14, 16, "EVENT", "accepted"),
    ]  # fmt: skip


def test_several_are_relabelled_as_one_step(store, article):
    suggest(store, article, (0, 4, "EVENT"), (5, 9, "COUNT", 5, "kg"))
    before = dump(store)
    ids = [each.id for each in store.annotations(article.id)]
    operations.relabel(store, ids, "EVENT", by="Hoa")
    made = store.annotations(article.id)
    operations.undo(store)
    assert (brief(made), [(each.value, each.by) for each in made], dump(store)) == (
        [(0, 4, "EVENT", "accepted"), (5, 9, "EVENT", "accepted")], [(None, "test-1"), (None, "Hoa")], before,
    )  # fmt: skip


REFUSED = {
    "no label": (lambda s, a: operations.mark_all(s, a, [(0, 4)], "NOTHING"), "label-unknown"),
    "no stretch": (lambda s, a: operations.mark_all(s, a, [(0, 4), (3, 10**6)], "TITLE"), "annotation-range"),
    "no article": (lambda s, _: operations.mark_all(s, "none", [(0, 4)], "TITLE"), "article-unknown"),
    "no annotation": (lambda s, _: operations.relabel(s, ["none"], "TITLE"), "annotation-unknown"),
    "relabelled to nothing": (lambda s, _: operations.relabel(s, [], "NOTHING"), "label-unknown"),
}


@pytest.mark.parametrize(("act", "kind"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_changes_nothing(store, article, act, kind):
    before = dump(store)
    with pytest.raises(RequestError) as caught:
        act(store, article.id)
    assert (caught.value.kind, dump(store)) == (kind, before)


def test_nothing_to_change_is_no_step(store, article):
    operations.mark_all(store, article.id, [(0, 4)], "EVENT")
    before = store.next_undo()
    operations.mark_all(store, article.id, [(0, 4)], "EVENT")
    operations.mark_all(store, article.id, [], "EVENT")
    operations.relabel(store, [store.annotations(article.id)[0].id], "EVENT")
    assert (store.next_undo(), store.annotations(article.id)[0].status) == (before, Status.ACCEPTED)
