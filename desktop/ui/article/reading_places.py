"""Where a person left off in each article: one small JSON file beside the settings, and no part of the library's history."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from desktop import writing
from desktop.model_json import parsed

_KEPT = 2000  # articles; the ones left longest ago are forgotten first

_log = logging.getLogger(__name__)


class Places:
    """Places in texts (code points of what stood at the top of the page) by the articles' ids, the one left last at the end."""

    def __init__(self, file: Path | None = None) -> None:
        """Take what a file holds; None: remember only as long as this lives. A file that makes no sense holds nothing."""
        self._file = file
        self._places: dict[str, int] = {}
        self._changed = False
        if file is None:
            return
        try:
            held = parsed(file.read_bytes())
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            _log.warning("places not read: %s", type(error).__name__)
            return
        if isinstance(held, dict):
            self._places = {key: place for key, place in held.items() if type(place) is int and place > 0}

    def of(self, article: str) -> int:
        """Return where an article was left; 0 for one that was left at its beginning, or never opened."""
        return self._places.get(article, 0)

    def leave(self, article: str, place: int) -> None:
        """Remember where an article was left; `write` keeps it for another day."""
        if place == self.of(article):
            return
        self._places.pop(article, None)
        if place > 0:
            self._places[article] = place
        for oldest in list(self._places)[:-_KEPT]:
            del self._places[oldest]
        self._changed = True

    def write(self) -> None:
        """Write down what was remembered since; a place that cannot be written costs only that."""
        if self._file is None or not self._changed:
            return
        self._changed = False
        try:
            writing.whole(self._file, json.dumps(self._places).encode("utf-8"), private=True)
        except OSError as error:
            _log.warning("places not written: %s", error.strerror)
