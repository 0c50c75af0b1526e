"""What a law calls by its class: in a text of articles a bare `Tòa án` is any court, but where the text names one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.model import Span
from desktop.text import lists
from desktop.text.patterns import pattern

_ARTICLE = pattern("official.article")


def definite(text: str, spans: Sequence[Span]) -> Callable[[Span], bool]:
    """Return what says of a span of a text whether it is a definite body, or no body at all; `spans` are all of the text."""
    if not _ARTICLE.search(text):
        return lambda span: True
    heads = lists.words("heads", "classes.heads")
    written = {text[span.start : span.end] for span in spans if span.label == "ORGANIZATION"} - heads
    named = {head for head in heads if any(each.startswith(head) for each in written)}
    return lambda span: not (span.label == "ORGANIZATION" and text[span.start : span.end] in heads - named)
