"""The library's tables, made and changed by sqlite-utils migrations; a released migration is never edited."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from desktop.model import Item
from desktop.store import likeness, mapping, readings
from desktop.store.equal_marks import merged
from desktop.store.search import indexes
from desktop.store.shelf.keeping import NOTHING_TO_REVIEW, keep_up, tie

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x42444131  # "BDA1", stands at byte 68 of the file
SCHEMA_VERSION = 13  # the number of migrations; stands in user_version, so that a newer file is known at once
PAGE_SIZE = 8192
EQUAL_MARKS = (  # those that have one place and label, which an index forbids now
    'SELECT article, start, "end", label FROM annotation GROUP BY article, start, "end", label HAVING COUNT(*) > 1 '
    "ORDER BY article, start"
)
_TURN = 200  # articles between two words about how far it is

Told = Callable[[int, int], object]


def migrate(connection: sqlite3.Connection, told: Told | None = None) -> None:
    """Bring a library's tables up to SCHEMA_VERSION, each migration in a transaction of its own.

    `told` hears of articles done and all articles; what it raises takes the migration back.
    """
    # sqlite-utils takes 75 ms to import: opening a library that needs no migration must not wait for it.
    from sqlite_utils import Database, Migrations

    migrations = Migrations("butda")
    migrations(name="m001_library")(m001_library)
    migrations(name="m002_shelf")(lambda db: m002_shelf(db, told))
    migrations(name="m003_history")(m003_history)
    migrations(name="m005_addresses")(m005_addresses)
    migrations(name="m006_identity")(m006_identity)
    migrations(name="m007_answers")(m007_answers)
    migrations(name="m008_notes")(m008_notes)
    migrations(name="m009_readings")(lambda db: m009_readings(db, told))
    migrations(name="m010_pictures")(m010_pictures)
    migrations(name="m011_waiting_notes")(m011_waiting_notes)
    migrations(name="m012_past")(m012_past)
    migrations(name="m013_own_lists")(m013_own_lists)
    migrations(name="m014_learned")(m014_learned)
    db = Database(connection)
    migrations.apply(db)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def m001_library(db: Database) -> None:
    """Make the first tables: articles, texts, originals, annotations, relations, labels, changes, and two search indexes."""
    db.table("article").create(
        {
            "id": str, "title": str, "source": str, "byline": str, "published": str, "place": str, "url": str, "file": str,
            "retrieved": str, "added": str, "state": str, "tags": str, "fields": str, "sha256": str, "detected": str,
        },
        pk="id",
        not_null={"title", "state", "tags", "fields", "sha256"},
    )  # fmt: skip
    for column in ("title", "source", "published", "added", "state"):
        db.table("article").create_index([column, "id"])
    db.table("article").create_index(["sha256"], unique=True)
    # A text outlives its article, so that undoing a deletion finds it; it never changes.
    db.table("article_text").create({"key": int, "article": str, "text": str, "lines": str}, pk="key")
    db.table("article_text").create_index(["article"], unique=True)
    db.table("original").create({"sha256": str, "content": bytes}, pk="sha256")
    db.table("annotation").create(
        {
            "id": str, "article": str, "start": int, "end": int, "label": str, "value": str, "unit": str, "counted": str,
            "entity": str, "attributes": str, "note": str, "status": str, "score": float, "by": str, "created": str, "modified": str,
        },
        pk="id",
        foreign_keys=[("article", "article", "id")],
    )  # fmt: skip
    db.table("annotation").create_index(["article", "start"])
    db.table("annotation").create_index(["label", "article"])
    db.table("relation").create(
        {
            "id": str, "article": str, "kind": str, "head": str, "tail": str, "status": str,
            "by": str, "created": str, "modified": str,
        },
        pk="id",
        foreign_keys=[("article", "article", "id")],
    )  # fmt: skip
    db.table("relation").create_index(["article"])
    db.table("label").create(
        {
            "name": str, "vi": str, "en": str, "color": str, "key": str, "layer": str, "order": int,
            "guideline_vi": str, "guideline_en": str, "example": str,
        },
        pk="name",
    )  # fmt: skip
    _history_and_search(db)


def _history_and_search(db: Database) -> None:
    db.table("change").create(
        {
            "seq": int, "step": int, "title": str, "article": str, "kind": str,
            "before": str, "after": str, "at": str, "undone": int,
        },
        pk="seq",
    )  # fmt: skip
    db.table("change").create_index(["undone", "step"])
    db.conn.execute(
        "CREATE VIEW search_content AS SELECT key, title, text FROM article_text JOIN article ON article.id = article"
    )
    for index in ("tones", "bare"):
        # Fed with folded text of the same length while the content is the stored text. Never 'rebuild' these.
        db.conn.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5(title, text, content='search_content', content_rowid='key', "
            "tokenize='unicode61 remove_diacritics 0')"
        )


def m002_shelf(db: Database, told: Told | None = None) -> None:
    """Make the shelf: one narrow row an article with what it is listed, sorted and filtered by, and an index for each order."""
    db.table("shelf").create(
        {
            "key": int, "back": int, "article": str, "title": str, "source": str, "published": str, "state": int, "tags": str,
            "annotations": int, "reviewed": int, "by_title": str, "by_source": str, "by_tags": str, "share": int,
        },
        pk="key",
    )  # fmt: skip
    db.table("shelf").create_index(["article"], unique=True)
    # An order's index holds what filters ask for, so that rows left out are passed over without being read.
    filters = ["state", "source", "published"]
    for column in ("by_title", "by_source", "published", "state", "by_tags", "annotations", "share"):
        rest = [each for each in filters if each != column]
        db.table("shelf").create_index([column, tie(column), *rest], f"shelf_order_{column}")
    db.table("shelf").create_index(["key", *filters], "shelf_order_key")
    db.table("shelf").create_index(["source"])
    for what in ("tag", "label"):
        db.conn.execute(
            f"CREATE TABLE shelf_{what} ({what} TEXT, key INTEGER, PRIMARY KEY ({what}, key)) WITHOUT ROWID"
        )
        db.conn.execute(f"CREATE INDEX idx_shelf_{what}_key ON shelf_{what} (key)")
    db.table("annotation").create_index(["article", "label", "status"])  # an article's marks are counted in it alone
    db.table("change").create_index(["step"])  # undo and redo ask for a step's changes
    articles = [row[0] for row in db.conn.execute("SELECT id FROM article")]
    for start in range(0, len(articles), _TURN):
        keep_up(db.conn, articles[start : start + _TURN])
        if told is not None:
            told(min(start + _TURN, len(articles)), len(articles))


def m003_history(db: Database) -> None:
    """Give each step of the history a row, its changes compressed blocks, its articles an index; let no two marks be equal.

    Steps that are there keep their changes in `change`, a row each, until they are brought into blocks in the background.
    """
    db.table("step").create(
        {"step": int, "title": str, "at": str, "undone": int, "size": int, "done": int},
        pk="step",
    )
    db.table("step").create_index(["undone", "step"])
    db.table("block").create(
        {"key": int, "step": int, "first": int, "size": int, "schema": int, "content": bytes}, pk="key"
    )
    db.table("block").create_index(["step", "first"], unique=True)
    db.conn.execute(
        "CREATE TABLE step_article (step INTEGER, article INTEGER, PRIMARY KEY (step, article)) WITHOUT ROWID"
    )
    # Of an aggregate with MIN, SQLite takes the other columns from the row that has the minimum: the step's first change.
    db.conn.execute(
        "INSERT INTO step (step, title, at, undone, size, done) "
        "SELECT step, title, at, MAX(undone), COUNT(*), SUM(undone = 0) FROM "
        "(SELECT step, undone, FIRST_VALUE(title) OVER first AS title, FIRST_VALUE(at) OVER first AS at FROM change "
        "WINDOW first AS (PARTITION BY step ORDER BY seq)) GROUP BY step"
    )
    db.conn.execute(
        "INSERT INTO step_article SELECT DISTINCT step, key FROM change JOIN article_text ON article_text.article = change.article"
    )
    db.conn.execute("CREATE INDEX idx_step_article_article ON step_article (article, step)")
    db.conn.execute("DROP INDEX idx_change_undone_step")
    _merge_equal_marks(db.conn)
    db.table("annotation").create_index(["article", "start", "end", "label"], "annotation_place", unique=True)
    for index in (
        "article_start",
        "label_article",
    ):  # the new one does the first's work, and nothing asks for the second
        db.conn.execute(f"DROP INDEX idx_annotation_{index}")


def m005_addresses(db: Database) -> None:
    """Find articles by their address; let searches read Ð as Đ in what was indexed before."""
    db.conn.execute("CREATE INDEX IF NOT EXISTS idx_article_url ON article (url) WHERE url != ''")
    doubled = db.conn.execute(
        "SELECT key, title, text FROM article JOIN article_text ON article_text.article = article.id "
        "WHERE (title || text) GLOB '*[ÐðƉɖ]*'"
    )
    for key, title, text in doubled.fetchall():
        indexes.put_out_unfolded(db.conn, key, title, text)
        indexes.add(db.conn, key, title, text)


def _merge_equal_marks(connection: sqlite3.Connection) -> None:
    touched = dict.fromkeys(row[0] for row in connection.execute(EQUAL_MARKS))
    for article in touched:
        marks, facts = merged(
            map(mapping.annotation_from, _rows(connection, "SELECT * FROM annotation WHERE article = ?", article)),
            map(mapping.relation_from, _rows(connection, "SELECT * FROM relation WHERE article = ?", article)),
        )
        after: dict[str, Sequence[Item]] = {"annotation": marks, "relation": facts}
        for table, items in after.items():
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
            names = ", ".join(f'"{column}"' for column in mapping.columns(table))
            places = ", ".join("?" * len(mapping.columns(table)))
            connection.executemany(
                f"INSERT INTO {table} ({names}) VALUES ({places})", [mapping.cells(each) for each in items]
            )
    keep_up(connection, touched)


def _rows(connection: sqlite3.Connection, sql: str, article: str) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, (article,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def m006_identity(db: Database) -> None:
    """Give the library a name of its own, which its copies share: so that a copy is known for one of this library and no other."""
    from uuid import uuid4  # takes 12 ms, for which opening a library does not wait

    db.table("library").insert({"id": uuid4().hex})


def m007_answers(db: Database) -> None:
    """Count what is reviewed anew on the shelf: every answer, a rejection too."""
    db.conn.execute(
        "UPDATE shelf SET reviewed = answered, share = CASE WHEN marks THEN answered * 1000 / marks ELSE ? END "
        "FROM (SELECT shelf.key AS of, COUNT(annotation.id) AS marks, COUNT(annotation.id) FILTER (WHERE status != 'suggested') "
        "AS answered FROM shelf LEFT JOIN annotation USING (article) GROUP BY shelf.key) WHERE of = shelf.key",
        (NOTHING_TO_REVIEW,),
    )


def m008_notes(db: Database) -> None:
    """Let searches look into notes: those of an article stand together in both indexes, under its number below zero."""
    db.conn.execute("CREATE INDEX annotation_noted ON annotation (article) WHERE note != ''")
    for (article,) in db.conn.execute("SELECT DISTINCT article FROM annotation WHERE note != ''").fetchall():
        indexes.add_notes(db.conn, article)


def m009_readings(db: Database, told: Told | None = None) -> None:
    """Let texts have versions and sketches, fields of a card an origin, marks that a newer reading does not hold a table of their own.

    To read what is there again is offered once, since it was read by an earlier version.
    """
    for table, column in (
        ("article", "version INTEGER NOT NULL DEFAULT 1"),
        ("article", "origins TEXT NOT NULL DEFAULT '{}'"),
        ("article_text", "version INTEGER NOT NULL DEFAULT 1"),
        ("library", "offered TEXT NOT NULL DEFAULT ''"),
    ):
        if column.partition(" ")[0] not in db.table(table).columns_dict:
            db.conn.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    db.conn.execute(
        "CREATE TABLE IF NOT EXISTS text_version (article TEXT, version INTEGER, sha256 TEXT, text TEXT, "
        "PRIMARY KEY (article, version))"
    )
    db.conn.execute("CREATE INDEX IF NOT EXISTS idx_text_version_sha256 ON text_version (sha256)")
    db.conn.execute(
        'CREATE TABLE IF NOT EXISTS orphan (id TEXT PRIMARY KEY, article TEXT, mark TEXT, quote TEXT, "before" TEXT, "after" TEXT)'
    )
    db.conn.execute("CREATE INDEX IF NOT EXISTS idx_orphan_article ON orphan (article)")
    db.conn.execute(
        "CREATE TABLE IF NOT EXISTS sketch (number INTEGER, article TEXT, PRIMARY KEY (number, article)) WITHOUT ROWID"
    )
    db.conn.execute("CREATE INDEX IF NOT EXISTS idx_sketch_article ON sketch (article)")
    articles = [row[0] for row in db.conn.execute("SELECT id FROM article")]
    for done, article in enumerate(articles, 1):
        likeness.keep(db.conn, article, readings.text(db.conn, article, None))
        if told is not None and (done % _TURN == 0 or done == len(articles)):
            told(done, len(articles))
    db.conn.execute("UPDATE library SET offered = 'reread' WHERE EXISTS (SELECT 1 FROM article)")


def m010_pictures(db: Database) -> None:
    """Keep the pictures of saved pages beside their originals, in the page's order, each with its caption."""
    db.conn.execute(
        "CREATE TABLE IF NOT EXISTS picture (key INTEGER PRIMARY KEY, sha256 TEXT, number INTEGER, caption TEXT, nth INTEGER, "
        "content BLOB, UNIQUE (sha256, number))"
    )


