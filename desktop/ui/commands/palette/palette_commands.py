"""The palette: opened by its key over all that can be chosen now; what is chosen there goes the road of its action."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from desktop.model import ArticleId
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.palette import entries
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.found_words import Folded, folded
from desktop.ui.dialogs.palette import Palette
from desktop.ui.library import background
from desktop.ui.library.tasks import WAITED_FOR
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.reader import Reader

_LAST = 5  # entries that stand first because they were chosen last
_TITLES = 20_000  # articles that are offered, those that came last first


class PaletteCommands(QObject):
    """Shows the palette, and does what was chosen once it is closed and the keyboard is back."""

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, reader: Reader
    ) -> None:
        super().__init__(around.parent)
        self._last: list[str] = []  # what was chosen, the last one first
        self._around, self._acts, self._library, self._article, self._reader = around, acts, library, article, reader

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"palette": self.show}

    def show(self) -> None:
        """Open the palette; the articles come to it as soon as their titles are read."""
        article, language = self._article, self._around.language
        offered = [
            *entries.actions(self._acts, article.labels, language),
            *entries.names(article.annotations, article.text, article.labels, language),
        ]
        again = {name: at for at, name in enumerate(self._last)}
        offered.sort(key=lambda each: again.get(each.name, len(again)))
        palette = Palette(folded(offered), self._around.parent)
        palette.chosen.connect(self._choose)
        work = partial(background.titles, self._library.path, _TITLES)
        self._library.tasks.run(partial(_read, work), partial(_offer, palette), self._library.tell, WAITED_FOR)
        palette.open()

    def _choose(self, name: str) -> None:
        QTimer.singleShot(0, self, partial(self._carry_out, name))

    def _carry_out(self, name: str) -> None:
        self._last = [name, *(each for each in self._last if each != name)][:_LAST]
        head, _, rest = name.partition(":")
        if f"{head}:" == entries.DO:
            self._acts[rest].trigger()
            return
        if f"{head}:" == entries.OPEN:
            self._article.open(rest)
            self._library.edits.begin_reading(ArticleId(rest))
        else:
            self._reader.go_to(rest)
        self._reader.setFocus()


def _read(titles: Callable[[], list[tuple[str, str, str]]]) -> list[Folded]:
    return folded(entries.articles(titles()))


def _offer(palette: Palette, found: list[Folded]) -> None:
    if isValid(palette):  # closed meanwhile
        palette.offer(found)
