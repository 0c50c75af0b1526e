"""The shelf in pages: every order has an index, a page is read from its neighbour's edge, and only a jump counts rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.errors import RequestError
from desktop.model import ArticleId, Listing, Row, Sorting, State
from desktop.store.shelf import named
from desktop.store.shelf.keeping import NOTHING_TO_REVIEW, STATES, tie
from desktop.text.normal import normal
from desktop.text.order import order

Read = Callable[[str, Sequence[object]], list[sqlite3.Row]]

_COLUMNS = {
    Sorting.DATE: "published",
    Sorting.TITLE: "by_title",
    Sorting.SOURCE: "by_source",
    Sorting.ANNOTATIONS: "annotations",
    Sorting.REVIEWED: "share",
    Sorting.STATE: "state",
    Sorting.TAGS: "by_tags",
    Sorting.ADDED: "key",
}
_SHOWN = "key, article, title, source, published, state, tags, annotations, reviewed, share"
_LONG = 60  # characters of an id that is not there
_ASKED = 500  # articles in one question
_FEW = 20  # a filter that leaves less than one in so many is followed first and its rows sorted; else the order is, and rows skipped


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a row stands in the order: what it is sorted by, and what parts it from rows alike in that."""

    value: str | int
    tie: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows on end, and the edges to read on from in both directions; none where there are no rows."""

    rows: tuple[Row, ...]
    first: Edge | None = None
    last: Edge | None = None


@dataclass(frozen=True, slots=True)
class _Condition:
    sql: tuple[str, ...]
    parameters: tuple[object, ...]


class Shelf:
    """Reads the shelf of one library."""

    def __init__(self, read: Read) -> None:
        self._read = read

    def view(self, listing: Listing) -> View:
        """Return what a listing takes, counted."""
        return View(self._read, listing)

    def find(self, table: str, beginning: str) -> str:
        """Return the one id of articles or annotations that begins so; raise RequestError if none or several do."""
        given = normal(beginning)  # an argument of the command line can hold bytes that are no text
        sql = f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 6"
        ids = [row["id"] for each in (given, given.lower()) for row in self._read(sql, (each, f"{each}\U0010ffff"))]
        found = list(dict.fromkeys(ids))
        shown = given if len(given) <= _LONG else f"{given[:_LONG]}…"
        if not found or not given or (len(found) > 1 and given not in found):
            kind = f"{table}-ambiguous" if found and given else f"{table}-unknown"
            raise RequestError(kind, id=shown, ids=", ".join(found))
        return given if given in found else str(found[0])

    def row(self, article: ArticleId) -> Row | None:
        """Return one article's row, or None if it is not there."""
        found = self._read(f"SELECT {_SHOWN} FROM shelf WHERE article = ?", (article,))
        return _row(found[0]) if found else None

    def all_in(self, articles: Sequence[ArticleId], state: State) -> bool:
        """Return whether no one of those articles is in another state; it ends at the first that is."""
        for start in range(0, len(articles), _ASKED):
            some = articles[start : start + _ASKED]
            wanted = ", ".join("?" * len(some))
            others = f"SELECT 1 FROM shelf WHERE article IN ({wanted}) AND state <> ? LIMIT 1"
            if self._read(others, [*some, STATES.index(state)]):
                return False
        return True

    def rows_of(self, articles: Sequence[ArticleId]) -> list[Row]:
        """Return the rows of those articles that are there, in no order."""
        found: list[Row] = []
        for start in range(0, len(articles), _ASKED):
            some = articles[start : start + _ASKED]
            wanted = ", ".join("?" * len(some))
            found += map(_row, self._read(f"SELECT {_SHOWN} FROM shelf WHERE article IN ({wanted})", some))
        return found

    def rows(self, state: State | None = None) -> list[Row]:
        """Return all rows, newest first."""
        view = self.view(Listing(state=state))
        return list(view.page(0, view.count).rows)

    def titles(self, most: int) -> list[tuple[str, str, str]]:
        """Return id, title and source of the articles that came last, the newest first."""
        found = self._read("SELECT article, title, source FROM shelf ORDER BY key DESC LIMIT ?", (most,))
        return [(row["article"], row["title"], row["source"]) for row in found]

    def names(self, labels: Sequence[str], articles: int, most: int) -> list[named.Name]:
        """Return who and what the articles that came last name, by some labels; the most frequent first."""
        return named.names(self._read, labels, articles, most)

    def people(self) -> list[str]:
        """Return who made marks, the detector left out; who made most comes first."""
        return named.people(self._read)

    def sources(self) -> list[tuple[str, int]]:
        """Return the sources in their order, each with how many articles it has."""
        found = self._read("SELECT source, COUNT(*) AS n FROM shelf WHERE source != '' GROUP BY source", ())
        return sorted(((row["source"], row["n"]) for row in found), key=_by_name)

    def tags(self) -> list[tuple[str, int]]:
        """Return the tags in their order, each with how many articles have it."""
        found = self._read("SELECT tag, COUNT(*) AS n FROM shelf_tag GROUP BY tag", ())
        return sorted(((row["tag"], row["n"]) for row in found), key=_by_name)

    def waiting(self, listing: Listing, hidden: Sequence[str] = ()) -> dict[ArticleId, int]:
        """Return the articles of a listing, in its order, that have suggestions of other labels than the `hidden`, each with how many."""
        sql, parameters = condition(listing)
        found = self._suggested(sql, parameters, hidden)
        view = self.view(listing)
        return {each: found[each] for each in view.ids(0, view.count) if each in found}

    def waiting_in(self, articles: Sequence[ArticleId], hidden: Sequence[str] = ()) -> dict[ArticleId, int]:
        """Return those of some articles, in their order, that have suggestions, as `waiting` does."""
        found = self._suggested("shelf.article IN (SELECT value FROM json_each(?))", (json.dumps(articles),), hidden)
        return {each: found[each] for each in articles if each in found}

    def _suggested(self, sql: str, parameters: Sequence[object], hidden: Sequence[str]) -> dict[ArticleId, int]:
        found = self._read(
            "SELECT shelf.article, COUNT(*) AS n FROM shelf JOIN annotation INDEXED BY idx_annotation_article_label_status "
            "ON annotation.article = shelf.article AND annotation.status = 'suggested' "
            f"AND annotation.label NOT IN (SELECT value FROM json_each(?)) {_where(('share < 1000', sql) if sql else ('share < 1000',))} "
            "GROUP BY shelf.article",
            (json.dumps(list(hidden)), *parameters),
        )
        return {ArticleId(row["article"]): row["n"] for row in found}

    def tag_names(self, most: int = 100) -> list[str]:
        """Return the tags in their order, not counted: each is found from the one before it, however many articles there are."""
        found = self._read(
            "WITH RECURSIVE each(tag) AS (SELECT MIN(tag) FROM shelf_tag UNION ALL "
            "SELECT (SELECT MIN(tag) FROM shelf_tag WHERE shelf_tag.tag > each.tag) FROM each WHERE each.tag IS NOT NULL) "
            "SELECT tag FROM each WHERE tag IS NOT NULL LIMIT ?",
            (most,),
        )
        return sorted((row["tag"] for row in found), key=order)

    def tags_of(self, articles: Sequence[ArticleId]) -> dict[str, int]:
        """Return the tags that articles have, each with how many of these have it."""
        found = self._read(
            "SELECT tag, COUNT(*) AS n FROM shelf_tag JOIN shelf USING (key) "
            "WHERE article IN (SELECT value FROM json_each(?)) GROUP BY tag",
            (json.dumps(articles),),
        )
        return {row["tag"]: row["n"] for row in found}


