"""Every format through the whole road: what it holds is proved, what it cannot hold is listed, a folder is never lost."""

import json
import zipfile

import pytest
from building import TEXT, contents, detection, plain_page

from desktop import operations
from desktop.errors import ExportError, Stopped
from desktop.exchange.writers import FORMATS, offered
from desktop.model import Meta, Status
from desktop.operations.sets.folders import MANIFEST

EVERY = operations.Selection(statuses=tuple(Status))


@pytest.fixture
def article(store, tmp_path):
    path = tmp_path / "bài.txt"
    path.write_text(TEXT, encoding="utf-8")
    (prepared,) = operations.prepare(path, lambda text, _: (plain_page(text)[0], Meta("Bài")))
    article = store.article(operations.add(store, prepared).article)
    operations.apply_detection(store, article.id, detection())
    operations.annotate(store, article.id, 0, len(TEXT) - 1, "EVENT")
    return article


@pytest.mark.parametrize("name", offered())
def test_a_format_holds_or_lists_every_mark(store, article, tmp_path, name):
    target = tmp_path / "out" / f"set{FORMATS[name].suffix}"
    target.parent.mkdir()
    done = operations.export(store, name, target, EVERY)
    listed = [each.read_text("utf-8").count("\n") - 1 for each in target.parent.rglob("*lost.tsv")]
    marks = len(store.annotations(article.id))
    assert (done.verified, sum(listed), done.records) == (
        (0, 0, 1) if FORMATS[name].records else (marks - done.lost, done.lost, None)
    )


def test_a_folder_that_is_there_is_refused(store, article, tmp_path):
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mine.txt").write_bytes(b"x")
    before = contents(tmp_path / "set")
    kinds = []
    for force in (False, True):
        with pytest.raises(ExportError) as caught:
            operations.export(store, "brat", tmp_path / "set", force=force)
        kinds.append(caught.value.kind)
    assert (kinds, contents(tmp_path / "set")) == (["folder-there", "folder-foreign"], before)


def test_an_earlier_export_is_replaced_and_what_lies_beside_stays(store, article, tmp_path):
    operations.export(store, "markdown", tmp_path / "set")
    (tmp_path / "set" / "mine.txt").write_bytes(b"x")
    operations.export(store, "brat", tmp_path / "set", force=True)
    there = contents(tmp_path / "set")
    listed = json.loads(there[MANIFEST])["files"]
    assert (sorted(there), sorted(listed), there["mine.txt"], list(tmp_path.glob("*.before*"))) == (
        ["Bài.ann", "Bài.txt", "annotation.conf", MANIFEST, "mine.txt", "visual.conf"],
        ["Bài.ann", "Bài.txt", "annotation.conf", "visual.conf"], b"x", [],
    )  # fmt: skip


def test_a_person_s_own_file_is_not_replaced_by_one_of_the_export(store, article, tmp_path):
    operations.export(store, "markdown", tmp_path / "set")
    (tmp_path / "set" / "Bài.txt").write_bytes(b"x")
    before = contents(tmp_path / "set")
    with pytest.raises(ExportError) as caught:
        operations.export(store, "brat", tmp_path / "set", force=True)
    assert (caught.value.kind, contents(tmp_path / "set")) == ("file-there", before)


def test_a_bundle_brings_articles_files_and_marks_into_another_library(store, article, tmp_path):
    operations.accept(store, [store.annotations(article.id)[0].id])
    operations.export(store, "bundle", tmp_path / "set.butda.zip", EVERY)
    other = operations.open_library(tmp_path / "other.butda")
    for prepared in operations.prepare(tmp_path / "set.butda.zip", plain_page):
        operations.add(other, prepared)
    told = [
        (each.article(article.id), each.annotations(article.id), each.relations(article.id), each.original(article.id))
        for each in (store, other)
    ]
    other.close()
    assert told[0] == told[1]


def test_a_bundle_holds_the_history_of_its_articles_alone(store, article, tmp_path):
    (tmp_path / "khác.txt").write_text("Khác hẳn.\n", encoding="utf-8")
    (prepared,) = operations.prepare(tmp_path / "khác.txt", plain_page)
    operations.add(store, prepared)
    operations.export(store, "bundle", tmp_path / "set.butda.zip", operations.Selection(articles=(article.id,)))
    with zipfile.ZipFile(tmp_path / "set.butda.zip") as packed:
        steps = [json.loads(line) for line in packed.read("history.jsonl").splitlines()]
    assert [(each["title"], len(each["changes"])) for each in steps] == [
        (each.title, each.size) for each in reversed(store.steps(article.id))
    ]


@pytest.mark.parametrize("name", ["csv", "brat"])
def test_an_export_that_is_stopped_leaves_nothing(store, article, tmp_path, name):
    heard = []

    def told(done, everything):
        heard.append((done, everything))
        if len(heard) == 2:
            raise Stopped

    (tmp_path / "out").mkdir()
    with pytest.raises(Stopped):
        operations.export(store, name, tmp_path / "out" / "set", told=told)
    assert (heard, contents(tmp_path / "out")) == ([(0, 1), (0, 1)], {})
