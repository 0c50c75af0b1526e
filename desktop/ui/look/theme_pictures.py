"""The pictures of the style sheet (ticks, arrows), drawn once in resources/themes and coloured by a role of the theme.

A style sheet takes pictures from files alone, or from what a program bears within itself: so they are put there, as `:/dark/tick.svg`.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from PySide6.QtCore import qRegisterResourceData

from desktop import assets

ROLES = {
    "tick": "accent_text",
    "dash": "field",
    "down": "muted",
    "up": "muted",
}  # a picture, the role that it is drawn in
_FORMAT, _FOLDER = 1, 2  # of Qt's resources: the version of their format, the flag of a folder
_kept: dict[str, tuple[bytes, bytes, bytes]] = {}  # Qt reads where they lie


def register(theme: str, colors: Mapping[str, str]) -> None:
    """Put a theme's pictures where its style sheet finds them; may be called again."""
    if theme in _kept:
        return
    files = {
        f"{name}.svg": assets.text(f"themes/{name}.svg").replace("currentColor", colors[role]).encode()
        for name, role in ROLES.items()
    }
    _kept[theme] = _resource(theme, files)
    qRegisterResourceData(_FORMAT, *_kept[theme])


def _resource(folder: str, files: Mapping[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return one folder of files as Qt holds resources: the tree, the names, the contents. Qt seeks a name by its hash, in order."""
    order = sorted(files, key=_hash)
    names, places = b"", {}
    for name in (folder, *order):
        places[name] = len(names)
        names += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    tree = struct.pack(">IHII", 0, _FOLDER, 1, 1) + struct.pack(">IHII", places[folder], _FOLDER, len(order), 2)
    contents = b""
    for name in order:
        tree += struct.pack(">IHHHI", places[name], 0, 0, 1, len(contents))  # of every country; 1: of every language
        contents += struct.pack(">I", len(files[name])) + files[name]
    return tree, names, contents


def _hash(name: str) -> int:
    found = 0
    for letter in name:
        found = (found << 4) + ord(letter)
        found ^= (found & 0xF0000000) >> 23
        found &= 0x0FFFFFFF
    return found
