"""Word lists as phrases of several words that are looked up in a line's tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

from desktop.text.lists import entries, key_of, pieces


class Piece(Protocol):
    """What a phrase needs to know of a token."""

    @property
    def key(self) -> str: ...

    @property
    def capital(self) -> bool: ...


# What papers write in place of a word of a body's name.
_SHORTS = {"Trung ương": ("TƯ", "TW", "T.Ư"), "Việt Nam": ("VN",)}


def _spellings(entry: str) -> Iterable[str]:
    """Yield an entry, and its forms with the papers' short words: Ban Tổ chức TƯ."""
    yield entry
    for long, shorts in _SHORTS.items():
        if long in entry and entry != long:
            yield from (entry.replace(long, short) for short in shorts)


class Phrases:
    """Entries of several words, found in a line at one token, the longest first.

    Where `cased`, a capital in an entry asks for one in the text; a small letter takes either. Where `loose`, only the
    entry's first letter asks: papers write Kinh tế Quốc dân and Kinh tế quốc dân.
    """

    def __init__(self, entries: Iterable[str], cased: bool = True, loose: bool = False) -> None:
        # By the first key, then by the second (empty for one word alone): a look costs two steps for most syllables.
        self._rows: dict[str, dict[str, list[_Entry]]] = {}
        rows_of = self._rows
        for entry in dict.fromkeys(spelled for written in entries for spelled in _spellings(written)):
            words = pieces(entry)
            keys = tuple([key_of(word) for word in words])  # lists: half a start's time goes by here
            capitals = tuple([cased and word[0].isupper() and not (loose and step) for step, word in enumerate(words)])
            second = keys[1] if len(keys) > 1 else ""
            rows = rows_of.get(keys[0])
            if rows is None:
                rows = rows_of[keys[0]] = {}
            group = rows.get(second)
            if group is None:
                rows[second] = [(keys, capitals)]
            else:
                group.append((keys, capitals))
                if len(keys) > 1:
                    group.sort(key=lambda row: -len(row[0]))

    def firsts(self, small: bool) -> frozenset[str]:
        """Return the keys of the words that open an entry; where `small`, of those that may be written small."""
        return frozenset(
            first
            for first, rows in self._rows.items()
            if not small or not all(capitals[0] for group in rows.values() for _, capitals in group)
        )

    def end(self, tokens: Sequence[Piece], at: int) -> int | None:
        """Return the index after the longest entry that begins at token `at`, or None."""
        rows = self._rows.get(tokens[at].key) if at < len(tokens) else None
        if rows is None:
            return None
        second = rows.get(tokens[at + 1].key) if at + 1 < len(tokens) else None
        if second is not None:
            for entry in second:
                if _fits(tokens, at, *entry):
                    return at + len(entry[0])
        for _, capitals in rows.get("", ()):
            if tokens[at].capital or not capitals[0]:
                return at + 1
        return None


_Entry = tuple[tuple[str, ...], tuple[bool, ...]]


def _fits(tokens: Sequence[Piece], at: int, keys: tuple[str, ...], capitals: tuple[bool, ...]) -> bool:
    if at + len(keys) > len(tokens):
        return False
    for step, key in enumerate(keys):
        token = tokens[at + step]
        if token.key != key or (capitals[step] and not token.capital):
            return False
    return True


@cache
def phrases(*names: str, cased: bool = True) -> Phrases:
    """Return the phrases of one or several lists."""
    return Phrases((entry for name in names for entry in entries(name)), cased, names == ("fields",))


@cache
def row(name: str, key: str, cased: bool = True) -> Phrases:
    """Return one list of a TOML file as phrases; dots in `key` lead into its tables."""
    return Phrases(entries(name, key), cased)
