"""Whether the detector made a mark, this version of it or an earlier one."""

from __future__ import annotations

from desktop.model import Annotation


def by_machine(annotation: Annotation, detector: str | None) -> bool:
    """Return whether a detector made a mark, and nobody moved or relabelled it since; `detector` is the version of today.

    Marks of an earlier version stay where it found them, and a person need not know what that version was called.
    """
    from desktop.operations.ids import suggestion_id  # after the first paint, which asks for no tooltip

    if not annotation.by or annotation.by == detector:
        return bool(annotation.by)
    return annotation.score is not None and annotation.id == suggestion_id(
        annotation.article, annotation.start, annotation.end, annotation.label
    )
