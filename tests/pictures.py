"""Pictures of every main screen, in both themes and languages, for the eye and for the handbook."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QTabWidget, QToolButton, QToolTip, QWidget

from desktop.errors import KnownError
from desktop.model import State
from desktop.operations import Detector, Exported, PageReader
from desktop.settings import LANGUAGES, THEMES
from desktop.ui.dialogs.article_card import Card
from desktop.ui.dialogs.first_steps import HINTS
from desktop.ui.dialogs.library_trouble import LibraryTrouble
from desktop.ui.dialogs.library_upgrade import LibraryUpgrade
from desktop.ui.dialogs.report_dialog import ReportDialog
from desktop.ui.dialogs.sets.export_dialog import ExportDialog
from desktop.ui.jobs.job import Job, Kind
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving
from desktop.ui.window.workbench import Workbench
from desktop.ui.words import error_words
from tests.flow_pictures import flow_at

_THEMES = ("light", "dark")  # sepia is light with other colours: the page alone is pictured in it
_ACCEPTED = 9  # marks accepted one by one, so that both kinds are to be seen


def shots(
    directory: Path,
    detector: Detector,
    read_page: PageReader,
    samples: Sequence[Path],
    looks: Sequence[tuple[str, str]] = tuple(product(_THEMES, LANGUAGES)),
    widths: Sequence[int] = (),
) -> list[Path]:
    """Write PNG files named screen-theme-language into a folder and return them; `looks` are themes and languages.

    What one reads and reviews with is pictured in every look, in windows of some `widths`.
    """
    driving.own_folder(directory)
    taken: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="butda-") as folder:
        session = Session(Path(folder) / "settings.json", detector, read_page)
        session.start(Path(folder) / "shots.butda", samples=False)
        driving.until(lambda: driving.settled(session))
        session.window.resize(*driving.SIZE)
        for look in looks:
            driving.look(session, *look)
            for name, widget in _empty(session):
                taken.append(driving.picture(widget, directory / f"{name}-{'-'.join(look)}.png"))
        _fill(session, Path(folder), samples)
        for look in looks:
            driving.look(session, *look)
            for name, widget in _screens(session, Path(folder)):
                taken.append(driving.picture(widget, directory / f"{name}-{'-'.join(look)}.png"))
        for language in LANGUAGES:
            driving.look(session, "sepia", language)
            for name, widget in _page(session):
                taken.append(driving.picture(widget, directory / f"{name}-sepia-{language}.png"))
        for theme, language, width in product(THEMES, LANGUAGES, widths):
            driving.look(session, theme, language)
            for name, widget in flow_at(session, width):
                taken.append(driving.picture(widget, directory / f"{name}-{width}-{theme}-{language}.png"))
        session.window.close()
    return taken


def _fill(session: Session, folder: Path, samples: Sequence[Path]) -> None:
    bench = driving.bench(session)
    bench.commands.files.start(samples)
    driving.until(lambda: driving.settled(session))
    for _ in range(_ACCEPTED):
        bench.reader.next_annotation(True, True)
        bench.commands.marks.accept()
    read = [row.id for row in bench.library.reads.rows()[:4]]
    bench.library.edits.tag(read[1:], ["đọc lại"], [])
    bench.library.edits.set_state(read[2:], State.DONE)
    (folder / "anh.png").write_bytes(b"\x89PNG")
    (folder / "trong.txt").write_bytes(b"")


def _empty(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield what is seen before the first article is there."""
    yield "empty", session.window
    trouble = LibraryTrouble(KnownError("library-foreign", path="/home/nhai/luan-van.butda"), True, session.window)
    trouble.open()
    yield "trouble", trouble
    trouble.close()
    upgrade = LibraryUpgrade(Path("/home/nhai/luan-van.butda"), True, session.settings.language, session.window)
    upgrade.open()
    upgrade.show_progress("lists", 1204, 3300)
    yield "upgrade", upgrade
    upgrade.close()


