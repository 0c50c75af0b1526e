"""The shelf: the articles of the library and what is wished for them."""

from __future__ import annotations

from dataclasses import replace

from desktop.model import Changes
from desktop.settings import Settings
from desktop.ui.window.joints.joint import Joint


class ShelfJoint(Joint):
    """Lets the shelf follow the library."""

    def fill(self, settings: Settings) -> None:
        """List the articles in the order of last time."""
        self._parts.shelf.set_labels(self._article.labels)
        self._parts.shelf.bar.set_order(settings.order)
        self._parts.shelf.tag_keys.order = settings.tags

    def join(self) -> None:
        """Join the shelf with the commands over articles and files, and with the library."""
        shelf, article, library, on_articles = self._parts.shelf, self._article, self._library, self._on.articles
        search = self._on.search
        shelf.open_requested.connect(on_articles.begin_reading)  # before it lies open: it is read once
        shelf.open_requested.connect(article.open)
        shelf.preview_requested.connect(article.open)
        shelf.read_requested.connect(self._parts.reader.setFocus)
        shelf.open_requested.connect(search.light)
        shelf.search_requested.connect(search.look)
        shelf.query_emptied.connect(search.put_out)
        shelf.import_requested.connect(self._on.files.import_files)
        shelf.samples_requested.connect(self._parts.frame.samples_requested)
        shelf.delete_requested.connect(on_articles.delete_these)
        shelf.menu_requested.connect(on_articles.show_menu)
        shelf.choices_requested.connect(on_articles.offer)
        shelf.chips.choices_wanted.connect(on_articles.offer_people)
        shelf.failed.connect(library.tell)
        self._parts.frame.dropped.connect(self._on.files.take)
        self._parts.frame.acts.menus["state"].aboutToShow.connect(on_articles.show_states)
        library.errands.searched.connect(search.show_hits)
        library.errands.counted.connect(shelf.show_places)
        library.changed.connect(self._follow)
        article.opened.connect(self._show_article)
        article.scheme_changed.connect(self._show_scheme)

    def show(self) -> None:
        """List the articles, and show which one lies open."""
        self._parts.shelf.read(self._library.reads.view)
        self._read()
        self._show_article(self._article.id or "")
        self._on.neighbour.remember()

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with the order of the shelf and what lies open."""
        shelf = self._parts.shelf
        return replace(
            settings, order=shelf.bar.order, article=self._article.id or settings.article, tags=shelf.tag_keys.order
        )

    def _follow(self, changes: Changes) -> None:
        if changes.shelf:
            self._read()
            self._on.neighbour.follow()
        touched = list(dict.fromkeys((*changes.cards, *changes.marks)))
        if touched:
            self._on.articles.show_rows(touched)
        if changes.cards:
            self._on.articles.offer_again()

    def _read(self) -> None:
        self._parts.shelf.reload()
        self._show_empty()
        self._parts.shelf.select(self._article.id)
        self._parts.shelf.show_open(self._article.id)

    def _show_article(self, opened: str) -> None:
        self._parts.shelf.select(self._article.id)
        self._parts.shelf.show_open(self._article.id)
        self._show_empty()
        if self._article.id is not None:
            self._on.articles.give_back_soon(self._article.id)

    def _show_empty(self) -> None:
        self._parts.reader.set_library_empty(self._library.reads.is_empty)

    def _show_scheme(self) -> None:
        self._parts.shelf.set_labels(self._article.labels)
