"""The program's own lists: what was kept is read again, the newest stay, and what is no list is none."""

import pytest

from desktop.operations import own_list


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def test_the_newest_entries_are_kept():
    own_list.keep("t", {"a": "1", "b": {"c": "hai"}, "d": "3"}, most=2)
    assert own_list.read("t") == {"b": {"c": "hai"}, "d": "3"}


@pytest.mark.parametrize("content", [None, b"", b"[1]", b'{"a":', b"\xff"])
def test_what_is_no_list_holds_nothing(tmp_path, content):
    (tmp_path / "butda").mkdir()
    if content is not None:
        (tmp_path / "butda" / "t.json").write_bytes(content)
    assert own_list.read("t") == {}


def test_a_list_that_cannot_be_kept_is_only_logged(monkeypatch, caplog):
    monkeypatch.setenv("XDG_DATA_HOME", "/proc/nowhere")
    own_list.keep("t", {"a": "1"}, most=2)
    (told,) = caplog.messages
    assert (own_list.read("t"), told.startswith("t not kept")) == ({}, True)
