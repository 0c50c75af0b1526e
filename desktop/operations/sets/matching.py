"""Which article of the library a file's marks belong to: by id, by checksum, by its text, by the letters of it, by its name."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import PurePath

from desktop.errors import RequestError
from desktop.exchange.marked.given import Given
from desktop.model import ArticleId
from desktop.store import Store
from desktop.text.normal import normal

_BEGINNING = 6  # letters of an id that a person types; fewer are a number that another program gave


class Matching:
    """Finds the articles of one library; the texts are looked through once, and only where ids and checksums tell nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def article(self, given: Given) -> ArticleId | None:
        """Return the article that a file's marks belong to, None where the library has none."""
        if given.id and (found := self._by_id(given.id, has_text=bool(given.text.strip()))) is not None:
            return found
        if given.sha256 and (found := self._store.with_content(given.sha256)) is not None:
            return found
        if given.text.strip() and (found := self._texts.get(_letters(normal(given.text)))) is not None:
            return found
        return self._names.get(given.id) if given.id else None

    def _by_id(self, known: str, has_text: bool) -> ArticleId | None:
        """Return the article of an id, or of the beginning of one as the command line tells it: another program's 7 is none."""
        if self._store.has_article(ArticleId(known)):
            return ArticleId(known)
        if has_text or len(known) < _BEGINNING:
            return None
        try:
            return self._store.find(known)
        except RequestError:
            return None

    @cached_property
    def _read(self) -> tuple[dict[bytes, ArticleId], dict[str, ArticleId]]:
        texts: dict[bytes, ArticleId] = {}
        names: dict[str, list[ArticleId]] = {}
        for row in self._store.rows():
            article = self._store.article(row.id)
            texts.setdefault(_letters(article.text), article.id)
            for name in {article.title, article.file, PurePath(article.file).stem} - {""}:
                names.setdefault(name, []).append(article.id)
        return texts, {name: found[0] for name, found in names.items() if len(found) == 1}

    @property
    def _texts(self) -> dict[bytes, ArticleId]:
        return self._read[0]

    @property
    def _names(self) -> dict[str, ArticleId]:
        return self._read[1]


def _letters(text: str) -> bytes:
    """Return what texts have in common that differ in white space alone."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).digest()[:16]
