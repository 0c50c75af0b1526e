"""Where the resources and the sample articles are: beside the package in wheel and bundle, beside `desktop/` in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def _root(inside: str, beside: str) -> Path:
    packed = _PACKAGE / inside
    return packed if packed.is_dir() else _PACKAGE.parent / beside


def path(name: str) -> Path:
    """Return the path of a resource, such as `labels.toml`; raise FileNotFoundError if it is not there."""
    found = _root("resources", "resources") / name
    if not found.exists():
        raise FileNotFoundError(f"no resource {name}")
    return found


def text(name: str) -> str:
    """Return a resource's text (UTF-8)."""
    return path(name).read_text(encoding="utf-8")


def detector_version() -> str:
    """Return the version of the detector that runs here, as `make detector` wrote it: `0.1.0+3.2b2bb3e3`; without loading the detector."""
    import rtoml

    held: dict[str, Any] = rtoml.loads(text("detector.toml"))
    return f"{held['release']}+{held['counter']}.{held['hash']}"


_SAMPLES = (
    33  # articles of the corpus that a new library holds: every genre is among them, and they are read in seconds
)


def samples() -> tuple[Path, ...]:
    """Return the sample articles in order of their names."""
    return tuple(sorted(_root("corpus", "corpus/articles").glob("*.txt"))[:_SAMPLES])
