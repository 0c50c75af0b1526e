"""What a store remembers of its last reading is what another one reads from the file."""

import pytest
from building import TEXT, detection

from desktop import operations
from desktop.model import Role, State
from desktop.store import Store


def fresh(path, article):
    """Return the article and its annotations as a store reads them that has read nothing yet."""
    other = Store(path, write=False)
    try:
        return (other.article(article) if other.has_article(article) else None, other.annotations(article))
    finally:
        other.close()


def first(store, article):
    return store.annotations(article)[0].id


GESTURES = {
    "mark": lambda store, id: operations.annotate(store, id, 2, 9, "PERSON", note="đây"),
    "mark at the same place": lambda store, id: operations.annotate(
        store, id, *next((each.start, each.end) for each in store.annotations(id)), "TIME"
    ),
    "accept": lambda store, id: operations.accept(store, [each.id for each in store.annotations(id)]),
    "relabel": lambda store, id: operations.relabel(store, [first(store, id)], "EVENT"),
    "resize": lambda store, id: operations.resize(store, first(store, id), 40, 44),
    "delete": lambda store, id: operations.delete(store, [each.id for each in store.annotations(id)][1:]),
    "detect": lambda store, id: operations.apply_detection(
        store, id, detection(version="test-2", spans=(), relations=())
    ),
    "correct": lambda store, id: operations.set_role(store, id, 0, 4, Role.FURNITURE),
    "tag": lambda store, id: operations.tag(store, [id], ["đọc lại"], []),
    "begin to read": lambda store, id: operations.begin_reading(store, id),
    "state": lambda store, id: operations.set_state(store, [id], State.DONE),
    "delete the article": lambda store, id: operations.delete_articles(store, [id]),
}


def read(store, article):
    return (store.article(article) if store.has_article(article) else None, store.annotations(article))


@pytest.mark.parametrize("gesture", GESTURES.values(), ids=GESTURES)
def test_after_a_gesture_its_undo_and_its_redo_all_is_as_in_the_file(store, imported, gesture):
    article = imported(TEXT).id
    operations.apply_detection(store, article, detection())
    seen, expected = [read(store, article)], [fresh(store.path, article)]
    gesture(store, article)
    for travel in (None, operations.undo, operations.redo):
        if travel is not None:
            travel(store)
        seen.append(read(store, article))
        expected.append(fresh(store.path, article))
    assert (seen, len({repr(each) for each in seen}) > 1) == (expected, True)


def test_what_failed_is_not_remembered(store, imported):
    article = imported(TEXT).id
    before = read(store, article)
    store._connection.execute("CREATE TRIGGER no BEFORE INSERT ON block BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(Exception, match="no"):
        operations.annotate(store, article, 2, 9, "PERSON")
    assert read(store, article) == before == fresh(store.path, article)


def test_a_list_that_was_handed_out_stays_as_it_was(store, imported):
    article = imported(TEXT).id
    handed = store.annotations(article)
    operations.annotate(store, article, 2, 9, "PERSON")
    assert (handed, len(store.annotations(article))) == ([], 1)
