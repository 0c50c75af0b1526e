"""The open library: what is kept when a write fails, what a kill leaves, what check finds."""

import contextlib
import os
import sqlite3
import subprocess
import sys

import pytest
from building import TEXT, dump

from desktop import operations
from desktop.errors import LibraryError, RequestError
from desktop.store import Store, checking, opening


def fill_disk(store):
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_keeps_all_that_was_there_and_nothing_of_the_action(store, imported):
    article = imported(TEXT)
    operations.annotate(store, article.id, 0, 4, "ORGANIZATION")
    before, undo = dump(store), store.next_undo()
    fill_disk(store)
    with pytest.raises(LibraryError) as caught:
        imported("Một bài dài. " * 20_000, "dài.txt")
    assert (caught.value.kind, dump(store), store.next_undo(), checking.damage(store._connection)) == (
        "library-full", before, undo, [],
    )  # fmt: skip


def test_work_goes_on_when_the_disk_has_room_again(store, imported):
    fill_disk(store)
    with pytest.raises(LibraryError):
        imported("Một bài dài. " * 20_000)
    store._connection.execute("PRAGMA max_page_count = 4294967294")
    assert store.article(imported("Một bài dài. " * 20_000).id).title == "bài"


def test_a_lock_held_by_another_program_is_told_and_nothing_is_kept(store, imported):
    article = imported(TEXT)
    store._connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = dump(store)
    with pytest.raises(LibraryError) as caught:
        operations.annotate(store, article.id, 0, 4, "ORGANIZATION")
    other.execute("ROLLBACK")
    assert (caught.value.kind, dump(store)) == ("library-locked", before)


LOSSES = {
    "deleted": lambda path: path.unlink(),
    "renamed": lambda path: path.rename(path.with_name("elsewhere.butda")),
    "replaced": lambda path: os.replace(_copy(path), path),
}


def _copy(path):
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize(
    "action",
    [
        lambda store, article: operations.annotate(store, article.id, 0, 4, "TITLE"),
        lambda store, article: operations.undo(store),
    ],
    ids=["mark", "undo"],
)
def test_a_library_lost_while_open_is_told_and_still_read(store, imported, lose, action):
    article = imported(TEXT)
    lose(store.path)
    with pytest.raises(LibraryError) as caught:
        action(store, article)
    assert (caught.value.kind, store.article(article.id).text) == ("library-gone", TEXT)


def test_a_library_deleted_while_open_leaves_a_copy_at_closing(tmp_path):
    store = operations.open_library(tmp_path / "library.butda")
    store.apply("Import", [], {"0" * 64: b"bytes"})
    store.path.unlink()
    store.close(backup=True)
    (copy,) = (tmp_path / "library.backups").iterdir()
    assert sqlite3.connect(copy).execute("SELECT content FROM original").fetchall() == [(b"bytes",)]


def test_writing_through_a_reader_is_refused(store, imported):
    article = imported(TEXT)
    reader = Store(store.path, write=False)
    with pytest.raises(LibraryError) as caught:
        operations.annotate(reader, article.id, 0, 4, "ORGANIZATION")
    reader.close()
    assert (caught.value.kind, store.annotations(article.id)) == ("library-readonly", [])


