"""About the program, and the licences of what it is made of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__, assets
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look import fonts, icons

_TITLE = 90  # letters of a licence file's first line that may stand in the list
_SIZES = (660, 380), (820, 500)  # pixels, of a tab: the program, the licences


class AboutDialog(ClosingDialog):
    """Two tabs: the program, the licences."""

    def __init__(self, library: str, parent: QWidget | None = None) -> None:
        super().__init__("about_dialog", self.tr("About Bút Dạ"), parent)
        self.tabs = named(QTabWidget(self), "about_tabs")
        self.tabs.addTab(self._program(library), self.tr("&Program"))
        self.tabs.addTab(Licences(self), self.tr("&Licences"))
        self.add(self.tabs)
        self.add_closing_foot()
        self.tabs.currentChanged.connect(self._fit)
        self._fit(0)

    def _fit(self, tab: int) -> None:
        """Be as large as what is shown needs: licences more than the words on the program."""
        self.resize(*_SIZES[tab])

    def _program(self, library: str) -> QWidget:
        page = QWidget(self)
        picture = plain_label("", page)
        picture.setPixmap(icons.application_icon().pixmap(QSize(72, 72)))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        name = plain_label(self.tr("Bút Dạ {0}").format(__version__), page)
        name.setFont(fonts.interface(17, QFont.Weight.DemiBold))
        words = plain_label(
            self.tr(
                "Reads Vietnamese documents and marks what they name and count: people, offices, bodies, places, times, "
                "papers, events and figures.\n\nEverything stays on this computer: nothing is sent, nothing is fetched. "
                "Every mark is saved when it is made."
            ),
            page,
        )
        words.setWordWrap(True)
        place = plain_label(self.tr("Library: {0}").format(library) if library else "", page)
        place.setWordWrap(True)
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row, column = QHBoxLayout(page), QVBoxLayout()
        row.setContentsMargins(20, 22, 20, 12)
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        column.setSpacing(10)
        for part in (name, words, plain_label(self.tr("Licence: Apache 2.0"), page), place):
            column.addWidget(part)
        column.addStretch()
        return page


class Licences(QWidget):
    """The parts of the program on the left, the text of the chosen one's licence on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = texts()
        self.list = named(QListWidget(self), "licences")
        self.list.addItems([title(file) for file in self._files])
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.text = named(QPlainTextEdit(self), "licence_text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setFont(fonts.interface(9))
        self.list.setSpacing(2)
        panes = named(QSplitter(Qt.Orientation.Horizontal, self), "licence_panes")
        panes.setHandleWidth(8)
        panes.addWidget(self.list)
        panes.addWidget(self.text)
        panes.setSizes([220, 560])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(panes)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        words = self._files[row].read_text(encoding="utf-8", errors="replace") if 0 <= row < len(self._files) else ""
        self.text.setPlainText(words)


def texts() -> list[Path]:
    """Return the texts of the licences: in a bundle those of its shared libraries first, then the other parts', then the fonts'."""
    found: dict[str, Path] = {}
    for folder, pattern in (("licences/libraries", "*"), ("licences", "*"), ("fonts", "*OFL.txt")):
        try:
            held = sorted(each for each in assets.path(folder).glob(pattern) if each.suffix in (".txt", ".md"))
        except FileNotFoundError:
            continue
        for each in held:
            found.setdefault(each.name, each)
    return list(found.values())


def title(file: Path) -> str:
    """Return what a licence file is called: its first line if that names the part (name, version, licence), else its own name."""
    name = file.stem.replace("-OFL", "")
    with file.open(encoding="utf-8", errors="replace") as lines:
        first = next((line.strip(" #\n") for line in lines if line.strip()), "")
    names_it = name.split("-")[0].casefold() in first.casefold() and not first.casefold().startswith("copyright")
    return first if names_it and len(first) <= _TITLE else f"{name}, SIL OFL 1.1" if "OFL" in file.stem else name
