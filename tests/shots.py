"""Take pictures of every main screen: `python tests/shots.py FOLDER` from the project's root."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from desktop import app

print(*app.shots(Path(sys.argv[1])), sep="\n")
