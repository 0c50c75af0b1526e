"""What a person sees of a window beside its articles and jobs, as a value: another window over the same library shows it again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.model import ArticleId, Hit, Listing
from desktop.ui.marks.marks_pane import AnnotationsPane, PaneHeld
from desktop.ui.page.page_area import PageArea
from desktop.ui.shelf.shelf import Shelf

_MOST = 200  # articles that stay selected together


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at a window."""

    listing: Listing
    filters: bool  # whether they are unfolded
    query: str
    hits: tuple[Hit, ...]
    chosen: tuple[ArticleId, ...]  # articles selected together
    caret: tuple[int, int]  # anchor and place, UTF-16
    top: int  # pixels
    tags: bool  # whether all marks show theirs
    find: str
    finding: bool  # whether the find bar is shown
    hit: int | None
    words: str  # filter of the marks
    choices: tuple[object, ...]  # of the boxes beside it
    marks: PaneHeld
    focus: str  # the name of what has the keyboard


def look(shelf: Shelf, page: PageArea, pane: AnnotationsPane) -> Seen:
    """Return what is seen now."""
    cursor, find, focus = page.reader.textCursor(), page.find_bar, page.window().focusWidget()
    return Seen(
        listing=shelf.bar.listing,
        filters=shelf.bar.fold.isChecked(),
        query=shelf.box.text(),
        hits=tuple(shelf.model.hits) if shelf.shows_hits else (),
        chosen=tuple(shelf.selected) if 1 < shelf.selected_count <= _MOST else (),
        caret=(cursor.anchor(), cursor.position()),
        top=page.reader.verticalScrollBar().value(),
        tags=page.reader.tags_shown,
        find=find.box.text(),
        finding=not find.isHidden(),
        hit=page.reader.hits.current,
        words=pane.words.text(),
        choices=tuple(box.currentData() for box in pane.boxes),
        marks=pane.held(),
        focus=focus.objectName() if focus is not None else "",
    )


def list_again(seen: Seen, shelf: Shelf) -> None:
    """Let the shelf list the same, before anything is drawn."""
    shelf.bar.set_listing(seen.listing)
    shelf.bar.fold.setChecked(seen.filters)
    with QSignalBlocker(shelf.box):
        shelf.box.setText(seen.query)


def show_again(seen: Seen, shelf: Shelf, page: PageArea, pane: AnnotationsPane) -> None:
    """Show what was seen, in a window that is drawn."""
    reader = page.reader
    reader.show_tags(seen.tags)
    if seen.query and seen.hits:
        shelf.show_hits(seen.query.strip(), seen.hits)
    shelf.select_together(seen.chosen)
    if reader.selected_annotation is None:
        cursor = reader.textCursor()
        cursor.setPosition(seen.caret[0])
        cursor.setPosition(seen.caret[1], QTextCursor.MoveMode.KeepAnchor)
        reader.setTextCursor(cursor)
    with QSignalBlocker(page.find_bar.box):
        page.find_bar.box.setText(seen.find)
    if seen.finding:
        page.find_bar.show()
        page.search_again(seen.find, seen.hit)
    pane.show_as(seen.words, seen.choices, seen.marks)
    reader.verticalScrollBar().setValue(seen.top)
    focus = page.window().findChild(QWidget, seen.focus) if seen.focus else None
    if isinstance(focus, QWidget):
        focus.setFocus()
