"""Take pictures of every main screen: `python -m tests.shots FOLDER` from the project's root."""

import sys
from pathlib import Path

from desktop import app, assets
from desktop.ui.unattended import driving
from tests.pictures import shots

app.offscreen()
with driving.quiet():
    print(*shots(Path(sys.argv[1]), app.detect, app.read_page, assets.samples(), widths=(1440, 1024, 620)), sep="\n")
