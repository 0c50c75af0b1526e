"""Words of actions, which bear a key to choose them by, told without it."""

from __future__ import annotations


def plain(text: str) -> str:
    """Return an action's words without the mnemonic's ampersand and the dots."""
    return text.replace("&", "").rstrip("…")
