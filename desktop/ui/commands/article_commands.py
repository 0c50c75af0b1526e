"""What a person does to the articles chosen on the shelf: their card, tags and state, and to have them looked through again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from desktop.model import ArticleId, State
from desktop.ui.controls.widget_names import named
from desktop.ui.library import background
from desktop.ui.library.tasks import WAITED_FOR

if TYPE_CHECKING:
    from desktop.ui.jobs.detect_job import DetectRun
    from desktop.ui.jobs.turns_job import Change, Turns
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.window.workbench import MainWindow

_FEW = 100  # articles that are changed before a person notices
_MANY = 500  # articles chosen, of which it takes a moment to know whether all are done
_AT_ONCE = 200  # changes that are undone or redone before a person notices
_MENU = ("card", "tag", "menu:state", "", "detect_articles", "export", "", "delete_articles")


class Shelving(QObject):
    """Joins the shelf of one window with its workspace."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._run: Turns | DetectRun | None = None
        self._words = ""
        shelf = window.shelf
        shelf.failed.connect(workspace.failed)
        shelf.choices_requested.connect(self._offer)
        shelf.menu_requested.connect(self._show_menu)
        shelf.open_requested.connect(self._begin_reading)
        workspace.cards_changed.connect(self._on_cards)
        window.status.cancel_requested.connect(self.cancel)
        wishes: tuple[tuple[str, Callable[[], object]], ...] = (
            ("card", self.show_card),
            ("tag", self.edit_tags),
            ("detect_articles", self.detect),
            ("filter", shelf.bar.toggle),
            *((str(state), partial(self.set_state, state)) for state in State),
        )
        for name, wish in wishes:
            window.acts.connect(name, wish)
        window.acts.menus["state"].aboutToShow.connect(self._show_states)

    @property
    def articles(self) -> list[ArticleId]:
        """The articles that are meant: those selected on the shelf, else the open one."""
        return self._window.shelf.selected or self._open

    def _with_articles(self, act: Callable[[list[ArticleId]], object]) -> None:
        """Do something with the articles that are meant; which they are is read in the background where they are many."""
        shelf = self._window.shelf
        if shelf.selected_count <= _MANY or shelf.model.shows_hits:
            act(self.articles)
        else:
            self._read(partial(background.ids, self._workspace.path, shelf.bar.listing, shelf.selected_places), act)

    def _read(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._workspace.tasks.run(work, done, self._workspace.failed.emit, WAITED_FOR)

    def show_card(self) -> None:
        """Show the card of the current article."""
        from desktop.ui.dialogs.article_card import Card

        shelf = self._window.shelf
        wanted = [shelf.current] if shelf.list.hasFocus() and shelf.current else self._open or self.articles
        article = self._workspace.article(wanted[0]) if wanted else None
        if article is not None:
            card = Card(article, self._window.theme, self._window)
            card.corrected.connect(self._workspace.correct)
            card.open()

    def edit_tags(self) -> None:
        """Show which tags the chosen articles have, to be changed."""
        self._with_articles(self._count_tags)

    def _count_tags(self, articles: list[ArticleId]) -> None:
        if len(articles) > _MANY:
            self._read(partial(background.tags_of, self._workspace.path, articles), partial(self._ask_tags, articles))
        else:
            self._ask_tags(articles, self._workspace.tags_of(articles))

    def _ask_tags(self, articles: list[ArticleId], having: dict[str, int]) -> None:
        from desktop.ui.dialogs.tag_dialog import TagDialog

        title = "".join(row.title for row in self._workspace.rows_of(articles)) if len(articles) == 1 else ""
        if articles:
            dialog = TagDialog(len(articles), title, having, self._workspace.tags(), self._window)
            dialog.chosen.connect(partial(self._tag, articles))
            dialog.open()

    def _tag(self, articles: list[ArticleId], add: list[str], remove: list[str]) -> None:
        def change(some: list[ArticleId], join: int | None) -> int | None:
            return self._workspace.tag(some, add, remove, join)

        self._change(change, articles, self.tr("Tagging: {0} of {1}"))

    def set_state(self, state: State) -> None:
        """Say how far one has come with the chosen articles; to say done of what is done all through takes it back."""
        self._with_articles(partial(self._choose_state, state))

    def _choose_state(self, state: State, articles: list[ArticleId]) -> None:
        if state is not State.DONE:
            self._set_state(articles, state)
        elif len(articles) <= _MANY:
            self._set_done(articles, all(row.state is state for row in self._workspace.rows_of(articles)))
        elif self._is_free():
            self._workspace.ask_all_in(articles, state, partial(self._set_done, articles))

    def _set_done(self, articles: list[ArticleId], are_done: bool) -> None:
        self._set_state(articles, State.READING if are_done else State.DONE)

    def _set_state(self, articles: list[ArticleId], state: State) -> None:
        def change(some: list[ArticleId], join: int | None) -> int | None:
            return self._workspace.set_state(some, state, join)

        self._change(change, articles, self.tr("Setting the state: {0} of {1}"))

    def _show_states(self) -> None:
        """Let the menu say what state the chosen articles are in, if it is one."""
        articles = self.articles if self._window.shelf.selected_count <= _MANY else []  # of more nobody is asked
        states = {row.state for row in self._workspace.rows_of(articles)}
        for state in State:
            self._window.acts[str(state)].setChecked(states == {state})

    def _change(self, change: Change, articles: list[ArticleId], words: str) -> None:
        """Change a few articles at once, and many while the window goes on."""
        if len(articles) <= _FEW:
            change(articles, None)
        elif self._is_free():
            from desktop.ui.jobs.turns_job import CardRun

            self._begin(CardRun(self._workspace, change, articles, self), words)

    def detect(self) -> None:
        """Look through the chosen articles again, as one step."""
        self._with_articles(self._detect)

    def _detect(self, articles: list[ArticleId]) -> None:
        from desktop.ui.jobs.detect_job import DetectRun

        if articles and self._is_free():
            self._begin(DetectRun(self._workspace, articles, self), self.tr("Detecting: {0} of {1}"))

    def _is_free(self) -> bool:
        """Return whether nothing goes on; else say so."""
        if self._run is not None:
            self._window.notice.inform(self.tr("Something else still goes on. Wait for its end, or cancel it below."))
        return self._run is None

    def travel(self, undone: bool) -> None:
        """Undo, or redo what is undone: a few changes at once, and many while the window goes on."""
        from desktop.ui.jobs.turns_job import TravelRun

        if isinstance(self._run, TravelRun):
            self._is_free()
        elif self._workspace.next_size(undone)[1] <= _AT_ONCE:
            (self._workspace.redo if undone else self._workspace.undo)()
        elif self._is_free():
            words = self.tr("Redoing: {0} of {1}") if undone else self.tr("Undoing: {0} of {1}")
            self._begin(TravelRun(self._workspace, undone, self), words)

    def _begin(self, run: Turns | DetectRun, words: str) -> None:
        self._run, self._words = run, words
        self._follow(run)
        run.start()

    def _follow(self, run: Turns | DetectRun) -> None:
        run.progressed.connect(self._tell)
        run.finished.connect(self._on_finished)

    def adopt(self, other: Shelving) -> None:
        """Go on with what another window over the same workspace had begun."""
        self._run, other._run = other._run, None
        self._words = other._words
        if self._run is not None:
            self._run.progressed.disconnect()
            self._run.finished.disconnect()
            self._run.setParent(self)
            self._follow(self._run)

    @property
    def _open(self) -> list[ArticleId]:
        desk = self._window.desk
        return [desk.article.id] if desk is not None and desk.article is not None else []

    def _begin_reading(self, article: str) -> None:
        self._workspace.begin_reading(ArticleId(article))

    def _offer(self) -> None:
        self._window.shelf.bar.offer(self._workspace.sources(), self._workspace.tags())

    def _on_cards(self, articles: list[ArticleId]) -> None:
        shelf, desk = self._window.shelf, self._window.desk
        shelf.show_rows(self._workspace.rows_of(shelf.model.held(articles)))
        if shelf.bar.filters.isVisible() and self._run is None:
            self._offer()
        if desk is not None and desk.article is not None and desk.article.id in articles:
            desk.refresh(desk.article.id)

    def _show_menu(self, place: QPoint) -> None:
        menu = named(QMenu(self._window), "shelf_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _MENU:
            if name.startswith("menu:"):
                menu.addAction(
                    self._window.acts.menus[name.removeprefix("menu:")].menuAction()
                )  # addMenu would give the menu away
            elif name:
                menu.addAction(self._window.acts[name])
            else:
                menu.addSeparator()
        menu.popup(place)

    def _tell(self, done: int, total: int) -> None:
        self._window.status.show_progress(done, total, self._words)

    def cancel(self) -> None:
        """Stop what goes on; what was done stays."""
        if self._run is not None:
            self._run.cancel()

    def leave(self) -> None:
        """Stop what goes on where it is: the library is closed."""
        if self._run is not None:
            self._run.leave()

    def _on_finished(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self._window.status.end_progress()
        if self._window.shelf.bar.filters.isVisible():
            self._offer()
