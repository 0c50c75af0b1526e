"""What the status bar says stands apart, and what is wanted least is left out where it cannot."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.model import Annotation, AnnotationId, ArticleId, State
from desktop.ui.window.status_bar import StatusBar

MARKS = [Annotation(AnnotationId(str(at)), ArticleId("x"), at, at + 1, "PERSON") for at in range(79)]


@pytest.mark.parametrize(
    ("width", "shown"), [(1200, ["summary", "read", "library"]), (460, ["summary", "read"]), (300, ["summary"])]
)
def test_there_is_room_between_the_parts(qtbot, width, shown):
    bar = StatusBar("vi")
    qtbot.addWidget(bar)
    bar.resize(width, 30)
    bar.show()
    bar.show_library(Path("/nhà/Thư viện của tôi.butda"))
    bar.show_article(State.READING, MARKS)
    bar.show_length(3)
    bar.show_share(0.35)
    assert [name for name in ("summary", "read", "library") if bar.findChild(QLabel, name).isVisible()] == shown
