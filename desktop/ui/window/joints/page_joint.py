"""The page: the open article's text and what is wished on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from desktop.settings import Settings
from desktop.ui.commands import page_look
from desktop.ui.jobs.job import Kind
from desktop.ui.page.reading.reading_time import reading_minutes
from desktop.ui.window.joints.joint import Joint


class PageJoint(Joint):
    """Lets the reader show what lies open."""

    def fill(self, settings: Settings) -> None:
        """Dress the page as it was, with the ties of its marks at hand."""
        page_look.dress(self._parts.reader, settings)
        self._parts.reader.mark_layer.related = self._article.related
        self._parts.reader.set_hidden(self._article.hidden)

    def join(self) -> None:
        """Join the reader with the commands over marks and lines, and with the open article."""
        reader, article, on_marks, on_page = self._parts.reader, self._article, self._on.marks, self._on.page
        looks, ways = self._on.looks, self._on.ways
        reader.annotate_requested.connect(on_marks.annotate)
        reader.relabel_requested.connect(on_marks.relabel_one)
        reader.accept_requested.connect(on_marks.accept_one)
        reader.reject_requested.connect(on_marks.reject_one)
        reader.delete_requested.connect(on_marks.delete_one)
        reader.context_menu_requested.connect(on_page.show_menu)
        reader.annotation_selected.connect(article.select)
        reader.folding_changed.connect(looks.show_choices)
        self._parts.page.words_wanted.connect(self._library.errands.load_words)
        self._parts.frame.acts.menus["role"].aboutToShow.connect(on_page.show_roles)
        looks.theme_chosen.connect(self._parts.frame.theme_chosen)
        article.left.connect(ways.on_left)
        reader.wandering.jumped.connect(ways.jump_from)
        reader.wandering.back_requested.connect(ways.back)
        reader.wandering.forward_requested.connect(ways.forward)
        reader.wandering.moved.connect(self._show_share)
        article.opened.connect(self._show_article)
        article.changed.connect(self._follow)
        article.selected_changed.connect(self._mirror_selected)
        article.revealed.connect(reader.reveal)
        article.hidden_changed.connect(reader.set_hidden)
        article.scheme_changed.connect(self._show_text)
        head = self._parts.head
        head.corrected.connect(self._library.edits.correct)
        head.left.connect(reader.setFocus)
        article.left.connect(head.finish)
        reader.viewport().installEventFilter(self)
        reader.verticalScrollBar().valueChanged.connect(head.show_scrolled)

    def show(self) -> None:
        """Show the open article."""
        self._show_article(self._article.id or "")
        self._on.looks.show_choices()

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with how pages are shown and printed."""
        return self._on.exports.seen(self._on.printing.seen(page_look.look_of(self._parts.reader, settings)))

    def _show_text(self) -> None:
        article = self._article
        self._parts.reader.show_article(article.article, article.annotations, article.labels)

    def _show_article(self, opened: str) -> None:
        self._show_text()
        self._parts.head.show_article(self._article.article)
        self._mirror_selected()
        self._parts.tools.bar.hide()
        self._on.ways.on_opened(opened)
        self._parts.page.find_again()
        self._parts.status.show_length(reading_minutes(self._article.article) if self._article.article else 0)
        self._show_share()
        self._detect_missed()

    def _show_share(self) -> None:
        self._parts.status.show_share(self._parts.reader.wandering.share)

    def _detect_missed(self) -> None:
        """Look through an article whose import was cancelled before its turn came."""
        found, importing = self._article.article, any(job.kind is Kind.IMPORT for job in self._jobs.going)
        if found is not None and found.detected is None and not importing and self._library.detecting.at_import:
            self._library.detecting.again(found.id)

    def _follow(self) -> None:
        self._parts.reader.set_annotations(self._article.annotations)
        self._parts.head.show_article(self._article.article)

    def _mirror_selected(self) -> None:
        chosen, reader = self._article.selected, self._parts.reader
        if reader.selected_annotation != (chosen.id if chosen is not None else None):
            reader.select_annotation(chosen.id if chosen is not None else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the head stand over the column of the page, wherever that comes to lie."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self._parts.reader.viewport():
            column = self._parts.reader.viewport().geometry()
            self._parts.head.stand_over(column.x(), column.width())
        return super().eventFilter(watched, event)
