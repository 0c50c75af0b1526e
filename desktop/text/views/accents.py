"""A text that was typed without tone marks (`Chu tich huyen Dong Son`), with the marks that it most likely has, place for place."""

from __future__ import annotations

from desktop.text.language import is_bare
from desktop.text.views.likely import likely


def restored(text: str) -> str:
    """Return a text with its tone marks where it has next to none and is Vietnamese, else as it is; of the same length."""
    if not is_bare(text):
        return text
    return "".join(map(likely, text.splitlines(keepends=True)))
