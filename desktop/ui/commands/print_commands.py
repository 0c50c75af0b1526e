"""From the open article to paper: what to print, then a printer or a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QProgressDialog

from desktop.model import Annotation, Article, Label
from desktop.settings import Settings
from desktop.ui.article.open_article import OpenArticle
from desktop.ui.commands.surroundings import Surroundings
from desktop.ui.controls.ask_files import Kind, Question
from desktop.ui.controls.widget_names import named
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.reader import Reader
from desktop.ui.paper.page_drawing import PaperRun
from desktop.ui.paper.print_dialog import PrintDialog
from desktop.ui.paper.printout import Printout, Wanted
from desktop.writing import free_name

_FILES = "paper"  # what files are asked for
_PATIENCE_MS = 500  # what is drawn sooner needs no word of how far it is
_UNFIT = re.compile(r'[\\/:*?"<>|\n\r\t]+')


class PrintCommands(QObject):
    """Shows how the open article would look on paper, and remembers what was chosen there."""

    def __init__(
        self, around: Surroundings, library: Workspace, article: OpenArticle, reader: Reader, settings: Settings
    ) -> None:
        super().__init__(around.parent)
        self._around, self._library, self._open, self._reader = around, library, article, reader
        self._marks, self._furniture, self._notes = settings.paper_marks, settings.paper_furniture, settings.paper_notes

    @property
    def wishes(self) -> dict[str, Callable[[], object]]:
        """What the actions ask for."""
        return {"print": self.show}

    def show(self) -> None:
        """Show the open article as it would be printed."""
        article, reader = self._open.article, self._reader
        if article is not None:
            wanted = Wanted(self._marks, self._furniture, reader.face, reader.loudness, reader.hidden, self._notes)
            paper = Paper(self._around, self._library, article, self._open.annotations, self._open.labels, wanted)
            paper.wanted_changed.connect(self._remember)
            paper.show()

    def seen(self, settings: Settings) -> Settings:
        """Return settings with what was chosen last."""
        return replace(settings, paper_marks=self._marks, paper_furniture=self._furniture, paper_notes=self._notes)

    def _remember(self, wanted: Wanted) -> None:
        self._marks, self._furniture, self._notes = wanted.marks, wanted.furniture, wanted.notes


class Paper(QObject):
    """One article on its way to a printer or a PDF."""

    saved = Signal()  # a PDF was written
    wanted_changed = Signal(object)  # Wanted

    def __init__(
        self, around: Surroundings, library: Workspace, article: Article, annotations: Sequence[Annotation],
        labels: Sequence[Label], wanted: Wanted,
    ) -> None:  # fmt: skip
        super().__init__(around.parent)
        self._around, self._library = around, library
        self._article, self._annotations, self._labels = article, annotations, labels
        self.wanted = wanted

    def show(self) -> PrintDialog:
        """Show how the article would look and let it be printed or saved."""
        dialog = PrintDialog(self._printout, self.wanted, self._around.language, self._around.parent)
        dialog.save_requested.connect(self.save)
        self.saved.connect(dialog.accept)  # it would lie over the words that say so
        dialog.print_requested.connect(self.print)
        dialog.wanted_changed.connect(self._on_wanted)
        dialog.open()
        return dialog

    def _on_wanted(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.wanted_changed.emit(wanted)

    def _printout(self, wanted: Wanted, paper: QSizeF | None = None) -> Printout:
        return Printout(self._article, self._annotations, self._labels, self._around.language, wanted, paper)

    def save(self) -> None:
        """Ask where to, and write a PDF."""
        name = _UNFIT.sub(" ", self._article.title).strip()[:80] or "bai"
        start = free_name(self._around.files.folder(_FILES) / f"{name}.pdf")
        question = Question(Kind.SAVE, self.tr("Save as PDF"), start, "PDF (*.pdf)")
        for asked in self._around.files.ask(_FILES, self._around.parent, question):
            target = asked if asked.suffix else asked.with_suffix(".pdf")
            printout, buffer = self._printout(self.wanted), QBuffer(self)
            self._draw(
                PaperRun(printout, printout.writer(buffer), parent=self),
                partial(self._write, target, buffer, target == asked),
            )

    def _write(self, target: Path, buffer: QBuffer, agreed: bool) -> None:
        content = bytes(buffer.data().data())
        buffer.deleteLater()
        self._library.errands.write_file(target, content, agreed, self._written, self._library.tell)

    def _written(self, target: Path) -> None:
        self.saved.emit()
        self._around.notice.inform(self.tr("Saved as PDF: {0}").format(target))

    def _draw(self, run: PaperRun, done: Callable[[], object] | None = None) -> None:
        """Draw pages between the window's events; a long run tells how far it is and can be cancelled."""
        progress = named(QProgressDialog(self._around.parent), "paper_progress")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setWindowTitle(self.tr("Print or save as PDF"))
        progress.setLabelText(self.tr("Drawing the pages…"))
        progress.setCancelButtonText(self.tr("&Cancel"))
        progress.setAutoReset(False)
        progress.setMinimumDuration(_PATIENCE_MS)

        def tell(drawn: int, pages: int) -> None:
            progress.setRange(0, pages)
            progress.setValue(drawn)
            if pages:
                counts = (self._around.number(each) for each in (drawn, pages))
                progress.setLabelText(self.tr("Drawing the pages: {0} of {1}").format(*counts))

        def end() -> None:
            progress.canceled.disconnect()
            progress.close()
            progress.deleteLater()
            run.deleteLater()

        def finish() -> None:
            end()
            if done is not None:
                done()

        def cancel() -> None:
            run.cancel()
            end()

        run.progressed.connect(tell)
        run.finished.connect(finish)
        progress.canceled.connect(cancel)
        run.start()

    def print(self) -> None:
        """Let the system's dialog choose a printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._article.title)
        dialog = QPrintDialog(printer, self._around.parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: object) -> None:
        """Print the chosen pages of the open article on a printer that has been set up."""
        from PySide6.QtPrintSupport import QPrinter

        if not isinstance(printer, QPrinter):
            return
        printer.setFullPage(True)
        size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        if printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape:
            size = QSizeF(size.height(), size.width())
        printout = self._printout(replace(self.wanted), size)
        first = max(printer.fromPage() - 1, 0)
        self._draw(PaperRun(printout, printer, first, printer.toPage() or None, self))
