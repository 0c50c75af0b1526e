"""Word lists of a library: text files beside it."""

import pytest

from desktop.errors import KnownError
from desktop.model.own_lists import OwnLists, WordList
from desktop.operations.scheme.own_lists import add_list, own_lists, rename_label, switch_list


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "từ.txt"
    file.write_text("# ghi chú\nHội Ong\n\nHội Ong\nGiải Vàng \n", "utf-8")
    return file


def test_a_library_without_lists_has_none(store):
    assert own_lists(store.path) == OwnLists()


def test_a_list_is_kept_replaced_and_switched_off(store, words):
    add_list(store, words, "ong", "EVENT")
    add_list(store, words, "ong", "ORGANIZATION", cased=False)
    switch_list(store, "ong", False)
    wanted = WordList("ong", "ORGANIZATION", ("Hội Ong", "Giải Vàng"), cased=False, on=False)
    assert own_lists(store.path).lists == (wanted,)


def test_a_list_written_by_hand_is_read(store):
    folder = store.path.with_name(f"{store.path.name}.lists")
    folder.mkdir()
    (folder / "tay.txt").write_text("# label: EVENT\nHội đua ghe\n", "utf-8")
    (folder / "labels.tsv").write_text("PERSON\tTITLE\nORDINAL\t\n", "utf-8")
    assert own_lists(store.path) == OwnLists(
        (WordList("tay", "EVENT", ("Hội đua ghe",)),), (("PERSON", "TITLE"), ("ORDINAL", ""))
    )


def test_a_label_that_gets_its_own_name_back_is_no_more_renamed(store):
    rename_label(store, "PERSON", "TITLE")
    rename_label(store, "ORDINAL", "")
    rename_label(store, "PERSON", "PERSON")
    assert own_lists(store.path).renamed == (("ORDINAL", ""),)


@pytest.mark.parametrize(("name", "label", "kind"), [("ong", "BEE", "label-unknown"), ("../ong", "EVENT", "list-name")])
def test_what_cannot_be_a_list_is_said(store, words, name, label, kind):
    with pytest.raises(KnownError) as told:
        add_list(store, words, name, label)
    assert told.value.kind == kind


def test_a_list_that_is_not_there_is_said(store):
    with pytest.raises(KnownError) as told:
        switch_list(store, "ong", False)
    assert told.value.kind == "list-unknown"
