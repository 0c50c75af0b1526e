"""Articles read again: marks and corrections carried over, what has no place waits, and one undo takes it back."""

from dataclasses import replace

import pytest
from building import dump, make_older, plain_page

from desktop import operations
from desktop.errors import RequestError
from desktop.exchange import Document
from desktop.model import Line, Meta, Relation, RelationId, Role
from desktop.operations.importing import Prepared
from desktop.store import Store
from desktop.store.search import indexes

OLD = "Trang chủ\nBà Hoa gặp ông Nam\nở chợ Lang, hôm 3/5.\nÔng Nam không nói gì.\n"
NEW = "Bà Hoa gặp ông Nam ở chợ Lang, hôm 4/5.\n\nÔng Nam không nói gì.\nẢnh: Tư liệu"


def read_as(article, text, **values):
    """Return what another reader makes of an article's file."""
    lines, _ = plain_page(text)
    return Prepared(Document(replace(article, text=text, lines=lines, origins={}, **values)), None)


def annotated(store, article, quote, label="PERSON", nth=0):
    at = -1
    for _ in range(nth + 1):
        at = article.text.index(quote, at + 1)
    return operations.annotate(store, article.id, at, at + len(quote), label, by="Lan").made[0]


def quotes(store, article):
    text = store.article(article).text
    return [(text[each.start : each.end], each.start, each.id) for each in store.annotations(article)]


@pytest.fixture
def article(imported):
    return imported(OLD)


def test_marks_stand_on_their_words_and_what_has_none_waits(store, article):
    made = [
        annotated(store, article, *each)
        for each in (("Nam\nở chợ Lang", "LOCATION"), ("3/5", "TIME"), ("Ông Nam",), ("Trang chủ", "EVENT"))
    ]
    done = operations.reread(store, article.id, read_as(article, NEW))
    waiting = [(each.id, each.quote, each.before[-4:], each.mark.label) for each in store.readings.orphans(article.id)]
    assert (quotes(store, article.id), waiting, done.placed, store.check()) == (
        [("Nam ở chợ Lang", 15, made[0].id), ("Ông Nam", NEW.index("Ông"), made[2].id)],
        [(made[3].id, "Trang chủ", "", "EVENT"), (made[1].id, "3/5", "hôm ", "TIME")],
        2, [],
    )  # fmt: skip


def test_one_undo_brings_the_old_reading_back_and_redo_the_new_one(store, article):
    for quote in ("3/5", "Ông Nam"):
        annotated(store, article, quote)
    before = dump(store)
    operations.reread(store, article.id, read_as(article, NEW, title="Chợ Lang"))
    after = dump(store)
    operations.undo(store)
    undone = dump(store)
    operations.redo(store)
    found = [[hit.id for hit in store.search(words, limit=9)] for words in ("tư liệu", "trang chủ")]
    assert (undone, dump(store), found) == (before, after, [[article.id], []])


def test_the_history_before_a_reading_is_undone_over_it(store, article):
    operations.correct(store, replace(article, title="Một"))
    operations.reread(store, article.id, read_as(article, NEW))
    operations.correct(store, replace(store.article(article.id), title="Hai"))
    for _ in range(3):
        operations.undo(store)
    first = store.article(article.id), store.check()
    for _ in range(3):
        operations.redo(store)
    last = store.article(article.id)
    found = [hit.title for hit in store.search("hai", limit=9)]
    assert (first, last.title, last.text, found) == ((article, []), "Hai", NEW, ["Hai"])


def test_a_reading_after_an_undone_one_has_a_number_of_its_own(store, article):
    operations.reread(store, article.id, read_as(article, NEW))
    operations.undo(store)
    operations.reread(store, article.id, read_as(article, NEW + "!"))
    operations.undo(store)
    operations.redo(store)
    assert (store.article(article.id).text, store.article(article.id).version) == (NEW + "!", 3)


def test_facts_a_person_said_go_along_and_those_of_an_orphan_are_counted(store, article):
    marks = [annotated(store, article, quote) for quote in ("Bà Hoa", "ông Nam", "3/5")]
    facts = [
        Relation(RelationId(name), article.id, "counted_on", marks[0].id, tail.id)
        for name, tail in (("stays", marks[1]), ("goes", marks[2]))
    ]
    store.apply("Import", [operations.articles.Change(None, each) for each in facts])
    done = operations.reread(store, article.id, read_as(article, NEW))
    assert ([each.id for each in store.relations(article.id)], done.lost, store.check()) == (["stays"], 1, [])


def test_what_a_person_said_of_lines_and_card_stays(store, article):
    operations.correct(store, replace(article, source="Báo Lang", fields={"note": "xem lại"}))
    operations.set_role(store, article.id, OLD.index("Ông"), OLD.index("Ông") + 4, Role.CAPTION)
    said = {"source": "Lang Online", "title": "Chợ Lang", "byline": "Cúc Phạm"}
    operations.reread(store, article.id, read_as(article, NEW, **said))
    after = store.article(article.id)
    at = NEW.index("Ông")
    assert (after.source, after.title, after.byline, after.fields, after.origins["source"], after.lines[1]) == (
        "Báo Lang", "Chợ Lang", "Cúc Phạm", {"note": "xem lại"}, "person",
        Line(at, at + len("Ông Nam không nói gì."), Role.CAPTION, Role.BODY),
    )  # fmt: skip


