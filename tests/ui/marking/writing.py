"""A window in which a note is being written, made to be killed: prints the article's id a second after the last letter."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[3]))

from furnished import TEXTS, detect, read_page
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

library = Path(sys.argv[1])
source = library.with_name("lop-hoc.txt")
source.write_text(TEXTS[source.name], encoding="utf-8")
application = QApplication([])
session = Session(library.with_name("settings.json"), detect, read_page, samples=lambda: ())
session.start(library, samples=False)
driving.until(lambda: driving.settled(session))
session.bench.commands.files.start([source])
driving.until(lambda: driving.settled(session))
window, bench = session.window, session.bench
bench.article.open(session.workspace.reads.rows()[0].id)
driving.until(lambda: bench.article.annotations)
window.activateWindow()
bench.reader.next_annotation(True)
bench.commands.notes.write()
QTest.keyClicks(bench.tools.note.words, "hoi lai chi Nhai")
QTimer.singleShot(1000, application, lambda: print(bench.article.article.id, flush=True))
application.exec()