def m011_waiting_notes(db: Database) -> None:
    """Let searches look into the notes of marks that wait for a place."""
    for (article,) in db.conn.execute("SELECT DISTINCT article FROM orphan").fetchall():
        indexes.add_waiting_notes(db.conn, article)


def m012_past(db: Database) -> None:
    """Keep the steps that made an article in another library, where a bundle brought them with it."""
    db.conn.execute(
        "CREATE TABLE IF NOT EXISTS past (key INTEGER PRIMARY KEY, step INTEGER, article TEXT, number INTEGER, title TEXT, at TEXT, "
        "undone INTEGER, size INTEGER, schema INTEGER, content BLOB)"
    )
    db.conn.execute("CREATE INDEX IF NOT EXISTS idx_past_article ON past (article, step, number)")
    db.conn.execute("CREATE INDEX IF NOT EXISTS idx_past_step ON past (step)")


def m013_own_lists(db: Database) -> None:
    """Keep a library's word lists and what it calls the detector's labels, so that they are part of its history."""
    db.conn.execute(
        'CREATE TABLE IF NOT EXISTS word_list (name TEXT PRIMARY KEY, label TEXT, entries TEXT, cased INTEGER, "on" INTEGER)'
    )
    db.conn.execute("CREATE TABLE IF NOT EXISTS renaming (name TEXT PRIMARY KEY, other TEXT)")


def m014_learned(db: Database) -> None:
    """Keep which learned rows are switched off; find what a person decided without looking at what is only suggested."""
    db.conn.execute('CREATE TABLE IF NOT EXISTS learned (name TEXT PRIMARY KEY, "on" INTEGER)')
    db.conn.execute(
        "CREATE INDEX IF NOT EXISTS annotation_decided ON annotation (article, modified) WHERE status != 'suggested'"
    )
