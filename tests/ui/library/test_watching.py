"""The look at the library's files: often enough, a loss is told once, and what was open is saved by then."""

import pytest

from desktop.ui.library.watching import LOOK_MS, Watching
from desktop.ui.unattended import driving


@pytest.fixture
def watching(store):
    """A look at the files of a library, some hundred times as often as a window's."""
    made = Watching(store, every=LOOK_MS // 100)
    yield made
    made.stop()


def test_a_log_that_is_removed_is_told_once_and_what_is_open_is_saved(watching, store):
    told, looks = [], []
    watching.lost.connect(told.append)
    watching.looked.connect(lambda: looks.append(len(told)))
    store.path.with_name(store.path.name + "-wal").unlink()
    driving.until(lambda: len(looks) > 3)
    after = looks[looks.index(1) :]
    assert (told[0].kind, told[0].parameters["copy"].exists(), set(after), LOOK_MS < 5000) == (
        "library-log-gone", True, {1}, True,
    )  # fmt: skip


def test_a_window_hears_of_a_loss_and_a_closed_library_is_looked_at_no_more(workspace):
    told = []
    workspace.failed.connect(told.append)
    workspace.path.with_name("w.butda-wal").unlink()
    workspace.watching.look()
    workspace.close(backup=False)
    assert ([each.kind for each in told], workspace.watching.going) == (["library-log-gone"], False)
