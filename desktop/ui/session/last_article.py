"""The last article, shown before the window's other parts are made and before all that writing needs is loaded."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import KnownError
from desktop.model import ArticleId
from desktop.settings import Settings
from desktop.ui.article.reading_places import Places
from desktop.ui.look.measures import size_at
from desktop.ui.page.reader import Reader

if TYPE_CHECKING:
    from desktop.ui.window.workbench import MainWindow


def show_last(window: MainWindow, library: Path, settings: Settings, places: Path) -> None:
    """Show what was open last where it was left; what is wrong with a library is told when it is opened."""
    from desktop.store.library import Store

    try:
        with closing(Store(library, write=False)) as store:
            article = store.article(ArticleId(settings.article))
            annotations, labels = store.annotations(article.id), store.labels()
    except KnownError:
        return
    reader = window.reader_ahead()
    dress(reader, settings)
    reader.set_hidden(frozenset(settings.hidden))
    reader.show_article(article, annotations, labels)
    place = Places(places).of(article.id)
    if place:
        reader.show_top(place)
    reader.viewport().repaint()


def dress(reader: Reader, settings: Settings) -> None:
    """Give a reader the face, size and weight of marks that the settings name."""
    reader.set_text_size(size_at(settings.zoom))
    reader.set_face(settings.face)
    reader.set_loudness(settings.marks)
    reader.set_folded(not settings.furniture)
