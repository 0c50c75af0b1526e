"""The moment and the name space from which operations make times and ids, and whether an id and a mark are a detector's."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from desktop.model import Annotation, AnnotationId, ArticleId

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


def by_machine(annotation: Annotation, detector: str | None) -> bool:
    """Return whether a detector made a mark, and nobody moved or relabelled it since; `detector` is the version of today.

    Marks of an earlier version stay where it found them, and a person need not know what that version was called.
    """
    if not annotation.by or annotation.by == detector:
        return bool(annotation.by)
    return annotation.score is not None and annotation.id == suggestion_id(
        annotation.article, annotation.start, annotation.end, annotation.label
    )
