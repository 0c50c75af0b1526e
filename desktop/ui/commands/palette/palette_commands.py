"""The palette: opened by its key over all that can be chosen now; what is chosen there goes the road of its action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from desktop.model import ArticleId, Label
from desktop.store.shelf.named import Key, Name
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.palette import entries
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.found_words import Entry, Folded, Found, folded, found
from desktop.ui.dialogs.palette import MOST, Palette
from desktop.ui.library import background
from desktop.ui.library.tasks import WAITED_FOR, Task
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.reader import Reader
from desktop.ui.shelf.shelf import Shelf

_LAST = 5  # entries that stand first because they were chosen last
_TITLES = 20_000  # articles that are offered, those that came last first
_READ, _NAMES = 2_000, 10_000  # articles whose names are offered, those that came last first; and how many names


class PaletteCommands(QObject):
    """Shows the palette, and does what was chosen once it is closed and the keyboard is back."""

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, article: OpenArticle, reader: Reader, shelf: Shelf
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._last: list[str] = []  # what was chosen, the last one first
        self._around, self._acts, self._library, self._article, self._reader = around, acts, library, article, reader
        self._shelf = shelf
        self._search: Task | None = None

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"palette": self.show}

    def show(self) -> None:
        """Open the palette; what the library holds comes to it as soon as it is read, and is looked through by a worker."""
        article, language = self._article, self._around.language
        here = entries.named(article.annotations, article.text, article.labels)
        offered = [
            *entries.actions(self._acts, article.labels, language), *entries.searches(article.labels, language),
            *entries.names(here, article.text, article.labels, language),
        ]  # fmt: skip
        again = {name: at for at, name in enumerate(self._last)}
        offered.sort(key=lambda each: again.get(each.name, len(again)))
        palette = Palette(folded(offered), self._around.parent)
        palette.chosen.connect(self._choose)
        far: list[Folded] = []  # the worker's alone
        palette.asked.connect(partial(self._ask, palette, far))
        path = self._library.path
        named = [label.name for label in article.labels if label.layer == "entity"]
        for read in (
            partial(_titles, partial(background.titles, path, _TITLES)),
            partial(
                _names,
                partial(background.names, path, named, _READ, _NAMES),
                frozenset(here),
                article.labels,
                language,
            ),
        ):
            self._run(partial(_take, far, read), partial(_ask_again, palette))
        palette.open()

    def _run(self, work: Callable[[], object], done: Callable[..., object]) -> Task:
        return self._library.tasks.run(work, done, self._library.tell, WAITED_FOR)

    def _ask(self, palette: Palette, far: Sequence[Folded], words: str) -> None:
        if self._search is not None:
            self._search.cancel()
        self._search = self._run(partial(found, far, words, MOST), partial(_offer, palette, words))

    def _choose(self, name: str) -> None:
        QTimer.singleShot(0, self, partial(self._carry_out, name))

    def _carry_out(self, name: str) -> None:
        self._last = [name, *(each for each in self._last if each != name)][:_LAST]
        head, _, rest = name.partition(":")
        if f"{head}:" == entries.DO:
            self._acts[rest].trigger()
            return
        if f"{head}:" == entries.SEARCH:
            self._shelf.box.setText(rest)
            self._acts["find"].trigger()
            return
        if f"{head}:" == entries.OPEN:
            self._library.edits.begin_reading(ArticleId(rest))
            self._article.open(rest)
        else:
            self._reader.go_to(rest)
        self._reader.setFocus()


def _titles(read: Callable[[], list[tuple[str, str, str]]]) -> list[Entry]:
    return list(entries.articles(read()))


def _names(read: Callable[[], list[Name]], here: frozenset[Key], labels: Sequence[Label], language: str) -> list[Entry]:
    return list(entries.library_names(read(), here, labels, language))


def _take(far: list[Folded], read: Callable[[], list[Entry]]) -> None:
    far += folded(read())


def _ask_again(palette: Palette, _: object) -> None:
    if isValid(palette):  # closed meanwhile
        palette.ask()


def _offer(palette: Palette, words: str, these: list[Found]) -> None:
    if isValid(palette):
        palette.offer(words, these)
