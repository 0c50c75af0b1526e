"""A window that marks words by key events and prints the id of each mark once the edit has returned; made to be killed.

Reads paths of libraries from its standard input. For each it forks, so that the child need not make the window anew; the child
opens the library in it and marks until it is killed. Prints `pid N` before the first id and `dead` after the end.
"""

import os
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))

from furnished import detect, read_page
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop import operations  # noqa: F401  # imported before the fork
from desktop.ui.article import open_article  # noqa: F401  # imported before the fork
from desktop.ui.commands import file_commands  # noqa: F401  # imported before the fork
from desktop.ui.library import workspace  # noqa: F401  # imported before the fork
from desktop.ui.marking import marking_tools  # noqa: F401  # imported before the fork
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving  # imported before the fork
from desktop.ui.window import workbench  # noqa: F401  # imported before the fork


def say(words):
    os.write(1, f"{words}\n".encode())  # one write, so that a line is there whole or not at all


def mark(session, chance):
    bench = session.bench
    text = bench.article.article.text
    start = chance.randrange(len(text) // 5) * 5
    label = chance.choice(bench.article.labels)
    driving.select(session, start, start + 4)
    driving.press(bench.reader, Qt.Key(ord(label.key)), label.key.lower())
    say(bench.article.selected.id)


def waiting(folder):
    """Return a session whose window is shown, without a library yet."""
    session = Session(folder / "settings.json", detect, read_page)
    session.window.show()
    driving.until(lambda: session.window.painted)
    return session


def child(session, library):
    session.open_library(library)
    driving.until(lambda: driving.settled(session))
    chance = random.Random()
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: mark(session, chance))
    timer.start()
    driving.until(lambda: False)


application, session = QApplication([]), None
for line in sys.stdin:
    path = Path(line.strip())
    session = session or waiting(path.parent)
    process = os.fork()
    if process == 0:
        try:
            child(session, path)
        finally:
            os._exit(1)
    say(f"pid {process}")
    os.waitpid(process, 0)
    say("dead")
os._exit(0)
