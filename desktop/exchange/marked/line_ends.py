"""A text whose lines end with CR LF, as programs count it: two letters, or one."""

from __future__ import annotations

from collections.abc import Iterable


def counted(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with its line ends as the program counted them that told these places, each with the words that begin there.

    Where nothing tells, they are counted as they stand. Places without words speak by whole words.
    """
    if "\r\n" not in text:
        return text
    told = list(places)
    single = text.replace("\r\n", "\n")
    return max((text, single), key=lambda each: sum(_right(each, *place) for place in told))


def _right(text: str, start: int, end: int, words: str) -> bool:
    if not 0 <= start < end <= len(text):
        return False
    if words:
        return "".join(text[start : start + 2 * len(words)].split()).startswith("".join(words.split()))
    here = text[start:end]
    inside = here.strip() == here
    begins = start == 0 or not (text[start - 1].isalnum() and here[0].isalnum())
    return inside and begins and not (here[-1].isalnum() and text[end : end + 1].isalnum())
