"""What a law calls by its class: in a text of articles a bare `Tòa án` is any court, but where the text names one."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.text import lists
from desktop.text.patterns import pattern

_ARTICLE = pattern("official.article")


def unnamed(text: str, bodies: Iterable[str]) -> frozenset[str]:
    """Return the heads of bodies that are no body in a text, as it is a law and names none; `bodies` are all that it names."""
    if not _ARTICLE.search(text):
        return frozenset()
    heads = lists.words("heads", "classes.heads")
    written = frozenset(bodies) - heads
    return heads - {head for head in heads if any(each.startswith(head) for each in written)}
