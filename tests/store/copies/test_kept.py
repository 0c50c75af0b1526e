"""Copies of the library."""

import os
import shutil
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from building import TEXT, contents, dump

from desktop import operations
from desktop.errors import ExportError, LibraryError, Stopped
from desktop.model import State
from desktop.store import Store, checking
from desktop.store.copies import kept


@pytest.fixture
def library(tmp_path):
    """A function that opens the same library again."""
    return lambda name="library.butda": operations.open_library(tmp_path / name)


def change(store, rows=1):
    store.apply("Import", [], {os.urandom(32).hex(): b"bytes" for _ in range(rows)})


def closed(store, rows=1):
    """Change a library and close it as the window does."""
    change(store, rows)
    store.close(backup=True)


class Clock(datetime):
    """A clock that says what a test wants."""

    says = datetime(2026, 8, 5, 10, tzinfo=UTC)

    @classmethod
    def now(cls, tz=None):
        return cls.says


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(kept, "datetime", Clock)
    monkeypatch.setattr(Clock, "says", Clock.says)
    return Clock


def test_a_copy_is_kept_at_closing_only_if_something_was_changed(library, tmp_path):
    library().close(backup=True)
    store = library()
    store.undo()
    store.close(backup=True)
    none = (tmp_path / "library.backups").exists()
    closed(library())
    assert (none, len(contents(tmp_path / "library.backups"))) == (False, 1)


def test_one_copy_is_kept_a_day_and_another_where_much_was_changed(library, tmp_path, clock):
    counts = []
    for rows in (1, 1, kept.MUCH, 1):
        closed(library(), rows)
        counts.append(len(contents(tmp_path / "library.backups")))
    clock.says += timedelta(days=1)
    closed(library())
    assert (counts, len(contents(tmp_path / "library.backups"))) == ([1, 1, 2, 2], 3)


def test_a_copy_is_kept_by_the_order_of_making_though_the_clock_was_years_ahead(library, tmp_path, clock):
    right, clock.says = clock.says, clock.says.replace(year=2031)
    for _ in range(9):
        closed(library("thư viện [1].butda"))
        clock.says += timedelta(days=1)
    clock.says = right
    closed(library("thư viện [1].butda"))
    closed(library("thư viện [1].butda"))
    made = [each.path.name for each in kept.automatic(tmp_path / "thư viện [1].butda")]
    assert (made[-1], len(made)) == ("thư viện [1]-000010-20260805-100000.butda", 7)


def test_only_what_was_made_so_is_ever_removed(library, tmp_path, clock):
    folder = tmp_path / "library.backups"
    folder.mkdir()
    own = [
        "library-2024-my-own-copy.butda", "library-20240101-101010.butda", "library-1-20240101-101010.butda",
        "library-before-schema-2-from-0.butda", "library-saved.butda", "other-000001-20240101-101010.butda",
    ]  # fmt: skip
    for name in own:
        (folder / name).write_bytes(b"a person's own")
    (folder / "library-000001-20240101-101010.butda").write_bytes(b"no library")
    (folder / "library-000002-20240101-101010.butda").symlink_to(tmp_path / "library.butda")
    for _ in range(20):
        closed(library())
        clock.says += timedelta(days=1)
    left = {name for name, content in contents(folder).items() if content.startswith((b"a person", b"no library"))}
    assert (left, len(kept.automatic(tmp_path / "library.butda")), (folder / "library-000002-20240101-101010.butda").is_symlink()) == (
        {*own, "library-000001-20240101-101010.butda"}, 9, True,
    )  # fmt: skip


def test_copies_of_earlier_versions_come_before_those_that_are_numbered(library, tmp_path, new_library, clock):
    folder = tmp_path / "library.backups"
    folder.mkdir()
    for day in range(1, 13):
        (folder / f"library-202601{day:02}-101010-123456.butda").write_bytes(new_library.read_bytes())
    closed(library())
    made = [each.path.name for each in kept.automatic(tmp_path / "library.butda")]
    assert (made[-1], [name[8:16] for name in made[:-1]]) == (
        "library-000001-20260805-100000.butda", [f"202601{day:02}" for day in (4, *range(7, 13))],
    )  # fmt: skip


