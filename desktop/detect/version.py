"""The detector's version: release, counter and short hash, as `make detector` wrote them."""

from __future__ import annotations

import tomllib
from typing import Any

from desktop import assets


def read() -> str:
    """Return the version of the detector that runs here, such as `0.1.0+3.2b2bb3e3`: the same in checkout, wheel and bundle."""
    held: dict[str, Any] = tomllib.loads(assets.text("detector.toml"))
    return f"{held['release']}+{held['counter']}.{held['hash']}"
