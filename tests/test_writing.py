"""Files written whole: what may never be written over, what is left of the old one, and what killed runs leave."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from desktop import identity, writing

KILLED = """
import os, signal, sys
from pathlib import Path
from desktop import writing
with writing.replacing(Path(sys.argv[1])) as part:
    part.write_bytes(b"half")
    part.with_name(part.name + "-journal").write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def rights(path):
    return oct(stat.S_IMODE(path.stat().st_mode))


def database(path):
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE x (y)")
    made.close()
    return path


def folder(path):
    path.mkdir()
    return path


def fifo(path):
    os.mkfifo(path)
    return path


def link(path, to):
    path.symlink_to(to)
    return path


NEVER = {
    "a folder": folder,
    "a pipe": fifo,
    "a device": lambda path: Path("/dev/null"),
    "a link to a device": lambda path: link(path, "/dev/null"),
    "a database": database,
    "a database by a link": lambda path: link(path, database(path.with_name("real"))),
    "the log of a database": lambda path: database(path.with_name("x.txt")).with_name("x.txt-wal"),
    "the lock of a database": lambda path: database(path.with_name("x.txt")).with_name("x.txt.lock"),
    "below a file": lambda path: path.write_text("x") and path / "y",
    "in no folder": lambda path: path / "y",
    "a name with NUL": lambda path: path.with_name("a\0b"),
    "a name too long": lambda path: path.with_name("x" * 300),
    "a link to itself": lambda path: link(path, path),
}


@pytest.mark.parametrize("made", NEVER.values(), ids=NEVER)
def test_what_is_never_written_over_stays_as_it_is(tmp_path, made):
    target = made(tmp_path / "target")
    before = [(name, os.lstat(tmp_path / name).st_ino) for name in names(tmp_path)]
    with pytest.raises(OSError):  # noqa: PT011  # of many kinds
        writing.whole(target, b"new")
    assert [(name, os.lstat(tmp_path / name).st_ino) for name in names(tmp_path)] == before


def test_a_name_as_long_as_can_be_is_written(tmp_path):
    target = tmp_path / ("x" * 255)
    writing.whole(target, b"new")
    assert (target.read_bytes(), names(tmp_path)) == (b"new", [target.name])


@pytest.mark.parametrize(("private", "mode"), [(True, "0o600"), (False, "0o640")])
def test_a_new_file_is_for_its_owner_alone_or_as_the_system_says(tmp_path, private, mode):
    before = os.umask(0o027)
    try:
        writing.whole(tmp_path / "new", b"x", private=private)
    finally:
        os.umask(before)
    assert rights(tmp_path / "new") == mode


@pytest.mark.parametrize("private", [True, False])
def test_what_is_there_keeps_its_rights(tmp_path, private):
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "old").chmod(0o664)
    writing.whole(tmp_path / "old", b"new", private=private)
    assert ((tmp_path / "old").read_bytes(), rights(tmp_path / "old")) == (b"new", "0o664")


def test_folders_made_for_a_private_file_are_its_owners_alone_and_those_there_keep_their_rights(tmp_path):
    tmp_path.chmod(0o755)
    writing.whole(tmp_path / "a" / "b" / "file", b"x", private=True)
    assert [rights(each) for each in (tmp_path, tmp_path / "a", tmp_path / "a" / "b")] == ["0o755", "0o700", "0o700"]


def test_file_and_folder_are_on_the_disk_before_it_is_told(tmp_path, monkeypatch):
    done = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(
        os, "fsync", lambda handle: (done.append(stat.S_ISDIR(os.fstat(handle).st_mode)), fsync(handle))
    )
    monkeypatch.setattr(os, "replace", lambda *names: (done.append("replace"), replace(*names)))
    writing.whole(tmp_path / "file", b"x")
    assert done == [False, "replace", True]


