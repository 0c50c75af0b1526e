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
    """The notes and cards of one library that are begun. A draft that cannot be written costs only itself: saving tells."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def newest(self) -> Draft | None:
        """The draft that was written on last."""
        return next(reversed(operations.kept_drafts(self._store)), None)

    def of(self, article: str) -> Draft | None:
        """Return the newest draft on a mark of an article."""
        return next((each for each in reversed(self._notes) if each.article == article), None)

    @property
    def newest_note(self) -> Draft | None:
        """The note that was written on last."""
        return next(reversed(self._notes), None)

    @property
    def _notes(self) -> list[Draft]:
        return [each for each in operations.kept_drafts(self._store) if each.annotation]

    def card(self, article: str) -> dict[str, str]:
        """Return what was changed on an article's card and not saved; nothing if it was left."""
        return next((each.card for each in operations.kept_drafts(self._store) if each.of == article), {})

    def keep_card(self, article: str, card: dict[str, str]) -> None:
        """Keep what is changed on an article's card so far."""
        self._keep(Draft(AnnotationId(""), ArticleId(article), "", card))

    def keep(self, annotation: str, article: str, words: str) -> None:
        """Keep what a note on a mark says so far."""
        self._keep(Draft(AnnotationId(annotation), ArticleId(article), words))

    def _keep(self, draft: Draft) -> None:
        try:
            operations.keep_draft(self._store, draft)
        except ExportError as error:
            _log.warning("draft not kept: %s", error.kind)

    def drop(self, of: str) -> None:
        """Forget the draft about a mark or an article's card: it was saved or given up."""
        try:
            operations.drop_draft(self._store, of)
        except ExportError as error:
            _log.warning("draft not dropped: %s", error.kind)