def _screens(session: Session, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield every screen by name, ready to be taken, and clear it away afterwards."""
    window = session.window
    yield from _page(session)
    yield from _head(session)
    yield from _search(session)
    yield from _shelf(session)
    yield from _dialogs(session)
    yield from _around(session)
    yield from _going(session, "importing", Kind.IMPORT, 12, 300)
    driving.bench(session).commands.files.start([folder / "anh.png", folder / "trong.txt"])
    driving.until(lambda: driving.settled(session) and bool(window.dialogs))
    yield from _open_dialog(session, "failures")
    driving.bench(session).commands.page.show_menu(window.mapToGlobal(QPoint(500, 300)))
    menu = QApplication.activePopupWidget()
    if menu is not None:
        yield "menu", menu
        menu.close()


def _page(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield the article and what belongs to reading and marking it."""
    bench = driving.bench(session)
    bench.notice.hide()
    bench.reader.next_annotation(True, False)
    yield "main", session.window
    yield from _marking(session)
    yield from _looks(session)
    yield from _reading(session)


def _looks(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield the page with its marks less quiet than usual, with none, with its furniture, and what is told of a mark."""
    window = session.window
    bench = driving.bench(session)
    yield from _tip(bench)
    for name in ("marks_normal", "marks_loud"):
        window.acts[name].trigger()
        yield name.removeprefix("marks_"), window
    window.acts["marks_quiet"].trigger()
    labels = frozenset(label.name for label in bench.article.labels)
    for hidden, name in ((labels, "hidden"), (frozenset(), "")):
        bench.article.hide(hidden)
        if name:
            yield name, window
    window.acts["furniture"].trigger()
    yield "furniture", window
    window.acts["furniture"].trigger()


def _tip(bench: Workbench) -> Iterator[tuple[str, QWidget]]:
    box = bench.reader.selected_box(at_end=False)
    if box is None:
        return
    view, place = bench.reader.viewport(), box.center().toPoint()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    shown = [each for each in view.findChildren(QLabel) if each.inherits("QTipLabel") and each.isVisible()]
    for tip in shown[:1]:
        yield "tip", tip
    QToolTip.hideText()


def _reading(session: Session) -> Iterator[tuple[str, QWidget]]:
    bench = driving.bench(session)
    for words, name in (("tinh", "finding"), ("xyzzy", "find_nothing")):
        bench.page.find_bar.open_bar(words)
        yield name, session.window
        bench.page.find_bar.close_bar()
    sheet = bench.commands.looks.show_look()
    yield "look", sheet
    sheet.close()
    session.window.acts["print"].trigger()
    yield from _open_dialog(session, "paper")


def _around(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield the menus, the hints, the messages and what is told of the library."""
    window = session.window
    for name, menu in window.acts.menus.items():
        menu.popup(window.mapToGlobal(QPoint(20, 30)))
        yield f"menu_{name}", menu
        menu.close()
    session.program.show_hints()
    for number in range(len(HINTS)):
        yield f"hint_{number + 1}", window
        session.program.hints.forward()
    bench = driving.bench(session)
    bench.notice.warn(error_words.sentence(KnownError("library-readonly", path="/home/nhai/luan-van.butda")))
    yield from _going(session, "message", Kind.BACKUP, 40, 100)
    bench.notice.hide()
    bench.commands.library.report(["annotation 7 lies outside its text", "row 3 missing from index by_added"])
    yield from _open_dialog(session, "damaged")
    shown = bench.article.id
    bench.article.open("")
    yield "nothing_open", window
    bench.article.open(shown or "")
    bench.reader.next_annotation(True, False)


def _going(session: Session, name: str, kind: Kind, done: int, total: int) -> Iterator[tuple[str, QWidget]]:
    """Yield the window while something goes on in it."""
    bench = driving.bench(session)
    job = Job(bench.library, kind)
    job.done, job.total = done, total
    bench.status.show_jobs([job])
    yield name, session.window
    bench.status.show_jobs([])
    job.deleteLater()


def _marking(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield what floats over the page, and the marks as cards and as columns."""
    window, bench = session.window, driving.bench(session)
    window.activateWindow()
    bench.reader.setFocus()
    bench.tools.open_bar(take_keyboard=False)
    yield "bar", window
    bench.article.activate(bench.article.labels[0].name)
    yield "active", window
    bench.article.activate("")
    more = window.findChild(QMenu, "bar_menu")
    if more is not None:
        more.popup(window.mapToGlobal(QPoint(500, 300)))
        yield "bar_menu", more
        more.close()
    window.acts["note"].trigger()
    yield "note", window
    bench.tools.note.words.setPlainText("Xem lại giờ đăng.")
    bench.tools.note.save()
    window.acts["go_marks"].trigger()
    yield "marks", window
    panes = window.panes.sizes()
    window.panes.setSizes([panes[0], panes[1] // 3, panes[2] + panes[1] * 2 // 3])
    yield "marks-wide", window
    window.panes.setSizes(panes)
    bench.marks.words.setText("xyzzy")
    driving.until(lambda: bench.marks.model.rowCount() == 0)
    yield "marks_none", window
    bench.marks.words.clear()
    driving.until(lambda: bench.marks.model.rowCount() > 0)
    window.acts["go_legend"].trigger()
    yield from _tree(session)
    bench.reader.setFocus()


def _tree(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield the marks by label, with a label that is hidden, what two name, and the places of one of these."""
    bench = driving.bench(session)
    tree = bench.marks.tree
    bench.article.hide(frozenset({"MONEY"}))
    for row in (0, 2):
        tree.expand(tree.entities.index(row, 0))
    first = tree.entities.index(0, 0, tree.entities.index(0, 0))
    tree.expand(first)
    tree.setCurrentIndex(first)
    yield "tree", session.window
    tree.clearSelection()
    tree.collapseAll()
    bench.article.hide(frozenset())


def _head(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield the head of the article while tags are written, and with a date that is none."""
    head = driving.bench(session).head
    for name, words, picture in (("tags", "đọc lại, chè", "head"), ("published", "hôm qua", "head_refused")):
        head.write(name)
        head.line.setText(words)
        if name != "tags":
            QTest.keyClick(head.line, Qt.Key.Key_Return)
        yield picture, session.window
        QTest.keyClick(head.line, Qt.Key.Key_Escape)


def _search(session: Session) -> Iterator[tuple[str, QWidget]]:
    window, bench = session.window, driving.bench(session)
    for name, words in (("search", "dang"), ("conditions", 'chi label:person -"họp báo"'), ("nothing", "xyzzy")):
        bench.shelf.box.setText(words)
        driving.until(lambda: driving.settled(session) and bench.shelf.shows_hits)
        yield name, window
        if name == "search":
            opened = bench.article.id
            bench.shelf.list.selectRow(0)
            bench.shelf.step(0)
            yield "lit", window
            bench.page.find_bar.close_bar()
            bench.article.open(opened or "")
    bench.shelf.box.clear()
    cross = bench.shelf.box.findChild(QToolButton)
    if cross is not None:
        driving.until(lambda: not cross.isVisible(), 2)  # it fades


def _shelf(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Yield the filters unfolded, with one that nothing passes, and the menu of selected articles."""
    window, bench = session.window, driving.bench(session)
    bar = bench.shelf.bar
    newest = bench.library.reads.next_undo()
    bench.shelf.show_new(newest.step if newest is not None else 0)
    yield "new_ones", window
    bar.new.click()
    bar.toggle()
    yield "filters", window
    bar.since.setText("2031")
    yield "filtered_away", window
    bar.clear.click()
    bar.toggle()
    bench.shelf.list.selectAll()
    yield "several", window
    bench.commands.articles.show_menu(window.mapToGlobal(QPoint(60, 200)))
    menu = QApplication.activePopupWidget()
    if menu is not None:
        yield "shelf_menu", menu
        menu.close()
    bench.shelf.list.clearSelection()
    bench.shelf.list.selectRow(0)
    bench.commands.history.tell(QCoreApplication.translate("ArticleCommands", "Articles deleted: {0}").format(3))
    yield from _going(session, "detecting", Kind.DETECT, 12, 33)
    bench.notice.hide()


def _dialogs(session: Session) -> Iterator[tuple[str, QWidget]]:
    acts = session.window.acts
    opening: tuple[tuple[str, Callable[[], None]], ...] = tuple(
        (name, acts[name].trigger)
        for name in ("export", "preferences", "keys", "own_keys", "bug_report", "card", "tag")
    )
    driving.bench(session).shelf.list.selectAll()  # the tags of one alone are written over its page
    for name, wish in opening:
        wish()
        yield from _open_dialog(session, name)
    driving.bench(session).shelf.list.selectRow(0)
    acts["export"].trigger()
    dialog = session.window.dialogs[-1]
    if isinstance(dialog, ExportDialog):
        dialog.show_result([Exported(Path("/home/nhai/butda.jsonl"), 33, 2412, 2412)])
    yield from _open_dialog(session, "exported")
    acts["card"].trigger()
    dialog = session.window.dialogs[-1]
    if isinstance(dialog, Card):
        dialog.lines["published"].setText("31/13/2020")
        dialog.lines["published"].setModified(True)
        for save in dialog.findChildren(QPushButton, "card_save"):
            save.click()
    yield from _open_dialog(session, "card_refused")
    ReportDialog("Bút Dạ 0.1.0\nValueError\nreader.py:1 show", session.window).open()
    yield from _open_dialog(session, "error")
    acts["about"].trigger()
    dialog = session.window.dialogs[-1]
    yield "about", dialog
    tabs = dialog.findChild(QTabWidget)
    if tabs is not None:
        tabs.setCurrentIndex(1)
        yield "licences", dialog
    dialog.close()


def _open_dialog(session: Session, name: str) -> Iterator[tuple[str, QWidget]]:
    if session.window.dialogs:
        dialog = session.window.dialogs[-1]
        yield name, dialog
        dialog.close()
