"""Bringing files into the library."""

import hashlib
import json
import os
import sqlite3
from dataclasses import replace

import pytest
from building import TEXT, contents, detection, dump, plain_page
from hostile import HOSTILE, LONG_LINE

from desktop import operations
from desktop.errors import ExportError, ImportFileError, RequestError
from desktop.model import Meta
from desktop.operations import importing
from desktop.text.normal import normal


def add(store, path):
    return [operations.add(store, prepared) for prepared in operations.prepare(path, plain_page)]


TEXTS = HOSTILE | {"one line of 1 MB": LONG_LINE}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_file_is_stored_in_normal_form_and_its_bytes_are_kept_and_untouched(store, tmp_path, text):
    path = tmp_path / "x.txt"
    path.write_bytes(text.encode("utf-8", "replace"))
    os.utime(path, (10**9, 10**9))
    before = path.read_bytes(), path.stat().st_mtime_ns
    (added,) = add(store, path)
    article = store.article(added.article)
    operations.original(store, article.id, tmp_path / "again.txt")
    assert (article.text, article.sha256, (path.read_bytes(), path.stat().st_mtime_ns), (tmp_path / "again.txt").read_bytes()) == (
        normal(before[0].decode("utf-8")), hashlib.sha256(before[0]).hexdigest(), before, before[0],
    )  # fmt: skip


def test_the_same_file_twice_is_one_article(store, tmp_path, imported):
    first = imported(TEXT)
    (again,) = add(store, _written(tmp_path / "tên khác.md", TEXT))
    assert (again.article, again.new, again.step, len(store.rows())) == (first.id, False, None, 1)


def _written(path, text):
    path.write_text(text, "utf-8", newline="")
    return path


def test_a_file_deleted_and_imported_again_is_the_same_article(store, tmp_path, imported):
    first = imported(TEXT)
    operations.delete_articles(store, [first.id])
    again = imported(TEXT)
    operations.undo(store)
    operations.undo(store)
    assert (again.id, store.article(first.id)) == (first.id, first)


def test_a_file_read_another_way_after_its_deletion_keeps_the_old_text_for_undo(store, tmp_path):
    path = _written(tmp_path / "x.txt", "<p>Bà Hoa</p>")
    (first,) = add(store, path)
    old = store.article(first.article)
    operations.delete_articles(store, [old.id])
    (prepared,) = operations.prepare(path, plain_page)
    document = replace(prepared.document, article=replace(prepared.document.article, text="Bà Hoa"))
    added = operations.add(store, replace(prepared, document=document))
    operations.undo(store)
    operations.undo(store)
    assert (added.article != old.id, store.article(old.id)) == (True, old)


@pytest.mark.parametrize("name", [b"b\xe0i \xff.txt", "đ\u0301.txt".encode(), b"=cmd ' \" $(x).txt", b"a\nb.txt"])
def test_any_file_name_gives_a_title(store, tmp_path, name):
    path = tmp_path / os.fsdecode(name)
    path.write_text("chữ", "utf-8")
    (prepared,) = operations.prepare(path, lambda text, _: ((), Meta()))
    article = store.article(operations.add(store, prepared).article)
    assert (article.title, article.file) == (normal(path.stem), normal(path.name))


def test_pasted_text_keeps_no_original(store, tmp_path):
    (prepared,) = operations.prepare_paste("dòng một\r\ndòng hai \ud83d", False, plain_page)
    article = store.article(operations.add(store, prepared).article)
    with pytest.raises(RequestError) as caught:
        operations.original(store, article.id, tmp_path / "x")
    assert (article.text, article.title, caught.value.kind, contents(tmp_path).keys() & {"x"}) == (
        "dòng một\ndòng hai \ufffd", "dòng một", "article-original", set(),
    )  # fmt: skip


@pytest.mark.parametrize(("content", "is_html"), [("", False), (" \n\u00a0", False), ("", True), ("<p></p>", True)])
def test_an_empty_paste_is_refused(content, is_html):
    with pytest.raises(ImportFileError) as caught:
        operations.prepare_paste(content, is_html, plain_page)
    assert caught.value.kind in ("file-empty", "file-html")


TARGETS = {
    "the library": ("library.butda", "file-ours"),
    "its lock": ("library.butda.lock", "file-ours"),
    "a folder": (".", "file-write"),
}


