"""Word lists as phrases of several words that are looked up in a line's tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import Protocol

from desktop.text.lists import entries, key_of, pieces, table


class Piece(Protocol):
    """What a phrase needs to know of a token."""

    @property
    def key(self) -> str: ...

    @property
    def capital(self) -> bool: ...


# What papers write in place of a word of a body's name.
_SHORTS = tuple(table("cues")["shorts"].items())


def _spelled(entries: Iterable[str]) -> Iterable[str]:
    """Return entries, each once and each with its forms with the papers' short words behind it: Ban Tổ chức TƯ."""
    found = dict.fromkeys(entries)
    whole = "\n".join(found)
    for long, shorts in _SHORTS:
        if long in whole:  # beside another word: an entry that is no more than the long word has no short form
            found.update(
                {
                    entry.replace(f" {long}", f" {short}").replace(f"{long} ", f"{short} "): None
                    for short in shorts
                    for entry in found
                    if long in entry
                }
            )
    return found


class Phrases:
    """Entries of several words, found in a line at one token, the longest first.

    Where `cased`, a capital in an entry asks for one in the text; a small letter takes either. Where `loose`, only the
    entry's first letter asks: papers write Kinh tế Quốc dân and Kinh tế quốc dân.
    """

    def __init__(self, entries: Iterable[str], cased: bool = True, loose: bool = False) -> None:
        self._cased, self._loose = cased, loose
        # By the first key; cut into words when a line first asks for that key, since most never are.
        self._rows: dict[str, list[str] | _Rows] = {}
        self._small: set[str] = set()  # the keys that open an entry written small
        by_word: dict[str, list[str]] = {}
        self._entries = tuple(_spelled(entries))
        for entry in self._entries:
            by_word.setdefault(entry.partition(" ")[0], []).append(entry)
        for word, group in by_word.items():
            first = pieces(word)[0]
            key = key_of(first)
            self._rows[key] = [*self._rows.get(key, ()), *group]
            if not (cased and first[0].isupper()):
                self._small.add(key)

    def firsts(self, small: bool) -> frozenset[str]:
        """Return the keys of the words that open an entry; where `small`, of those that may be written small."""
        return frozenset(self._small if small else self._rows)

    @cached_property
    def _lasts(self) -> frozenset[str]:
        """The keys of the words that close an entry."""
        return frozenset(key_of(pieces(entry.rpartition(" ")[2])[-1]) for entry in self._entries)

    def ends(self, tokens: Sequence[Piece], at: int, reach: int) -> bool:
        """Return whether an entry ends right before token `at` that begins at most so many tokens before it."""
        may = at > 0 and tokens[at - 1].key in self._lasts
        return may and any(self.end(tokens, start) == at for start in range(max(at - reach, 0), at))

    def end(self, tokens: Sequence[Piece], at: int) -> int | None:
        """Return the index after the longest entry that begins at token `at`, or None."""
        rows = self._rows.get(tokens[at].key) if at < len(tokens) else None
        if rows is None:
            return None
        if isinstance(rows, list):
            rows = self._rows[tokens[at].key] = self._cut(rows)
        second = rows.get(tokens[at + 1].key) if at + 1 < len(tokens) else None
        if second is not None:
            for entry in second:
                if _fits(tokens, at, *entry):
                    return at + len(entry[0])
        for _, capitals in rows.get("", ()):
            if tokens[at].capital or not capitals[0]:
                return at + 1
        return None

    def _cut(self, entries: Iterable[str]) -> _Rows:
        """Return entries that open alike by their second key (empty for one word alone), the longest of each first."""
        rows: _Rows = {}
        for entry in entries:
            words = pieces(entry)
            keys = tuple([key_of(word) for word in words])
            capitals = tuple(
                [self._cased and word[0].isupper() and not (self._loose and step) for step, word in enumerate(words)]
            )
            rows.setdefault(keys[1] if len(keys) > 1 else "", []).append((keys, capitals))
        for second, group in rows.items():
            if second:
                group.sort(key=lambda row: -len(row[0]))
        return rows


_Entry = tuple[tuple[str, ...], tuple[bool, ...]]
_Rows = dict[str, list[_Entry]]


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
