"""The label scheme: labels are added as a step, and made for marks that come with a name nobody has told of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import rtoml

from desktop import assets
from desktop.errors import RequestError
from desktop.model import Annotation, Change, Changes, Label, LabelName
from desktop.operations.history import gesture
from desktop.store import Store
from desktop.text.borders.sound import label_faults
from desktop.text.normal import normal

LAYERS = ("entity", "figure")  # that a label may belong to: things, and quantities
OTHER = "other"  # the colour of a label that has none of its own


@gesture
def add_label(
    store: Store, name: str, *, vi: str = "", en: str = "", color: str = OTHER, key: str = "", layer: str = LAYERS[0]
) -> Changes:
    """Add a label to the scheme as one step, behind all others; raise RequestError.

    A name in one language stands for the other too, and the label's own name for both; `color` is one of `colours`.
    """
    name, vi, en = normal(name).strip(), normal(vi).strip(), normal(en).strip()
    known = store.labels()
    if any(each.name == name for each in known):
        raise RequestError("label-there", label=name)
    holder = next((each for each in known if key and each.key.casefold() == key.casefold()), None)
    if holder is not None:
        raise RequestError("label-key", key=key, label=holder.name)
    label = Label(LabelName(name), vi or en or name, en or vi or name, color, key, layer, _next(known))
    if color not in colours():
        raise RequestError("label-color", color=color, colors=", ".join(colours()))
    if key and not (len(key) == 1 and key.isalnum()):  # the other keys of the page have their own work
        raise RequestError("label-unfit", key="key", wanted="key")
    for fault in label_faults(label):
        raise RequestError("label-unfit", key=fault.key, wanted=fault.wanted)
    return store.apply("Add label", [Change(None, label)])


@cache
def colours() -> tuple[str, ...]:
    """Return the roles that every theme gives a label's colour."""
    return tuple(rtoml.loads(assets.text("themes/light.toml"))["label"])


def missing(known: Iterable[Label], given: Iterable[Label]) -> list[Label]:
    """Return the labels of another scheme that a library does not know, each without a key that one of its own has."""
    names, keys = {each.name for each in known}, {each.key.casefold() for each in known}
    fresh = [label for label in given if label.name not in names]
    return [replace(label, key="") if label.key.casefold() in keys else label for label in fresh]


def made_for(marks: Iterable[Annotation], known: Sequence[Label]) -> list[Label]:
    """Return a plain label for each name that marks bear and no scheme knows, in the order of the marks."""
    names = {each.name for each in known}
    fresh = dict.fromkeys(LabelName(mark.label) for mark in marks if mark.label not in names)
    first = _next(known)
    return [Label(name, name, name, OTHER, "", LAYERS[0], first + at) for at, name in enumerate(fresh)]


def _next(known: Iterable[Label]) -> int:
    return max((label.order for label in known), default=0) + 1
