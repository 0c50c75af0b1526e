"""Names where no blanks part them: hashtags and names of accounts, parts of addresses of pages, addresses of letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.text import fold

ADDRESS = "Thư"  # the word before the number of an address of letters
JOINTS = frozenset("-_.+")  # what stands between the words of a name in an address
_LEAST = 5  # letters of names on end; fewer are in many words
_INSIDE = 8  # letters of a name that is known in the middle of others


class Glued:
    """The whole names of a selection as they are written on end, with what stands for them."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def learn(self, syllables: Sequence[str], new: str) -> None:
        """Take a name of several words, and what is left of a long one without its first: two given names."""
        for some in (syllables, syllables[1:]):
            whole = "".join(some)
            if len(some) > 1 and len(whole) >= _LEAST:
                self._names.setdefault(whole, new)

    def of(self, word: str) -> str | None:
        """Return what stands for a word that is a name written on end, or holds a long one; None for any other."""
        if len(word) < _LEAST:
            return None
        bare = fold.bare(word)
        if bare in self._names:
            return self._names[bare]
        if len(word) <= _INSIDE:
            return None
        return next((new for name, new in self._names.items() if len(name) >= _INSIDE and name in bare), None)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the addresses of letters in a text, in order."""
    at = text.find("@")
    while at >= 0:
        start, end = at, at + 1
        while start and (text[start - 1].isalnum() or text[start - 1] in JOINTS):
            start -= 1
        while end < len(text) and (text[end].isalnum() or text[end] in "-."):
            end += 1
        end -= len(text[at:end]) - len(text[at:end].rstrip("-."))
        if start < at and "." in text[at:end]:
            yield start, end
        at = text.find("@", max(end, at + 1))
