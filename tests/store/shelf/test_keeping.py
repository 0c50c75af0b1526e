"""The shelf's tables: in step with articles and marks after every change, read in pages in every order and through every filter."""

import shutil
from dataclasses import replace

import pytest
from building import SPANS, TEXT, detection, make_older

from desktop import operations
from desktop.errors import RequestError
from desktop.model import Article, ArticleId, Change, Listing, Row, Sorting, State
from desktop.store import Store, schema
from desktop.text.order import order

SOURCES, TAGS = ("Báo Đồi Chè", "Báo An Khê", ""), ("ưu tiên", "đọc lại", "ảnh")


def made(number):
    return Article(
        ArticleId(f"{number * 7919 % 1000:04}"),
        f"{('Ăn', 'Đá', 'An', 'Em')[number % 4]} {number % 10}",
        f"Bài {number}. {TEXT}",
        f"{number:064}",
        source=SOURCES[number % 3],
        published=None if number % 11 == 0 else f"20{10 + number % 9}-0{1 + number % 9}-1{number % 8}T08:00",
        state=tuple(State)[number % 3],
        tags=tuple(tag for at, tag in enumerate(TAGS) if number % (at + 3) == 0),
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A closed library of 60 articles, a third of them marked."""
    path = tmp_path_factory.mktemp("filled") / "library.butda"
    store = operations.open_library(path)
    for number in range(60):
        article = made(number)
        store.apply("Import", [Change(None, article)])
        if number % 3 == 0:
            operations.apply_detection(store, article.id, detection(article.text, SPANS[number % 4 :], relations=()))
        if number % 6 == 0:
            operations.accept(store, [each.id for each in store.annotations(article.id)][: number % 5])
        if number % 12 == 0:
            operations.reject(store, [each.id for each in store.annotations(article.id)][-1:])
    store.close()
    return path


@pytest.fixture
def store(filled, tmp_path):
    shutil.copy(filled, tmp_path / "library.butda")
    opened = Store(tmp_path / "library.butda")
    yield opened
    opened.close()


def truth(store):
    """Return what the shelf must hold, counted afresh."""
    rows, labels = {}, {}
    for (name,) in store._connection.execute("SELECT id FROM article"):
        article = store.article(name)
        kept = [each for each in store.annotations(name) if each.status != "rejected"]
        marks = store.annotations(name)
        answered = sum(each.status != "suggested" for each in marks)
        share = answered * 1000 // len(marks) if marks else None
        rows[name] = Row(
            article.id, article.title, article.source, article.published, article.state, len(kept), answered, article.tags, share
        )  # fmt: skip
        labels[name] = {each.label for each in kept}
    return rows, labels


def kept_up(store):
    rows, labels = truth(store)
    tagged = {
        tuple(row) for row in store._connection.execute("SELECT article, tag FROM shelf_tag JOIN shelf USING (key)")
    }
    labelled = {
        tuple(row) for row in store._connection.execute("SELECT article, label FROM shelf_label JOIN shelf USING (key)")
    }
    return (
        {row.id: row for row in store.rows()} == rows
        and tagged == {(row.id, tag) for row in rows.values() for tag in row.tags}
        and labelled == {(name, label) for name, each in labels.items() for label in each}
    )


CHANGES = {
    "nothing yet": lambda store, article: None,
    "tag": lambda store, article: operations.tag(store, [article], ["mới", "ảnh"], ["đọc lại"]),
    "state": lambda store, article: operations.set_state(store, [article], State.DONE),
    "title": lambda store, article: operations.correct(store, replace(store.article(article), title="Ô mai")),
    "mark": lambda store, article: operations.annotate(store, article, 0, 3, "EVENT"),
    "accept": lambda store, article: operations.accept(store, [each.id for each in store.annotations(article)]),
    "reject": lambda store, article: operations.reject(store, [each.id for each in store.annotations(article)]),
    "delete marks": lambda store, article: operations.delete(store, [each.id for each in store.annotations(article)]),
    "delete": lambda store, article: operations.delete_articles(store, [article]),
    "begin to read": operations.begin_reading,
}


@pytest.mark.parametrize("make", CHANGES.values(), ids=CHANGES)
def test_the_shelf_is_kept_up_through_a_change_and_its_undo_and_redo(store, make):
    make(store, made(6).id)
    kept = [kept_up(store)]
    for way in (operations.undo, operations.redo):
        way(store)
        kept.append(kept_up(store))
    assert kept == [True] * 3


KEYS = {
    Sorting.DATE: lambda row: row.published or "",
    Sorting.TITLE: lambda row: order(row.title),
    Sorting.SOURCE: lambda row: order(row.source),
    Sorting.ANNOTATIONS: lambda row: row.annotations,
    Sorting.REVIEWED: lambda row: 1001 if row.share is None else row.share,
    Sorting.STATE: lambda row: tuple(State).index(row.state),
    Sorting.TAGS: lambda row: " ".join(sorted(map(order, row.tags))) or "\uffff",
    Sorting.ADDED: lambda row: 0,
}
BACKWARDS = {Sorting.DATE, Sorting.ANNOTATIONS}  # sorted from the top down: what was added first comes first
FILTERS = {
    "all": ({}, lambda row, labels: True),
    "state": ({"state": State.READING}, lambda row, labels: row.state is State.READING),
    "tag": ({"tag": "ưu tiên"}, lambda row, labels: "ưu tiên" in row.tags),
    "source": ({"source": "Báo An Khê"}, lambda row, labels: row.source == "Báo An Khê"),
    "label": ({"label": "TITLE"}, lambda row, labels: "TITLE" in labels),
    "since": ({"since": "2015-01-01"}, lambda row, labels: (row.published or "") >= "2015"),
    "until": ({"until": "2014-05-14"}, lambda row, labels: "" < (row.published or "") < "2014-05-15"),
    "several": (
        {"state": State.UNREAD, "source": "Báo Đồi Chè", "label": "COUNT", "since": "2012-01-01", "until": "2016-12-31"},
        lambda row, labels: row.state is State.UNREAD
        and row.source == "Báo Đồi Chè"
        and "COUNT" in labels
        and "2012" <= (row.published or "") < "2017",
    ),
    "nothing": ({"tag": "không có"}, lambda row, labels: False),
}  # fmt: skip


@pytest.mark.parametrize("few", [False, True], ids=["walked", "sought"])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sorting", Sorting)
@pytest.mark.parametrize(("values", "takes"), FILTERS.values(), ids=FILTERS)
def test_pages_from_any_side_are_the_sorted_list(store, values, takes, sorting, descending, few):
    rows, labels = truth(store)
    numbers = {
        row["article"]: row["back" if sorting in BACKWARDS else "key"]
        for row in store._connection.execute("SELECT * FROM shelf")
    }
    wanted = sorted(
        (row for row in rows.values() if takes(row, labels[row.id])),
        key=lambda row: (KEYS[sorting](row), numbers[row.id]), reverse=descending,
    )  # fmt: skip
    view = store.shelf.view(Listing(sorting, descending, **values))
    view._few = few
    jumped = [row for at in range(0, view.count, 7) for row in view.page(at, 7).rows]
    walked, page = [], view.page(0, 5)
    while page.rows:
        walked += page.rows
        page = view.page(len(walked), 5, after=page.last)
    back, page = [], view.page(max(0, view.count - 5), 5)
    while page.rows:
        back[:0] = page.rows
        page = view.page(0, 5, before=page.first)
    places = [view.place(row.id) for row in wanted]
    assert (jumped, walked, back, places) == (wanted, wanted, wanted, list(range(len(wanted))))


def test_an_article_that_a_listing_leaves_out_has_no_place(store):
    assert store.shelf.view(Listing(source="Báo An Khê")).place(made(0).id) is None


def test_a_row_is_read_by_its_id_and_an_unknown_one_is_told(store):
    with pytest.raises(RequestError) as caught:
        store.row(ArticleId("x"))
    assert (store.row(made(3).id), caught.value.kind) == (truth(store)[0][made(3).id], "article-unknown")


def test_sources_and_tags_come_in_vietnamese_order_with_their_numbers(store):
    assert (store.shelf.sources(), store.shelf.tags()) == (
        [("Báo An Khê", 20), ("Báo Đồi Chè", 20)],
        [("ảnh", 12), ("đọc lại", 15), ("ưu tiên", 20)],
    )


def test_a_search_is_narrowed_by_the_filters(store):
    found = [
        [hit.id for hit in store.search("thư xã", listing=Listing(source=source))] for source in (None, "Báo An Khê")
    ]
    rows = truth(store)[0]
    assert (len(found[0]), set(found[1])) == (60, {row.id for row in rows.values() if row.source == "Báo An Khê"})


def test_an_older_library_gets_its_shelf_at_opening(store, tmp_path):
    make_older(store.path)
    store.close()
    opened = Store(store.path)
    version = opened._connection.execute("PRAGMA user_version").fetchone()[0]
    result = (version, len(opened.rows()), kept_up(opened), opened.check())
    opened.close()
    assert result == (schema.SCHEMA_VERSION, 60, True, [])


def test_a_library_that_counted_accepted_marks_alone_counts_every_answer(store):
    connection = store._connection
    connection.execute("UPDATE shelf SET reviewed = 0, share = 7")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm007_answers'")
    connection.execute("PRAGMA user_version = 5")
    store.close()
    opened = Store(store.path)
    rejected = {row.share for row in opened.rows() if row.reviewed}
    result = (kept_up(opened), len(rejected) > 3, opened.check())
    opened.close()
    assert result == (True, True, [])


def test_a_listing_takes_what_one_step_brought(store):
    first, second = (replace(made(number), id=ArticleId(f"neu{number}"), sha256=f"{number:064}") for number in (91, 92))
    step = store.apply("Import", [Change(None, first)]).step
    store.apply("Import", [Change(None, second)], join=step)
    listing = Listing(Sorting.TITLE, False, step=step)
    view = store.shelf.view(listing)
    found = [view.count, *(row.id for row in view.page(0, 9).rows), *view.ids(0, 9), view.place(second.id)]
    view._few = False
    walked = [row.id for row in view.page(0, 9).rows]
    operations.undo(store)
    wanted = [each.id for each in sorted((first, second), key=lambda each: order(each.title))]
    assert (found, walked, store.shelf.view(listing).count) == (
        [2, *wanted, *wanted, wanted.index(second.id)], wanted, 0,
    )  # fmt: skip


def test_opening_an_article_is_no_step_and_outlives_undo_and_redo(store):
    article = store.article(made(0).id)
    operations.correct(store, replace(article, title="Mới"))
    before = store.next_undo()
    began = [operations.begin_reading(store, article.id), operations.begin_reading(store, article.id)]
    after = store.next_undo()
    operations.undo(store)
    undone = store.row(article.id)
    operations.redo(store)
    redone = store.row(article.id)
    assert (began, after, (undone.title, undone.state), (redone.title, redone.state)) == (
        [True, False], before, (article.title, State.READING), ("Mới", State.READING),
    )  # fmt: skip
