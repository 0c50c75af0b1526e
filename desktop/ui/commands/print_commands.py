"""From the open article to paper: what to print, then a printer or a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop.model import Annotation, Article, Label
from desktop.settings import Settings
from desktop.ui.commands.file_commands import documents
from desktop.ui.controls.ask_files import Choose, Kind, Question
from desktop.ui.controls.notice import Notice
from desktop.ui.controls.widget_names import named
from desktop.ui.library.workspace import Workspace
from desktop.ui.page.reader import Reader
from desktop.ui.paper.page_drawing import PaperRun
from desktop.ui.paper.print_dialog import PrintDialog
from desktop.ui.paper.printout import Printout, Wanted
from desktop.ui.words.numbers import number
from desktop.writing import free_name

_PATIENCE_MS = 500  # what is drawn sooner needs no word of how far it is
_UNFIT = re.compile(r'[\\/:*?"<>|\n\r\t]+')


class Paper(QObject):
    """Shows the dialog over a window, and carries out what was chosen there."""

    saved = Signal()  # a PDF was written

    def __init__(self, window: QWidget, workspace: Workspace, notice: Notice, choose: Choose, language: str) -> None:
        super().__init__(window)
        self._window, self._workspace, self._notice = window, workspace, notice
        self._choose, self._language = choose, language
        self._folder = documents()
        self._article: Article | None = None
        self._annotations: Sequence[Annotation] = ()
        self._labels: Sequence[Label] = ()
        self.wanted: Wanted | None = None  # what was chosen last

    def show(
        self,
        article: Article,
        annotations: Sequence[Annotation],
        labels: Sequence[Label],
        settings: Settings,
        reader: Reader,
    ) -> PrintDialog:
        """Show how an article would look on paper and let it be printed or saved."""
        self._article, self._annotations, self._labels = article, annotations, labels
        self.wanted = Wanted(
            settings.paper_marks, settings.paper_furniture, reader.face, reader.loudness, reader.hidden
        )
        dialog = PrintDialog(self._printout, self.wanted, self._language, self._window)
        dialog.save_requested.connect(self.save)
        self.saved.connect(dialog.accept)  # it would lie over the words that say so
        dialog.print_requested.connect(self.print)
        dialog.wanted_changed.connect(self._on_wanted)
        dialog.open()
        return dialog

    def _on_wanted(self, wanted: Wanted) -> None:
        self.wanted = wanted

    def _printout(self, wanted: Wanted, paper: QSizeF | None = None) -> Printout:
        if self._article is None:
            raise RuntimeError("no article to print")
        return Printout(self._article, self._annotations, self._labels, self._language, wanted, paper)

    def save(self) -> None:
        """Ask where to, and write a PDF."""
        if self._article is None or self.wanted is None:
            return
        name = _UNFIT.sub(" ", self._article.title).strip()[:80] or "bai"
        start = free_name(self._folder / f"{name}.pdf")
        question = Question(Kind.SAVE, self.tr("Save as PDF"), start, "PDF (*.pdf)")
        for asked in self._choose(self._window, question):
            target = asked if asked.suffix else asked.with_suffix(".pdf")
            self._folder = target.parent
            printout, buffer = self._printout(self.wanted), QBuffer(self)
            self._draw(
                PaperRun(printout, printout.writer(buffer), parent=self),
                partial(self._write, target, buffer, target == asked),
            )

    def _write(self, target: Path, buffer: QBuffer, agreed: bool) -> None:
        content = bytes(buffer.data().data())
        buffer.deleteLater()
        self._workspace.write_file(target, content, agreed, self._written, self._workspace.failed.emit)

    def _written(self, target: Path) -> None:
        self.saved.emit()
        self._notice.inform(self.tr("Saved as PDF: {0}").format(target))

    def _draw(self, run: PaperRun, done: Callable[[], object] | None = None) -> None:
        """Draw pages between the window's events; a long run tells how far it is and can be cancelled."""
        progress = named(QProgressDialog(self._window), "paper_progress")
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
                counts = (number(each, self._language) for each in (drawn, pages))
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

        if self._article is None or self.wanted is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._article.title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: object) -> None:
        """Print the chosen pages of the open article on a printer that has been set up."""
        from PySide6.QtPrintSupport import QPrinter

        if not isinstance(printer, QPrinter) or self.wanted is None:
            return
        printer.setFullPage(True)
        size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        if printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape:
            size = QSizeF(size.height(), size.width())
        printout = self._printout(replace(self.wanted), size)
        first = max(printer.fromPage() - 1, 0)
        self._draw(PaperRun(printout, printer, first, printer.toPage() or None, self))