def test_the_same_reading_is_no_step(store, article):
    annotated(store, article, "3/5")
    step = store.next_undo()
    done = operations.reread(store, article.id, read_as(store.article(article.id), OLD))
    assert (done.step, done.placed, store.next_undo()) == (None, 1, step)


def test_a_newer_file_is_a_version_and_the_older_one_is_known(store, article):
    new = replace(read_as(article, NEW, sha256="b" * 64, file="mới.txt"), content=b"new")
    done = operations.reread(store, article.id, new)
    held = store.original(article.id), store.article(article.id).file
    former = store.readings.former(article.sha256)
    operations.undo(store)
    assert (held, former, store.original(article.id), done.title) == (
        (b"new", "mới.txt"), article.id, OLD.encode(), article.title,
    )  # fmt: skip


def test_a_file_of_another_article_is_refused(store, article, imported):
    other = imported("Bài khác hẳn.")
    with pytest.raises(RequestError) as refused:
        operations.reread(store, article.id, read_as(article, NEW, sha256=other.sha256))
    assert (refused.value.kind, store.article(article.id)) == ("reread-taken", article)


def test_an_orphan_finds_home_when_its_words_are_there_again(store, article):
    mark = annotated(store, article, "3/5")
    operations.reread(store, article.id, read_as(article, NEW))
    operations.reread(store, article.id, read_as(article, OLD.replace("\nở", " ở")))
    assert (quotes(store, article.id), store.readings.orphans()) == ([("3/5", OLD.index("3/5"), mark.id)], [])


def test_a_person_places_an_orphan_or_lets_it_go(store, article):
    marks = [annotated(store, article, quote) for quote in ("3/5", "Trang chủ")]
    operations.reread(store, article.id, read_as(article, NEW.replace("4/5", "3/5 3/5")))
    orphans = store.readings.orphans()
    offered = [[(each.start, each.end) for each in operations.suggestions(store, orphan)] for orphan in orphans]
    at = NEW.index("4/5")
    operations.give_home(store, marks[0].id, at, at + 3)
    operations.drop_orphans(store, [marks[1].id])
    placed = quotes(store, article.id)
    operations.undo(store)
    operations.undo(store)
    assert (offered, placed, store.readings.orphans()) == (
        [[], [(at, at + 3), (at + 4, at + 7)]], [("3/5", at, marks[0].id)], orphans,
    )  # fmt: skip


def test_an_older_library_keeps_corrections_that_its_history_tells_of_and_is_offered_it_once(store, article):
    operations.correct(store, replace(article, source="Báo Lang"))
    make_older(store.path)
    store.close()
    opened = Store(store.path)
    offered = opened.readings.are_offered
    opened.end_offer()
    said = {"source": "Lang Online", "title": "Chợ Lang"}
    operations.reread(opened, article.id, read_as(opened.article(article.id), NEW, **said))
    after, left, sound = opened.article(article.id), opened.readings.are_offered, opened.check()
    opened.close()
    assert (offered, left, after.source, after.text, after.version, sound) == (True, False, "Báo Lang", NEW, 2, [])


def test_a_kept_original_is_read_as_today(store, article):
    def read_page(text, published, known=None):
        return plain_page(text)[0], Meta(title="Chợ")

    read = operations.read_again(article, store.original(article.id), read_page)
    assert (read.document.article.text, read.document.article.title) == (article.text, "Chợ")


@pytest.fixture
def noted(store, article):
    """An article of two marks with notes, one of which waits for its place."""
    for quote, words in (("3/5", "bán rau muống"), ("Ông Nam", "vui tính")):
        operations.note(store, annotated(store, article, quote, "EVENT").id, words)
    operations.reread(store, article.id, read_as(article, OLD.replace("3/5", "4/5")))
    return article


def found(store):
    hits = [store.search(query, limit=9) for query in ("rau muống", "rau muong", "vui tinh", "rau khoai")]
    return [[(hit.snippet, hit.start, hit.in_note) for hit in each] for each in hits]


WAITING, STANDING = [("bán rau muống", 0, True)], [("vui tính", OLD.index("Ông Nam"), True)]


def test_the_note_of_a_mark_that_waits_is_found_until_it_is_let_go(store, noted):
    there = found(store)
    operations.drop_orphans(store, [each.id for each in store.readings.orphans()])
    gone = found(store)
    operations.undo(store)
    operations.undo(store)
    assert (there, gone, found(store)[1], store.check()) == (
        [WAITING, WAITING, STANDING, []], [[], [], STANDING, []], [("bán rau muống", OLD.index("3/5"), True)], [],
    )  # fmt: skip


def test_a_library_whose_waiting_notes_were_not_found_finds_them(store, noted):
    path, connection = store.path, store._connection
    with connection:
        indexes.remove(connection, *indexes.notes(connection, noted.id))
        indexes.add_notes(connection, noted.id)
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm011_waiting_notes'")
        connection.execute("PRAGMA user_version = 9")
    before = found(store)
    store.close()
    newer = operations.open_library(path)
    after = found(newer), newer.check()
    newer.close()
    assert (before[:2], after) == ([[], []], ([WAITING, WAITING, STANDING, []], []))
