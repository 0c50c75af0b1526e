"""The walks use the window of tests/ui."""

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))

from furnished import answers, asked, detecting, files, full, person, read_library, samples, session  # noqa: F401  # fixtures


def pytest_itemcollected(item):
    """Let pass what Qt's offscreen platform says of itself; every other warning of Qt fails its test."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
