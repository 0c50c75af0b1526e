"""Words for a first visit, drawn in the middle of a page that shows no article."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.ui.look import fonts
from desktop.ui.look.status_signs import draw_cap
from desktop.ui.look.theme import Theme


class EmptyPage(QObject):
    """Words for a first visit, drawn in the middle of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.library_empty = False  # then there is no article to be opened, and the words say how to get one

    def title(self) -> str:
        """Return the headline."""
        return self.tr("The library is empty") if self.library_empty else self.tr("No article is open")

    def words(self) -> str:
        """Return all of it as one text, for those who cannot see it."""
        return "\n".join([self.title(), *(f"{name}: {text}" for name, text in self.hints())])

    def hints(self) -> list[tuple[str, str]]:
        """Return pairs of a gesture and what it does."""
        if self.library_empty:
            return [
                (self.tr("Drop"), self.tr("files or folders on the window to import them")),
                ("Ctrl+O", self.tr("asks for files: texts, web pages, Word, PDF, e-books and more")),
                ("Ctrl+V", self.tr("makes an article of a copied text")),
                ("Shift+F1", self.tr("leads through the first steps")),
            ]
        return [
            (self.tr("Click"), self.tr("an article on the shelf to read it here")),
            (self.tr("Drop"), self.tr("files on the window to import them")),
            (self.tr("Select"), self.tr("words and press a label's key to mark them")),
            (self.tr("Enter"), self.tr("accepts the selected mark; full stop and comma step to others")),
        ]

    def draw(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        """Draw the words into a rectangle."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title_font, key_font, font = (
            fonts.reading(20),
            fonts.interface(9.5, QFont.Weight.DemiBold),
            fonts.interface(10.5),
        )
        key, words = QFontMetricsF(key_font), QFontMetricsF(font)
        hints = self.hints()
        keys = max(key.horizontalAdvance(name) for name, _ in hints) + 20
        width = keys + 14 + max(words.horizontalAdvance(text) for _, text in hints)
        row = words.height() * 1.9
        left = place.left() + max(16.0, (place.width() - width) / 2)
        top = place.top() + max(16.0, (place.height() - row * (len(hints) + 2)) * 0.42)
        painter.setFont(title_font)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(left, top + QFontMetricsF(title_font).ascent()), self.title())
        top += QFontMetricsF(title_font).height() + row * 0.5
        for name, text in hints:
            cap = QRectF(left, top + row * 0.14, keys, row * 0.72)
            draw_cap(painter, cap, name, key_font, theme, on_page=True)
            painter.setFont(font)
            painter.setPen(QColor(theme.muted))
            words_at = QRectF(left + keys + 14, top, max(width, place.width() - keys), row)
            painter.drawText(words_at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            top += row
