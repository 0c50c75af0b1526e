"""A library brought back from a copy: what is in it, what it replaces, and when it is refused."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest
from building import TEXT, contents, dump, make_older

from desktop import operations
from desktop.errors import ExportError, LibraryError, RequestError
from desktop.store import Store, checking

KILLED = """
import os, signal, sys
from pathlib import Path
from desktop import operations
name, at = sys.argv[3], [int(sys.argv[4])]
real = getattr(os, name)
def killing(*arguments, **named):
    if at[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    at[0] -= 1
    return real(*arguments, **named)
setattr(os, name, killing)
operations.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def library(store, imported):
    """A library with one article, of which a copy is kept, and one mark more than in the copy; closed."""
    article = imported(TEXT)
    operations.annotate(store, article.id, 0, 4, "ORGANIZATION")
    operations.keep_copy(store)
    operations.annotate(store, article.id, 0, 4, "EVENT")
    store.close()
    return store.path


def labels(path):
    """Return the labels of the marks in a library, through a connection of its own that reads what is on the disk."""
    store = operations.open_library(path)
    held = [each.label for row in store.rows() for each in store.annotations(row.id)], store.check()
    store.close()
    return held


def test_the_list_says_what_is_in_each_copy(library):
    (held,) = operations.copies_of(library)
    (title,) = operations.titles_of(held.path)
    assert (held.kind, held.articles, held.marks, held.size > 10_000, title.title, title.marks) == (
        "", 1, 1, True, "bài", 1,
    )  # fmt: skip


def test_a_copy_is_brought_back_and_what_it_replaces_is_kept_whole(library):
    copy = operations.find_copy(library, None)
    replaced = operations.restore(library, copy)
    kinds = [each.kind for each in operations.copies_of(library)]
    assert (labels(library), labels(replaced), kinds) == (
        (["ORGANIZATION"], []), (["EVENT", "ORGANIZATION"], []), ["", "replaced"],
    )  # fmt: skip


def test_what_stood_in_the_log_of_a_library_that_was_killed_is_kept_too(store, imported, tmp_path):
    article = imported(TEXT)
    operations.keep_copy(store)
    operations.annotate(store, article.id, 0, 4, "EVENT")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{store.path}{end}", crashed / f"library.butda{end}")
    replaced = operations.restore(crashed / "library.butda", operations.find_copy(store.path, None))
    assert (labels(crashed / "library.butda"), labels(replaced)) == (([], []), (["EVENT"], []))


DAMAGES = {
    "its beginning lost": lambda path: path.write_bytes(b"\0" * 4096),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: os.truncate(path, 9000),
    "deleted": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_library_is_brought_back_and_its_rest_is_kept_as_it_was(library, damage):
    damage(library)
    before = library.read_bytes() if library.exists() else None
    replaced = operations.restore(library, operations.find_copy(library, None))
    assert (labels(library), replaced.read_bytes() if replaced else None) == ((["ORGANIZATION"], []), before)


def test_a_library_that_is_open_is_not_replaced(library):
    copy = operations.find_copy(library, None)
    store = operations.open_library(library)
    before = dump(store)
    with pytest.raises(LibraryError) as caught:
        operations.restore(library, copy)
    same = dump(store) == before
    store.close()
    assert (caught.value.kind, same) == ("library-locked", True)


WRONG = {
    "damaged": (lambda path: os.truncate(path, 9000), "library-damaged"),
    "a text": (lambda path: path.write_text("x" * 200), "library-foreign"),
}


@pytest.mark.parametrize(("spoil", "kind"), WRONG.values(), ids=WRONG)
def test_a_copy_that_is_not_whole_is_not_brought_back(library, tmp_path, spoil, kind):
    copy = tmp_path / "copy.butda"
    shutil.copy(operations.find_copy(library, None), copy)
    spoil(copy)
    before = library.read_bytes()
    with pytest.raises(LibraryError) as caught:
        operations.restore(library, copy)
    assert (caught.value.kind, library.read_bytes() == before, labels(library)[1]) == (kind, True, [])


def test_a_copy_is_taken_out_to_a_free_place_and_the_library_stays(library, tmp_path):
    before = library.read_bytes()
    out = operations.take_out(operations.find_copy(library, "1"), tmp_path / "out.butda")
    with pytest.raises(ExportError) as caught:
        operations.take_out(operations.find_copy(library, None), out)
    assert (labels(out), library.read_bytes() == before, caught.value.kind) == (
        (["ORGANIZATION"], []),
        True,
        "file-taken",
    )


@pytest.mark.parametrize("named", ["2", "x.butda", "/nowhere/x.butda", "0"])
def test_a_copy_that_is_not_there_is_told(library, named):
    with pytest.raises(RequestError) as caught:
        operations.find_copy(library, named)
    assert caught.value.kind == "copy-unknown"


@pytest.mark.parametrize("named", [None, "1", "name", "path"])
def test_a_copy_is_named_by_its_number_its_name_or_its_path(library, named):
    newest = operations.copies_of(library)[0].path
    asked = {"name": newest.name, "path": str(newest)}.get(named, named)
    assert operations.find_copy(library, asked) == newest


# Every call of the system that changes what lies on the disk, each time it comes: the library is one or the other, and both are there.
MOMENTS = [
    ("link", 0),
    ("unlink", 0),
    ("replace", 0),
    ("replace", 1),
    ("chmod", 0),
    ("fsync", 0),
    ("fsync", 1),
    ("fsync", 2),
    ("fsync", 3),
]


@pytest.mark.parametrize(("name", "at"), MOMENTS)
def test_a_restore_that_is_killed_leaves_the_old_library_or_the_new_one(library, name, at):
    copy = operations.find_copy(library, None)
    done = subprocess.run([sys.executable, "-c", KILLED, str(library), str(copy), name, str(at)], check=False)
    now, wrong = labels(library)
    held = [labels(each.path)[0] for each in operations.copies_of(library)]
    assert (done.returncode in (0, -signal.SIGKILL), wrong, ["EVENT", "ORGANIZATION"] in [now, *held]) == (
        True,
        [],
        True,
    )


def test_the_slow_half_is_done_while_the_library_is_open_and_is_no_copy_in_the_list(library):
    copy = operations.find_copy(library, None)
    store = operations.open_library(library)
    staged = operations.stage(library, copy)
    listed = [each.path for each in operations.copies_of(library)]
    with pytest.raises(LibraryError) as caught:
        operations.put_in_place(library, operations.stage(library, copy))
    gone = not staged.exists()
    staged = operations.stage(library, copy)
    store.close()
    operations.put_in_place(library, staged)
    assert (listed, caught.value.kind, gone, labels(library)) == (
        [copy],
        "library-locked",
        True,
        (["ORGANIZATION"], []),
    )


def test_a_copy_of_an_earlier_version_is_brought_up_to_this_one(library, tmp_path):
    copy = tmp_path / "older.butda"
    shutil.copy(operations.find_copy(library, None), copy)
    make_older(copy)
    operations.restore(library, copy)
    assert (labels(library), [each.kind for each in operations.copies_of(library)]) == (
        (["ORGANIZATION"], []), ["", "replaced"],
    )  # fmt: skip


def test_a_copy_of_a_newer_version_is_not_brought_back(library, tmp_path):
    copy = tmp_path / "newer.butda"
    shutil.copy(operations.find_copy(library, None), copy)
    with sqlite3.connect(copy) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError) as caught:
        operations.restore(library, copy)
    assert (caught.value.kind, labels(library)) == ("library-newer", (["EVENT", "ORGANIZATION"], []))


def test_a_restored_library_keeps_its_rights_and_its_history_goes_on(library):
    library.chmod(0o640)
    operations.restore(library, operations.find_copy(library, None))
    store = Store(library)
    undone = operations.undo(store).title
    store.close()
    assert (oct(library.stat().st_mode & 0o777), undone, checking.damage(sqlite3.connect(library))) == (
        "0o640",
        "Mark",
        [],
    )


def test_a_copy_in_which_somebody_works_is_not_brought_back(library, tmp_path):
    other = operations.open_library(operations.find_copy(library, None))
    with pytest.raises(LibraryError) as caught:
        operations.restore(library, other.path)
    other.close()
    assert (caught.value.kind, sorted(contents(tmp_path))[0]) == ("library-locked", "files/bài.txt")
