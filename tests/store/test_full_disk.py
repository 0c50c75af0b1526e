"""A disk that is really full, or read-only: a small one of our own, mounted where that is allowed."""

import subprocess
from contextlib import contextmanager

import pytest
from building import TEXT, dump, plain_page

from desktop import operations
from desktop.errors import ExportError, LibraryError
from desktop.store import Store


@pytest.fixture
def disk(tmp_path):
    """The path of a mounted disk of 4 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "butda-test", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk of our own cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def library(disk, tmp_path):
    """The path of a closed library on the disk, with one article."""
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    store = operations.open_library(disk / "library.butda")
    (prepared,) = operations.prepare(tmp_path / "x.txt", plain_page)
    operations.add(store, prepared)
    store.close()
    return store.path


def fill(disk):
    with (disk / "filler").open("wb", buffering=0) as filler, pytest.raises(OSError, match="space"):  # noqa: PT012  until it is full
        while True:
            filler.write(bytes(4096))


@contextmanager
def read_only(disk):
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)


def test_a_full_disk_is_told_when_opening_to_write_and_the_file_is_whole(library, disk):
    before = library.read_bytes()
    fill(disk)
    with pytest.raises(LibraryError) as caught:
        Store(library)
    (disk / "filler").unlink()
    assert (caught.value.kind, library.read_bytes()) == ("library-full", before)


def test_a_disk_that_fills_while_the_library_is_open_keeps_every_commit(library, disk):
    store = operations.open_library(library)
    article = store.rows()[0].id
    made = operations.annotate(store, article, 0, 4, "TITLE", note="n" * 20_000).made[0]
    fill(disk)
    kept = [made.id]
    with pytest.raises(LibraryError) as caught:
        kept.extend(
            operations.annotate(store, article, 0, at + 1, "EVENT", note="n" * 20_000).made[0].id for at in range(20)
        )
    (disk / "filler").unlink()
    store.close()
    again = operations.open_library(library)
    there = [each.id for each in again.annotations(article)]
    wrong = again.check()
    again.close()
    assert (caught.value.kind, sorted(there), wrong) == ("library-full", sorted(kept), [])


def test_a_full_disk_is_read_and_exported_from(library, disk, tmp_path):
    fill(disk)
    reader = Store(library, write=False)
    done = operations.export(reader, "jsonl", tmp_path / "out.jsonl")
    with pytest.raises(ExportError) as caught:
        operations.export(reader, "jsonl", disk / "out.jsonl")
    reader.close()
    assert (done.articles, caught.value.kind, (disk / "out.jsonl").exists()) == (1, "file-write", False)


def test_a_backup_to_a_full_disk_leaves_no_part(library, disk):
    store = operations.open_library(library)
    fill(disk)
    with pytest.raises(LibraryError) as caught:
        operations.backup(store, disk / "copy.butda")
    store.close()
    assert (caught.value.kind, sorted(path.name for path in disk.glob("*copy*"))) == ("library-full", [])


def test_a_read_only_disk_is_read_and_not_written(library, disk):
    writable = Store(library, write=False)
    before = dump(writable)
    writable.close()
    with read_only(disk):
        reader = Store(library, write=False)
        texts = [reader.article(row.id).text for row in reader.rows()]
        reader.close()
        with pytest.raises(LibraryError) as caught:
            Store(library)
        with pytest.raises(LibraryError) as nowhere:
            Store(disk / "new.butda")
    after = Store(library, write=False)
    same = dump(after) == before
    after.close()
    assert (texts, caught.value.kind, nowhere.value.kind, same) == ([TEXT], "library-readonly", "library-place", True)
