"""The workbench: all parts of the window over one open library, made whole, and the one block that joins them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.errors import KnownError
from desktop.settings import Settings
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.article.reading_places import Places
from desktop.ui.commands import page_look
from desktop.ui.commands.article_commands import ArticleCommands
from desktop.ui.commands.file_commands import FileCommands
from desktop.ui.commands.forward_commands import ForwardCommands
from desktop.ui.commands.history_commands import HistoryCommands
from desktop.ui.commands.library_commands import LibraryCommands
from desktop.ui.commands.mark_commands import MarkCommands
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.note_commands import NoteCommands
from desktop.ui.commands.opening.neighbour import Neighbour
from desktop.ui.commands.page_commands import PageCommands
from desktop.ui.commands.print_commands import PrintCommands
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.ask_files import AskFiles
from desktop.ui.controls.label_menu_keys import LabelKeys
from desktop.ui.controls.notice import Notice
from desktop.ui.controls.widget_names import named
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.workspace import Workspace
from desktop.ui.marking.marking_tools import MarkingTools
from desktop.ui.marks.legend import Legend
from desktop.ui.marks.marks_pane import AnnotationsPane
from desktop.ui.page.page_area import PageArea
from desktop.ui.page.reader import Reader
from desktop.ui.shelf.shelf import Shelf
from desktop.ui.window.enabling import Now, possible
from desktop.ui.window.frame import PAGE, SHELF, SIDE, Frame, side_width
from desktop.ui.window.seen import Seen, list_again, look, show_again
from desktop.ui.window.status_bar import StatusBar

_CARE = (Kind.BACKUP, Kind.CHECK)


class Workbench(QObject):
    """Shelf, page, legend and marks in one frame, in its theme and its language.

    What lies open and what goes on belong to the library: another workbench over it goes on with both.
    """

    def __init__(
        self, frame: Frame, library: Workspace, article: OpenArticle, jobs: JobBoard, settings: Settings, files: AskFiles,
        places: Places, reader: Reader, seen: Seen | None = None,
    ) -> None:  # fmt: skip
        """`reader` may show the last article already; `seen` is what another workbench over the library showed."""
        super().__init__(frame)
        self.frame, self.library, self.article, self.jobs = frame, library, article, jobs
        theme, language = frame.theme, frame.language
        self.shelf = named(Shelf(theme, language, frame), "shelf")
        reader.setParent(None)  # so that the keyboard comes to it after the shelf
        self.reader = named(reader, "reader")
        self.page = PageArea(reader, theme, language, frame)
        self.legend = named(Legend(theme, language, frame), "legend")
        self.marks = AnnotationsPane(theme, language, frame)
        self.side = named(QTabWidget(frame), "side")
        self.notice = Notice(theme, frame)
        self.status = StatusBar(language, frame)
        acts = frame.acts
        acts.draw()
        self.tools = MarkingTools(
            theme, language, [acts[name] for name in ("accept", "reject", "note", "delete")], reader
        )
        around = Surroundings(frame, theme, language, self.notice, files)
        self.meant = meant = Meant(library, self.shelf, article, self.marks)
        self.history_commands = history = HistoryCommands(around, acts, library, article, jobs)
        self.neighbour = Neighbour(library, article, self.shelf)
        self.article_commands = ArticleCommands(around, acts, library, meant, jobs, history, self.shelf)
        self.forward_commands = ForwardCommands(around, library, article, jobs, history)
        self.file_commands = FileCommands(around, library, article, meant, jobs, self.shelf)
        self.library_commands = LibraryCommands(around, library, jobs, history)
        self.mark_commands = MarkCommands(
            around, acts, library, article, meant, history, reader, self.marks, self.tools
        )
        self.note_commands = NoteCommands(around, library, article, meant, self.mark_commands, self.marks, self.tools)
        self.page_commands = PageCommands(around, acts, library, article, history, self.page, places)
        self.print_commands = PrintCommands(around, library, article, reader, settings)
        self._around = around
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._compose()
        self._fill(settings)
        if seen is not None:
            list_again(seen, self.shelf)
        self._connect()
        self._show_all()

    def _compose(self) -> None:
        frame = self.frame
        middle = QWidget(frame)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice.lie_over(middle)
        column.addWidget(self.page)
        side, legend, marks = self.side, self.tr("Legend"), self.tr("Marks")
        side.setDocumentMode(True)
        side.tabBar().setDrawBase(False)
        side.setMinimumWidth(side_width())
        side.setAccessibleName(self.tr("Legend and marks"))
        for tab, title, keys in ((self.legend, legend, "Ctrl+3"), (self.marks, marks, "Ctrl+4")):
            side.setTabToolTip(side.addTab(tab, title), f"{title} ({keys})")
        for at, part in ((SHELF, self.shelf), (PAGE, middle), (SIDE, side)):
            frame.put(at, part)
        frame.setStatusBar(self.status)
        frame.setAcceptDrops(True)

    def _fill(self, settings: Settings) -> None:
        """Show the library's scheme, and all as the settings say."""
        article = self.article
        LabelKeys(self).give_to(self.frame.acts.menus["label"], self.frame.acts.menus["label_all"], self.tools.more)
        self._show_scheme()
        self.tools.bar.set_labels(article.labels, settings.labels)
        self.shelf.bar.set_order(settings.order)
        self.side.setCurrentIndex(settings.side)
        page_look.dress(self.reader, settings)
        self.reader.set_related(article.related)
        self.marks.model.related, self.marks.ties = article.related, article.ties
        self._show_hidden(article.hidden)
        self.status.show_library(self.library.path)
        for name, action in self.frame.acts.by_name.items():
            action.setEnabled(name not in ("undo", "redo"))

    def _connect(self) -> None:
        """Join the parts: who wishes, who carries it out, who follows what, what can be done now."""
        self._connect_actions()
        self._connect_wishes()
        self._connect_followers()
        self._connect_enabling()

    def _connect_actions(self) -> None:
        frame, on_page = self.frame, self.page_commands
        for family in (
            self.article_commands, self.mark_commands, self.file_commands, on_page, self.note_commands, self.history_commands,
            self.library_commands, self.print_commands,
        ):  # fmt: skip
            for name, wish in family.wishes.items():
                frame.acts.connect(name, wish)
        frame.acts.connect("go_legend", self._focus_legend)
        frame.acts.connect("go_marks", self._focus_marks)
        frame.acts.menus["state"].aboutToShow.connect(self.article_commands.show_states)
        frame.acts.menus["role"].aboutToShow.connect(on_page.show_roles)
        frame.dropped.connect(self.file_commands.take)
        on_page.theme_chosen.connect(frame.theme_chosen)

    def _connect_wishes(self) -> None:
        """Let the commands carry out what the parts wish."""
        library, article, on_articles, on_marks = self.library, self.article, self.article_commands, self.mark_commands
        shelf, reader, marks, legend, tools = self.shelf, self.reader, self.marks, self.legend, self.tools
        shelf.open_requested.connect(article.open)
        shelf.open_requested.connect(on_articles.begin_reading)
        shelf.read_requested.connect(reader.setFocus)
        shelf.search_requested.connect(on_articles.search)
        shelf.import_requested.connect(self.file_commands.import_files)
        shelf.samples_requested.connect(self.frame.samples_requested)
        shelf.delete_requested.connect(on_articles.delete_these)
        shelf.menu_requested.connect(on_articles.show_menu)
        shelf.choices_requested.connect(on_articles.offer)
        shelf.failed.connect(library.tell)
        reader.annotate_requested.connect(on_marks.annotate)
        reader.relabel_requested.connect(on_marks.relabel_one)
        reader.accept_requested.connect(on_marks.accept_one)
        reader.reject_requested.connect(on_marks.reject_one)
        reader.delete_requested.connect(on_marks.delete_one)
        reader.context_menu_requested.connect(self.page_commands.show_menu)
        reader.annotation_selected.connect(article.select)
        reader.folding_changed.connect(self.page_commands.show_choices)
        legend.label_chosen.connect(on_marks.give_label)
        legend.hidden_changed.connect(article.hide)
        marks.chosen.connect(on_marks.go_to)
        marks.accept_requested.connect(on_marks.accept_these)
        marks.reject_requested.connect(on_marks.reject_these)
        marks.delete_requested.connect(on_marks.delete_these)
        marks.relabel_requested.connect(on_marks.relabel)
        marks.facts.accept_requested.connect(on_marks.accept_facts)
        marks.facts.reject_requested.connect(on_marks.reject_facts)
        marks.menu_requested.connect(on_marks.show_list_menu)
        marks.left.connect(reader.setFocus)
        tools.bar.label_chosen.connect(on_marks.give_from_bar)
        tools.handles.resize_requested.connect(library.resize)
        tools.note.drafted.connect(self.note_commands.keep)
        tools.note.written.connect(self.note_commands.save)
        tools.note.given_up.connect(library.drafts.drop)
        self.status.cancel_requested.connect(self.jobs.cancel)

    def _connect_followers(self) -> None:
        """Let the parts follow the library, the open article and the jobs."""
        library, article, jobs, on_articles = self.library, self.article, self.jobs, self.article_commands
        library.library_changed.connect(self._read_shelf)
        library.changed.connect(on_articles.show_row)
        library.cards_changed.connect(on_articles.show_rows)
        library.searched.connect(self.shelf.show_hits)
        library.failed.connect(self._warn)
        for told in (library.library_changed, library.changed, library.cards_changed):
            told.connect(self.history_commands.name_steps)
        article.left.connect(self.page_commands.leave)
        article.left.connect(self.tools.note.save)
        article.opened.connect(self._show_article)
        article.changed.connect(self._follow)
        article.selected_changed.connect(self._follow_selected)
        article.revealed.connect(self.reader.reveal)
        article.hidden_changed.connect(self._show_hidden)
        article.scheme_changed.connect(self._follow_scheme)
        for moved in (jobs.begun, jobs.progressed, jobs.ended):
            moved.connect(self._show_jobs)
        jobs.ended.connect(self._on_ended)

    def _connect_enabling(self) -> None:
        """Let it be known, once a turn of the loop, what can be done now."""
        article, library, jobs = self.article, self.library, self.jobs
        self._soon.timeout.connect(self._enable)
        for seen in (
            article.opened, article.changed, article.selected_changed, self.reader.selectionChanged, library.library_changed,
            self.shelf.list.selectionModel().selectionChanged, self.marks.list.selectionModel().selectionChanged, jobs.begun,
            jobs.ended,
        ):  # fmt: skip
            seen.connect(self._soon.start)
        self.frame.acts.settle = self.settle
        self.frame.installEventFilter(self)

    # What follows

    def _show_all(self) -> None:
        """Show what the library holds, what lies open in it and what goes on."""
        self.shelf.read(self.library.view)
        self._read_shelf()
        self.history_commands.name_steps()
        self._show_article(self.article.id or "")
        self._show_jobs()
        self.page_commands.show_choices()
        self._enable()

    def _read_shelf(self) -> None:
        self.shelf.reload()
        self.reader.set_library_empty(self.library.is_empty)
        self.shelf.select(self.article.id)
        self.neighbour.follow()

    def _show_article(self, opened: str) -> None:
        article = self.article
        self.reader.show_article(article.article, article.annotations, article.labels)
        self._mirror_selected()
        self._show_counts()
        self.mark_commands.follow()
        self.tools.bar.hide()
        self.page_commands.on_opened(opened)
        self.shelf.select(article.id)
        self.reader.set_library_empty(self.library.is_empty)
        self.note_commands.give_back_soon()
        if article.id is not None:
            self.article_commands.give_back_soon(article.id)
        self._detect_missed()

    def _detect_missed(self) -> None:
        """Look through an article whose import was cancelled before its turn came."""
        found, importing = self.article.article, any(job.kind is Kind.IMPORT for job in self.jobs.going)
        if found is not None and found.detected is None and not importing and self.library.detecting:
            self.library.detect_again(found.id)

    def _follow(self) -> None:
        self.reader.set_annotations(self.article.annotations)
        self._show_counts()
        self.mark_commands.follow()
        self.note_commands.follow()

    def _mirror_selected(self) -> None:
        chosen = self.article.selected
        if self.reader.selected_annotation != (chosen.id if chosen is not None else None):
            self.reader.select_annotation(chosen.id if chosen is not None else None)

    def _follow_selected(self) -> None:
        self._mirror_selected()
        self.mark_commands.follow_selected()

    def _show_counts(self) -> None:
        found = self.article.article
        self.legend.set_annotations(self.article.annotations)
        self.status.show_article(found.state if found else None, self.article.annotations)
        self.frame.setWindowTitle(f"{found.title} – Bút Dạ" if found else "Bút Dạ")

    def _show_scheme(self) -> None:
        labels = self.article.labels
        self.legend.set_labels(labels)
        self.shelf.bar.set_labels(labels)
        self.mark_commands.fill_labels()
        self.tools.bar.set_labels(labels, self.tools.bar.recent)
        if self.article.article is not None:
            self.reader.show_article(self.article.article, self.article.annotations, labels)
            self.mark_commands.follow()
        self.legend.set_annotations(self.article.annotations)

    def _follow_scheme(self) -> None:
        self._show_scheme()
        self.reader.show_article(self.article.article, self.article.annotations, self.article.labels)

    def _show_hidden(self, hidden: frozenset[str]) -> None:
        self.legend.set_hidden(hidden)
        self.reader.set_hidden(hidden)

    def _warn(self, error: KnownError) -> None:
        self._around.warn(error)

    def _show_jobs(self) -> None:
        self.status.show_jobs(self.jobs.going)

    def _on_ended(self, job: Job, ended: Ended) -> None:
        for family in (self.article_commands, self.file_commands, self.library_commands, self.forward_commands):
            family.on_ended(job, ended)

    # What can be done now

    def settle(self) -> None:
        """Bring up to date what is enabled, if that is due."""
        if self._soon.isActive():
            self._enable()

    def _enable(self) -> None:
        self._soon.stop()
        self.frame.acts.enable(possible(self._now()))

    def _now(self) -> Now:
        article, reader, meant = self.article, self.reader, self.meant
        return Now(
            article=article.id is not None,
            mark=article.selected is not None,
            marks=len(meant.marks),
            noted=meant.mark is not None,
            words=article.id is not None and reader.selected_range() is not None,
            copied=article.id is not None and reader.textCursor().hasSelection(),
            suggestions=article.has_suggestions,
            articles=meant.count,
            caring=any(job.kind in _CARE for job in self.jobs.going),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a shortcut is looked for, what is enabled is up to date."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.settle()
        return super().eventFilter(watched, event)

    # What is remembered, and the end

    def seen(self) -> Seen:
        """Return what is seen now, beside what belongs to the library."""
        return look(self.shelf, self.page, self.marks)

    def show_again(self, seen: Seen) -> None:
        """Show what another workbench showed, now that this one is drawn."""
        show_again(seen, self.shelf, self.page, self.marks)

    def remembered(self, settings: Settings) -> Settings:
        """Return settings with how all looks now."""
        return replace(
            self.print_commands.seen(page_look.look_of(self.reader, settings)),
            order=self.shelf.bar.order,
            hidden=tuple(sorted(self.article.hidden)),
            labels=self.tools.bar.recent,
            side=self.side.currentIndex(),
            article=self.article.id or settings.article,
        )

    def finish(self) -> None:
        """End what is half done: a note is kept, and so is where the article is left."""
        self.tools.note.save()
        self.leave_page()

    def leave_page(self) -> None:
        """Write down where the open article is left."""
        if self.article.id is not None:
            self.page_commands.leave(self.article.id)

    def put_by(self) -> None:
        """Leave what is half done to another workbench over the same library."""
        self.tools.note.put_by()
        self.leave_page()

    def open_first(self) -> bool:
        """Open the first article of the shelf, unless one lies open; return whether there is any."""
        if self.article.id is None and self.shelf.first is not None:
            self.article.open(self.shelf.first)
        return self.article.id is not None

    def _focus_legend(self) -> None:
        self.side.setCurrentWidget(self.legend)
        self.legend.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.legend.hasFocus():
            self.legend.focusNextChild()

    def _focus_marks(self) -> None:
        self.side.setCurrentWidget(self.marks)
        self.marks.focus_list()
