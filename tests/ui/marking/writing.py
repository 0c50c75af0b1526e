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
session.window.transfers.start([source])
driving.until(lambda: driving.settled(session))
window = session.window
window.desk.open(session.workspace.rows()[0].id)
driving.until(lambda: window.desk.annotations)
window.activateWindow()
window.reader.next_annotation(True)
window.mark_desk.write_note()
QTest.keyClicks(window.mark_desk.note.words, "hoi lai chi Nhai")
QTimer.singleShot(1000, application, lambda: print(window.desk.article.id, flush=True))
application.exec()
