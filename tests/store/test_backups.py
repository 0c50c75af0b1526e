"""Copies of the library."""

import sqlite3

import pytest
from building import TEXT, contents, dump

from desktop import operations
from desktop.errors import ExportError, LibraryError, Stopped
from desktop.model import State
from desktop.store import Store, checking


@pytest.fixture
def library(tmp_path):
    """A function that opens the same library again."""
    return lambda name="library.butda": operations.open_library(tmp_path / name)


def change(store):
    step = store.apply("Import", [], {f"{len(store.labels()):064}": b"bytes"})
    store.apply("Again", [])
    return step


def test_a_copy_is_kept_at_closing_only_if_something_was_changed(library, tmp_path):
    library().close(backup=True)
    store = library()
    store.undo()
    store.close(backup=True)
    none = (tmp_path / "library.backups").exists()
    store = library()
    change(store)
    store.close(backup=True)
    assert (none, len(list((tmp_path / "library.backups").iterdir()))) == (False, 1)


def test_the_newest_five_copies_are_kept(library, tmp_path):
    names = []
    for _ in range(7):
        store = library("thư viện [1].butda")
        change(store)
        store.close(backup=True)
        names.append(sorted(contents(tmp_path / "thư viện [1].backups"))[-1])
    assert sorted(contents(tmp_path / "thư viện [1].backups")) == names[-5:]


def test_copies_made_before_a_migration_are_not_pruned(library, tmp_path):
    kept = tmp_path / "library.backups" / "library-before-schema-2-from-0.butda"
    kept.parent.mkdir()
    kept.write_bytes(b"kept")
    for _ in range(6):
        store = library()
        change(store)
        store.close(backup=True)
    assert (len(contents(kept.parent)), kept.read_bytes()) == (6, b"kept")


def stop(*_):
    raise Stopped


def test_a_copy_that_is_stopped_leaves_nothing_and_the_library_goes_on(store, imported, tmp_path):
    imported(TEXT)
    before = dump(store)
    with pytest.raises(Stopped):
        store.backup(tmp_path / "copies" / "copy.butda", stop)
    operations.begin_reading(store, store.rows()[0].id)
    assert (contents(tmp_path / "copies"), before["text"], store.rows()[0].state) == (
        {}, dump(store)["text"], State.READING,
    )  # fmt: skip


def test_a_copy_can_be_stopped_while_it_is_checked(store, imported, tmp_path, monkeypatch):
    imported(TEXT)
    monkeypatch.setattr(checking, "_STEPS", 10)
    told = []

    def tell(done, total):
        told.append((done, total))
        if (done, total) == (0, 0):
            raise Stopped

    with pytest.raises(Stopped):
        store.backup(tmp_path / "copies" / "copy.butda", tell)
    assert (contents(tmp_path / "copies"), told[-1], len(told) > 1) == ({}, (0, 0), True)


def test_a_check_that_is_stopped_finds_nothing_wrong_and_can_be_made_again(store, imported, monkeypatch):
    imported(TEXT)
    monkeypatch.setattr(checking, "_STEPS", 10)
    with pytest.raises(Stopped):
        store.check(stop)
    told = []
    assert (store.check(lambda *counts: told.append(counts)), set(told)) == ([], {(0, 0)})


def test_a_backup_holds_the_last_commit_though_it_stands_in_the_wal(store, imported, tmp_path):
    article = imported(TEXT)
    operations.annotate(store, article.id, 0, 4, "ORGANIZATION")
    wal = store.path.with_name("library.butda-wal").stat().st_size
    operations.backup(store, tmp_path / "copies" / "copy.butda")
    copy = Store(tmp_path / "copies" / "copy.butda")
    held = dump(copy)
    undone = copy.undo()
    copy.close()
    assert (wal > 0, held, undone.title) == (True, dump(store), "Mark")


def test_a_backup_replaces_an_older_one_whole(store, imported, tmp_path):
    target = tmp_path / "copy.butda"
    target.write_bytes(b"old")
    imported(TEXT)
    operations.backup(store, target)
    count = sqlite3.connect(target).execute("SELECT COUNT(*) FROM article").fetchone()
    assert (count, [name for name in contents(tmp_path) if name.startswith(".butda-")]) == ((1,), [])


def test_a_damaged_library_gives_no_backup_and_leaves_the_old_one(store, imported, tmp_path):
    imported(TEXT)
    target = tmp_path / "copy.butda"
    target.write_bytes(b"old")
    store._connection.execute("PRAGMA foreign_keys = OFF")
    store._connection.execute("DELETE FROM article_text")
    store._connection.execute("INSERT INTO relation (id, article) VALUES ('r', 'nowhere')")
    with pytest.raises(LibraryError) as caught:
        operations.backup(store, target)
    assert (caught.value.kind, target.read_bytes(), [name for name in contents(tmp_path) if name.startswith(".butda-")]) == (
        "library-damaged", b"old", [],
    )  # fmt: skip


TARGETS = {
    "the library itself": ("library.butda", "file-ours"),
    "its log": ("library.butda-wal", "file-ours"),
    "by another way": ("x/../library.butda", "file-ours"),
    "a folder": ("folder", "file-write"),
    "below a file": ("file/copy.butda", "file-write"),
    "a place that cannot be written": ("/proc/copy.butda", "file-write"),
}


@pytest.mark.parametrize(("target", "kind"), TARGETS.values(), ids=TARGETS)
def test_a_target_that_cannot_be_written(store, tmp_path, target, kind):
    (tmp_path / "folder").mkdir()
    (tmp_path / "x").mkdir()
    (tmp_path / "file").write_text("x")
    before = dump(store)
    with pytest.raises((ExportError, LibraryError)) as caught:
        operations.backup(store, tmp_path / target)
    assert (caught.value.kind, dump(store), [name for name in contents(tmp_path) if name.startswith(".butda-")]) == (
        kind, before, [],
    )  # fmt: skip


def test_a_copy_made_in_turns_tells_how_far_it_is_and_is_of_one_moment(store, tmp_path):
    store.apply("Import", [], {f"{number:064}": b"x" * 9000 for number in range(1500)})
    reader = operations.open_library(store.path, write=False)
    told = []

    def hear(done, total):
        told.append((done, total))
        if len(told) == 1:
            store.apply("Import", [], {f"{9999:064}": b"later"})

    operations.backup(reader, tmp_path / "copy.butda", hear)
    reader.close()
    copied = operations.open_library(tmp_path / "copy.butda", write=False)
    kept = copied._one("SELECT COUNT(*) FROM original")[0]
    wrong = copied.check()
    copied.close()
    assert (len(told) > 2, told == sorted(told), told[-1][0] == told[-1][1], kept, wrong) == (
        True,
        True,
        True,
        1500,
        [],
    )
