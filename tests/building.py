"""Builders that tests share: a page reader and detections that need no detector, and a library's whole state."""

import sqlite3

from desktop.model import Detection, Fact, Line, Meta, Role, Span
from desktop.store.search import indexes
from desktop.text.lines import lines

TEXT = "Đảng viên trẻ\nBà Lê Thị Hạnh, Bí thư Chi bộ, nhận 12 lá thư từ xã Hòa An.\n"


def span(quote, label, **values):
    """Return the span of a quote's first place in TEXT."""
    start = TEXT.index(quote)
    return Span(start, start + len(quote), label, **values)


SPANS = (
    span("Lê Thị Hạnh", "PERSON", score=0.9),
    span("Bí thư Chi bộ", "TITLE"),
    span("12", "COUNT", value=12, counted="lá thư"),
    span("xã Hòa An", "LOCATION"),
)
FACTS = (Fact("office_held", 0, 1),)
_TABLES = {
    "article": "SELECT * FROM article ORDER BY id",
    "annotation": "SELECT * FROM annotation ORDER BY id",
    "relation": "SELECT * FROM relation ORDER BY id",
    "label": "SELECT * FROM label ORDER BY name",
    "orphan": "SELECT * FROM orphan ORDER BY id",
    # A text outlives its article, so that redoing an import finds it: what counts is what living articles have.
    "text": "SELECT article, text, lines FROM article_text WHERE article IN (SELECT id FROM article) ORDER BY article",
    "original": "SELECT * FROM original WHERE sha256 IN (SELECT sha256 FROM article) ORDER BY sha256",
    **{
        index: f"SELECT term, article, doc < 0, col, offset FROM temp.{index}_words JOIN article_text ON key = abs(doc) "
        "ORDER BY article, doc < 0, col, offset, term"
        for index in ("tones", "bare")
    },
}


def plain_page(text, published=None, known=None):
    """Read a page as nothing but body, whatever its mark-up says."""
    return tuple(Line(start, end, Role.BODY) for start, end in lines(text)), Meta()


def detection(text=TEXT, spans=SPANS, version="test-1", relations=FACTS):
    """Return what a detector might find in TEXT."""
    return Detection(version, plain_page(text)[0], tuple(spans), tuple(relations))


def dump(store):
    """Return all that a library holds but its history, the words of both search indexes too, through a connection of its own."""
    connection = sqlite3.connect(store.path)
    try:
        for index in ("tones", "bare"):
            connection.execute(f"CREATE VIRTUAL TABLE temp.{index}_words USING fts5vocab(main, {index}, instance)")
        return {name: connection.execute(sql).fetchall() for name, sql in _TABLES.items()}
    finally:
        connection.close()


def contents(folder):
    """Return every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def make_older(path):
    """Take from a closed library what the later migrations made, its history too: the first version's library."""
    connection = sqlite3.connect(path)
    noted = connection.execute("SELECT DISTINCT article FROM annotation WHERE note != ''").fetchall()
    with indexes.following_notes(connection, [article for (article,) in noted]):
        connection.execute("CREATE TEMP TABLE said AS SELECT id, note FROM annotation")
        connection.execute("UPDATE annotation SET note = ''")
    connection.execute("UPDATE annotation SET note = (SELECT note FROM said WHERE said.id = annotation.id)")
    for table in (
        "shelf",
        "shelf_tag",
        "shelf_label",
        "step",
        "block",
        "step_article",
        "library",
        "text_version",
        "orphan",
        "sketch",
        "past",
    ):
        connection.execute(f"DROP TABLE {table}")
    for index in ("idx_annotation_article_label_status", "idx_change_step", "annotation_place", "annotation_noted"):
        connection.execute(f"DROP INDEX {index}")
    for table, column in (("article", "version"), ("article", "origins"), ("article_text", "version")):
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    for table, columns in (
        ("change", "undone, step"),
        ("annotation", "article, start"),
        ("annotation", "label, article"),
    ):
        connection.execute(f"CREATE INDEX idx_{table}_{columns.replace(', ', '_')} ON {table} ({columns})")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name != 'm001_library'")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
