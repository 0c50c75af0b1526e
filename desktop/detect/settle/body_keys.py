"""Keys of bodies: one for the country's own, name and seat for those that each province, district or commune has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, repeat

from desktop.detect.settle.seats import Seats, of_level, place, single
from desktop.text import lists
from desktop.text.patterns import pattern

_TERM, _BRACKET = pattern("names.keys.term"), pattern("names.keys.bracket")
_PARTY, _DASH, _OWN = pattern("names.keys.party"), pattern("names.keys.dash"), pattern("names.keys.own")
_COUNTRY = pattern("names.keys.country")
_SIZES = range(1, 7)  # words of what tells a level


@lru_cache(maxsize=1024)  # an article names the same again
def plain(name: str) -> str:
    """Return a name in small letters as its spellings meet."""
    return " ".join(lists.key_of(piece) for piece in name.lower().split())


def without_term(name: str) -> str:
    """Return a body's name in small letters without its term: Quốc hội khóa XV."""
    return _TERM.sub("", name)


def told_by(name: str, seat: str) -> str:
    """Return the key of the place that a body's name tells: huyện Mai Sơn in Huyện ủy Mai Sơn."""
    return of_level(place(seat), _level(_bare(name, seat)))


def body_keys(bodies: Sequence[tuple[str, str]], seats: Seats) -> list[str | None]:
    """Return the keys of bodies, each given by its name and the place that ends it; None, where nothing tells which is meant.

    A short form has the key of the only longer one of the article.
    """
    sure = {body: _sure(*body, seats) for body in set(bodies)}
    known = set(filter(None, sure.values()))
    firms: dict[tuple[str, str], list[str]] = {}
    for key in filter(_is_firm, known):
        firms.setdefault(_ends(key), []).append(key)
    told = {
        body: _longer(key, firms.get(_ends(key), ())) if key else _short(_spelled(body[0]), known, seats)
        for body, key in sure.items()
    }
    return [told[body] for body in bodies]


def _ends(key: str) -> tuple[str, str]:
    words = key.split()
    return words[0], words[-1]


def _sure(name: str, seat: str, seats: Seats) -> str | None:
    """Return the key that a name alone tells, or with its seat."""
    whole = _spelled(name)
    local = f"{whole} ".startswith(_local_heads())
    if _is_one(whole) or not (local or whole in _generic()) or seat in lists.keys("world"):
        return f"body/{whole}"
    return f"body/{_levelled(_long(_bare(name, seat)))}/{seats.path(told_by(name, seat))}" if seat else None


def _short(name: str, known: Iterable[str], seats: Seats) -> str | None:
    """Return the key of a body of which the article tells the seat elsewhere, or a longer name."""
    seat = seats.only(_level(name))
    key = f"body/{_levelled(name)}"
    return (
        f"{key}/{seats.path(seat)}"
        if seat
        else single(each for each in known if each.startswith((f"{key}/", f"{key} ")))
    )


def _longer(key: str, firms: Iterable[str]) -> str:
    """Return the key of the only firm of which this is the short name: Công ty (Cổ phần Mía đường) Lam Kinh."""
    return single({each for each in firms if _within(key.split(), each.split())} - {key}) or key


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether all words of a name stand in a longer one, in their order."""
    words = iter(long)
    return all(word in words for word in short)


def _bare(name: str, seat: str) -> str:
    return without_term(name).removesuffix(seat).strip()


def _levelled(name: str) -> str:
    """Return a local body's name without the word of its level, and without the country's."""
    level = _level(name)
    return _COUNTRY.sub("", name.removesuffix(f" {level}"))


def _level(name: str) -> str:
    """Return the level of which each unit has one body of this name: huyện of Huyện ủy, tỉnh of Sở Y tế."""
    words = name.split()
    ended = (_levels("levels").get(" ".join(words[-size:])) for size in _SIZES)
    begun = (_levels("begins").get(" ".join(words[:size])) for size in _SIZES)
    return next(filter(None, (*ended, *begun)), "")


@cache
def _levels(name: str) -> Mapping[str, str]:
    """Return by their words the levels that they tell."""
    return {plain(word): level for level, words in lists.table("keys")[name].items() for word in words}


def _is_one(name: str) -> bool:
    """Return whether the country has one body of this name: a ministry, a committee of the National Assembly."""
    first, local, last, always = (_opening(key) for key in ("first", "local", "last", "always"))
    said = f"{name} "
    named = name in _fixed() or said.startswith(always)
    whole = name.startswith(first) or f" {said}".endswith(tuple(f" {tail}" for tail in last))
    return named or (whole and not said.startswith(local))


@cache
def _opening(key: str) -> tuple[str, ...]:
    return tuple(f"{plain(entry)} " for entry in lists.entries("keys", f"national.{key}"))


@cache
def _fixed() -> frozenset[str]:
    return frozenset(_spelled(plain(entry)) for entry in lists.entries("bodies")) - _loose()


@cache
def _loose() -> frozenset[str]:
    return frozenset(map(plain, lists.entries("keys", "national.loose")))


@cache
def _generic() -> frozenset[str]:
    """Return the names that are but a head word."""
    heads = lists.table("heads")["heads"]
    kinds = ("alone", "capital", "named", "small", "short", "plain")
    return frozenset(_long(plain(head)) for kind in kinds for head in heads[kind]) - _fixed()


@cache
def _local_heads() -> tuple[str, ...]:
    heads = lists.table("heads")["heads"]
    own = {_long(plain(head)) for head in heads["named"]}
    both = {_long(plain(head)) for kind in ("alone", "capital") for head in heads[kind]}
    return tuple(f"{head} " for head in both - own)


def _is_firm(key: str) -> bool:
    return key.startswith(_firms())


@cache
def _firms() -> tuple[str, ...]:
    return tuple(f"body/{plain(head)} " for head in lists.entries("keys", "national.firms"))


def _spelled(name: str) -> str:
    """Return a body's name as its key has it: its long form, without the country that it is of."""
    name = _OWN.sub(r"\1", _PARTY.sub(r"\1", _long(name)))
    return _aliases("whole").get(name, name)


@lru_cache(maxsize=1024)
def _long(name: str) -> str:
    """Return a name with its short words spelled out, without its term: TAND tối cao, Quốc hội khóa XV."""
    said = " {} ".format(_BRACKET.sub("", _TERM.sub("", name)).replace(",", ""))
    parts = _aliases("parts")
    present = chain.from_iterable(map(_parts().get, said.split(), repeat(())))
    for short in sorted(set(present), key=lambda short: (-len(short), short)):
        said = said.replace(f" {short} ", f" {parts[short]} ")
    return _DASH.sub(" - ", said.strip())


@cache
def _parts() -> Mapping[str, tuple[str, ...]]:
    """Return the short forms of a name's parts by their first words: few names hold any."""
    rows: dict[str, tuple[str, ...]] = {}
    for short in _aliases("parts"):
        first = short.partition(" ")[0]
        rows[first] = (*rows.get(first, ()), short)
    return rows


@cache
def _aliases(name: str) -> Mapping[str, str]:
    """Return a table of short forms, the longest first."""
    rows = (
        (plain(short).replace(",", ""), plain(long).replace(",", ""))
        for short, long in lists.table("aliases")[name].items()
    )
    return dict(sorted(rows, key=lambda row: -len(row[0])))
