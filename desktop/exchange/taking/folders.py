"""What importing a folder takes and what it leaves: pages' own folders and frames, kinds that are not read."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.exchange.taking import kinds

# What browsers put behind a page's name for the folder that they save beside it.
_ENDINGS = (
    "_files", "_file", ".files", "_tập tin", "_tệp", "-dateien", "_fichiers", "_archivos",
    "_arquivos", "_ficheiros", "_bestanden", "-filer",
    "_soubory", "_pliki", "_tiedostot", "_datoteke", "_elemei", "_dosyalar", "_fails", "_failid", "_bylos", "_arxius", "-filen",
)  # fmt: skip
SAVED_PAGE = "saved page"  # the kind of what stands in such a folder
_PARTS = frozenset({".js", ".css", ".woff", ".woff2", ".svg", ".download"})  # what such a folder holds


@dataclass(frozen=True, slots=True)
class Found:
    """The files that an import takes, in order, and those it leaves out, each with its kind."""

    files: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...] = ()

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """Return how many files of each kind are left out, most first."""
        return sorted(Counter(kind for _, kind in self.left).items(), key=lambda each: (-each[1], each[0]))


def found(paths: Sequence[Path]) -> Found:
    """Return what importing paths means: each file that is named, and all of a folder that can be read.

    Hidden files are passed over. A folder without any readable file stands for itself, so that reading it says so.
    """
    files: list[Path] = []
    left: list[tuple[Path, str]] = []
    for path in paths:
        if not os.path.isdir(path):
            files.append(path)
            continue
        inside = _inside(path)
        taken = [file for file, kind in inside if kind is None]
        files += taken or [path]
        left += [(file, kind) for file, kind in inside if kind is not None]
    return Found(tuple(dict.fromkeys(files)), tuple(left))


def _inside(folder: Path) -> list[tuple[Path, str | None]]:
    """Return the files of a folder in order, None beside those that are taken, else the kind for which they are left."""
    seen: list[tuple[Path, str | None]] = []
    for place, folders, names in os.walk(folder):
        shown = [name for name in names if not name.startswith(".")]
        pages = {_alike(Path(name).stem) for name in shown} | {_alike(name) for name in shown}
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [name for name in folders if _is_of_a_page(Path(place, name), pages)]:
            folders.remove(name)
            seen += [(file, SAVED_PAGE) for file in sorted(Path(place, name).rglob("*")) if file.is_file()]
        seen += [(file, _left(file)) for name in shown if (file := Path(place, name)).is_file()]
    return sorted(seen)


def _is_of_a_page(folder: Path, pages: Iterable[str]) -> bool:
    """Return whether a folder was saved beside a page: by its name, and the page or what such a folder holds."""
    name = _alike(folder.name)
    ending = next((each for each in _ENDINGS if name.endswith(each)), None)
    if ending is None:
        return False
    return name.removesuffix(ending) in pages or any(each.suffix.lower() in _PARTS for each in folder.iterdir())


def _left(file: Path) -> str | None:
    """Return None for a file that is taken, else its kind: its ending, or that it has none."""
    suffix = file.suffix.lower()
    if suffix in kinds.READERS or (suffix in kinds.PAGES and kinds.is_page(head(file))):
        return None
    return suffix or "no ending"


def head(file: Path) -> bytes:
    """Return the beginning of a file, nothing where it cannot be read: reading it says why."""
    try:
        with file.open("rb") as opened:
            return opened.read(kinds.HEAD)
    except OSError:
        return b""


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).lower()
