"""What the window remembers from one day to the next: one small JSON file, written whole or not at all."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")
THEMES = ("light", "sepia", "dark", "contrast")
SYSTEM = "system"  # a theme that is light or dark as the system is
HISTORY_DAYS = (30, 365, 0)  # choices; 0: for ever
RECENT = 8  # libraries that are remembered

# What a setting's type is in JSON. The model's converter would say the same, but takes 12 ms to load, for which the first paint waits.
_SINGLE: dict[str, type] = {"str": str, "int": int, "bool": bool}
_ITEMS: dict[str, type] = {"tuple[int, ...]": int, "tuple[str, ...]": str}
_MOST = 2**31 - 1  # what Qt counts with

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's settings. Empty text means: the usual."""

    language: str = "vi"
    theme: str = SYSTEM  # or one of THEMES
    person: str = ""  # stands in `by` of the marks this person makes
    library: str = ""  # path of the library that was open last
    article: str = ""  # id of the article that was open last
    geometry: str = ""  # QWidget.saveGeometry, base64
    panes: tuple[int, ...] = ()  # widths of shelf, page and marks, pixels
    hidden: tuple[str, ...] = ()  # labels whose marks are not drawn
    labels: tuple[str, ...] = ()  # those on the bar near a selection, the one last used first
    bar: bool = True  # whether the bar comes to a selection without being asked for
    doubt_first: bool = False  # whether a review takes what the detector is least sure of first
    side: int = 0  # how marks are listed beside the page: by label, in the order of the text
    zoom: int = 0  # steps larger (or smaller) than the usual size of text
    recent: tuple[str, ...] = ()  # paths of the libraries that were open, the last one first
    detecting: bool = True  # whether what is imported is looked through at once
    chapters: bool = True  # whether a book comes as an article a chapter
    hinted: bool = False  # whether the hints of the first start were shown
    face: str = "literata"  # what articles are read in, one of ui.look.fonts.FACES
    marks: str = "quiet"  # quiet, normal or loud
    pitch: int = 16  # tenths of an em from one line to the next, one of ui.look.reading_looks.PITCHES
    column: int = 38  # em that a line is wide, one of ui.look.reading_looks.COLUMNS
    furniture: bool = False  # whether the furniture of pages is shown
    one_paragraph: bool = False  # whether all others are veiled
    paper_marks: bool = True  # whether marks are printed
    paper_furniture: bool = False
    paper_notes: bool = False  # whether notes are printed behind the article
    export: tuple[str, ...] = ()  # what was chosen in the export dialog last: see ui.dialogs.sets.export_choices
    history_days: int = 365  # for so long steps can be undone, one of HISTORY_DAYS
    order: str = ""  # how the shelf is sorted: a word of model.Sorting, with `-` before it if descending
    folders: tuple[str, ...] = ()  # where files lay last, by what they were asked for
    hidden_panes: tuple[int, ...] = ()  # 0: the shelf, 2: labels and marks
    keys: tuple[str, ...] = ()  # of a person's own: see ui.commands.keys.own_keys
    tags: tuple[str, ...] = ()  # in the order in which they came by their keys on the shelf


def with_recent(settings: Settings, library: Path) -> Settings:
    """Return settings that remember a library as the one that was open last."""
    from desktop import identity

    others = [each for each in settings.recent if not identity.same(Path(each), library)]
    return replace(settings, library=str(library), recent=(str(library), *others)[:RECENT])


def path() -> Path:
    """Return where the settings lie: BUTDA_SETTINGS, else the person's configuration folder."""
    named = os.environ.get("BUTDA_SETTINGS")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("butda", appauthor=False) / "settings.json"


def load(file: Path) -> Settings:
    """Return the settings in a file; a missing one gives the defaults, an unreadable one too, and is kept aside as *.unreadable."""
    try:
        table = json.loads(file.read_bytes())
        if not isinstance(table, dict):
            raise ValueError("not an object")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("settings not read: %s", type(error).__name__)
        _keep_aside(file)
        return Settings()
    return _settings(table)


def save(settings: Settings, file: Path) -> None:
    """Write settings; raise OSError, and then the old file stands."""
    from desktop import writing

    content = json.dumps(asdict(settings), ensure_ascii=False, indent=1) + "\n"
    writing.whole(file, content.encode("utf-8"), private=True)


def _keep_aside(file: Path) -> None:
    try:
        os.replace(file, file.with_name(f"{file.name}.unreadable"))
    except OSError as error:
        _log.warning("settings not kept aside: %s", error.strerror)


def _settings(table: dict[str, Any]) -> Settings:
    """Return settings of what a table holds; a value that makes no sense gives way to its default."""
    sound: dict[str, Any] = {}
    for field in fields(Settings):
        value, item = table.get(field.name), _ITEMS.get(str(field.type))
        if item is None and _fits(value, _SINGLE.get(str(field.type))):
            sound[field.name] = value
        elif item is not None and isinstance(value, list) and all(_fits(each, item) for each in value):
            sound[field.name] = tuple(value)
        elif field.name in table:
            _log.warning("setting not taken: %s", field.name)
    offered: tuple[tuple[str, tuple[object, ...]], ...] = (
        ("language", LANGUAGES), ("theme", (SYSTEM, *THEMES)), ("history_days", HISTORY_DAYS),
    )  # fmt: skip
    for name, words in offered:
        if sound.get(name) not in words:
            sound.pop(name, None)
    return Settings(**sound)


def _fits(value: object, kind: type | None) -> bool:
    """Return whether a value is of a kind that a setting can be, and one that can be used and written again."""
    if type(value) is int:
        return kind is int and abs(value) <= _MOST
    if isinstance(value, str):
        return kind is str and value.encode("utf-8", "ignore").decode("utf-8") == value  # no half of a surrogate
    return type(value) is kind
