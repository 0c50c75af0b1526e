"""The legend: every label with its colour, name, key and number of marks; shows and hides labels, gives them too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.model import Annotation, Label, Status
from desktop.ui.controls.plain_words import tooltip
from desktop.ui.look import fonts, system_look
from desktop.ui.look.label_swatch import SIZE, swatch
from desktop.ui.look.status_signs import draw_cap
from desktop.ui.look.theme import Theme
from desktop.ui.words.label_names import label_guideline, label_name

_NAME, _COUNT, _KEY = range(3)
_LABEL = Qt.ItemDataRole.UserRole
_LABEL_AND_STATUS = attrgetter("label", "status")  # thousands are counted after each edit
_Check = Qt.CheckState


class Legend(QWidget):
    """The labels by layer. Space shows or hides the current row, Enter or a click on its name gives the label."""

    hidden_changed = Signal(frozenset)  # names of the labels whose marks are not drawn
    label_chosen = Signal(str)

    def __init__(self, theme: Theme, language: str = "vi", parent: QWidget | None = None) -> None:
        """Show an empty legend; `language` (vi, en) chooses the names of labels."""
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._hidden: frozenset[str] = frozenset()
        self._labels: tuple[Label, ...] = ()
        self._toggled = False
        self._list = _Rows(self)
        self._list.setObjectName("labels")
        self._list.setItemDelegateForColumn(_KEY, _KeyCap(self))
        self._list.setAccessibleName(self.tr("Labels"))
        self._list.setAccessibleDescription(self.tr("Space shows or hides the marks of a label, Enter gives it."))
        self._all = self._button(self.tr("Show &all"), self.tr("Show the marks of all labels"))
        self._none = self._button(self.tr("&Hide all"), self.tr("Hide the marks of all labels"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        buttons = QHBoxLayout()
        layout.addLayout(buttons)
        layout.addWidget(self._list)
        buttons.setContentsMargins(3, 4, 6, 4)
        buttons.addWidget(self._all)
        buttons.addWidget(self._none)
        buttons.addStretch()
        self.setAccessibleName(self.tr("Legend"))
        self.setFocusProxy(self._list)
        self._connect()

    def _connect(self) -> None:
        self._all.clicked.connect(self._show_all)
        self._none.clicked.connect(self._hide_all)
        self._list.itemChanged.connect(self._on_changed)
        self._list.itemPressed.connect(self._on_pressed)
        self._list.itemClicked.connect(self._on_clicked)
        self._list.entered_key.connect(self._choose)

    def _button(self, words: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show these labels by layer, in their order; the counts begin at nothing."""
        ordered = sorted(labels, key=_order)
        layers = list(
            dict.fromkeys(label.layer for label in ordered)
        )  # each stands once, whatever was added to it last
        self._labels = tuple(sorted(ordered, key=lambda label: layers.index(label.layer)))
        self._list.blockSignals(True)
        self._list.clear()
        for layer, members in groupby(self._labels, key=_layer):
            head = self._add_head(layer)
            for label in members:
                self._add_row(head, label)
        self._list.expandAll()
        self._list.blockSignals(False)
        self._paint_rows()
        self.set_hidden(self._hidden)

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Count the annotations of each label; rejected ones do not count."""
        counts: Counter[str] = Counter()
        for (label, status), number in Counter(map(_LABEL_AND_STATUS, annotations)).items():
            counts[label] += number if status is not Status.REJECTED else 0
        self._list.blockSignals(True)
        for row in self._rows():
            count = counts[row.data(_NAME, _LABEL)]
            row.setText(_COUNT, str(count) if count else "")
        self._list.blockSignals(False)

    @property
    def hidden(self) -> frozenset[str]:
        """The names of the labels that are hidden."""
        return self._hidden

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Show which labels are hidden, without a signal."""
        self._hidden = hidden
        self._list.blockSignals(True)
        for row in self._rows():
            row.setCheckState(_NAME, _Check.Unchecked if row.data(_NAME, _LABEL) in hidden else _Check.Checked)
        for head in self._heads():
            states = {row.checkState(_NAME) for row in _children(head)}
            head.setCheckState(_NAME, states.pop() if len(states) == 1 else _Check.PartiallyChecked)
        self._list.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._paint_rows()

    def _add_head(self, layer: str) -> QTreeWidgetItem:
        names = {"entity": self.tr("Names"), "figure": self.tr("Figures")}
        head = QTreeWidgetItem(self._list, [names.get(layer, layer)])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(_NAME, font)
        head.setFirstColumnSpanned(True)
        return head

    def _add_row(self, head: QTreeWidgetItem, label: Label) -> None:
        name = label_name(label, self._language)
        row = QTreeWidgetItem(head, [name, "", label.key])
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        row.setData(_NAME, _LABEL, label.name)
        row.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setToolTip(_NAME, tooltip(label_guideline(label, self._language)))
        row.setData(_KEY, Qt.ItemDataRole.AccessibleTextRole, self.tr("Key {0}").format(label.key))

    def _paint_rows(self) -> None:
        colors = {label.name: self._theme.label(label.color) for label in self._labels}
        self._list.blockSignals(True)
        for row in self._rows():
            row.setIcon(_NAME, swatch(colors[row.data(_NAME, _LABEL)], self.devicePixelRatioF()))
            row.setForeground(_COUNT, QColor(self._theme.muted))
        for head in self._heads():
            head.setForeground(_NAME, QColor(self._theme.muted))
        self._list.blockSignals(False)

    def _heads(self) -> Iterator[QTreeWidgetItem]:
        return _children(self._list.invisibleRootItem())

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for head in self._heads():
            yield from _children(head)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column != _NAME:
            return
        self._toggled = True
        rows = list(_children(item)) or [item]
        names = {row.data(_NAME, _LABEL) for row in rows}
        self._hide(self._hidden | names if item.checkState(_NAME) is _Check.Unchecked else self._hidden - names)

    def _hide(self, hidden: frozenset[str]) -> None:
        before = self._hidden
        self.set_hidden(hidden)
        if hidden != before:
            self.hidden_changed.emit(hidden)

    def _show_all(self) -> None:
        self._hide(frozenset())

    def _hide_all(self) -> None:
        self._hide(frozenset(label.name for label in self._labels))

    def _on_pressed(self) -> None:
        self._toggled = False

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if not self._toggled:
            self._choose(item)

    def _choose(self, item: QTreeWidgetItem) -> None:
        label = item.data(_NAME, _LABEL)
        if label is not None:
            self.label_chosen.emit(label)