class View:
    """One listing of the shelf, as long as nothing is changed. Places count from 0."""

    def __init__(self, read: Read, listing: Listing) -> None:
        self._read = read
        self.listing = listing
        self._column = _COLUMNS[listing.sorting]
        self._sorted = f"{self._column} AS sorted, {tie(self._column)} AS tie"
        self._order = f"({self._column}, {tie(self._column)})"
        self._walked, self._sought = _condition(listing, walked=True), _condition(listing, walked=False)
        self.count: int = read(f"SELECT COUNT(*) AS n FROM {_counted(listing, self._sought)}", self._sought.parameters)[
            0
        ]["n"]
        total: int = self.count if not listing.filters else read("SELECT COUNT(*) AS n FROM shelf", ())[0]["n"]
        self._few = self.count < total / _FEW

    def page(self, start: int, size: int, after: Edge | None = None, before: Edge | None = None) -> Page:
        """Return the rows from a place on, at most `size`; `after` is the edge they follow, or `before` the one they precede, if known."""
        down = self.listing.descending
        if after is not None:
            found = self._rows(down, after, size, 0)
        elif before is not None:
            found = self._rows(not down, before, size, 0)[::-1]
        elif start > self.count // 2:
            size = max(0, min(size, self.count - start))
            found = self._rows(not down, None, size, self.count - start - size)[::-1]
        else:
            found = self._rows(down, None, size, start)
        if not found:
            return Page(())
        edges = [Edge(row["sorted"], row["tie"]) for row in (found[0], found[-1])]
        return Page(tuple(_row(row) for row in found), *edges)

    def place(self, article: ArticleId) -> int | None:
        """Return where an article stands; None if the listing does not take it."""
        listed = " AND ".join(("article = ?", *self._sought.sql))
        found = self._read(f"SELECT {self._sorted} FROM shelf WHERE {listed}", (article, *self._sought.parameters))
        if not found:
            return None
        edge = Edge(found[0]["sorted"], found[0]["tie"])
        condition = self._sought if self._few else self._walked
        index = "" if self._few else f"INDEXED BY shelf_order_{self._column}"
        ahead = f"{self._order} {'>' if self.listing.descending else '<'} (?, ?)"
        counted = self._read(
            f"SELECT COUNT(*) AS n FROM shelf {index} {_where((ahead, *condition.sql))}",
            (edge.value, edge.tie, *condition.parameters),
        )
        place: int = counted[0]["n"]
        return place

    def ids(self, start: int, size: int) -> list[ArticleId]:
        """Return the articles from a place on."""
        condition = self._sought if self._few else self._walked
        way = "DESC" if self.listing.descending else "ASC"
        by = f"+{self._column}" if self._few else self._column
        index = "" if self._few else f"INDEXED BY shelf_order_{self._column}"
        found = self._read(
            f"SELECT article FROM shelf {index} {_where(condition.sql)} "
            f"ORDER BY {by} {way}, {tie(self._column)} {way} LIMIT ? OFFSET ?",
            (*condition.parameters, size, start),
        )
        return [ArticleId(row["article"]) for row in found]

    def _rows(self, down: bool, edge: Edge | None, size: int, skipped: int) -> list[sqlite3.Row]:
        """Read rows of the order, or of its reverse, from an edge (not itself) or from the beginning."""
        condition = self._sought if self._few else self._walked
        way = "DESC" if down else "ASC"
        parts, parameters = list(condition.sql), list(condition.parameters)
        if edge is not None:
            parts.insert(0, f"{self._order} {'<' if down else '>'} (?, ?)")
            parameters[:0] = [edge.value, edge.tie]
        by = f"+{self._column}" if self._few else self._column
        index = "" if self._few else f"INDEXED BY shelf_order_{self._column}"
        last = tie(self._column)
        keys = f"SELECT key FROM shelf {index} {_where(parts)} ORDER BY {by} {way}, {last} {way} LIMIT ? OFFSET ?"
        return self._read(
            f"SELECT {_SHOWN}, {self._sorted} FROM shelf WHERE key IN ({keys}) ORDER BY +{self._column} {way}, {last} {way}",
            (*parameters, size, skipped),
        )


