"""Documents in, and their files out: imports, pastes, originals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.errors import KnownError
from desktop.exchange import READERS
from desktop.model import Listing
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.meant import Meant
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.ask_files import Kind as Asked
from desktop.ui.controls.ask_files import Question, local_files
from desktop.ui.controls.text_keys import is_written_in
from desktop.ui.jobs.job import Ended, Job, Kind
from desktop.ui.jobs.job_board import JobBoard
from desktop.ui.library.tasks import WAITED_FOR
from desktop.ui.library.workspace import Workspace
from desktop.ui.shelf.shelf import Shelf
from desktop.writing import free_name, last_part

if TYPE_CHECKING:
    from desktop.operations.columns import Table
    from desktop.operations.kept.encodings import Look
    from desktop.ui.jobs.import_job import Imported

_UNCLEAR = ("table-columns", "file-keys", "file-no-export")  # errors of tables whose columns may mean something
_IN, _OUT = "import", "export"  # what files are asked for
_PAGE_BEGINS = ("<!doctype html", "<html", "<?xml")


class FileCommands(QObject):
    """Brings files into a library and out of it; what comes in is a job of the library's board."""

    _decided = Signal()  # in which encoding texts are: what was told of them is past

    def __init__(
        self, around: Surroundings, library: Workspace, article: OpenArticle, meant: Meant, jobs: JobBoard, shelf: Shelf
    ) -> None:
        super().__init__(around.parent)
        self._around, self._library, self._article, self._meant = around, library, article, meant
        self._jobs, self._shelf = jobs, shelf

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {
            "import_files": self.import_files, "import_folder": self.import_folder, "paste": self.paste,
            "paste_page": self.paste_page, "save_original": self.save_original,
        }  # fmt: skip

    # In

    def import_files(self) -> None:
        """Ask for files and import them."""
        patterns = " ".join(f"*{suffix}" for suffix in READERS)
        names = self.tr("Texts and pages") + f" ({patterns});;" + self.tr("All files") + " (*)"
        self._ask(Question(Asked.FILES, self.tr("Import files"), Path(), names))

    def import_folder(self) -> None:
        """Ask for a folder and import all that can be read in it."""
        self._ask(Question(Asked.FOLDER, self.tr("Import a folder"), Path()))

    def _ask(self, question: Question) -> None:
        self.start(self._around.files.ask(_IN, self._around.parent, question))

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders; while an import goes on, these wait for its end."""
        from desktop.ui.jobs.import_job import ImportJob

        if paths:
            self._jobs.start(ImportJob(self._library, paths))

    def paste(self) -> None:
        """Import the clipboard: its text, or its page if it holds nothing else."""
        self.take(QApplication.clipboard().mimeData(), False)

    def paste_page(self) -> None:
        """Import the clipboard as a web page, without what stands around the article."""
        self.take(QApplication.clipboard().mimeData(), True)

    def take(self, content: QMimeData | None, as_page: bool = False) -> None:
        """Import what was pasted or dropped."""
        paths = local_files(content)
        text = content.text() if content is not None and content.hasText() else ""
        page = content.html() if content is not None and content.hasHtml() else ""
        if paths:
            self.start(paths)
        elif page and (as_page or not text.strip()):
            self._start_paste(page, True)
        else:
            self._start_paste(text, as_page or text.lstrip()[:20].lower().startswith(_PAGE_BEGINS))

    def _start_paste(self, content: str, is_page: bool) -> None:
        from desktop.ui.jobs.import_job import ImportJob

        self._jobs.start(ImportJob(self._library, pasted=content, is_page=is_page))

    def on_ended(self, job: Job, ended: Ended) -> None:
        """Open what an import brought, if that is what is wanted now, and tell how it ended."""
        if job.kind is Kind.IMPORT and ended.result is not None:
            self._open(ended.result)  # type: ignore[arg-type]  # what an import ends with
            self._tell(ended.result, ended.cancelled)  # type: ignore[arg-type]

    def _open(self, imported: Imported) -> None:
        """Open what came alone; of several that came beside others list these, and open the first, unless somebody writes meanwhile."""
        articles = imported.added or imported.known
        if len(articles) == 1:
            self._article.open(articles[0])
        elif 1 < len(imported.added) < self._library.reads.view(Listing()).count and not is_written_in(
            QApplication.focusWidget()
        ):
            self._show_new(imported)
        elif articles and self._article.id is None:  # the first of many: begin at the top of the shelf
            self._article.open(self._shelf.first or articles[0])
            self._shelf.list.scrollToTop()

    def _show_new(self, imported: Imported) -> None:
        """List what came, and open the first."""
        if imported.step is not None:
            self._shelf.show_new(imported.step)
            self._article.open(self._shelf.first or imported.added[0])

    def _tell(self, imported: Imported, cancelled: bool) -> None:
        added, known = len(imported.added), len(imported.known)
        unclear = [Path(str(each.parameters["path"])) for each in imported.failed if each.kind in _UNCLEAR]
        if len(unclear) == len(imported.failed) == 1 and not imported.notices:
            self._ask_columns(unclear[0], imported.failed[0])
            return
        if imported.failed or imported.notices:
            from desktop.ui.dialogs.import_report import ImportReport

            parent, labels = self._around.parent, imported.labels
            doubtful = imported.doubtful
            report = ImportReport(imported.failed, added, known, parent, labels, imported.notices, len(doubtful))
            report.save_requested.connect(self._save_report)
            report.encodings_requested.connect(partial(self._ask_encodings, doubtful))
            self._decided.connect(report.accept)
            report.open()
            return
        words = [self.tr("Imported: {0}.").format(added)] if added else []
        if imported.labels:
            words.append(self.tr("Labels made for marks: {0}.").format(", ".join(imported.labels)))
        if known:
            words.append(self.tr("Already in the library: {0}.").format(known))
        if cancelled:
            words.append(self.tr("Cancelled; what was imported stays, Undo takes it back."))
        told = " ".join(words) or self.tr("There was nothing to import.")
        if added and self._article.id not in imported.added:  # else one of them lies open
            self._around.notice.inform(told, self.tr("Show them"), partial(self._show_new, imported))
        else:
            self._around.notice.inform(told)

    def _ask_columns(self, path: Path, error: KnownError) -> None:
        """Ask what the columns of a table mean of which nobody knows which holds the text."""

        def show(table: Table | None) -> None:
            from desktop.ui.dialogs.columns_dialog import ColumnsDialog

            if table is None:
                self._around.warn(error)
                return
            dialog = ColumnsDialog(path, table, self._around.parent)
            dialog.chosen.connect(partial(self._take_columns, path))
            dialog.open()

        work = partial(self._library.intake.columns, path)
        self._library.tasks.run(work, show, self._library.tell, WAITED_FOR)

    def _take_columns(self, path: Path, meant: dict[str, str]) -> None:
        self._library.intake.remember_columns(path, meant)
        self.start([path])

    def _ask_encodings(self, paths: Sequence[Path]) -> None:
        """Show texts in old encodings before and after, to be read in another way."""

        def show(files: list[tuple[Path, Look]]) -> None:
            from desktop.ui.dialogs.encodings_dialog import EncodingsDialog

            dialog = EncodingsDialog(files, self._around.parent)
            dialog.chosen.connect(self._read_as)
            dialog.open()

        work = partial(self._library.intake.encodings, paths)
        self._library.tasks.run(work, show, self._library.tell, WAITED_FOR)

    def _read_as(self, meant: dict[Path, str]) -> None:
        """Read articles that are there in another way, and import the files that could not be read."""
        self._decided.emit()
        work = partial(self._library.intake.remember_encodings, meant)
        self._library.tasks.run(work, self._read_anew, self._library.tell, WAITED_FOR)

    def _read_anew(self, keys: dict[Path, str]) -> None:
        from desktop.ui.jobs.reread_job import RereadJob

        there, others = self._library.intake.those_there(keys)
        if there:
            self._jobs.start(RereadJob(self._library, there))
        self.start(others)

    def _save_report(self, words: str) -> None:
        start = free_name(self._around.files.folder(_OUT) / self.tr("import report.txt"))
        question = Question(Asked.SAVE, self.tr("Save the report"), start)
        for target in self._around.files.ask(_OUT, self._around.parent, question):
            self._library.errands.write_file(target, words.encode(), True, self._told_saved, self._library.tell)

    def _told_saved(self, target: Path) -> None:
        self._around.notice.inform(self.tr("Saved: {0}").format(target))

    # Out

    def save_original(self) -> None:
        """Ask where to, and write the open article's file again."""
        found = self._article.article
        if found is None:
            return
        name = last_part(found.file or "") or f"{found.title[:60]}.txt".replace("/", "-")
        start = free_name(self._around.files.folder(_OUT) / name)
        question = Question(Asked.SAVE, self.tr("Save the original file"), start)
        for target in self._around.files.ask(_OUT, self._around.parent, question):
            if self._library.errands.save_original(found.id, target):
                self._around.notice.inform(self.tr("Saved, byte for byte as it was imported: {0}").format(target))
