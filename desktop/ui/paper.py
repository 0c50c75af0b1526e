"""From the open article to paper: what to print, then a printer or a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSizeF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from desktop.model import Annotation, Article, Label
from desktop.settings import Settings
from desktop.ui.choosing import Choose, Kind, Question
from desktop.ui.notice import Notice
from desktop.ui.print_dialog import PrintDialog
from desktop.ui.printing import Printout, Wanted
from desktop.ui.reader import Reader
from desktop.ui.workspace import Workspace

_UNFIT = re.compile(r'[\\/:*?"<>|\n\r\t]+')


class Paper(QObject):
    """Shows the dialog over a window, and carries out what was chosen there."""

    def __init__(self, window: QWidget, workspace: Workspace, notice: Notice, choose: Choose, language: str) -> None:
        super().__init__(window)
        self._window, self._workspace, self._notice = window, workspace, notice
        self._choose, self._language = choose, language
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
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
        dialog.save_requested.connect(partial(self._save_from, dialog))
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

    def _save_from(self, dialog: PrintDialog) -> None:
        if self.save() is not None:
            dialog.accept()  # it would lie over the words that say so

    def save(self) -> Path | None:
        """Ask where to, and write a PDF; return its place if one was written."""
        if self._article is None or self.wanted is None:
            return None
        name = _UNFIT.sub(" ", self._article.title).strip()[:80] or "bai"
        question = Question(Kind.SAVE, self.tr("Save as PDF"), self._folder / f"{name}.pdf", "PDF (*.pdf)")
        for target in self._choose(self._window, question):
            target = target if target.suffix else target.with_suffix(".pdf")
            self._folder = target.parent
            if self._workspace.write_file(target, self._printout(self.wanted).pdf()):
                self._notice.inform(self.tr("Saved as PDF: {0}").format(target))
                return target
        return None

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
        printout.print_on(printer, first, printer.toPage() or None)
