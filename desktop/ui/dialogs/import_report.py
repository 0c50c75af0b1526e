"""What an import left out, file by file, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QWidget

from desktop.errors import KnownError
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.words import error_words


class ImportReport(ClosingDialog):
    """The list of files that were not imported, each with what is wrong and what to do."""

    save_requested = Signal(str)  # what is to stand in the file
    encodings_requested = Signal()

    def __init__(
        self,
        failed: Sequence[KnownError],
        added: int,
        known: int,
        parent: QWidget | None = None,
        labels: Sequence[str] = (),
        notices: Sequence[KnownError] = (),
        doubtful: int = 0,
    ) -> None:
        """Take what failed, how many articles were added and were there already, the labels made for marks, and what else is told.

        `doubtful` is how many texts were read from an old encoding, or are in none that is known.
        """
        super().__init__("import_report", self.tr("Import"), parent)
        words = self.tr("Files left out: {0}. Imported: {1}. Already in the library: {2}.").format(
            len(failed), added, known
        )
        if labels:
            words = f"{words}\n{self.tr('Labels made for marks: {0}.').format(', '.join(labels))}"
        head = plain_label(words, self)
        head.setWordWrap(True)
        self.list = named(QListWidget(self), "failures")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Files left out"))
        self.list.addItems([error_words.sentence(error) for error in (*failed, *notices)])
        self.list.setSpacing(3)
        self.add(head, self.list)
        foot = self.add_closing_foot()
        self.save = named(
            foot.addButton(self.tr("&Save the report…"), QDialogButtonBox.ButtonRole.ActionRole), "report_save"
        )
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._save)
        self.encodings = named(
            foot.addButton(self.tr("Old &encodings ({0})…").format(doubtful), QDialogButtonBox.ButtonRole.ActionRole),
            "report_encodings",
        )
        self.encodings.setAutoDefault(False)
        self.encodings.setVisible(bool(doubtful))
        self.encodings.clicked.connect(self.encodings_requested)
        self._head = words
        self.resize(620, 360)

    def _save(self) -> None:
        lines = [self._head, *(self.list.item(at).text() for at in range(self.list.count()))]
        self.save_requested.emit("\n".join(lines) + "\n")
