"""The running head over the page: title, source, date, place and tags of the open article, each corrected by a click, a word and Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desktop.model import Article, ArticleId
from desktop.ui.card.fields import FIELDS, Field, RefusedError, called, corrected
from desktop.ui.controls.plain_words import entry, plain_label, tooltip
from desktop.ui.controls.typed_words import TypedWords
from desktop.ui.controls.widget_names import named
from desktop.ui.look import fonts
from desktop.ui.look.measures import head_height

_AROUND, _BETWEEN = 22, 0  # pixels beside the words of a field, and between two
_WRITING = 180  # pixels in which a field is written at least
_EDGE = 22  # pixels beside the column
_SCROLLED = 60  # pixels from which the headline is out of sight
_HEAD = 1500  # code points in which a page says its title


class ArticleHead(QWidget):
    """Enter saves what is written, and so does going elsewhere; Escape gives it up. What is missing shows itself under the pointer."""

    corrected = Signal(object)  # Article
    left = Signal()  # the page wants the keyboard again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._writing: Field | None = None
        self._is_scrolled = False
        self._column: tuple[int, int] | None = None  # where the column of the page begins, and its width, pixels
        self.setFont(fonts.interface(8.5))
        self.setObjectName("article_head")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFixedHeight(head_height())
        self.setAccessibleName(self.tr("Article information"))
        self.fields = {field.name: named(QToolButton(self), f"head_{field.name}") for field in FIELDS}
        for field in FIELDS:
            button = self.fields[field.name]
            button.setFont(self.font())
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.write, field.name))
            button.installEventFilter(self)
        self.line = named(QLineEdit(self), "head_line")
        self.line.setFont(self.font())
        self._words = TypedWords(self.line)
        self.trouble = named(plain_label("", self), "head_trouble")
        self.trouble.setFont(self.font())
        self.trouble.setProperty("trouble", True)
        self.line.returnPressed.connect(self._enter)
        self.line.installEventFilter(self)
        self._words.changed.connect(self.trouble.hide)
        for part in (self.line, self.trouble):
            part.hide()

    def show_article(self, article: Article | None) -> None:
        """Show what is said of an article; None: none is open. What is being written on the same one goes on."""
        if self._writing is not None and (article is None or self._article is None or article.id != self._article.id):
            self.finish()
        self._article, hint = article, self.tr("Click to correct it")
        for field in FIELDS:
            words = field.shown(article) if article is not None else ""
            told = f"{called(field)}: {words}" if words else called(field)
            self.fields[field.name].setToolTip(tooltip(f"{told}\n{hint}"))
            self.fields[field.name].setAccessibleName(told)
        self._lay_out()

    @property
    def article(self) -> ArticleId | None:
        """The article whose head this is."""
        return self._article.id if self._article is not None else None

    def stand_over(self, left: int, width: int) -> None:
        """Stand over the column of the page."""
        self._column = left, width
        self._lay_out()

    def show_scrolled(self, place: int) -> None:
        """Tell the title once the headline is out of sight."""
        if self._is_scrolled != (place > _SCROLLED):
            self._is_scrolled = place > _SCROLLED
            self._lay_out()

    def write(self, name: str) -> bool:
        """Let a field be written where it stands; return whether there is one."""
        if self._article is None or not self.isVisible():
            return False
        self.finish()
        field = next(each for each in FIELDS if each.name == name)
        self._writing = field
        words = field.shown(self._article)
        self.line.setText(f"{words}, " if name == "tags" and words else words)
        self.line.setPlaceholderText(called(field))
        self.line.setAccessibleName(called(field))
        self._lay_out()
        self.line.show()
        self.line.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.deselect() if name == "tags" else self.line.selectAll()
        return True

    def finish(self) -> None:
        """End what is being written: it is saved, unless it cannot be."""
        if self._writing is not None:
            self._save(keep=False)

    def _enter(self) -> None:
        if self._save(keep=True):
            self.left.emit()

    def _save(self, keep: bool) -> bool:
        """Save what is written and return whether that could be; else the line stays open with what is wrong, or is given up."""
        field, article = self._writing, self._article
        if field is None or article is None:
            return True
        try:
            after = corrected(article, field, self._words.words)
        except RefusedError as why:
            if keep:
                self.trouble.setText(QCoreApplication.translate("Card", str(why)))
                self.line.setAccessibleDescription(self.trouble.text())
                self.trouble.show()
                self._lay_out()
                self.line.selectAll()
                return False
            after = article
        self._end()
        if after != article:
            self.corrected.emit(after)
        return True

    def _end(self) -> None:
        self._writing = None
        self.line.hide()
        self.trouble.hide()
        self.line.setAccessibleDescription("")
        self._lay_out()

    # Where what stands

    def _lay_out(self) -> None:
        """Give each field the room of its words, and the title what the others leave."""
        left, width = self._column or (0, self.width())
        place = QRect(left + _EDGE, 0, max(width - 2 * _EDGE, 0), self.height())
        rest = [field for field in FIELDS if field.name != "title" and self._is_shown(field)]
        with_title = self._is_shown(FIELDS[0])
        widths = {field.name: self._width(field) for field in rest}
        while rest and sum(widths.values()) > place.width() - _WRITING // 2:
            widths.pop(rest.pop().name)
        title = place.width() - sum(widths.values()) - _BETWEEN * len(rest)
        at = place.left() - _AROUND // 2
        for field in FIELDS:
            button = self.fields[field.name]
            room = title if field.name == "title" else widths.get(field.name, 0)
            if field.name == "title":
                room = min(room, self._width(field)) if with_title else 0
            button.setVisible(room > _AROUND and self._article is not None)
            button.setText(
                entry(self.fontMetrics().elidedText(self._words_of(field), Qt.TextElideMode.ElideRight, room - _AROUND))
            )
            button.setGeometry(at, 4, room, self.height() - 8)
            at += room + _BETWEEN if room else 0
        self._lay_out_line(place)

    def _lay_out_line(self, place: QRect) -> None:
        """Let the line stand where its field stands, wide enough to write in, with what is wrong beside it."""
        if self._writing is None:
            return
        name = self._writing.name
        trouble = min(self.trouble.sizeHint().width() + 8, place.width() // 2) if not self.trouble.isHidden() else 0
        wanted = place.width() if name == "title" else max(_WRITING, self.fields[name].width() + 40)
        width = max(min(wanted, place.width() - trouble), _WRITING // 2)
        left = max(place.left(), min(self.fields[name].x(), place.right() - width - trouble))
        self.line.setGeometry(left, 3, width, self.height() - 6)
        self.trouble.setGeometry(left + width + 8, 0, trouble, self.height())
        for button in self.fields.values():
            covered = QRect(left, 0, width + trouble, self.height())
            button.setVisible(button.isVisible() and not covered.intersects(button.geometry()))

    def _is_shown(self, field: Field) -> bool:
        """Return whether a field is told: what is there, but the title only where the page itself does not say it in sight."""
        if self._article is None or self._is_looked_at():
            return self._article is not None
        words = field.shown(self._article)
        on_page = (
            field.name == "title" and not self._is_scrolled and words in " ".join(self._article.text[:_HEAD].split())
        )
        return bool(words) and not on_page

    def _is_looked_at(self) -> bool:
        return (
            self.underMouse() or self._writing is not None or any(button.hasFocus() for button in self.fields.values())
        )

    def _words_of(self, field: Field) -> str:
        words = field.shown(self._article) if self._article is not None else ""
        if field.name == "published":
            words = words.partition(" ")[0]  # the day is enough to read by
        return words or f"+ {called(field)}"

    def _width(self, field: Field) -> int:
        return (
            self.fontMetrics().horizontalAdvance(self._words_of(field)) + 1 + _AROUND
        )  # letters end between two pixels

    # What happens

    def sizeHint(self) -> QSize:
        return QSize(_WRITING, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each field its room."""
        super().resizeEvent(event)
        self._lay_out()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what is missing, too."""
        super().enterEvent(event)
        self._lay_out()

    def leaveEvent(self, event: QEvent) -> None:
        """Show only what is there."""
        super().leaveEvent(event)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape give up what is written, and the keyboard's coming and going show and end."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and watched is not self.line:
            self._lay_out()
        elif watched is self.line and event.type() == QEvent.Type.FocusOut:
            self.finish()
        elif watched is self.line and isinstance(event, QKeyEvent) and _gives_up(event):
            self._end()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


def _gives_up(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
