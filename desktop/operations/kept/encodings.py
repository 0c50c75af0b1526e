"""In which encoding a person said that files are, remembered by their bytes; a list of the person's own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePath

from desktop.errors import ImportFileError, RequestError
from desktop.exchange.texts import ways
from desktop.exchange.texts.ways import AS_IT_IS, WAYS, Look
from desktop.operations import own_list
from desktop.operations.written import sha256_of

__all__ = ["AS_IT_IS", "WAYS", "Look", "for_content", "for_file", "known", "look", "remember"]

_LIST = "encodings"
_KEPT = 2000  # files; those remembered longest ago are forgotten first
_MOST = 20_000_000  # bytes of a file that is asked for


def known(name: str) -> str:
    """Return the encoding that a person means; raise RequestError for none that is known."""
    found = ways.way(name)
    if found is None:
        raise RequestError("encoding-unknown", name=name, known=", ".join(WAYS))
    return found


def look(path: Path) -> Look | None:
    """Return a file's words as they look and as each encoding makes them; None for what is no text, raise ImportFileError."""
    if not ways.is_text(path):
        return None
    try:
        return ways.look(path, path.read_bytes()[:_MOST])
    except OSError as error:
        raise ImportFileError("file-unreadable", path=path, reason=error.strerror or str(error)) from error


def for_file(path: Path) -> str | None:
    """Return what was once said of a file of these bytes; None where nobody has said anything."""
    said = _said() if ways.is_text(path) else {}
    return said.get(_key(path)) if said else None


def for_content(path: PurePath, content: bytes) -> str | None:
    """Return what was once said of bytes that were kept."""
    said = _said() if ways.is_text(path) else {}
    return said.get(hashlib.sha256(content).hexdigest()) if said else None


def remember(meant: Mapping[Path, str]) -> dict[Path, str]:
    """Remember in which encoding files are, and return their sha256; empty where a file cannot be read, which reading it tells.

    It reads the files to their end: in the window that is a worker's. A list that cannot be kept costs one question more.
    """
    said = {**_said()}
    keys = {path: _key(path) for path in meant}
    for path, key in keys.items():
        said.pop(key, None)
        if key:
            said[key] = known(meant[path])
    own_list.keep(_LIST, said, _KEPT)
    return keys


def _key(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError:
        return ""


def _said() -> dict[str, str]:
    return {key: name for key, name in own_list.read(_LIST).items() if isinstance(name, str) and name in WAYS}
