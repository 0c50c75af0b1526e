"""Notes stand in the indexes of texts, and keep in step with every way in which they change."""

import shutil
import sqlite3

import pytest
from building import SPANS, TEXT, detection, dump, make_older, plain_page

from desktop import operations
from desktop.store import Store


@pytest.fixture(scope="module")
def noted(tmp_path_factory):
    """A closed library of one article with two notes, one of them on a mark that was rejected."""
    path = tmp_path_factory.mktemp("noted") / "library.butda"
    store = operations.open_library(path)
    (prepared,) = operations.prepare_paste(TEXT, False, plain_page)
    article = operations.add(store, prepared).article
    operations.apply_detection(store, article, detection(TEXT, SPANS))
    first, *_, last = store.annotations(article)
    operations.note(store, first.id, "Hỏi lại Đảng ủy")
    operations.note(store, last.id, "không rõ nơi nào")
    operations.reject(store, [last.id])
    store.close()
    return path


@pytest.fixture
def store(noted, tmp_path):
    shutil.copy(noted, tmp_path / "library.butda")
    opened = Store(tmp_path / "library.butda")
    yield opened
    opened.close()


def found(store):
    return [len(store.search(words)) for words in ("hỏi lại", "noi nao", '"ủy không"', "trả lời")]


def mark(store, words):
    article = store.rows()[0].id
    return next(each for each in store.annotations(article) if words in each.note)


def test_notes_are_found_also_those_on_rejected_marks(store):
    assert found(store) == [1, 1, 0, 0]


def test_a_note_that_is_rewritten_taken_away_and_brought_back_is_followed(store):
    operations.note(store, mark(store, "Hỏi").id, "trả lời")
    rewritten = found(store)
    operations.note(store, mark(store, "trả").id, "")
    emptied = found(store)
    operations.undo(store)
    operations.undo(store)
    assert (rewritten, emptied, found(store)) == ([0, 1, 0, 1], [0, 1, 0, 0], [1, 1, 0, 0])


def test_notes_go_and_come_with_their_article(store):
    before = dump(store)
    operations.delete_articles(store, [store.rows()[0].id])
    gone = found(store), len(dump(store)["bare"])
    operations.undo(store)
    assert (gone, found(store), dump(store)) == (([0, 0, 0, 0], 0), [1, 1, 0, 0], before)


def test_a_note_goes_and_comes_with_its_mark(store):
    article = store.rows()[0].id
    (made,) = operations.annotate(store, article, 0, 4, "PERSON", note="trả lời").made
    there = found(store)
    operations.delete(store, [made.id])
    gone = found(store)
    operations.undo(store)
    assert (there, gone, found(store)) == ([1, 1, 0, 1], [1, 1, 0, 0], [1, 1, 0, 1])


def test_an_older_library_finds_its_notes_once_it_is_brought_up(noted, tmp_path):
    path = tmp_path / "older.butda"
    shutil.copy(noted, path)
    make_older(path)
    store = Store(path)
    seen = found(store)
    words = dump(store)
    store.close()
    as_new = Store(noted)
    expected = dump(as_new)
    as_new.close()
    assert (seen, words["tones"], words["bare"]) == ([1, 1, 0, 0], expected["tones"], expected["bare"])


def test_what_repair_takes_away_is_found_no_more(store):
    chosen = mark(store, "Hỏi")
    connection = sqlite3.connect(store.path)
    connection.execute("UPDATE annotation SET label = NULL WHERE id = ?", (chosen.id,))
    connection.commit()
    connection.close()
    store.repair()
    words = {row[0] for row in dump(store)["bare"]}
    assert (found(store), "hoi" in words, "noi" in words) == ([0, 1, 0, 0], False, True)
