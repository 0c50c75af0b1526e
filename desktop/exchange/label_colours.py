"""The colours of labels for formats that show them: those of the light theme, by the role that a label names."""

from __future__ import annotations

from functools import cache

import rtoml

from desktop import assets

USUAL = {"fill": "#e6e3dc", "edge": "#6a655c"}  # of a label that names no role of a theme


@cache
def _table() -> dict[str, dict[str, str]]:
    held = rtoml.loads(assets.path("themes/light.toml").read_text(encoding="utf-8"))
    return {role: colours for role, colours in held["label"].items() if colours.keys() >= USUAL.keys()}


def fill(role: str) -> str:
    """Return the colour under a label's marks, `#rrggbb`."""
    return _table().get(role, USUAL)["fill"]


def edge(role: str) -> str:
    """Return the strong colour of a label, `#rrggbb`."""
    return _table().get(role, USUAL)["edge"]


def rgb(colour: str) -> tuple[int, int, int]:
    """Return the three parts of a colour, 0 to 255 each."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
