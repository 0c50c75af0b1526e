"""What a person is writing at this moment, kept so that it is there again whatever ends the window."""

from __future__ import annotations

import logging

from desktop import operations
from desktop.errors import ExportError
from desktop.model import AnnotationId, ArticleId
from desktop.operations import Draft
from desktop.store import Store

_log = logging.getLogger(__name__)


class Drafts:
    """The notes of one library that are begun. A draft that cannot be written costs only itself: saving the note tells."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def newest(self) -> Draft | None:
        """The draft that was written on last."""
        return next(reversed(operations.drafts(self._store)), None)

    def of(self, article: str) -> Draft | None:
        """Return the newest draft on a mark of an article."""
        return next((each for each in reversed(operations.drafts(self._store)) if each.article == article), None)

    def keep(self, annotation: str, article: str, words: str) -> None:
        """Keep what a note on a mark says so far."""
        try:
            operations.keep_draft(self._store, Draft(AnnotationId(annotation), ArticleId(article), words))
        except ExportError as error:
            _log.warning("draft not kept: %s", error.kind)

    def drop(self, annotation: str) -> None:
        """Forget the draft on a mark: it was saved or given up."""
        try:
            operations.drop_draft(self._store, AnnotationId(annotation))
        except ExportError as error:
            _log.warning("draft not dropped: %s", error.kind)
