"""The keys of marking: the one table that page, lists, bar, handles, menus and help read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from desktop.model import Label

_Modifier = Qt.KeyboardModifier
_NO_LETTER = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier

# What is wished of a mark, by the keys that stand for it, the one that is told first.
WISHES = {"accept": ("Enter", "Return"), "reject": ("Backspace",), "delete": ("Del",)}
# What goes on in a review; the page sees these keys before its own.
RUN = {"review_on": ("Enter", "Return"), "skip": ("Space",), "step_back": ("Shift+Space",), "review_end": ("Esc",)}
_WISH_OF = {key: wish for wish, keys in WISHES.items() for key in keys}

# What goes to another mark: forward or not, to suggestions alone or not.
STEPS = {".": (True, False), ",": (False, False), ">": (True, True), "<": (False, True)}


@dataclass(frozen=True, slots=True)
class Edge:
    """A key that moves an edge of the selected mark by a syllable; with Ctrl too by one character."""

    keys: str
    also: str  # a second way, as every key with Alt has one: an action of the menu
    at_end: bool
    forward: bool


EDGES = {
    "end_later": Edge("Alt+Right", "F12", True, True),
    "end_earlier": Edge("Alt+Left", "Shift+F12", True, False),
    "start_earlier": Edge("Alt+Shift+Left", "Ctrl+F12", False, False),
    "start_later": Edge("Alt+Shift+Right", "Ctrl+Shift+F12", False, True),
}
_EDGE_OF = {edge.keys: edge for edge in EDGES.values()}

# The keys of the number row as the system numbers them, whatever a layout writes on them (ă â ê ô, or & é " '). 1 to 9, then 0.
_ROW = {"linux": range(10, 20), "win32": range(2, 12), "darwin": (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)}
_FIGURES = dict(zip(_ROW.get(sys.platform, ()), "1234567890", strict=False))


def wish(event: QKeyEvent) -> str | None:
    """Return what a key wishes of a mark: accept, reject or delete it."""
    return _WISH_OF.get(_told(event, _Modifier.KeypadModifier))


def edge(event: QKeyEvent) -> tuple[Edge, bool] | None:
    """Return which edge a key moves and whether by one character."""
    found = _EDGE_OF.get(_told(event, _Modifier.KeypadModifier | _Modifier.ControlModifier))
    return (found, bool(event.modifiers() & _Modifier.ControlModifier)) if found is not None else None


class LabelsByKey:
    """The labels of a scheme by the keys that give them."""

    def __init__(self, labels: Iterable[Label] = ()) -> None:
        self._names = {label.key.casefold(): label.name for label in labels if label.key}

    def of(self, event: QKeyEvent) -> str | None:
        """Return the label that a key gives: by what it writes, else by its place in the row of figures."""
        return next((self._names[each] for each in written(event) if each in self._names), None)

    def typed(self, letter: str) -> str | None:
        """Return the label that a letter gives which did not come by a key, but from an input method."""
        return self._names.get(letter.casefold())


def written(event: QKeyEvent) -> tuple[str, ...]:
    """Return what a key may stand for in the labels' keys: what it writes, small, then the figure of its place; a shortcut nothing."""
    if event.modifiers() & _NO_LETTER:
        return ()
    by_place = "" if event.modifiers() else _FIGURES.get(_code(event), "")
    return tuple(each for each in (event.text().casefold(), by_place) if each)


def _code(event: QKeyEvent) -> int:
    return event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()


def _told(event: QKeyEvent, aside: Qt.KeyboardModifier) -> str:
    """Return a key as the tables tell it, some modifiers left aside."""
    return QKeySequence(QKeyCombination(event.modifiers() & ~aside, Qt.Key(event.key()))).toString()
