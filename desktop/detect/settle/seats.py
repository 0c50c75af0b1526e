"""Keys of places, and which places of an article seat its bodies: tỉnh Sơn La, Sơn La; TP.HCM, Thành phố Hồ Chí Minh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from desktop.model import Span
from desktop.text import lists

_GAPS = lists.words("keys", "places.gaps")  # what parts a place from the one that holds it
_UNITS = lists.entries("keys", "places.units")
_CENTRAL = lists.words("keys", "places.central")


@dataclass(frozen=True, slots=True)
class Seats:
    """The places that an article names, by their keys, and the province that it tells of a smaller one."""

    places: frozenset[str]
    told: Mapping[str, str]

    def only(self, level: str) -> str | None:
        """Return the only unit of a level that the article names, or None."""
        return single(place for place in self.places if _is(place, level))

    def path(self, place: str) -> str:
        """Return a place with the province that tells it from others of its name, as the end of a key."""
        province = self.told.get(place) or self.only("tỉnh") if place.startswith(_UNITS) else None
        return f"{place}/{province}" if province else place


def single(values: Iterable[str]) -> str | None:
    """Return the one value that all are, or None."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def seats(text: str, spans: Sequence[Span], names: Sequence[str], more: Iterable[str]) -> Seats:
    """Return the places of an article; `names` are the spans' texts in small letters, `more` places that its bodies tell."""
    placed = [(span, place(name)) for span, name in zip(spans, names, strict=True) if span.label == "LOCATION"]
    told: dict[str, str] = {}
    for (inner, key), (outer, wider) in reversed(list(pairwise(placed))):
        holds = text[inner.end : outer.start].strip() in _GAPS
        province = wider if _is(wider, "tỉnh") else told.get(wider, "")
        told.update({key: province} if holds and province else {})
    return Seats(frozenset(key for _, key in placed).union(more), told)


def place(name: str) -> str:
    """Return the key of a place by its name in small letters: a province's bare name, or head word and name."""
    heads, same = _tables()
    written = next((head for head in heads if name.startswith(head)), "")
    head, bare = heads.get(written, ""), name.removeprefix(written).strip()
    bare = same.get(bare, bare)
    return bare if bare in _wide().get(head or "tỉnh", ()) else f"{head} {bare}".strip()


def of_level(key: str, level: str) -> str:
    """Return the key of a place that is told to be of a level: Mai Sơn in Huyện ủy Mai Sơn is huyện Mai Sơn."""
    named = level not in _UNITS or _is(key, level) or key.startswith(_UNITS)
    return key if named else f"{level} {key}"


def _is(key: str, level: str) -> bool:
    return key in _wide().get(level, ()) or key.startswith(f"{level} ")


@cache
def _wide() -> Mapping[str, frozenset[str]]:
    """Return by their head words the names that say as much without."""
    provinces = lists.keys("provinces") | _CENTRAL
    cities = dict.fromkeys(lists.entries("keys", "places.cities"), _CENTRAL)
    return {"tỉnh": provinces, **cities}


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the head words as they are written, each with its long form, and the spellings of provinces."""
    rows = lists.table("keys")["places"]
    long = {f"{head} ": head for head in ("tỉnh", *rows["units"], *rows["cities"])}
    heads = long | rows["heads"]
    return dict(sorted(heads.items(), key=lambda row: -len(row[0]))), rows["same"]