YEAR = [
    kept.Copy(Path(f"{day}"), day + 1, f"{date(2026, 1, 1) + timedelta(days=day):%Y%m%d}", "100000")
    for day in range(365)
]
LEFT = {
    "one a day": (YEAR, ["20261206", "20261213", "20261220", *(f"202612{day}" for day in range(25, 32))]),
    "many on one day": ([replace(YEAR[0], number=number) for number in range(9)], ["20260101"] * 3),
    "one a week": (YEAR[::7], [each.day for each in YEAR[::7][-7:]]),
    "one": (YEAR[:1], ["20260101"]),
    "none": ([], []),
    "digits that are no day": ([replace(YEAR[0], day="99999999")], ["99999999"]),
}


@pytest.mark.parametrize(("made", "days"), LEFT.values(), ids=LEFT)
def test_the_last_three_a_week_of_days_and_five_weeks_are_kept(made, days):
    assert sorted(each.day for each in kept.kept(made)) == days


def test_what_killed_runs_left_is_swept_with_the_next_copy(library, tmp_path):
    folder = tmp_path / "library.backups"
    folder.mkdir()
    left = [
        ".butda-0123456789abcdef.part", ".butda-0123456789abcdef.part-journal",
        ".library-20240101-101010-123456.butda.partial", ".library-20240101-101010-123456.butda.partial-journal",
    ]  # fmt: skip
    for name in [*left, ".library.butda.partial"]:
        (folder / name).write_bytes(b"half")
    closed(library())
    assert [name for name in sorted(contents(folder)) if name.startswith(".")] == [".library.butda.partial"]


def test_nobody_waits_at_the_end_for_the_copy_of_a_large_library(library, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "AT_ONCE", 10_000)
    store = library()
    change(store)
    due = store.copies.due
    store.close(backup=True)
    assert (due, (tmp_path / "library.backups").exists()) == (True, False)


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


@pytest.mark.parametrize("force", [True, False])
def test_an_earlier_copy_is_replaced_only_when_that_was_said(store, imported, tmp_path, force):
    target = operations.backup(store, tmp_path / "copy.butda")
    old = target.read_bytes()
    imported(TEXT)
    kind = ""
    try:
        operations.backup(store, target, force=force)
    except ExportError as error:
        kind = error.kind
    count = sqlite3.connect(target).execute("SELECT COUNT(*) FROM article").fetchone()[0]
    assert (kind, count, target.read_bytes() == old) == (("", 1, False) if force else ("backup-there", 0, True))


def living(path):
    """Make a library in which somebody has worked."""
    operations.open_library(path).close()


def living_copy(path):
    """Make a copy of the library and work in it."""
    shutil.copy(path.with_name("library.butda"), path)
    Store(path).close()


def others_copy(path):
    """Make a copy of another library."""
    other = operations.open_library(path.with_name("other.butda"))
    operations.backup(other, path)
    other.close()


FOREIGN = {
    "a text": lambda path: path.write_text("x"),
    "nothing": lambda path: path.touch(),
    "another library": living,
    "another library's copy": others_copy,
    "a copy in which somebody worked": living_copy,
    "another database": lambda path: sqlite3.connect(path).execute("CREATE TABLE x (y)"),
}


@pytest.mark.parametrize("made", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_copy_of_this_library_is_never_written_over(store, tmp_path, made):
    other = tmp_path / "thesis.docx"
    made(other)
    before = other.read_bytes()
    with pytest.raises(ExportError) as caught:
        operations.backup(store, other, force=True)
    assert (caught.value.kind, other.read_bytes()) == ("backup-foreign", before)


def test_a_copy_in_a_folder_has_a_name_of_its_own_each_time(store, tmp_path):
    made = [operations.backup(store, tmp_path).name for _ in range(2)]
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    assert made == [f"library-{day}.butda", f"library-{day} 2.butda"]


def test_a_damaged_library_gives_no_backup_and_leaves_the_old_one(store, imported, tmp_path):
    target = operations.backup(store, tmp_path / "copy.butda")
    old = target.read_bytes()
    imported(TEXT)
    store._connection.execute("PRAGMA foreign_keys = OFF")
    store._connection.execute("DELETE FROM article_text")
    store._connection.execute("INSERT INTO relation (id, article) VALUES ('r', 'nowhere')")
    with pytest.raises(LibraryError) as caught:
        operations.backup(store, target, force=True)
    left = [name for name in contents(tmp_path) if name.startswith(".butda-")]
    assert (caught.value.kind, target.read_bytes() == old, left) == ("library-damaged", True, [])


TARGETS = {
    "the library itself": ("library.butda", "file-ours"),
    "its log": ("library.butda-wal", "file-ours"),
    "by another way": ("x/../library.butda", "file-ours"),
    "a device": ("/dev/full", "file-write"),
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
