"""The shelf's own tables, kept up with the articles and annotations in the transaction that changes those."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from desktop.model import State
from desktop.text.order import LAST, order

STATES = tuple(State)  # a state's place here is its number in the table, so that it sorts
NOTHING_TO_REVIEW = 1001  # after 1000, which is all reviewed, in thousandths


def tie(column: str) -> str:
    """Return the column that parts rows alike in a sorted one: those added first come first where a person looks from the top."""
    return "back" if column in ("published", "annotations") else "key"


def keep_up(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Bring the shelf's rows of these articles up to date; those of an article that is gone go too."""
    for article in articles:
        _keep_up(connection, article)


def _keep_up(connection: sqlite3.Connection, article: str) -> None:
    there = _first(connection, "SELECT * FROM shelf WHERE article = ?", article)
    found = _first(
        connection,
        "SELECT key, id, title, source, published, state, tags FROM article JOIN article_text ON article = id WHERE id = ?",
        article,
    )
    if found is None:
        if there is not None:
            for table in ("shelf", "shelf_tag", "shelf_label"):
                connection.execute(f"DELETE FROM {table} WHERE key = ?", (there["key"],))
        return
    counted = connection.execute(
        "SELECT label, COUNT(*), SUM(status != 'rejected'), SUM(status != 'suggested') "
        "FROM annotation INDEXED BY idx_annotation_article_label_status WHERE article = ? GROUP BY label",
        (article,),
    ).fetchall()
    marks, kept, answered = (sum(each[at] for each in counted) for at in (1, 2, 3))
    row = _row(found, kept, answered) | {"share": answered * 1000 // marks if marks else NOTHING_TO_REVIEW}
    if there is None:
        connection.execute(
            f"INSERT INTO shelf ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()]
        )
    else:
        changed = {column: value for column, value in row.items() if value != there[column]}
        if changed:  # what is not named here costs no index a change
            columns = ", ".join(f"{column} = ?" for column in changed)
            connection.execute(f"UPDATE shelf SET {columns} WHERE key = ?", (*changed.values(), row["key"]))
    if there is None or there["tags"] != row["tags"]:
        _bind(connection, "tag", row["key"], json.loads(row["tags"]))
    _bind(connection, "label", row["key"], [each[0] for each in counted if each[2]])


def _row(found: dict[str, Any], annotations: int, reviewed: int) -> dict[str, Any]:
    source, tags = found["source"] or "", json.loads(found["tags"])
    return {
        "key": found["key"],
        "back": -found["key"],
        "article": found["id"],
        "title": found["title"],
        "source": source,
        "published": found["published"] or "",
        "state": STATES.index(State(found["state"])),
        "tags": found["tags"],
        "annotations": annotations,
        "reviewed": reviewed,
        "by_title": order(found["title"]),
        "by_source": order(source),
        "by_tags": " ".join(sorted(order(tag) for tag in tags)) or LAST,
    }


def _bind(connection: sqlite3.Connection, what: str, key: int, wanted: Iterable[str]) -> None:
    there = {row[0] for row in connection.execute(f"SELECT {what} FROM shelf_{what} WHERE key = ?", (key,))}
    names = set(wanted)
    connection.executemany(
        f"DELETE FROM shelf_{what} WHERE {what} = ? AND key = ?", [(name, key) for name in there - names]
    )
    connection.executemany(f"INSERT INTO shelf_{what} VALUES (?, ?)", [(name, key) for name in sorted(names - there)])


def _first(connection: sqlite3.Connection, sql: str, *parameters: object) -> dict[str, Any] | None:
    cursor = connection.execute(sql, parameters)
    row = cursor.fetchone()
    if row is None:
        return None
    return dict(zip((column[0] for column in cursor.description), row, strict=True))
