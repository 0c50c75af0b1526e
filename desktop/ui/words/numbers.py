"""Numbers as a language writes them."""

from __future__ import annotations

_SWAP = str.maketrans(",.", ".,")


def number(value: float, language: str) -> str:
    """Return a number with its thousands parted and its decimals as the language writes them: 1.204,5 in Vietnamese, 1,204.5 in English."""
    written = f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{int(value):,}"
    return written.translate(_SWAP) if language == "vi" else written
