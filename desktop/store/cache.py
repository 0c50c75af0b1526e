"""What was read last, kept up with the changes of the one store that writes: an edit must not read thousands of marks again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from desktop.model import Annotation, AnnotationId, Article, ArticleId, Change

_FEW = 20  # changes, more of which are looked for in one walk over all


class Kept:
    """The last article and the annotations of the last article; holds for the store that has the library's lock alone."""

    def __init__(self) -> None:
        self.article: Article | None = None
        self._of: ArticleId | None = None
        self._annotations: list[Annotation] = []

    def annotations(self, article: ArticleId) -> list[Annotation] | None:
        """Return an article's annotations as a list of the caller's own, in order; None: they are to be read."""
        return list(self._annotations) if article == self._of else None

    def take(self, article: ArticleId, annotations: Iterable[Annotation]) -> None:
        """Keep what was read."""
        self._of, self._annotations = article, list(annotations)

    def forget(self) -> None:
        """Keep nothing; all is to be read."""
        self.article = self._of = None
        self._annotations = []

    def follow(self, changes: Iterable[Change]) -> None:
        """Take over what was changed, in order. An article is read again: what was changed of it may be less than a change says."""
        before: dict[AnnotationId, Annotation | None] = {}
        after: dict[AnnotationId, Annotation | None] = {}
        for change in changes:
            if isinstance(change.item, Article):
                self.article = None
                if change.after is None and change.item.id == self._of:
                    self._of = None
            elif isinstance(change.item, Annotation) and change.item.article == self._of:
                before.setdefault(change.item.id, change.before if isinstance(change.before, Annotation) else None)
                after[change.item.id] = change.after if isinstance(change.after, Annotation) else None
        if after:
            kept = self._without(before)
            for annotation in after.values():
                if annotation is not None:
                    insort(kept, annotation, key=place)
            self._annotations = kept

    def _without(self, changed: dict[AnnotationId, Annotation | None]) -> list[Annotation]:
        """Return the annotations but those changed; few are looked for where they stood."""
        kept = list(self._annotations)
        if len(changed) > _FEW:
            return [each for each in kept if each.id not in changed]
        for annotation in changed.values():
            if annotation is not None:
                at = bisect_left(kept, place(annotation), key=place)
                if at == len(kept) or kept[at].id != annotation.id:  # the history tells of another place than it has
                    return [each for each in kept if each.id not in changed]
                del kept[at]
        return kept


def place(annotation: Annotation) -> tuple[int, int, str, str]:
    """Return a key that sorts annotations as they are read: by start, longest first, by label, by id."""
    return annotation.start, -annotation.end, annotation.label, annotation.id