def damaged_pages(tmp_path, imported, store):
    """Overwrite the library's second half, where the long text lies."""
    article = imported("Một bài dài. " * 40_000)
    store.close()
    with store.path.open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(size // 2 // 8192 * 8192)
        file.write(os.urandom(8192 * 3))
    return article


def test_damaged_pages_are_told_by_check_and_by_reading_and_the_file_is_left_alone(tmp_path, store, imported):
    article = damaged_pages(tmp_path, imported, store)
    before = store.path.read_bytes()
    reader = Store(store.path, write=False)
    wrong = reader.check()
    reader.close()
    assert (bool(wrong), article.title, store.path.read_bytes() == before) == (True, "bài", True)


def test_a_text_that_is_no_utf8_is_damage(store, imported):
    article = imported(TEXT)
    store._connection.execute("UPDATE article_text SET text = CAST(x'4110ff' AS TEXT)")
    reader = Store(store.path, write=False)  # the writer remembers what it has read last
    with pytest.raises(LibraryError) as caught:
        reader.article(article.id)
    reader.close()
    assert caught.value.kind == "library-damaged"


def test_check_finds_an_annotation_outside_its_text(store, imported):
    article = imported(TEXT)
    made = operations.annotate(store, article.id, 0, 4, "ORGANIZATION").made[0]
    fine = store.check()
    store._connection.execute('UPDATE annotation SET "end" = 5000')
    assert (fine, store.check()) == ([], [f"annotation {made.id} lies outside its text"])


WRITE_FOR_EVER = """
import sys
from pathlib import Path
from desktop import operations
store = operations.open_library(Path(sys.argv[1]))
article = store.rows()[0].id
for at in range(100_000):
    print(operations.annotate(store, article, at % 40, at % 40 + 1 + at // 40, "PERSON").made[0].id, flush=True)
"""


def test_a_kill_loses_no_annotation_whose_id_was_printed(store, imported):
    article = imported("x" * 5000)
    store.close()
    writer = subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, store.path], stdout=subprocess.PIPE, text=True)
    printed = [writer.stdout.readline().strip() for _ in range(150)]
    writer.kill()
    printed += [line.strip() for line in writer.communicate()[0].splitlines() if line.endswith("\n") or len(line) == 36]
    opened = Store(store.path)
    kept = {each.id for each in opened.annotations(article.id)}
    wrong = opened.check()
    opened.close()
    assert (set(printed) - kept, wrong) == (set(), [])


def test_find_takes_an_unambiguous_beginning(store, imported):
    first, second = imported("một").id, imported("hai", "hai.txt").id
    length = next(at for at in range(37) if first[:at] != second[:at])
    found = [store.find(first), store.find(first[:length]), store.find(second.upper())]
    assert found == [first, first, second]


@pytest.mark.parametrize("beginning", ["", "%", "_", "zz", "\udce1", "\\", "'"])
def test_find_knows_no_pattern(store, imported, beginning):
    imported("một")
    with pytest.raises(RequestError) as caught:
        store.find(beginning)
    assert caught.value.kind == "article-unknown"


def test_what_a_long_run_leaves_in_the_log_another_connection_brings_into_the_file(store, imported):
    def in_the_file():
        with contextlib.closing(sqlite3.connect(f"{store.path.as_uri()}?immutable=1", uri=True)) as bare:
            return bare.execute("SELECT count(*) FROM article").fetchone()[0]

    opening.checkpoint(store.path)
    store.hold_checkpoints(True)
    for number in range(3):
        imported(f"Bài {number}. " * 200_000, f"{number}.txt")
    before = in_the_file()
    opening.checkpoint(store.path)
    store.hold_checkpoints(False)
    assert (before, in_the_file()) == (0, 3)


def waits(store, act):
    """Return what the commits of an act wait for: FULL is the disk."""
    heard = []
    store._connection.set_trace_callback(
        lambda sql: heard.append(sql.rpartition(" ")[2]) if "synchronous" in sql or sql == "COMMIT" else None
    )
    act()
    store._connection.set_trace_callback(None)
    return heard


def test_of_many_commits_of_one_step_the_last_alone_waits_for_the_disk(store, imported):
    article = imported(TEXT)
    made = operations.mark_all(store, article.id, [(0, 4), (5, 9), (10, 13)], "EVENT")
    turns = [waits(store, lambda: store.undo(2)) for _ in range(2)]
    alone = waits(store, lambda: operations.tag(store, [article.id], ["một"], join=made.step))
    store.hold_checkpoints(True)
    step = operations.tag(store, [article.id], ["hai"]).step
    joined = waits(store, lambda: operations.tag(store, [article.id], ["ba"], join=step))
    mark = waits(store, lambda: operations.annotate(store, article.id, 0, 4, "EVENT"))
    ended = waits(store, store.settle)
    assert (turns, alone, joined, mark, ended) == (
        [["NORMAL", "COMMIT", "FULL"], ["COMMIT"]], ["COMMIT"], ["NORMAL", "COMMIT", "FULL"], ["COMMIT"], ["COMMIT"],
    )  # fmt: skip
