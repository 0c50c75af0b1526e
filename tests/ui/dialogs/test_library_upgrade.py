"""A library of an earlier version is brought up to this one while the window waits, and says how far that is."""

import time

import pytest
from building import make_older
from furnished import detect, read_page
from PySide6.QtWidgets import QDialogButtonBox

from desktop import operations
from desktop.errors import Stopped
from desktop.store import opening
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.dialogs.library_upgrade import LibraryUpgrade
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving


@pytest.fixture
def older(full, tmp_path):
    """An earlier version's library of three articles, and the settings that name it."""
    path = full.workspace.path
    full.window.close()
    make_older(path)
    return path


def started(tmp_path):
    session = Session(tmp_path / "settings.json", detect, read_page, lambda *_: [])
    session.start()
    driving.until(lambda: session.window.findChild(LibraryUpgrade) is not None)
    return session, session.window.findChild(LibraryUpgrade)


def test_it_is_told_and_then_the_library_is_open(older, tmp_path, monkeypatch):
    said, words = [], []
    tell = LibraryUpgrade.show_progress

    def watched(self, *told):
        tell(self, *told)
        said.append(told)
        words.append(self.part.text())

    monkeypatch.setattr(LibraryUpgrade, "show_progress", watched)
    session, _ = started(tmp_path)
    driving.until(lambda: driving.settled(session))
    result = (said[-1], {part for part, *_ in said}, len(session.workspace.reads.rows()), opening.is_older(older))
    session.window.close()
    session.window.deleteLater()
    assert (result, words[-1]) == (
        (("lists", 3, 3), {"copy", "lists"}, 3, False), "Đang lập lại danh sách bài: 3 trên 3 bài",
    )  # fmt: skip


def test_who_does_not_wait_stops_it(older, tmp_path, monkeypatch):
    ends = []

    def for_ever(_, told):
        try:
            while True:
                told("lists", 0, 3)
                time.sleep(0.01)
        except Stopped:
            ends.append("stopped")
            raise

    monkeypatch.setattr(operations, "upgrade_library", for_ever)
    session, upgrade = started(tmp_path)
    driving.until(lambda: upgrade.bar.maximum() == 3)
    upgrade.findChild(QDialogButtonBox).buttons()[0].click()
    assert (ends, session.window.isVisible(), session.workspace) == (["stopped"], False, None)


@pytest.mark.parametrize("part", ["copy", "lists"])
def test_what_was_stopped_leaves_the_library_as_it_was(older, part):
    def stop(at, *_):
        if at == part:
            raise Stopped

    with pytest.raises(Stopped):
        operations.upgrade_library(older, stop)
    before = opening.is_older(older)
    operations.upgrade_library(older, lambda *_: None)
    store = operations.open_library(older)
    after = len(store.rows())
    store.close()
    assert (before, opening.is_older(older), after) == (True, False, 3)


def test_what_is_wrong_is_told_in_its_place(older, tmp_path):
    folder = older.with_name(f"{older.stem}.backups")
    for each in folder.iterdir() if folder.is_dir() else ():
        each.unlink()
    if folder.is_dir():
        folder.rmdir()
    folder.write_text("a file where the folder should be")
    session, _ = started(tmp_path)
    driving.until(lambda: session.window.findChild(LibraryTrouble) is not None)
    open_there = session.workspace
    session.window.findChild(LibraryTrouble).close()
    session.window.close()
    session.window.deleteLater()
    assert (open_there, opening.is_older(older)) == (None, True)


@pytest.mark.parametrize(
    "content", [b"", b"no library", b"SQLite format 3\x00" + bytes(200)], ids=["empty", "text", "foreign"]
)
def test_what_is_no_library_is_no_older_one(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    assert (opening.is_older(tmp_path / "x"), opening.is_older(tmp_path / "gone")) == (False, False)
