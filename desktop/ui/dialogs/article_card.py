"""The article's card: what the library says of it, each line to be corrected; what is saved is one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.model import Article, State
from desktop.operations.shelving import NOTE, clean_tags
from desktop.text import typed
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.look import system_look
from desktop.ui.words import origin_words, state_words

_NOTE_HEIGHT, _FIELDS_HEIGHT = 72, 96  # pixels
_DATES = ("published", "retrieved")
_STATE, _FIELD = "state", "field:"  # in a draft: the state, and what stands before the name of a free field
_DRAFT_MS = 400  # after the first letter that no draft holds yet


class Card(ClosingDialog):
    """Shows an article's card and gives it back corrected. Ctrl+Enter saves; a date that is none is told and not saved."""

    corrected = Signal(object)  # Article
    drafted = Signal(dict)  # what is changed so far, by the names of the fields
    ended = Signal()  # saved or given up

    def __init__(self, article: Article, parent: QWidget | None = None, draft: Mapping[str, str] | None = None) -> None:
        """`draft` is what was changed once and not saved."""
        super().__init__("card", self.tr("Article information"), parent)
        self._article = article
        self.lines = {name: named(QLineEdit(self), f"card_{name}") for name in self._names()}
        self.states = named(QComboBox(self), "card_state")
        self.note = named(QPlainTextEdit(article.fields.get(NOTE, ""), self), "card_note")
        self._words = TypedWords(self.note)
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self.table = named(QTableWidget(0, 2, self), "card_fields")
        self.troubles = {name: named(plain_label("", self), f"card_{name}_trouble") for name in ("title", *_DATES)}
        for trouble in self.troubles.values():
            trouble.setProperty("trouble", True)
            trouble.hide()
        self._anew = named(
            plain_label(self.tr("Times in the text will be worked out from the new date."), self), "card_anew"
        )
        self._fill()
        self._lay_out()
        self._go_on(draft or {})
        self._connect()
        self.resize(system_look.scaled(620), self.sizeHint().height())
        self.lines["title"].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the beginning of a long title: a dialog selects its first line when it opens, and that scrolls to its end."""
        super().showEvent(event)
        QTimer.singleShot(0, self.lines["title"], self._go_home)

    def _go_home(self) -> None:
        self.lines["title"].home(False)

    def _names(self) -> dict[str, str]:
        """Return the lines of the card with their words, in order."""
        return {
            "title": self.tr("&Title"),
            "source": self.tr("S&ource"),
            "byline": self.tr("&Byline"),
            "published": self.tr("&Date"),
            "place": self.tr("&Place"),
            "url": self.tr("&Web address"),
            "file": self.tr("Imported &file"),
            "retrieved": self.tr("&Retrieved"),
            "tags": self.tr("Ta&gs"),
        }

    def _fill(self) -> None:
        article = self._article
        for name, line in self.lines.items():
            value = getattr(article, name)
            told = typed.told(value) if name in _DATES else ", ".join(value) if name == "tags" else value
            line.setText(told or "")
            line.setCursorPosition(0)
        for name in _DATES:
            self.lines[name].setPlaceholderText(self.tr("15/6/2019, or with the time: 15/6/2019 9:30"))
        self.lines["tags"].setPlaceholderText(self.tr("parted by commas"))
        for state in State:
            self.states.addItem(state_words.state(state), state)
        self.states.setCurrentIndex(self.states.findData(article.state))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(system_look.scaled(_NOTE_HEIGHT))
        self.note.setPlaceholderText(self.tr("What should be remembered about this article?"))
        self.table.setAccessibleName(self.tr("Free fields"))
        self.table.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Value")])
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(0, system_look.scaled(150))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().hide()
        self.table.setFixedHeight(system_look.scaled(_FIELDS_HEIGHT))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for name, words in article.fields.items():
            if name != NOTE:
                self._add(name, words)

    @property
    def _origins(self) -> list[str]:
        """From where the fields come, in words; the fields end where the longest begins."""
        return [words for name in self._article.origins.values() if (words := origin_words.origin(name))]

    def _add_line(self, form: QFormLayout, words: str, name: str) -> None:
        """Put a field into the form, with from where it comes beside it."""
        row, told = QHBoxLayout(), plain_label(origin_words.origin(self._article.origins.get(name)), self)
        label = plain_label(words, self)
        label.setBuddy(self.lines[name])
        form.addRow(label, row)
        row.setSpacing(10)
        row.addWidget(self.lines[name], 1)
        told.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        told.setFixedWidth(max((told.fontMetrics().horizontalAdvance(each) for each in self._origins), default=0))
        told.setVisible(bool(self._origins))
        row.addWidget(told)

    def _lay_out(self) -> None:
        form = QFormLayout()
        self.column.addLayout(form)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, words in self._names().items():
            self._add_line(form, words, name)
            if name in self.troubles:
                form.addRow("", self.troubles[name])
            if name == "published":
                self._anew.setForegroundRole(self.palette().ColorRole.PlaceholderText)
                self._anew.hide()
                form.addRow("", self._anew)
        form.addRow(self.tr("St&ate"), self.states)
        form.addRow(self.tr("&Note"), self.note)
        free, row = QVBoxLayout(), QHBoxLayout()
        label = plain_label(self.tr("Free fie&lds"), self)
        label.setBuddy(self.table)
        form.addRow(label, free)
        free.setSpacing(6)
        free.addWidget(self.table)
        free.addLayout(row)
        self._more = named(QPushButton(self.tr("Add a f&ield"), self), "card_add")
        self._less = named(QPushButton(self.tr("Re&move the field"), self), "card_remove")
        for button in (self._more, self._less):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        self.add_saving_foot("card_save").accepted.connect(self._save)

    def _connect(self) -> None:
        self._more.clicked.connect(self._add_empty)
        self._less.clicked.connect(self._remove)
        self.lines["published"].textChanged.connect(self._on_date)

        self._soon.timeout.connect(self._tell_draft)
        for changed in (
            *(line.textChanged for line in self.lines.values()), self.states.currentIndexChanged, self._words.changed,
            self.table.itemChanged, self.table.model().rowsRemoved,
        ):  # fmt: skip
            changed.connect(self._on_changed)

    # Drafts

    def _on_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _tell_draft(self) -> None:
        said = {name: line.text() for name, line in self.lines.items() if line.isModified()}
        if self.states.currentData() != self._article.state:
            said[_STATE] = self.states.currentData()
        said[NOTE] = self._words.words
        said |= {f"{_FIELD}{name}": words for name, words in self._free().items()}
        self.drafted.emit(said)

    def _go_on(self, draft: Mapping[str, str]) -> None:
        """Take up what a draft says."""
        if not draft:
            return
        for name, line in self.lines.items():
            if name in draft:
                line.setText(draft[name])
                line.setModified(True)
        self.states.setCurrentIndex(max(self.states.findData(draft.get(_STATE, self._article.state)), 0))
        self.note.setPlainText(draft.get(NOTE, ""))
        self.table.setRowCount(0)
        for name, words in draft.items():
            if name.startswith(_FIELD):
                self._add(name.removeprefix(_FIELD), words)

    def done(self, result: int) -> None:
        """Say that nothing is in work any more, and go."""
        self._soon.stop()
        super().done(result)
        self.ended.emit()

    def _on_date(self) -> None:
        self._anew.setVisible(
            self._article.detected is not None and self._date("published") not in (self._article.published, "")
        )

    def _date(self, name: str) -> str | None:
        """Return what is typed as ISO 8601, None if nothing is, the empty text if it is no date."""
        if not self.lines[name].isModified():
            return getattr(self._article, name)  # type: ignore[no-any-return]  # str or None
        words = self.lines[name].text().strip()
        return (typed.written(words) or "") if words else None

    def _save(self) -> None:
        for trouble in self.troubles.values():
            trouble.hide()
        self.table.setCurrentIndex(QModelIndex())  # a cell that is being written is finished
        for name in _DATES:
            if self._date(name) == "":
                self._refuse(name, self.tr("This is no date. Write it as 15/6/2019."))
                return
        # What was not touched stays to the letter: a line shows no line break, and a date no second.
        said = {
            name: line.text().strip() if line.isModified() else getattr(self._article, name)
            for name, line in self.lines.items()
        }
        if not said["title"]:
            self._refuse("title", self.tr("An article needs a title."))
            return
        self.corrected.emit(
            replace(
                self._article, title=said["title"], source=said["source"], byline=said["byline"], place=said["place"],
                url=said["url"], file=said["file"], tags=self._tags(), published=self._date("published"),
                retrieved=self._date("retrieved"), state=State(self.states.currentData()), fields=self._fields(),
            )
        )  # fmt: skip
        self.accept()

    def _tags(self) -> tuple[str, ...]:
        line = self.lines["tags"]
        return clean_tags(line.text().split(",")) if line.isModified() else self._article.tags

    def _fields(self) -> dict[str, str]:
        note = self._words.words.strip()
        return self._free() | ({NOTE: note} if note else {})

    def _free(self) -> dict[str, str]:
        found = {}
        for row in range(self.table.rowCount()):
            name, words = (item.text().strip() if (item := self.table.item(row, at)) else "" for at in (0, 1))
            if name and name != NOTE:
                found[name] = words
        return found

    def _refuse(self, name: str, words: str) -> None:
        self.troubles[name].setText(words)
        self.troubles[name].show()
        self.lines[name].setAccessibleDescription(words)
        self.lines[name].setFocus()
        self.lines[name].selectAll()

    def _add(self, name: str, words: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(name))
        self.table.setItem(row, 1, QTableWidgetItem(words))

    def _add_empty(self) -> None:
        self._add("", "")
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.setFocus()
        self.table.editItem(self.table.currentItem())

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
