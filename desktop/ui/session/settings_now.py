"""The settings of this run: read at the start, written whenever they are others."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop import settings as stored
from desktop.ui.commands.keys import own_keys
from desktop.ui.commands.keys.own_keys import Own
from desktop.ui.window.frame import Frame

_log = logging.getLogger(__name__)


class SettingsNow:
    """Holds the settings in a file. A place that cannot be written costs only them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.value = stored.load(file)

    @property
    def places(self) -> Path:
        """The file that says where articles are left."""
        return self._file.with_name("places.json")

    @property
    def own_keys(self) -> Own:
        """The keys of actions that are a person's own."""
        return own_keys.read(self.value.keys)

    def keep_keys(self, keys: tuple[str, ...]) -> None:
        """Remember other keys of a person's own."""
        self.take(keys=keys)
        self.save()

    def take(self, **values: Any) -> None:
        """Let some settings be others."""
        self.value = replace(self.value, **values)

    def take_frame(self, frame: Frame) -> None:
        """Remember where the window stands and how wide its panes are."""
        geometry = bytes(frame.saveGeometry().toBase64().data()).decode()
        self.take(geometry=geometry, panes=frame.desk.widths, hidden_panes=frame.hidden_panes)

    def save(self) -> None:
        """Write the settings."""
        try:
            stored.save(self.value, self._file)
        except OSError as error:
            _log.warning("settings not written: %s", error.strerror)
