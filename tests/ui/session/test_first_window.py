"""A second start on a library that is open brings the first window forward."""

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.ui.session.first_window import FirstWindow, bring_forward
from desktop.ui.unattended import driving


@pytest.fixture
def runtime(monkeypatch):
    """A folder for sockets, short enough for the name of one."""
    with TemporaryDirectory(prefix="bd") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def library(tmp_path):
    made = tmp_path / "a.butda"
    made.write_bytes(b"")
    return made


def starts_again(library):
    with ThreadPoolExecutor(1) as second:
        found = second.submit(bring_forward, library)
        driving.until(found.done)
    return found.result()


def test_the_window_that_has_the_library_open_is_asked_to_come_forward(qapp, runtime, library):
    first, asked = FirstWindow(), []
    first.asked.connect(lambda: asked.append(True))
    before = starts_again(library)
    first.listen(library)
    link = library.with_name("other.butda")
    link.symlink_to(library)
    during = starts_again(link)
    first.stop()
    assert (before, during, asked, starts_again(library)) == (False, True, [True], False)


def test_what_a_killed_run_left_is_taken_over(qapp, runtime, library):
    first = FirstWindow()
    first.listen(library)
    (place,) = (runtime / "butda").iterdir()
    first.stop()
    with closing(socket.socket(socket.AF_UNIX)) as left:
        left.bind(str(place))
    before = starts_again(library)
    first.listen(library)
    after = starts_again(library)
    first.stop()
    assert (before, after) == (False, True)


def test_a_folder_that_others_can_write_into_is_not_used(qapp, runtime, library):
    first = FirstWindow()
    (runtime / "butda").mkdir(mode=0o777)
    (runtime / "butda").chmod(0o777)
    first.listen(library)
    assert not starts_again(library)