class _Rows(QTreeWidget):
    """A list of three columns: name with its check box, count, key."""

    entered_key = Signal(QTreeWidgetItem)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setIconSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click gives a label to the reader, which keeps the keys
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(28)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_COUNT, _KEY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the current row's label on Enter."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.entered_key.emit(item)
        else:
            super().keyPressEvent(event)


class _KeyCap(QStyledItemDelegate):
    """Draws a key as a cap."""

    def __init__(self, legend: Legend) -> None:
        super().__init__(legend)
        self._legend = legend

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room for the cap and the height of a row that reads well."""
        size = super().sizeHint(option, index)
        return QSize(max(size.width() + 12, system_look.scaled(34)), round(option.fontMetrics.height() * 1.45))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's ground as usual, then the cap."""
        self.initStyleOption(option, index)
        key, option.text = option.text, ""
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter)
        if not key:
            return
        theme = self._legend._theme
        side = min(option.rect.height() - 5.0, system_look.scaled(20))
        cap = QRectF(0.0, 0.0, max(side, option.fontMetrics.horizontalAdvance(key) + 9.0), side)
        cap.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = fonts.exactly(self._legend.font().pointSizeF() * 0.86, QFont.Weight.Medium)
        draw_cap(painter, cap, key, font, theme)
        painter.restore()


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(item.childCount()):
        child = item.child(at)
        if child is not None:
            yield child


def _layer(label: Label) -> str:
    return label.layer


def _order(label: Label) -> tuple[int, str]:
    return label.order, label.name
