"""Files written whole or not at all, on the disk before it is told, and never onto a library, a device or a folder."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop import identity

if sys.platform != "win32":
    import fcntl

_PART = re.compile(r"\.butda-[0-9a-f]{16}\.part(?:-journal|-wal|-shm)?")
_BESIDE = ("-wal", "-shm", "-journal", ".lock")  # what SQLite and the lock keep beside an open library
# How SQLite's files begin: https://www.sqlite.org/fileformat.html
_DATABASE = (b"SQLite format 3\x00", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM}


class DatabaseThereError(OSError):
    """A target is a library, another database of SQLite's, or belongs to one."""


def whole(
    target: Path,
    write: bytes | Callable[[BinaryIO], object],
    prove: Callable[[Path], object] = lambda part: None,
    private: bool = False,
) -> None:
    """Write a file; `prove` is given it before it takes its place, and raises if it must not. See `replacing`."""
    with replacing(target, private) as part:
        with part.open("wb") as out:
            if isinstance(write, bytes):
                out.write(write)
            else:
                write(out)
        prove(part)


@contextmanager
def replacing(target: Path, private: bool = False, onto_database: bool = False) -> Iterator[Path]:
    """Give an empty file beside a target, which takes the target's place when the block ends well: the old or the new, never a part.

    What is there keeps its rights; what is `private` is made for its owner alone, with the folders it lies in.
    A link goes on leading to the file. Raises OSError.
    """
    target = real(target)
    there = check(target, onto_database)
    if private:
        make_folder(target.parent)
    sweep(target.parent)
    part, handle = _new_part(target.parent, 0o600 if private else 0o666)
    closing = [handle]
    try:
        yield part
        os.fsync(handle)
        if there is not None:
            os.chmod(part, stat.S_IMODE(there.st_mode))
        if sys.platform == "win32":
            os.close(closing.pop())  # an open file cannot be moved there
        os.replace(part, target)
    finally:
        for each in closing:
            os.close(each)
        with suppress(FileNotFoundError):
            os.unlink(part)
    sync_folder(target.parent)


@contextmanager
def replacing_folder(target: Path) -> Iterator[Path]:
    """Give an empty folder beside a target, which takes its place when the block ends well, with all its files on the disk.

    A folder that is there is put aside under a name a person can see, and taken away once the new one stands; whether it may
    be replaced is the caller's question. Raises OSError.
    """
    target = real(target)
    if os.path.lexists(target) and not os.path.isdir(target):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    sweep(target.parent)
    part, handle = _new_part(target.parent, None)
    try:
        yield part
        for folder, _, files in os.walk(part):
            for name in files:
                _sync(Path(folder) / name)
            sync_folder(Path(folder))
        aside = free_name(target.with_name(f"{target.name}.before")) if os.path.isdir(target) else None
        if aside is not None:
            os.rename(target, aside)
        os.rename(part, target)
        sync_folder(target.parent)
        if aside is not None:
            shutil.rmtree(aside)
    finally:
        os.close(handle)
        shutil.rmtree(part, ignore_errors=True)


def check(target: Path, onto_database: bool = False) -> os.stat_result | None:
    """Return what is at a target, None: nothing; raise OSError if it may never be written over."""
    try:
        there = os.stat(real(target))
    except FileNotFoundError:
        there = None
    if there is not None and not stat.S_ISREG(there.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    if there is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    beside = [target.with_name(target.name.removesuffix(end)) for end in _BESIDE if target.name.endswith(end)]
    if any(is_database(each) for each in beside if each.name) or (not onto_database and is_database(target)):
        raise DatabaseThereError(errno.EEXIST, "it is a library or another database")
    return there


def real(target: Path) -> Path:
    """Return a path without links in it; raise OSError for a name that no file can have."""
    try:
        return Path(os.path.realpath(target))
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error)) from error


def is_database(path: Path) -> bool:
    """Return whether a file is a database of SQLite's or the log of one, whatever its name; what cannot be read is none."""
    if identity.is_open(path):
        return True
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe would be waited for
            return False
        with path.open("rb") as file:
            return file.read(16).startswith(_DATABASE)
    except (OSError, ValueError):
        return False


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are not there, for the owner alone; raise OSError."""
    missing = []
    while not os.path.isdir(folder):
        missing.append(folder)
        if folder.parent == folder:
            break
        folder = folder.parent
    for each in reversed(missing):
        with suppress(FileExistsError):
            os.mkdir(each, 0o700)
        if not os.path.isdir(each):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder's files to the disk; one that cannot be synced, as of some network, is let be."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Take away what killed runs left in a folder: files under our own temporary names that nobody holds any more."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _PART.fullmatch(entry.name)]
    except OSError:
        return
    for name in sorted(names):  # a part before what SQLite keeps beside it
        whose = folder / (name.partition(".part")[0] + ".part")
        with suppress(OSError):
            if not os.path.lexists(whose) or _is_left(whose):
                shutil.rmtree(folder / name) if os.path.isdir(folder / name) else os.unlink(folder / name)


def free_name(target: Path) -> Path:
    """Return a target, or with a number behind its name the first that is not there yet."""
    number, free = 2, target
    while os.path.lexists(free):
        free, number = target.with_stem(f"{target.stem} {number}"), number + 1
    return free


def last_part(name: str) -> str:
    """Return the last part of a path that somebody else wrote, of whatever system; empty where it has none."""
    last = re.split(r"[/\\]", name)[-1].strip()
    return "" if last in (".", "..") or "\0" in last else last


def _new_part(folder: Path, mode: int | None) -> tuple[Path, int]:
    """Make a file, or without `mode` a folder, under a name of our own and hold it, so that nobody sweeps it away."""
    while True:
        part = folder / f".butda-{os.urandom(8).hex()}.part"
        if mode is None:
            os.mkdir(part)
            handle = os.open(part, os.O_RDONLY)
        else:
            handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        if _hold(handle) is not False and os.path.exists(part):
            return part, handle
        os.close(handle)  # swept in the moment between


def _is_left(part: Path) -> bool:
    """Return whether nobody holds a part any more; where that cannot be known it is left alone."""
    handle = os.open(part, os.O_RDONLY if os.path.isdir(part) else os.O_RDWR)
    try:
        return _hold(handle) is True
    finally:
        os.close(handle)


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _hold(handle: int) -> bool | None:
        return True  # an open file cannot be taken away there

else:

    def _hold(handle: int) -> bool | None:
        """Hold a file until its handle is closed; False: somebody holds it, None: nobody can, on this file system."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True