def condition(listing: Listing) -> tuple[str, tuple[object, ...]]:
    """Return the SQL that a row of the shelf must meet to be in a listing, for a search; empty if it takes all."""
    picked = _condition(listing, walked=True)
    return " AND ".join(picked.sql), picked.parameters


def _condition(listing: Listing, walked: bool) -> _Condition:
    """Return what a row must be: to be tested row by row along the order, or to be found by an index of its own."""
    sql: list[str] = []
    parameters: list[object] = []
    plus = "+" if walked else ""
    until = str(date.fromisoformat(listing.until) + timedelta(days=1)) if listing.until else None
    for column, test, value in (
        ("state", "=", None if listing.state is None else STATES.index(listing.state)),
        ("source", "=", listing.source),
        ("published", ">=", listing.since),
        ("published", "<", until),
        ("published", "!=", "" if until else None),
    ):
        if value is not None:
            sql.append(f"{plus}{column} {test} ?")
            parameters.append(value)
    for table, what, key, wanted in (
        ("shelf_tag", "tag", "key", listing.tag),
        ("shelf_label", "label", "key", listing.label),
        ("step_article", "step", "article", listing.step),
    ):
        if wanted is not None:
            sql.append(
                f"EXISTS (SELECT 1 FROM {table} WHERE {what} = ? AND {table}.{key} = shelf.key)"
                if walked
                else f"key IN (SELECT {key} FROM {table} WHERE {what} = ?)"
            )
            parameters.append(wanted)
    return _Condition(tuple(sql), tuple(parameters))


def _counted(listing: Listing, sought: _Condition) -> str:
    """Return what to count the rows of; where a tag or a label is the only filter, its own table has them all."""
    for what, name in (("tag", listing.tag), ("label", listing.label)):
        if name is not None and listing.filters == 1:
            return f"shelf_{what} WHERE {what} = ?"
    return f"shelf {_where(sought.sql)}"


def _where(parts: Sequence[str]) -> str:
    return f"WHERE {' AND '.join(parts)}" if parts else ""


def _by_name(each: tuple[str, int]) -> str:
    return order(each[0])


def _row(row: sqlite3.Row) -> Row:
    return Row(
        ArticleId(row["article"]), row["title"], row["source"], row["published"] or None, STATES[row["state"]],
        row["annotations"], row["reviewed"], tuple(json.loads(row["tags"])),
        row["share"] if row["share"] != NOTHING_TO_REVIEW else None,
    )  # fmt: skip
