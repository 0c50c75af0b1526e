"""What the start waits for: nothing is loaded before the first paint, nor before the last article is readable, that neither needs."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MOMENTS = {
    "first paint": (
        "desktop.app",
        {"desktop.model", "desktop.store", "desktop.operations", "desktop.text.lines", "hashlib", "sqlite3"},
    ),
    "last article": (
        "desktop.app, desktop.store.library, desktop.ui.session.last_article",
        {"desktop.operations", "desktop.exchange", "desktop.text.words", "lxml", "difflib", "sqlite_utils"},
    ),
}


@pytest.mark.parametrize(("loaded", "later"), MOMENTS.values(), ids=MOMENTS)
def test_the_start_loads_nothing_that_can_come_later(loaded, later):
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {loaded}\nprint(*sys.modules)"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert later & set(told.stdout.split()) == set()