@pytest.mark.parametrize(("target", "kind"), TARGETS.values(), ids=TARGETS)
def test_an_original_is_not_written_over_the_library(store, imported, tmp_path, target, kind):
    article = imported(TEXT)
    before = dump(store)
    with pytest.raises(ExportError) as caught:
        operations.original(store, article.id, tmp_path / target)
    assert (caught.value.kind, dump(store)) == (kind, before)


@pytest.fixture
def exported(store, imported, tmp_path):
    """An export of an article with suggestions, a relation and a person's mark; the article."""
    article = imported(TEXT)
    operations.apply_detection(store, article.id, detection())
    operations.annotate(store, article.id, 0, 4, "ORGANIZATION", note='"=1"\nhai', by="Hoa")
    operations.export(store, "jsonl", tmp_path / "out.jsonl")
    return store.article(article.id)


def tables(store, *names):
    held = dump(store)
    return [held[name] for name in names]


def test_an_export_in_a_fresh_library_is_the_same_library_and_exports_the_same_bytes(store, exported, tmp_path):
    other = operations.open_library(tmp_path / "fresh" / "library.butda")
    add(other, tmp_path / "out.jsonl")
    operations.export(other, "jsonl", tmp_path / "again.jsonl")
    same = [
        tables(each, "article", "annotation", "relation", "label", "text", "tones", "bare") for each in (store, other)
    ]
    other.close()
    files = contents(tmp_path)
    assert (same[0], files["again.jsonl"], files["again.labels.toml"]) == (
        same[1], files["out.jsonl"], files["out.labels.toml"],
    )  # fmt: skip


def test_an_export_into_its_own_library_adds_nothing(store, exported, tmp_path):
    before = dump(store)
    (added,) = add(store, tmp_path / "out.jsonl")
    assert (added.new, dump(store)) == (False, before)


def test_detecting_again_after_an_import_keeps_ids_and_what_a_person_said(store, exported, tmp_path):
    other = operations.open_library(tmp_path / "fresh" / "library.butda")
    add(other, tmp_path / "out.jsonl")
    before = dump(other)
    step = operations.apply_detection(other, exported.id, detection()).step
    after = dump(other)
    other.close()
    assert (step, after) == (None, before)


def test_an_export_with_an_id_that_is_taken_makes_another_article_and_touches_none(store, exported, tmp_path):
    before = dump(store)
    source = (tmp_path / "out.jsonl").read_text("utf-8").replace(exported.sha256, "f" * 64)
    (added,) = add(store, _written(tmp_path / "other.jsonl", source))
    there, other = (store.annotations(each) for each in (exported.id, added.article))
    brief = [[(each.start, each.end, each.label, each.status) for each in marks] for marks in (there, other)]
    relation = store.relations(added.article)[0]
    after = dump(store)
    kept = [row for row in after["annotation"] if row in before["annotation"]]
    assert (
        brief[0], kept, {each.id for each in there} & {each.id for each in other}, relation.head in {each.id for each in other},
    ) == (brief[1], before["annotation"], set(), True)  # fmt: skip


def test_a_labels_file_brings_labels_that_are_not_there(store, exported, tmp_path):
    scheme = (tmp_path / "out.labels.toml").read_text("utf-8").replace('name = "PERSON"', 'name = "HUMAN"')
    (tmp_path / "out.labels.toml").write_text(scheme, "utf-8")
    other = operations.open_library(tmp_path / "fresh" / "library.butda")
    names = {label.name for label in other.labels()}
    add(other, tmp_path / "out.jsonl")
    more = {label.name for label in other.labels()} - names
    operations.undo(other)
    back = {label.name for label in other.labels()}
    other.close()
    assert (more, back) == ({"HUMAN"}, names)


def test_an_annotation_of_any_id_can_be_deleted(store, exported, tmp_path):
    source = (tmp_path / "out.jsonl").read_text("utf-8")
    ids = [each.id for each in store.annotations(exported.id)]
    for at, each in enumerate(ids):
        source = source.replace(each, f"mark {at}")
    other = operations.open_library(tmp_path / "fresh" / "library.butda")
    add(other, _written(tmp_path / "other.jsonl", source))
    operations.delete(other, [each.id for each in other.annotations(exported.id)])
    left = other.annotations(exported.id), other.relations(exported.id)
    other.close()
    assert left == ([], [])


