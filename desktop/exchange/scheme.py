"""Read and write a label scheme as TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import asdict

from desktop.model import Label, LabelName


def read(source: str) -> list[Label]:
    """Return the labels of a scheme in its order; raise ValueError or TypeError if it is none."""
    rows = tomllib.loads(source)["label"]
    return sorted((Label(**{**row, "name": LabelName(row["name"])}) for row in rows), key=lambda label: label.order)


def write(labels: Iterable[Label]) -> str:
    """Return a scheme as TOML."""
    import tomli_w

    return tomli_w.dumps({"label": [asdict(label) for label in labels]})
