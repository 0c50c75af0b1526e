"""The moment and the name space from which operations make times and ids."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

NAMESPACE = uuid.UUID("8d3f0e0c-6c5e-5f0e-9d6b-627574646131")  # ours: ids made from content are the same everywhere


def now() -> str:
    """Return this moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