def test_every_import_is_on_disk_when_it_returns(store, imported):
    article = imported(TEXT)
    other = sqlite3.connect(store.path)
    found = other.execute("SELECT id FROM article").fetchall()
    other.close()
    assert found == [(article.id,)]


def test_two_equal_marks_of_a_line_come_in_as_one_with_both_notes(store, exported, tmp_path):
    row = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    (mark,) = [each for each in row["annotations"] if each["by"] == "Hoa"]
    row["annotations"].append(mark | {"id": "other", "note": "ba", "status": "suggested"})
    other = operations.open_library(tmp_path / "fresh" / "library.butda")
    add(other, _written(tmp_path / "other.jsonl", json.dumps(row)))
    held = [(each.id, each.status, each.note) for each in other.annotations(exported.id) if each.start == 0]
    other.close()
    assert held == [(mark["id"], "accepted", '"=1"\nhai\nba')]


def several(folder, count):
    """Return so many documents of files, read and ready."""
    paths = [_written(folder / f"{number}.txt", f"Bài {number}. {TEXT}") for number in range(count)]
    return [each for path in paths for each in operations.prepare(path, plain_page)]


def test_several_documents_are_one_step_and_the_same_as_one_by_one(store, tmp_path):
    documents = several(tmp_path, 5)
    added = operations.add_several(store, documents)
    other = operations.open_library(tmp_path / "other.butda")
    alone = [operations.add(other, each) for each in documents]
    texts = [[each.article(row.article).text for row in rows] for each, rows in ((store, added), (other, alone))]
    other.close()
    assert ({each.step for each in added}, [each.article for each in added], texts[0]) == (
        {store.next_undo().step}, [each.article for each in alone], texts[1],
    )  # fmt: skip


def test_none_of_several_documents_comes_in_where_one_cannot(store, tmp_path, monkeypatch):
    documents = several(tmp_path, 3)
    before, real = dump(store), importing.labels.made_for
    calls = iter(range(10))
    monkeypatch.setattr(importing.labels, "made_for", lambda *given: real(*given) if next(calls) < 2 else 1 / 0)
    with pytest.raises(ZeroDivisionError):
        operations.add_several(store, documents)
    assert (dump(store), store.next_undo()) == (before, None)


def test_a_part_that_fails_takes_back_nothing_but_itself(store, imported, tmp_path):
    documents = several(tmp_path, 2)

    def add_and_fail():
        with store.together():
            operations.add(store, documents[1])
            raise ZeroDivisionError

    with store.together():
        first = operations.add(store, documents[0])
        with pytest.raises(ZeroDivisionError):
            add_and_fail()
    assert [row.id for row in store.rows()] == [first.article]


def test_a_pasted_address_is_no_article(store):
    with pytest.raises(ImportFileError) as told:
        operations.prepare_paste(" https://lang.example/bai-1.html\n", False, plain_page)
    assert (told.value.kind, told.value.parameters) == ("file-address", {"path": "https://lang.example/bai-1.html"})


@pytest.mark.parametrize(("named", "card"), [("Báo Dân tộc", ("Báo Dân tộc", "")), ("Trang Đài", ("", "Trang Đài"))])
def test_a_paper_that_is_named_as_author_is_the_source_and_a_person_is_none(named, card):
    def read_page(text, published, known=None):
        return plain_page(text)[0], Meta(byline=named)

    (prepared,) = operations.prepare_paste("Một bài", False, read_page)
    assert (prepared.document.article.source, prepared.document.article.byline) == card


@pytest.mark.parametrize(
    ("card", "found", "named"),
    [
        (Meta(), Meta(source="Baothanhhoa.vn"), ("Báo Thanh Hóa", "")),
        (Meta(), Meta(source="Bautroi.vn"), ("Bautroi.vn", "")),
        (Meta(source="Báo Sông Lô"), Meta(place="Sông Lô"), ("Báo Sông Lô", "")),  # its sign before the summary
        (Meta(source="Báo Làng"), Meta(place="Sông Lô"), ("Báo Làng", "Sông Lô")),
    ],
)
def test_a_source_is_written_as_people_do_and_its_sign_is_no_place(card, found, named):
    def read_page(text, published=None, known=None):
        return [], found

    raw = importing.exchange.Raw("(Sông Lô) - Hai người đến.", None, meta=card)
    article = importing.prepared(raw, None, read_page).document.article
    assert (article.source, article.place) == named