def test_what_a_killed_run_left_is_swept_and_what_is_not_ours_is_not(tmp_path):
    foreign = [".butda-notes.part", ".x.partial", "butda-0123456789abcdef.part"]
    for name in foreign:
        (tmp_path / name).write_text("a person's own")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "out")], check=False)
    left = len(names(tmp_path))
    writing.whole(tmp_path / "other", b"x")
    assert (killed.returncode, left, names(tmp_path)) == (-signal.SIGKILL, 5, sorted([*foreign, "other"]))


def test_a_folder_is_there_whole_or_not_at_all(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").write_bytes(b"old")
    with suppress(ZeroDivisionError), writing.replacing_folder(tmp_path / "out") as part:
        (part / "new").write_bytes(b"new")
        _ = 1 / 0
    kept = names(tmp_path), names(tmp_path / "out")
    with writing.replacing_folder(tmp_path / "out") as part:
        (part / "in").mkdir()
        (part / "in" / "new").write_bytes(b"new")
        writing.sweep(tmp_path)
    assert (kept, names(tmp_path), names(tmp_path / "out"), (tmp_path / "out" / "in" / "new").read_bytes()) == (
        (["out"], ["old"]), ["out"], ["in"], b"new",
    )  # fmt: skip


def test_a_folder_left_by_a_killed_run_is_swept(tmp_path):
    killed = KILLED.replace("replacing(", "replacing_folder(").replace("part.write_bytes", "(part / 'x').write_bytes")
    done = subprocess.run([sys.executable, "-c", killed, str(tmp_path / "out")], check=False)
    left = len(names(tmp_path))
    writing.sweep(tmp_path)
    assert (done.returncode, left, names(tmp_path)) == (-signal.SIGKILL, 2, [])


def test_what_another_run_is_writing_is_not_swept(tmp_path):
    with writing.replacing(tmp_path / "long") as part:
        part.write_bytes(b"first")
        writing.whole(tmp_path / "short", b"x")
        writing.sweep(tmp_path)
    assert ((tmp_path / "long").read_bytes(), names(tmp_path)) == (b"first", ["long", "short"])


def test_what_does_not_prove_right_is_not_kept(tmp_path):
    (tmp_path / "old").write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        writing.whole(tmp_path / "old", b"new", lambda part: 1 / 0)
    assert ((tmp_path / "old").read_bytes(), names(tmp_path)) == (b"old", ["old"])


def test_a_name_beside_a_pipe_is_no_log_of_it(tmp_path):
    fifo(tmp_path / "x")
    writing.whole(tmp_path / "x-wal", b"new")
    assert (tmp_path / "x-wal").read_bytes() == b"new"


def test_a_free_name_has_a_number_behind_it(tmp_path):
    (tmp_path / "x.csv").touch()
    (tmp_path / "x 2.csv").symlink_to("nowhere")
    assert [writing.free_name(tmp_path / name).name for name in ("x.csv", "y.csv")] == ["x 3.csv", "y.csv"]


LAST = {
    "/etc/cron.d/x": "x",
    "..\\..\\x.html": "x.html",
    "C:\\Users\\Hoa\\bài.txt": "bài.txt",
    "bài.txt": "bài.txt",
    "/etc/": "",
    "..": "",
    "a\0b": "",
    "": "",
}


@pytest.mark.parametrize(("name", "last"), LAST.items())
def test_of_a_foreign_path_the_last_part_is_taken(name, last):
    assert writing.last_part(name) == last


def test_one_file_is_the_same_by_whatever_name(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    os.link(tmp_path / "file", tmp_path / "hard")
    ways = [tmp_path / "link", tmp_path / "hard", tmp_path / "." / "x" / ".." / "file", tmp_path / "other"]
    (tmp_path / "x").mkdir()
    found = [identity.same(tmp_path / "file", each) for each in ways]
    absent = identity.same(tmp_path / "new", tmp_path / "x" / ".." / "new")
    assert (found, absent) == ([True, True, True, False], True)
