"""One writer at a time, by whatever name the library is called."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from building import TEXT

from desktop import operations
from desktop.errors import LibraryError
from desktop.store import Store

OTHER = """
import sys
from pathlib import Path
from desktop.errors import KnownError
from desktop.store import Store
try:
    Store(Path(sys.argv[1]), sys.argv[2] == "write").close()
    print("opened")
except KnownError as error:
    print(error.kind)
"""


def other_program(path, how="write"):
    """Open a library in a program of its own; return what came of it."""
    done = subprocess.run([sys.executable, "-c", OTHER, str(path), how], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def symlink(path):
    path.with_name("alias.butda").symlink_to(path)
    return path.with_name("alias.butda")


def hard_link(path):
    os.link(path, path.with_name("hard.butda"))
    return path.with_name("hard.butda")


def without_lock(path):
    path.with_name("library.butda.lock").unlink()
    return path


def by_another_way(path):
    (path.parent / "x").mkdir()
    return path.parent / "x" / ".." / path.name


WAYS = {"its name": lambda path: path, "a link": symlink, "another way": by_another_way, "no lock beside": without_lock}
KINDS = dict.fromkeys(WAYS, "library-locked") | {"a hard link": "library-other-name"}
WAYS["a hard link"] = hard_link


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("where", ["the same program", "another program"])
def test_a_second_writer_is_told_by_whatever_name(store, way, where):
    named = WAYS[way](store.path)
    if where == "another program":
        assert other_program(named) == KINDS[way]
        return
    with pytest.raises(LibraryError) as caught:
        Store(named)
    assert caught.value.kind == KINDS[way]


READ = dict.fromkeys(WAYS, "opened") | {"a hard link": "library-other-name"}


@pytest.mark.parametrize("way", WAYS)
def test_a_reader_needs_no_lock_but_the_name_under_which_the_log_lies(store, way):
    assert other_program(WAYS[way](store.path), "read") == READ[way]


def test_a_reader_of_the_same_program_needs_the_name_of_the_log_too(store):
    with pytest.raises(LibraryError) as caught:
        Store(hard_link(store.path), write=False)
    Store(store.path, write=False).close()
    assert caught.value.kind == "library-other-name"


def test_a_library_with_two_names_at_rest_is_opened_by_each(new_library, tmp_path):
    (tmp_path / "one.butda").write_bytes(new_library.read_bytes())
    os.link(tmp_path / "one.butda", tmp_path / "two.butda")
    assert [
        other_program(tmp_path / name, how) for name in ("one.butda", "two.butda") for how in ("read", "write")
    ] == (["opened"] * 4)


def test_a_log_left_under_another_name_is_told(store, imported, tmp_path):
    imported(TEXT)
    folder = tmp_path / "crashed"
    folder.mkdir()
    for end in ("", "-wal"):
        (folder / f"one.butda{end}").write_bytes(store.path.with_name(f"library.butda{end}").read_bytes())
    os.link(folder / "one.butda", folder / "two.butda")
    told = [other_program(folder / "two.butda", how) for how in ("write", "read")]
    assert (told, other_program(folder / "one.butda")) == (["library-other-name"] * 2, "opened")


def test_workers_of_one_program_leave_the_locks_that_sqlite_holds(store, imported):
    imported(TEXT)
    for _ in range(3):
        operations.open_library(store.path, write=False).close()
    last = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM article').fetchone(); c.close()"
    subprocess.run([sys.executable, "-c", last, str(store.path)], check=True)
    assert store.path.with_name("library.butda-wal").exists()


def test_what_fails_while_it_is_opened_holds_nothing_afterwards(new_library, tmp_path, monkeypatch):
    path = tmp_path / "l.butda"
    path.write_bytes(new_library.read_bytes())
    monkeypatch.setattr("desktop.store.library.Watch", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError) as caught:
        Store(path)
    open_files = [os.path.realpath(each) for each in Path("/proc/self/fd").iterdir()]
    held = [each for each in open_files if each.startswith(str(path))]
    assert (held, other_program(path), caught.type) == ([], "opened", ZeroDivisionError)


def test_a_library_is_let_go_when_it_is_closed(store):
    store.close()
    again = Store(store.path)
    again.close()
    assert other_program(store.path) == "opened"
