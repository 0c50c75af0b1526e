"""The last article, shown before the window's other parts are made and before all that writing needs is loaded."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop.errors import KnownError
from desktop.model import ArticleId
from desktop.settings import Settings
from desktop.ui.article.reading_places import Places
from desktop.ui.commands.page_look import dress
from desktop.ui.page.reader import Reader
from desktop.ui.window.frame import Frame


def show_last(frame: Frame, library: Path, settings: Settings, places: Path) -> Reader | None:
    """Show what was open last where it was left, and return the page; what is wrong with a library is told when it is opened."""
    from desktop.store.library import Store

    try:
        with closing(Store(library, write=False)) as store:
            article = store.article(ArticleId(settings.article))
            annotations, labels = store.annotations(article.id), store.labels()
    except KnownError:
        return None
    reader = Reader(frame.theme, frame.language, frame)
    frame.put_ahead(reader)
    reader.show()
    dress(reader, settings)
    reader.set_hidden(frozenset(settings.hidden))
    reader.show_article(article, annotations, labels)
    place = Places(places).of(article.id)
    if place:
        reader.show_top(place)
    reader.viewport().repaint()
    return reader
