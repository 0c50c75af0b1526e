"""Keys that a person gave to actions in the place of ours: how they are kept, and why one is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from desktop.ui.commands.action_table import SPECS, Spec, words
from desktop.ui.controls.mark_keys import EDGES
from desktop.ui.words.mnemonics import plain
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

Own = Mapping[str, str]  # actions by name, each with its key as QKeySequence writes it; empty: none
_OF = ": "  # between an action and its key, as they are kept
_TYPED = QT_TRANSLATE_NOOP("Keys", "letters, figures and signs give labels; take Ctrl along")
_MENUS = QT_TRANSLATE_NOOP("Keys", "Alt and a letter open a menu")
_ALONE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_CARRIED_OUT = {edge.also for edge in EDGES.values()}  # told at their place, but keys of actions

CHANGEABLE = tuple(spec for spec in SPECS if not spec.key)  # the others have the key of a place


def read(kept: Sequence[str]) -> Own:
    """Return the keys of one's own in a list of settings; what makes no sense any more is left out."""
    names = {spec.name for spec in CHANGEABLE}
    pairs = (each.partition(_OF) for each in kept)
    own: dict[str, str] = {}
    for name, told, keys in pairs:
        if told and name in names and QKeySequence(keys).toString() == keys and not refused(name, keys, own):
            own[name] = keys
    return own


def kept(own: Own) -> tuple[str, ...]:
    """Return keys of one's own as settings keep them."""
    return tuple(f"{name}{_OF}{keys}" for name, keys in own.items())


def keys_of(spec: Spec, own: Own) -> tuple[str, ...]:
    """Return the keys of an action."""
    if spec.name not in own:
        return spec.shortcuts
    return (own[spec.name],) if own[spec.name] else ()


def refused(name: str, keys: str, own: Own) -> str:
    """Return why an action cannot have a key: what else the key means; nothing if it can."""
    return next(_meanings(name, keys, own), "") if keys else ""


def _meanings(name: str, keys: str, own: Own) -> Iterator[str]:
    from desktop.ui.controls.keys.key_places import PLACES  # no start waits for it

    sequence: Any = QKeySequence(keys)  # whose stub knows no index
    modifiers, key = sequence[0].keyboardModifiers(), sequence[0].key()
    if not modifiers & ~_ALONE and not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        yield QCoreApplication.translate("Keys", _TYPED)
    if modifiers == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        yield QCoreApplication.translate("Keys", _MENUS)
    for spec in SPECS:
        if spec.name != name and keys in keys_of(spec, own):
            yield plain(words(spec.text))
    if keys not in _CARRIED_OUT:
        for place in PLACES.values():
            for taken in place.taken:
                if keys in taken.keys:
                    where, what = (QCoreApplication.translate("Keys", each) for each in (place.title, taken.words))
                    yield f"{where}: {what}"
