"""The small sheet behind “Aa”: face, size, theme, how loud the marks are, and the page's furniture."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings import THEMES
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.widget_names import named
from desktop.ui.look import fonts, system_look
from desktop.ui.look.reading_looks import LOUDNESS
from desktop.ui.look.theme import Theme
from desktop.ui.look.theme import load as load_theme
from desktop.ui.words import look_words


class ReadingLook(QFrame):
    """A popup of choices; each says at once what was chosen, and the sheet stays until it is left."""

    face_chosen = Signal(str)
    zoomed = Signal(int)
    theme_chosen = Signal(str)
    loudness_chosen = Signal(str)
    furniture_shown = Signal(bool)

    def __init__(self, theme: Theme, face: str, size: float, loudness: str, furniture: bool, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("reading_look")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("How the article looks"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        self._rows = QGridLayout()
        layout.addLayout(self._rows)
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(10)
        self._rows.setColumnStretch(1, 1)
        self.faces = self._choice(self.tr("Face"), look_words.FACES, face)
        for name, button in zip(fonts.FACES, self.faces.buttons(), strict=True):
            button.setFont(fonts.reading(11.0, QFont.Weight.Medium, name))
        self.faces.idClicked.connect(self._on_face)
        self._add_sizes(size)
        themes = {name: look_words.THEMES[name] for name in THEMES}
        self.themes = self._choice(self.tr("Theme"), themes, theme.name)
        for name, button in zip(THEMES, self.themes.buttons(), strict=True):
            look = load_theme(name)
            edge = theme.focus if name == theme.name else look.line
            button.setStyleSheet(
                f"background: {look.page}; color: {look.text}; border: 2px solid {edge}; padding: 4px 10px;"
            )
        self.themes.idClicked.connect(self._on_theme)
        self.marks = self._choice(self.tr("Marks"), look_words.LOUDNESS, loudness)
        self.marks.idClicked.connect(self._on_marks)
        self.furniture = named(QCheckBox(self.tr("Show the page's furniture"), self), "furniture")
        self.furniture.setToolTip(look_words.furniture_hint())
        self.furniture.setChecked(furniture)
        self.furniture.toggled.connect(self.furniture_shown)
        layout.addWidget(self.furniture)

    def open_under(self, place: QPoint) -> None:
        """Show the sheet with its right upper corner near a global position, wholly on the screen."""
        self.adjustSize()
        screen = system_look.screen(place).availableGeometry()
        left = min(max(place.x(), screen.left()), screen.right() - self.width())
        top = min(place.y() + 4, screen.bottom() - self.height())
        self.move(left, top)
        self.show()
        self.faces.buttons()[max(self.faces.checkedId(), 0)].setFocus(Qt.FocusReason.PopupFocusReason)

    def show_size(self, size: float) -> None:
        """Say the size of the text in points."""
        self.size_words.setText(self.tr("{0} pt").format(f"{size:g}"))

    def _choice(self, title: str, offered: dict[str, str], chosen: str) -> QButtonGroup:
        group = QButtonGroup(self)
        row = self._row(title)
        for at, (name, words) in enumerate(look_words.look_names(offered).items()):
            button = named(QPushButton(words, self), f"look_{name}")
            button.setAccessibleName(f"{title}: {words}")
            button.setCheckable(True)
            button.setChecked(name == chosen)
            button.setAutoDefault(False)
            group.addButton(button, at)
            row.addWidget(button, 1)
        return group

    def _add_sizes(self, size: float) -> None:
        row = self._row(self.tr("Size"))
        self.smaller = named(QPushButton("A−", self), "smaller")  # a minus sign is meant
        self.larger = named(QPushButton("A+", self), "larger")
        self.smaller.setAccessibleName(self.tr("Smaller text"))
        self.larger.setAccessibleName(self.tr("Larger text"))
        self.smaller.setToolTip(self.tr("Smaller text (Ctrl+-)"))
        self.larger.setToolTip(self.tr("Larger text (Ctrl++)"))
        self.size_words = named(plain_label("", self), "size_words")
        self.size_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button, wish in ((self.smaller, self._on_smaller), (self.larger, self._on_larger)):
            button.setAutoDefault(False)
            button.clicked.connect(wish)
        row.addWidget(self.smaller, 1)
        row.addWidget(self.size_words, 1)
        row.addWidget(self.larger, 1)
        self.show_size(size)

    def _row(self, title: str) -> QHBoxLayout:
        row, at = QHBoxLayout(), self._rows.rowCount()
        row.setSpacing(6)
        self._rows.addWidget(plain_label(title, self), at, 0)
        self._rows.addLayout(row, at, 1)
        return row

    def _on_face(self, at: int) -> None:
        self.face_chosen.emit(tuple(fonts.FACES)[at])

    def _on_theme(self, at: int) -> None:
        self.close()
        self.theme_chosen.emit(THEMES[at])

    def _on_marks(self, at: int) -> None:
        self.loudness_chosen.emit(LOUDNESS[at])

    def _on_smaller(self) -> None:
        self.zoomed.emit(-1)

    def _on_larger(self) -> None:
        self.zoomed.emit(1)
