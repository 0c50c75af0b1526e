"""The look at the library's files: a loss is told within five seconds, once, and what was open is saved."""

import time

from desktop.ui.unattended import driving


def test_a_log_that_is_removed_is_told_once_and_soon_and_what_is_open_is_saved(workspace, articles):
    told = []
    workspace.failed.connect(told.append)
    workspace.path.with_name("w.butda-wal").unlink()
    since = time.monotonic()
    driving.until(lambda: bool(told))
    waited = time.monotonic() - since
    copy = told[0].parameters["copy"]
    looks = []
    workspace._watching._timer.timeout.connect(lambda: looks.append(len(told)))
    driving.until(lambda: len(looks) == 2)
    assert (told[0].kind, copy.exists(), waited < 5, looks) == ("library-log-gone", True, True, [1, 1])


def test_a_closed_library_is_looked_at_no_more(workspace):
    workspace.close(backup=False)
    assert not workspace._watching._timer.isActive()
