"""The look at the library's files: often enough, a loss is told once, and what was open is saved by then."""

from desktop.ui.unattended import driving


def test_a_log_that_is_removed_is_told_once_and_soon_and_what_is_open_is_saved(workspace, articles):
    told, looks = [], []
    workspace.failed.connect(told.append)
    workspace.path.with_name("w.butda-wal").unlink()
    driving.until(lambda: bool(told))
    timer = workspace._watching._timer
    timer.timeout.connect(lambda: looks.append(len(told)))
    driving.until(lambda: len(looks) == 2)
    copy = told[0].parameters["copy"]
    assert (told[0].kind, copy.exists(), timer.interval() < 5000, looks) == ("library-log-gone", True, True, [1, 1])


def test_a_closed_library_is_looked_at_no_more(workspace):
    workspace.close(backup=False)
    assert not workspace._watching._timer.isActive()
