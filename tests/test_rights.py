"""What the program makes for itself is its owner's alone to read: files 0600, folders 0700. What is there keeps its rights."""

import logging
import os
import stat

import pytest

from desktop import operations, settings
from desktop.model import AnnotationId
from desktop.operations import Draft
from desktop.private_log import PrivateLog
from desktop.settings import Settings
from desktop.ui.article.reading_places import Places


@pytest.fixture
def open_to_all(tmp_path):
    """A folder in which everything is made for everybody unless the program says otherwise."""
    before = os.umask(0)
    yield tmp_path / "made"
    os.umask(before)


def rights(folder):
    """Return what is not for the owner alone, below a folder and itself."""
    wanted = {True: 0o700, False: 0o600}
    found = [folder, *folder.rglob("*")]
    return sorted(
        f"{each.name} {stat.S_IMODE(each.stat().st_mode):o}"
        for each in found
        if stat.S_IMODE(each.stat().st_mode) != wanted[each.is_dir()]
    )


def test_all_that_the_program_makes_for_itself_is_its_owners_alone(open_to_all, monkeypatch):
    folder = open_to_all
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    store = operations.open_library(folder / "library" / "l.butda")
    store.apply("Import", [], {"0" * 64: b"bytes"})
    operations.keep_copy(store)
    operations.keep_draft(store, Draft(AnnotationId("a"), store.id, "chữ"))
    operations.backup(store, folder / "copies" / "copy.butda")
    operations.export(store, "csv", folder.parent / "out.csv")
    settings.save(Settings(), folder / "settings" / "settings.json")
    places = Places(folder / "settings" / "places.json")
    places.leave("a", 3)
    places.write()
    log = PrivateLog(folder / "log")
    for _ in range(2):
        log.emit(logging.makeLogRecord({"msg": "x"}))
        log.doRollover()
    log.emit(logging.makeLogRecord({"msg": "x"}))
    log.close()
    wrong = rights(folder)
    names = sorted(each.name for each in folder.rglob("*") if each.is_file() and each.suffix != ".butda")
    store.close()
    assert (wrong, names) == (
        [],
        [
            "butda.log",
            "butda.log.1",
            "l.butda-shm",
            "l.butda-wal",
            "l.butda.drafts",
            "l.butda.lock",
            "places.json",
            "settings.json",
            "written.json",
        ],
    )


def test_what_is_exported_is_as_the_system_says(open_to_all, store):
    operations.export(store, "csv", open_to_all.parent / "out.csv")
    assert stat.S_IMODE((open_to_all.parent / "out.csv").stat().st_mode) == 0o666
