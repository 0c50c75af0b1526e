"""The words of the tooltip over a mark: label, quote, value, relations, status and who made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from desktop.model import Annotation, Article, Label
from desktop.ui.page.article_view import ArticleView
from desktop.ui.page.mark_choice import MarkChoice
from desktop.ui.page.mark_index import Mark
from desktop.ui.page.page_layers import MarkLayer
from desktop.ui.words import state_words
from desktop.ui.words.label_names import name_in
from desktop.ui.words.quotation import cut_in_the_middle
from desktop.ui.words.value_words import value_words

_QUOTE = 160  # code points; a longer quote is cut in the middle


class MarkTip(QObject):
    """Shows a tooltip, in one language, where the pointer rests on a page."""

    def __init__(self, page: ArticleView, layer: MarkLayer, choice: MarkChoice, language: str) -> None:
        super().__init__(page)
        self._page, self._layer, self._choice, self._language = page, layer, choice, language
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what a mark says when the pointer rests on it."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        article = self._page.article
        if article is None:
            return False
        marks = self._choice.at(event.pos())
        words = self.words(marks, article, self._layer.labels) if marks else ""
        QToolTip.showText(event.globalPos(), words, self._page.viewport())
        return True

    def words(self, marks: Sequence[Mark], article: Article, labels: Mapping[str, Label]) -> str:
        """Return rich text for the marks of an article under the pointer, innermost first."""
        return "<hr>".join(self._entry(mark.annotation, article, labels) for mark in marks)

    def _entry(self, annotation: Annotation, article: Article, labels: Mapping[str, Label]) -> str:
        name = name_in(labels, annotation.label, self._language)
        rows = [
            f"<b>{escape(name)}</b>",
            escape(cut_in_the_middle(article.text[annotation.start : annotation.end], _QUOTE)),
        ]
        value = value_words(annotation, self._language)
        if value:
            rows.append(self.tr("Value: {0}").format(escape(value)))
        rows += [escape(_capital(line)) for line in self._layer.related(annotation.id, self._language)]
        if annotation.note:
            rows.append(self.tr("Note: {0}").format(escape(annotation.note)))
        rows.append(self._origin(annotation, article.detected))
        return "<br>".join(rows)

    def _origin(self, annotation: Annotation, detector: str | None) -> str:
        from desktop.operations.ids import (
            by_machine,  # the last article is readable before what carries out anything is loaded
        )

        status = state_words.status(annotation.status)
        if not annotation.by:
            return status
        by = state_words.detector() if by_machine(annotation, detector) else escape(annotation.by)
        return self.tr("{0}, by {1}").format(status, by)


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
