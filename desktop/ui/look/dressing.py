"""The whole application in a theme: its style, palette, style sheet and font."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.ui.look import fonts
from desktop.ui.look.theme import Theme


def dress(theme: Theme) -> None:
    """Let the application stand in a theme; where it does already, every widget would be polished again for nothing."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    sheet = theme.stylesheet()
    if not app.styleSheet():
        app.setStyle("Fusion")
    if app.styleSheet() != sheet:
        app.setPalette(theme.palette())
        app.setStyleSheet(sheet)
    if app.font() != fonts.interface():
        app.setFont(fonts.interface())
