"""Read and write a label scheme as TOML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import rtoml

from desktop.model import Label
from desktop.model_json import Unfit, made
from desktop.text.borders.sound import label_faults


def read(source: str) -> list[Label]:
    """Return the labels of a scheme in its order; raise ValueError (Unfit, or TOML's own) if it is none."""
    rows = rtoml.loads(source).get("label")
    if not isinstance(rows, list):
        raise Unfit("label", "list")
    labels = [_label(at, row) for at, row in enumerate(rows)]
    names = [label.name for label in labels]
    for at, name in enumerate(names):
        if name in names[:at]:
            raise Unfit(f"label[{at}].name", "own id")
    return sorted(labels, key=lambda label: label.order)


def _label(at: int, row: Any) -> Label:
    try:
        label = made(Label, row)
        for fault in label_faults(label):
            raise fault
    except Unfit as unfit:
        raise unfit.under(f"label[{at}]") from None
    return label


def write(labels: Iterable[Label]) -> str:
    """Return a scheme as TOML."""
    return rtoml.dumps({"label": [asdict(label) for label in labels]}, pretty=True)
