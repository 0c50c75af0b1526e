"""Take pictures of every main screen: `python -m tests.shots FOLDER [WIDTH...]` from the project's root."""

import sys
from pathlib import Path

from desktop import app, assets
from desktop.ui.unattended import driving
from tests.pictures import shots

_WIDTHS = (1440, 1024, 620)

app.offscreen()
with driving.quiet():
    widths = tuple(map(int, sys.argv[2:])) or _WIDTHS
    print(*shots(Path(sys.argv[1]), app.detect, app.read_page, assets.samples(), widths=widths), sep="\n")
