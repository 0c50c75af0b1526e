"""All parts that lie in the frame, made whole before anything joins them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.card.article_head import ArticleHead
from desktop.ui.controls.notice import Notice
from desktop.ui.controls.widget_names import named
from desktop.ui.marking.decision_bar import DecisionBar
from desktop.ui.marking.marking_tools import MarkingTools
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.page.page_area import PageArea
from desktop.ui.page.reader import Reader
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.window.desk import PAGE, SHELF, SIDE
from desktop.ui.window.frame import Frame, side_width
from desktop.ui.window.status_bar import StatusBar

_ON_THE_BAR = ("accept", "reject", "note")
_OF_A_REVIEW = ("accept", "reject", "skip", "review_on", "review")


@dataclass(frozen=True, slots=True)
class Parts:
    """What is seen in the frame, pane by pane, in the order in which the keyboard goes through it."""

    frame: Frame
    shelf: Shelf
    reader: Reader
    page: PageArea  # the reader with what belongs to it
    head: ArticleHead  # over the page
    marks: AnnotationsPane  # labels, what they name, and where
    notice: Notice
    status: StatusBar
    tools: MarkingTools
    decisions: DecisionBar


def made(frame: Frame, reader: Reader) -> Parts:
    """Make all parts in a frame, in its theme and its language; the reader may show the last article already."""
    theme, language = frame.theme, frame.language
    shelf = named(Shelf(theme, language, frame), "shelf")
    reader.setParent(None)  # so that the keyboard comes to it after the shelf
    page = PageArea(named(reader, "reader"), theme, language, frame)
    head, marks = ArticleHead(frame), named(AnnotationsPane(theme, language, frame), "side")
    notice, status = Notice(theme, frame), StatusBar(language, frame)
    frame.acts.draw()
    tools = MarkingTools(theme, language, [frame.acts[name] for name in _ON_THE_BAR], reader)
    decisions = DecisionBar(theme, [frame.acts[name] for name in _OF_A_REVIEW], frame)
    return Parts(frame, shelf, reader, page, head, marks, notice, status, tools, decisions)


def lay(parts: Parts) -> None:
    """Let each part take its place in the frame."""
    frame = parts.frame
    middle = QWidget(frame)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    parts.notice.lie_over(parts.page)
    column.addWidget(parts.head)
    column.addWidget(parts.page, 1)
    column.addWidget(parts.decisions)
    parts.marks.setMinimumWidth(side_width())
    for at, part in ((SHELF, parts.shelf), (PAGE, middle), (SIDE, parts.marks)):
        frame.put(at, part)
    frame.setStatusBar(parts.status)
    frame.setAcceptDrops(True)
