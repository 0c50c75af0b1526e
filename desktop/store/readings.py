"""What an article was read from, the versions of its text, and the marks that its newest one does not hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence

from desktop.errors import RequestError
from desktop.model import AnnotationId, Article, ArticleId, Orphan, Picture
from desktop.store import mapping

Read = Callable[[str, Iterable[object]], list[sqlite3.Row]]


class Readings:
    """Reads what newer readings of articles left behind."""

    def __init__(self, read: Read) -> None:
        self._read = read

    def orphans(self, article: ArticleId | None = None) -> list[Orphan]:
        """Return the orphans of an article, or of all, in the order of their places."""
        listed = self._read("SELECT * FROM orphan WHERE ?1 IS NULL OR article = ?1", (article,))
        found = [mapping.orphan_from(row) for row in listed]
        return sorted(found, key=lambda each: (each.article, each.mark.start, each.mark.end, each.id))

    def orphan(self, orphan: AnnotationId) -> Orphan:
        """Return one orphan; raise RequestError if it is not there."""
        found = self._read("SELECT * FROM orphan WHERE id = ?", (orphan,))
        if not found:
            raise RequestError("orphan-unknown", id=orphan)
        return mapping.orphan_from(found[0])

    def next_version(self, article: ArticleId) -> int:
        """Return the number of a version that an article's text never had."""
        sql = (
            "SELECT MAX(version) AS n FROM (SELECT version FROM article_text WHERE article = ?1 "
            "UNION ALL SELECT version FROM text_version WHERE article = ?1)"
        )
        return int(self._read(sql, (article,))[0]["n"] or 0) + 1

    def former(self, sha256: str) -> ArticleId | None:
        """Return the article of which a file with this sha256 was an earlier version."""
        sql = "SELECT id FROM text_version JOIN article ON id = article WHERE text_version.sha256 = ?"
        found = self._read(sql, (sha256,))
        return ArticleId(found[0]["id"]) if found else None

    def pictures(self, article: ArticleId) -> list[Picture]:
        """Return the pictures that are kept with an article's original, in the page's order."""
        sql = "SELECT caption, nth, content FROM picture JOIN article USING (sha256) WHERE id = ? ORDER BY number"
        return [Picture(row["caption"], row["nth"], bytes(row["content"])) for row in self._read(sql, (article,))]

    @property
    def are_offered(self) -> bool:
        """Whether the articles were read by an earlier version and nobody has been told yet that they can be read again."""
        found = self._read("SELECT 1 FROM library WHERE offered = 'reread'", ())
        return bool(found)


def text(connection: sqlite3.Connection, article: ArticleId, version: int | None) -> str:
    """Return a version of the text that is kept under an article's id, None: the one of now; empty where there is none."""
    row = connection.execute("SELECT text, version FROM article_text WHERE article = ?", (article,)).fetchone()
    if row is not None and version not in (None, row[1]):
        sql = "SELECT text FROM text_version WHERE article = ? AND version = ?"
        row = connection.execute(sql, (article, version)).fetchone() or row
    return str(row[0]) if row else ""


def write(connection: sqlite3.Connection, article: Article) -> None:
    """Let this be the article's text, with its lines; its key stays."""
    connection.execute(
        "INSERT INTO article_text (article, text, lines, version) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (article) DO UPDATE SET text = ?2, lines = ?3, version = ?4",
        (article.id, article.text, mapping.lines_to(article.lines), article.version),
    )


def keep_files(
    connection: sqlite3.Connection, originals: Mapping[str, bytes], pictures: Mapping[str, Sequence[Picture]]
) -> None:
    """Keep what articles are read from, by its sha256: files and what their pages showed. Like texts it outlives the article."""
    connection.executemany("INSERT OR IGNORE INTO original VALUES (?, ?)", originals.items())
    rows = (
        (sha256, number, each.caption, each.nth, each.content)
        for sha256, shown in pictures.items()
        for number, each in enumerate(shown)
    )
    sql = "INSERT OR IGNORE INTO picture (sha256, number, caption, nth, content) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(sql, rows)


def keep(connection: sqlite3.Connection, article: Article) -> None:
    """Keep a version of a text that gives way to another."""
    connection.execute(
        "INSERT OR IGNORE INTO text_version (article, version, sha256, text) VALUES (?, ?, ?, ?)",
        (article.id, article.version, article.sha256, article.text),
    )
