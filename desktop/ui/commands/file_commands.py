"""Documents in and files out: the flows from a wish to its end, over dialogs, workers and the status bar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from desktop.errors import KnownError
from desktop.exchange import READERS
from desktop.model import ArticleId
from desktop.ui.controls.ask_files import Choose, Kind, Question
from desktop.ui.words import error_words
from desktop.writing import free_name, last_part

if TYPE_CHECKING:
    from desktop.operations import Exported
    from desktop.ui.dialogs.export_dialog import ExportDialog
    from desktop.ui.jobs.import_job import Imported, ImportRun
    from desktop.ui.library.workspace import Workspace
    from desktop.ui.window.workbench import MainWindow

_PAGE_BEGINS = ("<!doctype html", "<html", "<?xml")


class Transfers(QObject):
    """Imports, exports, originals and copies for one window over a workspace."""

    imported = Signal(object)  # Imported

    def __init__(self, window: MainWindow, workspace: Workspace, choose: Choose) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._choose = choose
        self._run: ImportRun | None = None
        self._waiting: list[list[Path]] = []
        self._folder = self._target = documents()  # where the next question begins, of files in and of files out

    # In

    @property
    def importing(self) -> bool:
        """Whether an import goes on."""
        return self._run is not None

    def import_files(self) -> None:
        """Ask for files and import them."""
        patterns = " ".join(f"*{suffix}" for suffix in READERS)
        names = self.tr("Texts and pages") + f" ({patterns});;" + self.tr("All files") + " (*)"
        self._start_chosen(Question(Kind.FILES, self.tr("Import files"), self._folder, names))

    def import_folder(self) -> None:
        """Ask for a folder and import all that can be read in it."""
        self._start_chosen(Question(Kind.FOLDER, self.tr("Import a folder"), self._folder))

    def _start_chosen(self, question: Question) -> None:
        chosen = self._choose(self._window, question)
        if chosen:
            self._folder = chosen[0].parent
            self.start(chosen)

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders; while an import goes on, these wait for its end."""
        if not paths:
            return
        if self._run is not None:
            self._waiting.append(list(paths))
            return
        self._new_run().start(paths)

    def paste(self) -> None:
        """Import the clipboard: its text, or its page if it holds nothing else."""
        self.take(QGuiApplication.clipboard().mimeData(), False)

    def paste_page(self) -> None:
        """Import the clipboard as a web page, without what stands around the article."""
        self.take(QGuiApplication.clipboard().mimeData(), True)

    def take(self, content: QMimeData | None, as_page: bool) -> None:
        """Import what was pasted or dropped."""
        paths = local_files(content)
        text = content.text() if content is not None and content.hasText() else ""
        page = content.html() if content is not None and content.hasHtml() else ""
        if paths:
            self.start(paths)
        elif self._run is not None:
            self._window.notice.warn(self.tr("An import is still going on. Wait for its end, then paste again."))
        elif page and (as_page or not text.strip()):
            self._new_run().start_paste(page, True)
        else:
            is_page = as_page or text.lstrip()[:20].lower().startswith(_PAGE_BEGINS)
            self._new_run().start_paste(text, is_page)

    def cancel(self) -> None:
        """Stop the import that goes on, and those that wait."""
        self._waiting.clear()
        if self._run is not None:
            self._run.cancel()

    def leave(self) -> None:
        """Stop without a word: the window goes."""
        if self._run is not None:
            self._run.finished.disconnect()
        self.cancel()

    def _new_run(self) -> ImportRun:
        from desktop.ui.jobs.import_job import ImportRun

        self._run = run = ImportRun(self._workspace, self)
        self._follow(run)
        return run

    def _follow(self, run: ImportRun) -> None:
        run.progressed.connect(self._window.status.show_progress)
        run.finished.connect(self._import_ended)
        self._window.status.show_progress(0, 0)

    def adopt(self, other: Transfers) -> None:
        """Go on with what another window over the same workspace had begun."""
        self._folder = other._folder
        self._waiting, other._waiting = other._waiting, []
        self._run, other._run = other._run, None
        if self._run is not None:
            self._run.progressed.disconnect()
            self._run.finished.disconnect()
            self._run.setParent(self)
            self._follow(self._run)

    def _import_ended(self, imported: Imported) -> None:
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self._window.status.end_progress()
        self.imported.emit(imported)
        self._tell(imported)
        if self._waiting:
            self.start(self._waiting.pop(0))

    def _tell(self, imported: Imported) -> None:
        if imported.failed:
            from desktop.ui.dialogs.import_report import ImportReport

            ImportReport(imported.failed, len(imported.added), len(imported.known), self._window).open()
            return
        added, known = len(imported.added), len(imported.known)
        words = [self.tr("Imported: {0}.").format(added)] if added else []
        if known:
            words.append(self.tr("Already in the library: {0}.").format(known))
        if imported.cancelled:
            words.append(self.tr("Cancelled; what was imported stays, Undo takes it back."))
        told = " ".join(words) or self.tr("There was nothing to import.")
        desk = self._window.desk
        shown = desk.article.id if desk is not None and desk.article is not None else None
        if added and shown not in imported.added:  # else one of them lies open
            self._window.notice.inform(told, self.tr("Show them"), self._window.shelf.show_newest)
        else:
            self._window.notice.inform(told)

    # Out

    def export(self, article: ArticleId | None, selected: Sequence[ArticleId]) -> None:
        """Show the export dialog."""
        from desktop.ui.dialogs.export_dialog import ExportDialog

        dialog = ExportDialog(article, selected, self._target, self._choose, self._window.language, self._window)
        dialog.export_requested.connect(partial(self._export, dialog))
        dialog.open()

    def _export(self, dialog: ExportDialog) -> None:
        wish = dialog.wish()
        self._target = wish.target.parent
        self._workspace.export(
            wish.format_name,
            wish.target,
            wish.selection,
            wish.force,
            partial(self._exported, dialog),
            partial(self._not_exported, dialog),
        )

    def _exported(self, dialog: ExportDialog, exported: Exported) -> None:
        if isValid(dialog):
            dialog.show_result(exported)

    def _not_exported(self, dialog: ExportDialog, error: KnownError) -> None:
        if not isValid(dialog):  # closed meanwhile
            self._window.notice.warn(error_words.sentence(error))
        elif error.kind == "file-there":
            dialog.ask_replace(str(error.parameters["path"]))
        else:
            dialog.show_failure(error_words.sentence(error))

    def save_original(self, article: ArticleId | None) -> None:
        """Ask where to, and write the open article's file again."""
        found = self._workspace.article(article) if article else None
        if found is None:
            return
        name = last_part(found.file or "") or f"{found.title[:60]}.txt".replace("/", "-")
        start = free_name(self._target / name)
        for target in self._choose(self._window, Question(Kind.SAVE, self.tr("Save the original file"), start)):
            self._target = target.parent
            if self._workspace.save_original(found.id, target):
                self._window.notice.inform(self.tr("Saved, byte for byte as it was imported: {0}").format(target))


def documents() -> Path:
    """Return the person's folder of documents, or the home folder where there is none."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def local_files(content: QMimeData | None) -> list[Path]:
    """Return the files and folders of this machine that a drop or the clipboard names."""
    if content is None or not content.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
