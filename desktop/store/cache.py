"""What was read last, kept up with the changes of the one store that writes: an edit must not read thousands of marks again."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable

from desktop.model import Annotation, AnnotationId, Article, ArticleId, Change


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
        after: dict[AnnotationId, Annotation | None] = {}
        for change in changes:
            if isinstance(change.item, Article):
                self.article = None
                if change.after is None and change.item.id == self._of:
                    self._of = None
            elif isinstance(change.item, Annotation) and change.item.article == self._of:
                after[change.item.id] = change.after if isinstance(change.after, Annotation) else None
        if after:
            kept = [each for each in self._annotations if each.id not in after]
            for annotation in after.values():
                if annotation is not None:
                    insort(kept, annotation, key=place)
            self._annotations = kept


def place(annotation: Annotation) -> tuple[int, int, str, str]:
    """Return a key that sorts annotations as they are read: by start, longest first, by label, by id."""
    return annotation.start, -annotation.end, annotation.label, annotation.id
