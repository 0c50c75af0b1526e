"""Keys of places, and which places of an article seat its bodies: tỉnh Sơn La, Sơn La; TP.HCM, Thành phố Hồ Chí Minh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from desktop.model import Span
from desktop.text import lists

_GAPS = lists.words("keys", "places.gaps")  # what parts a place from the one that holds it
_UNITS = lists.entries("keys", "places.units")
_CENTRAL = lists.words("keys", "places.central")
(_PROVINCE,) = lists.entries("keys", "places.provinces")


@dataclass(frozen=True, slots=True)
class Seats:
    """The places that an article names, by their keys, and the province that it tells of a smaller one."""

    places: frozenset[str]
    told: Mapping[str, str]

    def only(self, level: str) -> str | None:
        """Return the only unit of a level that the article names, or None."""
        return single(filter(partial(_is, level), self.places))

    def path(self, place: str) -> str:
        """Return a place with the province that tells it from others of its name, as the end of a key."""
        province = self.told.get(place) or self.only(_PROVINCE)
        return "/".join(dict.fromkeys(filter(None, (place, province))))


def single(values: Iterable[str]) -> str | None:
    """Return the one value that all are, or None."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def seats(text: str, spans: Sequence[Span], names: Sequence[str], more: Iterable[str]) -> Seats:
    """Return the places of an article by their spans and the keys of their names; `more` are those that its bodies tell."""
    places = frozenset(names).union(more)
    told = {province: province for province in filter(partial(_is, _PROVINCE), places)}
    for (inner, key), (outer, wider) in reversed(list(pairwise(zip(spans, names, strict=True)))):
        if text[inner.end : outer.start].strip() in _GAPS:
            told[key] = told.get(key) or told.get(wider, "")
    return Seats(places, told)


def place(name: str) -> str:
    """Return the key of a place by its name in small letters: a province's bare name, or head word and name."""
    heads, same = _tables()
    written = next(filter(name.startswith, heads), "")
    head, bare = heads.get(written, ""), name.removeprefix(written).strip()
    bare = same.get(bare, bare)
    return bare if bare in _wide().get(head or _PROVINCE, ()) else f"{head} {bare}".strip()


def of_level(key: str, level: str) -> str:
    """Return the key of a place that is told to be of a level: Mai Sơn in Huyện ủy Mai Sơn is huyện Mai Sơn."""
    named = level not in _UNITS or _is(level, key) or key.startswith(_UNITS)
    return key if named else f"{level} {key}"


def _is(level: str, key: str) -> bool:
    return key in _wide().get(level, ()) or (key.startswith(f"{level} ") and level in _UNITS)


@cache
def _wide() -> Mapping[str, frozenset[str]]:
    """Return by their head words the names that say as much without."""
    provinces = lists.keys("provinces") | _CENTRAL
    return {_PROVINCE: provinces, **dict.fromkeys(lists.entries("keys", "places.cities"), _CENTRAL)}


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the head words as they are written, the longest first, each with its long form, and the spellings of provinces."""
    rows = lists.table("keys")["places"]
    heads = {f"{head} ": head for key in ("provinces", "units", "cities") for head in rows[key]} | rows["heads"]
    return dict(sorted(heads.items(), key=lambda row: -len(row[0]))), rows["same"]
