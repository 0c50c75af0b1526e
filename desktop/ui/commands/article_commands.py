"""What a person does to the articles that are meant: their card, tags and state, to look through them again, to delete them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from desktop.model import Article, ArticleId, State
from desktop.ui.card.article_head import ArticleHead
from desktop.ui.commands import meant as of
from desktop.ui.commands.actions import Actions
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.widget_names import named
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.shelf.tag_keys import KEYS

if TYPE_CHECKING:
    from desktop.ui.jobs.turns_job import Change

_FEW = 100  # articles that are changed before a person notices
_MENU = ("card", "tag", "menu:state", "", "detect_articles", "reread", "export", "", "delete_articles")


class ArticleCommands(QObject):
    """Carries out what is wished for articles; many of them are changed while the window goes on."""

    def __init__(
        self, around: Surroundings, acts: Actions, library: Workspace, meant: Meant, jobs: JobBoard,
        history: HistoryCommands, shelf: Shelf, head: ArticleHead,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._acts, self._library, self._meant = around, acts, library, meant
        self._jobs, self._history, self._shelf, self._head = jobs, history, shelf, head
        shelf.tag_keys.names = library.reads.tag_names
        shelf.tag_keys.pressed.connect(self.turn_tag)

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        states = {str(state): partial(self.set_state, state) for state in State}
        return {
            "card": self.show_card, "tag": self.edit_tags, "detect_articles": self.detect, "filter": self._shelf.bar.toggle,
            "delete_articles": self.delete, "next_article": partial(self._shelf.step, 1),
            "previous_article": partial(self._shelf.step, -1), "find": self._shelf.focus_search,
            "go_shelf": self._shelf.focus_list, **states,
        }  # fmt: skip

    def begin_reading(self, article: str) -> None:
        """Say of an unread article that it is being read."""
        self._library.edits.begin_reading(ArticleId(article))

    def show_card(self) -> None:
        """Show the card of the article that is meant."""
        article = self._library.reads.article(self._meant.article) if self._meant.article else None
        if article is not None:
            self._show_card(article)

    def give_back_soon(self, article: ArticleId) -> None:
        """Show the card of an article that was opened if somebody was writing on it when the program ended."""
        if self._library.drafts.card(article):
            QTimer.singleShot(0, self, partial(self._give_back, article))

    def _give_back(self, article: ArticleId) -> None:
        found = self._library.reads.article(article)
        if found is not None:
            self._show_card(found)

    def _show_card(self, article: Article) -> None:
        from desktop.ui.dialogs.article_card import Card

        drafts = self._library.drafts
        card = Card(article, self._around.parent, drafts.card(article.id))
        card.drafted.connect(partial(drafts.keep_card, article.id))
        card.corrected.connect(self._library.edits.correct)
        card.ended.connect(partial(drafts.drop, article.id))
        card.open()

    def edit_tags(self) -> None:
        """Let the tags of the open article be written over its page; show which tags several have, or another one, to be changed."""
        alone = self._meant.count == 1 and self._meant.articles == [self._head.article]
        if not (alone and self._head.write("tags")):
            self._meant.with_articles(self._count_tags)

    def turn_tag(self, tag: str) -> None:
        """Give a tag to the articles that are meant, or take it off where all have it."""
        self._meant.with_articles(partial(self._turn_tag, tag))

    def _turn_tag(self, tag: str, articles: list[ArticleId]) -> None:
        def turn(having: dict[str, int]) -> None:
            given = having.get(tag, 0) < len(articles)
            self.tag(articles, [tag] if given else [], [] if given else [tag])

        self._with_tags(articles, turn)

    def _with_tags(self, articles: list[ArticleId], act: Callable[[dict[str, int]], object]) -> None:
        """Do something with the tags that articles have, each with how many have it; of many it is read in the background."""
        if len(articles) > of.MANY:
            self._library.errands.ask_tags_of(articles, act)
        else:
            act(self._library.reads.tags_of(articles))

    def _count_tags(self, articles: list[ArticleId]) -> None:
        self._with_tags(articles, partial(self._ask_tags, articles))

    def _ask_tags(self, articles: list[ArticleId], having: dict[str, int]) -> None:
        from desktop.ui.dialogs.tag_dialog import TagDialog

        title = "".join(row.title for row in self._library.reads.rows_of(articles)) if len(articles) == 1 else ""
        if articles:
            keys = dict(zip(self._shelf.tag_keys.tags, KEYS, strict=False))
            dialog = TagDialog(len(articles), title, having, self._library.reads.tags(), self._around.parent, keys)
            dialog.chosen.connect(partial(self.tag, articles))
            dialog.open()

    def tag(self, articles: list[ArticleId], add: list[str], remove: list[str]) -> None:
        """Give tags to articles and take others off."""

        def change(some: list[ArticleId], join: int | None) -> int | None:
            return self._library.edits.tag(some, add, remove, join)

        self._change(Kind.TAG, change, articles)

    def set_state(self, state: State) -> None:
        """Say how far one has come with the articles; to say done of what is done all through takes it back."""
        self._meant.with_articles(partial(self._choose_state, state))

    def _choose_state(self, state: State, articles: list[ArticleId]) -> None:
        if state is not State.DONE:
            self._set_state(articles, state)
        elif len(articles) <= of.MANY:
            self._set_done(articles, all(row.state is state for row in self._library.reads.rows_of(articles)))
        elif self._history.is_free(Kind.STATE):
            self._library.errands.ask_all_in(articles, state, partial(self._set_done, articles))

    def _set_done(self, articles: list[ArticleId], are_done: bool) -> None:
        self._set_state(articles, State.READING if are_done else State.DONE)

    def _set_state(self, articles: list[ArticleId], state: State) -> None:
        def change(some: list[ArticleId], join: int | None) -> int | None:
            return self._library.edits.set_state(some, state, join)

        self._change(Kind.STATE, change, articles)

    def show_states(self) -> None:
        """Let the menu say what state the articles are in, if it is one."""
        articles = [] if self._meant.are_many else self._meant.articles  # of more nobody is asked
        states = {row.state for row in self._library.reads.rows_of(articles)}
        for state in State:
            self._acts[str(state)].setChecked(states == {state})

    def delete(self) -> None:
        """Delete the articles that are meant, and offer to bring them back."""
        self._meant.with_articles(self.delete_these)

    def delete_these(self, articles: list[ArticleId]) -> None:
        """Delete articles, and offer to bring them back."""
        from desktop.ui.jobs.turns_job import CardJob

        if not articles:
            return
        if len(articles) > _FEW:
            if self._history.is_free(Kind.DELETE):
                self._jobs.start(CardJob(self._library, Kind.DELETE, self._delete_some, articles))
        elif self._library.edits.delete_articles(articles):
            self._tell_deleted(len(articles))

    def _delete_some(self, articles: list[ArticleId], join: int | None) -> int | None:
        return self._library.edits.delete_articles(articles, join, quiet=True)

    def _tell_deleted(self, count: int) -> None:
        self._history.tell(self.tr("Articles deleted: {0}").format(self._around.number(count)))

    def detect(self) -> None:
        """Look through the articles again, as one step."""
        self._meant.with_articles(self._detect)

    def _detect(self, articles: list[ArticleId]) -> None:
        from desktop.ui.jobs.detect_job import DetectJob

        if articles and self._history.is_free(Kind.DETECT):
            self._jobs.start(DetectJob(self._library, articles))

    def _change(self, kind: Kind, change: Change, articles: list[ArticleId]) -> None:
        """Change a few articles at once, and many while the window goes on."""
        from desktop.ui.jobs.turns_job import CardJob

        if len(articles) <= _FEW:
            self._history.telling(partial(change, articles, None))
        elif self._history.is_free(kind):
            self._jobs.start(CardJob(self._library, kind, change, articles))

    # What the shelf shows

    def reload(self) -> None:
        """List again what the library holds."""
        self._shelf.reload()

    def show_rows(self, articles: Sequence[ArticleId]) -> None:
        """Show what became of some articles where they are listed."""
        shelf = self._shelf
        shelf.show_rows(self._library.reads.rows_of(shelf.model.held(articles)))

    def offer_again(self) -> None:
        """Offer the filters what cards say now, if anybody sees it; while a job goes on its end does that."""
        if self._shelf.bar.filters.isVisible() and not self._jobs.going:
            self.offer()

    def offer(self) -> None:
        """Offer the filters the library's sources and tags."""
        self._shelf.offer(self._library.reads.sources(), self._library.reads.tags())

    def offer_people(self) -> None:
        """Offer the search those who made marks in the library, as soon as they are read."""
        self._library.errands.ask_people(self._shelf.chips.offer_people)

    def on_ended(self, job: Job, ended: Ended) -> None:
        """Say what went wrong in a job over articles, and offer anew what it may have changed."""
        if job.kind is Kind.DELETE:
            self._library.intake.say_added()
            self._tell_deleted(job.done)
        if ended.error is not None:
            self._around.warn(ended.error)
        if job.kind is not Kind.IMPORT and self._shelf.bar.filters.isVisible():
            self.offer()

    def show_menu(self, place: QPoint) -> None:
        """Open the menu of the selected articles at a place of the screen."""
        menu = named(QMenu(self._around.parent), "shelf_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _MENU:
            if name.startswith("menu:"):
                menu.addAction(self._acts.menus[name.removeprefix("menu:")].menuAction())  # addMenu would give it away
            elif name:
                menu.addAction(self._acts[name])
            else:
                menu.addSeparator()
        menu.popup(place)
