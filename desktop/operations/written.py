"""What this program wrote, and where: by path and sha256, in a list of the person's own. A file changed since is foreign again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop import writing
from desktop.operations import own_list

_KEPT = 2000  # files; the ones written longest ago are forgotten first


def is_ours(file: Path) -> bool:
    """Return whether a file is what this program wrote there, unchanged."""
    known = _known().get(str(writing.real(file)))
    return known is not None and known == sha256_of(file)


def remember(file: Path, sha256: str) -> None:
    """Remember what was written; a list that cannot be kept costs one question more."""
    known = _known()
    name = str(writing.real(file))
    known.pop(name, None)
    known[name] = sha256
    own_list.keep("written", known, _KEPT)


def sha256_of(file: Path) -> str:
    """Return the sha256 of a file, read in pieces; raise OSError."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _known() -> dict[str, str]:
    held = own_list.read("written")
    return {name: sha256 for name, sha256 in held.items() if isinstance(sha256, str)}
