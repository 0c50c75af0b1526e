"""Folders written for a person: an export of several files, with a manifest of what this program wrote there."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from desktop import writing
from desktop.errors import ExportError
from desktop.model_json import parsed
from desktop.operations.files import as_export_error
from desktop.operations.written import sha256_of
from desktop.store import Store

MANIFEST = "butda.manifest"  # JSON, under a name that no program takes for one of the set


def may_write_folder(store: Store, target: Path, force: bool = False) -> None:
    """Raise ExportError if a folder may not be written; with `force` one that a former export of ours made may be."""
    with as_export_error(target):
        there = os.path.lexists(writing.real(target))
        if there and not os.path.isdir(target):
            raise ExportError("folder-wanted", path=target)
        if there and not (force and _listed(target)):
            raise ExportError("folder-foreign" if force else "folder-there", path=target)


def write_folder(
    store: Store,
    target: Path,
    format_name: str,
    write: Callable[[Path], object],
    prove: Callable[[Path], object],
    force: bool = False,
) -> None:
    """Write a folder whole or not at all, with its manifest; raise ExportError.

    What lies in a folder that is replaced and that no former export of ours wrote stays where it is.
    """
    may_write_folder(store, target, force)
    with as_export_error(target), writing.replacing_folder(target) as part:
        write(part)
        prove(part)
        files = {
            each.relative_to(part).as_posix(): sha256_of(each) for each in sorted(part.rglob("*")) if each.is_file()
        }
        content = json.dumps({"by": "butda", "format": format_name, "files": files}, ensure_ascii=False, indent=1)
        (part / MANIFEST).write_text(content, encoding="utf-8")
        if os.path.isdir(target):
            _keep_foreign(target, part, {*_listed(target), MANIFEST})


def _keep_foreign(former: Path, part: Path, ours: set[str]) -> None:
    """Bring what is not ours over into the folder that takes the former one's place; raise ExportError where a name is taken."""
    for each in sorted(former.rglob("*")):
        name = each.relative_to(former)
        if each.is_dir() and not each.is_symlink():
            (part / name).mkdir(exist_ok=True)
        elif name.as_posix() not in ours:
            if os.path.lexists(part / name):
                raise ExportError("file-there", path=each)
            _same_file(each, part / name)


def _same_file(old: Path, new: Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new, follow_symlinks=False)


def _listed(folder: Path) -> set[str]:
    """Return the files that the manifest of a former export lists; none where there is no such manifest."""
    try:
        held = parsed((folder / MANIFEST).read_bytes())
        return set(held["files"]) if held["by"] == "butda" else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
