"""What this program wrote, and where: by path and sha256, in a list of the person's own. A file changed since is foreign again."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path

from desktop import writing
from desktop.model_json import parsed

_KEPT = 2000  # files; the ones written longest ago are forgotten first

_log = logging.getLogger(__name__)


def is_ours(file: Path) -> bool:
    """Return whether a file is what this program wrote there, unchanged."""
    known = _known().get(str(writing.real(file)))
    return known is not None and known == _sha256(file)


def remember(file: Path, sha256: str) -> None:
    """Remember what was written; a list that cannot be kept costs one question more."""
    known = _known()
    name = str(writing.real(file))
    known.pop(name, None)
    known[name] = sha256
    table = dict(list(known.items())[-_KEPT:])
    try:
        writing.whole(_place(), json.dumps(table, ensure_ascii=False, indent=0).encode("utf-8"), private=True)
    except OSError as error:
        _log.warning("list of written files not kept: %s", error.strerror)


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _place() -> Path:
    from platformdirs import user_data_path

    return user_data_path("butda", appauthor=False) / "written.json"


def _known() -> dict[str, str]:
    try:
        held = parsed(_place().read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {name: sha256 for name, sha256 in held.items() if isinstance(sha256, str)}
