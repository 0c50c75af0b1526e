"""Colours by role, read from resources/themes/*.toml, and what Qt needs of them: a palette and a small style sheet."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from string import Template
from typing import Any

import rtoml
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QColor, QPalette

from desktop import assets
from desktop.ui.look import theme_pictures

_STEPS = 64  # in which an ink is mixed with its ground


@dataclass(frozen=True, slots=True)
class LabelColor:
    """The colours of one label as `#rrggbb`: ground of the mark, its edge and tag, text on the tag."""

    fill: str
    edge: str
    tag_text: str


class _Told(QObject):
    """Tells those who made something of a theme's colours."""

    turned = Signal()


@dataclass(slots=True)
class Theme:
    """One theme; every colour is `#rrggbb`, named by its role, never by its hue.

    A window has one, which all its parts hold: it becomes another theme under them. Who draws by it draws otherwise from then on; who
    made something of its colours (an icon, a pen) makes it anew when `turned` tells.
    """

    name: str
    dark: bool
    window: str  # chrome behind the panels
    panel: str  # lists and side panes
    page: str  # ground of the reader
    field: str  # ground of inputs and buttons
    hover: str  # a row or button under the pointer
    text: str
    muted: str  # secondary text; readable on window, panel and page
    line: str  # separators and frames
    accent: str
    accent_text: str
    selection: str
    selection_text: str
    focus: str  # rings of keyboard focus and of the selected mark
    hit: str  # ground of what a search found
    hit_current: str  # and of the one that the search stands at
    warning: str
    error: str
    ok: str
    offered: float  # contrast with the page of the line under a suggestion
    decided: float  # and under what is decided
    labels: Mapping[str, LabelColor]
    _told: _Told = dataclasses.field(default_factory=_Told, init=False, repr=False, compare=False)

    def label(self, color: str) -> LabelColor:
        """Return the colours of a label's `color` role; a role this theme does not know gets those of `other`."""
        return self.labels.get(color, self.labels["other"])

    @property
    def turned(self) -> SignalInstance:
        """Tells that this has become another theme."""
        return self._told.turned

    def become(self, other: Theme) -> None:
        """Take over all of another theme, and tell it."""
        for name in _names(self):
            setattr(self, name, getattr(other, name))
        self.turned.emit()

    @property
    def _faint(self) -> QColor:
        """The words of what cannot be chosen now."""
        return mix(self.muted, self.window, 0.35)

    def palette(self) -> QPalette:
        """Return an explicit palette: nothing is taken from the desktop, so both themes look the same everywhere."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, QColor(getattr(self, name)))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._faint)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(self.line))
        return palette

    def page_palette(self) -> QPalette:
        """Return the palette of a page to read: what is selected is stronger than in lists, to stand out from pale marks."""
        palette, highlight = self.palette(), mix(self.selection, self.focus, 0.3)
        highlight.setAlphaF(0.7)  # so that the marks stay in sight
        palette.setColor(QPalette.ColorRole.Highlight, highlight)
        return palette

    def stylesheet(self) -> str:
        """Return the application's style sheet, made of the tokens alone, and put its pictures where it finds them."""
        colors = {name: getattr(self, name) for name in _names(self)}
        theme_pictures.register(self.name, colors)
        colors["faint"] = self._faint.name()
        return Template(assets.text("themes/style.qss")).substitute(colors)


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "field",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "field",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selection_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "muted",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}


def _names(theme: Theme) -> tuple[str, ...]:
    """Return the names of what a theme says."""
    return tuple(each.name for each in fields(theme) if each.init)


def load(name: str) -> Theme:
    """Return a theme by its name, one of settings.THEMES; raise FileNotFoundError for another."""
    table: dict[str, Any] = rtoml.loads(assets.text(f"themes/{name}.toml"))
    labels = {role: LabelColor(**colors) for role, colors in table["label"].items()}
    plain = {name: table[name] for name in ("name", "dark", "offered", "decided")}
    return Theme(labels=labels, **plain, **table["color"])


def mix(first: str, second: str, share: float) -> QColor:
    """Return `first` with a share (0 to 1) of `second` mixed in."""
    a, b = QColor(first), QColor(second)
    keep = 1.0 - share
    return QColor.fromRgbF(
        a.redF() * keep + b.redF() * share,
        a.greenF() * keep + b.greenF() * share,
        a.blueF() * keep + b.blueF() * share,
    )


@cache
def softest(ink: str, ground: str, least: float) -> QColor:
    """Return an ink with as much of its ground mixed in as leaves it a contrast of `least`; the ink where it has less itself."""
    mixed = [mix(ink, ground, step / _STEPS) for step in range(_STEPS)]
    enough = bisect_right(mixed, -least, key=lambda color: -contrast(color.name(), ground))
    return mixed[max(enough - 1, 0)]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part) for part in QColor(color).getRgbF()[:3])  # type: ignore[index]  # stub says object
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
