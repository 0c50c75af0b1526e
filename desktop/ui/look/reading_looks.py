"""How loud the marks of a page are drawn."""

from __future__ import annotations

QUIET, NORMAL, LOUD = LOUDNESS = ("quiet", "normal", "loud")
