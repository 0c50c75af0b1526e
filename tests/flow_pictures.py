"""Pictures of what one reads and reviews with, in windows of any width: the states in which most of the time is spent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model import Annotation, Role
from desktop.ui.dialogs.palette import Palette
from desktop.ui.session.session import Session
from desktop.ui.unattended import driving

Pictures = Iterator[tuple[str, QWidget]]


def flow_at(session: Session, width: int) -> Pictures:
    """Yield the window, so wide, in each state of the flow, and leave it as it was."""
    window = session.window
    size = window.size()
    driving.bench(session).notice.hide()
    window.resize(width, size.height())
    for part in (_reading, _panes, _marking, _reviewing, _searching, _told):
        yield from part(session)
    window.resize(size)


def _reading(session: Session) -> Pictures:
    """Yield the page as it is read: quiet, a mark under the pointer, all tags while their key is held, one paragraph alone, alone."""
    window, reader = session.window, driving.bench(session).reader
    reader.select_annotation(None)
    yield "read", window
    first = next(iter(reader.view_layout().pieces), None)
    if first is not None:
        reader.select_annotation(first.mark.annotation.id)
        yield "read_mark", window
        reader.select_annotation(None)
    for kind, name in ((QEvent.Type.KeyPress, "read_tags"), (QEvent.Type.KeyRelease, "")):
        QApplication.sendEvent(reader, QKeyEvent(kind, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier))
        if name:
            yield name, window
    for name in ("read_paragraph", ""):
        window.acts["one_paragraph"].trigger()
        if name:
            yield name, window
    bench = driving.bench(session)
    sheet = bench.commands.looks.show_look()
    yield "read_look", sheet
    sheet.close()


def _panes(session: Session) -> Pictures:
    """Yield the shelf and the pane of marks, beside the page or over it, and the page without them."""
    window, bench = session.window, driving.bench(session)
    window.acts["go_shelf"].trigger()
    yield "pane_shelf", window
    tree = bench.marks.tree
    window.acts["go_legend"].trigger()
    tree.expand(tree.entities.index(0, 0))
    yield "pane_marks", window
    tree.collapseAll()
    window.desk.close_over()
    hidden = window.desk.hidden
    window.desk.show_only(())
    yield "alone", window
    window.desk.show_only([at for at in (0, 2) if at not in hidden])
    bench.reader.setFocus()


def _marking(session: Session) -> Pictures:
    """Yield words that are selected with the bar over them, a mark of one's own, and a selection over a fold."""
    window, bench = session.window, driving.bench(session)
    shown = bench.article.article
    if shown is None:
        return
    body = next(line for line in shown.lines if line.role is Role.BODY)
    end = bench.article.text.index(" ", body.start + 12)
    driving.select(session, body.start, end)
    bench.tools.open_bar(take_keyboard=False)
    yield "selected", window
    bench.tools.bar.hide()
    driving.select(session, 0, end)
    bench.reader.verticalScrollBar().setValue(0)
    yield "selected_fold", window
    driving.select(session, body.start, body.start)


def _reviewing(session: Session) -> Pictures:
    """Yield a review at its beginning, after some decisions, and between two articles."""
    window, bench = session.window, driving.bench(session)
    before = bench.article.annotations
    window.acts["review"].trigger()
    driving.until(lambda: driving.settled(session) and bench.article.selected is not None)
    yield "review", window
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Backspace):
        driving.press(bench.reader, key)
    yield "review_on", window
    bench.commands.marks.accept_all()
    bench.notice.hide()
    bench.article.select("")
    driving.until(lambda: driving.settled(session))
    yield "review_between", window
    window.acts["review"].trigger()
    _take_back(session, before)


def _searching(session: Session) -> Pictures:
    """Yield what a search finds and lights, and the palette."""
    window, bench = session.window, driving.bench(session)
    opened = bench.article.id
    bench.shelf.box.setText("tinh uy")
    driving.until(lambda: driving.settled(session) and bench.shelf.shows_hits)
    window.acts["find"].trigger()
    yield "searched", window
    bench.shelf.list.selectRow(0)
    bench.shelf.step(0)
    window.desk.close_over()
    yield "searched_lit", window
    bench.page.find_bar.close_bar()
    bench.shelf.box.clear()
    window.desk.close_over()
    bench.article.open(opened or "")
    window.acts["palette"].trigger()
    palette = window.dialogs[-1]
    if isinstance(palette, Palette):
        palette.line.setText("tinh")
        driving.until(lambda: driving.settled(session))
        yield "palette", palette
    palette.close()


def _told(session: Session) -> Pictures:
    """Yield what is told of a step over many marks, and of one that was undone in another article."""
    window, bench = session.window, driving.bench(session)
    opened, before = bench.article.id, bench.article.annotations
    bench.commands.marks.accept_all()
    yield "told", window
    window.acts["next_article"].trigger()
    window.acts["undo"].trigger()
    driving.until(lambda: driving.settled(session))
    yield "told_undone", window
    bench.article.open(opened or "")
    _take_back(session, before)


def _take_back(session: Session, before: Sequence[Annotation]) -> None:
    """Undo until the marks of the open article are as they were: a decision may be more than one step."""
    bench = driving.bench(session)
    while bench.article.annotations != before:
        session.window.acts["undo"].trigger()
        driving.until(lambda: driving.settled(session))
    bench.notice.hide()
