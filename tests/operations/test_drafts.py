"""Drafts of notes: a file beside the library, read strictly."""

import json

import pytest

from desktop import operations
from desktop.model import AnnotationId, ArticleId
from desktop.operations import Draft
from desktop.operations.drafts import drafts_file


def draft(annotation, words="đang vi\nết", article="a"):
    return Draft(AnnotationId(annotation), ArticleId(article), words)


def test_a_draft_is_there_when_the_library_is_opened_again(store):
    operations.keep_draft(store, draft("m", "hỏi lại\u00a0chị \ud83d 😀"))
    path = store.path
    store.close()
    again = operations.open_library(path)
    assert operations.kept_drafts(again) == (draft("m", "hỏi lại\u00a0chị \ufffd 😀"),)
    again.close()


def test_one_draft_a_mark_the_newest_last(store):
    for annotation, words in (("m", "một"), ("n", "hai"), ("m", "ba")):
        operations.keep_draft(store, draft(annotation, words))
    assert operations.kept_drafts(store) == (draft("n", "hai"), draft("m", "ba"))


def test_a_draft_that_is_dropped_is_gone_alone(store):
    operations.keep_draft(store, draft("m"))
    operations.keep_draft(store, draft("n"))
    operations.drop_draft(store, AnnotationId("m"))
    operations.drop_draft(store, AnnotationId("gone before"))
    assert operations.kept_drafts(store) == (draft("n"),)


def test_dropping_where_there_is_none_makes_no_file(store):
    operations.drop_draft(store, AnnotationId("m"))
    assert not drafts_file(store).exists()


def test_a_draft_is_no_step_of_the_history(store):
    before = store.next_undo()
    operations.keep_draft(store, draft("m"))
    assert store.next_undo() == before


UNFIT = {
    "no JSON": b'[{"annotation": "m", "art',
    "no list": b'{"annotation": "m", "article": "a", "words": "x"}',
    "a key is missing": json.dumps([{"annotation": "m", "words": "x"}]).encode(),
    "another kind": json.dumps([{"annotation": "m", "article": "a", "words": 3}]).encode(),
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("content", UNFIT.values(), ids=UNFIT)
def test_a_file_that_holds_anything_else_is_put_aside_whole(store, content):
    drafts_file(store).write_bytes(content)
    aside = drafts_file(store).with_name(f"{drafts_file(store).name}.unreadable")
    assert (operations.kept_drafts(store), aside.read_bytes(), drafts_file(store).exists()) == ((), content, False)
