"""What the program loads beside its own: no source of a module is read to run it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOLD = """
import linecache
from desktop import app
from desktop.ui.window import workbench
print([name for name in linecache.cache if "desktop" in name])
"""


def test_no_source_of_ours_is_read_and_kept_when_the_window_is_loaded():
    done = subprocess.run(
        [sys.executable, "-c", TOLD], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
