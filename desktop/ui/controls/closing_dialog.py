"""What every dialog has: a name, a title, margins, a foot of buttons, and an end: it is deleted when it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from desktop.ui.controls.widget_names import named

_MARGINS = 20, 18, 20, 16  # pixels: left, above, right, below


class ClosingDialog(QDialog):
    """`column` takes the parts from above to below; the foot stands under them, and is made last: Tab comes to it after all else."""

    def __init__(self, name: str, title: str, parent: QWidget | None, spacing: int = 12) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(*_MARGINS)
        self._whole.setSpacing(spacing)
        self.column = QVBoxLayout()
        self._whole.addLayout(self.column, 1)
        self.column.setSpacing(spacing)

    def add(self, *parts: QWidget) -> None:
        """Put parts below those that are there."""
        for part in parts:
            self.column.addWidget(part)

    def add_foot(self) -> QDialogButtonBox:
        """Make the foot, without a button."""
        foot = QDialogButtonBox(self)
        foot.rejected.connect(self.reject)
        self._whole.addWidget(foot)
        return foot

    def add_closing_foot(self) -> QDialogButtonBox:
        """Make a foot with the one button that a dialog needs which only shows; it looks as if it were none to be chosen first."""
        foot = self.add_foot()
        close = named(QPushButton(self.tr("&Close"), self), "dialog_close")  # named before it takes its style
        foot.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        return foot

    def add_saving_foot(self, name: str, is_default: bool = True) -> QDialogButtonBox:
        """Make a foot to save (by Ctrl+Enter from everywhere) or to cancel; `is_default`: by Enter too."""
        foot = self.add_foot()
        save = named(foot.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole), name)
        save.setShortcut(QKeySequence("Ctrl+Return"))
        save.setToolTip(self.tr("Save (Ctrl+Enter)"))
        cancel = foot.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        if is_default:
            save.setDefault(True)
        else:
            save.setAutoDefault(False)
            cancel.setAutoDefault(False)
        return foot
