"""The copies of a library: when each was made, what is in it, and the wish to bring one back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QProgressBar, QWidget

from desktop.errors import KnownError
from desktop.store.copies.restoring import Held, Title
from desktop.ui.controls.closing_dialog import ClosingDialog
from desktop.ui.controls.plain_words import plain_label, tooltip
from desktop.ui.controls.widget_names import named
from desktop.ui.words import error_words
from desktop.ui.words.numbers import number
from desktop.ui.words.translatable import QT_TRANSLATE_NOOP

_KINDS = {
    "before-schema": QT_TRANSLATE_NOOP("Copies", "before a newer version took the library"),
    "before-mending": QT_TRANSLATE_NOOP("Copies", "before the library was mended"),
    "saved": QT_TRANSLATE_NOOP("Copies", "saved when the library was lost while it was open"),
    "replaced": QT_TRANSLATE_NOOP("Copies", "what another copy took the place of"),
}
_MEGABYTE = 1_000_000
_HELD = Qt.ItemDataRole.UserRole


class RestoreDialog(ClosingDialog):
    """Shows the copies, the newest first, and inside the chosen one its articles; nothing is changed before the last button.

    Then it stays until the copy is ready; to close it stops that.
    """

    looked_at = Signal(object)  # Path: the articles of this copy are to be shown
    restore_requested = Signal(object)  # Path

    def __init__(self, library: Path, copies: Sequence[Held], language: str, parent: QWidget | None = None) -> None:
        super().__init__("restore", self.tr("Bring back a copy"), parent)
        self._language = language
        self.copies = named(QListWidget(self), "copies")
        self.copies.setAccessibleName(self.tr("Copies"))
        self.titles = named(QListWidget(self), "copy_articles")
        self.titles.setAccessibleName(self.tr("Articles in the copy"))
        self.titles.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = (
            self.tr(
                "Copies of “{0}”. The one you choose takes its place; what the library holds now is kept as a copy, too."
            )
            if copies
            else self.tr("There is no copy of “{0}” yet. One is made on each day on which something is changed.")
        )
        head = plain_label(words.format(library.stem), self)
        head.setWordWrap(True)
        inside = plain_label(self.tr("In this copy"), self)
        self.progress = named(QProgressBar(self), "restore_progress")
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        self._totals = {each.path: each.articles for each in copies}
        self.add(head, self.copies, inside, self.titles, self.progress)
        foot = self.add_foot()
        self._restore = named(
            foot.addButton(self.tr("&Bring it back"), QDialogButtonBox.ButtonRole.AcceptRole), "restore_go"
        )
        foot.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        for each in copies:
            self._list(each)
        self.copies.currentItemChanged.connect(self._on_chosen)
        self._restore.clicked.connect(self._on_wish)
        self._restore.setEnabled(bool(copies))
        self.resize(620, 480)

    def begin(self) -> None:
        """Show itself, with the newest copy chosen."""
        self.open()
        self.copies.setFocus()
        self.copies.setCurrentRow(0)

    @property
    def chosen(self) -> Path | None:
        """The copy that is chosen."""
        item = self.copies.currentItem()
        return Path(item.data(_HELD)) if item is not None else None

    def show_titles(self, copy: Path, titles: Sequence[Title]) -> None:
        """Show the first articles of a copy, unless another one was chosen meanwhile."""
        if copy != self.chosen:
            return
        total = self._totals[copy]
        self.titles.clear()
        for each in titles:
            self.titles.addItem(" · ".join(filter(None, (each.title, each.source, self._marks(each.marks)))))
        if total > len(titles):
            self.titles.addItem(self.tr("… and {0} more").format(self._number(total - len(titles))))

    def show_unreadable(self, copy: Path, error: KnownError) -> None:
        """Say why a copy cannot be looked into."""
        if copy == self.chosen:
            self.titles.clear()
            self.titles.addItem(error_words.sentence(error))

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the copy is that is being brought back; 0 of 0: it is being proved."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_failure(self, error: KnownError) -> None:
        """Say why a copy cannot be brought back, and let another one be chosen."""
        self._set_going(False)
        self.titles.clear()
        self.titles.addItem(error_words.sentence(error))

    def end(self) -> None:
        """Close: the copy is ready."""
        self.accept()

    def _set_going(self, going: bool) -> None:
        for widget in (self.copies, self._restore):
            widget.setEnabled(not going)
        self.progress.setVisible(going)

    def _list(self, held: Held) -> None:
        counts = self.tr("{0} articles").format(self._number(held.articles)), self._marks(held.marks)
        size = self.tr("{0} MB").format(self._number(max(round(held.size / _MEGABYTE), 1)))
        kind = QCoreApplication.translate("Copies", _KINDS[held.kind]) if held.kind in _KINDS else ""
        when = held.made.astimezone().strftime("%d/%m/%Y %H:%M")
        item = QListWidgetItem(" · ".join(filter(None, (when, *counts, size, kind))))
        item.setData(_HELD, str(held.path))
        item.setToolTip(tooltip(str(held.path)))
        self.copies.addItem(item)

    def _marks(self, count: int) -> str:
        return self.tr("{0} marks").format(self._number(count))

    def _number(self, value: int) -> str:
        return number(value, self._language)

    def _on_chosen(self) -> None:
        self.titles.clear()
        self.looked_at.emit(self.chosen)

    def _on_wish(self) -> None:
        self._set_going(True)
        self.restore_requested.emit(self.chosen)
