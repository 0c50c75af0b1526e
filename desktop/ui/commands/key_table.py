"""The keys of the menus, as the help tells them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands.action_table import MENUS, SPECS, SUBMENUS, Spec, native, words
from desktop.ui.dialogs.keys_dialog import Table
from desktop.ui.words.mnemonics import plain


def menus() -> list[Table]:
    """Return each menu's title with the keys and words of its actions; actions in no menu come last."""
    specs = {spec.name: spec for spec in SPECS}
    told: list[Table] = []
    for _, title, entries in MENUS:
        below = [
            name for entry in entries if entry.startswith("menu:") for name in SUBMENUS[entry.removeprefix("menu:")][1]
        ]
        names = [name for name in (*entries, *below) if name in specs]
        told.append((plain(words(title)), _keys([specs.pop(name) for name in names])))
    told.append((QCoreApplication.translate("Keys", "Elsewhere"), _keys(list(specs.values()))))
    return told


def _keys(specs: Sequence[Spec]) -> list[tuple[str, str]]:
    return [(_key(spec), plain(words(spec.text))) for spec in specs if _key(spec)]


def _key(spec: Spec) -> str:
    return ", ".join(native(key) for key in dict.fromkeys((*filter(None, (spec.key,)), *spec.shortcuts)))
