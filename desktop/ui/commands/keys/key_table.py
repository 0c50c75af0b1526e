"""The keys of the menus, as the help tells them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands.action_table import MENUS, SPECS, SUBMENUS, Spec, native, words
from desktop.ui.commands.keys.own_keys import CHANGEABLE, Own, keys_of
from desktop.ui.dialogs.keys.keys_dialog import Table
from desktop.ui.dialogs.keys.own_keys_dialog import Line
from desktop.ui.words.mnemonics import plain


def menus(own: Own) -> list[Table]:
    """Return each menu's title with the keys and words of its actions; actions in no menu come last."""
    return [
        (title, [(_key(spec, own), plain(words(spec.text))) for spec in specs if _key(spec, own)])
        for title, specs in _by_menu()
    ]


def lines(own: Own) -> list[Line]:
    """Return the actions whose keys can be a person's own."""
    return [
        Line(spec.name, title, plain(words(spec.text)), keys_of(spec, own), spec.shortcuts)
        for title, specs in _by_menu()
        for spec in specs
        if spec in CHANGEABLE
    ]


def _by_menu() -> list[tuple[str, list[Spec]]]:
    specs = {spec.name: spec for spec in SPECS}
    told: list[tuple[str, list[Spec]]] = []
    for _, title, entries in MENUS:
        below = [
            name for entry in entries if entry.startswith("menu:") for name in SUBMENUS[entry.removeprefix("menu:")][1]
        ]
        names = [name for name in (*entries, *below) if name in specs]
        told.append((plain(words(title)), [specs.pop(name) for name in names]))
    return [*told, (QCoreApplication.translate("Keys", "Elsewhere"), list(specs.values()))]


def _key(spec: Spec, own: Own) -> str:
    return ", ".join(native(key) for key in dict.fromkeys((*filter(None, (spec.key,)), *keys_of(spec, own))))
