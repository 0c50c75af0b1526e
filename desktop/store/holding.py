"""The right to write a library: one writer at a time, by whatever name each of them calls it."""

from __future__ import annotations

import errno
import os
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import identity, writing
from desktop.errors import LibraryError

if sys.platform == "linux":
    import fcntl

if TYPE_CHECKING:
    from filelock import FileLock

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
# What file systems without locks say of one, some of those on other machines among them.
_WITHOUT_LOCKS = dict.fromkeys((errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS), "library-unlockable")
_BYTE = 1 << 62  # which is locked of the library's file: far behind all that SQLite locks in it
_held: dict[identity.Identity, Path] = {}  # by this process, and under which name


class Hold:
    """Holds a library until it is released: by a lock beside its name, and by one on the file itself.

    The one beside is met by older versions, by other systems, and before there is a file; the one on the file is met under
    another name (a link), and when the lock beside was taken away.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock beside; raise LibraryError if another has it."""
        self._path = path
        self._file: identity.Identity | None = None
        self._handle: int | None = None
        self._beside = _beside(path)

    def take_file(self) -> None:
        """Take the lock on the file, which is there now; raise LibraryError if another has it."""
        found = identity.of(self._path)
        if found is None or found in _held:
            raise LibraryError("library-locked", path=self._path)
        try:
            handle = os.open(self._path, os.O_RDWR)
        except OSError as error:
            raise LibraryError("library-readonly", path=self._path) from error
        if not _locked(handle):
            os.close(handle)
            raise LibraryError("library-locked", path=self._path)
        self._file, self._handle = found, handle
        _held[found] = self._path

    def release(self) -> None:
        """Let go of the library."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        if self._file is not None:
            _held.pop(self._file, None)
            self._file = None
        self._beside.release()


def refuse_other_name(path: Path) -> None:
    """Raise LibraryError if a library is open, or was left with a log, under another name of the same file (a hard link).

    SQLite finds the log by the name: under another one it would read, and write, half of what there is.
    """
    try:
        found = path.stat()
    except OSError:
        return
    if found.st_nlink < 2:
        return
    held = _held.get((found.st_dev, found.st_ino))
    if held == path:
        return
    own = _log_size(path)
    if (
        held is not None
        or (own is None and _is_held_elsewhere(path))
        or any(_log_size(each) for each in _other_names(path))
    ):
        raise LibraryError("library-other-name", path=path)


def _other_names(path: Path) -> list[Path]:
    try:
        with os.scandir(path.parent) as entries:
            return [
                path.with_name(entry.name)
                for entry in entries
                if entry.name != path.name and entry.is_file() and identity.same(Path(entry.path), path)
            ]
    except OSError:
        return []


def _log_size(path: Path) -> int | None:
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size
    except OSError:
        return None


def _beside(path: Path) -> FileLock:
    from filelock import FileLock, Timeout  # takes 12 ms to import; a reader needs none

    holder = FileLock(f"{path}.lock", mode=0o600, is_singleton=False)
    try:
        writing.make_folder(path.parent)
        holder.acquire(timeout=0)
    except Timeout:
        raise LibraryError("library-locked", path=path) from None
    except NotImplementedError as error:  # a system without locks
        raise LibraryError("library-unlockable", path=path) from error
    except OSError as error:
        refused = error.errno in _REFUSED and os.path.exists(path)
        kind = "library-readonly" if refused else _WITHOUT_LOCKS.get(error.errno or 0, "library-place")
        raise LibraryError(kind, path=path, reason=error.strerror) from error
    return holder


if sys.platform == "linux":
    # Locks of the open file, not of the process: SQLite closing its own handles takes none of them away.

    def _flock(kind: int) -> bytes:
        return struct.pack("@hhqqi0q", kind, os.SEEK_SET, _BYTE, 1, 0)

    def _locked(handle: int) -> bool:
        try:
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, _flock(fcntl.F_WRLCK))
        except (BlockingIOError, PermissionError):
            return False
        except OSError:  # a file system without such locks: the one beside must do
            return True
        return True

    def _is_held_elsewhere(path: Path) -> bool:
        try:
            handle = os.open(path, os.O_RDONLY)
        except OSError:
            return False
        try:
            found = fcntl.fcntl(handle, fcntl.F_OFD_GETLK, _flock(fcntl.F_RDLCK))
            return bool(struct.unpack_from("@h", found)[0] != fcntl.F_UNLCK)
        except OSError:
            return False
        finally:
            os.close(handle)

else:

    def _locked(handle: int) -> bool:
        return True

    def _is_held_elsewhere(path: Path) -> bool:
        return False
