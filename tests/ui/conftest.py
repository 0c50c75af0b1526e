"""What every test of the interface needs: no screen, and the bundled faces."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item):
    """Let pass what Qt's offscreen platform says of itself; every other warning of Qt fails its test."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True, scope="session")
def _words():
    """Read what parts a line into words, as a window does before anybody selects one."""
    from desktop.text.selecting import words_at

    words_at.load()


@pytest.fixture(autouse=True)
def _faces_and_an_end(qapp):
    """Load the faces; and let what a test closed or left open die with it.

    Thousands of dead widgets are styled again at each change of theme, and what holds up a window holds up those of later tests.
    """
    from PySide6.QtCore import QCoreApplication, QEvent

    from desktop.ui.look import fonts

    fonts.load()
    yield
    for left in (qapp.activePopupWidget(), qapp.activeModalWidget()):
        if left is not None:
            left.close()
            left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


from PySide6.QtCore import QSize  # noqa: E402
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget  # noqa: E402

from desktop.ui.look import system_look  # noqa: E402

system_look.room = lambda: QSize(
    1920, 1080
)  # the platform without a screen has one of 800 x 800, which is no usual one

from furnished import (  # noqa: E402, F401  # fixtures
    answers,
    articles,
    asked,
    detecting,
    files,
    full,
    person,
    read_library,
    samples,
    session,
    workspace,
)


def _of_an_empty_one(add):
    def checked(layout, inner, *arguments, **named):
        assert inner.count() == 0, "a layout is placed first and filled then"
        return add(layout, inner, *arguments, **named)

    return checked


@pytest.fixture(autouse=True, scope="session")
def _layouts_are_placed_before_they_are_filled():
    """Refuse the other order: PySide then holds a wrapper of each item by its bare address, which outlives the item.

    Another object comes to lie there, is taken for the item, and the process dies of it now and then (test_binding.py).
    """
    with pytest.MonkeyPatch.context() as patch:
        for kind, name in ((QBoxLayout, "addLayout"), (QBoxLayout, "insertLayout"), (QGridLayout, "addLayout")):
            patch.setattr(kind, name, _of_an_empty_one(getattr(kind, name)))
        yield


def _lent(widget):
    raise AssertionError(f"{widget} lends what it does not own; ask the application")


@pytest.fixture(autouse=True, scope="session")
def _nothing_lent_is_asked_of_a_widget():
    """Refuse `screen()` and `style()` of a widget: PySide takes them for its children, and deletes them with it (test_binding.py)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QWidget, "screen", _lent)
        patch.setattr(QWidget, "style", _lent)
        yield


def pytest_sessionfinish():
    """Leave no object of Python's in the clipboard: Qt would meet it after Python is gone, and the process would die."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import hand_over_clipboard

    if QApplication.instance() is not None:
        hand_over_clipboard()
