"""The small card behind “Aa”: face, size, lines, column, theme, how loud the marks are, and what is shown of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
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
from desktop.ui.dialogs.stepper import Stepper
from desktop.ui.look import fonts, system_look
from desktop.ui.look.reading_looks import COLUMNS, LOUDNESS, PITCHES, Typography, stepped
from desktop.ui.look.theme import Theme
from desktop.ui.look.theme import load as load_theme
from desktop.ui.words import look_words
from desktop.ui.words.numbers import number

_LETTERS = 1.9  # of Vietnamese words on an em of a line


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a page looks, as the card shows it."""

    typography: Typography
    loudness: str
    furniture: bool
    one_paragraph: bool


class ReadingLook(QFrame):
    """A popup of choices; each says at once what was chosen, and the card stays until it is left."""

    face_chosen = Signal(str)
    zoomed = Signal(int)
    pitch_chosen = Signal(int)
    column_chosen = Signal(int)
    theme_chosen = Signal(str)
    loudness_chosen = Signal(str)
    furniture_shown = Signal(bool)
    one_paragraph_shown = Signal(bool)

    def __init__(self, theme: Theme, look: PageLook, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._type, self._language = look.typography, language
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
        self.faces = self._choice(self.tr("Face"), look_words.FACES, look.typography.face)
        for name, button in zip(fonts.FACES, self.faces.buttons(), strict=True):
            button.setFont(fonts.reading(11.0, QFont.Weight.Medium, name))
        self._add_steps()
        self._add_themes(theme)
        self.marks = self._choice(self.tr("Marks"), look_words.LOUDNESS, look.loudness)
        self.furniture = self._box("furniture", self.tr("Show the page's furniture"), look.furniture)
        self.furniture.setToolTip(look_words.furniture_hint())
        self.one_paragraph = self._box("one_paragraph", self.tr("One paragraph at a time (F7)"), look.one_paragraph)
        for box in (self.furniture, self.one_paragraph):
            layout.addWidget(box)
        self._connect()

    def _connect(self) -> None:
        self.faces.idClicked.connect(self._on_face)
        self.size_steps.stepped.connect(self.zoomed)
        self.pitch_steps.stepped.connect(self._on_pitch)
        self.column_steps.stepped.connect(self._on_column)
        self.themes.idClicked.connect(self._on_theme)
        self.marks.idClicked.connect(self._on_marks)
        self.furniture.toggled.connect(self.furniture_shown)
        self.one_paragraph.toggled.connect(self.one_paragraph_shown)

    def hang_from(self, button: QRect) -> None:
        """Show the card under a button that lies somewhere on the screen, wholly on the screen itself."""
        self.adjustSize()
        screen = system_look.screen(button.center()).availableGeometry()
        left = min(max(button.right() + 1 - self.width(), screen.left()), screen.right() - self.width())
        top = min(button.bottom() + 4, screen.bottom() - self.height())
        self.move(QPoint(left, top))
        self.show()
        self.faces.buttons()[max(self.faces.checkedId(), 0)].setFocus(Qt.FocusReason.PopupFocusReason)

    def show_typography(self, look: Typography) -> None:
        """Say how the text stands now."""
        self._type = look
        self.size_steps.show_value(self.tr("{0} pt").format(f"{look.size:g}"))
        self.pitch_steps.show_value(number(look.pitch / 10, self._language))
        letters = round(look.column * _LETTERS)
        self.column_steps.show_value(self.tr("{0} letters").format(letters))

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

    def _add_themes(self, theme: Theme) -> None:
        self.themes = self._choice(self.tr("Theme"), {name: look_words.THEMES[name] for name in THEMES}, theme.name)
        for name, button in zip(THEMES, self.themes.buttons(), strict=True):
            look = load_theme(name)
            edge = theme.focus if name == theme.name else look.line
            button.setStyleSheet(
                f"background: {look.page}; color: {look.text}; border: 2px solid {edge}; padding: 4px 10px;"
            )

    def _add_steps(self) -> None:
        self.size_steps = Stepper("A−", "A+", self)  # a minus sign is meant
        self.pitch_steps, self.column_steps = Stepper("−", "+", self), Stepper("−", "+", self)
        told: Iterable[tuple[Stepper, str, str, str]] = (
            (self.size_steps, self.tr("Size"), self.tr("Smaller text (Ctrl+-)"), self.tr("Larger text (Ctrl++)")),
            (self.pitch_steps, self.tr("Lines"), self.tr("Lines closer together"), self.tr("Lines further apart")),
            (self.column_steps, self.tr("Column"), self.tr("Narrower column"), self.tr("Wider column")),
        )
        for steps, title, less, more in told:
            steps.describe(less, more)
            self._row(title).addWidget(steps)
        self.show_typography(self._type)

    def _box(self, name: str, words: str, checked: bool) -> QCheckBox:
        box = named(QCheckBox(words, self), name)
        box.setChecked(checked)
        return box

    def _row(self, title: str) -> QHBoxLayout:
        row, at = QHBoxLayout(), self._rows.rowCount()
        row.setSpacing(6)
        self._rows.addWidget(plain_label(title, self), at, 0)
        self._rows.addLayout(row, at, 1)
        return row

    def _on_face(self, at: int) -> None:
        self.face_chosen.emit(tuple(fonts.FACES)[at])

    def _on_pitch(self, step: int) -> None:
        self.pitch_chosen.emit(stepped(PITCHES, self._type.pitch, step))

    def _on_column(self, step: int) -> None:
        self.column_chosen.emit(stepped(COLUMNS, self._type.column, step))

    def _on_theme(self, at: int) -> None:
        self.close()
        self.theme_chosen.emit(THEMES[at])

    def _on_marks(self, at: int) -> None:
        self.loudness_chosen.emit(LOUDNESS[at])
