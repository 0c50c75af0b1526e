"""The main window: shelf, page and legend over one workspace; every wish and every signal is joined here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMenu, QTabWidget, QVBoxLayout, QWidget

from desktop.errors import KnownError
from desktop.ui.commands import history_commands
from desktop.ui.controls import ask_files
from desktop.ui.controls.widget_names import named
from desktop.ui.look.theme import Theme
from desktop.ui.window.frame import PAGE, SHELF, SIDE, Frame, side_width

if TYPE_CHECKING:
    from desktop.model import ArticleId
    from desktop.ui.article.open_article import Desk
    from desktop.ui.commands.article_commands import Shelving
    from desktop.ui.commands.file_commands import Transfers
    from desktop.ui.commands.library_commands import Upkeep
    from desktop.ui.dialogs.first_steps import Hints
    from desktop.ui.jobs.import_job import Imported
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.marking.marking_tools import MarkDesk
    from desktop.ui.page.reader import Reader

_OF_ARTICLES = ("delete_articles", "card", "tag", "detect_articles", "unread", "reading", "done")


class MainWindow(Frame):
    """One window in one theme and one language; a change of either is a new window over the same workspace.

    It can be shown as its mere frame. `complete` makes its parts, once; nothing but the actions is there before.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    preferences_requested = Signal()
    library_requested = Signal()  # another one that is there
    new_library_requested = Signal()
    recent_library_chosen = Signal(str)  # its path
    samples_requested = Signal()
    hints_ended = Signal()

    def __init__(self, theme: Theme, language: str, choose: ask_files.Choose = ask_files.choose) -> None:
        super().__init__(theme, language)
        self._choose = choose
        self._reader: Reader | None = None
        self._workspace: Workspace | None = None
        self.completed = False
        self.desk: Desk | None = None
        self.mark_desk: MarkDesk | None = None
        self.transfers: Transfers | None = None
        self.upkeep: Upkeep | None = None
        self.shelving: Shelving | None = None
        self.hints: Hints | None = None
        for action in self.acts.by_name.values():
            action.setEnabled(False)

    def reader_ahead(self) -> Reader:
        """Make the reader before all else and let it take its place alone."""
        from desktop.ui.page.reader import Reader

        self._reader = Reader(self.theme, self.language, self)
        self.put_ahead(self._reader)
        self._reader.show()
        return self._reader

    def complete(self) -> None:
        """Make the parts, and put them where the frame kept their places."""
        from desktop.ui.commands.page_commands import Reading
        from desktop.ui.controls.notice import Notice
        from desktop.ui.marks.legend import Legend
        from desktop.ui.marks.marks_pane import AnnotationsPane
        from desktop.ui.page.reader import Reader
        from desktop.ui.shelf.shelf import Shelf
        from desktop.ui.window.status_bar import StatusBar

        theme, language = self.theme, self.language
        self.completed = True
        self.acts.draw()
        for action in self.acts.by_name.values():
            action.setEnabled(True)
        self.shelf = named(Shelf(theme, language, self), "shelf")
        self.reader = named(self._reader or Reader(theme, language), "reader")
        self.reader.setParent(None)  # so that the keyboard comes to it after the shelf
        self.reader.setParent(self)
        self.legend = named(Legend(theme, language, self), "legend")
        self.marks = AnnotationsPane(theme, language, self)
        self.notice = Notice(theme, self)
        self.status = StatusBar(language, self)
        self.reading = Reading(self.reader, self.acts, theme, language, self)
        self._compose()
        self._connect_view()
        self._update_actions()
        self.acts.enable({"undo": False, "redo": False})

    def _compose(self) -> None:
        self.setAcceptDrops(True)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice.lie_over(middle)
        column.addWidget(self.reading.pane)
        self.side = named(QTabWidget(self), "side")
        self.side.setDocumentMode(True)
        self.side.tabBar().setDrawBase(False)
        self.side.setMinimumWidth(side_width())
        self.side.setAccessibleName(self.tr("Legend and marks"))
        for tab, title, keys in ((self.legend, self.tr("Legend"), "Ctrl+3"), (self.marks, self.tr("Marks"), "Ctrl+4")):
            self.side.setTabToolTip(self.side.addTab(tab, title), f"{title} ({keys})")
        for at, part in ((SHELF, self.shelf), (PAGE, middle), (SIDE, self.side)):
            self.put(at, part)
        self.setStatusBar(self.status)

    def _connect_view(self) -> None:
        """Join what needs no library."""
        act, reader, shelf = self.acts, self.reader, self.shelf
        for name, wish in (
            ("quit", self.close), ("find", shelf.focus_search), ("preferences", self.preferences_requested.emit),
            ("open_library", self.library_requested.emit), ("go_shelf", shelf.focus_list), ("go_article", reader.setFocus),
            ("go_legend", self._focus_legend), ("go_marks", self._focus_marks), ("next_article", partial(shelf.step, 1)),
            ("previous_article", partial(shelf.step, -1)), ("zoom_in", partial(reader.zoom, 1)),
            ("zoom_out", partial(reader.zoom, -1)), ("zoom_usual", partial(reader.zoom, 0)),
            ("next_mark", partial(reader.next_annotation, True, True)),
            ("previous_mark", partial(reader.next_annotation, False, True)),
            ("new_library", self.new_library_requested.emit), ("samples", self.samples_requested.emit),
            ("hints", self.show_hints), ("bug_report", self._show_report), ("system", partial(self.theme_chosen.emit, "system")),
            ("switch_theme", self._switch_theme), ("keys", self._show_keys), ("about", self._show_about),
        ):  # fmt: skip
            act.connect(name, wish)
        for name in ("light", "sepia", "dark"):
            act[name].setChecked(self.theme.name == name)
            act.connect(name, partial(self.theme_chosen.emit, name))
        for name in ("vi", "en"):
            act[name].setChecked(self.language == name)
            act.connect(name, partial(self.language_chosen.emit, name))
        self.reading.theme_chosen.connect(self.theme_chosen)
        reader.annotation_selected.connect(self._update_actions)
        reader.selectionChanged.connect(self._update_actions)
        reader.context_menu_requested.connect(self._show_menu)
        shelf.list.selectionModel().selectionChanged.connect(self._update_actions)

    def use(self, workspace: Workspace) -> None:
        """Join the window and a workspace; a window serves one workspace for its life."""
        from desktop.ui.article.open_article import Desk
        from desktop.ui.commands.article_commands import Shelving
        from desktop.ui.commands.file_commands import Transfers
        from desktop.ui.commands.library_commands import Upkeep
        from desktop.ui.marking.marking_tools import MarkDesk

        self._workspace = workspace
        self.desk = desk = Desk(workspace, self.reader, self.legend, self.status, self)
        self.transfers = transfers = Transfers(self, workspace, self._choose)
        self.reading.use(workspace, desk, self.notice, self._choose)
        self.upkeep = upkeep = Upkeep(self, workspace, self._choose)
        self.status.show_library(workspace.path)
        workspace.library_changed.connect(self._read_shelf)
        workspace.changed.connect(self._read_row)
        self.shelving = Shelving(self, workspace)
        for signal in (workspace.library_changed, workspace.changed, workspace.cards_changed):
            signal.connect(self._read_history)
        workspace.failed.connect(self._warn)
        workspace.searched.connect(self.shelf.show_hits)
        self.shelf.open_requested.connect(desk.open)
        self.shelf.search_requested.connect(self._search)
        self.shelf.import_requested.connect(transfers.import_files)
        self.shelf.samples_requested.connect(self.samples_requested)
        self.shelf.delete_requested.connect(workspace.delete_articles)
        self.shelf.read_requested.connect(self.reader.setFocus)
        self.status.cancel_requested.connect(transfers.cancel)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._update_actions)
        transfers.imported.connect(self._on_imported)
        upkeep.going_changed.connect(self._update_actions)
        for name, wish in (
            ("import_files", transfers.import_files), ("import_folder", transfers.import_folder), ("paste", transfers.paste),
            ("paste_page", transfers.paste_page), ("export", self._export), ("save_original", self._save_original),
            ("backup", upkeep.back_up), ("check", upkeep.check),
            ("delete_articles", self._delete_articles), ("undo", self._undo), ("redo", self._redo),
            ("accept", desk.accept_selected), ("reject", desk.reject_selected), ("delete", desk.delete_selected),
            ("accept_all", desk.accept_all), ("detect", desk.detect_again),
        ):  # fmt: skip
            self.acts.connect(name, wish)
        self._fill_labels()
        self.mark_desk = MarkDesk(workspace, desk, self.reader, self.marks, self.acts, self.theme, self.language)
        self.mark_desk.marked_all.connect(self._tell_marked)
        self.mark_desk.left_over.connect(self.notice.inform)
        self.shelf.bar.set_labels(desk.labels)
        self.shelf.read(workspace.view)
        self._read_shelf()
        self._read_history()

    # What the window reads again

    def _read_shelf(self) -> None:
        if self._workspace is not None:
            self.shelf.reload()
            self.reader.set_library_empty(self._workspace.is_empty)
            self.shelf.select(self._open_id)
            self._update_actions()

    def _read_row(self, article: ArticleId) -> None:
        if self._workspace is not None:
            self.shelf.show_rows(self._workspace.rows_of(self.shelf.model.held([article])))
        if article == self._open_id and self.desk is not None and self.desk.article is not None:
            self.setWindowTitle(f"{self.desk.article.title} – Bút Dạ")

    def _read_history(self) -> None:
        """Name what undo and redo would do; asked for after changes only."""
        from desktop.ui.words import error_words

        if self._workspace is not None:
            for name, title in zip(("undo", "redo"), self._workspace.next_titles(), strict=True):
                self.acts.name_step(name, error_words.step(title) if title else None)

    def _search(self, query: str) -> None:
        if self._workspace is not None:
            self._workspace.search(query, self.shelf.bar.listing)

    def _on_opened(self, article: ArticleId) -> None:
        self.shelf.select(article)
        if self._workspace is not None:
            self.reader.set_library_empty(self._workspace.is_empty)
        found = self.desk.article if self.desk else None
        self.setWindowTitle(f"{found.title} – Bút Dạ" if found else "Bút Dạ")
        importing = self.transfers is not None and self.transfers.importing
        workspace = self._workspace
        if (
            found is not None
            and found.detected is None
            and not importing
            and workspace is not None
            and workspace.detecting
        ):
            workspace.detect_again(found.id)  # its import was cancelled before its turn came

    def _on_imported(self, imported: Imported) -> None:
        articles = imported.added or imported.known
        if self.desk is None or not articles:
            return
        if len(articles) == 1:
            self.desk.open(articles[0])
        elif self.desk.article is None:  # the first of many: begin at the top of the shelf
            self.desk.open(self.shelf.first or articles[0])
            self.shelf.list.scrollToTop()

    def _update_actions(self) -> None:
        workspace, desk = self._workspace, self.desk
        ready = workspace is not None
        is_open = desk is not None and desk.article is not None
        chosen = desk is not None and desk.selected is not None
        text = is_open and self.reader.selected_range() is not None
        self.acts.enable(
            dict.fromkeys(("import_files", "import_folder", "paste", "paste_page", "export", "find", "samples"), ready)
            | dict.fromkeys(("backup", "check"), self.upkeep is not None and not self.upkeep.going)
            | dict.fromkeys(("save_original", "detect", "next_mark", "previous_mark"), is_open)
            | dict.fromkeys(("accept", "reject", "delete", "note"), chosen)
            | dict.fromkeys(("end_later", "end_earlier", "start_earlier", "start_later"), chosen)
            | {"bar": chosen or text}
            | {"accept_all": desk is not None and bool(desk.suggestions)}
            | dict.fromkeys(_OF_ARTICLES, ready and bool(self.shelf.selected_count or is_open))
        )
        for name, possible in (("label", chosen or text), ("label_all", chosen or text), ("edges", chosen)):
            self.acts.menus[name].setEnabled(possible)
        self.acts.menus["state"].setEnabled(self.acts["done"].isEnabled())

    def _fill_labels(self) -> None:
        if self.desk is None:
            return
        menu = self.acts.menus["label"]
        for label in self.desk.labels:
            text = f"{getattr(label, self.language)}\t{label.key}"
            self.acts.add(f"label_{label.name}", text, menu, partial(self.desk.give_label, label.name), label.color)

    # Wishes

    @property
    def _open_id(self) -> ArticleId | None:
        return self.desk.article.id if self.desk and self.desk.article else None

    def _undo(self) -> None:
        if self.shelving is not None:
            self.shelving.travel(undone=False)

    def _redo(self) -> None:
        if self.shelving is not None:
            self.shelving.travel(undone=True)

    def _delete_articles(self) -> None:
        articles = self.shelf.selected or ([self._open_id] if self._open_id else [])
        if self._workspace is not None and articles:
            self._workspace.delete_articles(articles)
            history_commands.tell(self.notice, self._workspace, self.tr("Articles deleted: {0}").format(len(articles)))

    def _tell_marked(self, count: int) -> None:
        if self._workspace is not None:
            history_commands.tell(self.notice, self._workspace, self.tr("Places marked: {0}").format(count))

    def _export(self) -> None:
        if self.transfers is not None:
            self.transfers.export(self._open_id, self.shelf.selected)

    def _save_original(self) -> None:
        if self.transfers is not None:
            self.transfers.save_original(self._open_id)

    def _focus_legend(self) -> None:
        self.side.setCurrentWidget(self.legend)
        self.legend.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.legend.hasFocus():
            self.legend.focusNextChild()

    def _focus_marks(self) -> None:
        self.side.setCurrentWidget(self.marks)
        self.marks.focus_list()

    def _switch_theme(self) -> None:
        self.theme_chosen.emit("light" if self.theme.dark else "dark")

    def _show_keys(self) -> None:
        from desktop.ui.dialogs.keys_dialog import KeysDialog

        self._show(KeysDialog(self.desk.labels if self.desk else [], self.language, self))

    def _show_report(self) -> None:
        from desktop.ui.commands.bug_report import report
        from desktop.ui.dialogs.report_dialog import ReportDialog

        words = self.tr(
            "Write what you did and what went wrong, and send it with the report below. It names the program, the system and the "
            "size of the library; it holds no word of your articles."
        )
        ReportDialog(report(self, self._workspace), self, self.tr("Report a bug"), words).open()

    def show_hints(self, step: int = 0) -> None:
        """Lead through the first steps from one of them on, one hint at a time."""
        from desktop.ui.dialogs.first_steps import Hints

        if self.hints is None or self.hints.ended:
            self.hints = Hints(self, self.theme)
            self.hints.finished.connect(self.hints_ended)
            self.hints.begin(step)

    def _show_about(self) -> None:
        from desktop.ui.dialogs.about import AboutDialog

        self._show(AboutDialog(str(self._workspace.path) if self._workspace else "", self))

    @property
    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open over this window, the newest last."""
        return [each for each in self.findChildren(QDialog) if each.isVisible()]

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _warn(self, error: KnownError) -> None:
        from desktop.ui.words import error_words

        self.notice.warn(error_words.sentence(error))

    def _show_menu(self, place: QPoint) -> None:
        menu = named(QMenu(self), "context")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("accept", "reject", "delete", "note"):
            menu.addAction(self.acts[name])
        menu.addSeparator()
        for name in ("label", "label_all", "edges"):
            menu.addAction(self.acts.menus[name].menuAction())  # addMenu would give the menu away
        menu.addSeparator()
        for name in ("next_mark", "previous_mark"):
            menu.addAction(self.acts[name])
        self.reading.extend(menu)
        menu.popup(place)

    # The window's own events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and text or pages from other programs."""
        content = event.mimeData()
        if self.transfers is not None and (content.hasUrls() or content.hasText() or content.hasHtml()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        if self.transfers is not None:
            event.acceptProposedAction()
            self.transfers.take(event.mimeData(), False)
