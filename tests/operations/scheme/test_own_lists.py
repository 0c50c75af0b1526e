"""Word lists of a library: kept in it as steps of its history, and text files beside it."""

import sqlite3

import pytest
from building import dump

from desktop import operations
from desktop.detect import detect
from desktop.errors import KnownError
from desktop.model.own_lists import OwnLists, WordList
from desktop.operations.scheme.own_lists import add_list, own_lists, remove_list, rename_label, switch_list


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "từ.txt"
    file.write_text("# ghi chú\nHội Ong\n\nHội Ong\nGiải Vàng \n", "utf-8")
    return file


@pytest.fixture
def beside(store):
    """A list and another name for a label, written by hand."""
    folder = store.path.with_name(f"{store.path.name}.lists")
    folder.mkdir()
    (folder / "tay.txt").write_text("# label: EVENT\nHội đua ghe\n", "utf-8")
    (folder / "labels.tsv").write_text("PERSON\tTITLE\nORDINAL\t\n", "utf-8")
    return folder


BY_HAND = WordList("tay", "EVENT", ("Hội đua ghe",))


def test_a_library_without_lists_has_none(store):
    assert own_lists(store) == OwnLists()


def test_a_list_is_kept_replaced_and_switched_off(store, words):
    add_list(store, words, "ong", "EVENT")
    add_list(store, words, "ong", "ORGANIZATION", cased=False)
    switch_list(store, "ong", False)
    wanted = WordList("ong", "ORGANIZATION", ("Hội Ong", "Giải Vàng"), cased=False, on=False)
    assert own_lists(store).lists == (wanted,)


def test_a_list_written_by_hand_is_read(store, beside):
    assert own_lists(store) == OwnLists((BY_HAND,), (("ORDINAL", ""), ("PERSON", "TITLE")))


def test_what_the_library_says_of_a_list_written_by_hand_goes_before_the_file(store, beside):
    switch_list(store, "tay", False)
    rename_label(store, "PERSON", "PERSON")
    said = own_lists(store)
    remove_list(store, "tay")
    assert (said.lists[0].on, said.renamed, own_lists(store).lists) == (False, (("ORDINAL", ""),), (BY_HAND,))


def test_a_label_that_gets_its_own_name_back_is_no_more_renamed(store):
    rename_label(store, "PERSON", "TITLE")
    rename_label(store, "ORDINAL", "")
    rename_label(store, "PERSON", "PERSON")
    assert own_lists(store).renamed == (("ORDINAL", ""),)


STEPS = {
    "Add word list": lambda store, words: add_list(store, words, "mới", "EVENT"),
    "Remove word list": lambda store, words: remove_list(store, "ong"),
    "Switch word list off": lambda store, words: switch_list(store, "ong", False),
    "Rename detected label": lambda store, words: rename_label(store, "PERSON", ""),
}


@pytest.mark.parametrize("title", STEPS)
def test_each_change_is_one_step_that_undo_takes_back_and_redo_does_again(store, words, title):
    add_list(store, words, "ong", "EVENT")
    before = own_lists(store)
    changes = STEPS[title](store, words)
    after = own_lists(store)
    undone = operations.undo(store)
    back = own_lists(store)
    operations.redo(store)
    assert (undone.title, changes.scheme, before != after, back, own_lists(store)) == (title, True, True, before, after)


def test_the_marks_of_a_list_come_and_go_with_its_step(store, imported, words):
    article = imported("Hội Ong mừng xuân cùng bà con trong xã.")
    operations.apply_detection(store, article.id, detect(article.text))
    before, plain = dump(store)["annotation"], store.article(article.id).detected
    step = add_list(store, words, "ong", "EVENT").step
    own = own_lists(store)
    operations.apply_detection(store, article.id, operations.look(detect, article, own), join=step)
    marked, version = [mark.label for mark in store.annotations(article.id)], store.article(article.id).detected
    operations.undo(store)
    assert (marked, version, dump(store)["annotation"], own_lists(store)) == (
        ["EVENT"], f"{plain}_{own.mark}", before, OwnLists(),
    )  # fmt: skip


def test_what_changes_nothing_is_no_step(store, words):
    first = add_list(store, words, "ong", "EVENT").step
    again = [
        add_list(store, words, "ong", "EVENT"),
        switch_list(store, "ong", True),
        rename_label(store, "TIME", "TIME"),
    ]
    assert ([each.step for each in again], operations.steps(store)[0].step) == ([None] * 3, first)


@pytest.mark.parametrize(("name", "label", "kind"), [("ong", "BEE", "label-unknown"), ("../ong", "EVENT", "list-name")])
def test_what_cannot_be_a_list_is_said(store, words, name, label, kind):
    with pytest.raises(KnownError) as told:
        add_list(store, words, name, label)
    assert told.value.kind == kind


@pytest.mark.parametrize(("name", "kind"), [("ong", "list-unknown"), ("tay", "list-file")])
def test_what_the_library_does_not_hold_cannot_be_taken_out_of_it(store, beside, name, kind):
    with pytest.raises(KnownError) as told:
        remove_list(store, name)
    assert told.value.kind == kind


def test_a_list_that_is_not_there_is_said(store):
    with pytest.raises(KnownError) as told:
        switch_list(store, "ong", False)
    assert told.value.kind == "list-unknown"


def test_a_damaged_list_is_said_and_mended(store, words):
    add_list(store, words, "ong", "EVENT")
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE word_list SET entries = 'Hội Ong'")
    with pytest.raises(KnownError) as told:
        own_lists(store)
    wrong = operations.mend(store).wrong
    assert (told.value.kind, len(wrong), own_lists(store).lists) == ("list-damaged", 1, (WordList("ong", "EVENT", ()),))
