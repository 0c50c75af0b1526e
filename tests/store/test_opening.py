"""Every way a library can fail to open, provoked with real files."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from building import contents

from desktop import operations
from desktop.errors import LibraryError
from desktop.store import Store, checking, schema
from desktop.store.connecting import connected


@pytest.fixture
def path(tmp_path):
    """A closed library with a few hundred articles' worth of pages."""
    made = tmp_path / "library.butda"
    store = operations.open_library(made)
    store.apply("Import", [], {f"{at:064}": os.urandom(20_000) for at in range(20)})
    store.close()
    return made


def truncated(path, size):
    with path.open("r+b") as file:
        file.truncate(size)


def overwritten(path, at, content):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def foreign(path, version=0):
    path.unlink()
    connection = sqlite3.connect(path)
    connection.executescript(
        f"CREATE TABLE song (name TEXT); PRAGMA user_version = {version}; PRAGMA application_id = 7"
    )
    connection.close()


def newer(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def directory(path):
    path.unlink()
    path.mkdir()


def held(folder):
    """What lies in a folder but SQLite's index of a write-ahead log, and logs that hold nothing."""
    return {
        name: content
        for name, content in contents(folder).items()
        if not name.endswith("-shm") and (content or not name.endswith("-wal"))
    }


BROKEN = {
    "truncated to nothing": (lambda path: truncated(path, 0), "library-damaged"),
    "truncated inside the header": (lambda path: truncated(path, 60), "library-damaged"),
    "truncated after the header": (lambda path: truncated(path, 100), "library-damaged"),
    "truncated in the middle": (lambda path: truncated(path, path.stat().st_size // 2), "library-damaged"),
    "one byte short": (lambda path: truncated(path, path.stat().st_size - 1), "library-damaged"),
    "no SQLite in the header": (lambda path: overwritten(path, 0, b"\0" * 100), "library-foreign"),
    "a page size that cannot be": (lambda path: overwritten(path, 16, b"\0\0"), "library-damaged"),
    "a text format that cannot be": (lambda path: overwritten(path, 44, b"\xff" * 4), "library-damaged"),
    "the first page overwritten": (lambda path: overwritten(path, 100, b"\xa5" * 8000), "library-damaged"),
    "a text file": (lambda path: path.write_text("Không phải thư viện.\n" * 50, "utf-8"), "library-foreign"),
    "another program's database": (foreign, "library-foreign"),
    "another program's database of a high version": (lambda path: foreign(path, 12), "library-foreign"),
    "made by a newer version": (newer, "library-newer"),
    "a folder": (directory, "library-place"),
}  # fmt: skip


@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
@pytest.mark.parametrize(("break_it", "kind"), BROKEN.values(), ids=BROKEN)
def test_a_broken_library_is_refused_and_not_touched(path, break_it, kind, write):
    break_it(path)
    before = held(path.parent)
    with pytest.raises(LibraryError) as caught:
        Store(path, write)
    assert (caught.value.kind, str(path) in str(caught.value), held(path.parent)) == (kind, True, before)


@pytest.mark.parametrize("name", ["notes.txt", "folder"])
def test_no_lock_is_laid_beside_what_is_no_library(tmp_path, name):
    (tmp_path / "notes.txt").write_text("không phải thư viện")
    (tmp_path / "folder").mkdir()
    with pytest.raises(LibraryError):
        Store(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "notes.txt"]


def test_a_lost_beginning_is_damage_where_copies_lie_beside(path):
    (path.parent / "library.backups").mkdir()
    overwritten(path, 0, b"\0" * 100)
    with pytest.raises(LibraryError) as caught:
        Store(path)
    assert (caught.value.kind, "library.backups" in str(caught.value)) == ("library-damaged", True)


def test_another_programs_journal_is_not_carried_out(tmp_path):
    path = tmp_path / "songs.db"
    foreign_connection = sqlite3.connect(path)
    foreign_connection.executescript(
        "PRAGMA journal_mode = WAL; CREATE TABLE song (name TEXT); INSERT INTO song VALUES ('a')"
    )
    shutil.copytree(tmp_path, tmp_path / "copy")
    foreign_connection.close()
    before = contents(tmp_path / "copy")
    with pytest.raises(LibraryError):
        Store(tmp_path / "copy" / "songs.db", write=False)
    assert ("songs.db-wal" in before, contents(tmp_path / "copy")) == (True, before)


ASKED = [(True, "library-place"), (False, "library-missing")]


@pytest.mark.parametrize(("write", "kind"), ASKED, ids=["to write", "to read"])
def test_a_place_that_cannot_be_written(write, kind):
    with pytest.raises(LibraryError) as caught:
        Store(Path("/proc/no-such-folder/library.butda"), write)
    assert caught.value.kind == kind


@pytest.mark.parametrize(("write", "kind"), ASKED, ids=["to write", "to read"])
def test_a_name_too_long(tmp_path, write, kind):
    with pytest.raises(LibraryError) as caught:
        Store(tmp_path / ("x" * 300), write)
    assert caught.value.kind == kind


@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
def test_a_name_that_no_file_can_have(tmp_path, write):
    with pytest.raises(LibraryError) as caught:
        Store(tmp_path / "a\0b", write)
    assert caught.value.kind == "library-place"


def test_a_parent_that_is_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError) as caught:
        Store(tmp_path / "file" / "library.butda")
    assert caught.value.kind == "library-place"


def test_reading_a_missing_library_makes_nothing(tmp_path):
    with pytest.raises(LibraryError) as caught:
        Store(tmp_path / "library.butda", write=False)
    assert (caught.value.kind, contents(tmp_path)) == ("library-missing", {})


def test_a_second_writer_meets_the_lock_and_a_reader_does_not(path):
    with_lock = operations.open_library(path)
    with pytest.raises(LibraryError) as caught:
        Store(path)
    reader = Store(path, write=False)
    seen = [label.name for label in reader.labels()]
    reader.close()
    labels = [label.name for label in with_lock.labels()]
    with_lock.close()
    Store(path).close()
    assert (caught.value.kind, seen) == ("library-locked", labels)


HOLD = """
import sys
from pathlib import Path
from pathlib import Path
from desktop.store import Store
store = Store(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_process_meets_the_lock_until_the_first_is_killed(path):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(LibraryError) as caught:
            Store(path)
    finally:
        holder.kill()
        holder.communicate()
    Store(path).close()
    assert caught.value.kind == "library-locked"


def test_an_older_library_is_copied_before_it_is_migrated(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with pytest.raises(LibraryError) as caught:
        Store(path, write=False)
    Store(path).close()
    (copy,) = (path.parent / "library.backups").iterdir()
    versions = [sqlite3.connect(each).execute("PRAGMA user_version").fetchone()[0] for each in (copy, path)]
    assert (caught.value.kind, copy.name, versions) == (
        "library-older", f"library-before-schema-{schema.SCHEMA_VERSION}-from-0.butda", [0, schema.SCHEMA_VERSION],
    )  # fmt: skip


def test_a_migration_that_cannot_make_its_copy_is_not_begun(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    (path.parent / "library.backups").write_text("a file where the folder should be")
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        Store(path)
    assert (caught.value.kind, path.read_bytes()) == ("library-place", before)


def test_a_copy_put_in_the_librarys_place_is_opened_and_is_wal_again(path, tmp_path):
    store = Store(path)
    store.backup(tmp_path / "copy.butda")
    store.close()
    os.replace(tmp_path / "copy.butda", path)
    store = Store(path)
    mode = sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone()[0]
    store.close()
    assert (mode, checking.damage(sqlite3.connect(path))) == ("wal", [])


def test_a_new_library_that_fails_half_way_leaves_none(tmp_path, monkeypatch):
    def fail(connection):
        connection.execute("PRAGMA max_page_count = 2")
        connection.execute("CREATE TABLE first (a)")
        connection.execute("CREATE TABLE second (a)")

    monkeypatch.setattr(schema, "migrate", fail)
    with pytest.raises(LibraryError) as caught:
        Store(tmp_path / "library.butda")
    assert (caught.value.kind, list(contents(tmp_path))) == ("library-full", ["library.butda.lock"])


def after_a_crash(path):
    """Return a copy of a library as a crash leaves it: commits in its write-ahead log, none of them in the file."""
    store = Store(path)
    store.apply("Import", [], {"f" * 64: os.urandom(20_000)})
    crashed = path.with_name("crashed.butda")
    for end in ("", "-wal"):
        shutil.copy(f"{path}{end}", f"{crashed}{end}")
    store.close()
    return crashed


@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
@pytest.mark.parametrize("size", [0, 100, 8192 * 3, 200_000])
def test_a_library_cut_off_in_a_crash_is_refused_and_not_touched(path, size, write):
    crashed = after_a_crash(path)
    truncated(crashed, size)
    before = held(path.parent)
    with pytest.raises(LibraryError) as caught:
        Store(crashed, write)
    assert (caught.value.kind, held(path.parent) | {"crashed.butda.lock": b""}) == (
        "library-damaged",
        before | {"crashed.butda.lock": b""},
    )


def test_a_library_after_a_crash_holds_the_commits_of_its_log(path):
    store = Store(after_a_crash(path))
    content = store._connection.execute(
        "SELECT LENGTH(content) FROM original WHERE sha256 = ?", ("f" * 64,)
    ).fetchone()[0]
    wrong = store.check()
    store.close()
    assert (content, wrong) == (20_000, [])


def test_a_checkpoint_that_was_broken_off_is_made_good(path):
    """Its first page is in the file already and names pages that still stand in the log alone."""
    crashed = after_a_crash(path)
    log = crashed.with_name("crashed.butda-wal").read_bytes()
    frames = [log[at : at + 24 + 8192] for at in range(32, len(log) - 8192, 24 + 8192)]
    (first,) = [frame[24:] for frame in frames if int.from_bytes(frame[:4], "big") == 1]
    overwritten(crashed, 0, first)
    short = crashed.stat().st_size < int.from_bytes(first[28:32], "big") * 8192
    store = Store(crashed)
    wrong = store.check()
    store.close()
    assert (short, wrong) == (True, [])


def test_an_edit_is_on_the_disk_when_it_returns_and_what_belongs_together_is_held(path):
    connection = connected(path, write=True)
    pragmas = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")]
    connection.close()
    assert pragmas == [2, 1]  # FULL: NORMAL lost up to 949 edits in a power cut
