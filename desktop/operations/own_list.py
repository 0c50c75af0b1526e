"""The lists that the program keeps for itself in the person's own folder, beside no library: a JSON object each, the newest last."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop import writing
from desktop.model_json import parsed

_log = logging.getLogger(__name__)


def read(name: str) -> dict[str, object]:
    """Return what a list holds; nothing if it is not there or no such list."""
    try:
        held = parsed(_place(name).read_bytes())
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def keep(name: str, held: Mapping[str, object], most: int) -> None:
    """Keep the newest entries of a list; one that cannot be kept is only logged."""
    newest = dict(list(held.items())[-most:])
    content = json.dumps(newest, ensure_ascii=False, indent=0).encode("utf-8", "surrogatepass")
    try:
        writing.whole(_place(name), content, private=True)
    except OSError as error:
        _log.warning("%s not kept: %s", name, error.strerror)


def _place(name: str) -> Path:
    return _folder(os.environ.get("XDG_DATA_HOME")) / f"{name}.json"


@cache
def _folder(_home: str | None) -> Path:
    """Return the person's folder; to look it up is dear where many files are read. It is another one where the home is."""
    from platformdirs import user_data_path

    return user_data_path("butda", appauthor=False)
