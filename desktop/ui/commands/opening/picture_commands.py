"""The pictures of a saved page, opened from their captions by the system's viewer; none is drawn into the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop import writing
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.reader import Reader


class PictureCommands(QObject):
    """Opens the pictures of the caption at the caret, as copies that are their owner's alone and go with the window."""

    def __init__(self, around: Surroundings, library: Workspace, article: OpenArticle, reader: Reader) -> None:
        super().__init__(around.parent)
        self._around, self._library, self._article, self._reader = around, library, article, reader

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"open_picture": self.open_picture}

    def open_picture(self) -> None:
        """Open the pictures of the lines at the caret or in the selection; say so where there are none."""
        from desktop.operations.lines import touched

        article = self._article.article
        if article is None:
            return
        lines = touched(article, *self._reader.place)
        shown = [each for each in self._library.reads.pictures(article.id) if each.line in lines]
        for number, each in enumerate(shown, 1):
            copy = self._folder / f"{article.id}-{each.line.start}-{number}{each.ending}"
            try:
                writing.whole(copy, each.picture.content, private=True)
            except OSError as error:
                self._around.notice.inform(self.tr("The picture cannot be opened: {0}").format(error.strerror or error))
                return
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
        if not shown:
            self._around.notice.inform(self.tr("No picture was saved with this line. Put the caret into a caption."))

    @cached_property
    def _folder(self) -> Path:
        folder = Path(mkdtemp(prefix="butda-"))  # for its owner alone
        finalize(self, rmtree, folder, ignore_errors=True)
        return folder
