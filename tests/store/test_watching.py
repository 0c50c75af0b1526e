"""The files of an open library that go away or are exchanged under it."""

import sqlite3

import pytest
from building import TEXT, contents

from desktop import operations
from desktop.errors import LibraryError
from desktop.store import Store, checking

LOSSES = {
    "its log": ("-wal", "library-log-gone"),
    "the log's index": ("-shm", "library-log-gone"),
    "itself": ("", "library-gone"),
}


@pytest.fixture
def marked(store, imported):
    """A library whose newest marks stand in its log alone, and their number."""
    article = imported(TEXT)
    for label in ("ORGANIZATION", "PERSON", "EVENT"):
        operations.annotate(store, article.id, 0, 4, label)
    return store, article


@pytest.mark.parametrize("foreign", [True, False], ids=["replaced", "removed"])
@pytest.mark.parametrize(("end", "kind"), LOSSES.values(), ids=LOSSES)
def test_a_file_lost_while_open_is_told_before_the_next_mark_and_what_was_open_is_saved(marked, end, kind, foreign):
    store, article = marked
    lost = store.path.with_name(store.path.name + end)
    lost.rename(lost.with_name("aside"))
    if foreign:
        lost.write_bytes(b"another's")
    with pytest.raises(LibraryError) as caught:
        operations.annotate(store, article.id, 0, 4, "TITLE")
    copy = sqlite3.connect(caught.value.parameters["copy"])
    saved = sorted(row[0] for row in copy.execute("SELECT label FROM annotation")), checking.damage(copy)
    copy.close()
    assert (caught.value.kind, saved, len(store.annotations(article.id))) == (
        kind, (["EVENT", "ORGANIZATION", "PERSON"], []), 3,
    )  # fmt: skip


def test_a_loss_is_noticed_by_looking_alone_and_saved_once(marked, tmp_path):
    store, _ = marked
    store.watch()
    before = (tmp_path / "library.backups").exists()
    store.path.with_name("library.butda-wal").unlink()
    told = []
    for _ in range(3):
        with pytest.raises(LibraryError) as caught:
            store.watch()
        told.append(caught.value.parameters["copy"].name)
    assert (before, told, list(contents(tmp_path / "library.backups"))) == (
        False, ["library-saved.butda"] * 3, ["library-saved.butda"],
    )  # fmt: skip


def test_where_no_copy_can_lie_beside_the_library_it_lies_in_the_persons_data(marked, tmp_path, monkeypatch):
    store, _ = marked
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "library.backups").write_text("a file where the folder should be")
    store.path.with_name("library.butda-wal").unlink()
    with pytest.raises(LibraryError) as caught:
        store.watch()
    assert caught.value.parameters["copy"] == tmp_path / "data" / "butda" / "saved" / "library-saved.butda"


def test_where_nothing_can_be_saved_that_is_told_and_tried_again(marked, tmp_path, monkeypatch):
    store, _ = marked
    monkeypatch.setenv("XDG_DATA_HOME", "/proc/none")
    (tmp_path / "library.backups").write_text("a file where the folder should be")
    store.path.with_name("library.butda-wal").unlink()
    with pytest.raises(LibraryError) as caught:
        store.watch()
    (tmp_path / "library.backups").unlink()
    with pytest.raises(LibraryError) as again:
        store.watch()
    assert (caught.value.kind, again.value.kind) == ("library-lost", "library-log-gone")


def test_a_library_whose_log_was_removed_is_whole_when_it_was_closed(marked):
    store, article = marked
    store.path.with_name("library.butda-wal").unlink()
    with pytest.raises(LibraryError):
        store.watch()
    store.close()
    again = Store(store.path)
    held = len(again.annotations(article.id)), again.check()
    again.close()
    assert held == (3, [])


def test_work_of_many_hands_is_no_loss(marked):
    store, article = marked
    for _ in range(3):
        reader = Store(store.path, write=False)
        reader.annotations(article.id)
        operations.checkpoint(store.path)
        reader.close()
    store.watch()
    assert operations.annotate(store, article.id, 0, 4, "TITLE") is not None
