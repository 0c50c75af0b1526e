"""A report to read and to copy: an error nobody expected, a library that is not whole, or what a person says of a bug."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named


class ReportDialog(QDialog):
    """Says what the report is about, and gives it to copy; of itself that of an error."""

    def __init__(self, report: str, parent: QWidget | None = None, title: str = "", words: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("report")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        self.setWindowTitle(title or self.tr("An error in Bút Dạ"))
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
        buttons = QDialogButtonBox(self)
        self._copied = copy = buttons.addButton(self.tr("Co&py the report"), QDialogButtonBox.ButtonRole.ActionRole)
        close = named(QPushButton(self.tr("&Close"), self), "dialog_close")  # named before it takes its style
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for part in (head, text, buttons):
            layout.addWidget(part)
        self.resize(620, 360)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copied.setText(self.tr("Copied"))
