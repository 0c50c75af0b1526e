"""The moment and the name space from which operations make times and ids, and the ids of suggestions."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from desktop.model import AnnotationId, ArticleId

NAMESPACE = uuid.UUID("8d3f0e0c-6c5e-5f0e-9d6b-627574646131")  # ours: ids made from content are the same everywhere


def now() -> str:
    """Return this moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def suggestion_id(article: ArticleId, start: int, end: int, label: str) -> AnnotationId:
    """Return the id of the detector's suggestion for a span: the same each time."""
    return AnnotationId(str(uuid.uuid5(NAMESPACE, f"{article}:{start}:{end}:{label}")))


def is_suggested_id(annotation: AnnotationId) -> bool:
    """Return whether an id was made of a detector's span; an export of another program may hold any id."""
    try:
        return uuid.UUID(annotation).version == 5
    except ValueError:
        return False
