"""A report to read and to copy: an error nobody expected, a library that is not whole, or what a person says of a bug."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label

_LEAST, _MOST = 190, 420  # pixels: no more than the report needs


class ReportDialog(ClosingDialog):
    """Says what the report is about, and gives it to copy; of itself that of an error."""

    def __init__(self, report: str, parent: QWidget | None = None, title: str = "", words: str = "") -> None:
        super().__init__("report", title or self.tr("An error in Bút Dạ"), parent)
        self._report = report
        words = words or self.tr(
            "Something went wrong that should not have. Your library is whole: every mark was saved when you made it. "
            "Please send the report below to the makers; it holds nothing of your articles."
        )
        head = plain_label(words, self)
        head.setWordWrap(True)
        text = QPlainTextEdit(report, self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Report"))
        self.add(head, text)
        foot = self.add_closing_foot()
        self._copied = foot.addButton(self.tr("Co&py the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copied.clicked.connect(self._copy)
        lines = report.count("\n") + 1
        self.resize(620, min(_LEAST + lines * text.fontMetrics().lineSpacing(), _MOST))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copied.setText(self.tr("Copied"))
